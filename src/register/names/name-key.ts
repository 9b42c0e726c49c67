/**
 * Phonetic keys: the consonants of a name's sound, and whether it begins with a vowel. Vowels are what transliterations
 * disagree about most (Məmmədov, Мамедов, Mammadov; Тілеубергенов, Тлеубергенов), and without them the masculine and
 * the feminine form of a Slavic family name are one. Coarse by intent: what is found by a key is told apart by score.
 */
import type { NameScript } from '../search-key.js';
import { scriptOf } from './script-of.js';
import { soundsKept, soundsOf } from './sounds.js';

/** A name in parts, as a document has it. The script is told by the letters where it is left out. */
export interface NameParts {
  readonly script?: NameScript | undefined;
  readonly surname?: string | null | undefined;
  readonly givenName?: string | null | undefined;
  readonly patronymic?: string | null | undefined;
}

const vowels = /[aiu]/g;

/** The key of a sound; empty for an empty sound. */
export function phoneticKey(sound: string): string {
  const consonants = sound.replace(vowels, '');
  return /^[aiu]/.test(sound) ? `a${consonants}` : consonants;
}

// -oğlu, -qızı (az), -ұлы, -қызы (kk), -ович, -евна, -ич, -инична (ru), as sounds.
const patronymicEnding = /(?<=..)(?:ukl[iu]|kizi|(?<=n)izi|ul[iu]|[au]vic|[au]vna|inicna|icna|ic)$/;

/** The sound of the father's name in a patronymic: Elçin oğlu, Эльчинович and Elçin are one. */
export function fatherSound(patronymicSound: string): string {
  return patronymicSound.replace(patronymicEnding, '');
}

/** What a register keeps of one name to find it by. Parts that the name does not have are empty. */
export interface NameKeys {
  readonly surname: string;
  readonly surnameSound: string;
  readonly givenName: string;
  readonly patronymic: string;
}

/**
 * The keys of a name of the register, each once: several where its letters have several readings, or where the given
 * name has several words, of which papers often keep the first. None where neither family nor given name sounds.
 */
export function nameKeys(name: NameParts): readonly NameKeys[] {
  const script = name.script ?? scriptOfParts(name);
  const sounds = (part: string | null | undefined) => orNone(part ? soundsKept(part, script) : []);
  const [father = ''] = sounds(name.patronymic);
  const patronymic = phoneticKey(fatherSound(father));
  const given = unique(
    wholeAndFirst(name.givenName ?? '')
      .flatMap(sounds)
      .map(phoneticKey),
  );
  return sounds(name.surname)
    .flatMap((surnameSound) =>
      given.map((givenName) => ({
        surname: phoneticKey(surnameSound),
        surnameSound,
        givenName,
        patronymic,
      })),
    )
    .filter(({ surname, givenName }) => surname !== '' || givenName !== '');
}

const orNone = (sounds: readonly string[]): readonly string[] =>
  sounds.length === 0 ? [''] : sounds;

/** What a name that somebody asks about may be found by: every reading of each part, likeliest first. */
export interface AskedKeys {
  readonly surnames: readonly string[];
  readonly surnameSounds: readonly string[];
  readonly givenNames: readonly string[];
  readonly patronymics: readonly string[];
}

/** The keys of a name that is asked about. Empty lists for parts that are not stated. */
export function askedKeys(name: NameParts): AskedKeys {
  const script = name.script ?? scriptOfParts(name);
  const sounds = (part: string | null | undefined) => (part ? soundsOf(part, script) : []);
  const keys = (found: readonly string[]) => unique(found.map(phoneticKey)).filter(Boolean);
  const surnameSounds = sounds(name.surname);
  return {
    surnames: keys(surnameSounds),
    surnameSounds,
    givenNames: keys(wholeAndFirst(name.givenName ?? '').flatMap(sounds)),
    patronymics: keys(sounds(name.patronymic).map(fatherSound)),
  };
}

/** The keys that a key becomes when two neighbouring consonants change places: slips that leave few trigrams alike. */
export function swappedKeys(key: string): readonly string[] {
  const swapped = Array.from(key.slice(1), (letter, at) => {
    return `${key.slice(0, at)}${letter}${key.charAt(at)}${key.slice(at + 2)}`;
  });
  return unique(swapped).filter((found) => found !== key);
}

/** The script of a name in parts, by the letters of all of them. */
export function scriptOfParts({ surname, givenName, patronymic }: NameParts): NameScript {
  return scriptOf([surname, givenName, patronymic].filter(Boolean).join(' '));
}

function wholeAndFirst(name: string): readonly string[] {
  const [first = '', ...more] = name.trim().split(/\s+/);
  return more.length === 0 ? [first] : [name, first];
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)];
