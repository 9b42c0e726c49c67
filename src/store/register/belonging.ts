/**
 * isNationalOf: whether a person belongs to a state on the day of `asOf` (5(1)(3)), without the list of citizenships.
 * UNDETERMINED where it is not known, where a partial date leaves it open, and for every state that is not to be told.
 */
import { PROTECTED_STATUS_CODES } from '../../register/index.js';
import type { Instrument } from '../../treaty/index.js';
import type { FoundSubject } from '../reader.js';
import { readerOf } from '../wall/readers.js';
import { readName } from '../wall/relations.js';
import { possiblyBegun, possiblyNotEnded, surelyBegun, surelyNotEnded } from './partial-dates.js';
import { type Reading, readOf, valuesFor } from './reading.js';
import { prepare, run, textFor } from './statement.js';

export type Belonging = 'YES' | 'NO' | 'UNDETERMINED';

/** Whether the register may be asked at all: never for a code of protection, nor for a third state under the Parties' agreement. */
export function mayBeTold({ rows, parties }: Instrument, state: string): boolean {
  if (PROTECTED_STATUS_CODES.includes(state)) return false;
  return rows.citizenships === 'ALL' || parties.some(({ country }) => country === state);
}

const citizenship = (where: string): string =>
  `exists (select from register.citizenship_belonging b where b.record_id = p.record_id and ${where})`;

/** The answer about the person `p` as an expression; `state` stands for a parameter. */
export function belongingText(state: string): string {
  const surely = citizenship(
    `b.country = ${state} and ${surelyBegun('b.since', '{day}')} and ${surelyNotEnded('b.until', '{day}')}`,
  );
  const possibly = citizenship(
    `(b.country = ${state} or b.country is null or b.country = 'XXX')` +
      ` and ${possiblyBegun('b.since', '{day}')} and ${possiblyNotEnded('b.until', '{day}')}`,
  );
  return (
    `case when not p.citizenship_belonging_known then 'UNDETERMINED' when ${surely} then 'YES' ` +
    `when ${possibly} then 'UNDETERMINED' else 'NO' end`
  );
}

const BELONGING =
  `select p.record_id::text as record, ${belongingText('{state}')} as belonging ` +
  `from ${readName('person')} p where p.record_id = any({records}::bigint[])`;

interface BelongingRow {
  readonly record: string;
  readonly belonging: Belonging;
}

/** Answers for each subject, in their order. */
export async function readBelonging(
  reading: Reading,
  state: string,
  found: readonly FoundSubject[],
): Promise<Belonging[]> {
  const values = { ...valuesFor(reading, found), state };
  const { opening, options } = reading;
  const role = readerOf(options.grant.instrument.id, options.grant.purpose);
  const asked = prepare(opening.statements, textFor(role, BELONGING));
  const rows = await readOf(reading, found, (lane) => run<BelongingRow>(lane, asked, values));
  const byRecord = new Map(rows.map(({ record, belonging }) => [record, belonging]));
  return found.map(({ record }) => byRecord.get(record) ?? 'UNDETERMINED');
}
