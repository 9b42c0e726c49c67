/**
 * Opens what a request needs to travel between two gateways, over the rooms that answer queries: the desk of the
 * officers, the door for partners, the post, and the jobs that send. Wiring alone.
 */
import type { Clock, Ids, SeenClock } from './base/index.js';
import type { PartnerGateway } from './config/partners-file.js';
import type { Shortening } from './custody/index.js';
import { exchangeKeyPaths } from './data-folder.js';
import {
  type Book,
  type CustodyDesk,
  countNotices,
  type Desk,
  destroyDue,
  type ExchangeRooms,
  endProvisions,
  openAnswers,
  openBook,
  openConsents,
  openCustodyDesk,
  openDeclines,
  openDesk,
  openFindSent,
  openHeldValues,
  openLifeDesk,
  openPack,
  openPresence,
  openProvisionDesk,
  type ProvisionDesk,
  releaseNotices,
  sendMail,
  takeMail,
  wakeCases,
} from './exchange/index.js';
import type { Graph, LifeHallDesk } from './graph/index.js';
import { type Metrics, openExchangeDoor, type SecurityLog } from './http/index.js';
import type { JournalHead } from './journal/index.js';
import type { Ledger } from './ledger/index.js';
import { openLetters } from './letters/index.js';
import {
  openPost,
  openReception,
  openTransport,
  readRecipientKey,
  readToldKey,
  readVerificationKey,
} from './partner/index.js';
import { CLOCK_NOTICES, type FindSent, messageKeysAt, zoneOf } from './requests/index.js';
import { gatewayName, type Keeping, lookThrough } from './serve-keeping.js';
import { openMessageKeys } from './serve-keys.js';
import type { LiveLaw } from './serve-law.js';
import {
  openLeafReception,
  openNightly,
  openReconciliation,
  type PartnerReconciled,
} from './serve-reconcile.js';
import {
  openSeeking,
  openWitnessDesk,
  partnerLogsOf,
  type Witnessable,
  type WitnessEvent,
} from './serve-witness.js';
import * as store from './store/index.js';
import type { Instrument, InstrumentStatus } from './treaty/index.js';

export interface ExchangeGround {
  /** The URL of the role that writes cases and mail. */
  readonly url: string;
  readonly pools: store.Pools;
  readonly mode: 'production' | 'development';
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly origin: string | null;
  readonly tls: { readonly cert: string; readonly key: string; readonly ca: string };
  readonly partners: readonly PartnerGateway[];
  readonly graph: Graph;
  readonly search: store.SearchPersons;
  readonly findPresent: store.FindPresent;
  readonly ledger: Ledger;
  readonly record: Witnessable;
  readonly keeping: Keeping;
  readonly head: JournalHead;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  readonly law: LiveLaw;
  /** What this authority's own law makes of the retention rules. */
  readonly shortenings: readonly Shortening[];
  readonly metrics: Metrics;
  readonly security: SecurityLog;
  readonly clock: SeenClock;
  readonly ids: Ids;
  readonly alarm: (error: unknown) => void;
  /** Told of every job that did not do its work: ids and constants alone. */
  readonly onJob: (event: store.JobEvent) => void;
  /** Told where what a witness says of a log changes. */
  readonly onWitness: (event: WitnessEvent) => void;
  /** Told of every partner with whom logs were reconciled. */
  readonly onReconciled: (done: PartnerReconciled) => void;
  /** Told of every custody key that is not there: which, and what cannot be read without it. */
  readonly onLostKey: (lost: store.LostKey) => void;
  readonly onClose: (closer: () => Promise<unknown>) => void;
}

export interface OpenedExchange {
  readonly desk: Desk;
  readonly provisionDesk: ProvisionDesk;
  readonly custodyDesk: CustodyDesk;
  readonly lifeDesk: LifeHallDesk;
  readonly provisions: store.Provisions;
  readonly cases: store.Cases;
  /** What was received (Article 11): read as the register is, and found by the request that brought it. */
  readonly openHeld: store.OpenReader;
  readonly findSent: FindSent;
  readonly standings: store.Standings;
  /** Asks every witness of a log of ours now. */
  readonly askWitnesses: () => Promise<void>;
  /** Reconciles with every partner now. */
  readonly reconcile: () => Promise<readonly PartnerReconciled[]>;
  /** Where partners send to. */
  readonly url: string;
}

const POOL = { name: 'sorgu exchange', max: 5, statementMs: 10_000, silenceMs: 15_000 } as const;

