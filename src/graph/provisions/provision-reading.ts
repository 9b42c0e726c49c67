/** What the resolvers of one operation see of what is given unasked, as this officer: to a stranger nothing exists (11(1)). */
import type { ProvisionSide } from '../../requests/index.js';
import type { CaseGround } from '../cases/case-reading.js';
import { type AskingOfficer, type CaseOfficer, officerOf } from '../cases/officer.js';
import type { Candidate } from '../cases/types/candidate.js';
import { conditionsOf } from '../cases/view/outcomes-of.js';
import { type ProvisionAct, UNKNOWN_PROVISION } from './acts.js';
import type { ProvisionHallDesk } from './desk.js';
import { placed } from './faults.js';
import type { Provision, ProvisionAnswer, ProvisionContent, ProvisionPage } from './types.js';
import { provisionView } from './view.js';

export interface ProvisionQuery {
  readonly side: ProvisionSide;
  readonly after: string | null;
  readonly first: number;
}

export interface ProvisionReading {
  page(query: ProvisionQuery): Promise<ProvisionPage>;
  one(id: string): Promise<Provision | null>;
  candidates(id: string, n: number): Promise<readonly Candidate[] | null>;
  act(act: ProvisionAct, given: Readonly<Record<string, unknown>>): Promise<ProvisionAnswer>;
  read(id: string, purpose: string): Promise<ProvisionContent>;
}

/** What a resolver takes from the context. */
export interface WithProvisions {
  readonly provisions: ProvisionReading;
}

/** For strangers, and where the gateway carries nothing between gateways. */
export const NO_PROVISIONS: ProvisionReading = {
  page: async () => ({ nodes: [], hasNextPage: false }),
  one: async () => null,
  candidates: async () => null,
  act: async () => ({ provision: null, faults: UNKNOWN_PROVISION }),
  read: async () => ({ faults: UNKNOWN_PROVISION }),
};

/** Opens them for whoever calls. */
export function openProvisions(
  ground: CaseGround | null,
  caller: AskingOfficer | undefined,
): ProvisionReading {
  const desk = ground?.hall.provisions() ?? null;
  const officer = ground && officerOf(caller, ground.hall.ownAuthority);
  if (ground === null || desk === null || officer === null) return NO_PROVISIONS;
  return readingOf(ground, desk, officer);
}

const NOT_THIS_ROLE = [{ code: 'NOT_THIS_ROLE', at: 'provision' }] as const;

function readingOf(
  { hall, law, secrets, clock }: CaseGround,
  desk: ProvisionHallDesk,
  officer: CaseOfficer,
): ProvisionReading {
  return {
    async page(query) {
      const { files, more } = await desk.list(officer, query);
      const nodes = files.map((file) => provisionView(file, law, clock.now()));
      return { nodes, hasNextPage: more };
    },
    async one(id) {
      const file = await desk.show(officer, id);
      return file === undefined ? null : provisionView(file, law, clock.now());
    },
    async candidates(id, n) {
      const found = await desk.candidates(officer, { provision: id, n });
      if (found === null) return null;
      return found.map(({ person, score, explanation }) => ({
        candidate: secrets.nameOf({ case: id, n, person }),
        score,
        ...explanation,
      }));
    },
    async act(act, given) {
      // An auditor changes nothing, whatever the provision, the input and the state.
      if (officer.role === 'AUDITOR') return { provision: null, faults: NOT_THIS_ROLE };
      const acting = { desk, officer, ids: hall.ids, secrets, now: clock.now() };
      const acted = await act.run(acting, given);
      return acted.file === null
        ? { provision: null, faults: acted.faults }
        : { provision: provisionView(acted.file, law, clock.now()), faults: [] };
    },
    async read(id, purpose) {
      if (officer.role === 'AUDITOR') return { faults: NOT_THIS_ROLE };
      const read = await desk.read(officer, { provision: id, purpose });
      if ('fault' in read) return { faults: [placed(read.fault)] };
      return { ...read, conditions: conditionsOf(read), faults: [] };
    },
  };
}
