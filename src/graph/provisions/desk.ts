/** The desk of what is given unasked (8(2)), as the graph is handed it: which provision exists for whom, it decides. */
import type { PublicJwk } from '../../base/index.js';
import {
  type Condition,
  type DocumentSubject,
  PROVISION_FAULTS,
  type ProvisionDocument,
  type ProvisionFault,
  type ProvisionSide,
  type SheetGap,
} from '../../requests/index.js';
import type { ListedProvision, ProvisionFile } from '../../store/index.js';
import type { FoundCandidate } from '../cases/desk.js';
import type { CaseOfficer } from '../cases/officer.js';

/** Codes of this desk that no other has; their words stand under PROVISION. */
export const PROVISION_CODES = [
  ...PROVISION_FAULTS,
  'NO_PROVISION',
  'PROVISION_INCOMPLETE',
  'SUBJECT_NOT_PROVIDED',
  'NOT_FOR_THIS_PURPOSE',
  'RETENTION_ENDED',
  'PACKAGE_UNREADABLE',
] as const;

/** Why the desk does nothing: its own codes, and those that mean here what they mean of a case. */
export type ProvisionDeskFault =
  | (typeof PROVISION_CODES)[number]
  | 'INSTRUMENT_NOT_IN_FORCE'
  | 'SIGNATURE_REFUSED'
  | 'NOT_A_DRAFT'
  | 'NOT_THIS_ROLE'
  | 'NOT_IN_THIS_STATE'
  | 'NOT_WANTED'
  | 'CONFLICT'
  | SheetGap['code'];

export type ProvisionDeskAnswer =
  | { readonly file: ProvisionFile }
  | {
      readonly file: null;
      readonly fault: ProvisionDeskFault;
      readonly faults?: readonly ProvisionFault[];
      readonly gaps?: readonly SheetGap[];
    };

/** What was given, as it is told to who may read it. */
export type ReadProvision =
  | {
      readonly content: string;
      readonly purpose: string;
      readonly conditions: readonly Condition[];
      readonly keepUntil: number;
    }
  | { readonly content: null; readonly fault: ProvisionDeskFault };

type Note =
  | { readonly person: string }
  | { readonly child: boolean }
  | { readonly give: boolean; readonly reason: string };

/** A provision, and the officer's own id of the step: a UUID version 4, so that asking twice is one step. */
export interface StepName {
  readonly provision: string;
  readonly id: string;
}

export interface ProvisionHallDesk {
  draft(
    officer: CaseOfficer,
    written: {
      readonly provision: ProvisionDocument;
      readonly sought: readonly DocumentSubject[];
    },
  ): Promise<ProvisionDeskAnswer>;
  note(
    officer: CaseOfficer,
    on: { readonly provision: string; readonly n: number; readonly note: Note },
  ): Promise<ProvisionDeskAnswer>;
  assign(
    officer: CaseOfficer,
    on: { readonly provision: string; readonly officer: string },
  ): Promise<ProvisionDeskAnswer>;
  sign(
    officer: CaseOfficer,
    signed: StepName & { readonly jws: string; readonly key: PublicJwk },
  ): Promise<ProvisionDeskAnswer>;
  move(
    officer: CaseOfficer,
    asked: StepName & { readonly move: 'SEND' | 'DISCARD' | 'CLOSE' },
  ): Promise<ProvisionDeskAnswer>;
  /** The provision, where it exists for this officer. `id` may be anything. */
  show(officer: CaseOfficer, id: string): Promise<ProvisionFile | undefined>;
  list(
    officer: CaseOfficer,
    query: { readonly side: ProvisionSide; readonly after: string | null; readonly first: number },
  ): Promise<{ readonly files: readonly ListedProvision[]; readonly more: boolean }>;
  candidates(
    officer: CaseOfficer,
    person: { readonly provision: string; readonly n: number },
  ): Promise<readonly FoundCandidate[] | null>;
  read(
    officer: CaseOfficer,
    asked: { readonly provision: string; readonly purpose: string },
  ): Promise<ReadProvision>;
}
