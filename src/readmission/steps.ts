/** What a step makes of a case, or why it is not made. Interviews and humanitarian notes are weighed in interviews.ts. */
import type { Day, Item } from '../treaty/index.js';
import { type ReadmissionFile, stepDigest } from './case-file.js';
import type { CaseEvent } from './clocks.js';
import type { EvidenceGrade, EvidenceKind } from './evidence.js';
import {
  type CaseRetention,
  type EndFault,
  endOnceClosed,
  latestEnd,
  whyNotPutOff,
} from './retention.js';
import { type Actor, type Hand, mayStep, type StepKind } from './side.js';
import { type Draft, type DraftFault, whyNotWritten } from './written-record.js';

/** What is asked of a case. Plain JSON: its digest stands in the ledger. */
export type CaseStep =
  | { readonly kind: 'OPEN' }
  | {
      readonly kind: 'EVIDENCE';
      readonly n: number;
      readonly evidence: EvidenceKind;
      readonly grade: EvidenceGrade;
      readonly item: Item;
    }
  | {
      readonly kind: 'VOLUNTARY_RETURN';
      readonly offered: boolean;
      readonly on: Day | null;
      readonly language: string | null;
      readonly reason: string | null;
    }
  | { readonly kind: 'WRITE'; readonly draft: Draft }
  | { readonly kind: 'CONFIRM'; readonly number: number }
  | { readonly kind: 'EVENT'; readonly event: RecordedEvent }
  /** `until`: milliseconds since the epoch. */
  | { readonly kind: 'EXTEND'; readonly until: number; readonly reason: string };

/** The others are told by what happened: the opening, and the first interview with an outcome. */
export const RECORDED_EVENTS = [
  'ANSWERED',
  'TRANSFERRED',
  'CLOSED',
] as const satisfies readonly CaseEvent[];
export type RecordedEvent = (typeof RECORDED_EVENTS)[number];

export type StepFault =
  | DraftFault
  | EndFault
  | 'CASE_CLOSED'
  | 'CASE_NOT_OPENED'
  | 'CASE_ALREADY_OPEN'
  | 'NOT_THIS_ROLE'
  | 'CONFLICT'
  | 'SUBJECT_NOT_IN_REQUEST'
  | 'ITEM_NOT_OPENED'
  | 'DAY_IN_FUTURE'
  | 'UNKNOWN_RECORD'
  | 'OWN_RECORD'
  | 'EVENT_TWICE'
  | 'PERSONAL_DATA_IN_TEXT'
  | 'TOO_MANY';

/** Looks for personal values in a text; each finding counts, and none is kept or told. */
export type Inspect = (text: string) => readonly unknown[];

/** The live request that a case belongs to. */
export interface Ground {
  readonly request: string;
  readonly instrument: string;
  readonly requesting: string;
  readonly requested: string;
  /** What the instrument opens for readmission. */
  readonly items: ReadonlySet<Item>;
  /** Numbers of the subjects of the request. */
  readonly subjects: ReadonlySet<number>;
}

export interface StepQuestion {
  readonly file: ReadmissionFile | undefined;
  readonly ground: Ground;
  readonly actor: Actor;
  /** UUID version 4 of the step. */
  readonly id: string;
  readonly step: CaseStep;
  /** Milliseconds since the epoch, and the day that it is then where the requested authority is. */
  readonly now: number;
  readonly today: Day;
  readonly inspect: Inspect;
  readonly retention: CaseRetention;
}

export type Stepped =
  | {
      readonly outcome: 'MADE' | 'DUPLICATE';
      readonly file: ReadmissionFile;
      /** The number of the record that was written. */
      readonly number: number | null;
    }
  | { readonly outcome: 'REFUSED'; readonly fault: StepFault };

/** More than a case comes to; whoever writes more writes something else. */
const MOST = { evidence: 50, records: 200, steps: 1_000 } as const;

/** Nobody holds up the end of a case by filling it. */
const closes = (step: CaseStep): boolean => step.kind === 'EVENT' && step.event === 'CLOSED';

const isClosed = ({ events }: ReadmissionFile): boolean =>
  events.some(({ event }) => event === 'CLOSED');

/** What is still written and settled once a case is closed: what was wrong, what it was used for, interviews that were booked. */
const AFTER_CLOSING: ReadonlySet<StepKind> = new Set<StepKind>([
  'OPEN',
  'WRITE',
  'CONFIRM',
  'CANCEL',
  'OUTCOME',
  'EXTEND',
]);
const goesOn = (kind: StepKind): boolean => AFTER_CLOSING.has(kind);

/** Why a step beside the file, of an interview or a note, is not made in the case as it stands; undefined where it is. */
export function whyNotBeside(
  file: ReadmissionFile | undefined,
  kind: StepKind,
): 'CASE_NOT_OPENED' | 'CASE_CLOSED' | undefined {
  if (file === undefined) return 'CASE_NOT_OPENED';
  return isClosed(file) && !goesOn(kind) ? 'CASE_CLOSED' : undefined;
}

