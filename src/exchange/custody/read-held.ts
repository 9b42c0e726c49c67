/** Received information shown for a purpose (11(2)). It stands in the ledger before it is told. */
import { canonicalJson } from '../../base/index.js';
import type { SubjectValues } from '../../custody/index.js';
import type { Condition } from '../../requests/index.js';
import type { ExchangeRooms } from '../rooms.js';
import type { CustodyDeskFault } from './asked.js';
import { sealHandling, sealRefusal } from './handling.js';
import { type Using, weigh } from './weigh.js';

export type HeldRead =
  | {
      readonly values: readonly SubjectValues[];
      /** The limits of its use, which travel with it. */
      readonly conditions: readonly Condition[];
      readonly until: number;
    }
  | { readonly values: null; readonly fault: CustodyDeskFault };

/** Shows values; they stand in the ledger before they are told. */
export async function readHeld(rooms: ExchangeRooms, using: Using): Promise<HeldRead> {
  const weighed = await weigh(rooms, { ...using, recipient: null, at: rooms.clock.now() });
  if ('fault' in weighed) {
    await sealRefusal(rooms, using, { clause: '11(2)', code: weighed.fault });
    return { values: null, fault: weighed.fault };
  }
  const { values, conditions, covered } = weighed;
  const body = Buffer.from(canonicalJson(values));
  await sealHandling(rooms, using, { clause: '11(2)', record: covered.consent, values, body });
  return { values, conditions, until: covered.until };
}
