/**
 * Search keys: what a name is found by, never what is shown. A key is the name in one case, without marks, spaces or
 * punctuation, in the script it was written in; letters of different scripts stay different here.
 */

/** BCP 47 tags of the scripts the register keeps names in. */
export const NAME_SCRIPTS = [
  'ru-Cyrl',
  'kk-Cyrl',
  'az-Cyrl',
  'az-Latn',
  'kk-Latn',
  'und-Latn',
] as const;
export type NameScript = (typeof NAME_SCRIPTS)[number];

type Fold = (decomposed: string) => string;

const notLetterOrDigit = /[^\p{L}\p{Nd}]+/gu;

// Dotted and dotless i are different letters, and officers mix them: both fold to i. Ə stays a letter of its own.
const foldLatin: Fold = (text) => text.replaceAll('ı', 'i');
const keep: Fold = (text) => text;

const FOLDS: Readonly<Record<NameScript, Fold>> = {
  'ru-Cyrl': keep,
  'kk-Cyrl': keep,
  'az-Cyrl': keep,
  'az-Latn': foldLatin,
  'kk-Latn': foldLatin,
  'und-Latn': foldLatin,
};

/** Whether a text is the tag of a script that names are kept in. */
export function isNameScript(text: string): text is NameScript {
  return Object.hasOwn(FOLDS, text);
}

/** The key of a name or part of one; empty where nothing of it is a letter or a digit. */
export function searchKey(name: string, script: NameScript): string {
  // Decomposed, marks are characters of their own and fall with the punctuation: ё as е, й as и, ş as s.
  const letters = name.normalize('NFKD').toLowerCase().normalize('NFKD');
  return FOLDS[script](letters.replace(notLetterOrDigit, ''));
}
