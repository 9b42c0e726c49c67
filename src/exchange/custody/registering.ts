/** What a clerk registers of recipients without a gateway: that one answered, that one passed it on (11(3)). */
import { canonicalJson } from '../../base/index.js';
import {
  accountable,
  type CustodyFile,
  isScope,
  type Matter,
  MOST_TRANSFERS,
  type Transfer,
} from '../../custody/index.js';
import { handledEntry } from '../../journal/index.js';
import { bytesDigest } from '../../requests/index.js';
import type { Officer } from '../officer.js';
import type { ExchangeRooms } from '../rooms.js';
import type { AskedExport, CustodyDeskFault } from './asked.js';
import type { Holding } from './holding.js';
import { reportUp } from './spread.js';
import type { Draft } from './steps.js';
import { coverageOf } from './weigh.js';

/** What a recipient without a gateway answered to a correction or a recall. */
export interface RegisteredReceipt {
  readonly about: string;
  readonly matter: string;
  readonly transfer: string;
  /** As the paper says; milliseconds since the epoch. */
  readonly at: number;
  /** SHA-256 of the paper, hexadecimal. */
  readonly sha256: string;
}

/** That a recipient without a gateway passed it on. */
export type RegisteredTransfer = AskedExport & { readonly parent: string; readonly at: number };

/** The holding with what was registered; unchanged where it was registered before. */
type Registering = Draft | { readonly fault: CustodyDeskFault };

const isClerk = ({ role }: Officer): boolean =>
  role === 'REQUESTING_ANALYST' || role === 'COORDINATOR' || role === 'SIGNATORY';

interface ReceiptGiven {
  readonly officer: Officer;
  readonly holding: Holding;
  readonly receipt: RegisteredReceipt;
}

/** Registers a receipt, and reports it up the tree. */
export async function addReceipt(
  rooms: ExchangeRooms,
  { officer, holding, receipt }: ReceiptGiven,
): Promise<Registering> {
  const { file } = holding;
  const { matter: id, transfer, at, sha256 } = receipt;
  if (!isClerk(officer)) return { fault: 'NOT_THIS_ROLE' };
  const matter = file.matters.find((one) => one.id === id);
  if (matter === undefined || !isAnswered(matter)) return { fault: 'NO_MATTER' };
  const passed = file.transfers.find((one) => one.id === transfer);
  // What a gateway has to sign for itself no clerk signs for it.
  if (passed === undefined || passed.gateway) return { fault: 'UNKNOWN_TRANSFER' };
  const known = file.registered.find((one) => one.matter === id && one.transfer === transfer);
  if (known !== undefined) {
    return known.receipt === sha256 ? { file, made: [] } : { fault: 'CONFLICT' };
  }
  const registered = { matter: id, transfer, at, receipt: sha256, officer: officer.officer };
  await sealRecord(rooms, { officer, holding, purpose: passed.purpose, record: registered });
  const next = { ...file, registered: [...file.registered, registered] };
  return reportUp(rooms, { file: next, made: [] }, id);
}

const isAnswered = ({ kind, side }: Matter): boolean =>
  side === 'RECIPIENT' && (kind === 'CORRECTION' || kind === 'RECALL');

interface TransferTold {
  readonly officer: Officer;
  readonly holding: Holding;
  readonly passed: RegisteredTransfer;
}

/** Registers a transfer, covered by a consent or not, and reports it up the tree. */
export async function addTransfer(
  rooms: ExchangeRooms,
  { officer, holding, passed }: TransferTold,
): Promise<Registering> {
  const { file } = holding;
  const { id, parent, at, recipient, scope, purpose } = passed;
  const above = file.transfers.find((one) => one.id === parent);
  if (!isClerk(officer)) return { fault: 'NOT_THIS_ROLE' };
  if (above === undefined || above.gateway) return { fault: 'UNKNOWN_TRANSFER' };
  if (!isScope(scope)) return { fault: 'SCOPE_FAULTY' };
  if (file.transfers.length >= MOST_TRANSFERS) return { fault: 'TOO_MANY_TRANSFERS' };
  const covered = coverageOf(rooms, holding, { ...passed, at });
  const transfer: Transfer = {
    ...{ id, parent, from: above.recipient.code, recipient, gateway: false, scope, purpose, at },
    until: 'until' in covered ? Math.min(covered.until, above.until) : above.until,
    consent: 'until' in covered ? covered.consent : null,
    conditions: above.conditions,
  };
  const known = file.transfers.find((one) => one.id === id);
  if (known !== undefined) {
    const isSame = canonicalJson(known) === canonicalJson(transfer);
    return isSame ? { file, made: [] } : { fault: 'CONFLICT' };
  }
  await sealRecord(rooms, { officer, holding, purpose, record: transfer });
  const applied = { ...file.applied, [id]: file.applied[parent] ?? [] };
  const next = { ...file, transfers: [...file.transfers, transfer], applied };
  return reportAll(rooms, next);
}

/** Tells the gateways above of a recipient that came to light after a correction or a recall. */
async function reportAll(rooms: ExchangeRooms, file: CustodyFile): Promise<Draft> {
  let draft: Draft = { file, made: [] };
  for (const { id } of accountable(file)) draft = await reportUp(rooms, draft, id);
  return draft;
}

interface Recorded {
  readonly officer: Officer;
  readonly holding: Holding;
  readonly purpose: string;
  readonly record: Parameters<typeof canonicalJson>[0];
}

async function sealRecord(
  { ledger, head }: ExchangeRooms,
  { officer, holding, purpose, record }: Recorded,
): Promise<void> {
  const text = Buffer.from(canonicalJson(record));
  const { about, instrument } = holding.file;
  const handled = { ...officer, about, instrument, purpose, clause: '11(3)' } as const;
  await ledger.seal(handledEntry(head, { ...handled, record: bytesDigest(text) }, []), text);
}
