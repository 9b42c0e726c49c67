/** What the resolvers of one operation see of the life of the instruments, as this caller. */
import type { LifeRecord } from '../../treaty/index.js';
import type { CaseGround } from '../cases/case-reading.js';
import { type AskingOfficer, officerOf } from '../cases/officer.js';
import type { LifeHallDesk } from './desk.js';
import { type LifeInputFault, placed } from './faults.js';
import { readAct, wrongDocument } from './read-act.js';
import type {
  CostNote,
  InstrumentActAnswer,
  InstrumentActInput,
  InstrumentLife,
  InstrumentRecord,
} from './types.js';

/** The arguments of an act. */
export interface GivenAct {
  readonly id: string;
  readonly instrument: string;
  readonly party: string;
  readonly reference: string;
  readonly sha256: string;
  readonly act: InstrumentActInput;
}

export interface LifeReading {
  readonly isOpen: boolean;
  record(given: GivenAct): Promise<InstrumentActAnswer>;
  show(instrument: string): Promise<InstrumentLife | null>;
  costNotes(request: string): Promise<readonly CostNote[]>;
}

/** What a resolver takes from the context. */
export interface WithLife {
  readonly life: LifeReading;
}

const refused = (...faults: readonly LifeInputFault[]): InstrumentActAnswer => ({
  record: null,
  faults,
});

/** For strangers, and where the gateway carries nothing between gateways. */
export const NO_LIFE: LifeReading = {
  isOpen: false,
  record: async () => refused(placed('NOT_THIS_ROLE')),
  show: async () => null,
  costNotes: async () => [],
};

/** Opens it for whoever calls. */
export function openLife(
  ground: CaseGround | null,
  caller: AskingOfficer | undefined,
): LifeReading {
  const desk = ground?.hall.life?.() ?? null;
  if (ground === null || desk === null || caller === undefined) return NO_LIFE;
  const officer = officerOf(caller, ground.hall.ownAuthority);
  return {
    isOpen: true,
    async record({ sha256, act: input, ...stated }) {
      // Whoever records nothing is not told what is wrong with it.
      if (officer?.role !== 'COORDINATOR') return refused(placed('NOT_THIS_ROLE'));
      const read = readAct(input);
      const faults = [
        ...wrongDocument({ ...stated, sha256 }),
        ...('faults' in read ? read.faults : []),
      ];
      if (faults.length > 0 || 'faults' in read) return refused(...faults);
      const answer = await desk.record(officer, { ...stated, digest: sha256, act: read.act });
      return answer.record === null
        ? refused(placed(answer.fault))
        : { record: viewOf(answer.record), faults: [] };
    },
    show: (instrument) => shown(desk, caller, instrument),
    async costNotes(request) {
      const notes = await desk.costNotes(caller, request);
      return notes.map(({ reference, digest }) => ({ reference, sha256: digest }));
    },
  };
}

async function shown(
  desk: LifeHallDesk,
  caller: AskingOfficer,
  instrument: string,
): Promise<InstrumentLife | null> {
  const life = await desk.show(caller, instrument);
  return life && { records: life.records.map(viewOf), disagreements: life.disagreements };
}

function viewOf({ act, id, party, reference, digest, recordedAt }: LifeRecord): InstrumentRecord {
  const { kind, ...rest } = act;
  return { ...rest, ...{ id, party, kind, reference, sha256: digest, recordedAt } };
}
