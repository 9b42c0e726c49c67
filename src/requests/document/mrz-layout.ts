/**
 * Where what stands in a machine readable zone: ICAO Doc 9303 part 4 (TD3, passport books) and part 5 (TD1, cards).
 * Offsets count over the lines joined, from 0.
 */
type Range = readonly [from: number, to: number];

/** A field whose check digit follows it. */
export type CheckedField = 'number' | 'dateOfBirth' | 'expiry' | 'optional' | 'composite';

export interface MrzLayout {
  readonly form: 'TD1' | 'TD3';
  /** Where the lines of the zone begin and end; a length tells the form. */
  readonly length: number;
  readonly documentCode: Range;
  readonly issuer: Range;
  readonly number: Range;
  readonly dateOfBirth: Range;
  readonly sex: Range;
  readonly nationality: Range;
  readonly names: Range;
  /** Where a number of more than nine characters goes on (9303-5, 4.2.2). */
  readonly numberGoesOn: Range | null;
  /** What each check digit is over, and where it stands. */
  readonly checks: readonly {
    readonly field: CheckedField;
    readonly over: readonly Range[];
    readonly digit: number;
  }[];
}

const TD3: MrzLayout = {
  form: 'TD3',
  length: 88,
  documentCode: [0, 2],
  issuer: [2, 5],
  names: [5, 44],
  number: [44, 53],
  nationality: [54, 57],
  dateOfBirth: [57, 63],
  sex: [64, 65],
  numberGoesOn: null,
  checks: [
    { field: 'number', over: [[44, 53]], digit: 53 },
    { field: 'dateOfBirth', over: [[57, 63]], digit: 63 },
    { field: 'expiry', over: [[65, 71]], digit: 71 },
    { field: 'optional', over: [[72, 86]], digit: 86 },
    {
      field: 'composite',
      over: [
        [44, 54],
        [57, 64],
        [65, 87],
      ],
      digit: 87,
    },
  ],
};

const TD1: MrzLayout = {
  form: 'TD1',
  length: 90,
  documentCode: [0, 2],
  issuer: [2, 5],
  number: [5, 14],
  numberGoesOn: [15, 30],
  dateOfBirth: [30, 36],
  sex: [37, 38],
  nationality: [45, 48],
  names: [60, 90],
  checks: [
    { field: 'number', over: [[5, 14]], digit: 14 },
    { field: 'dateOfBirth', over: [[30, 36]], digit: 36 },
    { field: 'expiry', over: [[38, 44]], digit: 44 },
    {
      field: 'composite',
      over: [
        [5, 30],
        [30, 37],
        [38, 45],
        [48, 59],
      ],
      digit: 59,
    },
  ],
};

/** The forms that are read. */
export const MRZ_LAYOUTS: readonly MrzLayout[] = [TD1, TD3];
