/**
 * From the headers of a query to its grant: the request is loaded, `grantFor` weighs it, and every "no" is one answer.
 * A request once loaded is remembered, but only a "yes" is ever taken from memory, and only by work that finds out,
 * where it reads the register, whether the request still stands as it did: if it does not, nothing is read and the work
 * is done anew.
 */
import { type Clock, Refusal } from '../base/index.js';
import type { Instrument, InstrumentStatus } from '../treaty/index.js';
import { type Asker, type Grant, type GrantResult, grantFor } from './grant.js';
import type { Request } from './request.js';

/** A request as it stood at one moment. */
export interface HeldRequest extends Request {
  /** Digest of all that a grant is weighed from: another one after every change of the request, its purposes, its subjects. */
  readonly version: string;
}

/** Where requests are kept; declared here, implemented by the store. */
export interface RequestShelf {
  /** The request of this id, or undefined; does the same work for any text. */
  load(id: string): Promise<HeldRequest | undefined>;
}

/** What the headers state, as sent: attacker-controlled. */
export interface StatedExchange {
  readonly request: string | undefined;
  readonly purpose: string | undefined;
}

/** Thrown by work under a grant whose request has changed since it was remembered, before anything is read. */
export class GrantOutdated extends Error {
  override readonly name = 'GrantOutdated';
}

export interface Grants {
  /** The live grant; throws Refusal(PURPOSE_REQUIRED) or Refusal(NO_GRANT) with the inner reason as its cause. */
  open(asker: Asker, stated: StatedExchange): Promise<Grant>;
  /**
   * Works under the live grant; rejects as `open` does, and as the work. Where the grant has a version, the work checks
   * it in the statement that reads, and throws GrantOutdated if it is no longer the request's.
   */
  use<T>(asker: Asker, stated: StatedExchange, work: (grant: Grant) => Promise<T>): Promise<T>;
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
  const memory = new Memory();
  const weigh = (asker: Asker, request: HeldRequest | undefined, purpose: string): GrantResult =>
    grantFor({ asker, request, purpose, now: clock.now(), ...law });

  const open: Grants['open'] = async (asker, { request, purpose }) => {
    if (request === undefined || purpose === undefined) throw new Refusal('PURPOSE_REQUIRED');
    const found = await shelf.load(request);
    const result = weigh(asker, found, purpose);
    if (result.grant === null) throw new Refusal('NO_GRANT', {}, { cause: result.reason });
    if (found !== undefined) memory.keep(found);
    return result.grant;
  };

  return {
    open,
    async use(asker, stated, work) {
      const remembered = memory.recall(stated.request);
      const { grant } = remembered
        ? weigh(asker, remembered, stated.purpose ?? '')
        : { grant: null };
      if (remembered === undefined || grant === null) return work(await open(asker, stated));
      try {
        return await work({ ...grant, version: remembered.version });
      } catch (error) {
        if (!(error instanceof GrantOutdated)) throw error;
        memory.forget(remembered);
        return work(await open(asker, stated));
      }
    },
  };
}

/** Requests under which somebody read; the one longest unused leaves first. */
const REMEMBERED = 500;

class Memory {
  readonly #held = new Map<string, HeldRequest>();

  keep(request: HeldRequest): void {
    // A Map keeps the order of insertion: the most recent stands last.
    this.#held.delete(request.id);
    this.#held.set(request.id, request);
    const [oldest] = this.#held.keys();
    if (this.#held.size > REMEMBERED && oldest !== undefined) this.#held.delete(oldest);
  }

  recall(id: string | undefined): HeldRequest | undefined {
    const request = id === undefined ? undefined : this.#held.get(id);
    if (request !== undefined) this.keep(request);
    return request;
  }

  forget({ id }: HeldRequest): void {
    this.#held.delete(id);
  }
}