/** Opens the exchange; what it opens is closed through `onClose`, in reverse. */
export async function openExchange(ground: ExchangeGround): Promise<OpenedExchange> {
  const { clock, ids, dataDir, mode, onClose } = ground;
  const { signer, decryption } = await openMessageKeys(exchangeKeyPaths(dataDir), mode);
  const sql = store.openPool(ground.url, POOL);
  onClose(() => store.closePool(sql));
  await store.checkRoles({ ...ground.pools, exchange: sql });
  const standings = store.openStandings(sql);
  const book = openBookOn(sql);
  const post = openPost(signer);
  const cases = store.openCases({ sql, clock });
  const provisions = store.openProvisions({ sql, clock });
  const custodyFiles = store.openCustodyFiles({ sql, clock });
  const keeping = { sql, clock, keys: ground.keeping.keys };
  const custody = store.openCustody({ ...keeping, clock: ground.keeping.clock });
  await lookThrough(keeping, ground.onLostKey);
  const own: ExchangeRooms['own'] = async (kid) =>
    kid === decryption.publicJwk.kid ? decryption : undefined;
  const common = { ...ground, book, post };
  const gateway = gatewayName(ground.head);
  const rooms: ExchangeRooms = {
    ...common,
    cases,
    inbox: store.openInbox({ sql, clock }),
    outbox: store.openOutbox({ sql, clock }),
    provisions,
    notices: store.openNotices({ sql, clock }),
    receipts: store.openReceipts(sql),
    partnerLogs: partnerLogsOf(ground.partners),
    ...{ custody, custodyFiles, own, erasures: store.openErasures(keeping) },
    held: openHeldValues({ ...common, cases, custody, own }),
    consents: openConsents({ ...common, custodyFiles }),
    gateway,
    declines: openDeclines(clock),
    pack: openPack({ ...common, gateway }),
    present: openPresence(common),
    answers: openAnswers({ ...common, gateway }),
    letters: openLetters(),
    zoneOf,
  };
  const find = openFindPartner(ground, book);
  const endpoints = async (authority: string) =>
    ground.partners.find((partner) => partner.authority === authority);
  const transport = openTransport({ ...{ endpoints, find, signer, clock, ids }, tls: ground.tls });
  onClose(async () => transport.close());
  const nonces = store.openNonces(sql);
  const witnessGround = { ...ground, sql, ownAuthority: ground.head.ownAuthority };
  const witness = await openWitnessDesk(witnessGround);
  const leaves = { ...witnessGround, ...{ post, book, find, signer, ids } };
  const reconcileGround = { ...leaves, reader: ground.record.reader };
  const remember = (seen: store.RememberedNonce) => nonces.remember(seen);
  const door = await openExchangeDoor({
    ...ground,
    ...(witness && { witness }),
    reconciliation: openLeafReception({ ...reconcileGround, remember }),
    log: ground.security,
    reception: openReception({
      ...{ find, signer, clock, ids },
      remember,
      handle: (mail) => takeMail(rooms, mail),
    }),
  });
  onClose(() => door.close());
  // Only now: where both gateways start, each waits for the other's witness.
  const { askWitnesses } = await openSeeking(witnessGround);
  const reconciliation = openReconciliation(reconcileGround);
  onClose(async () => reconciliation.close());
  const nightly = openNightly(reconciliation, { ...ground, tell: ground.onReconciled });
  const jobs = await store.openJobs({
    ...{ url: ground.url, sql },
    tasks: {
      send: (id) => sendMail(rooms, transport, id),
      watch: async () => {
        await releaseNotices(rooms);
        await wakeCases(rooms);
        await endProvisions(rooms);
        await destroyDue(rooms);
        await nonces.forget(clock.now());
        await nightly.due();
      },
    },
    tell: ground.onJob,
  });
  onClose(() => jobs.close());
  ground.metrics.gauges({
    name: 'sorgu_case_notices',
    help: 'Cases by what the legal clock tells of them.',
    labels: ['box', 'notice'],
    read: async () => noticeReadings(await countNotices(cases, clock.now())),
  });
  const said = { askWitnesses, reconcile: nightly.now };
  const held = { openHeld: store.openHeldReader(custody), findSent: openFindSent(rooms) };
  const desks = {
    desk: openDesk(rooms),
    provisionDesk: openProvisionDesk(rooms),
    custodyDesk: openCustodyDesk(rooms),
    lifeDesk: openLifeDesk({
      ...rooms,
      ...ground.law.ground,
      records: store.openInstrumentRecords(sql),
    }),
  };
  return { ...desks, ...held, cases, provisions, standings, ...said, url: door.url };
}

/** A figure for every notice of either box, also where there is none: what is missing cannot be watched. */
const noticeReadings = (counts: readonly store.NoticeCount[]) =>
  (['INBOX', 'OUTBOX'] as const).flatMap((box) =>
    CLOCK_NOTICES.map((notice) => ({
      values: [box, notice],
      value: counts.find((one) => one.box === box && one.notice === notice)?.cases ?? 0,
    })),
  );

/** The registers over time, and the keys that go with them. */
export const openBookOn = (sql: store.Sql): Book =>
  openBook({
    standings: store.openStandings(sql),
    readers: {
      told: readToldKey,
      verification: readVerificationKey,
      recipient: readRecipientKey,
    },
  });

/** The partner whose gateway signs with a key now, and the certificates it may come with. */
export function openFindPartner(
  { partners, clock }: Pick<ExchangeGround, 'partners'> & { readonly clock: Clock },
  book: Book,
) {
  return async (kid: string) => {
    const standing = await book.standing();
    const isOf = ({ authority }: PartnerGateway): boolean =>
      messageKeysAt(standing, { authority, use: 'SIGNATURE' }, clock.now()).some(
        (key) => key.kid === kid,
      );
    const partner = partners.find(isOf);
    const key = partner && (await book.key(kid));
    return key && partner && { key, ...partner };
  };
}
