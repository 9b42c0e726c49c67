/** A database behind its second wall, with persons of whom each rule of the wall has something to hide, and one who attacks it. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closePool, openOwner, openPool, openRequests, type Sql } from '../../src/store/index.js';
import { openTestDatabase, type TestDatabase } from './postgres.js';
import { openRawReading, type RawAsked, type RawReading } from './raw-reading.js';
import { type PersonRows, putPerson } from './register-rows.js';
import { NOW, type RequestPlan, sampleRequest } from './requests.js';
import { standAt } from './wall.js';

export const DAY = 86_400_000;
export const DETECTION = 'PERSON_DETECTION';
export const STATUS = 'LEGAL_STATUS_DETERMINATION';

export interface WallSite {
  readonly owner: Sql;
  /** The application's login. */
  readonly raw: RawReading;
  /** The ledger's login. */
  readonly ledger: Sql;
  readonly urls: TestDatabase['urls'];
  /** What the last of these statements reads under a request of this plan, once its ticket is asked for: rows, or a code. */
  seen(plan: Partial<RequestPlan>, statements: string, ask?: Partial<RawAsked>): Promise<unknown>;
  /** What the last of these statements reads under a provision of this plan: rows, or a code. */
  provided(plan: Partial<ProvisionPlan>, statements: string): Promise<unknown>;
  /** Raises the wall anew, from a text. */
  raise(text: string): Promise<void>;
  close(): Promise<void>;
}

/** A provision (8(2)) of the Latin name and the photograph of one person, and of nothing of another. */
export interface ProvisionPlan {
  readonly side: 'PROVIDER' | 'RECIPIENT';
  readonly state: string;
  readonly keepUntil: number;
  readonly purpose: string;
  readonly recipient: string;
  readonly person: string;
  /** What the sheet has of the person's age. */
  readonly ages: readonly object[];
}

export const WALL = readFileSync(join(import.meta.dirname, '../../drizzle/wall.sql'), 'utf8');

