/** Opens the rooms in order and closes them in reverse. The only file that knows how they fit together. */
import { pino } from 'pino';
import { openAuditDesk } from './auditor/index.js';
import { type Clock, type Ids, Refusal, systemClock, systemIds, watchClock } from './base/index.js';
import type { Config } from './config.js';
import { keyFolder } from './data-folder.js';
import { listPersonas } from './development/index.js';
import { guardGrants } from './exchange/index.js';
import { openGateway } from './gateway.js';
import {
  type AuditHallDesk,
  type Graph,
  openGraph,
  openSubgraph,
  openTurns,
} from './graph/index.js';
import { openHttp, openMetrics, openRateLimit, openSecurityLog } from './http/index.js';
import { schemaRightsIn, signedCallers } from './identity/index.js';
import { type JournalHead, logOf } from './journal/index.js';
import type { QueryCheck } from './partner/index.js';
import { openGrants, withCustody } from './requests/index.js';
import type { Rooms } from './rooms.js';
import { openCallers } from './serve-callers.js';
import { type Desks, NO_DESKS, openDesks } from './serve-desks.js';
import { type OpenedExchange, openExchange } from './serve-exchange.js';
import { openKeeping } from './serve-keeping.js';
import { openLawInForce } from './serve-law.js';
import { openTelling } from './serve-receipts.js';
import { type PartnerReconciled, reconciledLine } from './serve-reconcile.js';
import { type LedgerGround, openRecord } from './serve-record.js';
import { openListsOf } from './serve-safelist.js';
import { openSubgraphCheck } from './serve-subgraph.js';
import type { WitnessEvent } from './serve-witness.js';
import * as store from './store/index.js';
import { AUTHORITIES } from './treaty/index.js';

/** What a start is handed beside its settings; tests hand in a clock that stands, ids that repeat, rooms with faults. */
export interface ServeOptions {
  readonly config: Config;
  readonly urls: Pick<store.DatabaseUrls, 'app' | 'ledger' | 'exchange'>;
  readonly clock?: Clock;
  readonly ids?: Ids;
  /** Takes one line of the operator's log. */
  readonly log: (line: string) => void;
  /** Puts something between the rooms and the path, for rigs that try faults. */
  readonly between?: (rooms: Rooms) => Rooms;
  /** The same below the ledger. */
  readonly belowLedger?: (ground: LedgerGround) => LedgerGround;
}

export interface Served {
  readonly url: string;
  readonly adminUrl: string;
  /** What travels between gateways; null where the settings have no door for partners. */
  readonly exchange: OpenedExchange | null;
  /** Finishes what is in flight, then closes every room. */
  close(): Promise<void>;
}

/** A reason not to serve, in one line that says what to do. */
class ServeFault extends Error {
  override readonly name = 'ServeFault';
}