/** Makes a step, or says why it is not made. */
export function stepCase(question: StepQuestion): Stepped {
  const { file, ground, actor, id, step, now, retention } = question;
  if (!mayStep(actor, step.kind)) return refused('NOT_THIS_ROLE');
  const digest = stepDigest({ ...step, by: actor.authority });
  const known = file?.steps.find((one) => one.id === id);
  if (file !== undefined && known !== undefined) {
    if (known.digest !== digest) return refused('CONFLICT');
    return { outcome: 'DUPLICATE', file, number: known.number };
  }
  const by: Hand = { authority: actor.authority, officer: actor.officer, at: now };
  if (file === undefined) {
    if (step.kind !== 'OPEN') return refused('CASE_NOT_OPENED');
    return made(blank(ground, by, retention), { id, digest, number: null });
  }
  if (file.steps.length >= MOST.steps && !closes(step)) return refused('TOO_MANY');
  const left = change({ ...question, file, by });
  if (typeof left === 'string') return refused(left);
  return made(left, { id, digest, number: step.kind === 'WRITE' ? left.records.length : null });
}

const refused = (fault: StepFault): Stepped => ({ outcome: 'REFUSED', fault });

const made = (file: ReadmissionFile, step: ReadmissionFile['steps'][number]): Stepped => ({
  outcome: 'MADE',
  file: { ...file, steps: [...file.steps, step] },
  number: step.number,
});

function blank(
  { request, instrument, requesting, requested }: Ground,
  by: Hand,
  retention: CaseRetention,
): ReadmissionFile {
  return {
    ...{ request, instrument, requesting, requested, opened: by },
    endsAt: latestEnd(by.at, retention),
    ...{ evidence: [], voluntaryReturn: null, events: [], records: [], steps: [] },
  };
}

interface Changing extends StepQuestion {
  readonly file: ReadmissionFile;
  readonly by: Hand;
}

function change(asked: Changing): ReadmissionFile | StepFault {
  const { file, step, by } = asked;
  if (isClosed(file) && !goesOn(step.kind)) return 'CASE_CLOSED';
  switch (step.kind) {
    case 'OPEN':
      return 'CASE_ALREADY_OPEN';
    case 'EVIDENCE':
      return withEvidence(asked, step);
    case 'VOLUNTARY_RETURN': {
      const { offered, on, language, reason } = step;
      if (on !== null && on > asked.today) return 'DAY_IN_FUTURE';
      if (reason !== null && asked.inspect(reason).length > 0) return 'PERSONAL_DATA_IN_TEXT';
      return { ...file, voluntaryReturn: { offered, on, language, reason, by } };
    }
    case 'WRITE':
      return withRecord(asked, step.draft);
    case 'CONFIRM':
      return confirmed(asked, step.number);
    case 'EVENT':
      if (file.events.some(({ event }) => event === step.event)) return 'EVENT_TWICE';
      return withEvent(asked, step.event);
    case 'EXTEND':
      return whyNotPutOff(file, step.until, asked) ?? { ...file, endsAt: step.until };
  }
}

function withEvent({ file, by, retention }: Changing, event: RecordedEvent): ReadmissionFile {
  const events = [...file.events, { event, by }];
  if (event !== 'CLOSED') return { ...file, events };
  return { ...file, events, endsAt: Math.min(file.endsAt, endOnceClosed(by.at, retention)) };
}

function withEvidence(
  { file, ground, by }: Changing,
  { n, evidence, grade, item }: Extract<CaseStep, { kind: 'EVIDENCE' }>,
): ReadmissionFile | StepFault {
  if (!ground.subjects.has(n)) return 'SUBJECT_NOT_IN_REQUEST';
  if (!ground.items.has(item)) return 'ITEM_NOT_OPENED';
  if (file.evidence.length >= MOST.evidence) return 'TOO_MANY';
  return { ...file, evidence: [...file.evidence, { n, evidence, grade, item, by }] };
}

function withRecord(
  { file, ground, actor: { side }, by, today, inspect }: Changing,
  draft: Draft,
): ReadmissionFile | StepFault {
  const { records } = file;
  if (records.length >= MOST.records) return 'TOO_MANY';
  const why = whyNotWritten(draft, side, { records, today });
  if (why !== undefined) return why;
  if (draft.n !== null && !ground.subjects.has(draft.n)) return 'SUBJECT_NOT_IN_REQUEST';
  if (draft.item !== null && !ground.items.has(draft.item)) return 'ITEM_NOT_OPENED';
  if (inspect(draft.text).length > 0) return 'PERSONAL_DATA_IN_TEXT';
  const record = { ...draft, number: records.length + 1, from: side, by, confirmed: null };
  return { ...file, records: [...records, record] };
}

function confirmed(
  { file, actor: { side }, by }: Changing,
  number: number,
): ReadmissionFile | StepFault {
  const record = file.records.find((one) => one.number === number);
  if (record === undefined) return 'UNKNOWN_RECORD';
  if (record.from === side) return 'OWN_RECORD';
  if (record.confirmed !== null) return file;
  const records = file.records.map((one) => (one === record ? { ...one, confirmed: by } : one));
  return { ...file, records };
}
