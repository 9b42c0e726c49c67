/**
 * Two authorities and the life of their requests: each with a graph, a desk, a ledger, a register and a database of its
 * own; the post between them is carried by hand, so that a test decides when it comes.
 */

import { createHash, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isObjectType } from 'graphql';
import { type MessageSigner, systemIds } from '../../src/base/index.js';
import { SAMPLE_STATUS } from '../../src/development/index.js';
import {
  type ExchangeRooms,
  openAnswers,
  openConsents,
  openCustodyDesk,
  openDeclines,
  openDesk,
  openHeldValues,
  openPack,
  openPresence,
  openProvisionDesk,
  takeMail,
} from '../../src/exchange/index.js';
import { type ExecuteOptions, type Graph, openGraph } from '../../src/graph/index.js';
import type { Caller } from '../../src/identity/index.js';
import { openLedger } from '../../src/ledger/index.js';
import { openLetters } from '../../src/letters/index.js';
import {
  createMessageKey,
  openDecryptionKey,
  openPost,
  readRecipientKey,
  readVerificationKey,
  signJws,
} from '../../src/partner/index.js';
import type { PersonRecord } from '../../src/register/index.js';
import { type Fact, openGrants, recordFact, zoneOf } from '../../src/requests/index.js';
import * as store from '../../src/store/index.js';
import { AUTHORITIES, loadInstruments } from '../../src/treaty/index.js';
import { testSigner } from '../rooms/ledger/fixtures.js';
import { ed25519Key, signerOf } from '../rooms/partner/workbench.js';
import { makeDataDir } from './data-dir.js';
import { tellingCases, tellingCustody, tellingProvisions } from './going.js';
import { openTestDatabase } from './postgres.js';
import { NOW } from './requests.js';
import { emittedSchema } from './selections.js';

export type SiteName = 'AZ-SMS' | 'KZ-MIA';

/** Who calls: a role, and a service number where the usual one of that role is not meant. */
export type As = Partial<Omit<Caller, 'role'>> & { readonly role: Caller['role'] };

export interface Asked {
  /** The body as it would be sent. */
  readonly text: string;
  readonly data: Record<string, unknown>;
}

export interface CaseSide {
  readonly authority: SiteName;
  readonly graph: Graph;
  readonly pools: store.Pools;
  /** On the exchange's role. */
  readonly sql: store.Sql;
  /** Asks in GraphQL; rejects with the Refusal that the caller would be told. */
  ask(as: As, query: string, variables?: object): Promise<Asked>;
  /** Asks under the request of the headers. */
  askOn(as: As, stated: { request: string; purpose: string }, query: string): Promise<Asked>;
  /** Runs one mutation: `accept`, or `accept { state }` with what is asked of its case. */
  act(as: As, mutation: string, given: object): Promise<Acted>;
  /** The case as somebody sees it, or null. */
  look<T = Record<string, unknown>>(as: As, id: string, fields: string): Promise<T | null>;
  /** How many moves stand in the ledger. */
  readonly sealed: () => number;
}

export interface Acted {
  readonly case: Record<string, unknown> | null;
  readonly faults: readonly { readonly code: string; readonly at: string }[];
}

export interface CaseSite {
  readonly az: CaseSide;
  readonly kz: CaseSide;
  /** The head of the Kazakh ministry, with a key that no gateway holds. */
  readonly head: MessageSigner;
  readonly clock: { now(): number; at: number };
  /** Carries the post both ways until there is none. */
  deliver(): Promise<void>;
  /** A JWS of a request by a key. */
  sign(text: string, by?: MessageSigner): Promise<{ jws: string; key: MessageSigner['publicJwk'] }>;
  close(): Promise<void>;
}

export const LETTERHEAD = '2021-1';
export const uuid = (): string => randomUUID();

const instruments = loadInstruments();
const letters = openLetters();

/** Opens both, with these persons in the Azerbaijani register. */
export async function openCaseSite(people: readonly PersonRecord[] = []): Promise<CaseSite> {
  const clock = {
    at: NOW,
    now() {
      return this.at;
    },
  };
  const head = signerOf(ed25519Key(71));
  const az = await openSide({ authority: 'AZ-SMS', clock, people, seed: 31 });
  const kz = await openSide({ authority: 'KZ-MIA', clock, people: [], seed: 41 });
  for (const side of [az, kz]) {
    for (const other of [az, kz]) await recordLists(side, other, head);
  }
  const post = async (from: Side, to: Side) => {
    for (const id of from.going.splice(0)) {
      const mail = await from.rooms.outbox.load(id);
      if (mail === undefined) throw new Error('mail without a row');
      const body = await from.rooms.post.write(mail.envelope);
      const reply = await takeMail(to.rooms, { authority: from.side.authority, body });
      if (reply.receipt === null) throw new Error(reply.code);
    }
  };
  return {
    az: az.side,
    kz: kz.side,
    head,
    clock,
    async deliver() {
      while (az.going.length + kz.going.length > 0) {
        await post(kz, az);
        await post(az, kz);
      }
    },
    async sign(text, by = head) {
      const jws = await signJws(Buffer.from(text), 'sorgu-request+jws', by);
      return { jws, key: by.publicJwk };
    },
    async close() {
      await az.close();
      await kz.close();
    },
  };
}

