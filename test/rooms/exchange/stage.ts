/**
 * Two authorities at their desks, in one process: real databases, ledgers, keys and packages, a clock that a test moves,
 * and a post that lies in the outbox until a test carries it. So that a test can lose, repeat, alter or forge a mail.
 */

import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  canonicalJson,
  type MessageSigner,
  systemIds,
  watchClock,
} from '../../../src/base/index.js';
import { SAMPLE_STATUS } from '../../../src/development/index.js';
import {
  type CustodyDesk,
  type Desk,
  type DeskAnswer,
  type ExchangeRooms,
  guardGrants,
  type MailReply,
  type Officer,
  openAnswers,
  openConsents,
  openCustodyDesk,
  openDeclines,
  openDesk,
  openFindSent,
  openHeldValues,
  openPack,
  openPresence,
  openProvisionDesk,
  type ProvisionDesk,
  takeMail,
} from '../../../src/exchange/index.js';
import { openGateway } from '../../../src/gateway.js';
import { type Graph, openGraph, openSubgraph } from '../../../src/graph/index.js';
import type { Caller } from '../../../src/identity/index.js';
import { type EntryDraft, openLedger, type Receipt } from '../../../src/ledger/index.js';
import { openLetters } from '../../../src/letters/index.js';
import {
  createMessageKey,
  openDecryptionKey,
  openPost,
  readRecipientKey,
  readVerificationKey,
  signJws,
} from '../../../src/partner/index.js';
import type { PersonRecord } from '../../../src/register/index.js';
import {
  type CaseHead,
  documentDigest,
  type Envelope,
  type Fact,
  type Motion,
  openGrants,
  type RequestDocument,
  recordFact,
  withCustody,
  zoneOf,
} from '../../../src/requests/index.js';
import type { BundledUrls } from '../../../src/store/index.js';
import * as store from '../../../src/store/index.js';
import {
  AUTHORITIES,
  type InstrumentStatus,
  ITEMS,
  loadInstruments,
} from '../../../src/treaty/index.js';
import { makeDataDir } from '../../support/data-dir.js';
import { tellingCases, tellingCustody, tellingProvisions } from '../../support/going.js';
import { openTestDatabase } from '../../support/postgres.js';
import { NOW } from '../../support/requests.js';
import { testSigner } from '../ledger/fixtures.js';
import { ed25519Key, signerOf } from '../partner/workbench.js';
import { document, subject } from '../requests/document/documents.js';

export const DAY = 86_400_000;
const LETTERHEAD = document.letterhead;
export const uuid = (): string => randomUUID();

export type SideName = 'AZ-SMS' | 'KZ-MIA' | 'KZ-MLSPP';

interface Stated {
  readonly request: string;
  readonly purpose: string;
}

interface Told {
  readonly data?: unknown;
  readonly errors?: readonly { readonly path?: unknown; readonly extensions: object }[];
}

export interface Side {
  readonly authority: SideName;
  readonly desk: Desk;
  readonly unasked: ProvisionDesk;
  readonly custody: CustodyDesk;
  readonly rooms: ExchangeRooms;
  readonly grants: ReturnType<typeof openGrants>;
  /** Asks by the whole path of a query; what would be sent, as JSON. */
  readonly ask: (officer: Officer, stated: Stated, query: string) => Promise<Told>;
  /** The same, as the subgraph of its state is asked. */
  readonly askSubgraph: (
    officer: Officer,
    stated: Stated,
    document: { readonly query: string; readonly variables?: object },
  ) => Promise<Told>;
  readonly urls: BundledUrls;
  readonly clock: { now(): number };
  /** Where the keys of custody stand. */
  readonly custodyKeys: string;
  readonly pools: store.Pools;
  readonly standings: store.Standings;
  /** Records these persons in the register, now. */
  readonly register: (people: readonly PersonRecord[]) => Promise<void>;
  readonly signer: MessageSigner;
  readonly decryption: Awaited<ReturnType<typeof openDecryptionKey>>;
  /** What stands in the ledger, in the order of sealing. */
  readonly sealed: readonly EntryDraft[];
  /** Of what was sealed, in the same order. */
  readonly receipts: readonly Receipt[];
  readonly dataDir: string;
  /** Ids of mail that was let go and not carried yet. */
  readonly going: string[];
  close(): Promise<void>;
}

