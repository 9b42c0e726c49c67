/** Free text of cooperation, looked through for a person's data before it is kept. */
import { mayAssign, type Participant } from '../../cooperation/index.js';
import type { CooperationFault } from '../../graph/index.js';
import type { CooperationRooms } from './rooms.js';

/** Place -> text. */
export type Texts = Readonly<Record<string, string>>;

export type Inspected =
  /** What was said for what looked like a person's data; null where nothing did. */
  { readonly cleared: string | null } | { readonly faults: readonly CooperationFault[] };

/** The places of texts in which something looks like a person's data. */
export function heldTexts(
  { inspect }: Pick<CooperationRooms, 'inspect'>,
  texts: Texts,
): readonly CooperationFault[] {
  return Object.entries(texts).flatMap(([at, text]) =>
    inspect(text).length === 0 ? [] : [{ code: 'TEXT_HELD', at } as const],
  );
}

/**
 * Holds such a text, unless the coordinator of this authority said why it is none: the register is this authority's to
 * keep clean, whoever writes in it.
 */
export function inspectTexts(
  rooms: Pick<CooperationRooms, 'inspect'>,
  who: Participant,
  { texts, cleared }: { readonly texts: Texts; readonly cleared: string | null },
): Inspected {
  if (cleared !== null && !(who.isOwn && mayAssign(who))) {
    return { faults: [{ code: 'NOT_THIS_ROLE', at: 'cleared' }] };
  }
  const held = heldTexts(rooms, texts);
  if (held.length === 0) return { cleared: null };
  if (cleared === null) return { faults: held };
  // The reason is kept too, and is not to say what it says is none.
  const told = heldTexts(rooms, { cleared });
  return told.length === 0 ? { cleared } : { faults: told };
}
