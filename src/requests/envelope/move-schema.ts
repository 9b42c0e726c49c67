/** The moves of a case as JSON Schema: what a partner may put forward is of this shape before it is weighed. */
import { REFUSAL_GROUNDS, WITHHOLD_REASONS } from '../../policy/index.js';
import { ITEMS } from '../../treaty/index.js';
import { DIGEST, prose, UUID_V4 } from '../document/forms.js';
import {
  exactly,
  listOf,
  type MessageSchema,
  oneOf,
  only,
  orNull,
  type SchemaOf,
} from '../document/message-schema.js';
import { MAX_SUBJECTS } from '../document/request-document.js';
import {
  CHANNELS,
  type Condition,
  MOVER_ROLES,
  type Motion,
  type Move,
  SIDES,
  type SubjectOutcomes,
  WITHDRAWAL_REASONS,
} from '../life/index.js';

/** Milliseconds since the epoch, to the end of the year 9999. */
export const MOMENT: SchemaOf<number> = {
  type: 'integer',
  minimum: 0,
  maximum: 253_402_300_799_999,
};
/** An instant from which days are counted, to the end of the year 9998: a term that begins there can still be written. */
export const COUNTED_FROM: SchemaOf<number> = {
  type: 'integer',
  minimum: 0,
  maximum: 253_370_764_799_999,
};
/** The number of a record or of a subject. */
export const COUNT: SchemaOf<number> = { type: 'integer', minimum: 1, maximum: 1_000_000 };
export const TEXT = prose(4000);
const TEXTS = listOf(TEXT, 64);
/** A service number or a gateway's name; never a person's. */
export const OFFICER: SchemaOf<string> = {
  type: 'string',
  maxLength: 128,
  pattern: '^[A-Za-z0-9][A-Za-z0-9._:-]*$',
};

/** One of these, told apart by their constants. */
export const eitherOf = <T>(...schemas: readonly MessageSchema[]): SchemaOf<T> => ({
  anyOf: schemas,
});

export const ITEM = oneOf(ITEMS);
const OUTCOMES: SchemaOf<readonly SubjectOutcomes[]> = listOf(
  exactly<SubjectOutcomes>({
    n: COUNT,
    items: listOf(
      eitherOf(
        exactly({ item: ITEM, outcome: only('DISCLOSED') }),
        exactly({ item: ITEM, outcome: only('NOT_AVAILABLE') }),
        exactly({
          item: ITEM,
          outcome: only('WITHHELD_BY_POLICY'),
          reason: oneOf(WITHHOLD_REASONS),
        }),
        exactly({
          item: ITEM,
          outcome: only('REFUSED'),
          grounds: listOf(oneOf(REFUSAL_GROUNDS), REFUSAL_GROUNDS.length),
          text: TEXT,
        }),
      ),
      ITEMS.length,
    ),
  }),
  MAX_SUBJECTS,
);

const onItems = { items: listOf(ITEM, ITEMS.length), text: TEXT };
export const CONDITIONS: SchemaOf<readonly Condition[]> = listOf<Condition>(
  eitherOf(
    exactly({ kind: only('CLOSED_UNTIL'), until: MOMENT, ...onItems }),
    exactly({ kind: only('NOT_AS_EVIDENCE'), until: orNull(MOMENT), ...onItems }),
    exactly({ kind: only('ON_TERMS'), ...onItems }),
  ),
  64,
);
const CONCLUSION = {
  outcomes: OUTCOMES,
  conditions: CONDITIONS,
  asOf: MOMENT,
  grantUntil: MOMENT,
};

/** One schema for each kind of move; a kind that is left out does not compile. */
const MOVES: { readonly [Kind in Move['kind']]: MessageSchema } = {
  SIGN: exactly({ kind: only('SIGN'), document: DIGEST }),
  SEND: exactly({ kind: only('SEND') }),
  RECEIVE: exactly({ kind: only('RECEIVE'), receivedAt: COUNTED_FROM, channel: oneOf(CHANNELS) }),
  ASK_CONFIRMATION: exactly({ kind: only('ASK_CONFIRMATION'), reasons: TEXTS }),
  CONFIRM: exactly({ kind: only('CONFIRM'), question: COUNT, text: TEXT }),
  ASK_INFORMATION: exactly({ kind: only('ASK_INFORMATION'), questions: TEXTS }),
  INFORM: exactly({ kind: only('INFORM'), question: COUNT, answers: TEXTS }),
  TELL_DELAY: exactly({ kind: only('TELL_DELAY'), reason: TEXT, expectedAt: orNull(MOMENT) }),
  POSTPONE: exactly({ kind: only('POSTPONE'), reason: TEXT, reviewAt: MOMENT }),
  RESUME: exactly({ kind: only('RESUME') }),
  TELL_NOT_CONFIDENTIAL: exactly({ kind: only('TELL_NOT_CONFIDENTIAL'), terms: TEXT }),
  PROCEED: exactly({ kind: only('PROCEED'), question: COUNT }),
  WITHDRAW: exactly({ kind: only('WITHDRAW'), reason: oneOf(WITHDRAWAL_REASONS) }),
  ACCEPT: exactly({ kind: only('ACCEPT') }),
  ANSWER: exactly({ kind: only('ANSWER'), ...CONCLUSION }),
  PARTLY_REFUSE: exactly({ kind: only('PARTLY_REFUSE'), ...CONCLUSION }),
  REFUSE: exactly({ kind: only('REFUSE'), outcomes: OUTCOMES }),
  CLOSE: exactly({ kind: only('CLOSE') }),
};

export const MOTION: SchemaOf<Motion> = exactly<Motion>({
  case: UUID_V4,
  id: UUID_V4,
  by: exactly<Motion['by']>({ side: oneOf(SIDES), role: oneOf(MOVER_ROLES), officer: OFFICER }),
  at: MOMENT,
  move: eitherOf<Move>(...Object.values(MOVES)),
});
