/**
 * The sound of a name: what is left of its letters when the ways of writing it in ru-Cyrl, kk-Cyrl, az-Latn, az-Cyrl
 * and Latin transliterations are brought together. Twelve consonants and three vowels:
 *
 *   k  к қ г ғ ҝ х һ, k q g gh ğ kh h x   Qasımov, Касымов, Гасымов; Həsənov, Гасанов, Хасанов
 *   c  ж ч ҹ дж, zh j c ç ch dzh          Cəfərov, Джафаров; Жұмабаев, Zhumabayev, Jumabaev
 *   s  с ш щ ц, s ş sh shch ts            machine readable zones have Ş as S
 *   a  а ә е э я · u  о ө у ұ ү ё ю · i  и і ы й ј, i ı y
 *
 * b d f l m n p r t v z are themselves; ь ъ and apostrophes are silent. Doubled letters are one, i before a vowel is a
 * glide and falls, and so does what follows n by way of ң (ng).
 */
import type { NameScript } from '../search-key.js';
import { letterTable, smallLetters, spell } from './letter-table.js';
import { unmix } from './mixed-scripts.js';

const SOUNDS = letterTable(
  `а=a ә=a е=a ё=u э=a є=a я=a о=u ө=u у=u ұ=u ү=u ю=u ў=u и=i і=i ї=i ы=i й=i ј=i ь= ъ=
   б=b в=v г=k ғ=k ҝ=k ґ=k д=d ж=c ҹ=c з=z к=k қ=k л=l м=m н=n ң=n п=p р=r с=s т=t ф=f х=k һ=k ц=s ч=c ш=s щ=s`,
  `a=a ə=a e=a æ=a o=u u=u ø=u œ=u i=i ı=i y=i b=b v=v w=v f=f d=d đ=d t=t þ=t z=z s=s ß=s c=c j=c k=k q=k g=k
   h=k x=k l=l ł=l m=m n=n p=p r=r`,
);

type Rewriting = readonly (readonly [RegExp, string])[];

const CYRILLIC: Rewriting = [[/дж/g, 'ж']];
/** Letters of a Latin alphabet with one sound each: several letters are no sign. */
const LETTERS: Rewriting = [[/ž/g, 'j']];
/** Latin transliterations of Cyrillic: several letters stand for one, and j after a vowel for й. */
const SIGNS: Rewriting = [
  [/shch|sch|sh/g, 's'],
  [/tch|dzh|zh|dj|ch/g, 'c'],
  [/t[szc]/g, 's'],
  [/([kgt])h/g, '$1'],
  [/ph/g, 'f'],
  [/ee/g, 'i'],
  [/ff$/g, 'v'],
  [/(?<=i)j(?=[aeiouy])/g, 'y'],
  [/(?<=[aeiouy])j(?![aeiouy])/g, 'y'],
  ...LETTERS,
];
const J_AS_GLIDE: Rewriting = [[/j/g, 'y'], ...SIGNS];
const X_AS_TWO: Rewriting = [[/x/g, 'ks'], ...SIGNS];
/** Passports of the Soviet Union wrote names in the French manner. */
const FRENCH: Rewriting = [
  [/chtch/g, 's'],
  [/tch/g, 'c'],
  [/ch/g, 's'],
  [/gu(?=[ei])/g, 'k'],
  ...SIGNS,
];

const marks = /\p{M}+/gu;
const notSound = /[^abcdfiklmnprstuvz]+/g;
// Nobody's name is longer; what comes from outside must not cost more.
const MOST_LETTERS = 100;

/** What a register keeps of a name: the sound as its script reads it; both where signs stand among letters. */
export function soundsKept(name: string, script: NameScript): readonly string[] {
  const text = prepared(name, script);
  if (script.endsWith('Cyrl')) return distinct(text, [CYRILLIC]);
  if (script === 'und-Latn') return distinct(text, [SIGNS]);
  return distinct(text, [LETTERS, SIGNS]);
}

/**
 * Every sound that a name of this script may stand for, likeliest first, without repetition, in the letters
 * `abcdfiklmnprstuvz`; none where no table knows a letter. Latin letters have several readings: SH in ISHAK and in
 * SHIRIN, J in JAFAROV and in JUSUPOV, X in MAXIM, CH in CHINGIZ and in MOUKACHEV.
 */
export function soundsOf(name: string, script: NameScript): readonly string[] {
  const text = prepared(name, script);
  if (script.endsWith('Cyrl')) return distinct(text, [CYRILLIC]);
  const readings = script === 'und-Latn' ? [SIGNS, LETTERS] : [LETTERS, SIGNS];
  return distinct(text, [...readings, J_AS_GLIDE, X_AS_TWO, FRENCH]);
}

function prepared(name: string, script: NameScript): string {
  const turkic = script === 'az-Latn' || script === 'kk-Latn';
  return unmix(smallLetters(name.slice(0, MOST_LETTERS), turkic));
}

const distinct = (text: string, readings: readonly Rewriting[]): readonly string[] =>
  [...new Set(readings.map((reading) => sound(text, reading)))].filter((one) => one !== '');

function sound(text: string, rewriting: Rewriting): string {
  let letters = text;
  for (const [sign, letter] of rewriting) letters = letters.replace(sign, letter);
  const marked = spell(letters, SOUNDS).normalize('NFKD').replace(marks, '');
  return spell(marked, SOUNDS)
    .replace(notSound, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/i(?=[au])/g, '')
    .replace(/nk/g, 'n')
    .replace(/(.)\1+/g, '$1');
}
