/**
 * Verifies a ledger from its rows alone: recomputes every leaf, subject row, node and checkpoint, and holds the result
 * against checkpoints kept elsewhere. Trusts the public key and what was kept; the rows are attacker-controlled.
 * Reads each row once, in the order of `compareRows`.
 */

import type { Finding } from './finding.js';
import type { LogTip } from './growth.js';
import { HeldReceipts, notesOf, sortReceipts } from './held-receipts.js';
import { KeptLog, sortKept } from './kept.js';
import { LogCheck } from './log-check.js';
import type { Standing } from './receipt.js';
import type { LedgerRow } from './rows.js';

/** What the rows are held against. */
export interface Evidence {
  /** Raw Ed25519 public key of the logs. */
  readonly publicKey: Uint8Array;
  /** Signed notes kept outside the database, in any order. */
  readonly kept: readonly string[];
  /** Whether the rows hold the salts: a dump leaves them out. */
  readonly hasSalts: boolean;
  /** What the other side keeps of the answers it got, in any order. */
  readonly receipts?: readonly Standing[];
}

export interface Verdict {
  /** For each log the first fault among its rows, against what was kept, and against receipts. Empty: the ledger is whole. */
  readonly findings: readonly Finding[];
  /** Every log as recomputed. */
  readonly tips: readonly LogTip[];
}

/** Verifies all logs. */
export async function verifyRows(
  rows: AsyncIterable<LedgerRow> | Iterable<LedgerRow>,
  evidence: Evidence,
): Promise<Verdict> {
  const { publicKey, hasSalts, receipts = [] } = evidence;
  const kept = sortKept([...evidence.kept, ...notesOf(receipts)], publicKey);
  const held = new Map(sortReceipts(receipts));
  const findings: Finding[] = [...kept.findings];
  const tips: LogTip[] = [];
  const unseen = new Map(kept.byOrigin);
  let check: LogCheck | undefined;
  const open = (logId: number, origin: string): LogCheck => {
    const keptLog = new KeptLog(unseen.get(origin) ?? [], publicKey);
    const heldReceipts = new HeldReceipts(held.get(origin) ?? [], publicKey);
    unseen.delete(origin);
    held.delete(origin);
    const outside = { kept: keptLog, receipts: heldReceipts };
    return new LogCheck({ logId, origin, publicKey, hasSalts, ...outside });
  };
  const close = (): void => {
    if (check === undefined) return;
    check.end();
    findings.push(...check.findings);
    tips.push(check.tip);
  };
  for await (const row of rows) {
    if (row.logId !== check?.tip.logId) {
      close();
      check = open(row.logId, row.kind === 'log' ? row.origin : `(log ${row.logId})`);
    }
    check.take(row);
  }
  close();
  // Logs of which nothing is stored any more.
  for (const [, checkpoints] of unseen) {
    findings.push(...faultOfGone(new KeptLog(checkpoints, publicKey)));
  }
  for (const [, list] of held) findings.push(...faultOfGone(new HeldReceipts(list, publicKey)));
  return { findings, tips };
}

function faultOfGone(outside: KeptLog | HeldReceipts): readonly Finding[] {
  outside.end();
  return outside.finding === undefined ? [] : [outside.finding];
}
