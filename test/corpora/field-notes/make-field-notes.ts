/**
 * Makes `planted.ndjson` and `clean.ndjson`: `node --import tsx test/corpora/field-notes/make-field-notes.ts`. Seeded: the
 * same texts every time.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chanceOf } from './chance.js';
import { grammarOf } from './grammar.js';
import { LANGUAGES, type Language } from './people.js';
import { type Planted, unmarked } from './spans.js';
import { asMail, type Theme, written } from './writer.js';

/** Texts of each language in each half. */
const EACH = 144;
const SEED = 20_261_128;

interface FieldNote {
  readonly id: string;
  readonly language: Language;
  readonly text: string;
  readonly planted: readonly Planted[];
}

const THEMES: readonly Theme[] = [
  'doc',
  'mrz',
  'both',
  'doc',
  'nbd',
  'mrz',
  'doc',
  'both',
  'mrz',
  'nbd',
];
const GENRES = ['note', 'letter', 'brief', 'checklist', 'sheet', 'chat', 'annex', 'mail'] as const;

const at = <T>(list: readonly T[], index: number): T => {
  const found = list[index % list.length];
  if (found === undefined) throw new RangeError('an empty list');
  return found;
};

function half(name: 'planted' | 'clean', language: Language): FieldNote[] {
  const grammar = grammarOf(language);
  const salt = LANGUAGES.indexOf(language) * 7_919 + (name === 'clean' ? 104_729 : 0);
  return Array.from({ length: EACH }, (_, index) => {
    const chance = chanceOf(SEED + salt + index * 613);
    const theme = name === 'clean' ? 'none' : at(THEMES, index);
    // Eight genres and ten themes: a step of one more every round lets each meet each.
    const genre = at(GENRES, index + Math.floor(index / 40));
    const text = written({ grammar, language, theme, chance }, genre);
    const shaped = chance.roll(4) === 0 ? asMail(text, chance) : text;
    const id = `${name}-${language}-${String(index + 1).padStart(3, '0')}`;
    return { id, language, ...unmarked(shaped) };
  });
}

/** Both halves, the same at every call. */
export function fieldNotes(): { planted: FieldNote[]; clean: FieldNote[] } {
  return {
    planted: LANGUAGES.flatMap((language) => half('planted', language)),
    clean: LANGUAGES.flatMap((language) => half('clean', language)),
  };
}

/** One half as its file holds it: a text a line. */
export const ndjson = (notes: readonly FieldNote[]): string =>
  notes.map((note) => `${JSON.stringify(note)}\n`).join('');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { planted, clean } = fieldNotes();
  writeFileSync(new URL('planted.ndjson', import.meta.url), ndjson(planted));
  writeFileSync(new URL('clean.ndjson', import.meta.url), ndjson(clean));
}
