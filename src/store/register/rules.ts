/**
 * The row rules of the instruments as predicates, so that a row which may not be released is never fetched. They stand in
 * the wall (`wall/rows.ts`) and in no statement: what they ask of (`refugee`, `spent`) can then be read by nobody.
 * `c` is the record's own table.
 */
import { PROTECTED_STATUS_CODES } from '../../register/index.js';
import type { RowRules } from '../../treaty/index.js';
import { surelyBegun, surelyNotEnded } from './partial-dates.js';

/** A predicate, or null where the rule does not bind under the instrument. */
export type RowRule = (rows: RowRules) => string | null;

const protectedCodes = PROTECTED_STATUS_CODES.map((code) => `'${code}'`).join(', ');

/** A country, never a code that says somebody is under protection (A-10.4c). */
export const openCountry: RowRule = () =>
  `(c.country is null or c.country not in (${protectedCodes}))`;

/** Under an instrument that speaks of the Parties' nationals, no third country (A-3.1(2), A-6.5). */
export const partyCountry: RowRule = (rows) =>
  rows.citizenships === 'OF_PARTIES' ? 'c.country = any({parties}::text[])' : null;

/** Nothing that an asylum body issued or keeps (A-10.4c). */
export const noAsylumBody: RowRule = () =>
  '(c.authority_code is null or c.authority_code <> all({asylum}::text[]))';

/** Only documents for going abroad or residing (6(6)). */
export const travelOrResidence: RowRule = (rows) =>
  rows.documents === 'TRAVEL_OR_RESIDENCE' ? 'c.use is not null' : null;

/** No refugee's document (A-10.4c). */
export const noRefugee: RowRule = () => 'not c.refugee';

/** No reception centre (A-10.4c). */
export const noReception: RowRule = () => 'not c.reception';

/** Only bans surely in force on the day of `asOf`: 6(11) speaks of a present fact. */
export const banInForce: RowRule = (rows) =>
  rows.entryBans === 'IN_FORCE'
    ? `${surelyBegun('c.banned_from', '{day}')} and ${surelyNotEnded('c.banned_until', '{day}')}`
    : null;

/** No spent, expunged or juvenile record. */
export const notSpent: RowRule = () => 'not c.spent and not c.expunged and not c.juvenile';

/** The person `p` is surely 18 on the day of `asOf` (A-10.4d). */
export const IS_ADULT = 'p.adult_on <= {day}::date';
