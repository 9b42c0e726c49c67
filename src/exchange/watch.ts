/** What time brings: conditions that ended, deadlines that came near. */
import { keep, leave } from './file.js';
import { readFiled } from './read-filed.js';
import type { ExchangeRooms } from './rooms.js';

const AT_ONCE = 100;

/** Derives anew what depends on the time: the term and its notices, and the items that a condition (10(2)) closed. */
export async function wakeCases(rooms: ExchangeRooms): Promise<void> {
  const ids = await rooms.cases.woken({ now: rooms.clock.now(), first: AT_ONCE });
  for (const id of ids) {
    await rooms.cases.change(id, async (file) => {
      if (file === undefined) return leave(undefined);
      const document = await readFiled(rooms, file);
      return keep(rooms, { before: file, file, document, outgoing: [] }, undefined);
    });
  }
}
