/** Rows of a batch as lines that COPY reads, in the columns that the ledger's append statement writes. */
import type { KeptBatch } from '../../../src/store/ledger-append.js';

export const TABLES = ['log', 'frame', 'entry', 'entry_subject', 'node', 'checkpoint'] as const;
export type LedgerTable = (typeof TABLES)[number];

/** The columns in the order of the lines. */
export const COLUMNS: Readonly<Record<LedgerTable, string>> = {
  log: 'log_id, origin',
  frame: 'id, text',
  entry: 'log_id, seq, frame, leaf, leaf_hash, salt',
  entry_subject: 'log_id, seq, n, tag, coordinates',
  node: 'log_id, level, index, hash',
  checkpoint: 'log_id, size, root, note',
};

/** The lines of a batch, by table. */
export function linesOf(batch: KeptBatch): Readonly<Record<LedgerTable, string>> {
  return {
    log: lines(batch.logs, ({ logId, origin }) => [logId, origin]),
    frame: lines(batch.frames, (row) => [row.id, text(row.text)]),
    entry: lines(batch.entries, (row) => [
      ...[row.logId, row.seq, row.frame ?? '\\N'],
      ...[text(row.leaf), hex(row.leafHash), hex(row.salt ?? new Uint8Array())],
    ]),
    entry_subject: lines(batch.subjects, (row) => [
      ...[row.logId, row.seq, row.n],
      ...[hex(row.tag), hex(row.coordinates)],
    ]),
    node: lines(batch.nodes, (row) => [row.logId, row.level, row.index, hex(row.hash)]),
    checkpoint: lines(batch.checkpoints, ({ logId, size, root, note }) => [
      ...[logId, size, hex(root), text(note)],
    ]),
  };
}

const lines = <R>(rows: readonly R[], of: (row: R) => readonly (string | number)[]): string =>
  rows.map((row) => `${of(row).join('\t')}\n`).join('');

const text = (value: string): string =>
  value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t');

const hex = ({ buffer, byteOffset, length }: Uint8Array): string =>
  `\\\\x${Buffer.from(buffer, byteOffset, length).toString('hex')}`;
