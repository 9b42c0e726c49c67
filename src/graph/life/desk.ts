/** The desk of the life of an instrument (Articles 12, 13, 16, 17; memorandum, paragraphs 6 to 8), as the graph is handed it. */
import {
  type CostNote,
  type Disagreement,
  LIFE_FAULTS,
  type LifeAct,
  type LifeRecord,
} from '../../treaty/index.js';
import type { AskingOfficer, CaseOfficer } from '../cases/officer.js';

/** Why an act is not recorded: what the law says, and what the desk says. Closed. */
export const LIFE_DESK_FAULTS = [...LIFE_FAULTS, 'NOT_THIS_ROLE', 'CONFLICT', 'NO_CASE'] as const;
export type LifeDeskFault = (typeof LIFE_DESK_FAULTS)[number];

/** An act as a coordinator states it. `id` is a UUID version 4 of the coordinator's own: sent twice, it is one record. */
export type StatedAct = Pick<LifeRecord, 'id' | 'instrument' | 'party' | 'reference' | 'digest'> & {
  readonly act: LifeAct;
};

export type LifeAnswer =
  | { readonly record: LifeRecord }
  | { readonly record: null; readonly fault: LifeDeskFault };

/** What is recorded of one instrument, as far as the caller may read it. */
export interface ShownLife {
  readonly records: readonly LifeRecord[];
  readonly disagreements: readonly Disagreement[];
}

export interface LifeHallDesk {
  /** Records an act of a Party: by the COORDINATOR. It holds from its record on. */
  record(officer: CaseOfficer, stated: StatedAct): Promise<LifeAnswer>;
  /** For officers of this authority, and for the gateway of another authority of the instrument; null for strangers. */
  show(reader: AskingOfficer, instrument: string): Promise<ShownLife | null>;
  /** Costs that both sides signed for a request, for whom the request exists; none for anybody else (11(1)). */
  costNotes(reader: AskingOfficer, request: string): Promise<readonly CostNote[]>;
}
