/**
 * How long one request takes from its signature in Astana to the receipt of Baku's gateway in Astana's outbox: signed,
 * sent, verified, stored and acknowledged between two whole gateways over mutual TLS, one at a time. In durable commits:
 * each request is followed by one single-row INSERT, at the requests' own pace. `npm run bench:send -- --requests 200`
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { freePort, openDemoGateway, prepare } from '../../scripts/demo/gateway.js';
import { type Head, makeHead, recordLists } from '../../scripts/demo/lists.js';
import { type Seat, sit } from '../../scripts/demo/seat.js';
import { draftAbout } from '../../scripts/demo/story.js';
import { systemClock, systemIds } from '../../src/base/index.js';
import { makeCertificateAuthority } from '../../src/development/index.js';
import { signJws } from '../../src/partner/index.js';
import {
  type BundledUrls,
  closePool,
  openOwner,
  openPool,
  type Sql,
} from '../../src/store/index.js';
import { people } from './people.js';
import { printTable } from './report.js';
import { openStage, type Stage } from './stage.js';
import { median, overRounds } from './statistics.js';

const { values } = parseArgs({ options: { requests: { type: 'string', default: '200' } } });
const REQUESTS = Number(values.requests);
if (!Number.isInteger(REQUESTS) || REQUESTS < 10)
  throw new RangeError('--requests takes 10 or more');
/** Sent before, unmeasured. */
const WARM = 30;
const ROUNDS = 5;
const MOST_COMMITS = 12;

const [SOMEBODY] = people(1);
if (SOMEBODY === undefined) throw new Error('nobody to ask about');
const DRAFT = draftAbout(SOMEBODY);

interface Scene {
  readonly analyst: Seat;
  readonly head: Seat;
  readonly signer: Head['signer'];
  /** Resolves once the outbox holds the receipt for a request. */
  readonly receipt: (request: string) => Promise<void>;
}

/** A request as its signatory finds it: written, assigned, not signed. */
async function draft({ analyst, head }: Scene): Promise<{ id: string; document: string }> {
  const { id } = await analyst.act('saveDraft', { document: DRAFT });
  await analyst.act('assign', { case: id, officer: head.officer });
  const { document } = await head.look(id, 'document');
  return { id, document: String(document) };
}

/** Milliseconds from the signature to the receipt. */
async function send(scene: Scene): Promise<number> {
  const { analyst, head, signer, receipt } = scene;
  const { id, document } = await draft(scene);
  const move = () => ({ case: id, id: randomUUID() });
  const acknowledged = receipt(id);
  const began = performance.now();
  const jws = await signJws(Buffer.from(document), 'sorgu-request+jws', signer);
  await head.act('signDraft', { ...move(), jws, key: signer.publicJwk });
  await analyst.act('sendRequest', move());
  await acknowledged;
  return performance.now() - began;
}

/** Tells of receipts as they are committed. */
async function watchReceipts(owner: Sql): Promise<Scene['receipt']> {
  await owner`create function bench.tell() returns trigger language plpgsql as
    $$begin perform pg_notify('bench_receipt', new.case_id::text); return null; end$$`;
  await owner`create trigger bench_receipt after update of receipt on exchange.mail for each row
    when (old.receipt is null and new.receipt is not null) execute function bench.tell()`;
  const waiting = new Map<string, () => void>();
  await owner.listen('bench_receipt', (request) => waiting.get(request)?.());
  return (request) => new Promise((resolve) => waiting.set(request, resolve));
}

interface Flush {
  /** Milliseconds of one durable single-row INSERT. */
  readonly flush: () => Promise<number>;
  readonly close: () => Promise<void>;
}

async function openFlush(urls: BundledUrls, owner: Sql): Promise<Flush> {
  await owner`create table bench.entry (seq bigint primary key, leaf text)`;
  await owner`grant usage on schema bench to sorgu_ledger`;
  await owner`grant insert on bench.entry to sorgu_ledger`;
  const sql = openPool(urls.ledger, { name: 'bench', max: 1, statementMs: 0, silenceMs: 0 });
  const leaf = 'x'.repeat(1_000);
  let seq = 0;
  return {
    close: () => closePool(sql),
    async flush() {
      seq += 1;
      const began = performance.now();
      await sql`insert into bench.entry (seq, leaf) values (${seq}, ${leaf})`;
      return performance.now() - began;
    },
  };
}

/** Milliseconds of every request and of the insert after it. */
async function measure(scene: Scene, flush: Flush['flush'], requests: number) {
  const took = { send: [] as number[], flush: [] as number[] };
  for (let at = 0; at < requests; at += 1) {
    took.send.push(await send(scene));
    took.flush.push(await flush());
  }
  return { sendMs: median(took.send), flushMs: median(took.flush) };
}

async function run(stage: Stage) {
  const { dir } = stage;
  const certifier = makeCertificateAuthority('Bench', { clock: systemClock, ids: systemIds });
  const plan = async (authority: 'AZ-SMS' | 'KZ-MIA') => {
    const urls = await stage.makeDatabase(authority.toLowerCase().replace('-', '_'));
    const database = { urls, close: async () => undefined };
    const port = await freePort();
    return prepare({ dir, certifier, authority, port, people: [], database });
  };
  const [az, kz] = [await plan('AZ-SMS'), await plan('KZ-MIA')];
  const baku = await openDemoGateway(az, kz.partner);
  const astana = await openDemoGateway(kz, az.partner);
  const urls = astana.database.urls;
  const owner = openOwner(urls.owner);
  const parties = [
    { gateway: baku, head: await makeHead('AZ-SMS', dir) },
    { gateway: astana, head: await makeHead('KZ-MIA', dir) },
  ] as const;
  for (const { gateway } of parties) await recordLists(gateway, parties);
  await owner`create schema bench`;
  const { flush, close } = await openFlush(urls, owner);
  const { officer, signer } = parties[1].head;
  const scene: Scene = {
    analyst: sit(astana, { role: 'REQUESTING_ANALYST', officer: 'KZ-MIA-0417' }),
    head: sit(astana, { role: 'SIGNATORY', officer }),
    signer,
    receipt: await watchReceipts(owner),
  };
  try {
    await measure(scene, flush, WARM);
    const rounds = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push(await measure(scene, flush, REQUESTS / ROUNDS));
    }
    return rounds;
  } finally {
    await close();
    await closePool(owner);
    await Promise.all([baku.close(), astana.close()]);
  }
}

const stage = await openStage();
try {
  const rounds = await run(stage);
  printTable([
    {
      name: 'one request, from its signature to the receipt',
      measured: overRounds(rounds, ({ sendMs, flushMs }) => sendMs / flushMs),
      unit: 'commits',
      goal: { at: 'most', value: MOST_COMMITS },
    },
    {
      name: 'one request, from its signature to the receipt',
      measured: overRounds(rounds, ({ sendMs }) => sendMs),
      unit: 'ms',
    },
    {
      name: 'a durable commit: one single-row INSERT, between the requests',
      measured: overRounds(rounds, ({ flushMs }) => flushMs),
      unit: 'ms',
    },
  ]);
} finally {
  await stage.close();
}
