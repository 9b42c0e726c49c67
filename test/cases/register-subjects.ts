/** Persons and whether they are found. `asOf` is 15 June 2026; the grants ask on 20 June. */
type Columns = Readonly<Record<string, string | number | boolean | null>>;

/** Under an instrument that speaks of the Parties' nationals (Azerbaijan and Kazakhstan). */
export const SCOPE_CASES: readonly {
  readonly known: boolean;
  readonly countries: readonly Columns[];
  readonly found: boolean;
}[] = [
  { known: true, countries: [{ country: 'KAZ' }], found: true },
  { known: true, countries: [{ country: 'RUS' }, { country: 'AZE' }], found: true },
  { known: true, countries: [{ country: 'RUS' }], found: false },
  { known: true, countries: [{ country: 'XXA' }], found: false },
  { known: true, countries: [], found: true },
  { known: false, countries: [], found: true },
  // Whether a former national is one still is the question that 5(1)(3) asks: scope does not presume its answer.
  { known: true, countries: [{ country: 'KAZ', until: '2015' }, { country: 'RUS' }], found: true },
  { known: true, countries: [{ country: null }], found: true },
  { known: true, countries: [{ country: 'XXX' }], found: true },
];

const stay = { kind: 'TEMPORARY_RESIDENCE', status: 'VALID', valid_from: '2025-01-01' };
const home = { kind: 'RESIDENCE', registered_on: '2025-01-01' };

const permits: readonly { readonly row: Columns; readonly found: boolean }[] = [
  { row: { ...stay, valid_until: '2026-06-20' }, found: true },
  { row: { ...stay, valid_until: '2027' }, found: true },
  { row: { ...stay, indefinite: true }, found: true },
  { row: { ...stay, valid_until: '2026-06-19' }, found: false },
  { row: { ...stay, valid_until: '2026-06' }, found: false },
  { row: { ...stay, valid_until: null }, found: false },
  { row: { ...stay, valid_from: '2026-06-16', indefinite: true }, found: false },
  { row: { ...stay, valid_from: '2026-06', indefinite: true }, found: false },
  { row: { ...stay, status: 'REVOKED', indefinite: true }, found: false },
  { row: { ...stay, status: null, indefinite: true }, found: false },
  { row: { ...stay, indefinite: true, authority_code: 'UNHCR' }, found: false },
];

export const CONDITION_CASES = [
  {
    id: 'A-3.1(4)',
    condition: 'VALID_PERMIT',
    purpose: 'RIGHTS_PROTECTION',
    cases: [
      ...permits.map((one) => ({ table: 'permit', ...one })),
      { table: 'permit', row: { ...stay, kind: 'WORK', indefinite: true }, found: false },
      { table: 'registration', row: home, found: false },
    ],
  },
  {
    id: 'A-3.1(5)',
    condition: 'GROUNDS_FOR_STAY',
    purpose: 'LEGAL_STATUS_DETERMINATION',
    cases: [
      ...permits.map((one) => ({ table: 'permit', ...one })),
      { table: 'permit', row: { ...stay, kind: 'WORK', indefinite: true }, found: true },
      { table: 'registration', row: home, found: true },
      { table: 'registration', row: { ...home, valid_until: '2026-06-20' }, found: true },
      { table: 'registration', row: { ...home, valid_until: '2026-06-19' }, found: false },
      { table: 'registration', row: { ...home, deregistered_on: '2026-01-01' }, found: false },
      { table: 'registration', row: { ...home, registered_on: '2026-07' }, found: false },
      { table: 'registration', row: { ...home, reception: true }, found: false },
      { table: 'registration', row: { ...home, authority_code: 'UNHCR' }, found: false },
    ],
  },
] as const;

/** Under AZ-KZ-2019 unless said. */
export const BELONGING_CASES: readonly {
  readonly known: boolean;
  readonly countries: readonly Columns[];
  readonly state: string;
  readonly answer: 'YES' | 'NO' | 'UNDETERMINED';
  readonly instrument?: string;
}[] = [
  { known: true, countries: [{ country: 'KAZ' }], state: 'KAZ', answer: 'YES' },
  { known: true, countries: [{ country: 'KAZ' }], state: 'AZE', answer: 'NO' },
  { known: false, countries: [], state: 'KAZ', answer: 'UNDETERMINED' },
  { known: true, countries: [], state: 'KAZ', answer: 'NO' },
  { known: true, countries: [{ country: null }], state: 'KAZ', answer: 'UNDETERMINED' },
  { known: true, countries: [{ country: 'XXX' }], state: 'KAZ', answer: 'UNDETERMINED' },
  { known: true, countries: [{ country: 'KAZ', until: '2020-05' }], state: 'KAZ', answer: 'NO' },
  { known: true, countries: [{ country: 'KAZ', since: '2026-06-16' }], state: 'KAZ', answer: 'NO' },
  {
    known: true,
    countries: [{ country: 'KAZ', since: '2026-06-15' }],
    state: 'KAZ',
    answer: 'YES',
  },
  {
    known: true,
    countries: [{ country: 'KAZ', until: '2026' }],
    state: 'KAZ',
    answer: 'UNDETERMINED',
  },
  {
    known: true,
    countries: [{ country: 'KAZ', since: '2026' }],
    state: 'KAZ',
    answer: 'UNDETERMINED',
  },
  // A third state: whatever the register has, it is not told.
  {
    known: true,
    countries: [{ country: 'KAZ' }, { country: 'RUS' }],
    state: 'RUS',
    answer: 'UNDETERMINED',
  },
  { known: true, countries: [{ country: 'KAZ' }], state: 'RUS', answer: 'UNDETERMINED' },
  {
    known: true,
    countries: [{ country: 'RUS' }],
    state: 'RUS',
    answer: 'YES',
    instrument: 'EU-AZ-2014',
  },
  // A code of protection is never told, by any answer.
  {
    known: true,
    countries: [{ country: 'XXB' }],
    state: 'XXB',
    answer: 'UNDETERMINED',
    instrument: 'EU-AZ-2014',
  },
  {
    known: true,
    countries: [{ country: 'AZE' }],
    state: 'XXB',
    answer: 'UNDETERMINED',
    instrument: 'EU-AZ-2014',
  },
];
