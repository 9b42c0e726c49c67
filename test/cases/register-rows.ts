/**
 * Rows of the register and whether they may be released. `asOf` is 15 June 2026; the grants ask on 20 June.
 * The purpose is one that opens the item, so that only the row rule can stand in the way.
 */
type Columns = Readonly<Record<string, string | number | boolean | null>>;
type RowCase = readonly ['released' | 'never', Columns];

export interface RowCases {
  readonly id: string;
  readonly rule: string;
  readonly instrument: 'AZ-KZ-2019' | 'EU-AZ-2014';
  readonly purpose: string;
  readonly field: string;
  readonly table: string;
  readonly rows: readonly RowCase[];
}

const AZ_KZ = { instrument: 'AZ-KZ-2019', purpose: 'LEGAL_STATUS_DETERMINATION' } as const;
const EU = { instrument: 'EU-AZ-2014', purpose: 'READMISSION' } as const;
const passport = { use: 'TRAVEL', kind: 'PASSPORT', number: 'C01234567' };
const home = { kind: 'RESIDENCE', place: 'Bakı' };
const permit = { kind: 'TEMPORARY_RESIDENCE', status: 'VALID' };
const fine = { stage: 'CONVICTED', staged_on: '2024-02-01', provision: '575.1' };
const closed: readonly RowCase[] = [
  ['never', { authority_code: 'AZ-SMS-ASYLUM' }],
  ['never', { authority_code: 'UNHCR' }],
  ['released', { authority_code: 'AZ-SMS' }],
  ['released', { authority_code: null, authority_name: null }],
];
const all = (columns: Columns, cases: readonly RowCase[]): readonly RowCase[] =>
  cases.map(([expected, more]) => [expected, { ...columns, ...more }]);

const liability: readonly RowCase[] = all(fine, [
  ['released', {}],
  ['never', { spent: true }],
  ['never', { expunged: true }],
  ['never', { juvenile: true }],
  ...closed,
]);

