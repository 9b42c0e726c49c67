/**
 * What a provider took back or replaced (11(4), 11(5)), in custody: marked there, unreadable from now on and destroyed
 * by the next run. A value stands within its item group, and a package is one value: what goes with them though it was
 * not taken back is told apart first, to be held anew.
 */
import {
  type CustodyMessage,
  custodyDigest,
  groupOf,
  itemsIn,
  onlyItems,
  type Scope,
  type SubjectValues,
} from '../../custody/index.js';
import { ITEMS } from '../../treaty/index.js';
import { heldPackage } from '../holding/held-package.js';
import type { ExchangeRooms } from '../rooms.js';
import type { Holding } from './holding.js';

/** What is closed by a correction or a recall. */
export interface Closing {
  readonly scope: Scope;
  readonly isRecall: boolean;
}

/** The values that stay of those that go, as they may be used for a purpose. `holding`: as it stood before. */
export async function leftBeside(
  rooms: ExchangeRooms,
  { file }: Holding,
  { scope, isRecall, purpose }: Closing & { readonly purpose: string },
): Promise<readonly SubjectValues[]> {
  const held = (await rooms.held(file, { purpose, isStated: true })) ?? [];
  const groups = scope.items.map(groupOf);
  const goes =
    isRecall && (await isPackaged(rooms, file))
      ? { subjects: held.map(({ n }) => n), items: ITEMS }
      : { subjects: scope.subjects, items: groups.flatMap(itemsIn) };
  return onlyItems(held, goes, [scope]);
}

/** Whether what came is held as its package alone. */
async function isPackaged(
  rooms: ExchangeRooms,
  { about: { kind, id, digest } }: Holding['file'],
): Promise<boolean> {
  if (kind !== 'PROVISION') return false;
  const found = await heldPackage(rooms, { case: id, source: digest });
  return found !== undefined && found !== 'DESTROYED';
}

/** Marks it wherever it is held. A package that holds something recalled goes as a whole. */
export async function markClosed(
  { custody }: ExchangeRooms,
  message: CustodyMessage,
  { scope, isRecall }: Closing,
): Promise<void> {
  const groups = [...new Set(scope.items.map(groupOf))];
  const places = scope.subjects.flatMap((n) => groups.map((group) => ({ n, group })));
  const whole = isRecall ? [{ n: 0, group: 'PACKAGE' } as const] : [];
  const source = custodyDigest(message);
  const holdings = await custody.holdings(message.about.id);
  // Not what this message itself brought.
  for (const holding of holdings.filter((one) => one.source !== source)) {
    await custody.recall(holding, [...places, ...whole]);
  }
}
