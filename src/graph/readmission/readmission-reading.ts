/** What the resolvers of one operation see of readmission: through the desk, as this caller, under this grant. */
import { type Language, Refusal } from '../../base/index.js';
import type { Grant } from '../../requests/index.js';
import type { CaseGround } from '../cases/case-reading.js';
import type { AskingOfficer } from '../cases/officer.js';
import type { ReadmissionAct } from './acts.js';
import type { ReadmissionDone, ReadmissionHallDesk, WindowSpan } from './desk.js';
import { type PlacedFault, placed } from './faults.js';
import type {
  HumanitarianNote,
  InterviewChannel,
  InterviewWindow,
  ReadmissionAnswer,
  ReadmissionCase,
} from './types.js';
import { faultsIn, readmissionView, warningsIn } from './view.js';

export interface ReadmissionReading {
  channels(): Promise<readonly InterviewChannel[]>;
  /** Throws Refusal(BAD_REQUEST) for a span that is none. */
  windows(span: WindowSpan): Promise<readonly InterviewWindow[]>;
  underGrant(): Promise<ReadmissionCase | null>;
  one(request: string): Promise<ReadmissionCase | null>;
  notes(request: string): Promise<readonly HumanitarianNote[]>;
  act(act: ReadmissionAct, given: Readonly<Record<string, unknown>>): Promise<ReadmissionAnswer>;
}

/** What a resolver takes from the context. */
export interface WithReadmission {
  readonly readmission: ReadmissionReading;
}

const undone = (faults: readonly PlacedFault[], language: Language): ReadmissionAnswer => ({
  ...{ done: false, number: null, warnings: [] },
  faults: faultsIn(faults, language),
});

/** Where nobody stands: what is heard of an unknown request. */
const nothing = (language: Language): ReadmissionReading => ({
  channels: async () => [],
  windows: async () => [],
  underGrant: async () => null,
  one: async () => null,
  notes: async () => [],
  act: async () => undone([placed('NO_READMISSION')], language),
});

export const NO_READMISSION: ReadmissionReading = nothing('en');

export interface ReadmissionAsked {
  readonly caller: AskingOfficer | undefined;
  readonly grant: Grant | null;
  readonly language: Language;
}

/** Opens it for whoever calls. */
export function openReadmission(
  ground: CaseGround | null,
  { caller, grant, language }: ReadmissionAsked,
): ReadmissionReading {
  const desk = ground?.hall.readmission?.() ?? null;
  if (desk === null || caller === undefined) return nothing(language);
  return readingOf(desk, { caller, grant, language });
}

/** A quarter of a year and some days. */
const LONGEST = 100 * 86_400_000;

function readingOf(
  desk: ReadmissionHallDesk,
  { caller, grant, language }: ReadmissionAsked & { readonly caller: AskingOfficer },
): ReadmissionReading {
  return {
    channels: () => desk.channels(caller),
    async windows(span) {
      const { from, until } = span;
      const isSpan = from < until && until - from <= LONGEST;
      if (!isSpan) throw new Refusal('BAD_REQUEST', { reason: 'VARIABLES' });
      return desk.windows(caller, span);
    },
    async underGrant() {
      const told = grant === null ? undefined : await desk.underGrant(grant);
      return told === undefined ? null : readmissionView(told, language);
    },
    async one(request) {
      const told = await desk.read(caller, request);
      return told === undefined ? null : readmissionView(told, language);
    },
    notes: (request) => desk.notes(caller, request),
    async act(act, given) {
      const read = act.read(given);
      if ('faults' in read) return undone(read.faults, language);
      return answerOf(await desk.step(caller, read.asked), language);
    },
  };
}

function answerOf(made: ReadmissionDone, language: Language): ReadmissionAnswer {
  if (made.fault !== null) return undone([placed(made.fault)], language);
  const { number, warnings } = made;
  return { done: true, number, warnings: warningsIn(warnings, language), faults: [] };
}
