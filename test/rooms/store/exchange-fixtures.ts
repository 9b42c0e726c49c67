/** A database with the exchange's pool, and cases to keep in it. */
import { randomUUID } from 'node:crypto';
import { type CaseHead, draftCase, openReceived } from '../../../src/requests/index.js';
import {
  type CaseFile,
  closePool,
  type Mail,
  type NewRequest,
  openExchangePool,
  openOwner,
  type Sql,
} from '../../../src/store/index.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';

export const NOW = Date.UTC(2026, 10, 22, 9);

export interface TestExchange {
  readonly urls: TestDatabase['urls'];
  readonly sql: Sql;
  /** The superuser, to look behind the walls. */
  readonly admin: Sql;
  /** A clock that stands until it is set. */
  readonly clock: { at: number; now(): number };
  /** Ends every session of the exchange's role, as a restart of PostgreSQL would. */
  cut(): Promise<void>;
  close(): Promise<void>;
}

export async function openTestExchange(): Promise<TestExchange> {
  const database = await openTestDatabase();
  const sql = openExchangePool(database.urls.exchange);
  const admin = openOwner(database.urls.admin);
  return {
    urls: database.urls,
    sql,
    admin,
    clock: {
      at: NOW,
      now() {
        return this.at;
      },
    },
    async cut() {
      // Not through `admin`, which a test may be holding.
      const other = openOwner(database.urls.admin);
      await other`
        select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where usename = 'sorgu_exchange' and datname = current_database()`;
      await closePool(other);
    },
    async close() {
      await closePool(sql);
      await closePool(admin);
      await database.drop();
    },
  };
}

const head = (id: string): CaseHead => ({
  id,
  request: 'ab'.repeat(32),
  wanted: [{ n: 1, items: ['SEX', 'PHOTOGRAPH'] }],
});

const beside = {
  instrument: 'AZ-KZ-2019',
  requestingAuthority: 'KZ-MIA',
  requestedAuthority: 'AZ-SMS',
  unit: 'KZ-MIA/MIGRATION',
  draft: null,
  document: null,
  key: null,
  sheet: null,
  matches: {},
  officers: [],
  held: [],
  answer: null,
  enclosures: [],
  dueBefore: null,
  reviewAt: null,
  notices: [],
  wakeAt: null,
};

/** A case as it stands when it was received. */
export function receivedFile(id: string, change: Partial<CaseFile> = {}): CaseFile {
  const by = { side: 'REQUESTED', role: 'GATEWAY', officer: 'AZ-SMS/gateway' } as const;
  const receipt = { by, receivedAt: NOW, channel: 'ELECTRONIC' } as const;
  return { case: openReceived(head(id), receipt, NOW).case, ...beside, ...change };
}

/** A draft of this authority's own. */
export const draftFile = (id: string, change: Partial<CaseFile> = {}): CaseFile => ({
  case: draftCase(head(id)),
  ...beside,
  ...change,
});

export const mailTo = (to: string, envelope = '{"v":1}'): Mail => ({
  id: randomUUID(),
  to,
  envelope,
});

/** What the grant's tables hold of a case. */
export const grantOf = (id: string, change: Partial<NewRequest> = {}): NewRequest => ({
  id,
  digest: 'ab'.repeat(32),
  instrument: 'AZ-KZ-2019',
  requestingAuthority: 'KZ-MIA',
  requestedAuthority: 'AZ-SMS',
  aim: 'PREVENTION',
  purposes: [
    { purpose: 'PERSON_DETECTION', basis: '6', justification: 'Розыск «лица»' },
    { purpose: 'IDENTITY_ESTABLISHMENT', basis: '6', justification: 'Личность' },
  ],
  state: 'RECEIVED',
  asOf: null,
  grantUntil: null,
  subjects: [
    { n: 1, person: null, items: null, child: false, coordinatorDecision: false },
    { n: 2, person: null, items: ['SEX'], child: true, coordinatorDecision: true },
  ],
  ...change,
});
