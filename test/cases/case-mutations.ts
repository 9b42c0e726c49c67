/** Who may make which step of a request, from which state: every mutation of the schema, by hand. */

import {
  ANALYST,
  AUDITOR,
  COORDINATOR,
  draft,
  EXECUTING,
  SIGNATORY,
} from '../support/case-drafts.js';
import type { As, SiteName } from '../support/case-site.js';
import { uuid } from '../support/case-site.js';
import { CMS, paperAt } from '../support/files.js';

/** A state into which `caseIn` (test/support) brings a case; READY: in execution, with every outcome noted. */
export type Reached =
  | 'DRAFT'
  | 'SIGNED'
  | 'RECEIVED'
  | 'CONFIRMATION_REQUESTED'
  | 'INFO_REQUESTED'
  | 'CONFIDENTIALITY_NOT_ASSURED'
  | 'POSTPONED'
  | 'IN_EXECUTION'
  | 'READY'
  | 'ANSWERED'
  /** Registered from a letter at the requested authority, with its paper not verified. */
  | 'ON_PAPER';

export interface MutationCase {
  readonly mutation: string;
  readonly at: SiteName;
  readonly from: Reached;
  readonly may: readonly As[];
  /** The state after it. */
  readonly to: string;
  /** The arguments beside the case; `question` and `inquiry` are those of the case. */
  readonly given: (of: {
    question: number;
    inquiry: string;
    enclosure: string;
    now: number;
  }) => object;
}

/** Everybody of an authority for whom cases exist. */
export const OWN: readonly As[] = [ANALYST, SIGNATORY, COORDINATOR, EXECUTING, AUDITOR];

const DRAFTING = [ANALYST, SIGNATORY];
const WORKING = [EXECUTING, COORDINATOR];
const DAY = 86_400_000;
const later = (now: number, days: number): string => new Date(now + days * DAY).toISOString();
const named = () => ({ id: uuid() });
const ONE = { n: 1, item: 'DATE_OF_BIRTH' };

const asking = (
  mutation: string,
  from: Reached,
  rest: Pick<MutationCase, 'may' | 'to' | 'given'>,
): MutationCase => ({ mutation, at: 'KZ-MIA', from, ...rest });
const asked = (
  mutation: string,
  from: Reached,
  rest: Pick<MutationCase, 'may' | 'to' | 'given'>,
): MutationCase => ({ mutation, at: 'AZ-SMS', from, ...rest });

