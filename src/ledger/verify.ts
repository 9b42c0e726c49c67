/**
 * Verifies a ledger from its rows alone: recomputes every leaf, subject row, node and checkpoint, and holds the result
 * against checkpoints kept elsewhere. Trusts the public key and what was kept; the rows are attacker-controlled.
 * Reads each row once, in the order of `compareRows`.
 */

import type { Finding } from './finding.js';
import type { LogTip } from './growth.js';
import { KeptLog, sortKept } from './kept.js';
import { LogCheck } from './log-check.js';
import type { LedgerRow } from './rows.js';

/** What the rows are held against. */
export interface Evidence {
  /** Raw Ed25519 public key of the logs. */
  readonly publicKey: Uint8Array;
  /** Signed notes kept outside the database, in any order. */
  readonly kept: readonly string[];
  /** Whether the rows hold the salts: a dump leaves them out. */
  readonly hasSalts: boolean;
}

export interface Verdict {
  /** For each log the first fault among its rows and the first against what was kept. Empty: the ledger is whole. */
  readonly findings: readonly Finding[];
  /** Every log as recomputed. */
  readonly tips: readonly LogTip[];
}

/** Verifies all logs. */
export async function verifyRows(
  rows: AsyncIterable<LedgerRow> | Iterable<LedgerRow>,
  evidence: Evidence,
): Promise<Verdict> {
  const kept = sortKept(evidence.kept);
  const findings: Finding[] = [...kept.findings];
  const tips: LogTip[] = [];
  const unseen = new Map(kept.byOrigin);
  let check: LogCheck | undefined;
  const open = (logId: number, origin: string): LogCheck => {
    const { publicKey, hasSalts } = evidence;
    const keptLog = new KeptLog(unseen.get(origin) ?? [], publicKey);
    unseen.delete(origin);
    return new LogCheck({ logId, origin, publicKey, hasSalts, kept: keptLog });
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
    const gone = new KeptLog(checkpoints, evidence.publicKey);
    gone.end();
    if (gone.finding !== undefined) findings.push(gone.finding);
  }
  return { findings, tips };
}
