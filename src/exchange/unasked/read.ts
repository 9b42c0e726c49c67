/** Reading what was received unasked (8(2), 11(2), 11(5)): for the provider's purpose, by who is on it, until its end. */
import { openedProvisionEntry } from '../../journal/index.js';
import {
  type Condition,
  mayRead,
  type ProvisionState,
  provisionDigest,
} from '../../requests/index.js';
import type { ProvisionFile } from '../../store/index.js';
import { withoutClosed } from '../custody/closed.js';
import { heldPackage } from '../holding/held-package.js';
import type { Officer } from '../officer.js';
import { isMover } from '../officer.js';
import type { ExchangeRooms } from '../rooms.js';
import { openContent } from './content.js';

export type ReadFault =
  | 'NOT_THIS_ROLE'
  | 'NOT_IN_THIS_STATE'
  | 'NOT_FOR_THIS_PURPOSE'
  | 'RETENTION_ENDED'
  | 'PACKAGE_UNREADABLE';

export interface ProvisionContent {
  /** The answer as the provider's gateway wrote it: JSON text. */
  readonly content: string;
  readonly purpose: string;
  /** The limits of its use, which travel with it. */
  readonly conditions: readonly Condition[];
  readonly keepUntil: number;
}

export interface Reading {
  readonly officer: Officer;
  readonly file: ProvisionFile;
  readonly purpose: string;
}

/** Opens it, seals the reading in the ledger, and only then tells it. */
export async function readProvided(
  rooms: ExchangeRooms,
  { officer, file, purpose }: Reading,
): Promise<ProvisionContent | { readonly content: null; readonly fault: ReadFault }> {
  const why = whyNotRead(file, officer, { purpose, now: rooms.custody.now() });
  if (why !== undefined) return { content: null, fault: why };
  const { provision } = file;
  const digest = provisionDigest(provision);
  const held = await heldPackage(rooms, { case: provision.id, source: digest });
  if (held === 'DESTROYED') return { content: null, fault: 'RETENTION_ENDED' };
  const came = await openContent(rooms, {
    provision,
    package: held ?? '',
    // Whose key it is was judged when the package came; it is read by that key whatever became of it since.
    find: (kid) => rooms.book.key(kid),
  });
  if (came === null) return { content: null, fault: 'PACKAGE_UNREADABLE' };
  const content = await withoutClosed(rooms, provision.id, came);
  const opened = { ...officer, provision, digest };
  await rooms.ledger.seal(openedProvisionEntry(rooms.head, opened), Buffer.from(content));
  const { conditions, keepUntil } = provision;
  return { content, purpose, conditions, keepUntil };
}

// The coordinator sees that it exists and puts officers on it; to read it one has to be on it by name.
function whyNotRead(
  file: ProvisionFile,
  officer: Officer,
  asked: { readonly purpose: string; readonly now: number },
): ReadFault | undefined {
  const { side, state, provision, officers } = file;
  if (!isMover(officer.role) || !officers.includes(officer.officer)) return 'NOT_THIS_ROLE';
  if (side !== 'RECIPIENT' || !isReadable(state)) return 'NOT_IN_THIS_STATE';
  if (mayRead({ state, provision }, asked.purpose, asked.now)) return undefined;
  return asked.purpose === provision.purpose ? 'RETENTION_ENDED' : 'NOT_FOR_THIS_PURPOSE';
}

const isReadable = (state: ProvisionState): boolean => state === 'RECEIVED';
