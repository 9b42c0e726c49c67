/**
 * Two gateways of two states that do not exist, in a copy of the product that has the file of their agreement and nothing
 * else of them: notified, asked, answered, ended. Prints what was seen as JSON; the test that runs it says what is right.
 */
import { randomUUID } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type DemoGateway,
  freePort,
  openDemoGateway,
  prepare,
} from '../../scripts/demo/gateway.js';
import { type Head, LETTERHEAD, makeHead, recordLists } from '../../scripts/demo/lists.js';
import { type Seat, sit, type Values } from '../../scripts/demo/seat.js';
import { systemClock, systemIds } from '../../src/base/index.js';
import { makeCertificateAuthority } from '../../src/development/index.js';
import { signJws } from '../../src/partner/index.js';
import { closePool, openOwner } from '../../src/store/index.js';
import { AUTHORITIES, type AuthorityCode, COORDINATES_OF, ITEMS } from '../../src/treaty/index.js';
import { askFor } from '../support/selections.js';
import { wholePerson } from '../support/whole-person.js';

const INSTRUMENT = 'XL-XO-2031';
const PURPOSES = [
  { purpose: 'STOWAWAY_RETURN', basis: '2' },
  { purpose: 'QUAY_REGISTRATION', basis: '4' },
] as const;
const WANTED = [
  ...['NAME_LATIN', 'DATE_OF_BIRTH', 'CITIZENSHIP'],
  ...['DOCUMENT', 'REGISTRATION', 'REGISTRATION_PLACE'],
] as const;
const PERSON = {
  ...wholePerson('one'),
  citizenships: [{ country: 'XLO', since: '2001', until: null }],
};
const guarded = new Set<string>(ITEMS.flatMap((item) => [...COORDINATES_OF[item]]));

interface Stage {
  readonly xl: DemoGateway;
  readonly xo: DemoGateway;
  readonly head: Head;
  readonly analyst: Seat;
  readonly executing: Seat;
  readonly coordinator: Seat;
}

const day = (ago: number): string =>
  new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const move = (id: string) => ({ case: id, id: randomUUID() });

async function open(dir: string): Promise<Stage & { close(): Promise<void> }> {
  const certifier = makeCertificateAuthority('Test', { clock: systemClock, ids: systemIds });
  const planOf = async (code: string, counterpart: string) => {
    const people = code === 'XL-IMM' ? [PERSON] : [];
    const named = { authority: authorityOf(code), counterpart };
    return prepare({ ...named, dir, certifier, people, port: await freePort() });
  };
  const [loria, ostria] = [await planOf('XL-IMM', 'XO-BRD'), await planOf('XO-BRD', 'XL-IMM')];
  const xl = await openDemoGateway(loria, ostria.partner);
  const xo = await openDemoGateway(ostria, loria.partner);
  const head = await makeHead('XO-BRD', dir);
  const parties = [
    { gateway: xl, head: await makeHead('XL-IMM', dir) },
    { gateway: xo, head },
  ];
  for (const { gateway } of parties) await recordLists(gateway, parties);
  return {
    ...{ xl, xo, head },
    analyst: sit(xo, { role: 'REQUESTING_ANALYST', officer: 'XO-BRD-0417' }),
    executing: sit(xl, { role: 'EXECUTING_OFFICER', officer: 'XL-IMM-0101' }),
    coordinator: sit(xl, { role: 'COORDINATOR', officer: 'XL-IMM-0002' }),
    close: async () => void (await Promise.all([xl.close(), xo.close()])),
  };
}

/** An authority of this tree, by a code that the tree it was written in does not know. */
function authorityOf(code: string): AuthorityCode {
  const found = (Object.keys(AUTHORITIES) as AuthorityCode[]).find((known) => known === code);
  if (found === undefined) throw new Error('the file was not added');
  return found;
}

