/**
 * What a message brought goes into custody before its step is kept, as an answer does: each value under its own key,
 * never the package as it came. All of it may be done again.
 */
import { canonicalJson } from '../../base/index.js';
import {
  type CustodyMessage,
  custodyDigest,
  endOfRetention,
  type Holding as HeldHere,
  mergeValues,
  onlyItems,
  partPassed,
  recalledScopes,
  type SubjectValues,
  type Transfer,
  toldSubject,
} from '../../custody/index.js';
import type { NewHolding } from '../../store/index.js';
import { asGivenOn, dayOf, type Instrument, type Item } from '../../treaty/index.js';
import { providedTagKey } from '../holding/hold-provision.js';
import type { ExchangeRooms } from '../rooms.js';
import type { HeldUnder, Holding } from './holding.js';
import { type Closing, leftBeside, markClosed } from './take-back.js';

export interface Bringing {
  /** As it stood before the step. */
  readonly holding: Holding;
  readonly message: CustodyMessage;
  readonly brought: readonly SubjectValues[];
}

/** Holds what a provider's step brought and marks what it closed; nothing for a step that does neither. */
export async function holdBrought(rooms: ExchangeRooms, bringing: Bringing): Promise<void> {
  const { holding, message } = bringing;
  const { act } = message;
  if (act.step !== 'TELL') return;
  if (act.kind === 'TRANSFER') return holdTransfer(rooms, bringing, act.transfer);
  if (act.kind !== 'CORRECTION' && act.kind !== 'RECALL') return;
  const scope = partPassed(holding.file.received, message.from, act.scope);
  const closing = { scope, isRecall: act.kind === 'RECALL' };
  await holdUnder(rooms, bringing, { under: holding.under, closing });
  await markClosed(rooms, message, closing);
}

/** What a transfer brought: what it names, and nothing that was taken back before it came. */
function holdTransfer(
  rooms: ExchangeRooms,
  { holding, message, brought: all }: Bringing,
  { scope, purpose, until, conditions }: Transfer,
): Promise<void> {
  const brought = onlyItems(all, scope, recalledScopes(holding.file));
  const under = [{ subjects: scope.subjects, purposes: [purpose], until, conditions }];
  return holdUnder(rooms, { holding, message, brought }, { under, closing: null });
}

interface Terms {
  readonly under: readonly HeldUnder[];
  readonly closing: Closing | null;
}

async function holdUnder(
  rooms: ExchangeRooms,
  bringing: Bringing,
  { under, closing }: Terms,
): Promise<void> {
  const known = await rooms.custody.holdings(bringing.message.about.id);
  const held: NewHolding[] = [];
  for (const terms of under) {
    for (const purpose of terms.purposes) {
      const left = closing && (await leftBeside(rooms, bringing.holding, { ...closing, purpose }));
      const its = bringing.brought.filter(({ n }) => terms.subjects.includes(n));
      const values = mergeValues(left ?? [], closing ? onlyItems(its, closing.scope) : its);
      const endsBefore = closing === null ? undefined : endOf(known, purpose, rooms.clock.now());
      held.push(...newHolding(rooms, bringing, { terms, purpose, values, known, endsBefore }));
    }
  }
  if (held.length > 0) await rooms.custody.keep(held);
}

/** When what is held for a purpose ends; what is held anew of it, or in its place, is held no longer (11(5)). */
function endOf(known: readonly HeldHere[], purpose: string, now: number): number {
  const ends = known.filter((one) => one.purpose === purpose).map(({ endsAt }) => endsAt);
  const isOver = ends.length > 0 && ends.every((end) => end <= now);
  return isOver ? now : Math.min(...ends.filter((end) => end > now));
}

interface Held {
  readonly terms: HeldUnder;
  readonly purpose: string;
  readonly values: readonly SubjectValues[];
  readonly known: readonly HeldHere[];
  /** First instant after which it is not held, whatever its rule; undefined where nothing was held before. */
  readonly endsBefore: number | undefined;
}

function newHolding(
  { instruments, shortenings, clock }: ExchangeRooms,
  { holding: { file }, message }: Bringing,
  { terms, purpose, values, known, endsBefore = Number.POSITIVE_INFINITY }: Held,
): readonly NewHolding[] {
  const receivedAt = clock.now();
  const { until: limit, conditions } = terms;
  const rule = endOfRetention({ purpose, receivedAt, limit, shortenings });
  const endsAt = rule && Math.min(rule, endsBefore);
  const opens = openedFor(instruments.get(file.instrument), { purpose, known, receivedAt });
  // Nothing is held without an end, and nothing whose end has come.
  if (values.length === 0 || endsAt === undefined || endsAt <= receivedAt) return [];
  const { kind, id, digest } = file.about;
  const told = values.map(({ n, values: node }) =>
    toldSubject({ n, node, allowed: new Set(opens.keys()), withheld: new Set() }),
  );
  const subjects = told.map(({ n, items }) => ({ n, items, tagKey: tagKeyOf(known, digest, n) }));
  const held: HeldHere = {
    kind: kind === 'REQUEST' ? 'ANSWER' : 'PROVISION',
    ...{ case: id, source: custodyDigest(message), digest, purpose, receivedAt, endsAt, limit },
    basis: known.find((one) => one.purpose === purpose)?.basis ?? '11(3)',
    ...{ instrument: file.instrument, provider: file.provider, subjects, conditions },
    clauses: Object.fromEntries([...opens].map(([item, clauses]) => [item, [...clauses]])),
  };
  const all = told.flatMap(({ n, values: groups }) =>
    [...groups].map(([group, value]) => ({ n, group, text: canonicalJson(value) })),
  );
  return [{ holding: held, values: all }];
}

/** What the purpose opened when it was first received: a correction is of what was given then. */
function openedFor(
  instrument: Instrument | undefined,
  held: Pick<Held, 'purpose' | 'known'> & { readonly receivedAt: number },
): ReadonlyMap<Item, readonly string[]> {
  const first = Math.min(held.receivedAt, ...held.known.map(({ receivedAt }) => receivedAt));
  return instrument === undefined
    ? new Map()
    : (asGivenOn(instrument, dayOf(first)).opens.get(held.purpose) ?? new Map());
}

/** The subject keeps the ledger key that it had. */
const tagKeyOf = (known: readonly HeldHere[], digest: string, n: number): string =>
  known.flatMap(({ subjects }) => subjects).find((one) => one.n === n)?.tagKey ??
  providedTagKey(digest, n).toString('base64url');
