/**
 * Words in letters of two scripts: a Latin A in a Cyrillic name looks the same and is another letter. Such a word is
 * read as Cyrillic, which is what keyboards and scanners mix it into; words of one script are left alone.
 */
import { letterTable, spell } from './letter-table.js';

const LOOKALIKES = letterTable('a=а b=в c=с e=е h=н i=і j=ј k=к m=м o=о p=р t=т x=х y=у ə=ә');
const word = /[\p{L}\p{M}]+/gu;
const latin = /\p{Script=Latin}/u;
const cyrillic = /\p{Script=Cyrillic}/u;

/** The text in small letters with each mixed word in Cyrillic alone. */
export function unmix(text: string): string {
  return text.replace(word, (found) =>
    latin.test(found) && cyrillic.test(found) ? spell(found, LOOKALIKES) : found,
  );
}
