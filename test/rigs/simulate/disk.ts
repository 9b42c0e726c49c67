/** What a gateway keeps: cases and outbox, plain JSON, committed whole or not at all. */
import type { Case, Message } from '../../../src/requests/index.js';

/** A message on its way, kept until its delivery is answered. */
export interface Parcel {
  readonly id: number;
  readonly message: Message;
  readonly sendings: number;
}

interface Content {
  readonly cases: Readonly<Record<string, Case>>;
  readonly outbox: readonly Parcel[];
  /** Messages that the other side did not take: an operator's. */
  readonly dead: readonly Parcel[];
  /** What was done once for each move in force: `case number kind`. */
  readonly effects: readonly string[];
  readonly parcels: number;
}

export interface Disk {
  read(): Content;
  commit(next: Content): void;
  /** What a restart finds: what was committed, as JSON text brought it through. */
  reload(): void;
  /** Back to what stood before the last commit: a bad backup. */
  loseLastStep(): void;
}

/** Opens an empty disk. */
export function openDisk(): Disk {
  let kept: Content = { cases: {}, outbox: [], dead: [], effects: [], parcels: 0 };
  let before = kept;
  return {
    read: () => kept,
    commit(next) {
      before = kept;
      kept = next;
    },
    reload() {
      kept = JSON.parse(JSON.stringify(kept)) as Content;
    },
    loseLastStep() {
      kept = before;
    },
  };
}

/** The content with a case's step: its effects, and its messages in the outbox. */
export function withStep(content: Content, next: Case, outgoing: readonly Message[]): Content {
  const { id } = next.head;
  const known = content.cases[id]?.chain.length ?? 0;
  const effects = next.chain
    .slice(known)
    .map(({ motion }) => `${id} ${motion.id} ${motion.move.kind}`);
  const parcels = outgoing.map((message, at) => ({
    id: content.parcels + at,
    message,
    sendings: 0,
  }));
  return {
    ...content,
    cases: { ...content.cases, [id]: next },
    outbox: [...content.outbox, ...parcels],
    effects: [...content.effects, ...effects],
    parcels: content.parcels + parcels.length,
  };
}
