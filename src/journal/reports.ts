/** The journal of strategic reports (Article 4; memorandum, 3(c)): each step of one, and each reading. Never a word of them. */
import { createHash } from 'node:crypto';
import { canonicalJson } from '../base/index.js';
import type { EntryDraft } from '../ledger/index.js';
import { type ReportDocument, type ReportStep, stepDigest } from '../reports/index.js';
import { DOMESTIC_LOG, type JournalHead, logOf } from './journal.js';

/** Who reads. */
export interface ReportReader {
  readonly authority: string;
  readonly unit: string | null;
  readonly role: string;
  readonly officer: string;
  readonly gateway: string | null;
}

/** The logs in which a step stands. */
export const logsOf = ({ told }: Pick<ReportStep, 'told'>): readonly string[] =>
  told.length === 0 ? [DOMESTIC_LOG] : told;

/**
 * The entries of a step: one in the log of each authority that is told of it, or in the own officers' alone. What is
 * drafted stands in no partner's log, whose size would tell of it.
 */
export function movedReportEntries(
  head: JournalHead,
  { instrument, clause }: Pick<ReportDocument, 'instrument' | 'clause'>,
  step: ReportStep,
): readonly EntryDraft[] {
  const { authority, role, officer, gateway } = step.by;
  return logsOf(step).map((log) => ({
    ...common(head),
    log,
    outcome: 'REPORT_MOVED',
    asking: { authority, unit: null, role, officer, gateway },
    request: step.report,
    requestDigest: step.digest,
    instrument,
    clauses: [clause],
    operation: stepDigest(step),
  }));
}

/** What was told: reports or offers, each by its version. */
export interface ReadReports {
  readonly question: 'report' | 'reports' | 'offers';
  readonly told: readonly Pick<ReportDocument, 'id' | 'instrument' | 'clause'>[];
  readonly digests: readonly string[];
}

/** The entry of a reading, in the log of whoever reads. */
export function readReportsEntry(
  head: JournalHead,
  reader: ReportReader,
  { question, told, digests }: ReadReports,
): EntryDraft {
  const { authority, unit, role, officer, gateway } = reader;
  const one = question === 'report' ? told[0] : undefined;
  const ids = told.map(({ id }) => id);
  const operation = createHash('sha256').update(canonicalJson({ question, ids, digests }));
  return {
    ...common(head),
    log: logOf(authority, head.ownAuthority),
    outcome: 'REPORT_READ',
    asking: { authority, unit, role, officer, gateway },
    request: one?.id ?? null,
    requestDigest: one === undefined ? null : (digests[0] ?? null),
    instrument: one?.instrument ?? null,
    clauses: [...new Set(told.map(({ clause }) => clause))].sort(),
    operation: operation.digest('hex'),
  };
}

const common = ({ ownAuthority, policy, schema }: JournalHead) => ({
  refusal: null,
  answering: ownAuthority,
  ...{ purpose: null, basis: null, withheld: [], subjects: [], policy, schema },
});
