/** Received information shown for a purpose (11(2)). It stands in the ledger before it is told. */
import { canonicalJson } from '../../base/index.js';
import type { SubjectValues } from '../../custody/index.js';
import type { Condition } from '../../requests/index.js';
import type { ExchangeRooms } from '../rooms.js';
import type { CustodyDeskFault } from './asked.js';
import { sealHandling, sealRefusal } from './handling.js';
import { holdingOf } from './holding.js';
import { type Using, weigh, whetherNow } from './weigh.js';

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
  const weighed = await weigh(rooms, { ...using, recipient: null });
  if ('fault' in weighed) return refuse(rooms, using, weighed.fault);
  const { values, conditions, covered } = weighed;
  const body = Buffer.from(canonicalJson(values));
  await sealHandling(rooms, using, { clause: '11(2)', record: covered.consent, values, body });
  const why = await whyNoLonger(rooms, using);
  return why === undefined
    ? { values, conditions, until: covered.until }
    : refuse(rooms, using, why);
}

/** A withdrawal or a recall that came while it was read and sealed: what stands in the ledger is then not told. */
async function whyNoLonger(
  rooms: ExchangeRooms,
  using: Using,
): Promise<CustodyDeskFault | undefined> {
  const { id } = using.holding.file.about;
  const holding = await holdingOf(rooms, id, await rooms.custodyFiles.load(id));
  if (holding === undefined) return 'NO_HOLDING';
  const now = whetherNow(rooms, { ...using, holding, recipient: null });
  return 'fault' in now ? now.fault : undefined;
}

async function refuse(
  rooms: ExchangeRooms,
  using: Using,
  fault: CustodyDeskFault,
): Promise<HeldRead> {
  await sealRefusal(rooms, using, { clause: '11(2)', code: fault });
  return { values: null, fault };
}
