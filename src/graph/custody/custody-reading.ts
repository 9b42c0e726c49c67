/** What the resolvers of one operation see of custody, as this officer: to a stranger nothing exists (11(1)). */
import { canonicalJson } from '../../base/index.js';
import type { CaseGround } from '../cases/case-reading.js';
import { type AskingOfficer, type CaseOfficer, officerOf } from '../cases/officer.js';
import { conditionsOf } from '../cases/view/outcomes-of.js';
import { type Given, readAll } from '../mutation-rows.js';
import { type CustodyActRow, PASSING, passingOf, SCOPED, scopeOf } from './acts.js';
import type { CustodyHallDesk } from './desk.js';
import { placed } from './faults.js';
import type {
  CustodyAnswer,
  CustodyExport,
  CustodyHolding,
  CustodyPage,
  ReceivedValues,
} from './types.js';
import { holdingView, transferView } from './view.js';

export interface CustodyReading {
  page(page: { readonly after: string | null; readonly first: number }): Promise<CustodyPage>;
  one(about: string): Promise<CustodyHolding | null>;
  act(row: CustodyActRow, given: Given): Promise<CustodyAnswer>;
  export(given: Given): Promise<CustodyExport>;
  read(
    asked: { readonly about: string; readonly purpose: string },
    given: Given,
  ): Promise<ReceivedValues>;
}

/** What a resolver takes from the context. */
export interface WithCustody {
  readonly custody: CustodyReading;
}

const UNKNOWN = [placed('NO_HOLDING')] as const;

/** For strangers, and where the gateway carries nothing between gateways. */
export const NO_CUSTODY: CustodyReading = {
  page: async () => ({ nodes: [], next: null }),
  one: async () => null,
  act: async () => ({ holding: null, faults: UNKNOWN }),
  export: async () => ({ faults: UNKNOWN }),
  read: async () => ({ faults: UNKNOWN }),
};

/** Opens it for whoever calls. */
export function openCustody(
  ground: CaseGround | null,
  caller: AskingOfficer | undefined,
): CustodyReading {
  const desk = ground?.hall.custody() ?? null;
  const officer = ground && officerOf(caller, ground.hall.ownAuthority);
  if (ground === null || desk === null || officer === null) return NO_CUSTODY;
  return readingOf(ground, desk, officer);
}

const NOT_THIS_ROLE = [placed('NOT_THIS_ROLE')] as const;

function readingOf(
  { clock }: CaseGround,
  desk: CustodyHallDesk,
  officer: CaseOfficer,
): CustodyReading {
  // An auditor changes and reads nothing here, whatever the holding, the input and the state.
  const isAuditor = officer.role === 'AUDITOR';
  return {
    async page(page) {
      const { holdings, last } = await desk.open(officer, page);
      return { nodes: holdings.map((one) => holdingView(one, clock.now())), next: last };
    },
    async one(about) {
      const holding = await desk.show(officer, about);
      return holding === undefined ? null : holdingView(holding, clock.now());
    },
    async act(row, given) {
      if (isAuditor) return { holding: null, faults: NOT_THIS_ROLE };
      const acted = await row.run({ desk, officer }, given);
      return acted.holding === null
        ? { holding: null, faults: acted.faults }
        : { holding: holdingView(acted.holding, clock.now()), faults: [] };
    },
    async export(given) {
      if (isAuditor) return { faults: NOT_THIS_ROLE };
      const { values, faults } = readAll(PASSING, given);
      if (values === null) return { faults };
      const exported = await desk.export(officer, passingOf(values));
      if (exported.transfer === null) return { faults: [placed(exported.fault)] };
      const { file, transfer } = exported;
      return { file, transfer: transferView(transfer, []), faults: [] };
    },
    async read(asked, given) {
      if (isAuditor) return { faults: NOT_THIS_ROLE };
      const { values, faults } = readAll(SCOPED, given);
      if (values === null) return { faults };
      const read = await desk.read(officer, { ...asked, scope: scopeOf(values) });
      if (read.values === null) return { faults: [placed(read.fault)] };
      const { conditions, until } = read;
      return {
        values: canonicalJson(read.values),
        conditions: conditionsOf({ conditions }),
        until,
        faults: [],
      };
    },
  };
}
