/** Two gateways over mutual TLS, each with its own PostgreSQL database, keys and ledger: the case of the demo, and a cut wire. */

import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sit } from '../../scripts/demo/seat.js';
import { draftAbout, play } from '../../scripts/demo/story.js';
import { verifyLedgerOf } from '../../scripts/demo/verify.js';
import { exchangeKeyPaths } from '../../src/data-folder.js';
import type { Caller } from '../../src/identity/index.js';
import {
  openDecryptionKey,
  openPost,
  readVerificationKey,
  signJws,
} from '../../src/partner/index.js';
import { digestOf } from '../../src/requests/index.js';
import { closePool, openOwner } from '../../src/store/index.js';
import { ed25519Key, signerOf } from '../rooms/partner/workbench.js';
import { askSubgraph, type Routed } from '../support/ask-subgraph.js';
import { openTwoGateways, type TwoGateways } from '../support/two-gateways.js';
import { wholePerson } from '../support/whole-person.js';

const { civilStatus: _, ...whole } = wholePerson('one', '');
const person = {
  ...whole,
  nameCyrillic: whole.nameCyrillic && {
    ...whole.nameCyrillic,
    givenName: 'Пример',
    patronymic: null,
  },
  citizenships: [{ country: 'KAZ', since: '1992', until: null }],
};

let both: TwoGateways;
let id: string;
const told: string[] = [];
/** What both states told of the request's subject while its answer was open. */
let open: Readonly<Record<'az' | 'kz', Routed>>;
beforeAll(async () => {
  both = await openTwoGateways([person]);
  const say = (line: string) => void told.push(line);
  const answered = async (request: string) => {
    open = { az: await askAz(request), kz: await askKz(request) };
  };
  id = await play({ ...both, person, say, answered });
}, 60_000);
afterAll(() => both.close());

type Gateway = TwoGateways['az'];

async function rowsOf<Row extends object>(at: Gateway, query: string): Promise<readonly Row[]> {
  const sql = openOwner(at.database.urls.owner);
  try {
    return await sql.unsafe<Row[]>(query);
  } finally {
    await closePool(sql);
  }
}

interface Sealed {
  readonly outcome: string;
  readonly operation: string;
  readonly request: string | null;
  readonly clauses: readonly string[];
}

const sealedAt = async (at: Gateway): Promise<readonly Sealed[]> =>
  (
    await rowsOf<{ entry: string }>(
      at,
      'select leaf as entry from ledger.leaf order by log_id, seq',
    )
  )
    .map(({ entry }) => JSON.parse(entry) as Sealed)
    .filter(({ request }) => request === id);

