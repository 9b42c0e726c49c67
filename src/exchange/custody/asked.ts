/** What officers ask of the desk of custody, and why nothing is done. */
import type { ActFault, Body, ConsentFault, Scope } from '../../custody/index.js';

/** Why nothing was done. Closed; NO_HOLDING is the one answer for one that is unknown and one that is not yours. */
export type CustodyDeskFault =
  | ActFault
  | ConsentFault
  | 'NO_HOLDING'
  | 'NO_MATTER'
  | 'NOT_THIS_ROLE'
  | 'NOT_IN_THIS_STATE'
  | 'CONFLICT'
  /** It is this authority's own, or was not given: there is nothing to do this with. */
  | 'NOT_THIS_SIDE'
  | 'SIGNATURE_REFUSED'
  /** Its end has come, its case is in doubt, or its provision is closed. */
  | 'RETENTION_ENDED'
  | 'RECALLED'
  /** Nothing of what is named is held. */
  | 'NOTHING_HELD'
  | 'PACKAGE_UNREADABLE'
  | 'UNKNOWN_TRANSFER'
  | 'TOO_MANY_TRANSFERS'
  /** It may be held as long already. */
  | 'END_NOT_LATER'
  /** Its provider gave it for no longer. */
  | 'BEYOND_THE_PROVIDERS_TIME';

/** Where a step goes: its own id, a UUID version 4, names the matter that it opens. */
export interface StepPlace {
  /** The id of the request or provision. */
  readonly about: string;
  readonly id: string;
  /** Null opens one. */
  readonly matter: string | null;
}

export interface AskedExport {
  readonly about: string;
  /** UUID version 4; of the transfer. */
  readonly id: string;
  readonly recipient: Body;
  readonly scope: Scope;
  readonly purpose: string;
}

export interface AskedReading {
  readonly about: string;
  readonly scope: Scope;
  readonly purpose: string;
}
