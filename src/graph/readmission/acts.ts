/** The mutations of readmission as data: what each takes, what it says of itself, and the step that it asks of the desk. */
import {
  type Draft,
  type EvidenceGrade,
  type EvidenceKind,
  type InterviewOutcome,
  isLanguage,
  type RecordedEvent,
} from '../../readmission/index.js';
import { type Day, type Item, isDay } from '../../treaty/index.js';
import { CASE } from '../cases/moves/row.js';
import { COUNT, choice, FLAG, MOMENT, optional, TEXT, taking, UUID } from '../cases/taking.js';
import { type Given, type Row, readAll, type Takes } from '../mutation-rows.js';
import { ItemEnum } from '../types/enums.js';
import type { AskedReadmission, ReadmissionStep } from './desk.js';
import { formFault, type PlacedFault } from './faults.js';
import {
  EvidenceGradeEnum,
  EvidenceKindEnum,
  InterviewOutcomeEnum,
  RecordedEventEnum,
  RecordKindEnum,
} from './types.js';

export interface ReadmissionAct extends Row {
  read(
    given: Given,
  ): { readonly asked: AskedReadmission } | { readonly faults: readonly PlacedFault[] };
}

type Name = Pick<AskedReadmission, 'request' | 'id'>;

const NAME: Takes<Name> = {
  request: CASE,
  id: UUID('A UUID version 4 of your own: sent twice, it is one step.'),
};

function act<Values extends object>(
  description: string,
  own: Takes<Values>,
  stepOf: (values: Values) => ReadmissionStep,
): ReadmissionAct {
  return {
    description,
    takes: { ...NAME, ...own },
    read(given) {
      const name = readAll(NAME, given);
      const said = readAll(own, given);
      if (name.values !== null && said.values !== null) {
        return { asked: { ...name.values, step: stepOf(said.values) } };
      }
      return { faults: [...name.faults, ...said.faults].map(formFault) };
    },
  };
}

const DAY = taking<Day>(
  () => String,
  (text) => (isDay(text) ? undefined : 'WRONG_FORM'),
  'YYYY-MM-DD.',
);

const LANGUAGE = taking<string>(
  () => String,
  (text) => (isLanguage(text) ? undefined : 'WRONG_FORM'),
  'ISO 639 code.',
);

const BOTH = 'By either side of the live request.';
const REQUESTED = 'By: EXECUTING_OFFICER, COORDINATOR of the requested authority.';

/** Every mutation by its name. */
export const READMISSION_ACTS: Readonly<Record<string, ReadmissionAct>> = {
  openReadmission: act<object>(
    `Opens the readmission case of a request under EU-AZ-2014. ${BOTH}`,
    {},
    () => ({ kind: 'OPEN' }),
  ),
  addNationalityEvidence: act<{
    n: number;
    evidence: EvidenceKind;
    grade: EvidenceGrade;
    item: Item;
  }>(
    `Names evidence of nationality, by the item where its values stand. ${BOTH}`,
    {
      n: COUNT,
      evidence: choice(EvidenceKindEnum),
      grade: choice(EvidenceGradeEnum),
      item: choice(ItemEnum),
    },
    ({ n, evidence, grade, item }) => ({ kind: 'EVIDENCE', n, evidence, grade, item }),
  ),
  recordVoluntaryReturn: act<{
    offered: boolean;
    on: Day | null;
    language: string | null;
    reason: string | null;
  }>(
    `Records whether voluntary return was offered (memorandum, 4(c)); what is left out is warned about. ${BOTH}`,
    { offered: FLAG, on: optional(DAY), language: optional(LANGUAGE), reason: optional(TEXT) },
    ({ offered, on, language, reason }) => ({
      kind: 'VOLUNTARY_RETURN',
      offered,
      on,
      language,
      reason,
    }),
  ),
  bookInterview: act<{ window: string; n: number; language: string }>(
    `Books a free window for a person of the request; \`id\` becomes the booking's. ${BOTH}`,
    { window: CASE, n: COUNT, language: LANGUAGE },
    ({ window, n, language }) => ({ kind: 'BOOK', window, n, language }),
  ),
  cancelInterview: act<{ booking: string }>(
    `Cancels a booking before it begins; its window is free again. ${BOTH}`,
    { booking: CASE },
    ({ booking }) => ({ kind: 'CANCEL', booking }),
  ),
  recordInterview: act<{ booking: string; outcome: InterviewOutcome }>(
    `Records what came of an interview. ${REQUESTED}`,
    { booking: CASE, outcome: choice(InterviewOutcomeEnum) },
    ({ booking, outcome }) => ({ kind: 'OUTCOME', booking, outcome }),
  ),
  writeReadmissionRecord: act<Draft>(
    `Writes the next entry of the written record: no value of anybody stands in its text. ${BOTH}`,
    {
      kind: choice(RecordKindEnum),
      text: TEXT,
      n: optional(COUNT),
      item: optional(choice<Item>(ItemEnum)),
      answers: optional(COUNT),
      due: optional(DAY),
    },
    ({ kind, text, n, item, answers, due }) => ({
      kind: 'WRITE',
      draft: { kind, text, n, item, answers, due },
    }),
  ),
  confirmReadmissionRecord: act<{ number: number }>(
    `Confirms an entry that the other side wrote. ${BOTH}`,
    { number: COUNT },
    ({ number }) => ({ kind: 'CONFIRM', number }),
  ),
  recordReadmissionEvent: act<{ event: RecordedEvent }>(
    `Records that the application was answered, the person transferred, or the case closed: from then on its retention counts. ${REQUESTED}`,
    { event: choice(RecordedEventEnum) },
    ({ event }) => ({ kind: 'EVENT', event }),
  ),
  extendReadmission: act<{ until: number; reason: string }>(
    'Puts off the end until which the case is kept, for a reason, within the longest from its opening. By: COORDINATOR of the requested authority.',
    { until: MOMENT, reason: TEXT },
    ({ until, reason }) => ({ kind: 'EXTEND', until, reason }),
  ),
  writeHumanitarianNote: act<{ note: string }>(
    `Writes a humanitarian note (memorandum, 4(c)); the other side is told nothing of it. ${REQUESTED}`,
    { note: TEXT },
    ({ note }) => ({ kind: 'NOTE', note }),
  ),
};
