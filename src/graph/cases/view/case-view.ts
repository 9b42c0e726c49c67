/** From the case as it is kept to the case as it is shown. */
import { canonicalJson } from '../../../base/index.js';
import {
  type Clocks,
  chainHistory,
  channelOf,
  type DraftFault,
  draftFaults,
  lateInquiries,
  type RequestDocument,
  type Term,
} from '../../../requests/index.js';
import type { ListedCase } from '../../../store/index.js';
import { dayOf, type Instrument, type InstrumentStatus } from '../../../treaty/index.js';
import type { Case } from '../types/case.js';
import type { CaseDay, CaseInquiry } from '../types/case-parts.js';
import { enclosuresOf } from './enclosures-of.js';
import { conclusionIn, conditionsOf, outcomesOf } from './outcomes-of.js';
import { subjectsOf } from './subjects-of.js';
import { questionsOf, timelineOf } from './timeline-of.js';

/** What the law says, for the faults of a draft. */
export interface CaseLaw {
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
}

export interface CaseSource {
  readonly file: ListedCase;
  /** Read once, when it is first asked for. */
  readonly document: () => Promise<RequestDocument | null>;
  readonly clocks: Clocks | null;
  readonly law: CaseLaw;
  readonly now: number;
}

/** The case that its officers see. */
export function viewOf(source: CaseSource): Case {
  const { file, law } = source;
  const { case: kept, officers, held, unit, instrument, reviewAt } = file;
  const conclusion = conclusionIn(kept.chain);
  return {
    id: kept.head.id,
    state: kept.state,
    side: kept.side,
    instrument,
    requestingAuthority: { code: file.requestingAuthority },
    requestedAuthority: { code: file.requestedAuthority },
    unit,
    channel: channelOf(kept.chain),
    ...fromDocument(source),
    outcomes: outcomesOf(file, law.instruments.get(instrument)),
    conditions: conclusion && conditionsOf(conclusion),
    asOf: conclusion?.asOf ?? null,
    grantUntil: conclusion?.grantUntil ?? null,
    ...fromClocks(source.clocks),
    reviewAt,
    heldFor: held,
    questions: questionsOf(kept),
    timeline: timelineOf(kept, source.clocks?.term ?? null, file.enclosures),
    inquiries: inquiriesOf(source),
    enclosures: enclosuresOf(file.enclosures),
    officers,
    chainFault: (kept.side === 'REQUESTING' ? kept.fault : kept.reported)?.fault ?? null,
  };
}

type OfDocument =
  | 'aim'
  | 'purposes'
  | 'substance'
  | 'otherInformation'
  | 'itemsWanted'
  | 'subjects'
  | 'document'
  | 'draftFaults';

function fromDocument(source: CaseSource): Pick<Case, OfDocument> {
  const { file } = source;
  const read =
    <T>(part: (document: RequestDocument) => T) =>
    async (): Promise<T | null> => {
      const document = await source.document();
      return document === null ? null : part(document);
    };
  return {
    aim: read(({ aim }) => aim),
    purposes: read(({ purposes }) => purposes),
    substance: read(({ substance }) => substance),
    otherInformation: read(({ otherInformation }) => otherInformation),
    itemsWanted: read(({ itemsWanted }) => itemsWanted),
    subjects: read((document) => subjectsOf(document, file)),
    document: read((document) => canonicalJson(document)),
    draftFaults: read((document) => faultsIn(document, source)),
  };
}

// A draft by the law of today, a request that came by that of the day on which it came.
function faultsIn(
  document: RequestDocument,
  { file, law: { instruments, status }, now }: CaseSource,
): readonly DraftFault[] {
  const { instrument } = document;
  return draftFaults(document, instruments.get(instrument), {
    status: status.get(instrument) ?? {},
    on: dayOf(chainHistory(file.case.chain).receivedAt ?? now),
  });
}

function fromClocks(
  clocks: Clocks | null,
): Pick<
  Case,
  'receivedOn' | 'dueOn' | 'dueOnIfQuestionsRun' | 'dueOnIfQuestionsStop' | 'daysLeft' | 'notices'
> {
  if (clocks === null) {
    return {
      receivedOn: null,
      dueOn: null,
      dueOnIfQuestionsRun: null,
      dueOnIfQuestionsStop: null,
      daysLeft: null,
      notices: null,
    };
  }
  const { term, readings, daysLeft, notices } = clocks;
  const { receivedOn: requested, requesting } = term;
  return {
    receivedOn: { requested, requesting: requesting.receivedOn },
    dueOn: lastDay(term),
    dueOnIfQuestionsRun: lastDay(readings.runs),
    dueOnIfQuestionsStop: lastDay(readings.stops),
    daysLeft,
    notices,
  };
}

const lastDay = ({ dueOn, requesting }: Term): CaseDay => ({
  requested: dueOn,
  requesting: requesting.dueOn,
});

function inquiriesOf({ file: { sheet }, now }: CaseSource): readonly CaseInquiry[] | null {
  if (sheet === null) return null;
  const late = new Set(lateInquiries(sheet.inquiries, now).map(({ id }) => id));
  return sheet.inquiries.map(({ answer, ...inquiry }) => ({
    ...inquiry,
    late: late.has(inquiry.id),
    answeredAt: answer?.at ?? null,
    source: answer?.source ?? null,
    mayRelease: answer?.mayRelease ?? null,
  }));
}