const ACT = `mutation ($id: ID!, $party: CountryCode!, $act: InstrumentActInput!) {
  answer: recordInstrumentAct(id: $id, instrument: "${INSTRUMENT}", party: $party, reference: "Note", sha256: "${'ab'.repeat(32)}", act: $act) { faults { code } } }`;

/** The coordinators of both sides record what one of the states did. */
async function record({ xl, xo }: Stage, party: string, act: object): Promise<void> {
  for (const at of [xl, xo]) {
    const seat = sit(at, { role: 'COORDINATOR', officer: `${at.authority}-0002` });
    const { answer } = await seat.ask(ACT, { id: randomUUID(), party, act });
    const { faults } = answer as { readonly faults: readonly object[] };
    if (faults.length > 0) throw new Error(JSON.stringify(faults));
  }
}

const faultsOf = async (analyst: Seat, id: string): Promise<readonly string[]> => {
  const { draftFaults } = await analyst.look(id, 'draftFaults { code }');
  return (draftFaults as readonly { readonly code: string }[]).map(({ code }) => code);
};

async function draft({ analyst }: Stage): Promise<string> {
  const justification = 'Found without a ticket on the evening ferry.';
  const document = {
    ...{ instrument: INSTRUMENT, requestedAuthority: 'XL-IMM', language: 'en' },
    ...{ letterhead: LETTERHEAD, aim: 'PREVENTION', substance: 'Please say who this person is.' },
    purposes: PURPOSES.map((stated) => ({ ...stated, justification })),
    itemsWanted: WANTED,
    subjects: [
      {
        names: [{ script: 'und-Latn', surname: 'ObraztsovA', givenName: 'Sample' }],
        dateOfBirth: '1980',
      },
    ],
  };
  return (await analyst.act('saveDraft', { document })).id;
}

async function send({ analyst, xo, head }: Stage, id: string): Promise<void> {
  await analyst.act('assign', { case: id, officer: head.officer });
  const signatory = sit(xo, { role: 'SIGNATORY', officer: head.officer });
  const { document } = await signatory.look(id, 'document');
  const jws = await signJws(Buffer.from(String(document)), 'sorgu-request+jws', head.signer);
  await signatory.act('signDraft', { ...move(id), jws, key: head.signer.publicJwk });
  await analyst.act('sendRequest', move(id));
}

async function accept({ coordinator, executing }: Stage, id: string): Promise<unknown> {
  await until(async () => (await coordinator.state(id)) === 'RECEIVED');
  const { dueOn } = await coordinator.look(id, 'dueOn { requested }');
  await coordinator.act('assign', { case: id, officer: executing.officer });
  await executing.act('accept', move(id));
  const query = 'query ($id: ID!) { candidates(case: $id, n: 1) { candidate } }';
  const { candidates } = await executing.ask(query, { id });
  const [best] = candidates as readonly { readonly candidate: string }[];
  await executing.act('recordMatch', { case: id, n: 1, candidate: best?.candidate });
  await executing.act('recordAge', { case: id, n: 1, child: false });
  return (dueOn as { readonly requested: string }).requested;
}

async function answer({ executing, analyst }: Stage, id: string): Promise<void> {
  for (const item of WANTED) {
    await executing.act('noteOutcome', { case: id, n: 1, item, outcome: 'DISCLOSED' });
  }
  const grantUntil = new Date(Date.now() + 7 * 86_400_000).toISOString();
  await executing.act('conclude', { ...move(id), conditions: [], grantUntil });
  await until(async () => (await analyst.state(id)) === 'ANSWERED');
}

/** Every guarded coordinate, asked by itself: what was withheld, and whether anything was told. */
async function matrix(
  at: DemoGateway,
  as: Parameters<DemoGateway['ask']>[0],
  stated: { readonly request: string; readonly purpose: string },
): Promise<Readonly<Record<string, unknown>>> {
  const cells: Record<string, unknown> = {};
  for (const coordinate of guarded) {
    const { selection } = askFor(coordinate, guarded);
    const query = `{ subjects { edges { node { ${selection} } } } }`;
    const { data, errors } = await at.ask(as, query, stated);
    const withheld = errors.map(({ extensions }) => extensions.coordinate ?? extensions.code);
    cells[coordinate] = { withheld, isTold: isTold(data) };
  }
  return cells;
}

