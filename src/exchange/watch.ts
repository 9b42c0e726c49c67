/** What time brings: mail that was kept and never released, conditions that ended, deadlines that came near. */
import { changeCase, keep, leave } from './file.js';
import { readFiled } from './read-filed.js';
import type { ExchangeRooms } from './rooms.js';

/** Milliseconds after which kept mail counts as forgotten by a process that ended. */
const FORGOTTEN_AFTER = 30_000;
const AT_ONCE = 100;

/** Lets mail go that was kept, and whose process ended before it could: its entries stand, they were sealed first. */
export async function releaseMail({ outbox, clock }: ExchangeRooms): Promise<void> {
  const keptBefore = clock.now() - FORGOTTEN_AFTER;
  const forgotten = await outbox.unsealed({ keptBefore, first: AT_ONCE });
  if (forgotten.length > 0) await outbox.seal(forgotten.map(({ id }) => id));
}

/** Derives anew what depends on the time: the term and its notices, and the items that a condition (10(2)) closed. */
export async function wakeCases(rooms: ExchangeRooms): Promise<void> {
  const ids = await rooms.cases.woken({ now: rooms.clock.now(), first: AT_ONCE });
  for (const id of ids) {
    await changeCase(rooms, id, async (file) => {
      if (file === undefined) return leave(undefined);
      const document = await readFiled(rooms, file);
      return keep(rooms, { before: file, file, document, outgoing: [] }, undefined);
    });
  }
}
