/**
 * Loads a course into the tables of the ledger: batches planned by the ledger itself, one answer each as where nobody
 * waits, written as files that PostgreSQL copies from. While it copies one lot, the next is made.
 */
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Signer } from '../../../src/base/index.js';
import { planBatch, type Tips } from '../../../src/ledger/batch.js';
import { NumberingMemory } from '../../../src/ledger/coordinates.js';
import { composeEntry } from '../../../src/ledger/entry.js';
import { formatEntry } from '../../../src/ledger/entry-text.js';
import { originOf } from '../../../src/ledger/index.js';
import { closePool, openOwner, type Sql } from '../../../src/store/index.js';
import { Frames } from '../../../src/store/ledger-frames.js';
import { COLUMNS, type LedgerTable, linesOf, TABLES } from './copy-rows.js';
import type { Answer, Course } from './course.js';

export interface LoadOptions {
  /** A superuser's URL: files are read by the server. */
  readonly url: string;
  readonly course: Course;
  /** The first so many answers of the course. */
  readonly answers: number;
  readonly signer: Signer;
  /** For the files; removed again. */
  readonly dir: string;
  readonly said?: (answers: number) => void;
}

/** The authority whose logs they are. */
export const AUTHORITY = 'AZ-SMS';
const LOT = 20_000;

type Lot = Map<LedgerTable, string[]>;

/** Loads; resolves once all is committed. */
export async function loadLog(options: LoadOptions): Promise<void> {
  const dir = join(options.dir, 'copy');
  await mkdir(dir, { recursive: true });
  await chmod(dir, 0o711);
  const sql = openOwner(options.url);
  try {
    let copied: Promise<void> = Promise.resolve();
    for await (const { lot, done } of lotsOf(options)) {
      const files = await writeLot(lot, join(dir, String(done)));
      await copied;
      options.said?.(done);
      copied = copyLot(sql, files);
      // Heard of when the next lot is ready.
      copied.catch(() => undefined);
    }
    await copied;
  } finally {
    await closePool(sql);
    await rm(dir, { recursive: true });
  }
}

async function* lotsOf({ course, answers, signer }: LoadOptions) {
  const numberings = new NumberingMemory();
  const frames = new Frames();
  let tips: Tips = new Map();
  let lot: Lot = new Map();
  for (let n = 0; n < answers; n += 1) {
    const plan = await planBatch(tips, [waitingOf(course.answer(n), numberings)], signer);
    tips = plan.tips;
    const { stored, made } = frames.store(plan.batch.entries);
    const lines = linesOf({ ...plan.batch, entries: stored, frames: made });
    for (const table of TABLES) listOf(lot, table).push(lines[table]);
    if ((n + 1) % LOT > 0 && n + 1 < answers) continue;
    yield { lot, done: n + 1 };
    lot = new Map();
  }
}

function listOf(lot: Lot, table: LedgerTable): string[] {
  const list = lot.get(table) ?? [];
  lot.set(table, list);
  return list;
}

/** An answer as the ledger's writer hands it to the next batch. */
export function waitingOf({ draft, time, salt, body }: Answer, numberings: NumberingMemory) {
  const origin = originOf(AUTHORITY, draft.log);
  const { entry, marks } = composeEntry(draft, { origin, time, salt, body }, (sets) =>
    numberings.number(sets),
  );
  return { origin, leaf: formatEntry(entry), marks, salt, tickets: [] };
}

type Files = readonly { readonly table: LedgerTable; readonly path: string }[];

async function writeLot(lot: Lot, path: string): Promise<Files> {
  const files = TABLES.map((table) => ({ table, path: `${path}.${table}` }));
  for (const file of files) {
    await writeFile(file.path, (lot.get(file.table) ?? []).join(''), { mode: 0o644 });
  }
  return files;
}

async function copyLot(sql: Sql, files: Files): Promise<void> {
  for (const { table, path } of files) {
    await sql.unsafe(`copy ledger.${table} (${COLUMNS[table]}) from '${path}'`);
    await rm(path);
  }
}
