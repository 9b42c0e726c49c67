/** Where publications are written: by a coordinator, by an import, by whoever releases statistics. Weighed, then kept whole. */
import type { Clock, Json } from '../base/index.js';
import type { PublicationLaw } from './law-faults.js';
import type { Publication } from './publication.js';
import {
  type Deciding,
  type Inspect,
  type PublicationVersion,
  type Published,
  publish,
  release,
  withdraw,
} from './publish.js';
import { readPublication } from './read-publication.js';
import type { PublicationKeeper } from './shelf.js';

/** Who decides on which publication, and why. */
export interface Decision {
  readonly id: string;
  readonly by: string;
  readonly reason: string;
}

/** Each rejects with Refusal(UNAVAILABLE). */
export interface PublicationDesk {
  /** Reads what was written, weighs it, keeps what comes of it. */
  take(written: Json, by: string): Promise<Published>;
  publish(publication: Publication, by: string): Promise<Published>;
  release(decision: Decision): Promise<Published>;
  withdraw(decision: Decision): Promise<Published>;
  held: PublicationKeeper['held'];
}

export interface PublicationDeskRooms {
  readonly keeper: PublicationKeeper;
  readonly law: PublicationLaw;
  readonly clock: Clock;
  /** Looks for what is personal; nothing is found where it is left out. */
  readonly inspect?: Inspect;
  /** Whose tables are released by their own desk alone, beside all that is published; nobody's where it is left out. */
  readonly ownAuthority?: string;
}

/** How often a change that was made beside another one is made again. */
const ATTEMPTS = 3;

/** Opens the desk over what keeps versions. */
export function openPublicationDesk(rooms: PublicationDeskRooms): PublicationDesk {
  const { keeper, law, clock, inspect, ownAuthority } = rooms;
  const decide = ({ id, by, reason }: Decision, act: (on: Deciding) => Published) =>
    keepNext(keeper, id, (current) => {
      const on = { now: clock.now(), by, reason, current };
      return act(inspect === undefined ? on : { ...on, inspect });
    });
  const publishOne = (publication: Publication, by: string) =>
    keepNext(keeper, publication.id, (current) => {
      const on = { law, now: clock.now(), by, current };
      return publish(publication, inspect === undefined ? on : { ...on, inspect });
    });
  return {
    async take(written, by) {
      const read = readPublication(written);
      if (read.publication === null) return { outcome: 'REFUSED', faults: read.faults };
      const { kind, publisher } = read.publication;
      if (kind === 'STATISTICS' && publisher === ownAuthority) {
        return { outcome: 'REFUSED', faults: [{ code: 'STATISTICS_BY_HAND', at: 'kind' }] };
      }
      return publishOne(read.publication, by);
    },
    publish: publishOne,
    release: (decision) => decide(decision, release),
    withdraw: (decision) => decide(decision, withdraw),
    held: (page) => keeper.held(page),
  };
}

async function keepNext(
  keeper: PublicationKeeper,
  id: string,
  next: (current: PublicationVersion | undefined) => Published,
): Promise<Published> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const done = next(await keeper.current(id));
    if (done.outcome !== 'NEW' || (await keeper.keep(done.version))) return done;
  }
  return { outcome: 'REFUSED', faults: [{ code: 'CONFLICT', at: 'id' }] };
}
