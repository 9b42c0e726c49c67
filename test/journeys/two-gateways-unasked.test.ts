/**
 * What travels without a request, over real HTTP and mutual TLS between two gateways with databases, keys and
 * ledgers of their own: a provision by GraphQL alone, a notice of change by the commands of its operator.
 */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyLedgerOf } from '../../scripts/demo/verify.js';
import type { Caller } from '../../src/identity/index.js';
import { signDocument } from '../../src/partner/index.js';
import { contactPointsAt, listDigest } from '../../src/requests/index.js';
import { closePool, openOwner } from '../../src/store/index.js';
import { openTwoGateways, type TwoGateways } from '../support/two-gateways.js';
import { wholePerson } from '../support/whole-person.js';

const { civilStatus: _, ...whole } = wholePerson('one', '');
const people = [
  { ...whole, citizenships: [{ country: 'KAZ', since: '1992', until: null }] },
  { ...wholePerson('hidden', ''), protected: true },
];
let both: TwoGateways;
beforeAll(async () => {
  both = await openTwoGateways(people);
}, 60_000);
afterAll(() => both.close());

type Gateway = TwoGateways['az'];
type As = Pick<Caller, 'role' | 'officer'>;
const EXECUTING: As = { role: 'EXECUTING_OFFICER', officer: 'AZ-SMS-0101' };
const STRANGER: As = { role: 'EXECUTING_OFFICER', officer: 'AZ-SMS-0999' };
const COORDINATOR: As = { role: 'COORDINATOR', officer: 'KZ-MIA-0002' };
const ANALYST: As = { role: 'REQUESTING_ANALYST', officer: 'KZ-MIA-0417' };
const OTHER: As = { role: 'REQUESTING_ANALYST', officer: 'KZ-MIA-0999' };

async function ask<T>(
  ...[at, as, query, variables = {}]: [Gateway, As, string, object?]
): Promise<T> {
  const { data, errors } = await at.ask(as, query, { variables });
  if (data === null || errors.length > 0) throw new Error(JSON.stringify(errors));
  return data as T;
}

interface Answer {
  readonly provision: {
    readonly id: string;
    readonly state: string;
    readonly document: string;
  } | null;
  readonly faults: readonly { readonly code: string; readonly at: string }[];
}

/** Makes a mutation, its arguments written as they stand but for the variables. */
async function act(
  ...[at, as, written, variables = {}]: [Gateway, As, string, object?]
): Promise<Answer> {
  const declared = Object.keys(variables).map((name) => `$${name}: ${TYPES[name] ?? 'String!'}`);
  const head = declared.length === 0 ? '' : `(${declared.join(', ')})`;
  const query = `mutation ${head} { answer: ${written} { provision { id state document } faults { code at } } }`;
  return (await ask<{ answer: Answer }>(at, as, query, variables)).answer;
}
const TYPES: Readonly<Record<string, string>> = { document: 'ProvisionInput!', key: 'JSON!' };

async function done(answering: Promise<Answer>) {
  const { provision, faults } = await answering;
  if (provision === null) throw new Error(JSON.stringify(faults));
  return provision;
}

const step = (id: string): string => `provision: "${id}", id: "${crypto.randomUUID()}"`;
const FAR = Date.now() + 30 * 86_400_000;

async function rowsOf(at: Gateway, query: string) {
  const sql = openOwner(at.database.urls.owner);
  try {
    return await sql.unsafe(query);
  } finally {
    await closePool(sql);
  }
}

async function until(hasCome: () => Promise<boolean>): Promise<void> {
  await expect.poll(hasCome, { timeout: 30_000, interval: 50 }).toBe(true);
}

