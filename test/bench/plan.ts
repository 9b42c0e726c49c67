/** How much is measured: the full run gives the figures, the small one only shows that the bench works. */
export interface Plan {
  readonly name: 'full' | 'small' | 'part';
  /** People of the register, made by the product's own generator. */
  readonly people: number;
  /** Rounds of every measurement; each figure is the median over them. */
  readonly rounds: number;
  /** Rounds of the import, each of all people. */
  readonly importRounds: number;
  /** Milliseconds for one way in one round; of the list, whose requests are long, more. */
  readonly windowMs: number;
  readonly listMs: number;
  /** Turns of one connection alone, for the list and for one person. */
  readonly aloneLists: number;
  readonly alonePersons: number;
  /** Requests of the way that writes a row for each value: a fixed few, each takes seconds. */
  readonly slowRequests: number;
}

export const FULL: Plan = {
  name: 'full',
  people: 100_000,
  rounds: 7,
  importRounds: 5,
  windowMs: 1_500,
  listMs: 4_000,
  aloneLists: 30,
  alonePersons: 400,
  slowRequests: 2,
};

export const SMALL: Plan = {
  name: 'small',
  people: 2_000,
  rounds: 2,
  importRounds: 2,
  windowMs: 100,
  listMs: 100,
  aloneLists: 2,
  alonePersons: 10,
  slowRequests: 1,
};

/** One part alone: a register that need not be large, turns enough. */
export const PART: Plan = {
  ...{ ...FULL, name: 'part' },
  ...{ people: 2_000, importRounds: 1, alonePersons: 100 },
};

/** Connections of the load, and concurrent seals of the ledger alone. */
export const CONNECTIONS = 16;
export const SEALS = 64;
/** Subjects of the list. */
export const SUBJECTS = 100;
