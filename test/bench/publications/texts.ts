/** Invented texts in four languages for the bench: words by Zipf's law, with the endings of their language. Seeded. */
import { type Json, LANGUAGES, type Language } from '../../../src/base/index.js';

interface Speech {
  readonly onsets: readonly string[];
  readonly vowels: readonly string[];
  readonly endings: readonly string[];
}

const SPEECH: Readonly<Record<Language, Speech>> = {
  az: {
    onsets: ['m', 'q', 'ş', 's', 'k', 'y', 'd', 'b', 'g', 'ç', 'v', 't', 'l', 'r', 'n', 'h'],
    vowels: ['a', 'ı', 'i', 'ə', 'e', 'o', 'ö', 'u', 'ü'],
    endings: ['', 'lar', 'ın', 'da', 'dan', 'ının', 'larda', 'lıq'],
  },
  kk: {
    onsets: ['қ', 'к', 'ғ', 'т', 'с', 'ж', 'б', 'н', 'ң', 'м', 'р', 'л', 'ш', 'д'],
    vowels: ['а', 'ә', 'е', 'о', 'ө', 'ұ', 'ү', 'ы', 'і'],
    endings: ['', 'лар', 'дың', 'да', 'нан', 'ларды', 'лық'],
  },
  ru: {
    onsets: ['п', 'р', 'к', 'м', 'с', 'т', 'в', 'д', 'н', 'л', 'г', 'б', 'з'],
    vowels: ['а', 'е', 'и', 'о', 'у', 'я'],
    endings: ['', 'а', 'ов', 'ами', 'ение', 'ения', 'ный', 'ного'],
  },
  en: {
    onsets: ['p', 'r', 'k', 'm', 's', 't', 'v', 'd', 'n', 'l', 'g', 'b', 'st', 'tr'],
    vowels: ['a', 'e', 'i', 'o', 'u', 'ea'],
    endings: ['', 's', 'ed', 'ing', 'ation', 'ment'],
  },
};

/** Words of a language: the first is the most frequent. */
const WORDS = 20_000;

/** Numbers from 0 to 1 that repeat with the seed (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The stem of this rank. */
function stemOf(language: Language, rank: number): string {
  const { onsets, vowels } = SPEECH[language];
  let stem = '';
  let left = rank + onsets.length;
  for (let syllable = 0; syllable < 2 || left > 0; syllable += 1) {
    stem +=
      (onsets[left % onsets.length] ?? '') + (vowels[(left + syllable) % vowels.length] ?? '');
    left = Math.floor(left / onsets.length);
  }
  return stem;
}

export interface Speaker {
  readonly language: Language;
  readonly random: () => number;
}

/** A word as it stands in a text. */
export function wordOf({ language, random }: Speaker, rank: number): string {
  const { endings } = SPEECH[language];
  return stemOf(language, rank) + (endings[Math.floor(random() * endings.length)] ?? '');
}

/** A rank by Zipf's law: of a text of 120 words the most frequent word makes some twelve. */
const zipf = (random: () => number): number => Math.floor(WORDS ** random()) - 1;

const sayWords = (speaker: Speaker, count: number): string =>
  Array.from({ length: count }, () => wordOf(speaker, zipf(speaker.random))).join(' ');

/** The nth publication, one text in one language. */
export function publicationOf(n: number, random: () => number): Json {
  const language = LANGUAGES[n % LANGUAGES.length] ?? 'en';
  const speaker = { language, random };
  return {
    ...{ id: `text-${n}`, kind: 'METHOD', instrument: 'AZ-BE-2019', clause: '2(a)' },
    publisher: 'AZ-SMS',
    texts: {
      [language]: {
        title: sayWords(speaker, 8),
        summary: sayWords(speaker, 20),
        text: sayWords(speaker, 120),
      },
    },
    languages: ['en'],
    source: { reference: `No ${n}`, url: `https://gazette.example/${n}` },
    dates: { published: '2025-01-01' },
  };
}
