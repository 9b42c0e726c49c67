/** The grant on which the requesting authority's gateway reads, as its own query will find it. */
import { type Asker, type Grant, grantFor, type Request } from '../requests/index.js';
import type { ExchangeRooms } from './rooms.js';

export type GrantRooms = Pick<ExchangeRooms, 'instruments' | 'status' | 'head' | 'clock'>;

export interface PartnerAsked {
  /** The answer that is being made, or what is given unasked (8(2)). */
  readonly standsOn: 'ANSWER' | 'PROVISION';
  readonly asker: Asker;
  readonly request: Request;
  readonly purpose: string;
}

/** The grant for one of the request's purposes; null where it opens none. */
export function partnerGrant(
  rooms: GrantRooms,
  { standsOn, ...asked }: PartnerAsked,
): Grant | null {
  const { grant } = grantFor({
    ...asked,
    instruments: rooms.instruments,
    status: rooms.status,
    ownAuthority: rooms.head.ownAuthority,
    now: rooms.clock.now(),
  });
  return grant && { ...grant, standsOn };
}
