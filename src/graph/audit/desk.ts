/** The auditor's bench (11(4)), as the graph is handed it: every look stands in the ledger before it is told. */
import type { Access, Outlier, Repeat, Statistics } from '../../audit/index.js';
import type { AuditFault } from '../../base/index.js';
import type { CaseOfficer } from '../cases/officer.js';

export type Audited<T> = T | { readonly fault: AuditFault };

/** Milliseconds since the epoch; `until` is the first instant that is no longer in it. */
export interface AuditSpan {
  readonly from: number;
  readonly until: number;
}

export interface AuditPage {
  readonly first: number;
  readonly after: { readonly origin: string; readonly index: number } | null;
}

export interface Accesses {
  readonly accesses: readonly Access[];
  readonly more: boolean;
  /** Where the next page begins: behind the last that was looked at, whether it is told or not; null where none was. */
  readonly last: AuditPage['after'];
}

export interface Sampled {
  readonly seed: string;
  readonly population: number;
  readonly drawn: readonly {
    readonly access: Access;
    /** In the words of the request's signatory; null where the entry rests on none. */
    readonly justification: string | null;
  }[];
}

export interface DeferralWish {
  readonly request: string;
  readonly decision: 'DEFER' | 'TELL';
  readonly reason: string;
  readonly reviewAt: number | null;
}

export interface AuditHallDesk {
  /** Who saw a person: `<request>.<n>`, or the register's own key. */
  person(
    officer: CaseOfficer,
    asked: AuditSpan & AuditPage & { readonly person: string },
  ): Promise<Audited<Accesses>>;
  /** Every entry that names a request. */
  request(
    officer: CaseOfficer,
    asked: AuditPage & { readonly request: string },
  ): Promise<Audited<Accesses>>;
  statistics(
    officer: CaseOfficer,
    span: AuditSpan,
  ): Promise<
    Audited<{
      readonly statistics: Statistics;
      readonly outliers: readonly Outlier[];
      readonly repeats: readonly Repeat[];
    }>
  >;
  sample(
    officer: CaseOfficer,
    asked: AuditSpan & { readonly count: number; readonly seed: string | null },
  ): Promise<Audited<Sampled>>;
  /** The evidence bundle of a request. */
  evidence(officer: CaseOfficer, request: string): Promise<Audited<{ readonly bundle: string }>>;
  /** What a person is told of who got his data. */
  report(officer: CaseOfficer, person: string): Promise<Audited<{ readonly report: string }>>;
  /** Decides what of a request is told to whom it is about. */
  decide(officer: CaseOfficer, wish: DeferralWish): Promise<Audited<{ readonly done: true }>>;
  /** Requests whose deferral is to be decided anew. */
  due(officer: CaseOfficer): Promise<Audited<{ readonly due: readonly DeferralWish[] }>>;
}
