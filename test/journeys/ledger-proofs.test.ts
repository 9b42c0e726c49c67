/** what a partner can prove with its receipt and what the gateway gives it over HTTP, and what it cannot see. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDevelopmentIssuer } from '../../src/identity/index.js';
import type { Standing } from '../support/gateway.js';
import { type LedgerVisit, NAMES, openVisit } from '../support/ledger-visit.js';
import {
  type HeldReceipt,
  isAbout,
  isGrownFrom,
  isIncluded,
  leafHashOf,
  openCheckpoint,
  readEntry,
  readReceipt,
} from '../support/receipt-holder.js';
import { NOW } from '../support/requests.js';

let visit: LedgerVisit;
beforeAll(async () => {
  visit = await openVisit();
});
afterAll(() => visit.gateway.close());

const textAt = async (standing: Standing, path: string): Promise<string> =>
  (await visit.page(standing, path)).text;

describe('a receipt, checked with what HTTP gives', () => {
  test('A-11.4 it names the exact bytes of the answer, and no others', async () => {
    const { body, receipt } = await visit.answerTo(visit.partner, NAMES);
    const held = readReceipt(receipt);
    const entry = readEntry(held.entry);
    expect(leafHashOf(held.entry).toString('base64')).toBe(held.leafHash);
    expect(Buffer.from(held.salt, 'base64')).toHaveLength(32);
    expect(isAbout(entry, held.salt, body)).toBe(true);
    expect(isAbout(entry, held.salt, Buffer.concat([body, Buffer.from(' ')]))).toBe(false);
  });

  test('A-11.4 its entry stands in the signed checkpoint it carries, and nothing else does there', async () => {
    const { receipt } = await visit.answerTo(visit.partner, NAMES);
    const held = readReceipt(receipt);
    const tree = await visit.treeOf(visit.partner, held.checkpoint);
    expect(held.origin).toBe('sorgu/AZ-SMS/KZ-MIA');
    expect(isIncluded(leafHashOf(held.entry), held, tree)).toBe(true);
    const forged = held.entry.replace('"ANSWERED"', '"REFUSED"');
    expect(isIncluded(leafHashOf(forged), held, tree)).toBe(false);
    expect(
      openCheckpoint(
        held.checkpoint.replace(`\n${tree.size}\n`, '\n9\n'),
        await textAt(visit.partner, 'key'),
      ),
    ).toBeUndefined();
  });

  test('A-11.4 it stays true while the log grows, at every size', async () => {
    const held: HeldReceipt[] = [];
    for (let n = 0; n < 9; n += 1)
      held.push(readReceipt((await visit.answerTo(visit.partner, NAMES)).receipt));
    const head = await visit.head(visit.partner);
    for (const each of held) {
      const proof = await visit.proof(visit.partner, `proof?index=${each.index}&size=${head.size}`);
      expect(isIncluded(leafHashOf(each.entry), { index: each.index, proof }, head)).toBe(true);
      const then = await visit.treeOf(visit.partner, each.checkpoint);
      const growth = await visit.proof(
        visit.partner,
        `consistency?from=${then.size}&to=${head.size}`,
      );
      expect(isGrownFrom(then, head, growth)).toBe(true);
      const other = { ...then, root: Buffer.alloc(32, 1) };
      expect(isGrownFrom(other, head, growth)).toBe(false);
    }
  });

  test('A-11.4 operations at once: each has its own place in the log', async () => {
    const answers = await Promise.all(
      Array.from({ length: 24 }, () => visit.answerTo(visit.partner, NAMES)),
    );
    const held = answers.map(({ receipt }) => readReceipt(receipt));
    expect(new Set(held.map(({ index }) => index)).size).toBe(24);
    const head = await visit.head(visit.partner);
    for (const [at, each] of held.entries()) {
      const proof = await visit.proof(visit.partner, `proof?index=${each.index}&size=${head.size}`);
      expect(isIncluded(leafHashOf(each.entry), { index: each.index, proof }, head)).toBe(true);
      expect(isAbout(readEntry(each.entry), each.salt, answers[at]?.body ?? Buffer.of())).toBe(
        true,
      );
    }
  });
});

describe('who may look', () => {
  const pages = ['key', 'checkpoint', 'proof?index=0&size=1', 'consistency?from=1&to=1'];

  test.each(pages)('A-11.1 /ledger/%s: 401 without a token', async (path) => {
    const { status, text } = await visit.page(undefined, path);
    expect([status, JSON.parse(text).errors[0].extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  test.each(pages)(
    "A-11.1 /ledger/%s: another's log answers a partner as one that is none",
    async (path) => {
      await visit.answerTo(visit.belgian, NAMES);
      const join = path.includes('?') ? '&' : '?';
      const others = ['BE-IO', 'DOMESTIC', 'AZ-SMS', 'KZ-MLSPP', 'XX-NONE', ''];
      const told = await Promise.all(
        others.map((log) => visit.page(visit.partner, `${path}${join}log=${log}`)),
      );
      expect(new Set(told.map(({ status }) => status))).toEqual(new Set([403]));
      expect(new Set(told.map(({ text }) => text)).size).toBe(1);
    },
  );

  test("A-11.1 what one exchanges does not show in another's log", async () => {
    await visit.answerTo(visit.partner, NAMES);
    const before = await textAt(visit.partner, 'checkpoint');
    await visit.answerTo(visit.belgian, NAMES);
    await visit.answerTo(visit.officer, NAMES);
    expect(await textAt(visit.partner, 'checkpoint')).toBe(before);
  });

  test("A-11.4 an auditor reads each log, and a partner's auditor cannot be one", async () => {
    await Promise.all(
      [visit.partner, visit.belgian, visit.officer].map((standing) =>
        visit.answerTo(standing, NAMES),
      ),
    );
    for (const [log, owner] of [
      ['KZ-MIA', visit.partner],
      ['BE-IO', visit.belgian],
    ] as const) {
      expect(await visit.page(visit.auditor, `checkpoint?log=${log}`)).toEqual(
        await visit.page(owner, 'checkpoint'),
      );
      expect(await visit.page(visit.auditor, `key?log=${log}`)).toEqual(
        await visit.page(owner, 'key'),
      );
    }
    expect(await textAt(visit.auditor, 'checkpoint')).toContain('sorgu/AZ-SMS/DOMESTIC\n');
    const { sign } = await openDevelopmentIssuer({
      clock: { now: () => NOW },
      dataDir: visit.gateway.dataDir,
    });
    const stranger = { officer: 'KZ-1', gateway: null, authority: 'KZ-MIA', unit: null };
    const token = await sign({ ...stranger, role: 'AUDITOR' });
    const theirs = { persona: { ...visit.auditor.persona, token } };
    expect((await visit.page(theirs, 'checkpoint?log=KZ-MIA')).status).toBe(200);
    expect((await visit.page(theirs, 'checkpoint?log=BE-IO')).status).toBe(403);
    expect((await visit.page(visit.officer, 'checkpoint?log=KZ-MIA')).status).toBe(403);
  });

  test('A-11.4 sizes and places that the log does not have are refused', async () => {
    const size = (await visit.head(visit.partner)).size;
    const wrong = [
      `proof?index=${size}&size=${size}`,
      `proof?index=0&size=${size + 1}`,
      'proof?index=-1&size=1',
      `consistency?from=1&to=${size + 1}`,
      'consistency?from=2&to=1',
    ];
    for (const path of wrong)
      expect([path, (await visit.page(visit.partner, path)).status]).toEqual([path, 400]);
  });
});
