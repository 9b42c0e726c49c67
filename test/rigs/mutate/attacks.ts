/**
 * What is done to a log, each by one who may write the database alone, and by one who also holds its signing key and may
 * write the files beside it. Either hands back what is found afterwards; whatever left the house he cannot change.
 */
import type { LedgerRow } from '../../../src/ledger/index.js';
import { positionOf } from '../../../src/ledger/rows.js';
import type { Random } from '../../../src/register/sample/random.js';
import { testSigner } from '../../rooms/ledger/fixtures.js';
import { type Batches, type EntryMaker, seal, type Written } from './history.js';
import { changeRow, copyRow, exchange } from './rows.js';

export const ATTACKS = [
  'edit',
  'delete',
  'reorder',
  'insert',
  'truncate old',
  'truncate recent',
  'roll back',
  'release without entry',
] as const;
export type Attack = (typeof ATTACKS)[number];

/** The log under attack. */
export interface Target {
  readonly batches: Batches;
  readonly honest: Written;
  readonly random: Random;
  readonly make: EntryMaker;
}

/** What stands in the database and in the files after it. */
export type Left = Pick<Written, 'rows' | 'notes'>;

/** By one who may write the database: the notes kept in files stay, and nothing can be signed. */
export async function byDatabase(attack: Attack, target: Target): Promise<Left> {
  const { honest, random } = target;
  // Half of them also make leaf hashes, nodes and checkpoints fit, and sign with a key of their own.
  const isThorough = random.chance(50);
  const { rows } = isThorough ? await seal(rewrite(attack, target), testSigner(2)) : honest;
  return { rows: isThorough ? rows : onRows(attack, target), notes: honest.notes };
}

/** By one who holds the key: all is made anew, in the database and in the files. */
export const byKey = (attack: Attack, target: Target): Promise<Left> =>
  seal(rewrite(attack, target));

/** Another history in the place of the one that was. */
function rewrite(attack: Attack, { batches, random, make }: Target): Batches {
  const count = batches.flat().length;
  const at = random.below(count);
  switch (attack) {
    case 'edit':
      return mapEntries(batches, (entry, n) => [n === at ? make(random, entry.origin) : entry]);
    case 'delete':
    case 'release without entry':
      return mapEntries(batches, (entry, n) => (n === at ? [] : [entry]));
    case 'reorder':
      return exchangeEntries(batches, random);
    case 'insert':
      return mapEntries(batches, (entry, n) =>
        n === at ? [make(random, entry.origin), entry] : [entry],
      );
    case 'truncate old':
      return mapEntries(batches, (entry, n) => (n <= at ? [] : [entry]));
    case 'truncate recent':
      return mapEntries(batches, (entry, n) => (n >= at ? [] : [entry]));
    case 'roll back':
      return batches.slice(0, random.below(batches.length));
  }
}

type Entry = Batches[number][number];

function mapEntries(batches: Batches, of: (entry: Entry, n: number) => readonly Entry[]): Batches {
  let n = -1;
  return batches.map((batch) =>
    batch.flatMap((entry) => {
      n += 1;
      return of(entry, n);
    }),
  );
}

/** Two entries of one log: those of two logs may change places without a change in either. */
function exchangeEntries(batches: Batches, random: Random): Batches {
  const all = batches.flat();
  const first = all[random.below(all.length)];
  const others = all.filter((one) => one !== first && one.origin === first?.origin);
  const second = others[random.below(others.length)];
  // Alone in its log it is taken out: there is nothing to change places with.
  if (second === undefined) return mapEntries(batches, (one) => (one === first ? [] : [one]));
  const other = new Map([
    [first, second],
    [second, first],
  ]);
  return mapEntries(batches, (entry) => [other.get(entry) ?? entry]);
}

/** Rows changed by hand, the rest left as it is. */
function onRows(attack: Attack, { honest, random }: Target): readonly LedgerRow[] {
  const { rows } = honest;
  // Rows of every kind as often: there is one node to hundreds of entries.
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const kind = kinds[random.below(kinds.length)];
  const ofKind = rows.filter((one) => one.kind === kind);
  const row = ofKind[random.below(ofKind.length)];
  if (row === undefined) return [];
  const { logId } = row;
  // A log's own row stands before position 0; to cut there is to cut all of it.
  const position = Math.max(0, positionOf(row));
  const isBefore = (one: LedgerRow) => one.logId === logId && positionOf(one) < position;
  switch (attack) {
    case 'edit':
      return rows.map((one) => (one === row ? changeRow(row, random) : one));
    case 'delete':
      return rows.filter((one) => one !== row);
    case 'reorder':
      return exchange(rows, row, random);
    case 'insert':
      return [...rows, copyRow(row, random)];
    case 'truncate old':
      return rows.filter((one) => one !== row && (one.kind === 'log' || !isBefore(one)));
    case 'truncate recent':
    case 'release without entry':
      return rows.filter((one) => one.logId !== logId || isBefore(one));
    case 'roll back':
      return rows.filter((one) => one.logId !== logId || isBefore(one));
  }
}