export interface Stage {
  readonly az: Side;
  readonly kz: Side;
  /** The other Kazakh authority of the instrument (Article 2), where the plan has it. */
  readonly labour: Side | null;
  /** The head of the Kazakh ministry, with a key that no gateway holds. */
  readonly head: MessageSigner;
  readonly clock: { at: number; now(): number };
  /** Carries the post both ways until there is none; what each mail came to. */
  carry(): Promise<readonly MailReply[]>;
  close(): Promise<void>;
}

/** Where a side has its database and its files. */
export interface Home {
  readonly urls: BundledUrls;
  readonly dataDir: string;
  /** Ends it with the side. */
  close(): Promise<void>;
}

export interface StagePlan {
  /** Those of which a side is not to have a new database on the cluster of the run. */
  readonly homes?: Readonly<Partial<Record<SideName, Home>>>;
  readonly people?: readonly PersonRecord[];
  readonly status?: ReadonlyMap<string, InstrumentStatus>;
  /** As Astana reads the law, where it reads it otherwise. */
  readonly kzStatus?: ReadonlyMap<string, InstrumentStatus>;
  readonly withLabour?: boolean;
  /** Whether custody remembers the newest time, as the gateway's does; else the clock goes freely. */
  readonly isWatched?: boolean;
}

const instruments = loadInstruments();
const letters = openLetters();

/** Opens both, with these persons in the Azerbaijani register. */
export async function openStage({
  homes = {},
  people = [],
  status = SAMPLE_STATUS,
  kzStatus = status,
  withLabour = false,
  isWatched = false,
}: StagePlan = {}) {
  const clock = {
    at: NOW,
    now() {
      return this.at;
    },
  };
  const head = signerOf(ed25519Key(71));
  const [baku, astana] = [homes['AZ-SMS'], homes['KZ-MIA']];
  const common = { clock, status };
  const az = await openSide({ ...common, authority: 'AZ-SMS', people, seed: 31, home: baku });
  const kz = await openSide({ ...astanaPlan, clock, status: kzStatus, home: astana, isWatched });
  const labour = withLabour
    ? await openSide({ ...common, authority: 'KZ-MLSPP', people: [], seed: 51 })
    : null;
  const sides = labour === null ? [kz, az] : [kz, az, labour];
  for (const side of sides) {
    for (const other of sides) await recordLists(side, other, head);
  }
  const stage: Stage = {
    ...{ az, kz, labour, head, clock },
    async carry() {
      const replies: MailReply[] = [];
      while (sides.some(({ going }) => going.length > 0)) {
        for (const from of sides) {
          for (const id of from.going.splice(0)) replies.push(await carryOne(sides, from, id));
        }
      }
      return replies;
    },
    async close() {
      for (const side of sides) await side.close();
    },
  };
  return stage;
}

async function carryOne(sides: readonly Side[], from: Side, id: string): Promise<MailReply> {
  const mail = await from.rooms.outbox.load(id);
  const to = sides.find(({ authority }) => authority === mail?.to);
  if (to === undefined) throw new Error('mail to nobody');
  return take(to, from.authority, await bodyOf(from, id));
}

/** The signed bytes of a mail of the outbox, as they travel. */
export async function bodyOf({ rooms }: Side, id: string): Promise<string> {
  const mail = await rooms.outbox.load(id);
  if (mail === undefined) throw new Error('mail without a row');
  return rooms.post.write(mail.envelope);
}

export const take = (to: Side, authority: string, body: string): Promise<MailReply> =>
  takeMail(to.rooms, { authority, body });

