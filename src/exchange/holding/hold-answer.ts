/**
 * What an answer brought goes into custody before the record that brought it is kept (11(2), 11(5)): by purpose, each
 * with its end, each value under its own key; the package, too. It is encrypted to a key of this gateway that lives on,
 * so it is never written as it came: neither a table, nor a log of the database, nor a backup shall hold what the keys
 * that are destroyed in time do not close.
 */
import { canonicalJson, type Json } from '../../base/index.js';
import {
  endOfRetention,
  type Holding,
  type ToldNode,
  type ToldSubject,
  toldSubject,
} from '../../custody/index.js';
import { tagKeyOf } from '../../journal/index.js';
import { listCoordinates, readBitmap } from '../../ledger/index.js';
import {
  type ChainRecord,
  chainHistory,
  disclosedItems,
  type RequestDocument,
} from '../../requests/index.js';
import type { CaseFile, NewHolding } from '../../store/index.js';
import { asGivenOn, dayOf, type Instrument, type Item } from '../../treaty/index.js';
import { type PackedAnswer, readPacked } from '../packed-answer.js';
import type { ExchangeRooms } from '../rooms.js';
import { type AnswerInForce, answerBy } from './in-force.js';
import { openPackage } from './open-package.js';

export interface BroughtAnswer {
  readonly file: CaseFile;
  /** The request as it was signed; null where it cannot be read. */
  readonly document: RequestDocument | null;
  readonly record: ChainRecord;
  /** Compact JWE; attacker-controlled. */
  readonly package: string;
}

/** Holds it; held already, nothing changes. Rejects with Refusal(UNAVAILABLE) where it cannot be kept. */
export async function holdAnswer(rooms: ExchangeRooms, brought: BroughtAnswer): Promise<void> {
  const answer = answerBy(brought.record);
  const known = rooms.instruments.get(brought.file.instrument);
  const { receivedAt } = chainHistory(brought.file.case.chain);
  const instrument = known && asGivenOn(known, dayOf(receivedAt ?? rooms.clock.now()));
  if (answer === undefined || instrument === undefined || brought.document === null) return;
  const text = await openPackage(rooms, brought.package, {
    authority: brought.file.requestedAuthority,
    answeredAt: rooms.clock.now(),
  });
  const { document } = brought;
  const held = document.purposes.flatMap(({ purpose, basis }) =>
    heldFor({ ...{ rooms, brought, answer, instrument, text }, stated: { purpose, basis } }),
  );
  if (held.length > 0) await rooms.custody.keep(withPackage(held, brought.package));
}

interface ForPurpose {
  readonly rooms: ExchangeRooms;
  readonly brought: BroughtAnswer;
  readonly answer: AnswerInForce;
  readonly instrument: Instrument;
  /** What was in the package; undefined where it did not open. */
  readonly text: string | undefined;
  readonly stated: { readonly purpose: string; readonly basis: string };
}

function heldFor(given: ForPurpose): readonly NewHolding[] {
  const { rooms, brought, answer, instrument, text, stated } = given;
  const { file } = brought;
  const { conclusion, source } = answer;
  const { purpose, basis } = stated;
  const receivedAt = rooms.clock.now();
  const limit = conclusion.grantUntil;
  const endsAt = endOfRetention({ purpose, receivedAt, limit, shortenings: rooms.shortenings });
  // Nothing is held without an end, and nothing whose end has come.
  if (endsAt === undefined || endsAt <= receivedAt) return [];
  const { id, request: digest } = file.case.head;
  const packed =
    text === undefined ? undefined : readPacked(text, { request: id, digest, purpose });
  const told = packed ? toldIn(packed, given) : [];
  const opens = instrument.opens.get(purpose) ?? new Map<Item, readonly string[]>();
  const holding: Holding = {
    ...{ kind: 'ANSWER', case: id, source, digest, purpose, basis, receivedAt, endsAt, limit },
    ...{ instrument: instrument.id, provider: file.requestedAuthority },
    subjects: told.map(({ n, items, tagKey }) => ({ n, items, tagKey })),
    clauses: Object.fromEntries([...opens].map(([item, clauses]) => [item, [...clauses]])),
    conditions: conclusion.conditions,
  };
  return [{ holding, values: told.flatMap(valuesOf) }];
}

type Told = ToldSubject & { readonly tagKey: string };

const valuesOf = ({ n, values }: Told) =>
  [...values].map(([group, value]) => ({ n, group, text: canonicalJson(value) }));

function toldIn(
  { persons, receipt, entry }: PackedAnswer,
  { answer: { conclusion }, brought, instrument, stated }: ForPurpose,
): readonly Told[] {
  const opens = instrument.opens.get(stated.purpose);
  const names = listCoordinates(entry.coordinates);
  const withheld = new Set(readBitmap(Buffer.from(entry.withheld, 'base64url'), names));
  const { id, wanted } = brought.file.case.head;
  return wanted.flatMap(({ n }) => {
    const node = persons.find((person) => person.id === `${id}.${n}`);
    if (node === undefined) return [];
    const allowed = disclosedItems(conclusion.outcomes, n).filter((item) => opens?.has(item));
    const told = toldSubject({ n, node: jsonOf(node), allowed: new Set(allowed), withheld });
    return [{ ...told, tagKey: tagKeyOf(receipt.salt, String(node.id)).toString('base64url') }];
  });
}

// Parsed from JSON by `readPacked`; the journal's type does not say so.
const jsonOf = (node: PackedAnswer['persons'][number]): ToldNode => node as ToldNode & Json;

/** The package lies with what ends first: when that goes, all of what it tells must go. */
function withPackage(held: readonly NewHolding[], jwe: string): readonly NewHolding[] {
  const first = Math.min(...held.map(({ holding }) => holding.endsAt));
  const at = held.findIndex(({ holding }) => holding.endsAt === first);
  const whole = { n: 0, group: 'PACKAGE', text: jwe } as const;
  return held.map((one, index) =>
    index === at ? { ...one, values: [...one.values, whole] } : one,
  );
}
