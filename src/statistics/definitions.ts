/**
 * The tables that are agreed (A-3.1(1), B-2a): a closed list. Nobody counts anything else, and no cell can be asked by
 * itself. Persons are counted: each at most once in a calendar year and kind, in the quarter of the first event.
 *
 * There is no total over kinds: one person may hold several, and would be counted twice in it.
 */
import type { Clause, InstrumentId } from '../treaty/index.js';
import type { Dimension } from './dimensions.js';

/** What is counted, and its kinds as the register codes them. */
export const KINDS = {
  REGISTRATIONS: ['STAY', 'RESIDENCE'],
  PERMITS: ['TEMPORARY_RESIDENCE', 'PERMANENT_RESIDENCE', 'WORK'],
  WORK_RIGHTS: ['PERMIT', 'EXEMPT'],
  ENTRY_BANS: ['ENTRY', 'EXIT'],
} as const satisfies Record<string, readonly string[]>;

export type Subject = keyof typeof KINDS;
export type Kind = (typeof KINDS)[Subject][number];

/**
 * One table. Its population are the nationals of the Parties of its instrument (A-3.1(2)). The dimensions of all tables
 * of one subject must be decomposable (`disclosure/space.ts`): today {REGION} and {AGE, SEX}, which share nothing.
 */
export interface Definition {
  readonly id: string;
  readonly subject: Subject;
  readonly dimensions: readonly Dimension[];
  readonly instrument: InstrumentId;
  readonly clause: Clause;
}

const kazakhstan = { instrument: 'AZ-KZ-2019', clause: '3(1)(1)' } as const;
const belgium = { instrument: 'AZ-BE-2019', clause: '2(a)' } as const;
const byRegion = { dimensions: ['REGION'] } as const;
const byAgeAndSex = { dimensions: ['AGE', 'SEX'] } as const;

export const DEFINITIONS = [
  { id: 'registrations-by-region', subject: 'REGISTRATIONS', ...byRegion, ...kazakhstan },
  { id: 'registrations-by-age-and-sex', subject: 'REGISTRATIONS', ...byAgeAndSex, ...kazakhstan },
  { id: 'permits-by-region', subject: 'PERMITS', ...byRegion, ...kazakhstan },
  { id: 'permits-by-age-and-sex', subject: 'PERMITS', ...byAgeAndSex, ...kazakhstan },
  { id: 'work-rights-by-region', subject: 'WORK_RIGHTS', ...byRegion, ...kazakhstan },
  { id: 'work-rights-by-age-and-sex', subject: 'WORK_RIGHTS', ...byAgeAndSex, ...kazakhstan },
  { id: 'entry-bans-by-age-and-sex', subject: 'ENTRY_BANS', ...byAgeAndSex, ...kazakhstan },
  { id: 'regular-permits-by-region', subject: 'PERMITS', ...byRegion, ...belgium },
  { id: 'regular-permits-by-age-and-sex', subject: 'PERMITS', ...byAgeAndSex, ...belgium },
] as const satisfies readonly Definition[];

export type DefinitionId = (typeof DEFINITIONS)[number]['id'];

/** The definition of this id, or undefined for a table that is not agreed. */
export function definitionOf(id: string): (Definition & { readonly id: DefinitionId }) | undefined {
  return DEFINITIONS.find((definition) => definition.id === id);
}