export const MUTATION_CASES: readonly MutationCase[] = [
  asking('saveDraft', 'DRAFT', { may: [ANALYST], to: 'DRAFT', given: () => ({ document: draft }) }),
  // Its JWS and key are those of the test's own head.
  asking('signDraft', 'DRAFT', { may: [SIGNATORY], to: 'SIGNED', given: named }),
  asking('sendRequest', 'SIGNED', { may: DRAFTING, to: 'SENT', given: named }),
  asking('withdraw', 'SIGNED', {
    may: DRAFTING,
    to: 'WITHDRAWN',
    given: () => ({ ...named(), reason: 'NO_LONGER_NEEDED' }),
  }),
  asking('confirm', 'CONFIRMATION_REQUESTED', {
    may: [SIGNATORY],
    to: 'RECEIVED',
    given: ({ question }) => ({ ...named(), question, text: 'Подтверждаем.' }),
  }),
  asking('inform', 'INFO_REQUESTED', {
    may: DRAFTING,
    to: 'RECEIVED',
    given: ({ question }) => ({ ...named(), question, answers: ['Сведений нет.'] }),
  }),
  asking('proceed', 'CONFIDENTIALITY_NOT_ASSURED', {
    may: [SIGNATORY],
    to: 'RECEIVED',
    given: ({ question }) => ({ ...named(), question }),
  }),
  asking('close', 'ANSWERED', { may: DRAFTING, to: 'CLOSED', given: named }),

  asked('assign', 'RECEIVED', {
    may: [ANALYST, SIGNATORY, COORDINATOR, EXECUTING],
    to: 'RECEIVED',
    given: () => ({ officer: 'AZ-SMS-7' }),
  }),
  asked('askConfirmation', 'RECEIVED', {
    may: WORKING,
    to: 'CONFIRMATION_REQUESTED',
    given: () => ({ ...named(), reasons: ['Просим подтвердить.'] }),
  }),
  asked('askInformation', 'RECEIVED', {
    may: WORKING,
    to: 'INFO_REQUESTED',
    given: () => ({ ...named(), questions: ['Где он был?'] }),
  }),
  asked('tellDelay', 'RECEIVED', {
    may: WORKING,
    to: 'RECEIVED',
    given: () => ({ ...named(), reason: 'Ждём архив.' }),
  }),
  asked('postpone', 'RECEIVED', {
    may: WORKING,
    to: 'POSTPONED',
    given: ({ now }) => ({ ...named(), reason: 'Проверка.', reviewAt: later(now, 9) }),
  }),
  asked('resume', 'POSTPONED', { may: WORKING, to: 'RECEIVED', given: named }),
  asked('tellNotConfidential', 'RECEIVED', {
    may: WORKING,
    to: 'CONFIDENTIALITY_NOT_ASSURED',
    given: () => ({ ...named(), terms: 'Только лично.' }),
  }),
  asked('accept', 'RECEIVED', { may: [EXECUTING], to: 'IN_EXECUTION', given: named }),
  asked('recordMatch', 'IN_EXECUTION', {
    may: [EXECUTING],
    to: 'IN_EXECUTION',
    given: () => ({ n: 1, nobody: true }),
  }),
  asked('recordAge', 'IN_EXECUTION', {
    may: WORKING,
    to: 'IN_EXECUTION',
    given: () => ({ n: 1, child: false }),
  }),
  asked('decideForChild', 'IN_EXECUTION', {
    may: [COORDINATOR],
    to: 'IN_EXECUTION',
    given: () => ({ n: 1, give: false, reason: 'Ребёнок.' }),
  }),
  asked('noteOutcome', 'IN_EXECUTION', {
    may: WORKING,
    to: 'IN_EXECUTION',
    given: () => ({ ...ONE, outcome: 'NOT_AVAILABLE' }),
  }),
  asked('openInquiry', 'IN_EXECUTION', {
    may: WORKING,
    to: 'IN_EXECUTION',
    given: ({ now }) => ({
      ...named(),
      ...{ to: 'COURT', n: 1, items: ['PHOTOGRAPH'], dueBefore: later(now, 5) },
    }),
  }),
  asked('answerInquiry', 'IN_EXECUTION', {
    may: WORKING,
    to: 'IN_EXECUTION',
    given: ({ inquiry }) => ({ inquiry, source: 'Архив суда', mayRelease: true }),
  }),
  asked('dropInquiry', 'IN_EXECUTION', {
    may: WORKING,
    to: 'IN_EXECUTION',
    given: ({ inquiry }) => ({ inquiry, reason: 'Ответа нет.' }),
  }),
  asked('conclude', 'READY', {
    may: WORKING,
    to: 'ANSWERED',
    given: ({ now }) => ({ ...named(), conditions: [], grantUntil: later(now, 7) }),
  }),
  asked('registerPaperLetter', 'ON_PAPER', {
    may: WORKING,
    to: 'WITHDRAWN',
    given: ({ now }) => ({
      ...named(),
      ...{ says: 'WITHDRAW', reason: 'NO_LONGER_NEEDED', paper: paperAt(now) },
      check: { means: 'Сличено с образцом.', signatory: 'head' },
    }),
  }),
  asked('recordCheck', 'ON_PAPER', {
    may: WORKING,
    to: 'RECEIVED',
    given: ({ enclosure }) => ({
      ...{ enclosure, outcome: 'VERIFIED', means: 'Сличено с образцом.', signatory: 'head' },
    }),
  }),
  asked('attachSignature', 'RECEIVED', {
    may: WORKING,
    to: 'RECEIVED',
    given: () => ({ ...named(), signs: 'REQUEST', content: CMS.toString('base64') }),
  }),
  asked('refuse', 'RECEIVED', {
    may: WORKING,
    to: 'REFUSED',
    given: () => ({ ...named(), grounds: ['SECURITY'], text: 'Отказ.' }),
  }),
];
