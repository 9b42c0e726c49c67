/**
 * What is done with received information (11(2), 11(3)): shown for a purpose, or passed on. Both want who is on it by
 * name, before its end, for a purpose it was given for or with the provider's consent, and nothing that was taken back.
 * What is done and what is refused stands in the ledger first.
 */

import { canonicalJson } from '../../base/index.js';
import {
  appliedNow,
  type ConsentFault,
  conditionsOn,
  consentDigest,
  consentFor,
  type Export,
  exportBytes,
  isRecalled,
  isScope,
  isThirdParty,
  isWithin,
  MOST_TRANSFERS,
  onlyItems,
  type Scope,
  type SubjectValues,
  type Transfer,
} from '../../custody/index.js';
import { handledEntry, refusedHandlingEntry } from '../../journal/index.js';
import { bytesDigest, type Condition } from '../../requests/index.js';
import type { KeptCustody } from '../../store/index.js';
import { recipientKey } from '../keys.js';
import { isMover, type Officer } from '../officer.js';
import type { ExchangeRooms } from '../rooms.js';
import type { AskedExport, AskedReading, CustodyDeskFault } from './asked.js';
import { type HeldUnder, type Holding, holdingOf, isOnHolding } from './holding.js';
import { packExport } from './spread.js';
import { keepCustody, leaveCustody, makeStep } from './steps.js';

export type Exported =
  | {
      readonly transfer: Transfer;
      /** Compact JWS of an `Export`, by this gateway's key. */
      readonly file: string;
    }
  | { readonly transfer: null; readonly fault: CustodyDeskFault };

export type HeldRead =
  | {
      readonly values: readonly SubjectValues[];
      /** The limits of its use, which travel with it. */
      readonly conditions: readonly Condition[];
      readonly until: number;
    }
  | { readonly values: null; readonly fault: CustodyDeskFault };

/** By what an act is covered, and until when. */
export interface Covered {
  /** SHA-256 of the consent; null where none is needed. */
  readonly consent: string | null;
  readonly until: number;
}

interface Asked {
  readonly scope: Scope;
  readonly purpose: string;
  /** Null of a use of one's own. */
  readonly recipient: { readonly code: string } | null;
  readonly at: number;
}

/** Whether an act on a holding is covered: by the purpose it was given for, or by its provider's consent. */
export function coverageOf(
  { instruments, head }: Pick<ExchangeRooms, 'instruments' | 'head'>,
  { file, under }: Holding,
  { scope, purpose, recipient, at }: Asked,
): Covered | { readonly code: ConsentFault } {
  const { about, provider, consents, instrument } = file;
  const parties = instruments.get(instrument)?.parties ?? [];
  const isOutward = recipient !== null && isThirdParty({ parties }, recipient.code);
  const isStated = under.some(({ purposes }) => purposes.includes(purpose));
  const until = Math.min(...under.map((one) => one.until));
  if (!isOutward && isStated) return { consent: null, until };
  const answer = consentFor(consents, {
    ...{ about, provider, holder: head.ownAuthority, scope, purpose, at },
    kind: isOutward ? 'TRANSFER' : 'USE',
    recipient: isOutward ? recipient.code : null,
  });
  if (!answer.covered) return { code: answer.code };
  const { consent } = answer.consent;
  return { consent: consentDigest(consent), until: Math.min(until, consent.until) };
}

interface Using extends AskedReading {
  readonly officer: Officer;
  readonly holding: Holding;
}

/** Shows values; they stand in the ledger before they are told. */
export async function readHeld(rooms: ExchangeRooms, using: Using): Promise<HeldRead> {
  const weighed = await weigh(rooms, { ...using, recipient: null, at: rooms.clock.now() });
  if ('fault' in weighed) {
    await sealRefusal(rooms, using, { clause: '11(2)', code: weighed.fault });
    return { values: null, fault: weighed.fault };
  }
  const { values, conditions, covered } = weighed;
  const handled = handledBy(using, { clause: '11(2)', record: covered.consent });
  const body = Buffer.from(canonicalJson(values));
  await rooms.ledger.seal(handledEntry(rooms.head, handled, values), body);
  return { values, conditions, until: covered.until };
}

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
    const weighed = await weigh(rooms, { ...using, at: rooms.clock.now() });
    if (!('fault' in weighed)) return passOn(rooms, using, weighed);
    await sealRefusal(rooms, using, { clause: '11(3)', code: weighed.fault });
    return no(weighed.fault);
  });
}

