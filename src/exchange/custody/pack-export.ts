/** Values on their way to a gateway that got a transfer: signed and encrypted to it, within what it got. */
import {
  type CustodyFile,
  exportBytes,
  isWithdrawn,
  onlyItems,
  type Scope,
  type SubjectValues,
  type Transfer,
} from '../../custody/index.js';
import { recipientKey } from '../keys.js';
import type { ExchangeRooms } from '../rooms.js';

interface Corrected {
  readonly to: string;
  readonly scope: Scope;
  readonly brought: readonly SubjectValues[];
}

/** The corrected values for one recipient: what it got, and nothing beside, nor under a consent that was withdrawn. */
export async function packedFor(
  rooms: ExchangeRooms,
  file: CustodyFile,
  { to, scope, brought }: Corrected,
): Promise<string | null> {
  const transfers = file.transfers.filter(
    ({ recipient, from, consent }) =>
      recipient.code === to && from === rooms.head.ownAuthority && !isWithdrawn(file, consent),
  );
  const subjects = transfers.flatMap((transfer) =>
    onlyItems(onlyItems(brought, scope), transfer.scope),
  );
  const [transfer] = transfers;
  return transfer === undefined || subjects.length === 0
    ? null
    : packExport(rooms, { file, transfer, subjects });
}

/** Values for a gateway that got a transfer, signed and encrypted to it; null where no key of it is listed. */
export async function packExport(
  rooms: ExchangeRooms,
  given: {
    readonly file: CustodyFile;
    readonly transfer: Transfer;
    readonly subjects: readonly SubjectValues[];
  },
): Promise<string | null> {
  const { transfer, subjects } = given;
  const { instrument, provider, about } = given.file;
  const recipient = await recipientKey(rooms, transfer.recipient.code);
  if (recipient === undefined) return null;
  const content = {
    v: 1,
    kind: 'EXPORT',
    instrument,
    provider,
    about,
    transfer,
    subjects,
  } as const;
  return rooms.post.writeAnswer(Buffer.from(exportBytes(content)).toString(), recipient);
}
