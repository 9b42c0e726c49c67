/** Two gateways witness each other's logs over mutual TLS, each with its own database. */

import { readFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock, systemIds } from '../../src/base/index.js';
import { ledgerKeyPath, witnessFolder } from '../../src/data-folder.js';
import { makeCertificateAuthority } from '../../src/development/index.js';
import {
  cosignedAt,
  parseCheckpoint,
  parseVkey,
  signCheckpoint,
  WITNESS_PATHS,
} from '../../src/ledger/index.js';
import { closePool, openKeyFile, openOwner, readKept } from '../../src/store/index.js';
import { openTwoGateways, type TwoGateways } from '../support/two-gateways.js';

const ORIGIN = 'sorgu/AZ-SMS/KZ-MIA';

let both: TwoGateways;
beforeAll(async () => {
  both = await openTwoGateways([]);
}, 60_000);
afterAll(() => both.close());

/** Seals one refusal in the log of the exchange: a gateway's question on a request that nobody knows. */
const sealOne = () =>
  both.az.ask(
    { role: 'PARTNER_GATEWAY', authority: 'KZ-MIA', gateway: 'gw.kz', officer: 'KZ-1' },
    '{ subjects { edges { node { id } } } }',
    { request: '7f3ad7f2-5d0c-4c0f-8a64-4d9a3a5f4b11', purpose: 'READMISSION' },
  );

const cosignedOf = async (at: TwoGateways['az']) =>
  (await readKept(witnessFolder(at.dataDir))).map((note) => ({
    note,
    size: parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1))?.size,
  }));

async function rowsOf(at: TwoGateways['az'], query: string): Promise<readonly object[]> {
  const sql = openOwner(at.database.urls.owner);
  try {
    return await sql.unsafe(query);
  } finally {
    await closePool(sql);
  }
}

const metricsOf = async (at: TwoGateways['az']): Promise<string> =>
  (await fetch(`${at.adminUrl}/metrics`)).text();

describe('A-11.4 the log of the exchange is cosigned by the other side', () => {
  test('and the cosigned checkpoint is kept on both sides, outside the log’s database', async () => {
    await sealOne();
    await sealOne();
    await both.az.exchange.askWitnesses();
    const kept = await cosignedOf(both.az);
    const { note, size } = kept.at(-1) ?? { note: '' };
    expect(size).toBe(2);
    const witness = parseVkey(both.kz.witness.witness ?? '', 'COSIGNATURE');
    expect(witness?.name).toBe('sorgu/KZ-MIA/witness');
    expect(witness && cosignedAt(note, witness)).toBeGreaterThan(1_700_000_000);
    const seen = await rowsOf(
      both.kz,
      'select origin, size::int from exchange.witnessed_log order by origin',
    );
    expect(seen).toContainEqual({ origin: ORIGIN, size: 2 });
  });

  test('and how far it is behind is counted, without a name', async () => {
    await sealOne();
    expect(await metricsOf(both.az)).toMatch(/^sorgu_witness_behind\{measure="entries"\} 1$/m);
    await both.az.exchange.askWitnesses();
    const metrics = await metricsOf(both.az);
    expect(metrics).toMatch(/^sorgu_witness_behind\{measure="entries"\} 0$/m);
    expect(metrics).toMatch(/^sorgu_witness_answers_total\{outcome="COSIGNED"\} \d+$/m);
    expect(metrics).not.toMatch(/KZ-MIA/);
  });

  test('and a witness out of reach stops nothing, and is told of once', async () => {
    both.wire.cut(true);
    await sealOne();
    await both.kz.exchange.askWitnesses();
    await both.kz.exchange.askWitnesses();
    both.wire.cut(false);
    const lines = both.kz.lines.filter((line) => line.includes('UNREACHABLE'));
    expect(lines).toHaveLength(1);
    expect(await metricsOf(both.kz)).toMatch(/outcome="UNREACHABLE"\} [2-9]/);
  });
});

