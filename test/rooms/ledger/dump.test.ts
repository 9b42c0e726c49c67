import { beforeAll, describe, expect, it } from 'vitest';
import {
  compareRows,
  formatDump,
  type LedgerRow,
  openDump,
  openLedger,
} from '../../../src/ledger/index.js';
import { bodyOf, countingIds, draftOf, stillClock, testSigner } from './fixtures.js';
import { MemoryKeeper, MemoryStore } from './memory.js';

let lines: string[];
const store = new MemoryStore();
const keeper = new MemoryKeeper();

beforeAll(async () => {
  const effects = { store, keeper, signer: testSigner(1), clock: stillClock, ids: countingIds() };
  const ledger = await openLedger({ ...effects, authority: 'AZ-SMS' });
  for (const log of ['KZ-MIA', 'BE-IO', 'KZ-MIA']) await ledger.seal(draftOf({ log }), bodyOf(log));
  lines = await dumped();
});

async function dumped(): Promise<string[]> {
  const all: string[] = [];
  for await (const line of formatDump(keeper.notes, store.rows())) all.push(line.trimEnd());
  return all;
}

async function read(some: readonly string[]): Promise<number> {
  const { rows } = await openDump(some);
  let count = 0;
  for await (const _ of rows) count += 1;
  return count;
}

const put = (all: readonly string[], at: number, line: string) =>
  all.map((old, n) => (n === at ? line : old));

describe('a dump', () => {
  it('holds every row but the salts, and the kept checkpoints', async () => {
    const { kept, rows } = await openDump(lines);
    expect(kept).toEqual(keeper.notes);
    const found = [];
    for await (const row of rows) found.push(row);
    const stored = store.rowList.sort(compareRows);
    expect(JSON.stringify(found)).toBe(JSON.stringify(stored.map(asDumped)));
    for (const row of store.rowList) {
      if (row.kind !== 'entry') continue;
      expect(row.salt).toHaveLength(32);
      expect(lines.join()).not.toContain(Buffer.from(row.salt ?? []).toString('base64'));
    }
  });

  const asDumped = (row: LedgerRow) =>
    asBuffers(row.kind === 'entry' ? { ...row, salt: null } : row);

  const asBuffers = (row: object) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        value instanceof Uint8Array ? Buffer.from(value) : value,
      ]),
    );

  it('of version 1 is read too', async () => {
    const older = put(lines, 0, lines[0]?.replace('2', '1') ?? '');
    expect(await read(older)).toBe(await read(lines));
  });

  it.each<[string, (all: readonly string[]) => readonly string[], number | undefined]>([
    ['an empty file', () => [], 1],
    ['no head', (all) => all.slice(1), 1],
    ['a newer version', (all) => [all[0]?.replace('2', '3') ?? '', ...all.slice(1)], 1],
    ['the end cut off', (all) => all.slice(0, -1), undefined],
    ['a line cut out', (all) => all.filter((_, at) => at !== 5), undefined],
    ['a line after the end', (all) => [...all, all.at(-1) ?? ''], undefined],
    ['half a line', (all) => put(all, 6, all[6]?.slice(0, 20) ?? ''), 7],
    ['a line of no kind', (all) => put(all, 6, '{"kind":"other","logId":1}'), 7],
    ['a line without its fields', (all) => put(all, 6, '{"kind":"entry","logId":1}'), 7],
    ['a salt', (all) => put(all, 6, '{"kind":"salt","logId":1,"seq":0,"salt":"AA=="}'), 7],
    ['a kept note among the rows', (all) => put(all, 6, all[1] ?? ''), 7],
    ['a fraction for a number', (all) => put(all, 4, all[4]?.replace(':1', ':1.5') ?? ''), 5],
  ])('with %s is refused, by line', async (_, change, line) => {
    const changed = change(lines);
    await expect(read(changed)).rejects.toThrow(
      line === undefined ? /line \d+$/ : new RegExp(`line ${line}$`),
    );
  });
});
