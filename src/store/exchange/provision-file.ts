/** A provision (8(2)) as this gateway keeps it, and what is kept together with it. Plain data. */
import type { PublicJwk } from '../../base/index.js';
import type {
  ProvisionDocument,
  ProvisionMotion,
  ProvisionSheet,
  ProvisionSide,
  ProvisionState,
} from '../../requests/index.js';
import type { Mail } from './case-file.js';

export interface ProvisionFile {
  /** As it is written, or as it was signed. */
  readonly provision: ProvisionDocument;
  readonly side: ProvisionSide;
  readonly state: ProvisionState;
  readonly motions: readonly ProvisionMotion[];
  /** The provider's own; null on the receiving side. */
  readonly sheet: ProvisionSheet | null;
  /** Service numbers of those on it: to anybody else it does not exist (11(1)). */
  readonly officers: readonly string[];
  /** The signatory's JWS; null while a draft. */
  readonly document: string | null;
  /** The signatory's public key; null beside none. */
  readonly key: PublicJwk | null;
  /** What was given, encrypted to the recipient (JWE); null before it is sent. */
  readonly package: string | null;
}

/** A provision in a list: without the two texts that can be long. */
export type ListedProvision = Omit<ProvisionFile, 'document' | 'package'>;

/** What a step leaves: all of it is kept, or nothing. */
export type KeptProvision<T> =
  | { readonly file: ProvisionFile; readonly mail: readonly Mail[]; readonly result: T }
  /** Nothing is kept. */
  | { readonly file: null; readonly result: T };

export interface ProvisionQuery {
  readonly side: ProvisionSide;
  /** Service number; null for whoever sees all. */
  readonly officer: string | null;
  /** The last one of the page before. */
  readonly after: string | null;
  readonly first: number;
}
