/** The desk of custody (11(2) to 11(5)), as the graph is handed it: which holding exists for whom, it decides. */
import type { PublicJwk } from '../../base/index.js';
import {
  type Body,
  CONSENT_FAULTS,
  type ConsentFault,
  type CustodyAct,
  type CustodyFile,
  type Scope,
  type SubjectValues,
  type Transfer,
} from '../../custody/index.js';
import type { Condition } from '../../requests/index.js';
import type { CaseOfficer } from '../cases/officer.js';

/** Codes of this desk that no other has, or that mean something else here; their words stand under CUSTODY. */
export const CUSTODY_CODES = [
  ...CONSENT_FAULTS,
  'NO_HOLDING',
  'NO_MATTER',
  'SCOPE_FAULTY',
  'PURPOSE_UNKNOWN',
  'END_NOT_AHEAD',
  'NOT_A_THIRD_PARTY',
  'CONSENT_DIFFERS',
  'RETENTION_ENDED',
  'RECALLED',
  'NOTHING_HELD',
  'PACKAGE_UNREADABLE',
  'UNKNOWN_TRANSFER',
  'TOO_MANY_TRANSFERS',
  'END_NOT_LATER',
  'BEYOND_THE_PROVIDERS_TIME',
] as const;

/** Why the desk does nothing: its own codes, and those that mean here what they mean of a case. */
export type CustodyDeskFault =
  | ConsentFault
  | (typeof CUSTODY_CODES)[number]
  | 'CONTENT_MISSING'
  | 'NOT_THIS_ROLE'
  | 'NOT_IN_THIS_STATE'
  | 'NOT_THIS_SIDE'
  | 'SIGNATURE_REFUSED'
  | 'CONFLICT';

export interface HallHolding {
  readonly file: CustodyFile;
  readonly under: readonly {
    readonly subjects: readonly number[];
    readonly purposes: readonly string[];
    readonly until: number;
    readonly conditions: readonly Condition[];
  }[];
  readonly officers: readonly string[];
}

export type CustodyDeskAnswer =
  | { readonly holding: HallHolding }
  | { readonly holding: null; readonly fault: CustodyDeskFault };

/** What an officer says: no step that a gateway makes by itself, no transfer, no consent. */
export type OfficerAct = Exclude<
  CustodyAct,
  { kind: 'TRANSFER' } | { kind: 'DESTRUCTION' } | { step: 'GIVE' } | { account: unknown }
>;

/** The officer's own id of a step, a UUID version 4, so that asking twice is one step; it names the matter it opens. */
export interface StepPlace {
  readonly about: string;
  readonly id: string;
  readonly matter: string | null;
}

interface Passing {
  readonly about: string;
  readonly id: string;
  readonly recipient: Body;
  readonly scope: Scope;
  readonly purpose: string;
}

export interface CustodyHallDesk {
  show(officer: CaseOfficer, about: string): Promise<HallHolding | undefined>;
  open(
    officer: CaseOfficer,
    page: { readonly after: string | null; readonly first: number },
  ): Promise<{ readonly holdings: readonly HallHolding[]; readonly last: string | null }>;
  act(officer: CaseOfficer, place: StepPlace, act: OfficerAct): Promise<CustodyDeskAnswer>;
  give(
    officer: CaseOfficer,
    place: StepPlace,
    signed: { readonly jws: string; readonly key: PublicJwk },
  ): Promise<CustodyDeskAnswer>;
  registerReceipt(
    officer: CaseOfficer,
    receipt: {
      readonly about: string;
      readonly matter: string;
      readonly transfer: string;
      readonly at: number;
      readonly sha256: string;
    },
  ): Promise<CustodyDeskAnswer>;
  registerTransfer(
    officer: CaseOfficer,
    passed: Passing & { readonly parent: string; readonly at: number },
  ): Promise<CustodyDeskAnswer>;
  extend(
    officer: CaseOfficer,
    asked: {
      readonly about: string;
      readonly purpose: string;
      readonly until: number;
      readonly text: string;
    },
  ): Promise<CustodyDeskAnswer>;
  assign(
    officer: CaseOfficer,
    on: { readonly about: string; readonly officer: string },
  ): Promise<CustodyDeskAnswer>;
  export(
    officer: CaseOfficer,
    asked: Passing,
  ): Promise<
    | { readonly transfer: Transfer; readonly file: string }
    | { readonly transfer: null; readonly fault: CustodyDeskFault }
  >;
  read(
    officer: CaseOfficer,
    asked: { readonly about: string; readonly scope: Scope; readonly purpose: string },
  ): Promise<
    | {
        readonly values: readonly SubjectValues[];
        readonly conditions: readonly Condition[];
        readonly until: number;
      }
    | { readonly values: null; readonly fault: CustodyDeskFault }
  >;
}
