/**
 * Which subjects of the grant are found: the record as of `asOf`, in the instrument's scope, not protected, and
 * meeting what the basis of the request demands. One statement of the wall's (`wall/admit-text.ts`), and the same work
 * whatever stands in the way: not found, protected and out of scope are one answer (A-10.4c).
 */
import type { Grant } from '../../requests/index.js';
import type { PersonCondition } from '../../treaty/index.js';
import { surelyBegun, surelyNotEnded } from './partial-dates.js';

// A flag set by a later record closes open grants: the current record counts beside the one that is read.
export const NOT_PROTECTED =
  'not p.protected and not exists (select from register.person later ' +
  'where later.person_key = p.person_key and later.recorded_until is null and later.protected)';

// Out only where citizenships are known and none, past or present, is of a Party. XXX: ICAO's "unspecified".
export const OF_PARTIES =
  '(not p.citizenship_belonging_known' +
  ' or not exists (select from register.citizenship_belonging b where b.record_id = p.record_id)' +
  ' or exists (select from register.citizenship_belonging b where b.record_id = p.record_id' +
  " and (b.country is null or b.country = 'XXX' or b.country = any({parties}::text[]))))";

const NO_ASYLUM_BODY = '(s.authority_code is null or s.authority_code <> all({asylum}::text[]))';

// Opens access, so an end that the register does not have is no end in the future.
const permitInForce = (kinds: string): string =>
  `exists (select from register.permit s where s.record_id = p.record_id and s.status = 'VALID'${kinds}` +
  ` and ${surelyBegun('s.valid_from', '{day}')}` +
  ` and (s.indefinite or (s.valid_until is not null and ${surelyNotEnded('s.valid_until', '{today}')}))` +
  ` and ${NO_ASYLUM_BODY})`;

const registrationInForce =
  'exists (select from register.registration s where s.record_id = p.record_id and not s.reception' +
  ` and ${surelyBegun('s.registered_on', '{day}')} and ${surelyNotEnded('s.valid_until', '{today}')}` +
  ` and ${surelyNotEnded('s.deregistered_on', '{today}')} and ${NO_ASYLUM_BODY})`;

export const CONDITIONS: Readonly<Record<PersonCondition, string>> = {
  // 3(1)(4) speaks of residence permits: a permit to work alone is none.
  VALID_PERMIT: permitInForce(" and s.kind in ('TEMPORARY_RESIDENCE', 'PERMANENT_RESIDENCE')"),
  GROUNDS_FOR_STAY: `(${permitInForce('')} or ${registrationInForce})`,
};

/** What a person's row `p` must meet to be found at all: by a match as by a grant. */
export function personRules({
  statedBy,
  instrument,
}: Pick<Grant, 'statedBy' | 'instrument'>): readonly string[] {
  return [
    ...(statedBy === 'requesting' ? [NOT_PROTECTED] : []),
    ...(instrument.rows.nationalsOfPartiesOnly ? [OF_PARTIES] : []),
  ];
}