export async function openWallSite(): Promise<WallSite> {
  const database = await openTestDatabase();
  const owner = openOwner(database.urls.owner);
  const raw = openRawReading(database.urls.app);
  const options = { name: 'test', max: 1, statementMs: 0, silenceMs: 0 };
  const ledger = openPool(database.urls.ledger, options);
  await standAt(owner, NOW);
  for (const person of PERSONS) await putPerson(owner, person);
  await owner`insert into register.family_name (sound, surname_key) values ('other', 'other')`;
  /** Asks for a ticket as the reader of a purpose, and reads under it. */
  async function read(reader: [string, string], asked: RawAsked, statements: string) {
    await raw.begin(...reader);
    try {
      await raw.admit(asked);
      let rows: unknown;
      for (const statement of statements.split('; ')) rows = await raw.read(statement);
      return rows;
    } catch (error) {
      return codeOf(error);
    } finally {
      await raw.end();
    }
  }
  return {
    ...{ owner, raw, ledger, urls: database.urls },
    async provided(plan, statements) {
      const id = await putProvision(owner, plan);
      const about = { kind: 'PROVISION', request: id, authority: 'KZ-MIA', purpose: DETECTION };
      const asked = { ...about, asOf: NOW - DAY, numbers: [1, 2] };
      return read([DETECTION, 'AZ-KZ-2019'], asked, statements);
    },
    async seen(plan, statements, ask = {}) {
      const request = sampleRequest({ purpose: DETECTION, people: ['one', 'two'], ...plan });
      const { purpose = DETECTION } = plan;
      await openRequests(owner).insert(request);
      if (ask.kind === 'ANSWER') await putSheet(owner, request.id);
      const numbers = request.subjects.map(({ n }) => n);
      const authority = authorityOf(purpose);
      const about = { request: request.id, purpose, authority, numbers };
      const asked = { ...about, asOf: request.asOf ?? 0, ...ask };
      return read([purpose, request.instrument], asked, statements);
    },
    async raise(text) {
      await owner.unsafe(text);
      await standAt(owner, NOW);
    },
    async close() {
      await raw.close();
      await closePool(ledger);
      await closePool(owner);
      await database.drop();
    },
  };
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : error;

/** A case whose sheet discloses one item of its first subject, and refuses it of the second. */
async function putSheet(owner: Sql, id: string): Promise<void> {
  const noted = (n: number, outcome: string) => ({ n, items: [{ item: 'NAME_LATIN', outcome }] });
  const content = { sheet: { outcomes: [noted(1, 'DISCLOSED'), noted(2, 'REFUSED')] } };
  await owner`insert into exchange.case_file (id, box, state, due_before, version, content)
    values (${id}, 'INBOX', 'IN_EXECUTION', 'infinity', 1, ${JSON.stringify(content)})`;
}

async function putProvision(owner: Sql, plan: Partial<ProvisionPlan>): Promise<string> {
  const { side = 'PROVIDER', state = 'SIGNED', keepUntil = NOW + DAY } = plan;
  const { purpose = DETECTION, recipient = 'KZ-MIA', person = 'one', ages = GROWN } = plan;
  const items = ['NAME_LATIN', 'PHOTOGRAPH'];
  const subjects = [items, []].map((own, at) => ({ n: at + 1, items: own }));
  const provision = { instrument: 'AZ-KZ-2019', basis: '8(2)', purpose, recipient, subjects };
  const content = { provision, sheet: { matches: { 1: person, 2: 'two' }, ages } };
  const id = randomUUID();
  await owner`insert into exchange.provision (id, side, state, keep_until, version, content)
    values (${id}, ${side}, ${state}, ${new Date(keepUntil)}, 1, ${JSON.stringify(content)})`;
  return id;
}

const GROWN = [{ n: 1, child: false }];

/** The authority that a purpose's grant is given to. */
const authorityOf = (purpose: string): string =>
  purpose === 'REQUEST_EXECUTION' ? 'AZ-SMS' : 'KZ-MIA';

const asylum = { authority_code: 'AZ-SMS-ASYLUM' };
const liability = (stage: string) => [
  { stage, spent: false },
  { stage: 'spent', spent: true },
  { stage: 'expunged', expunged: true },
  { stage: 'juvenile', juvenile: true },
  { stage: 'asylum', ...asylum },
];

/** One row that may be seen, and one for each rule that hides one. */
const ONE: PersonRows = {
  key: 'one',
  rows: {
    name_latin: [{ surname: 'one' }],
    photograph: [{ media_type: 'image/png' }],
    fingerprint_card: [{ media_type: 'image/png' }],
    citizenship: [{ country: 'KAZ' }, { country: 'FRA' }, { country: 'XXB' }],
    citizenship_belonging: [{ country: 'KAZ' }],
    document: [
      { number: 'open', use: 'TRAVEL' },
      { number: 'at home' },
      { number: 'refugee', use: 'TRAVEL', refugee: true },
      { number: 'asylum', use: 'TRAVEL', ...asylum },
    ],
    registration: [
      { place: 'Baku', kind: 'STAY' },
      { place: 'reception', kind: 'STAY', reception: true },
      { place: 'asylum', kind: 'STAY', ...asylum },
    ],
    permit: [{ status: 'VALID' }, { status: 'REVOKED', ...asylum }],
    entry_ban: [
      { kind: 'open', banned_from: '2020', banned_until: '2030' },
      { kind: 'ended', banned_from: '2020', banned_until: '2021' },
    ],
    entry_ban_ground: [
      { code: 'open', ban_ordinal: 0, ordinal: 0 },
      { code: 'ended', ban_ordinal: 1, ordinal: 0 },
    ],
    administrative_liability: liability('open'),
    criminal_liability: liability('open'),
  },
};

const OTHERS: readonly PersonRows[] = [
  { key: 'two', rows: { name_latin: [{ surname: 'two' }], registration: [{ place: 'Ganja' }] } },
  {
    key: 'other',
    rows: { name_latin: [{ surname: 'other' }], registration: [{ kind: 'SECRET' }] },
  },
  { key: 'safe', person: { protected: true }, rows: { name_latin: [{ surname: 'safe' }] } },
  {
    key: 'later',
    person: { recorded_until: new Date(NOW) },
    rows: { name_latin: [{ surname: 'later' }] },
  },
  { key: 'later', person: { recorded_from: new Date(NOW), protected: true } },
  {
    key: 'then',
    person: { recorded_until: new Date(NOW), protected: true },
    rows: { name_latin: [{ surname: 'then' }] },
  },
  { key: 'then', person: { recorded_from: new Date(NOW) } },
  {
    key: 'third',
    rows: { name_latin: [{ surname: 'third' }], citizenship_belonging: [{ country: 'FRA' }] },
  },
  {
    key: 'young',
    person: { adult_on: '2030-01-01' },
    rows: { name_latin: [{ surname: 'young' }], photograph: [{ media_type: 'image/png' }] },
  },
];

const PERSONS: readonly PersonRows[] = [ONE, ...OTHERS];
