/**
 * A request that arrives (9(2), 9(3), 9(5)): which document it is, whether it is one under the instrument at all, and
 * what the machine asks at once. A doubt about who signed opens nothing; what is missing is asked back under 10(1) and
 * never refused, because no clause gives that ground.
 */
import {
  askedBack,
  type CaseHead,
  type DraftFault,
  documentDigest,
  draftFaults,
  type Move,
  outsideInstrument,
  type RequestDocument,
} from '../requests/index.js';
import {
  dayOf,
  type Instrument,
  type InstrumentStatus,
  ITEMS,
  type Item,
} from '../treaty/index.js';

/** Why what arrived is not taken: told to the sender by its code. Closed. */
export type ArrivalFault =
  /** The document is another than the message says, or of other authorities than those of the message. */
  | 'DOCUMENT_DIFFERS'
  /** No request under the instrument: not in force, terminated, unknown, authorities it does not name. */
  | 'OUTSIDE_INSTRUMENT'
  /** A provision that its own instrument does not carry: no such purpose, no end, an item not open for it. */
  | 'PROVISION_FAULTY'
  /** What came with a provision is not its package, or does not open. */
  | 'PACKAGE_REFUSED'
  /** The lists do not bear out who signed; taken later, should they come to. */
  | 'SIGNATORY_NOT_LISTED'
  /** About what was received: a step that says what cannot be meant, or is not its sender's to make. */
  | 'CUSTODY_FAULTY'
  /** Another consent than was asked for, or a wider one. */
  | 'CONSENT_DIFFERS'
  /** A notice older than one that was recorded: it changes nothing. */
  | 'NOTICE_STALE'
  /** A notice of facts that are not its sender's to tell. */
  | 'FOREIGN_FACT'
  /** A notice that ends what is not there. */
  | 'NOTHING_TO_END'
  /** A notice of a gateway's key: such a key comes by the diplomatic channel. */
  | 'KEY_NOT_BY_NOTICE';

/** What is known of the law on the day of arrival. */
export interface ArrivalLaw {
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
}

export interface Arriving {
  readonly document: RequestDocument;
  /** As the message states it. */
  readonly head: CaseHead;
  readonly from: string;
  readonly to: string;
  /** Codes for which it is held for confirmation (9(5)); none where signatory and letterhead are known. */
  readonly held: readonly string[];
  readonly now: number;
}

/** What the gateway does with it: the head of the case, and the question it puts at once, if any. */
export type Arrived =
  | {
      readonly head: CaseHead;
      readonly asks: Extract<Move, { kind: 'ASK_CONFIRMATION' | 'ASK_INFORMATION' }> | null;
    }
  | {
      readonly head: null;
      readonly fault: ArrivalFault;
      /** What of the document lies outside the instrument. */
      readonly faults: readonly DraftFault[];
    };

/** Weighs a request whose signature is good. */
export function weighArrival(arriving: Arriving, { instruments, status }: ArrivalLaw): Arrived {
  const { document, from, to, held, now } = arriving;
  const head = headOf(document);
  const isSame =
    sameHead(head, arriving.head) &&
    document.requesting.authority === from &&
    document.requested.authority === to;
  if (!isSame) return { head: null, fault: 'DOCUMENT_DIFFERS', faults: [] };
  const faults = draftFaults(document, instruments.get(document.instrument), {
    status: status.get(document.instrument) ?? {},
    on: dayOf(now),
  });
  const outside = outsideInstrument(faults);
  if (outside.length > 0) return { head: null, fault: 'OUTSIDE_INSTRUMENT', faults: outside };
  return { head, asks: questionAbout(held, askedBack(faults)) };
}

/** What both sides derive from the document: every wanted item for every subject. */
export function headOf(document: RequestDocument): CaseHead {
  const wanted = ITEMS.filter((item) => document.itemsWanted.includes(item));
  return {
    id: document.id,
    request: documentDigest(document),
    wanted: document.subjects.map(({ n }) => ({ n, items: wanted satisfies readonly Item[] })),
  };
}

const sameHead = (a: CaseHead, b: CaseHead): boolean =>
  a.id === b.id &&
  a.request === b.request &&
  JSON.stringify(a.wanted.map(({ n, items }) => [n, items])) ===
    JSON.stringify(b.wanted.map(({ n, items }) => [n, items]));

// Doubt comes first: while it lasts everything is closed, and what is missing can be asked afterwards.
function questionAbout(
  held: readonly string[],
  missing: readonly DraftFault[],
): Extract<Arrived, { head: CaseHead }>['asks'] {
  if (held.length > 0) return { kind: 'ASK_CONFIRMATION', reasons: held };
  if (missing.length === 0) return null;
  return { kind: 'ASK_INFORMATION', questions: missing.map(({ code, at }) => `${code} ${at}`) };
}
