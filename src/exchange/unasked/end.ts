/** The end of what was received (11(5)): the gateway closes it, whoever forgot to. */
import type { ExchangeRooms } from '../rooms.js';
import { keepProvision, leaveProvision, stepOf } from './file.js';

const AT_ONCE = 100;

/** Closes received provisions whose end has come. */
export async function endProvisions(rooms: ExchangeRooms): Promise<void> {
  const ids = await rooms.provisions.ended({ now: rooms.clock.now(), first: AT_ONCE });
  for (const id of ids) {
    await rooms.provisions.change(id, (file) => {
      if (file === undefined) return leaveProvision(undefined);
      const by = { role: 'GATEWAY', officer: rooms.gateway } as const;
      const made = stepOf(rooms, file, { id: rooms.ids.uuid(), move: 'CLOSE', by });
      return made.outcome === 'TAKEN'
        ? keepProvision(rooms, made.file, { value: undefined })
        : leaveProvision(undefined);
    });
  }
}