interface Plan {
  readonly authority: SiteName;
  readonly clock: { now(): number };
  readonly people: readonly PersonRecord[];
  readonly seed: number;
}

interface Side {
  readonly side: CaseSide;
  readonly rooms: ExchangeRooms;
  readonly standings: store.Standings;
  readonly signer: MessageSigner;
  readonly recipient: { readonly kid: string };
  /** Ids of mail that was let go. */
  readonly going: string[];
  close(): Promise<void>;
}

async function openSide({ authority, clock, people, seed }: Plan): Promise<Side> {
  const database = await openTestDatabase();
  const { urls } = database;
  const dataDir = await makeDataDir();
  const pools = store.openPools(urls);
  const sql = store.openExchangePool(urls.exchange);
  await fill(urls.owner, people);
  const keeper = await store.openFileKeeper({ directory: join(dataDir, 'ledger'), clock });
  const ledger = await openLedger({
    store: store.openLedgerStore(pools),
    ...{ keeper, clock, ids: systemIds, authority, signer: testSigner(seed) },
  });
  let sealed = 0;
  const counting: typeof ledger = {
    ...ledger,
    seal: async (...entry) => {
      sealed += 1;
      return ledger.seal(...entry);
    },
    ready: () => ledger.ready(),
  };
  const signer = signerOf(ed25519Key(seed));
  const path = join(dataDir, 'encryption.pem');
  await createMessageKey(path, 'X25519', 'development');
  const decryption = await openDecryptionKey(path, 'development');
  const recipient = decryption.publicJwk;
  const status = SAMPLE_STATUS;
  let desk: ReturnType<typeof openDesk> | null = null;
  let custody: ReturnType<typeof openCustodyDesk> | null = null;
  let unasked: ReturnType<typeof openProvisionDesk> | null = null;
  const register = store.openRegister({ lanes: pools.register });
  const graph = await openGraph({
    ...{ ...register, instruments, status, clock },
    cases: {
      ...{ desk: () => desk, provisions: () => unasked, custody: () => custody },
      ...{ ownAuthority: authority, ids: systemIds },
    },
    alarm: (error) => {
      throw error;
    },
  });
  const headOfJournal = {
    ownAuthority: authority,
    policy: '0'.repeat(64),
    schema: graph.schemaVersion,
  };
  const standings = store.openStandings(sql);
  const going: string[] = [];
  const outbox = {
    ...store.openOutbox({ sql, clock }),
    seal: async (id: string) => void going.push(id),
  };
  const common = {
    ...{ ledger: counting, head: headOfJournal, instruments, status, clock, ids: systemIds },
    ...{ post: openPost(signer), book: bookOf(standings), gateway: `gateway.${authority}` },
  };
  const keys = await store.openEpochKeys(join(dataDir, 'keys', 'custody'));
  const custodyGround = { sql, keys, clock };
  const kept = {
    cases: tellingCases(store.openCases({ sql, clock }), going),
    provisions: tellingProvisions(store.openProvisions({ sql, clock }), going),
    custodyFiles: tellingCustody(store.openCustodyFiles({ sql, clock }), going),
    custody: store.openCustody(custodyGround),
    own: async (kid: string) => (kid === recipient.kid ? decryption : undefined),
  };
  const rooms: ExchangeRooms = {
    ...common,
    ...kept,
    held: openHeldValues({ ...common, ...kept }),
    consents: openConsents({ ...common, ...kept }),
    declines: openDeclines(clock),
    ...{ outbox, zoneOf },
    inbox: store.openInbox({ sql, clock }),
    notices: store.openNotices({ sql, clock }),
    receipts: store.openReceipts(sql),
    partnerLogs: new Map(),
    search: store.openPersonSearch(pools.search),
    ...{ erasures: store.openErasures(custodyGround), shortenings: [] },
    pack: openPack({ ...common, graph }),
    present: openPresence({ ...common, ...register }),
    answers: openAnswers({ ...common, graph }),
    letters,
  };
  desk = openDesk(rooms);
  unasked = openProvisionDesk(rooms);
  custody = openCustodyDesk(rooms);
  const grants = openGrants({
    shelf: store.openRequests(pools.app),
    ...{ instruments, status, ownAuthority: authority, clock },
  });
  const askWith = async (as: As, { query, variables }: { query: string; variables?: object }) => {
    const officer = callerOf(as, authority);
    const operation = graph.prepare({ query, variables }, { mayIntrospect: false });
    return run(graph, { operation, grant: null, judgement: { withheld: [] }, officer });
  };
  const side: CaseSide = {
    ...{ authority, graph, pools, sql },
    sealed: () => sealed,
    ask: (as, query, variables) => askWith(as, { query, ...(variables && { variables }) }),
    async askOn(as, stated, query) {
      const officer = callerOf(as, authority);
      const grant = await grants.open(officer, stated);
      const operation = graph.prepare({ query }, { mayIntrospect: false });
      const judgement = await graph.judge(operation, grant);
      return run(graph, { operation, grant, judgement, officer });
    },
    async act(as, mutation, given) {
      const { data } = await askWith(as, writeMutation(mutation, given));
      return data.answer as Acted;
    },
    async look<T>(as: As, id: string, fields: string) {
      const query = `query ($id: ID!) { case(id: $id) { ${fields} } }`;
      const { data } = await askWith(as, { query, variables: { id } });
      return data.case as T | null;
    },
  };
  return {
    ...{ side, rooms, standings, signer, recipient, going },
    async close() {
      await ledger.close();
      await keeper.close();
      await store.closePool(sql);
      await pools.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

type Running = Pick<ExecuteOptions, 'operation' | 'grant' | 'judgement'> & {
  readonly officer: Caller;
};

async function run(graph: Graph, running: Running): Promise<Asked> {
  const { authority } = running.officer;
  const { body } = await graph.execute({ ...running, authority, language: 'en' });
  const text = Buffer.from(body).toString();
  return { text, data: JSON.parse(text).data };
}

/** The usual officer of a role: one for each, and a stranger's where the authority is another. */
export function callerOf(as: As, authority: string): Caller {
  const own = as.authority ?? authority;
  const gateway = as.role === 'PARTNER_GATEWAY' ? 'gateway.test.invalid' : null;
  return {
    officer: `${own}-${as.role}`.replaceAll('_', '-'),
    gateway,
    unit: null,
    ...as,
    authority: own,
  };
}

async function fill(url: string, people: readonly PersonRecord[]): Promise<void> {
  const clock = { now: () => NOW - 86_400_000 };
  const importer = store.openImporter({ url, clock, ids: systemIds });
  await importer.load({
    lines: linesOf(people),
    reject: ({ code, field }) => {
      throw new Error(`a person of the test was rejected: ${code} ${field ?? ''}`);
    },
  });
}

async function* linesOf(people: readonly PersonRecord[]): AsyncGenerator<Uint8Array> {
  for (const person of people) yield Buffer.from(`${JSON.stringify(person)}\n`);
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

/** Records at one side what the other (or itself) is: 9(3). Only the Kazakh head signs. */
async function recordLists(at: Side, of: Side, head: MessageSigner): Promise<void> {
  const { authority } = of.side;
  const { standings } = at;
  await standings.deposit(of.signer.kid, of.signer.publicJwk);
  await standings.deposit(of.recipient.kid, { ...of.recipient });
  const key = { register: 'MESSAGE_KEY', authority } as const;
  const digest = createHash('sha256').update(authority).digest('hex');
  const facts: readonly Fact[] = [
    {
      register: 'AUTHORITY',
      authority,
      name: AUTHORITIES[authority].name,
      functions: 'Миграция',
      coordinates: true,
    },
    {
      ...{ register: 'SIGNATORY', id: 'head', authority, name: 'Образцов П. П.' },
      ...{ position: 'Министр', office: 'HEAD', authorisedBy: null, instruments: ['AZ-KZ-2019'] },
      kid: authority === 'KZ-MIA' ? head.kid : of.signer.kid,
    } as const,
    { register: 'LETTERHEAD', authority, version: LETTERHEAD, sha256: digest },
    { ...key, kid: of.signer.kid, use: 'SIGNATURE' },
    { ...key, kid: of.recipient.kid, use: 'ENCRYPTION' },
    { register: 'LIST_RECEIVED', authority, digest },
  ];
  const since = Date.UTC(2026, 0, 1);
  const amendment = { validFrom: since, recordedAt: since, validUntil: null, note: 'note 1' };
  await standings.change(authority, (standing) =>
    facts.reduce((soFar, fact) => recordFact(soFar, fact, amendment), standing),
  );
}

/** A mutation with everything in variables, their types those of the schema. */
function writeMutation(text: string, given: object) {
  const [mutation = '', fields = '{ id state }'] = text.split(/ (.*)/s);
  const names = Object.keys(given);
  const types = ARGUMENTS[mutation] ?? {};
  const declared = names.map((name) => `$${name}: ${types[name] ?? 'String!'}`).join(', ');
  const passed = names.map((name) => `${name}: $${name}`).join(', ');
  const answer = `{ case ${fields} faults { code at } }`;
  return {
    query: `mutation (${declared}) { answer: ${mutation}(${passed}) ${answer} }`,
    variables: given,
  };
}

const mutations = emittedSchema().getMutationType();

/** Mutation -> argument -> its type, as the SDL writes it. */
export const ARGUMENTS: Readonly<Record<string, Readonly<Record<string, string>>>> =
  Object.fromEntries(
    (isObjectType(mutations) ? Object.values(mutations.getFields()) : []).map(({ name, args }) => [
      name,
      Object.fromEntries(args.map((one) => [one.name, String(one.type)])),
    ]),
  );
