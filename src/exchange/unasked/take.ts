/**
 * A provision that arrives (8(2)): signed by a signatory whom the lists bear out, lawful under its instrument, with a
 * package that is its own and opens. Then it goes into custody, is sealed and kept; nobody is on it yet.
 */
import { type Envelope, type ProvisionDocument, provisionDigest } from '../../requests/index.js';
import type { ProvisionFile } from '../../store/index.js';
import { holdProvision } from '../holding/hold-provision.js';
import { signingKey } from '../keys.js';
import type { ExchangeRooms } from '../rooms.js';
import { isBorneOut } from '../signatory.js';
import type { Taken } from '../taken.js';
import { openContent } from './content.js';
import { keepProvision, leaveProvision, stepOf } from './file.js';
import { whyUnlawful } from './sign.js';

/** Takes a provision; what it comes to, with the code for which it does not come in. */
export async function takeProvision(rooms: ExchangeRooms, envelope: Envelope): Promise<Taken> {
  const opened = await openBrought(rooms, envelope);
  if (opened === null) return { delivery: 'MISDIRECTED', code: 'DOCUMENT_DIFFERS' };
  const { document, kid } = opened;
  const known = await rooms.provisions.load(document.id);
  if (known !== undefined) return again(known, document);
  const why = whyUnlawful(rooms, document);
  if (why !== undefined) {
    const isOutside = why.fault === 'INSTRUMENT_NOT_IN_FORCE';
    return { delivery: 'MISDIRECTED', code: isOutside ? 'OUTSIDE_INSTRUMENT' : 'PROVISION_FAULTY' };
  }
  const { instrument, writtenAt } = document;
  const signed = { authority: envelope.from, instrument, kid, writtenAt };
  // Not lost: a notice of change may be under way, and the sender's operator sees why it waits.
  if (!(await isBorneOut(rooms, signed)))
    return { delivery: 'LATER', code: 'SIGNATORY_NOT_LISTED' };
  const content = await openContent(rooms, {
    provision: document,
    package: envelope.answer ?? '',
    find: (sender) => signingKey(rooms, envelope.from, sender),
  });
  if (content === null) return { delivery: 'MISDIRECTED', code: 'PACKAGE_REFUSED' };
  // Before it is kept that it came; held already, nothing changes.
  const isHeld = await holdProvision(rooms, document, envelope.answer ?? '');
  if (!isHeld) return { delivery: 'MISDIRECTED', code: 'PROVISION_FAULTY' };
  return receive(rooms, envelope, document);
}

async function openBrought(rooms: ExchangeRooms, envelope: Envelope) {
  const { message, document: jws, key, from, to } = envelope;
  if (message.kind !== 'PROVISION' || jws === null || key === null) return null;
  const opened = await rooms.post.openProvision(jws, key);
  if ('fault' in opened) return null;
  const { document } = opened;
  const isThis =
    document.id === message.id &&
    provisionDigest(document) === message.digest &&
    document.provider === from &&
    document.recipient === to;
  return isThis ? opened : null;
}

function again(known: ProvisionFile, document: ProvisionDocument): Taken {
  // Somebody else's does not exist for this sender (11(1)).
  const isTheirs = known.side === 'RECIPIENT' && known.provision.provider === document.provider;
  if (!isTheirs) return { delivery: 'LATER', code: null };
  const isSame = provisionDigest(known.provision) === provisionDigest(document);
  return { delivery: isSame ? 'DUPLICATE' : 'CONFLICT', code: null };
}

function receive(
  rooms: ExchangeRooms,
  { document: jws, key }: Envelope,
  provision: ProvisionDocument,
): Promise<Taken> {
  return rooms.provisions.change<Taken>(provision.id, async (found) => {
    if (found !== undefined) return leaveProvision(again(found, provision));
    const sent: ProvisionFile = {
      ...{ provision, side: 'RECIPIENT', state: 'SENT', motions: [], sheet: null, officers: [] },
      // The package lies in custody, encrypted, and nowhere else.
      ...{ document: jws, key, package: null },
    };
    const by = { role: 'GATEWAY', officer: rooms.gateway } as const;
    const made = stepOf(rooms, sent, { id: rooms.ids.uuid(), move: 'RECEIVE', by });
    if (made.outcome !== 'TAKEN') throw new Error('a provision that was sent is not received');
    return keepProvision(rooms, made.file, { value: { delivery: 'TAKEN', code: null } });
  });
}