export const ROW_CASES: readonly RowCases[] = [
  {
    id: 'A-5.1(4) A-6.6',
    rule: 'documents for going abroad or residing, no refugee document, no asylum body',
    ...AZ_KZ,
    field: 'documents',
    table: 'document',
    rows: all(passport, [
      ['released', {}],
      ['released', { use: 'RESIDENCE', kind: 'IDENTITY_CARD' }],
      ['never', { use: null, kind: 'OTHER' }],
      ['never', { refugee: true }],
      ...closed,
    ]),
  },
  {
    id: 'A-6.6',
    rule: 'any document, no refugee document, no asylum body',
    ...EU,
    field: 'documents',
    table: 'document',
    rows: all(passport, [
      ['released', { use: null, kind: 'OTHER' }],
      ['never', { refugee: true }],
      ...closed,
    ]),
  },
  {
    id: 'A-6.11 A-5.2',
    rule: 'only surely in force on the day of asOf',
    ...AZ_KZ,
    field: 'entryBans',
    table: 'entry_ban',
    rows: all({ kind: 'ENTRY' }, [
      ['released', { banned_from: '2026-06-15', banned_until: '2026-06-15' }],
      ['released', { banned_from: '2024-01-01', indefinite: true }],
      ['released', { banned_from: '2024', banned_until: '2027' }],
      ['released', { banned_from: '2026-05', banned_until: '2026-07' }],
      ['released', { banned_from: null, banned_until: '2030-01-01' }],
      ['never', { banned_from: '2026-06-16', indefinite: true }],
      ['never', { banned_from: '2024-01-01', banned_until: '2026-06-14' }],
      ['never', { banned_from: '2026-06', banned_until: '2027' }],
      ['never', { banned_from: '2026', banned_until: '2027' }],
      ['never', { banned_from: '2024', banned_until: '2026' }],
      ['never', { banned_from: '2024', banned_until: '2026-06' }],
      ['never', { banned_from: '2024', banned_until: '2025' }],
    ]),
  },
  {
    id: 'A-6.5',
    rule: 'citizenships of the Parties alone',
    ...AZ_KZ,
    field: 'citizenships',
    table: 'citizenship',
    rows: [
      ['released', { country: 'KAZ' }],
      ['released', { country: 'AZE', until: '2010' }],
      ['never', { country: 'RUS' }],
      ['never', { country: 'XXA' }],
      ['never', { country: null }],
    ],
  },
  {
    id: 'A-10.4c',
    rule: 'every citizenship, no code of protection',
    ...EU,
    field: 'citizenships',
    table: 'citizenship',
    rows: [
      ['released', { country: 'RUS' }],
      ['released', { country: null }],
      ['never', { country: 'XXA' }],
      ['never', { country: 'XXB' }],
      ['never', { country: 'XXC' }],
    ],
  },
  {
    id: 'A-5.1(3)',
    rule: 'admission and restoration by the Parties alone',
    ...AZ_KZ,
    field: 'citizenshipEvents',
    table: 'citizenship_event',
    rows: [
      ['released', { kind: 'ADMITTED', country: 'AZE', happened_on: '2015' }],
      ['never', { kind: 'ADMITTED', country: 'RUS', happened_on: '2015' }],
      ['never', { kind: 'RESTORED', country: 'XXC', happened_on: '2015' }],
    ],
  },
  {
    id: 'A-5.1(1) A-6.9',
    rule: 'no reception centre, no asylum body',
    ...AZ_KZ,
    field: 'registrations',
    table: 'registration',
    rows: all(home, [['released', {}], ['never', { reception: true }], ...closed]),
  },
  {
    id: 'A-5.1(2) A-6.10',
    rule: 'no asylum body',
    ...AZ_KZ,
    field: 'permits',
    table: 'permit',
    rows: all(permit, [['released', { status: 'EXPIRED' }], ...closed]),
  },
  {
    id: 'A-5.1(2)',
    rule: 'every right to work',
    ...AZ_KZ,
    field: 'workRights',
    table: 'work_right',
    rows: [['released', { basis: 'EXEMPT' }]],
  },
  {
    id: 'A-6.7',
    rule: 'nothing spent, expunged or juvenile',
    ...AZ_KZ,
    field: 'administrativeLiability',
    table: 'administrative_liability',
    rows: liability,
  },
  {
    id: 'A-6.8',
    rule: 'nothing spent, expunged or juvenile',
    ...AZ_KZ,
    field: 'criminalLiability',
    table: 'criminal_liability',
    rows: liability,
  },
  {
    id: 'A-10.4c',
    rule: 'no code of protection',
    ...EU,
    field: 'travelRoute',
    table: 'travel_leg',
    rows: [
      ['released', { country: 'TUR', place: 'İstanbul' }],
      ['never', { country: 'XXB', place: 'İstanbul' }],
    ],
  },
];

/** Whether a child's rows are released: the day of age against 15 June 2026, and the coordinator's decision. */
export const CHILD_CASES = [
  { adultOn: '2026-06-15', decided: false, released: true },
  { adultOn: '2026-06-16', decided: false, released: false },
  { adultOn: null, decided: false, released: false },
  { adultOn: '2030-01-01', decided: true, released: true },
] as const;

/** Fields that a child's rule binds, with the purpose that opens each and a row of it. */
export const CHILD_FIELDS = [
  {
    id: 'A-6.7',
    purpose: 'LEGAL_STATUS_DETERMINATION',
    field: 'administrativeLiability',
    table: 'administrative_liability',
    columns: fine,
  },
  {
    id: 'A-6.8',
    purpose: 'LEGAL_STATUS_DETERMINATION',
    field: 'criminalLiability',
    table: 'criminal_liability',
    columns: fine,
  },
  {
    id: 'A-6.12',
    purpose: 'PERSON_DETECTION',
    field: 'photograph',
    table: 'photograph',
    columns: { media_type: 'image/png' },
  },
  {
    id: 'A-6.13',
    purpose: 'IDENTITY_ESTABLISHMENT',
    field: 'fingerprintCard',
    table: 'fingerprint_card',
    columns: { media_type: 'image/x-wsq' },
  },
] as const;