/** Whether a value stands anywhere in the data. */
function isTold(data: unknown): boolean {
  if (data === null || data === undefined) return false;
  if (typeof data !== 'object') return true;
  return Object.values(data).some(isTold);
}

async function play(stage: Stage): Promise<Values> {
  const { xl, analyst } = stage;
  const partner = {
    ...{ authority: 'XO-BRD', gateway: 'gateway.xo-brd', officer: analyst.officer },
    role: 'PARTNER_GATEWAY',
  } as const;
  const executing = { role: 'EXECUTING_OFFICER', officer: stage.executing.officer } as const;
  const first = await draft(stage);
  const beforeAny = await faultsOf(analyst, first);
  await record(stage, 'XLO', { kind: 'NOTIFICATION', on: day(800) });
  const withOne = await faultsOf(analyst, first);
  await record(stage, 'XOS', { kind: 'NOTIFICATION', on: day(700) });
  const withBoth = await faultsOf(analyst, first);
  await send(stage, first);
  const dueOn = await accept(stage, first);
  const purposes: Record<string, unknown> = {
    REQUEST_EXECUTION: await matrix(xl, executing, {
      ...{ request: first, purpose: 'REQUEST_EXECUTION' },
    }),
  };
  await answer(stage, first);
  for (const { purpose } of PURPOSES) {
    purposes[purpose] = await matrix(xl, partner, { request: first, purpose });
  }
  const opened = await analyst.ask(
    'query ($id: ID!) { answer(case: $id, purpose: STOWAWAY_RETURN) { answer } }',
    { id: first },
  );
  const wall = await roles(xl);
  const on = day(120);
  await record(stage, 'XOS', { kind: 'TERMINATION', writtenOn: on, on });
  const query = '{ subjects { edges { node { id } } } }';
  const stated = { request: first, purpose: 'STOWAWAY_RETURN' };
  const { errors } = await xl.ask(partner, query, stated);
  const afterEnd = errors.map(({ extensions: { code } }) => code);
  const newDraft = await faultsOf(analyst, await draft(stage));
  const held = await stage.xo.ask(
    { role: 'REQUESTING_ANALYST', officer: analyst.officer },
    '{ subjects { edges { node { nameLatin { surname } } } } }',
    stated,
  );
  const { data } = await xl.ask(partner, '{ instruments { id inForceFrom inForceUntil } }');
  return {
    ...{ beforeAny, withOne, withBoth, dueOn, purposes, afterEnd, newDraft, wall },
    ...{ package: JSON.stringify(opened), held: JSON.stringify(held.data), instruments: data },
  };
}

/** Milliseconds. */
const LONGEST_WAIT = 30_000;

/** The roles of the database by which the register is read. */
async function roles({ database }: DemoGateway): Promise<readonly string[]> {
  const sql = openOwner(database.urls.owner);
  const found = await sql<{ name: string }[]>`
    select rolname as name from pg_roles where rolname like 'sorgu_xl%' order by 1`;
  await closePool(sql);
  return found.map(({ name }) => name);
}

/** Each look is a query over HTTP, so this gives way to the gateways. */
async function until(hasCome: () => Promise<boolean>): Promise<void> {
  const latest = Date.now() + LONGEST_WAIT;
  while (!(await hasCome())) {
    if (Date.now() > latest) throw new Error('a message did not arrive within 30 s');
  }
}

const dir = await mkdtemp(join(tmpdir(), 'sorgu-invented-'));
await chmod(dir, 0o711);
const stage = await open(dir);
try {
  process.stdout.write(JSON.stringify(await play(stage)));
} finally {
  await stage.close();
  await rm(dir, { recursive: true, force: true });
}
