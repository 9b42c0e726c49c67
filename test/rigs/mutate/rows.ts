/** Changes by hand to one stored row. */
import { isDeepStrictEqual } from 'node:util';
import type { LedgerRow } from '../../../src/ledger/index.js';
import { compareRows, type EntryRow } from '../../../src/ledger/rows.js';
import type { Random } from '../../../src/register/sample/random.js';

/** The row with one bit of one of its values turned, or one digit of its text changed. */
export function changeRow(row: LedgerRow, random: Random): LedgerRow {
  const turn = (bytes: Uint8Array) => turnBit(bytes, random);
  switch (row.kind) {
    case 'log':
      return { ...row, origin: changeText(row.origin, random) };
    case 'entry':
      return changeEntry(row, random);
    case 'subject':
      return random.chance(50)
        ? { ...row, tag: turn(row.tag) }
        : { ...row, coordinates: turn(row.coordinates) };
    case 'node':
      return { ...row, hash: turn(row.hash) };
    case 'checkpoint':
      return random.chance(50)
        ? { ...row, note: changeText(row.note, random) }
        : { ...row, root: turn(row.root) };
  }
}

function changeEntry(row: EntryRow, random: Random): LedgerRow {
  const what = random.below(3);
  if (what === 0) return { ...row, leaf: changeText(row.leaf, random) };
  if (what === 1) return { ...row, leafHash: turnBit(row.leafHash, random) };
  return { ...row, salt: turnBit(row.salt ?? Buffer.alloc(1), random) };
}

function turnBit(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length);
  return bytes.map((byte, n) => (n === at ? byte ^ (1 << random.below(8)) : byte));
}

function changeText(text: string, random: Random): string {
  const at = random.below(text.length);
  const to = text[at] === 'q' ? 'Q' : 'q';
  return text.slice(0, at) + to + text.slice(at + 1);
}

/** A copy of a row where none is: at the next place, or far beyond the end. */
export function copyRow(row: LedgerRow, random: Random): LedgerRow {
  const far = random.chance(50) ? 1_000 : 100;
  switch (row.kind) {
    case 'log':
      return { ...row, logId: row.logId + far, origin: `${row.origin}-X` };
    case 'subject':
      return { ...row, n: row.n + far };
    case 'node':
      return { ...row, index: row.index + far };
    case 'checkpoint':
      return { ...row, size: row.size + far };
    case 'entry':
      return { ...row, seq: row.seq + far };
  }
}

/**
 * What two rows of one kind and one log say, each in the other's place. Without another that says otherwise it is
 * taken out.
 */
export function exchange(
  rows: readonly LedgerRow[],
  row: LedgerRow,
  random: Random,
): readonly LedgerRow[] {
  const others = rows.filter(
    (one) =>
      one.kind === row.kind &&
      one.logId === row.logId &&
      !isDeepStrictEqual(inPlaceOf(one, row), row),
  );
  const other = others[random.below(others.length)];
  if (other === undefined) return rows.filter((one) => one !== row);
  return rows
    .map((one) => {
      if (one === row) return inPlaceOf(other, row);
      return one === other ? inPlaceOf(row, other) : one;
    })
    .sort(compareRows);
}

const PLACES = ['seq', 'n', 'level', 'index', 'size'] as const;

function inPlaceOf(said: LedgerRow, place: LedgerRow): LedgerRow {
  const kept = PLACES.filter((name) => name in place).map((name) => [
    name,
    Reflect.get(place, name),
  ]);
  return { ...said, ...Object.fromEntries(kept) };
}
