/** Readmission cases at Baku, on a real database, ledger and folder of keys; a clock that a test moves. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { verifyLedger } from '../../../src/cli/index.js';
import { openReadmissionDesk } from '../../../src/exchange/index.js';
import type { ReadmissionHallDesk, ReadmissionStep } from '../../../src/graph/index.js';
import { formatVkey } from '../../../src/ledger/index.js';
import type { CaseRetention } from '../../../src/readmission/index.js';
import { openGrants, type Request } from '../../../src/requests/index.js';
import {
  closePool,
  type EpochKeys,
  openEpochKeys,
  openExchangePool,
  openLedgerReader,
  openOwner,
  openReadmissionShelf,
  type ReadmissionShelf,
  readKept,
  type Sql,
} from '../../../src/store/index.js';
import { loadInstruments } from '../../../src/treaty/index.js';
import { OFFICE, windowsAt } from '../../support/interviews.js';
import { NOW, sampleRequest } from '../../support/requests.js';
import { testSigner } from '../ledger/fixtures.js';
import { openSide, type Side } from './stage.js';

export const DAY = 86_400_000;
export const RETENTION: CaseRetention = { days: 90, longest: 365 };

export const PARTNER = {
  ...{ officer: 'BE-1', authority: 'BE-IO', unit: null, role: 'PARTNER_GATEWAY' },
  gateway: 'gateway.be.invalid',
};
export const OFFICER = {
  ...{ officer: 'AZ-1', authority: 'AZ-SMS', unit: null, role: 'EXECUTING_OFFICER' },
};
export const COORDINATOR = { ...OFFICER, officer: 'AZ-2', role: 'COORDINATOR' };
type Caller = typeof OFFICER;

/** What is said in a case of a test: words that stand nowhere else. */
export const MARKS = {
  letter: 'Zyablikoverzhayev asked when the answer comes',
  reason: 'Quarzgelbhausen is where he is in detention',
  note: 'Wjelkopolanin cares for a sick parent',
} as const;

export interface ReadmissionStage {
  readonly side: Side;
  readonly sql: Sql;
  readonly keys: EpochKeys;
  /** The superuser. */
  readonly admin: Sql;
  readonly clock: { at: number; now(): number };
  readonly shelf: ReadmissionShelf;
  readonly desk: ReadmissionHallDesk;
  readonly window: () => Promise<string>;
  /** A case in which everything is said and done that a mark stands for; its request. */
  readonly filed: () => Promise<string>;
  /** A live request that has no case. */
  readonly requested: () => string;
  readonly make: (
    ...asked: [caller: Caller, request: string, step: ReadmissionStep, id?: string]
  ) => ReturnType<ReadmissionHallDesk['step']>;
  /** The shelf of another process, by a clock that stands. */
  readonly shelfAt: (at: number) => Promise<ReadmissionShelf>;
  /** The case as the requesting side's grant reads it. */
  readonly underGrant: (request: string) => ReturnType<ReadmissionHallDesk['underGrant']>;
  /** What verify-ledger finds wrong. */
  readonly faultsOfLedger: () => Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function openReadmissionStage(): Promise<ReadmissionStage> {
  const clock = {
    at: NOW,
    now() {
      return this.at;
    },
  };
  const status = new Map();
  const side = await openSide({ authority: 'AZ-SMS', people: [], seed: 31, clock, status });
  const sql = openExchangePool(side.urls.exchange);
  const admin = openOwner(side.urls.admin);
  const shelfAt = async (at: number) =>
    openReadmissionShelf({
      sql,
      keys: await openEpochKeys(side.custodyKeys),
      clock: { now: () => at },
    });
  const keys = await openEpochKeys(side.custodyKeys);
  const shelf = openReadmissionShelf({ sql, keys, clock });
  const requests = new Map<string, Request & { version: string }>();
  const load = async (id: string) => requests.get(id);
  const laws = { instruments: loadInstruments(), status, clock };
  const grants = openGrants({ shelf: { load }, ownAuthority: 'AZ-SMS', ...laws });
  const desk = openReadmissionDesk({
    ...side.rooms,
    ...{ shelf, grants, requests: { load }, ...laws },
    findCase: async () => undefined,
    keyOf: async () => undefined,
    settings: new Map([['EU-AZ-2014', { basis: 'As read.', clocks: [], retention: RETENTION }]]),
    inspect: () => [],
  });
  const hours = Array.from({ length: 40 }, (_, at) => 24 + at);
  const windows = windowsAt(OFFICE, ...hours);
  await shelf.interviews.open([{ ...windows, ids: hours.map(() => randomUUID()) }]);
  const make: ReadmissionStage['make'] = (...[caller, request, step, id = randomUUID()]) =>
    desk.step(caller, { request, id, step });
  const window = async () => {
    const [free] = await shelf.interviews.free('BE-IO', { from: NOW, until: NOW + 30 * DAY });
    return free?.id ?? '';
  };
  const requested = () => {
    const change = { grantUntil: NOW + 4_000 * DAY };
    const plan = { instrument: 'EU-AZ-2014', purpose: 'READMISSION', people: [null], change };
    const request = { ...sampleRequest(plan), version: '1' };
    requests.set(request.id, request);
    return request.id;
  };
  return {
    ...{ side, sql, keys, admin, clock, shelf, desk, window, make, requested, shelfAt },
    async filed() {
      const id = requested();
      for (const [caller, step] of stepsOf(await window())) {
        const { fault } = await make(caller, id, step);
        if (fault !== null) throw new Error(fault);
      }
      return id;
    },
    async underGrant(request) {
      return desk.underGrant(await grants.open(PARTNER, { request, purpose: 'READMISSION' }));
    },
    faultsOfLedger: () => faultsOf(side),
    async close() {
      await closePool(sql);
      await closePool(admin);
      await side.close();
    },
  };
}

const stepsOf = (window: string): readonly (readonly [Caller, ReadmissionStep])[] => [
  [PARTNER, { kind: 'OPEN' }],
  [
    PARTNER,
    { kind: 'EVIDENCE', n: 1, evidence: 'LANGUAGE', grade: 'PRIMA_FACIE', item: 'DOCUMENT' },
  ],
  [
    PARTNER,
    { kind: 'VOLUNTARY_RETURN', offered: false, on: null, language: null, reason: MARKS.reason },
  ],
  [
    OFFICER,
    {
      kind: 'WRITE',
      draft: {
        ...{ kind: 'LETTER', text: MARKS.letter, n: null },
        item: null,
        answers: null,
        due: null,
      },
    },
  ],
  [PARTNER, { kind: 'BOOK', window, n: 1, language: 'ru' }],
  [OFFICER, { kind: 'NOTE', note: MARKS.note }],
];

async function faultsOf({ urls, dataDir, receipts }: Side): Promise<readonly string[]> {
  const { publicKey } = testSigner(31);
  const sql = openOwner(urls.app);
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const voice = { out: () => undefined, say, language: 'en' } as const;
  try {
    const source = openLedgerReader(sql);
    const kept = await readKept(join(dataDir, 'ledger'));
    const vkey = formatVkey({ name: 'sorgu/AZ-SMS/DOMESTIC', publicKey });
    const code = await verifyLedger({ source, kept, receipts, vkey }, voice);
    return code === 0 ? [] : said;
  } finally {
    await closePool(sql);
  }
}
