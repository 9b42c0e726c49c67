/**
 * Whether received information may be used or passed on (11(2), 11(3)): by who is on it by name, before its end, for a
 * purpose it was given for or with the provider's consent, and nothing that was taken back.
 */
import {
  actingAt,
  type ConsentFault,
  conditionsOn,
  consentDigest,
  consentFor,
  isRecalled,
  isScope,
  isThirdParty,
  onlyItems,
  type Scope,
  type SubjectValues,
  standingConsents,
} from '../../custody/index.js';
import type { Condition } from '../../requests/index.js';
import { isMover, type Officer } from '../officer.js';
import type { ExchangeRooms } from '../rooms.js';
import type { AskedReading, CustodyDeskFault } from './asked.js';
import type { HeldUnder, Holding } from './holding.js';

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
  const { about, provider, instrument } = file;
  const parties = instruments.get(instrument)?.parties ?? [];
  const isOutward = recipient !== null && isThirdParty({ parties }, recipient.code);
  const until = Math.min(...under.map((one) => one.until));
  if (!isOutward && isStatedIn({ under }, purpose)) return { consent: null, until };
  const answer = consentFor(standingConsents(file), {
    ...{ about, provider, holder: head.ownAuthority, scope, purpose, at },
    kind: isOutward ? 'TRANSFER' : 'USE',
    recipient: isOutward ? recipient.code : null,
  });
  if (!answer.covered) return { code: answer.code };
  const { consent } = answer.consent;
  return { consent: consentDigest(consent), until: Math.min(until, consent.until) };
}

const isStatedIn = ({ under }: Pick<Holding, 'under'>, purpose: string): boolean =>
  under.some(({ purposes }) => purposes.includes(purpose));

/** What an officer does with a holding. */
export interface Using extends AskedReading {
  readonly officer: Officer;
  readonly holding: Holding;
}

/** What may be told, and what binds it. */
export interface Weighed {
  readonly values: readonly SubjectValues[];
  readonly conditions: readonly Condition[];
  readonly covered: Covered;
}

type Weighing = Using & Omit<Asked, 'at'>;

/** By what it is covered now, or why it may not be done. */
export function whetherNow(
  rooms: ExchangeRooms,
  asked: Weighing,
): Covered | { readonly fault: CustodyDeskFault } {
  const at = actingAt(asked.holding.file, rooms.custody.now());
  const now = { ...asked, at };
  const why = whyNotHandled(now) ?? whyNotOpen(rooms, now);
  if (why !== undefined) return { fault: why };
  const covered = coverageOf(rooms, asked.holding, now);
  return 'code' in covered ? { fault: covered.code } : covered;
}

/** The values, or why not. */
export async function weigh(
  rooms: ExchangeRooms,
  asked: Weighing,
): Promise<Weighed | { readonly fault: CustodyDeskFault }> {
  const covered = whetherNow(rooms, asked);
  if ('fault' in covered) return covered;
  const { holding, scope, purpose } = asked;
  const isStated = isStatedIn(holding, purpose);
  const held = await rooms.held(holding.file, { purpose, isStated });
  if (held === null) return { fault: 'PACKAGE_UNREADABLE' };
  const values = onlyItems(held, scope);
  if (values.length === 0) return { fault: 'NOTHING_HELD' };
  const stated = holding.under.flatMap(({ conditions }) => conditions);
  return { values, covered, conditions: conditionsOn(stated, scope) };
}

// The coordinator sees that it exists and puts officers on it; to use it one has to be on it by name.
function whyNotHandled({
  officer,
  holding,
  scope,
  at,
}: Using & Asked): CustodyDeskFault | undefined {
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

// A consent opens a purpose; what that purpose opens is the instrument's to say.
function whyNotOpen(
  { instruments }: ExchangeRooms,
  { holding: { file }, scope, purpose }: Using,
): CustodyDeskFault | undefined {
  const opens = instruments.get(file.instrument)?.opens.get(purpose);
  if (opens === undefined) return 'PURPOSE_UNKNOWN';
  return scope.items.every((item) => opens.has(item)) ? undefined : 'SCOPE_FAULTY';
}
