/**
 * Numbers of documents as they are compared: capitals and digits alone, and a Cyrillic letter as the Latin one that
 * looks the same, for that is how a number is read off a paper. O and 0 stay apart: they are different numbers.
 */
import { letterTable, spell } from '../names/letter-table.js';

const LOOKALIKES = letterTable('А=A В=B Е=E К=K М=M Н=H О=O Р=P С=C Т=T У=Y Х=X І=I Ј=J');
const notNumber = /[^A-Z0-9]+/g;
// What is shorter is found everywhere.
const LEAST_CHARACTERS = 4;
const MOST_CHARACTERS = 40;

/** A number, or a series and number, as it is compared; empty where nothing of it can be. */
function documentKey(number: string): string {
  const capitals = number.slice(0, MOST_CHARACTERS).normalize('NFKC').toUpperCase();
  return spell(capitals, LOOKALIKES).replace(notNumber, '');
}

/** The keys a document is found by: series with number first, then the number alone; each once, none too short. */
export function documentKeys({
  series,
  number,
}: {
  readonly series?: string | null | undefined;
  readonly number?: string | null | undefined;
}): readonly string[] {
  const keys = [documentKey(`${series ?? ''}${number ?? ''}`), documentKey(number ?? '')];
  return [...new Set(keys)].filter((key) => key.length >= LEAST_CHARACTERS);
}
