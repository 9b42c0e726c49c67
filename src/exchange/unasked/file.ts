/** A provision's file after a step (8(2)): weighed by its table, sealed in the ledger, kept, and only then sent. */
import { movedProvisionEntry } from '../../journal/index.js';
import {
  type Envelope,
  envelopeBytes,
  type MoverRole,
  type ProvisionMove,
  provisionDigest,
  stepProvision,
} from '../../requests/index.js';
import type { KeptProvision, Mail, ProvisionFile } from '../../store/index.js';
import type { ExchangeRooms } from '../rooms.js';

/** Nothing is kept. */
export const leaveProvision = <T>(result: T): KeptProvision<T> => ({ file: null, result });

/** Keeps what is no step: a draft, its sheet, who is on it. */
export const putProvision = <T>(file: ProvisionFile, result: T): KeptProvision<T> => ({
  file,
  mail: [],
  result,
});

export interface AskedStep {
  /** UUID version 4: asked twice, it is one step. */
  readonly id: string;
  readonly move: ProvisionMove;
  readonly by: {
    readonly role: MoverRole;
    readonly officer: string;
  };
}

type MadeStep =
  | { readonly outcome: 'TAKEN' | 'DUPLICATE'; readonly file: ProvisionFile }
  | { readonly outcome: 'NOT_IN_THIS_STATE' | 'NOT_THIS_ROLE' | 'CONFLICT' };

/** The file with the step made, or why it cannot be made; nothing is kept or sealed yet. */
export function stepOf(
  { clock }: ExchangeRooms,
  file: ProvisionFile,
  { id, move, by }: AskedStep,
): MadeStep {
  const motion = {
    ...{ provision: file.provision.id, id, move, at: clock.now() },
    by: { side: file.side, ...by },
  };
  const moved = stepProvision(file, motion);
  if (!('state' in moved)) return moved;
  const { outcome, state, motions } = moved;
  return { outcome, file: { ...file, state, motions } };
}

/** Seals the last step of a file with what leaves by it, then gives what is to be kept. */
export async function keepProvision<T>(
  rooms: ExchangeRooms,
  file: ProvisionFile,
  { value, packed = null }: { readonly value: T; readonly packed?: string | null },
): Promise<KeptProvision<T>> {
  const motion = file.motions.at(-1);
  if (motion === undefined) throw new Error('a provision without a step');
  const mail = packed === null ? [] : [mailOf(rooms, file, packed)];
  const { provision } = file;
  const moved = { motion, provision, digest: provisionDigest(provision) };
  const body = mail.map(({ envelope }) => envelope).join('');
  await rooms.ledger.seal(movedProvisionEntry(rooms.head, moved), Buffer.from(body));
  return { file, mail, result: value };
}

function mailOf({ ids, clock }: ExchangeRooms, file: ProvisionFile, packed: string): Mail {
  const { provision, document, key } = file;
  const envelope: Envelope = {
    v: 1,
    id: ids.uuid(),
    from: provision.provider,
    to: provision.recipient,
    sentAt: new Date(clock.now()).toISOString(),
    message: { kind: 'PROVISION', id: provision.id, digest: provisionDigest(provision) },
    ...{ document, key, answer: packed },
  };
  return {
    id: envelope.id,
    to: envelope.to,
    envelope: Buffer.from(envelopeBytes(envelope)).toString(),
  };
}
