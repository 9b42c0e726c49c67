import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dumpLedger, verifyLedger } from '../../../src/cli/index.js';
import { formatVkey, openLedger } from '../../../src/ledger/index.js';
import { bodyOf, countingIds, draftOf, stillClock, testSigner } from './fixtures.js';
import { MemoryKeeper, MemoryStore } from './memory.js';

const signer = testSigner(1);
const name = 'sorgu/AZ-SMS/KZ-MIA';
const vkey = formatVkey({ name, publicKey: signer.publicKey });
const store = new MemoryStore();
const keeper = new MemoryKeeper();
let directory: string;
let text: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'sorgu-dump-'));
  const effects = { store, keeper, signer, clock: stillClock, ids: countingIds() };
  const ledger = await openLedger({ ...effects, authority: 'AZ-SMS' });
  // A line separator inside an entry must not end a line of the dump.
  const asking = { ...draftOf().asking, unit: 'a\u2028b' };
  for (const log of ['KZ-MIA', 'KZ-MIA', 'BE-IO', 'KZ-MIA', 'KZ-MIA', 'KZ-MIA']) {
    await ledger.seal(draftOf({ log, asking }), bodyOf(log));
  }
  const listKept = () => keeper.list();
  const code = await dumpLedger({ file: path(), reader: store, listKept }, listen());
  expect(code).toBe(0);
  text = await readFile(path(), 'utf8');
});
afterAll(() => rm(directory, { recursive: true, force: true }));

const path = (file = 'ledger.ndjson') => join(directory, file);

function listen() {
  const said: string[] = [];
  const add = (line: string) => void said.push(line);
  return { language: 'en' as const, said, out: add, say: add };
}

async function verify(changed: string, options: { vkey?: string; kept?: readonly string[] } = {}) {
  await writeFile(path('changed.ndjson'), changed);
  const voice = listen();
  const command = {
    source: path('changed.ndjson'),
    kept: options.kept,
    vkey: options.vkey ?? vkey,
  };
  return { code: await verifyLedger(command, voice), said: voice.said };
}

describe('sorgu verify-ledger, offline', () => {
  it('is fine with a whole dump, and says what it held it against', async () => {
    const { code, said } = await verify(text);
    expect(code).toBe(0);
    expect(said.join('')).toContain('sorgu/AZ-SMS/KZ-MIA 5 entries');
    expect(said.join('')).toContain('against 6 kept checkpoints');
  });

  it('reads a database as well', async () => {
    const voice = listen();
    expect(await verifyLedger({ source: store, kept: keeper.notes, vkey }, voice)).toBe(0);
  });

  it('does not overwrite a dump', async () => {
    const listKept = async () => [];
    const voice = listen();
    expect(await dumpLedger({ file: path(), reader: store, listKept }, voice)).toBe(1);
    expect(voice.said.join('')).toContain('exists already and is left as it is');
    expect(await readFile(path(), 'utf8')).toBe(text);
  });

  it.each(['', 'key', `${vkey}x`])('is wrongly used with the key %j', async (bad) => {
    expect((await verify(text, { vkey: bad })).code).toBe(2);
  });

  it('fails under the key of another ledger', async () => {
    const other = formatVkey({ name, publicKey: testSigner(2).publicKey });
    const { code, said } = await verify(text, { vkey: other });
    expect(code).toBe(1);
    expect(said[0]).toMatch(/^CHECKPOINT_MALFORMED sorgu\/AZ-SMS\/KZ-MIA index 0:/);
  });

  it('fails on a checkpoint kept elsewhere that is of a longer log', async () => {
    const longer = new MemoryStore();
    const witness = new MemoryKeeper();
    const effects = { store: longer, keeper: witness, signer, clock: stillClock };
    const ledger = await openLedger({ ...effects, ids: countingIds(), authority: 'AZ-SMS' });
    await Promise.all(Array.from({ length: 9 }, () => ledger.seal(draftOf(), bodyOf('x'))));
    const { code, said } = await verify(text, { kept: witness.notes });
    expect(code).toBe(1);
    expect(said[0]).toMatch(/^ROLLED_BACK sorgu\/AZ-SMS\/KZ-MIA kept checkpoints 0 and 9:/);
  });

  it('fails on a fork: two signed checkpoints of one size', async () => {
    const forked = new MemoryKeeper();
    const effects = { store: new MemoryStore(), keeper: forked, signer, clock: stillClock };
    const ledger = await openLedger({ ...effects, ids: countingIds(), authority: 'AZ-SMS' });
    await ledger.seal(draftOf(), bodyOf('another history'));
    const { code, said } = await verify(text, { kept: [...keeper.notes, ...forked.notes] });
    expect(code).toBe(1);
    expect(said[0]).toMatch(/^FORKED sorgu\/AZ-SMS\/KZ-MIA kept checkpoints 1 and 1:/);
  });

  it('A-11.4: no character of a row can be changed unnoticed', async () => {
    const lines = text.trimEnd().split('\n');
    const rows = lines.map((_, at) => at).filter((at) => !lines[at]?.includes('"kind":"kept"'));
    const change = fc.record({
      at: fc.constantFrom(...rows),
      place: fc.nat(5_000),
      to: fc.constantFrom(...'0123456789abcdefXYZ"{}:,\\/=+ '),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ at, place, to }) => {
        const line = lines[at] ?? '';
        const column = place % line.length;
        fc.pre(line[column] !== to);
        const changed = line.slice(0, column) + to + line.slice(column + 1);
        const { code, said } = await verify(
          `${lines.map((l, n) => (n === at ? changed : l)).join('\n')}\n`,
        );
        expect(code, changed).toBe(1);
        expect(said.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });
});