describe('the case of the demo', () => {
  test('A-8.2 A-10.1 it ends CLOSED on both sides, with one chain', async () => {
    const [az, kz] = await Promise.all([both.az, both.kz].map((at) => at.exchange.cases.load(id)));
    expect([az?.case.state, kz?.case.state]).toEqual(['CLOSED', 'CLOSED']);
    expect(kz?.case.chain).toEqual(az?.case.chain);
    expect(az?.case.chain.map(({ motion }) => motion.move.kind)).toEqual([
      'RECEIVE',
      'ASK_CONFIRMATION',
      'CONFIRM',
      'ACCEPT',
      'PARTLY_REFUSE',
      'CLOSE',
    ]);
    // Asked live: the name and the date, the photograph withheld, and no other purpose.
    const live = told.filter((line) => line.startsWith('Astana  asks') || line.includes('tries'));
    expect(live[0]).toMatch(/1 person, withheld Person\.photograph, a receipt/);
    expect(live[1]).toContain('NO_GRANT');
  });

  test('A-11.4 every record stands in both ledgers by its digest, and both ledgers verify', async () => {
    const chain = (await both.az.exchange.cases.load(id))?.case.chain ?? [];
    const digests = chain.map((record) => digestOf(record));
    const clauses = ['10(3)', '9(5)', '9(5)', '10(1)', '10(4)', '10(1)'];
    const moved = async (at: Gateway) =>
      (await sealedAt(at)).filter(({ outcome }) => outcome === 'MOVED');
    const [az, kz] = [await moved(both.az), await moved(both.kz)];
    expect(az.map(({ operation }) => operation)).toEqual(digests);
    expect(az.flatMap((entry) => entry.clauses)).toEqual(clauses);
    expect(kz.slice(2).map(({ operation }) => operation)).toEqual(digests);
    expect(kz.flatMap((entry) => entry.clauses)).toEqual(['9(3)', '8(1)', ...clauses]);
    for (const at of [both.az, both.kz]) {
      expect(await verifyLedgerOf(at)).toContain('the ledger verifies');
    }
  });

  test('A-10.4 the refused photograph is not in the package; what is, stands in the ledger', async () => {
    const own = await openDecryptionKey(
      exchangeKeyPaths(both.kz.dataDir).encryption,
      'development',
    );
    const theirs = readVerificationKey(both.az.keys.signing);
    // As it was sent; Astana holds it in custody, and not as it came.
    const kept = await both.az.exchange.cases.load(id);
    expect((await both.kz.exchange.cases.load(id))?.answer).toBeNull();
    const opened = await openPost(signerOf(ed25519Key(1))).openAnswer(kept?.answer ?? '', {
      own: async () => own,
      find: async () => ('key' in theirs ? theirs.key : undefined),
    });
    if ('fault' in opened) throw new Error(opened.fault);
    expect(opened.answer).toContain('1980-02');
    expect(opened.answer).not.toContain('iVBORw0KGgo=');
    const { answers } = JSON.parse(opened.answer);
    const [{ receipt }] = answers;
    const entries = await rowsOf<{ text: string }>(both.az, `select leaf as text from ledger.leaf`);
    expect(entries.map(({ text }) => text)).toContain(receipt.entry);
  });

  test('A-11.3 every mail of both was answered with a receipt, none is dead', async () => {
    const undone = `select id from exchange.mail where receipt is null or dead_at is not null`;
    const soon = async (at: Gateway) => (await rowsOf(at, undone)).length === 0;
    for (const at of [both.az, both.kz]) await until(() => soon(at));
  });
});

const PURPOSE = 'IDENTITY_ESTABLISHMENT';
const OFFICER = 'KZ-MIA-0417';
const ANALYST: Partial<Caller> = { role: 'REQUESTING_ANALYST', officer: OFFICER };
/** The same officer, as the router of Astana asks Baku for. */
const ROUTER: Partial<Caller> = {
  ...{ officer: OFFICER, authority: 'KZ-MIA', gateway: 'router.kz-mia' },
  role: 'PARTNER_GATEWAY',
};
const FIELDS = 'id dateOfBirth nameLatin { surname } photograph { content } registrations { kind }';

