/**
 * A machine readable zone, pasted whole (ICAO Doc 9303 parts 3 to 5, TD1 and TD3). A wrong check digit is told and the
 * fields are read all the same: that a document does not add up may be what the request is about.
 */

import { isPartialDate } from '../../register/index.js';
import type { Day } from '../../treaty/index.js';
import { checkDigit } from './check-digit.js';
import { type CheckedField, MRZ_LAYOUTS, type MrzLayout } from './mrz-layout.js';

/** Why a zone cannot be read, or does not add up. */
export type MrzFault =
  | { readonly code: 'MRZ_LENGTH' | 'MRZ_CHARACTER' | 'MRZ_DATE' | 'MRZ_SEX' }
  | { readonly code: 'MRZ_CHECK_DIGIT'; readonly field: CheckedField };

export interface MachineReadableZone {
  readonly form: 'TD1' | 'TD3';
  readonly documentCode: string;
  /** Three letters as the register writes them: `D` of the zone is `DEU`. */
  readonly issuer: string;
  readonly number: string;
  readonly nationality: string;
  /** Partial where the zone has fillers; null where it has no year, or no date. */
  readonly dateOfBirth: string | null;
  readonly sex: 'MALE' | 'FEMALE' | 'NOT_KNOWN';
  /** The primary identifier, and the secondary one (given names, with the patronymic where the state puts it there). */
  readonly surname: string;
  readonly givenName: string;
  /** The names fill their field to its end: some letters may be missing. */
  readonly namesTruncated: boolean;
}

/** What reading gave: the zone where its length and characters are those of one, and every fault. */
export interface MrzReading {
  readonly zone: MachineReadableZone | null;
  readonly faults: readonly MrzFault[];
}

const SEXES: Readonly<Record<string, MachineReadableZone['sex']>> = {
  M: 'MALE',
  F: 'FEMALE',
  '<': 'NOT_KNOWN',
};
const zoneCharacters = /^[A-Z0-9<]*$/;
const nameCharacters = /^[A-Z<]*$/;
const digits = /^[0-9]$/;

/** Reads attacker-controlled text. `on` tells the century of the birth: the latest year that is not after it. */
export function readMrz(pasted: string, on: Day): MrzReading {
  const text = pasted.replace(/\s+/gu, '').toUpperCase();
  const layout = MRZ_LAYOUTS.find(({ length }) => length === text.length);
  if (layout === undefined) return { zone: null, faults: [{ code: 'MRZ_LENGTH' }] };
  if (!zoneCharacters.test(text) || !nameCharacters.test(cut(text, layout.names))) {
    return { zone: null, faults: [{ code: 'MRZ_CHARACTER' }] };
  }
  const birth = birthOf(cut(text, layout.dateOfBirth), on);
  const sex = SEXES[cut(text, layout.sex)];
  return {
    zone: { ...fieldsOf(text, layout), dateOfBirth: birth ?? null, sex: sex ?? 'NOT_KNOWN' },
    faults: [
      ...checkFaults(text, layout),
      ...(birth === undefined ? [{ code: 'MRZ_DATE' } as const] : []),
      ...(sex === undefined ? [{ code: 'MRZ_SEX' } as const] : []),
    ],
  };
}

const cut = (text: string, [from, to]: readonly [number, number]): string => text.slice(from, to);
const trimmed = (text: string): string => text.replace(/<+$/, '').replace(/<+/g, ' ').trim();

function fieldsOf(text: string, layout: MrzLayout) {
  const names = cut(text, layout.names);
  const [primary = '', ...secondary] = names.split('<<');
  return {
    form: layout.form,
    documentCode: trimmed(cut(text, layout.documentCode)),
    issuer: stateOf(cut(text, layout.issuer)),
    number: trimmed(longNumber(text, layout)?.number ?? cut(text, layout.number)),
    nationality: stateOf(cut(text, layout.nationality)),
    surname: trimmed(primary),
    givenName: trimmed(secondary.join('<')),
    namesTruncated: !names.endsWith('<'),
  };
}

const stateOf = (field: string): string => (field === 'D<<' ? 'DEU' : trimmed(field));

// On a card the filler in place of the check digit says that the number goes on in the optional data, its own check
// digit behind it (9303-5, 4.2.2).
function longNumber(text: string, { number, numberGoesOn }: MrzLayout) {
  if (numberGoesOn === null || text[number[1]] !== '<') return undefined;
  const [rest = ''] = cut(text, numberGoesOn).split('<');
  if (rest.length < 2) return undefined;
  return { number: cut(text, number) + rest.slice(0, -1), digit: rest.slice(-1) };
}

function checkFaults(text: string, layout: MrzLayout): readonly MrzFault[] {
  return layout.checks
    .filter(({ field, over, digit }) => {
      const long = field === 'number' ? longNumber(text, layout) : undefined;
      const checked = long?.number ?? over.map((range) => cut(text, range)).join('');
      return !isRightDigit(field, checked, long?.digit ?? text[digit]);
    })
    .map(({ field }) => ({ code: 'MRZ_CHECK_DIGIT', field }));
}

// Where there is no optional data at all, its digit may be a filler (9303-4, 4.2.2.2).
const isRightDigit = (field: CheckedField, checked: string, digit = ''): boolean =>
  digit === checkDigit(checked) || (field === 'optional' && digit === '<' && /^<*$/.test(checked));

/** The partial date of a birth `YYMMDD`; null where the year is not known, undefined where it is no date. */
function birthOf(field: string, on: Day): string | null | undefined {
  const [year = '', month = '', day = ''] = field.match(/../g) ?? [];
  if (year === '<<') return null;
  if (![...year].every((character) => digits.test(character))) return undefined;
  const known = [month, day].slice(0, month === '<<' ? 0 : day === '<<' ? 1 : 2);
  const inCentury = (century: number) => [`${century}${year}`, ...known].join('-');
  const century = Number(on.slice(0, 2));
  const latest = inCentury(century);
  // Compared as far as the partial date goes: the year of `on` itself may still hold the birth.
  const date = latest <= on.slice(0, latest.length) ? latest : inCentury(century - 1);
  return isPartialDate(date) ? date : undefined;
}