/** What a partner's own client may send to the witness. */
async function toWitness(body: string | null, tls = both.kz.witness.tls) {
  const { hostname, port } = new URL(both.az.exchange.url);
  const path = body === null ? WITNESS_PATHS.checkpoint : WITNESS_PATHS.addCheckpoint;
  return new Promise<{ status: number; type: string; text: string }>((resolve, reject) => {
    const method = body === null ? 'GET' : 'POST';
    const sent = request({ hostname, port, path, method, ...tls, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const type = answer.headers['content-type'] ?? '';
        resolve({ status: answer.statusCode ?? 0, type, text: Buffer.concat(chunks).toString() });
      });
    });
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

const own = 'sorgu/KZ-MIA/AZ-SMS';
async function noteOf(size: number, letter: string, origin = own): Promise<string> {
  const signer = await openKeyFile(ledgerKeyPath(both.kz.dataDir), 'development');
  return signCheckpoint({ origin, size, root: Buffer.alloc(32, letter) }, signer);
}

describe('A-11.4 the witness answers as the specification says', () => {
  test('200 with its cosignature, on disk first; then the size for a wrong old size', async () => {
    const first = await toWitness(`old 0\n\n${await noteOf(5, 'a')}`);
    expect(first.status).toBe(200);
    const witness = parseVkey(both.az.witness.witness ?? '', 'COSIGNATURE');
    expect(witness && cosignedAt((await noteOf(5, 'a')) + first.text, witness)).toBeGreaterThan(0);
    const wrong = await toWitness(`old 3\n\n${await noteOf(9, 'a')}`);
    expect(wrong).toEqual({ status: 409, type: 'text/x.tlog.size', text: '5\n' });
    expect(await toWitness(null)).toMatchObject({ status: 200, text: await noteOf(5, 'a') });
  });

  interface Refused {
    readonly title: string;
    readonly status: number;
    readonly code: string;
    readonly body: () => Promise<string>;
  }
  const refused: readonly Refused[] = [
    {
      title: 'another tree of the size',
      ...{ status: 409, code: 'FORKED', body: async () => `old 5\n\n${await noteOf(5, 'b')}` },
    },
    {
      title: 'a tree that did not grow out of it',
      ...{ status: 422, code: 'NOT_CONSISTENT' },
      body: async () => `old 5\n\n${await noteOf(9, 'c')}`,
    },
    {
      title: 'no submission',
      ...{ status: 400, code: 'CHECKPOINT_MALFORMED', body: async () => 'hello' },
    },
    {
      title: 'an old size beyond',
      ...{ status: 400, code: 'OLD_SIZE_BEYOND' },
      body: async () => `old 9\n\n${await noteOf(5, 'a')}`,
    },
    {
      title: 'the log of another exchange',
      ...{ status: 404, code: 'LOG_UNKNOWN' },
      body: async () => `old 0\n\n${await noteOf(5, 'a', 'sorgu/KZ-MIA/BE-IO')}`,
    },
    {
      title: 'another’s signature',
      ...{ status: 403, code: 'CHECKPOINT_NOT_SIGNED' },
      body: async () => `old 0\n\n${await forged()}`,
    },
  ];

  test.each(refused)('$title: $status', async ({ status, code, body }) => {
    expect(await toWitness(await body())).toMatchObject({ status, text: `${code}\n` });
    expect(await toWitness(null)).toMatchObject({ text: await noteOf(5, 'a') });
  });

  test('and keeps both histories of a log that forked', async () => {
    const seen = await rowsOf(
      both.az,
      `select size::int, is_cosigned from exchange.witnessed where origin = '${own}' order by 1, 2`,
    );
    expect(seen).toEqual([
      { size: 5, is_cosigned: false },
      { size: 5, is_cosigned: true },
      { size: 9, is_cosigned: false },
    ]);
  });

  test('nobody without a certificate of a partner has a log here', async () => {
    const naming = { name: 'BE-IO', hosts: ['127.0.0.1'] };
    const { ca } = both.kz.witness.tls;
    const stranger = { ...both.certifier.issue(naming), ca };
    expect((await toWitness(await noteOf(5, 'a'), stranger)).status).toBe(401);
    const other = makeCertificateAuthority('Test', { clock: systemClock, ids: systemIds });
    await expect(toWitness(null, { ...other.issue(naming), ca })).rejects.toThrow();
  });
});

async function forged(): Promise<string> {
  const signer = await openKeyFile(join(both.kz.dataDir, 'keys', 'witness.pem'), 'development');
  return signCheckpoint({ origin: own, size: 6, root: Buffer.alloc(32, 'a') }, signer);
}

describe('A-11.4 a log that lost entries is closed', () => {
  test('the witness shows more than there is: nothing is answered any more, nothing is lost', async () => {
    // The log of Astana has no such five entries: it is shorter than what Baku cosigned of it.
    await both.kz.exchange.askWitnesses();
    expect(both.kz.lines.some((line) => line.includes('BEHIND_WITNESS'))).toBe(true);
    const answered = await both.kz.ask(
      { role: 'EXECUTING_OFFICER', authority: 'KZ-MIA', officer: 'KZ-1' },
      '{ subjects { edges { node { id } } } }',
      { request: '7f3ad7f2-5d0c-4c0f-8a64-4d9a3a5f4b11', purpose: 'REQUEST_EXECUTION' },
    );
    expect(answered.errors.map(({ extensions }) => extensions.code)).toEqual([
      'LEDGER_UNAVAILABLE',
    ]);
    const ready = await fetch(`${both.kz.adminUrl}/readyz`);
    expect(await ready.json()).toMatchObject({ ready: false, checks: { ledger: false } });
  });

  test('the keys of logs and of witnesses are two', async () => {
    const [log, witness] = await Promise.all(
      ['ledger', 'witness'].map((name) =>
        readFile(join(both.az.dataDir, 'keys', `${name}.pem`), 'utf8'),
      ),
    );
    expect(log).not.toBe(witness);
  });
});
