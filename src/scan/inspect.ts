/** Looks through a free text for what says who somebody is (B-3c). Pure, and linear in the text. */
import { findBirths } from './births.js';
import { findDocumentNumbers } from './document-numbers.js';
import { type Finding, inOrder } from './finding.js';
import { foldText } from './fold.js';
import { findAccounts, findContacts, findEncoded } from './lesser.js';
import { findZones } from './mrz.js';
import { runsIn } from './runs.js';
import { linesIn } from './table-rows.js';

/** Which rules these are: a verdict holds for them alone. Raised with every change of what is found. */
export const SCANNER = 2;

/**
 * What is found, in the order of the text.
 *
 * @example inspect('passport No. C01234567')[0]?.kind // 'DOCUMENT_NUMBER'
 */
export function inspect(text: string): readonly Finding[] {
  const folded = foldText(text);
  const runs = runsIn(folded);
  const lines = linesIn(folded.lower);
  return inOrder([
    ...findZones(folded, runs),
    ...findDocumentNumbers(folded, runs, lines),
    ...findBirths(folded, runs, lines),
    ...findAccounts(folded, runs),
    ...findContacts(folded),
    ...findEncoded(folded),
  ]);
}
