/** The desk of strategic reports (Article 4; memorandum, 3(c)), as the graph is handed it: what exists for whom, it decides. */
import type {
  FindingReason,
  PlacedFault,
  ToldFinding,
  ToldOffer,
  ToldReport,
  WrittenReport,
} from '../../reports/index.js';
import { authorityOf } from '../../treaty/index.js';
import type { AskingOfficer } from '../cases/officer.js';

/** Whoever may have to do with reports: an officer of this authority, or an officer or the gateway of another one. */
export interface ReportCaller extends AskingOfficer {
  readonly gateway: string | null;
}

const ROLES: ReadonlySet<string> = new Set([
  'REQUESTING_ANALYST',
  'SIGNATORY',
  'COORDINATOR',
  'EXECUTING_OFFICER',
  'AUDITOR',
  'PARTNER_GATEWAY',
]);

/** The caller, if its authority is a competent one; null for a stranger, to whom no report exists. */
export function reportCallerOf(caller: AskingOfficer | undefined): ReportCaller | null {
  if (caller === undefined || !ROLES.has(caller.role)) return null;
  if (authorityOf(caller.authority) === undefined) return null;
  return { ...caller, gateway: caller.gateway ?? null };
}

/** Where a report stands after a step: nothing of what is written in it. */
export interface ReportStanding extends Pick<ToldReport, 'id' | 'version' | 'digest' | 'state'> {
  /** Null for the other side. */
  readonly findings: readonly ToldFinding[] | null;
}

export type ReportDeskAnswer =
  | { readonly report: ReportStanding; readonly faults: readonly [] }
  | { readonly report: null; readonly faults: readonly PlacedFault[] };

export interface ReportPage<Told> {
  readonly nodes: readonly Told[];
  readonly more: boolean;
}

/** A report with the bytes of its attachments, in their order. */
export interface ReadReport {
  readonly told: ToldReport;
  readonly attachments: readonly Uint8Array[];
}

export interface ReportPlace {
  readonly first: number;
  /** The last id of the page before. */
  readonly after: string | null;
}

/** Every step and every reading stands in the ledger before its answer is given. */
export interface ReportHallDesk {
  /** Reports that the caller may see; of a recipient, those that are open to it. */
  list(caller: ReportCaller, place: ReportPlace): Promise<ReportPage<ToldReport>>;
  one(caller: ReportCaller, id: string): Promise<ReadReport | undefined>;
  /** Reports offered to the caller's authority. */
  offers(caller: ReportCaller, place: ReportPlace): Promise<ReportPage<ToldOffer>>;
  draft(caller: ReportCaller, written: WrittenReport): Promise<ReportDeskAnswer>;
  revise(caller: ReportCaller, id: string, written: WrittenReport): Promise<ReportDeskAnswer>;
  clear(
    caller: ReportCaller,
    asked: {
      readonly id: string;
      readonly digest: string;
      readonly reasons: readonly FindingReason[];
    },
  ): Promise<ReportDeskAnswer>;
  consent(
    caller: ReportCaller,
    asked: { readonly id: string; readonly digest: string },
  ): Promise<ReportDeskAnswer>;
  withdraw(caller: ReportCaller, id: string): Promise<ReportDeskAnswer>;
  permit(
    caller: ReportCaller,
    asked: { readonly id: string; readonly digest: string; readonly to: string },
  ): Promise<ReportDeskAnswer>;
}