/** Opens everything; rejects with a fault in one line, leaving nothing open. */
export async function serve(options: ServeOptions): Promise<Served> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = () => closeAll(closers.splice(0).reverse());
  try {
    return { ...(await openAll(options, (closer) => closers.push(closer))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Closes every room, whatever becomes of one. A database that is away holds nothing that had to be given back. */
async function closeAll(closers: readonly (() => Promise<unknown>)[]): Promise<void> {
  const faults: unknown[] = [];
  for (const closer of closers) {
    await closer().catch((error: unknown) => faults.push(error));
  }
  const fault = faults.find((error) => !(error instanceof Refusal));
  if (fault !== undefined) throw fault;
}

type OnClose = (closer: () => Promise<unknown>) => void;

/** Where the bundled console stands; made at the first start. */
export const CONSOLE_FOLDER = 'dist/console';

async function openAll(options: ServeOptions, onClose: OnClose): Promise<Omit<Served, 'close'>> {
  const { config, ids = systemIds, between = (rooms) => rooms } = options;
  const clock = watchClock(options.clock ?? systemClock);
  const logger = pino({ base: null }, { write: options.log });
  // The name of a fault, never its words: they may quote a value.
  const alarm = (error: unknown) => logger.error({ fault: faultName(error) }, 'internal error');
  const pools = store.openPools(options.urls);
  onClose(() => pools.close());
  await checkRegister(pools, config);
  const records = store.openInstrumentRecords(pools.app);
  const shelf = store.openAuditShelf(pools.app, config.authority);
  const law = await openLawInForce({
    ...{ config, records, clock },
    entriesOf: (id) => shelf.ofRequest(id, { first: 10, after: null }),
    onDoubt: () => logger.error(DOUBTED),
  });
  const { unconfirmed, contradicted } = law.now();
  for (const instrument of unconfirmed) logger.warn({ instrument }, 'unconfirmed instrument');
  for (const instrument of contradicted) logger.error({ instrument }, CONTRADICTED);
  const keys = store.openSubjectKeys({ directory: keyFolder(config.dataDir), ids });
  await store.checkSubjectKeys(pools.app, keys);
  const { ledger, proofs, record, vkey } = await openRecord({
    ...options,
    ...{ clock, ids, pools, keys, onClose },
  });
  const { identity, sign } = await openCallers(config, clock);

  const { instruments, granting, status } = law;
  const search = store.openPersonSearch(pools.search);
  const register = store.openRegister({ lanes: pools.register });
  // The desk is opened over the graph, which shows its cases: nobody asks before both stand.
  let exchange: OpenedExchange | null = null;
  const desk = () => exchange?.desk ?? null;
  const provisions = () => exchange?.provisionDesk ?? null;
  const custody = () => exchange?.custodyDesk ?? null;
  const life = () => exchange?.lifeDesk ?? null;
  let audit: AuditHallDesk | null = null;
  const publications = store.openPublicationShelf(pools.app);
  let desks: Desks = NO_DESKS;
  const openReader: store.OpenReader = (asked) =>
    asked.grant.held === undefined ? register.openReader(asked) : openHeld(exchange, asked);
  const reading = {
    ...register,
    openReader,
    instruments,
    status,
    clock,
    alarm,
    turns: openTurns(),
  };
  const graph = await openGraph({
    ...reading,
    publications: {
      ...{ shelf: publications, desk: () => desks.publisher, ownAuthority: config.authority },
    },
    cases: {
      ...{ desk, provisions, custody, life, audit: () => audit },
      reports: () => desks.reports,
      cooperation: () => desks.cooperation,
      readmission: () => desks.readmission,
      ...{ ownAuthority: config.authority, ids },
    },
  });
  // The version of the policy is that of the moment: the law changes while the gateway serves.
  const headOver = ({ schemaVersion: schema }: Graph): JournalHead => ({
    ...{ ownAuthority: config.authority, schema },
    get policy() {
      return law.policy();
    },
  });
  const head = headOver(graph);
  const held = { instruments: granting, status, ownAuthority: config.authority, clock };
  const requests = store.openRequests(pools.app);
  const findCase = async (id: string) => exchange?.cases.load(id);
  const grants = withCustody(guardGrants(openGrants({ shelf: requests, ...held }), findCase), {
    ...held,
    find: async (stated) => exchange?.findSent(stated),
  });
  const admit = openRateLimit({ clock, perMinute: config.rateLimit });
  const metrics = openMetrics();
  const security = openSecurityLog({ clock, write: options.log });
  const onTold = (outcome: string) => logger.warn({ outcome }, 'domestic receipts');
  await openTelling({ config, record, metrics, onTold, onClose });
  const may = schemaRightsIn(config.mode);
  const safelist = openListsOf({ config, metrics, security });
  const rooms = { ...may, identity, admit, graph, safelist, grants, ledger, head, alarm };
  // The same path over the same rooms: only the names of what is asked differ, and that it is signed.
  const openSubgraphDoor = async (check: QueryCheck) => {
    const { country: state } = AUTHORITIES[config.authority];
    const subgraph = await openSubgraph({ ...reading, state });
    const signed = { identity: signedCallers(identity), graph: subgraph, head: headOver(subgraph) };
    const gateway = openGateway(between({ ...rooms, ...signed }));
    return { gateway, check, origin: config.subgraphOrigin };
  };
  const check = await openSubgraphCheck(config, clock);

  // With an issuer of the settings' own there is nobody here who could sign for a persona.
  const personas = async () =>
    sign === null ? [] : listPersonas({ ...held, sign, requestsOf: requests.listFor });
  const door = await openHttp({
    ...config,
    gateway: openGateway(between(rooms)),
    subgraph: check && (await openSubgraphDoor(check)),
    publications: { shelf: publications, origin: config.publicationsOrigin },
    ledger: {
      identity,
      admit,
      proofs,
      ownAuthority: config.authority,
      logOf: (code) => logOf(code, config.authority),
    },
    development: config.mode === 'development' ? { personas, consoleFolder: CONSOLE_FOLDER } : null,
    checks: {
      database: async () => (await pools.app`select 1`).length === 1,
      ledger: async () => {
        const readiness = await ledger.ready();
        return readiness.ready || readiness;
      },
      keys: () => identity.ready(),
    },
    metrics,
    log: security,
    clock,
    alarm,
  });
  onClose(() => door.close());
  const { exchange: settings } = config;
  const { exchange: url } = options.urls;
  const deferrals = url === undefined ? null : openDeferrals(url, onClose);
  audit = openAuditDesk({
    ...{ keys, ledger, reader: record.reader, head, clock, ids, vkey, deferrals },
    shelf,
  });
  const onLostKey = (lost: store.LostKey) => logger.error(lost, LOST_KEY);
  const keeping = await openKeeping(config.dataDir, { clock, reader: record.reader });
  desks = openDesks({
    ...{ url, app: pools.app, law, grants, requests, findCase, ledger, head, keeping, alarm },
    ...{ onLostKey, isAlone: settings === null },
    ...{ instruments: granting, status, settings: config.readmission, clock, ids, onClose },
  });
  if (settings === null || url === undefined) return { ...door, exchange: null };
  const base = {
    ...config,
    ...settings,
    instruments: granting,
    status,
    url,
    pools,
    graph,
    search,
    law,
    shortenings: [...config.instruments.values()].flatMap(({ retention = [] }) => retention),
    openReader: register.openReader,
    findPresent: register.findPresent,
    ledger,
    record,
    keeping,
    head,
  };
  const onWitness = (event: WitnessEvent) =>
    event.outcome === 'COSIGNED' ? logger.info(event, 'witness') : logger.error(event, 'witness');
  // The mail's id is what `sorgu mail` lists a dead letter under.
  const onJob = (event: store.JobEvent) =>
    event.kind === 'AGAIN' ? logger.warn(event, 'job') : logger.error(event, 'job');
  const onReconciled = (done: PartnerReconciled): void => {
    const { isWhole, line } = reconciledLine(done);
    if (isWhole) logger.info(line, 'reconciled');
    else logger.error(line, 'reconciled');
  };
  const hearing = { metrics, security, alarm, onJob, onWitness, onReconciled, onLostKey };
  exchange = await openExchange({ ...base, ...hearing, clock, ids, onClose });
  return { ...door, exchange };
}

const CONTRADICTED =
  'INSTRUMENTS and the records give different days: nothing is granted on it until they agree';
const DOUBTED =
  'a record of the life of an instrument is missing, or is not as the ledger has it: nothing is granted until it is put right';
const LOST_KEY =
  'custody key lost: put <epoch>.key back, or what it wraps stays unreadable until its end and has to be asked for again';

function openHeld(exchange: OpenedExchange | null, asked: store.ReadOptions): store.RegisterReader {
  if (exchange === null) throw new Error('a grant on custody without an exchange');
  return exchange.openHeld(asked);
}

/** A sample never answers in production, and a real register never in development. */
async function checkRegister(pools: store.Pools, { mode }: Config): Promise<void> {
  await store.checkServer(pools.app);
  if (!(await store.isMigrated(pools.app))) {
    throw new ServeFault('the database is not migrated: run sorgu migrate');
  }
  await store.checkRoles(pools);
  const sample = await store.isSample(pools.app);
  if (mode === 'production' && sample) {
    throw new ServeFault('the register is a sample: production serves real ones, set DATABASE_URL');
  }
  if (mode === 'development' && !sample) {
    throw new ServeFault('the register is not marked as sample: development serves no real people');
  }
}

function openDeferrals(url: string, onClose: OnClose): store.ReportDeferrals {
  const sql = store.openExchangePool(url);
  onClose(() => store.closePool(sql));
  return store.openDeferrals(sql);
}

const faultName = (error: unknown): string => (error instanceof Error ? error.name : typeof error);