/** Written and matched in Baku, signed by its head with a key of his own, and sent. */
async function provide(): Promise<string> {
  const { az, azHead } = both;
  const document = {
    ...{ instrument: 'AZ-KZ-2019', recipient: 'KZ-MIA', purpose: 'PERSON_DETECTION', basis: '6' },
    justification: 'Лицо разыскивается другой Стороной.',
    keepUntil: new Date(FAR).toISOString(),
    conditions: [{ kind: 'ON_TERMS', items: ['DATE_OF_BIRTH'], text: 'Не публиковать.' }],
    subjects: [
      {
        sought: { names: [{ script: 'ru-Cyrl', surname: 'Образцов' }] },
        items: ['NAME_CYRILLIC', 'DATE_OF_BIRTH'],
      },
    ],
  };
  const { id } = await done(act(az, EXECUTING, 'saveProvision(document: $document)', { document }));
  const { found } = await ask<{ found: readonly { candidate: string }[] }>(
    az,
    EXECUTING,
    `{ found: provisionCandidates(provision: "${id}", n: 1) { candidate } }`,
  );
  // The protected person of the same name is not among them (A-10.4c).
  expect(found).toHaveLength(1);
  const candidate = found[0]?.candidate;
  const matched = await done(
    act(az, EXECUTING, `matchProvision(provision: "${id}", n: 1, candidate: "${candidate}")`),
  );
  const { officer, signer } = azHead;
  await done(act(az, EXECUTING, `assignProvision(provision: "${id}", officer: "${officer}")`));
  const jws = await signDocument('provision', Buffer.from(matched.document), signer);
  const signatory: As = { role: 'SIGNATORY', officer };
  const key = signer.publicJwk;
  await done(act(az, signatory, `signProvision(${step(id)}, jws: $jws, key: $key)`, { jws, key }));
  await done(act(az, EXECUTING, `sendProvision(${step(id)})`));
  return id;
}

const OPEN = 'content purpose keepUntil conditions { kind text } faults { code at }';
interface Opened {
  readonly content: string | null;
  readonly faults: readonly { readonly code: string }[];
}
const open = async (as: As, id: string, purpose = 'PERSON_DETECTION') =>
  (
    await ask<{ opened: Opened }>(
      both.kz,
      as,
      `mutation { opened: openProvision(provision: "${id}", purpose: ${purpose}) { ${OPEN} } }`,
    )
  ).opened;

describe('A-8.2 Baku gives unasked what it thinks matters to Astana', () => {
  test('by GraphQL alone, read for its purpose by who is on it, in both ledgers', async () => {
    const { az, kz } = both;
    const id = await provide();
    const stateAt = async (at: Gateway, as: As) =>
      (
        await ask<{ one: { state: string } | null }>(
          at,
          as,
          `{ one: provision(id: "${id}") { state } }`,
        )
      ).one?.state;
    await until(async () => (await stateAt(kz, COORDINATOR)) === 'RECEIVED');
    expect(await stateAt(az, EXECUTING)).toBe('SENT');
    // To whoever is not on it, it does not exist, on either side.
    for (const [at, as] of [
      [kz, OTHER],
      [kz, ANALYST],
      [az, STRANGER],
    ] as const) {
      expect(await stateAt(at, as)).toBeUndefined();
    }
    const put = `assignProvision(provision: "${id}", officer: "${ANALYST.officer}")`;
    expect((await act(kz, OTHER, put)).faults).toEqual([{ code: 'NO_PROVISION', at: 'provision' }]);
    await done(act(kz, COORDINATOR, put));

    const opened = await open(ANALYST, id);
    expect(opened).toMatchObject({
      purpose: 'PERSON_DETECTION',
      conditions: [{ kind: 'ON_TERMS', text: 'Не публиковать.' }],
      keepUntil: new Date(FAR).toISOString(),
      faults: [],
    });
    const { data } = JSON.parse(opened.content ?? '');
    expect(data.subjects.edges).toHaveLength(1);
    expect(data.subjects.edges[0].node).toMatchObject({ id: `${id}.1`, dateOfBirth: '1980-02' });
    expect(data.subjects.edges[0].node.photograph).toBeNull();
    const wrong = { content: null, faults: [{ code: 'NOT_FOR_THIS_PURPOSE', at: 'purpose' }] };
    expect(await open(ANALYST, id, 'IDENTITY_ESTABLISHMENT')).toMatchObject(wrong);
    expect((await open(OTHER, id)).faults).toEqual([{ code: 'NO_PROVISION', at: 'provision' }]);

    const entries = async (at: Gateway) =>
      (await rowsOf(at, 'select leaf from ledger.leaf order by log_id, seq'))
        .map(({ leaf }) => JSON.parse(leaf))
        .filter(({ request }) => request === id)
        .map(({ outcome, asking }) => `${outcome} ${asking.role}`)
        .sort();
    expect(await entries(kz)).toEqual(['ANSWERED REQUESTING_ANALYST', 'MOVED GATEWAY']);
    // The look for candidates, twice, and what was read to be given.
    expect(await entries(az)).toEqual([
      'ANSWERED EXECUTING_OFFICER',
      'ANSWERED EXECUTING_OFFICER',
      'ANSWERED PARTNER_GATEWAY',
      'MOVED EXECUTING_OFFICER',
      'MOVED SIGNATORY',
    ]);
    await done(act(kz, ANALYST, `closeProvision(${step(id)})`));
    expect((await open(ANALYST, id)).faults[0]?.code).toBe('NOT_IN_THIS_STATE');
  }, 60_000);
});

