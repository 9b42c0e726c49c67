/** From the headers of a query to its grant: the request is loaded, `grantFor` weighs it, and every "no" is one answer. */
import { type Clock, Refusal } from '../base/index.js';
import type { Instrument, InstrumentStatus } from '../treaty/index.js';
import { type Asker, type Grant, grantFor } from './grant.js';
import type { Request } from './request.js';

/** Where requests are kept; declared here, implemented by the store. */
export interface RequestShelf {
  /** The request of this id, or undefined; does the same work for any text. */
  load(id: string): Promise<Request | undefined>;
}

/** What the headers state, as sent: attacker-controlled. */
export interface StatedExchange {
  readonly request: string | undefined;
  readonly purpose: string | undefined;
}

export interface Grants {
  /** The live grant; throws Refusal(PURPOSE_REQUIRED) or Refusal(NO_GRANT) with the inner reason as its cause. */
  open(asker: Asker, stated: StatedExchange): Promise<Grant>;
}

export interface GrantsOptions {
  readonly shelf: RequestShelf;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
  readonly ownAuthority: string;
  readonly clock: Clock;
}

/** Opens the counter at which grants are given. */
export function openGrants({ shelf, clock, ...law }: GrantsOptions): Grants {
  return {
    async open(asker, { request, purpose }) {
      if (request === undefined || purpose === undefined) throw new Refusal('PURPOSE_REQUIRED');
      const found = await shelf.load(request);
      const result = grantFor({ asker, request: found, purpose, now: clock.now(), ...law });
      if (result.grant === null) throw new Refusal('NO_GRANT', {}, { cause: result.reason });
      return result.grant;
    },
  };
}
