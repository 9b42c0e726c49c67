/** Opens activities, contact points and their monitoring view (Article 7; memorandum 1, 3 and 5). Wiring alone. */
import type { Clock, Ids } from './base/index.js';
import {
  countActivities,
  countMaterial,
  countProvisions,
  openCooperationDesk,
  openExecutions,
} from './exchange/index.js';
import type { CooperationHallDesk } from './graph/index.js';
import type { JournalHead } from './journal/index.js';
import type { Ledger } from './ledger/index.js';
import { zoneOf } from './requests/index.js';
import * as store from './store/index.js';
import type { Instrument, InstrumentStatus } from './treaty/index.js';

export interface CooperationGround {
  /** On the role of the exchange. */
  readonly sql: store.Sql;
  readonly ledger: Ledger;
  readonly head: JournalHead;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  /** What in a text looks like a person's data. */
  readonly inspect: (text: string) => readonly { readonly kind: string }[];
  readonly clock: Clock;
  readonly ids: Ids;
}

export function openCooperation(ground: CooperationGround): CooperationHallDesk {
  const { sql } = ground;
  const { ownAuthority: own } = ground.head;
  const activities = store.openActivities(sql);
  return openCooperationDesk({
    ...ground,
    activities,
    standings: store.openStandings(sql),
    monitored: [
      countActivities(activities, own),
      countProvisions(store.openProvisionsBetween(sql), own),
      ...countMaterial({
        ...{ instruments: ground.instruments, own },
        material: store.openMaterialBetween(sql),
        reports: store.openReports(sql),
      }),
    ],
    executions: openExecutions(
      { ...ground, zoneOf },
      { own, find: (asked) => store.casesBetween(sql, asked) },
    ),
  });
}