/** A command of the operator of Astana, as a process. */
function sorgu(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string }> {
  const { kz } = both;
  const { app, exchange, owner } = kz.database.urls;
  const env = {
    ...{
      PATH: process.env.PATH,
      DATA_DIR: kz.dataDir,
      AUTHORITY: 'KZ-MIA',
      SORGU_MODE: 'development',
    },
    ...{ DATABASE_URL: app, DATABASE_EXCHANGE_URL: exchange, DATABASE_OWNER_URL: owner },
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ['bin/sorgu.js', ...args], { env }, (error, out) =>
      resolve({ code: error === null ? 0 : Number(error.code), out }),
    );
  });
}

describe('A-9.4, A-2.2, B-5 Astana tells Baku of a change by its own commands', () => {
  test('recorded there though Baku was down, with a receipt: both have the same list', async () => {
    const { az, kz, wire } = both;
    const folder = dirname(kz.dataDir);
    const now = Date.now();
    const contact = {
      ...{ register: 'CONTACT_POINT', id: 'desk', authority: 'KZ-MIA', name: 'Отдел связи' },
      ...{ address: 'Астана', duties: ['COMMUNICATION', 'MONITORING'] },
      ...{ unit: null, telephone: null, email: 'desk@example.org' },
    };
    const letterhead = { register: 'LETTERHEAD', authority: 'KZ-MIA', version: '2026-2' };
    const facts = {
      ...{ occasion: 'CHANGE', from: 'KZ-MIA', effectiveFrom: new Date(now).toISOString() },
      changes: [contact, { ...letterhead, sha256: 'cd'.repeat(32) }].map((fact) => ({
        ...{ change: 'RECORDED', validUntil: null, fact },
      })),
    };
    const file = async (name: string, text: string) => {
      await writeFile(join(folder, name), text);
      return join(folder, name);
    };
    const from = await file('facts.json', JSON.stringify(facts));
    const written = await sorgu('lists', 'write', from, '--to', 'AZ-SMS');
    const notice = await file('notice.json', written.out);
    const signed = await sorgu('sign', notice, '--key', join(folder, 'KZ-MIA-head.pem'));
    const toSend = await file('signed.json', signed.out);
    wire.cut(true);
    expect(await sorgu('lists', 'send', toSend)).toMatchObject({ code: 0 });
    const failed = 'select 1 from exchange.mail where notice_id is not null and attempts > 0';
    await until(async () => (await rowsOf(kz, failed)).length > 0);
    wire.cut(false);
    const noticeAt = async () => (await sorgu('lists', 'notices')).out;
    await until(
      async () =>
        (await rowsOf(kz, 'select 1 from exchange.notice where receipt is not null')).length > 0,
    );
    expect(await noticeAt()).toMatch(/KZ-MIA to AZ-SMS .* AGREED {2}list [0-9a-f]{64}\n$/);

    const at = { validAt: Date.now(), knownAt: Date.now() };
    const [here, there] = await Promise.all([kz, az].map((one) => one.exchange.standings.all()));
    expect(contactPointsAt(there ?? [], 'KZ-MIA', at)).toEqual([contact]);
    expect(listDigest(there ?? [], 'KAZ', at)).toBe(listDigest(here ?? [], 'KAZ', at));
    expect(await sorgu('lists', 'send', toSend)).toMatchObject({ code: 1 });
  }, 180_000);

  test('both ledgers verify, no mail is dead', async () => {
    for (const at of [both.az, both.kz]) {
      expect(await verifyLedgerOf(at)).toContain('the ledger verifies');
      expect(await rowsOf(at, 'select 1 from exchange.mail where dead_at is not null')).toEqual([]);
    }
  });
});
