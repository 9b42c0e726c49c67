/**
 * Persons who differ in nothing but what is withheld. `variant(one, at)` is the same person for every `at` to whoever
 * asks under the person's standing; what the standing does not open, and every row that a row rule keeps back, is
 * another thing for each `at`: other values, null, [], other counts.
 */
import type { PersonRecord } from '../../src/register/index.js';
import type { RowRules } from '../../src/treaty/index.js';
import { canaryPerson } from './canaries.js';
import { wholePerson } from './whole-person.js';

export interface Twin {
  readonly id: string;
  /** Whether a coordinate is released to whoever asks about this person. */
  readonly isOpen: (coordinate: string) => boolean;
  readonly rows: RowRules;
  /** What is known of the person beside what is withheld. */
  readonly known?: Partial<PersonRecord>;
}

/** The person as one register has it, or another. */
export function variant(twin: Twin, at: number): PersonRecord {
  const whole: PersonRecord = { ...wholePerson(twin.id), ...twin.known };
  const fields = Object.keys(wholePerson(twin.id)).filter((field) => field !== 'id');
  const values = fields.map((field, nth) => {
    const value: unknown = Reflect.get(whole, field);
    if (twin.isOpen(`Person.${field}`)) return [field, openValue(twin, { field, value, at })];
    return [field, pick(choices(twin, field), at + nth)];
  });
  const searchNames = [{ script: 'kk-Cyrl', surname: `Іздеу${at}` }];
  return { ...whole, ...Object.fromEntries(values), searchNames };
}

const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % list.length];

// Any three or four values next to each other are all different.
function choices({ id, isOpen }: Twin, field: string): readonly unknown[] {
  if (field === 'citizenships') return isOpen('Person.isNationalOf') ? SAME_STATE : PARTIES;
  if (field === 'dateOfBirth') return ['1971', '1972-03', '1973-04-05'];
  const one: unknown = Reflect.get(wholePerson(id), field);
  const other: unknown = Reflect.get(canaryPerson(id), field);
  if (Array.isArray(one) && Array.isArray(other))
    return [one, [], null, [...other, ...one, ...other]];
  return [one, null, other];
}

// Always within every instrument's scope; the first kind also of one state and no other of the Parties.
const PARTIES = [[{ country: 'KAZ' }], [], null, [{ country: 'AZE' }, { country: 'RUS' }]];
const SAME_STATE = [
  [{ country: 'AZE', since: '1992' }],
  [{ country: 'AZE', since: '1993' }, { country: 'RUS' }],
  [{ country: 'RUS' }, { country: 'AZE' }, { country: 'XXB' }],
];

interface OpenValue {
  readonly field: string;
  readonly value: unknown;
  readonly at: number;
}

/** The value of an open field with its closed children changed, and among its rows those that nobody may see. */
function openValue(twin: Twin, { field, value, at }: OpenValue): unknown {
  if (!Array.isArray(value)) return value;
  const rows: readonly unknown[] = value.map((row) =>
    withChildren(twin, { field, value: row, at }),
  );
  const hidden = hiddenRows(twin, field);
  return [...hidden.slice(0, at % 2), ...rows, ...(at % 2 === 0 ? [] : hidden.slice(1))];
}

const CHILDREN: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  documents: {
    'IdentityDocument.kind': ['PASSPORT', null, 'OTHER'],
    'IdentityDocument.expiresOn': ['2028-01-02', null, '2031'],
    'IdentityDocument.placeOfIssue': ['Town A', null, 'Town B'],
  },
  registrations: { 'Registration.place': ['Street A', null, 'Street B'] },
  entryBans: { 'EntryBan.grounds': [[{ code: 'G1' }], [], null, [{ code: 'G2' }, { code: 'G3' }]] },
};

function withChildren({ isOpen }: Twin, { field, value, at }: OpenValue): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const closed = Object.entries(CHILDREN[field] ?? {}).filter(
    ([coordinate]) => !isOpen(coordinate),
  );
  const children = closed.map(([coordinate, all], nth) => [
    coordinate.slice(coordinate.indexOf('.') + 1),
    pick(all, at + nth),
  ]);
  return { ...value, ...Object.fromEntries(children) };
}

/** Rows that the row rules keep back from everybody who asks under this standing. */
function hiddenRows({ rows }: Twin, field: string): readonly object[] {
  const byRule = (HIDDEN_BY_RULE[field] ?? []).filter(({ when }) => when(rows));
  return [...byRule.map(({ row }) => row), ...(HIDDEN[field] ?? [])];
}

const asylum = { code: 'AZ-SMS-ASYLUM', name: null };
const liabilities = [
  { stage: 'CONVICTED', on: '2020', provision: '1', spent: true },
  { stage: 'CONVICTED', on: '2020', provision: '2', expunged: true },
  { stage: 'CHARGED', on: '2020', provision: '3', juvenile: true },
  { stage: 'CHARGED', on: '2020', provision: '4', authority: asylum },
];

const HIDDEN: Readonly<Record<string, readonly object[]>> = {
  citizenships: [{ country: 'XXB' }],
  citizenshipEvents: [{ kind: 'ADMITTED', country: 'XXA', on: '2001' }],
  documents: [
    { use: 'TRAVEL', kind: 'OTHER', refugee: true },
    { use: 'RESIDENCE', kind: 'RESIDENCE_CARD', issuingAuthority: asylum },
  ],
  registrations: [
    { kind: 'STAY', place: 'Reception', registeredOn: '2026-01-01', reception: true },
    { kind: 'STAY', place: 'Elsewhere', registeredOn: '2026-01-01', authority: asylum },
  ],
  permits: [{ kind: 'TEMPORARY_RESIDENCE', status: 'VALID', indefinite: true, authority: asylum }],
  administrativeLiability: liabilities,
  criminalLiability: liabilities,
  travelRoute: [{ country: 'XXC', place: 'Nowhere', arrivedOn: '2026-02' }],
};

interface HiddenByRule {
  readonly when: (rows: RowRules) => boolean;
  readonly row: object;
}

const ofParties = ({ citizenships }: RowRules) => citizenships === 'OF_PARTIES';
const inForce = ({ entryBans }: RowRules) => entryBans === 'IN_FORCE';
const HIDDEN_BY_RULE: Readonly<Record<string, readonly HiddenByRule[]>> = {
  citizenships: [{ when: ofParties, row: { country: 'RUS', since: '1991' } }],
  citizenshipEvents: [{ when: ofParties, row: { kind: 'RESTORED', country: 'TUR', on: '2010' } }],
  documents: [
    {
      when: ({ documents }) => documents === 'TRAVEL_OR_RESIDENCE',
      row: { series: 'DL', number: '1', kind: 'OTHER' },
    },
  ],
  entryBans: [
    {
      when: inForce,
      row: { kind: 'ENTRY', from: '2010', until: '2011', grounds: [{ code: 'ENDED' }] },
    },
    { when: inForce, row: { kind: 'EXIT', from: '2027', indefinite: true } },
  ],
};
