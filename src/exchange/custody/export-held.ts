/**
 * Received information passed on (11(3)): a transfer of the tree, a signed file, and mail where the recipient has a
 * gateway. It stands in the ledger before anything is handed out.
 */
import { canonicalJson } from '../../base/index.js';
import {
  appliedNow,
  type Export,
  exportBytes,
  isWithin,
  MOST_TRANSFERS,
  type Scope,
  type Transfer,
} from '../../custody/index.js';
import { bytesDigest } from '../../requests/index.js';
import type { KeptCustody } from '../../store/index.js';
import { recipientKey } from '../keys.js';
import { isMover, type Officer } from '../officer.js';
import type { ExchangeRooms } from '../rooms.js';
import type { AskedExport, CustodyDeskFault } from './asked.js';
import { sealHandling, sealRefusal } from './handling.js';
import { holdingOf, isOnHolding } from './holding.js';
import { packExport } from './pack-export.js';
import { keepCustody, leaveCustody, makeStep } from './steps.js';
import { type Using, type Weighed, weigh } from './weigh.js';

export type Exported =
  | {
      readonly transfer: Transfer;
      /** Compact JWS of an `Export`, by this gateway's key. */
      readonly file: string;
    }
  | { readonly transfer: null; readonly fault: CustodyDeskFault };

/** Passes values on: a transfer of the tree, a signed file, and, where the recipient has a gateway, mail to it. */
export function exportHeld(
  rooms: ExchangeRooms,
  officer: Officer,
  asked: AskedExport,
): Promise<Exported> {
  return rooms.custodyFiles.change<Exported>(asked.about, async (found) => {
    const holding = await holdingOf(rooms, asked.about, found);
    if (holding === undefined || !isOnHolding(holding, officer)) return no('NO_HOLDING');
    const using = { officer, holding, ...asked };
    const weighed = await weigh(rooms, using);
    if (!('fault' in weighed)) return passOn(rooms, using, weighed);
    await sealRefusal(rooms, using, { clause: '11(3)', code: weighed.fault });
    return no(weighed.fault);
  });
}

const no = (fault: CustodyDeskFault): KeptCustody<Exported> =>
  leaveCustody({ transfer: null, fault });

async function passOn(
  rooms: ExchangeRooms,
  { officer, holding, ...asked }: Using & AskedExport,
  { values, conditions, covered }: Weighed,
): Promise<KeptCustody<Exported>> {
  const { file } = holding;
  const { id, recipient, scope, purpose } = asked;
  const known = file.transfers.find((one) => one.id === id);
  const transfer: Transfer = {
    ...{ id, recipient, scope, purpose, conditions, ...covered },
    parent: cameBy(file.received, scope),
    from: rooms.head.ownAuthority,
    gateway: (await recipientKey(rooms, recipient.code)) !== undefined,
    at: known?.at ?? rooms.clock.now(),
  };
  if (known !== undefined && canonicalJson(known) !== canonicalJson(transfer))
    return no('CONFLICT');
  if (known === undefined && file.transfers.length >= MOST_TRANSFERS) {
    return no('TOO_MANY_TRANSFERS');
  }
  const { instrument, provider, about } = file;
  const content: Export = {
    ...{ v: 1, kind: 'EXPORT', instrument, provider, about, transfer, subjects: values },
  };
  const bytes = exportBytes(content);
  const record = bytesDigest(Buffer.from(canonicalJson(transfer)));
  const told = { clause: '11(3)', record, values, body: bytes } as const;
  await sealHandling(rooms, { officer, holding, ...asked }, told);
  const result = { transfer, file: await rooms.post.writeExport(bytes) };
  if (known !== undefined) return leaveCustody(result);
  const next = {
    ...file,
    transfers: [...file.transfers, transfer],
    applied: { ...file.applied, [id]: appliedNow(file) },
  };
  const draft = { file: next, made: [] };
  if (!transfer.gateway) return keepCustody<Exported>(rooms, draft, { value: result });
  const stepped = await makeStep(rooms, draft, {
    ...{ id: rooms.ids.uuid(), matter: rooms.ids.uuid(), to: recipient.code, side: 'PROVIDER' },
    act: { kind: 'TRANSFER', step: 'TELL', provider, transfer },
    by: { role: moverOf(officer), officer: officer.officer },
    package: await packExport(rooms, { file: next, transfer, subjects: values }),
  });
  if ('fault' in stepped) return no('NOT_THIS_ROLE');
  return keepCustody<Exported>(rooms, stepped, { value: result });
}

/** The transfer by which it came; of several that hold a part of it, the first. */
function cameBy(received: readonly Transfer[], scope: Scope): string | null {
  const whole = received.find((transfer) => isWithin(scope, transfer.scope));
  return (whole ?? received[0])?.id ?? null;
}

const moverOf = ({ role }: Officer) => (isMover(role) ? role : 'REQUESTING_ANALYST');