/** An envelope made by hand: sound but for what a test changes. */
export const envelopeOf = (
  message: Envelope['message'],
  change: Partial<Envelope> = {},
): Envelope => ({
  v: 1,
  id: uuid(),
  from: 'KZ-MIA',
  to: 'AZ-SMS',
  sentAt: new Date(NOW).toISOString(),
  message,
  document: null,
  key: null,
  answer: null,
  ...change,
});

/** Sends an envelope made by hand, signed by the key of the side it names; the delivery and code of the receipt. */
export async function post(stage: Stage, envelope: Envelope, by?: MessageSigner) {
  const [from, to] = envelope.from === 'AZ-SMS' ? [stage.az, stage.kz] : [stage.kz, stage.az];
  const signer = by ?? from.signer;
  const body = await signJws(Buffer.from(canonicalJson(envelope)), 'sorgu-message+jws', signer);
  return told(await take(to, envelope.from, body));
}

/** What a reply says, read without checking who signed it. */
export function told(reply: MailReply): {
  readonly delivery: string;
  readonly code: string | null;
} {
  if (reply.receipt === null) return { delivery: 'REFUSED', code: reply.code };
  const { delivery, code } = JSON.parse(
    Buffer.from(reply.receipt.split('.')[1] ?? '', 'base64url').toString(),
  );
  return { delivery, code };
}

/** Astana, as every stage has it. */
export const astanaPlan = { authority: 'KZ-MIA', people: [], seed: 41 } as const;

