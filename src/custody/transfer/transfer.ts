/** A transfer onward (11(3)): who got what of a provider's information from whom, and the conditions that go with it. */
import {
  CODE,
  CONDITIONS,
  type Condition,
  DIGEST,
  exactly,
  MOMENT,
  NAME_CODE,
  orNull,
  type SchemaOf,
  UUID_V4,
} from '../../requests/index.js';
import { BODY, type Body, SCOPE, type Scope } from '../consents/scope.js';

export type Transfer = {
  /** UUID version 4. */
  readonly id: string;
  /** The transfer by which `from` got it; null where `from` got it from the provider itself. */
  readonly parent: string | null;
  readonly from: string;
  readonly recipient: Body;
  /** Whether the recipient answers by a gateway of its own; else a clerk registers what it answers. */
  readonly gateway: boolean;
  readonly scope: Scope;
  readonly purpose: string;
  /** First instant at which the recipient may no longer keep it. */
  readonly until: number;
  /** SHA-256 of the provider's consent; null where the recipient is no third party, or there was none. */
  readonly consent: string | null;
  /** How it is to be handled: stated by the provider, bound to the values wherever they go. */
  readonly conditions: readonly Condition[];
  /** Milliseconds since the epoch. */
  readonly at: number;
};

const FLAG: SchemaOf<boolean> = { type: 'boolean' };

export const TRANSFER: SchemaOf<Transfer> = exactly<Transfer>({
  id: UUID_V4,
  parent: orNull(UUID_V4),
  from: NAME_CODE,
  recipient: BODY,
  gateway: FLAG,
  scope: SCOPE,
  purpose: CODE,
  until: MOMENT,
  consent: orNull(DIGEST),
  conditions: CONDITIONS,
  at: MOMENT,
});

/** The conditions that speak of one of the items that leave. */
export const conditionsOn = (
  conditions: readonly Condition[],
  { items }: Scope,
): readonly Condition[] =>
  conditions.filter((condition) => condition.items.some((item) => items.includes(item)));