const no = (fault: CustodyDeskFault): KeptCustody<Exported> =>
  leaveCustody({ transfer: null, fault });

interface Weighed {
  readonly values: readonly SubjectValues[];
  readonly conditions: readonly Condition[];
  readonly covered: Covered;
}

type Weighing = Using & Asked;

async function weigh(
  rooms: ExchangeRooms,
  asked: Weighing,
): Promise<Weighed | { readonly fault: CustodyDeskFault }> {
  const { holding, scope } = asked;
  const why = whyNotHandled(asked);
  if (why !== undefined) return { fault: why };
  const covered = coverageOf(rooms, holding, asked);
  if ('code' in covered) return { fault: covered.code };
  const held = await rooms.held(holding.file, asked.purpose);
  if (held === null) return { fault: 'PACKAGE_UNREADABLE' };
  const values = onlyItems(held, scope);
  if (values.length === 0) return { fault: 'NOTHING_HELD' };
  const stated = holding.under.flatMap(({ conditions }) => conditions);
  return { values, covered, conditions: conditionsOn(stated, scope) };
}

// The coordinator sees that it exists and puts officers on it; to use it one has to be on it by name.
function whyNotHandled({ officer, holding, scope, at }: Weighing): CustodyDeskFault | undefined {
  const { file, officers, unit, isLive, under } = holding;
  const isHis = officers.includes(officer.officer) && (unit === null || unit === officer.unit);
  if (!isMover(officer.role) || officer.role === 'EXECUTING_OFFICER' || !isHis) {
    return 'NOT_THIS_ROLE';
  }
  if (file.from === null) return 'NOT_THIS_SIDE';
  if (!isScope(scope) || !isHeldOf(under, scope)) return 'SCOPE_FAULTY';
  if (!isLive || under.some(({ until }) => until <= at)) return 'RETENTION_ENDED';
  return isRecalled(file, scope) ? 'RECALLED' : undefined;
}

const isHeldOf = (under: readonly HeldUnder[], { subjects }: Scope): boolean =>
  subjects.every((n) => under.some((one) => one.subjects.includes(n)));

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
  const handled = handledBy({ officer, holding, ...asked }, { clause: '11(3)', record });
  await rooms.ledger.seal(handledEntry(rooms.head, handled, values), bytes);
  const result = { transfer, file: await rooms.post.writeExport(bytes) };
  if (known !== undefined) return leaveCustody(result);
  const next = {
    ...file,
    transfers: [...file.transfers, transfer],
    applied: { ...file.applied, [id]: appliedNow(file) },
  };
  const draft = { file: next, made: [] };
  if (!transfer.gateway) return keepCustody<Exported>(rooms, draft, { value: result });
  const told = await makeStep(rooms, draft, {
    ...{ id: rooms.ids.uuid(), matter: rooms.ids.uuid(), to: recipient.code, side: 'PROVIDER' },
    act: { kind: 'TRANSFER', step: 'TELL', provider, transfer },
    by: { role: moverOf(officer), officer: officer.officer },
    package: await packExport(rooms, { file: next, transfer, subjects: values }),
  });
  if ('fault' in told) return no('NOT_THIS_ROLE');
  return keepCustody<Exported>(rooms, told, { value: result });
}

/** The transfer by which it came; of several that hold a part of it, the first. */
function cameBy(received: readonly Transfer[], scope: Scope): string | null {
  const whole = received.find((transfer) => isWithin(scope, transfer.scope));
  return (whole ?? received[0])?.id ?? null;
}

const moverOf = ({ role }: Officer) => (isMover(role) ? role : 'REQUESTING_ANALYST');

function handledBy(
  { officer, holding, purpose }: Using,
  { clause, record }: { readonly clause: '11(2)' | '11(3)'; readonly record: string | null },
) {
  const { about, instrument } = holding.file;
  const { officer: name, unit, role } = officer;
  return {
    ...{ officer: name, unit, role, about, instrument, purpose, clause },
    record: record ?? about.digest,
  };
}

async function sealRefusal(
  { ledger, head }: ExchangeRooms,
  using: Using,
  { clause, code }: { readonly clause: '11(2)' | '11(3)'; readonly code: CustodyDeskFault },
): Promise<void> {
  const handled = handledBy(using, { clause, record: null });
  const refused = { code, items: using.scope.items };
  await ledger.seal(refusedHandlingEntry(head, handled, refused), Buffer.from(code));
}