/** One subject, by the key that both states know. */
const entityAt = (field: string, request: string, n = 1) => ({
  query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ExchangeSubject { id ${field} { ${FIELDS} } } } }`,
  variables: { r: [{ __typename: 'ExchangeSubject', id: `${request}.${n}` }] },
  request,
  purpose: PURPOSE,
});

const askAz = (request: string) => askSubgraph(both.az, ROUTER, entityAt('aze', request));
const askKz = (request: string) => askSubgraph(both.kz, ANALYST, entityAt('kaz', request));

const personIn = ({ text }: Routed, field: 'aze' | 'kaz'): unknown =>
  JSON.parse(text).data?._entities[0]?.[field];
const codesOf = ({ status, errors }: Routed) =>
  errors.map(({ extensions: { code } }) => `${status} ${code}`);

describe('A-8.1 A-11.2 both states asked about one subject, as a router asks', () => {
  test('the requested one answers from its register, the requesting one from its custody of the request', () => {
    const told = {
      ...{ id: `${id}.1`, dateOfBirth: '1980-02', photograph: null, registrations: null },
      nameLatin: { surname: person.nameLatin?.surname },
    };
    expect([personIn(open.az, 'aze'), personIn(open.kz, 'kaz')]).toEqual([told, told]);
  });

  test.each([
    ['az', 'AZE'],
    ['kz', 'KAZ'],
  ] as const)('%s denies each coordinate once, under its own names', (side, state) => {
    const denied = open[side].errors.map(({ extensions: { code, coordinate } }) => [
      code,
      coordinate,
    ]);
    expect(denied).toEqual([
      ['FIELD_WITHHELD', `${state}_Person.photograph`],
      ['FIELD_WITHHELD', `${state}_Person.registrations`],
    ]);
  });

  test('A-11.4 each logs for itself, about the same request, what its receipt says', async () => {
    for (const [side, log] of [
      ['az', 'KZ-MIA'],
      ['kz', 'DOMESTIC'],
    ] as const) {
      const receipt = JSON.parse(Buffer.from(open[side].receipt ?? '', 'base64url').toString());
      expect(receipt.origin).toBe(`sorgu/${both[side].authority}/${log}`);
      const entry = JSON.parse(receipt.entry);
      expect(entry).toMatchObject({ outcome: 'ANSWERED', request: id, purpose: PURPOSE });
      expect(receipt.entry).not.toMatch(/AZE_|KAZ_|1980/);
      expect(await sealedAt(both[side])).toContainEqual(entry);
    }
  });

  test('A-11.2 once it is closed the register is shut, and what was received is read on', async () => {
    expect(codesOf(await askAz(id))).toEqual(['403 NO_GRANT']);
    const { text, receipt } = await askKz(id);
    expect(JSON.parse(text)).toEqual(JSON.parse(open.kz.text));
    expect(receipt).not.toBeNull();
  });

  const other = (change: Partial<Caller>): Partial<Caller> => ({ ...ANALYST, ...change });
  const SHUT: readonly (readonly [string, Partial<Caller>, object])[] = [
    ['an analyst who is not on the case', other({ officer: 'KZ-MIA-0999' }), {}],
    ['the router of the other state', { ...ROUTER, authority: 'AZ-SMS' }, {}],
    ['an analyst of the other state', other({ authority: 'AZ-SMS' }), {}],
    ['an auditor under his number', other({ role: 'AUDITOR' }), {}],
    ['a gateway of the own authority', ROUTER, {}],
    ['another purpose of the instrument', ANALYST, { purpose: 'PERSON_DETECTION' }],
    ['a request that nobody sent', ANALYST, { request: crypto.randomUUID() }],
  ];
  test.each(SHUT)('A-11.1 custody is shut to %s', async (_who, as, stated) => {
    const told = await askSubgraph(both.kz, as, {
      ...entityAt('kaz', id),
      ...stated,
    });
    expect(codesOf(told)).toEqual(['403 NO_GRANT']);
    expect(told.text).not.toMatch(/1980|KAZ_/);
  });

  test.each([0, 2, 99])('A-11.1 and nobody is subject %i of it', async (n) => {
    const told = await askSubgraph(both.kz, ANALYST, entityAt('kaz', id, n));
    expect(told.data).toEqual({ _entities: [null] });
  });
});

describe('A-8.2 a partner that is down', () => {
  test('mail waits and is delivered when the wire is whole again', async () => {
    const analyst = sit(both.kz, { role: 'REQUESTING_ANALYST', officer: 'KZ-MIA-0417' });
    const coordinator = sit(both.az, { role: 'COORDINATOR', officer: 'AZ-SMS-0002' });
    both.wire.cut(true);
    const first = await sendAnother(analyst);
    const failed = `select 1 from exchange.mail where attempts > 0 and sent_at is null`;
    await until(async () => (await rowsOf(both.kz, failed)).length > 0);
    expect(await coordinator.look(first, 'state')).toEqual({});
    // The operator's log names the mail, and nothing of it.
    const waiting = `select id::text as id from exchange.mail where case_id = '${first}'`;
    const [mail] = await rowsOf<{ id: string }>(both.kz, waiting);
    await until(async () => jobsIn(both.kz).some((job) => job.mail === mail?.id));
    const job = jobsIn(both.kz).find((one) => one.mail === mail?.id);
    expect(job).toMatchObject({ kind: 'AGAIN', msg: 'job' });
    expect(Object.keys(job ?? {}).sort()).toEqual(['kind', 'level', 'mail', 'msg', 'time']);
    both.wire.cut(false);
    await until(async () => (await coordinator.state(first)) === 'RECEIVED');
    await until(async () => (await analyst.state(first)) === 'RECEIVED');
    const [{ chain }] = [(await both.az.exchange.cases.load(first))?.case ?? { chain: [] }];
    expect(chain).toHaveLength(1);
  });
});

test('A-11.4 who was read about and is matched no more is found by whoever looks for him', async () => {
  const as = { role: 'EXECUTING_OFFICER', officer: 'AZ-SMS-0101' } as const;
  const executing = sit(both.az, as);
  const coordinator = sit(both.az, { role: 'COORDINATOR', officer: 'AZ-SMS-0002' });
  const next = await sendAnother(
    sit(both.kz, { role: 'REQUESTING_ANALYST', officer: 'KZ-MIA-0417' }),
  );
  await until(async () => (await coordinator.state(next)) === 'RECEIVED');
  await coordinator.act('assign', { case: next, officer: executing.officer });
  await executing.act('accept', { case: next, id: crypto.randomUUID() });
  const { candidates } = await executing.ask(
    'query ($id: ID!) { candidates(case: $id, n: 1) { candidate } }',
    { id: next },
  );
  const [best] = candidates as readonly { readonly candidate: string }[];
  await executing.act('recordMatch', { case: next, n: 1, candidate: best?.candidate });
  const stated = { request: next, purpose: 'REQUEST_EXECUTION' };
  const read = '{ subjects { edges { node { placeOfBirth } } } }';
  const { receipt } = await both.az.ask(as, read, stated);
  const { index } = JSON.parse(Buffer.from(receipt ?? '', 'base64url').toString());
  const isFound = async () => {
    const looked = await both.az.ask(
      { role: 'AUDITOR', officer: 'AZ-SMS-0901' },
      '{ auditPerson(person: "one", first: 100) { nodes { index request items } } }',
    );
    const { nodes } = (looked.data as { auditPerson: { nodes: readonly object[] } } | null)
      ?.auditPerson ?? { nodes: [] };
    return nodes.some((one) =>
      isDeepStrictEqual(one, { index, request: next, items: ['PLACE_OF_BIRTH'] }),
    );
  };
  const isFoundWhen = [await isFound()];
  await executing.act('recordMatch', { case: next, n: 1, nobody: true });
  isFoundWhen.push(await isFound());
  await rowsOf(both.az, `delete from exchange.request_subject where request_id = '${next}'`);
  isFoundWhen.push(await isFound());
  expect(isFoundWhen).toEqual([true, true, true]);
});

/** What the operator's log says of jobs. */
const jobsIn = ({ lines }: Gateway): readonly Readonly<Record<string, unknown>>[] =>
  lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'job');

/** Sends another request from the draft of the one that was played. */
async function sendAnother(analyst: ReturnType<typeof sit>): Promise<string> {
  const head = sit(both.kz, { role: 'SIGNATORY', officer: both.kzHead.officer });
  const { id: next } = await analyst.act('saveDraft', { document: draftAbout(person) });
  await analyst.act('assign', { case: next, officer: head.officer });
  const { document } = await head.look(next, 'document');
  const { signer } = both.kzHead;
  const jws = await signJws(Buffer.from(String(document)), 'sorgu-request+jws', signer);
  const move = () => ({ case: next, id: crypto.randomUUID() });
  await head.act('signDraft', { ...move(), jws, key: signer.publicJwk });
  await analyst.act('sendRequest', move());
  return next;
}

/** Waits for what the other gateway, or a job, has to do. */
async function until(hasCome: () => Promise<boolean>): Promise<void> {
  await expect.poll(hasCome, { timeout: 30_000, interval: 50 }).toBe(true);
}

test('A-10.1c A-11.1 the figures of the clock stand in /metrics of the admin listener, of closed lists', async () => {
  const text = await (await fetch(`${both.az.adminUrl}/metrics`)).text();
  const figures = text.split('\n').filter((line) => line.startsWith('sorgu_case_notices{'));
  expect(figures).toHaveLength(10);
  for (const figure of figures) {
    expect(figure).toMatch(/^sorgu_case_notices\{box="(IN|OUT)BOX",notice="[A-Z_]+"\} \d+$/);
  }
  expect(text).not.toContain(id);
  expect((await fetch(`${both.az.url}/metrics`)).status).toBe(404);
});