async function newHome(): Promise<Home> {
  const { urls, drop } = await openTestDatabase();
  const dataDir = await makeDataDir();
  const close = async () => {
    await drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  return { urls, dataDir, close };
}

interface Plan {
  readonly home?: Home | undefined;
  readonly authority: SideName;
  readonly clock: { now(): number };
  readonly people: readonly PersonRecord[];
  readonly seed: number;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  readonly isWatched?: boolean;
}

/** Opens one side, in a home where it may have stood before. */
export async function openSide(plan: Plan): Promise<Side> {
  const { authority, people, seed, status, isWatched = false } = plan;
  const clock = watchClock(plan.clock);
  const home = plan.home ?? (await newHome());
  const { urls, dataDir } = home;
  const pools = store.openPools(urls);
  const sql = store.openExchangePool(urls.exchange);
  const register = (those: readonly PersonRecord[], at = clock.now()) =>
    fill(urls.owner, those, at);
  await register(people, NOW - DAY);
  const keeper = await store.openFileKeeper({ directory: join(dataDir, 'ledger'), clock });
  const ledger = await openLedger({
    store: store.openLedgerStore(pools),
    ...{ keeper, clock, ids: systemIds, authority, signer: testSigner(seed) },
  });
  const sealed: EntryDraft[] = [];
  const receipts: Receipt[] = [];
  const watched: typeof ledger = {
    ...ledger,
    async seal(draft, body) {
      const receipt = await ledger.seal(draft, body);
      sealed.push(draft);
      receipts.push(receipt);
      return receipt;
    },
    ready: () => ledger.ready(),
  };
  const signer = signerOf(ed25519Key(seed));
  const path = join(dataDir, 'encryption.pem');
  if (!existsSync(path)) await createMessageKey(path, 'X25519', 'development');
  const decryption = await openDecryptionKey(path, 'development');
  const custodyKeys = join(dataDir, 'keys', 'custody');
  const keys = await store.openEpochKeys(custodyKeys);
  const custodyGround = { sql, keys, clock };
  const custodyClock = isWatched ? { now: clock.newest } : clock;
  const custody = store.openCustody({ ...custodyGround, clock: custodyClock });
  const openHeld = store.openHeldReader(custody);
  const reading = store.openRegister({ lanes: pools.register });
  const openReader: store.OpenReader = (asked) =>
    asked.grant.held === undefined ? reading.openReader(asked) : openHeld(asked);
  const alarm = (error: unknown): never => {
    throw error;
  };
  const ofGraph = { ...reading, openReader, instruments, status, clock, alarm };
  const graph = await openGraph({
    ...ofGraph,
    cases: {
      ...{ desk: () => null, provisions: () => null, custody: () => null },
      ...{ ownAuthority: authority, ids: systemIds },
    },
  });
  const head = { ownAuthority: authority, policy: '0'.repeat(64), schema: graph.schemaVersion };
  const standings = store.openStandings(sql);
  const going: string[] = [];
  const outbox = store.openOutbox({ sql, clock });
  const common = {
    ...{ ledger: watched, head, instruments, status, clock, ids: systemIds },
    ...{ post: openPost(signer), book: bookOf(standings), gateway: `gateway.${authority}` },
  };
  const kept = {
    custody,
    cases: tellingCases(store.openCases({ sql, clock }), going),
    provisions: tellingProvisions(store.openProvisions({ sql, clock }), going),
    custodyFiles: tellingCustody(store.openCustodyFiles({ sql, clock }), going),
    own: async (kid: string) => (kid === decryption.publicJwk.kid ? decryption : undefined),
  };
  const rooms: ExchangeRooms = {
    ...common,
    ...kept,
    held: openHeldValues({ ...common, ...kept }),
    consents: openConsents({ ...common, ...kept }),
    declines: openDeclines(clock),
    zoneOf,
    inbox: store.openInbox({ sql, clock }),
    outbox: {
      ...outbox,
      async seal(id) {
        await outbox.seal(id);
        going.push(id);
      },
    },
    notices: store.openNotices({ sql, clock }),
    receipts: store.openReceipts(sql),
    partnerLogs: new Map(),
    search: store.openPersonSearch(pools.search),
    ...{ erasures: store.openErasures(custodyGround), shortenings: [] },
    pack: openPack({ ...common, graph }),
    present: openPresence({ ...common, ...reading }),
    answers: openAnswers({ ...common, graph }),
    letters,
  };
  const shelf = store.openRequests(pools.app);
  const law = { instruments, status, ownAuthority: authority, clock };
  const grants = withCustody(
    guardGrants(openGrants({ shelf, ...law }), (id) => rooms.cases.load(id)),
    { ...law, find: openFindSent(rooms) },
  );
  const askOver = async (
    over: Graph,
    caller: Caller,
    asked: Stated & { document: { query: string; variables?: object } },
  ) => {
    const gateway = openGateway({
      identity: { recognise: async () => caller },
      ...{
        admit: () => undefined,
        mayIntrospect: () => false,
        mayReadSdl: () => false,
        graph: over,
        safelist: { hold: () => null },
        grants,
        ledger: watched,
        head,
      },
      alarm,
    });
    const credentials = { authorization: undefined, certificate: undefined };
    const { body } = await gateway.answer({ credentials, language: 'en', ...asked });
    return JSON.parse(Buffer.from(body).toString());
  };
  const openOwnSubgraph = () => openSubgraph({ ...ofGraph, state: AUTHORITIES[authority].country });
  let subgraph: ReturnType<typeof openOwnSubgraph> | undefined;
  return {
    ...{ authority, rooms, pools, standings, signer, decryption, going, register },
    ...{ sealed, receipts, dataDir },
    desk: openDesk(rooms),
    unasked: openProvisionDesk(rooms),
    ...{ grants, custodyKeys, urls, clock },
    custody: openCustodyDesk(rooms),
    ask: (officer: Officer, stated: Stated, query: string) =>
      askOver(graph, { ...officer, gateway: null }, { ...stated, document: { query } }),
    async askSubgraph(officer, stated, document) {
      subgraph ??= openOwnSubgraph();
      return askOver(await subgraph, { ...officer, gateway: null }, { ...stated, document });
    },
    async close() {
      await ledger.close();
      await keeper.close();
      await store.closePool(sql);
      await pools.close();
      await home.close();
    },
  };
}

async function fill(url: string, people: readonly PersonRecord[], at: number): Promise<void> {
  const clock = { now: () => at };
  const importer = store.openImporter({ url, clock, ids: systemIds });
  async function* lines() {
    for (const person of people) yield Buffer.from(`${JSON.stringify(person)}\n`);
  }
  await importer.load({
    lines: lines(),
    reject({ code, field }) {
      throw new Error(`a person of the test was rejected: ${code} ${field ?? ''}`);
    },
  });
}

function bookOf(standings: store.Standings): ExchangeRooms['book'] {
  return {
    standing: () => standings.all(),
    change: (authority, step) => standings.change(authority, step),
    async key(kid) {
      const jwk = await standings.key(kid);
      const read = jwk && readVerificationKey(jwk);
      return read && 'key' in read ? read.key : undefined;
    },
    async recipient(kid) {
      const jwk = await standings.key(kid);
      const read = jwk && readRecipientKey(jwk);
      return read && 'key' in read ? read.key : undefined;
    },
  };
}

/** Records facts of an authority at one side, as known and valid from an instant on. */
export async function record(at: Side, facts: readonly Fact[], from: number): Promise<void> {
  for (const fact of facts) {
    const amendment = { validFrom: from, recordedAt: from, validUntil: null, note: 'note' };
    await at.standings.change(fact.authority, (standing) => recordFact(standing, fact, amendment));
  }
}

/** The Kazakh head as the lists have him. */
export const headFact = (kid: string, authority: SideName = 'KZ-MIA') =>
  ({
    ...{ register: 'SIGNATORY', id: 'head', authority, name: 'Образцов П. П.' },
    ...{ position: 'Министр', office: 'HEAD', authorisedBy: null, instruments: ['AZ-KZ-2019'] },
    kid,
  }) as const satisfies Fact;

async function recordLists(at: Side, of: Side, head: MessageSigner): Promise<void> {
  const { authority } = of;
  const recipient = of.decryption.publicJwk;
  await at.standings.deposit(of.signer.kid, of.signer.publicJwk);
  await at.standings.deposit(recipient.kid, { ...recipient });
  const key = { register: 'MESSAGE_KEY', authority } as const;
  const digest = createHash('sha256').update(authority).digest('hex');
  const { name } = AUTHORITIES[authority];
  const facts: readonly Fact[] = [
    { register: 'AUTHORITY', authority, name, functions: 'Миграция', coordinates: true },
    headFact(authority === 'KZ-MIA' ? head.kid : of.signer.kid, authority),
    { register: 'LETTERHEAD', authority, version: LETTERHEAD, sha256: digest },
    { ...key, kid: of.signer.kid, use: 'SIGNATURE' },
    { ...key, kid: recipient.kid, use: 'ENCRYPTION' },
    { register: 'LIST_RECEIVED', authority, digest },
  ];
  await record(at, facts, Date.UTC(2026, 0, 1));
}

/** Officers of both, each in the usual role. */
const officer = (authority: SideName, role: Officer['role'], name: string): Officer => ({
  ...{ authority, role, officer: `${authority}-${name}`, unit: null },
});
export const ANALYST = officer('KZ-MIA', 'REQUESTING_ANALYST', '0417');
export const SIGNATORY = officer('KZ-MIA', 'SIGNATORY', '0001');
export const COORDINATOR = officer('AZ-SMS', 'COORDINATOR', '0002');
export const EXECUTING = officer('AZ-SMS', 'EXECUTING_OFFICER', '0101');
export const STRANGER = officer('AZ-SMS', 'EXECUTING_OFFICER', '0999');

/** A request about the person of the tests, with an id of its own. */
export const requestAbout = (change: Partial<RequestDocument> = {}): RequestDocument => ({
  ...document,
  id: uuid(),
  writtenAt: new Date(NOW).toISOString(),
  subjects: [
    {
      ...subject,
      names: [{ script: 'ru-Cyrl', surname: 'Образцов', givenName: null, patronymic: null }],
      dateOfBirth: '1980-02',
      documents: [],
    },
  ],
  ...change,
});

/** The case after a step that has to succeed. */
export async function done(answering: Promise<DeskAnswer>): Promise<store.CaseFile> {
  const answer = await answering;
  if (answer.file === null) throw new Error(JSON.stringify(answer));
  return answer.file;
}

/** Why a step did nothing; null where it did something. */
export const faultOf = async (answering: Promise<DeskAnswer>) => {
  const answer = await answering;
  return answer.file === null ? answer.fault : null;
};

export const signed = (document: RequestDocument, by: MessageSigner): Promise<string> =>
  signJws(Buffer.from(canonicalJson(document)), 'sorgu-request+jws', by);

/** Writes, signs and sends a request in Astana; the post is not carried. */
export async function send(
  { kz, head }: Stage,
  change: Partial<RequestDocument> = {},
): Promise<RequestDocument> {
  const asked = requestAbout(change);
  await done(kz.desk.draft(ANALYST, asked));
  await done(kz.desk.assign(ANALYST, { case: asked.id, officer: SIGNATORY.officer }));
  const jws = await signed(asked, head);
  const key = head.publicJwk;
  await done(kz.desk.sign(SIGNATORY, { case: asked.id, id: uuid(), jws, key }));
  await move(kz, ANALYST, asked.id, { kind: 'SEND' });
  return asked;
}

type Asked = Parameters<Desk['move']>[1]['move'];

/** Makes a move that has to be taken. */
export const move = (...[side, by, id, put]: [Side, Officer, string, Asked]) =>
  done(side.desk.move(by, { case: id, id: uuid(), move: put }));

/** A request that Baku has in execution, by its executing officer. */
export async function inExecution(
  stage: Stage,
  change: Partial<RequestDocument> = {},
): Promise<RequestDocument> {
  const asked = await send(stage, change);
  await stage.carry();
  await done(stage.az.desk.assign(COORDINATOR, { case: asked.id, officer: EXECUTING.officer }));
  await move(stage.az, EXECUTING, asked.id, { kind: 'ACCEPT' });
  return asked;
}

/** The state on both sides. */
export async function states({ az, kz }: Stage, id: string) {
  const [requesting, requested] = await Promise.all([
    kz.rooms.cases.load(id),
    az.rooms.cases.load(id),
  ]);
  return [requesting?.case.state, requested?.case.state];
}

/** What is in an answer package, opened with the recipient's own key. */
/** The package of an answer or a provision out of one side's custody; null where it holds none. */
export async function packageOf({ rooms: { custody } }: Side, id: string): Promise<string | null> {
  for (const holding of await custody.holdings(id)) {
    const [found] = await custody.find(holding, { ns: [0], groups: ['PACKAGE'] });
    if (found !== undefined) return found.text;
  }
  return null;
}

export async function openPackage({ kz, az }: Stage, jwe: string) {
  const opened = await kz.rooms.post.openAnswer(jwe, {
    own: async (kid) => (kid === kz.decryption.publicJwk.kid ? kz.decryption : undefined),
    find: async (kid) => (kid === az.signer.kid ? kz.rooms.book.key(kid) : undefined),
  });
  if ('fault' in opened) throw new Error(opened.fault);
  return JSON.parse(opened.answer) as {
    readonly request: string;
    readonly answers: readonly {
      readonly purpose: string;
      readonly answer: string;
      readonly receipt: { readonly entry: string };
    }[];
  };
}

/** The head that both sides derive from a document. */
export function headFrom(asked: RequestDocument): CaseHead {
  const items = ITEMS.filter((item) => asked.itemsWanted.includes(item));
  const wanted = asked.subjects.map(({ n }) => ({ n, items }));
  return { id: asked.id, request: documentDigest(asked), wanted };
}

/** Sends a request as a partner wrote it, past any desk of ours. */
export async function arrive(stage: Stage, asked: RequestDocument, by = stage.head) {
  const brought = { document: await signed(asked, by), key: by.publicJwk };
  return post(stage, envelopeOf({ kind: 'REQUEST', head: headFrom(asked) }, brought));
}

/** A withdrawal put forward by the signatory of the requesting side. */
export const withdrawal = (id: string): Motion => ({
  case: id,
  id: uuid(),
  by: { side: 'REQUESTING', role: 'SIGNATORY', officer: SIGNATORY.officer },
  at: NOW,
  move: { kind: 'WITHDRAW', reason: 'NO_LONGER_NEEDED' },
});
