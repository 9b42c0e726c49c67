/**
 * The desk of readmission (memorandum, 4; EU-AZ-2014), as the graph is handed it. For whom a case exists, it decides; each
 * step and each reading by role stands in the ledger before it is told.
 */
import type {
  CaseStep,
  InterviewChannel,
  InterviewOutcome,
  InterviewWindow,
  ReadmissionFault,
  ReadmissionWarning,
  ToldCase,
} from '../../readmission/index.js';
import type { Grant } from '../../requests/index.js';
import type { HumanitarianNote } from '../../store/index.js';
import type { AskingOfficer } from '../cases/officer.js';

/** What is asked beside the steps of the file itself. */
export type InterviewStep =
  | {
      readonly kind: 'BOOK';
      readonly window: string;
      readonly n: number;
      readonly language: string;
    }
  | { readonly kind: 'CANCEL'; readonly booking: string }
  | { readonly kind: 'OUTCOME'; readonly booking: string; readonly outcome: InterviewOutcome }
  | { readonly kind: 'NOTE'; readonly note: string };

export type ReadmissionStep = CaseStep | InterviewStep;

export interface AskedReadmission {
  readonly request: string;
  /** UUID version 4 of the caller's own: asked twice, it is one step. */
  readonly id: string;
  readonly step: ReadmissionStep;
}

export type ReadmissionDone =
  | {
      readonly fault: null;
      /** Of the record that was written. */
      readonly number: number | null;
      readonly warnings: readonly ReadmissionWarning[];
    }
  | { readonly fault: ReadmissionFault };

/** Milliseconds since the epoch; `until` is the first instant that is no longer in it. */
export interface WindowSpan {
  readonly from: number;
  readonly until: number;
}

export interface ReadmissionHallDesk {
  /** What is offered to the caller's authority under the memorandum; nothing to anybody else. */
  channels(caller: AskingOfficer): Promise<readonly InterviewChannel[]>;
  /** Free windows alone. */
  windows(caller: AskingOfficer, span: WindowSpan): Promise<readonly InterviewWindow[]>;
  /** The case of the grant's request; undefined under any other purpose. Its caller seals it. */
  underGrant(grant: Grant): Promise<ToldCase | undefined>;
  /** The case, for an officer of this authority. `request` may be anything. */
  read(caller: AskingOfficer, request: string): Promise<ToldCase | undefined>;
  notes(caller: AskingOfficer, request: string): Promise<readonly HumanitarianNote[]>;
  step(caller: AskingOfficer, asked: AskedReadmission): Promise<ReadmissionDone>;
}
