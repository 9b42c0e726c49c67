/** The legal clock of a case: notices, pauses, and both readings of question 3. */
import { describe, expect, test } from 'vitest';
import {
  CLOCK_NOTICES,
  type ClockNotice,
  type ClockQuestion,
  clockOf,
  isLate,
  REQUEST_STATES,
  type RequestState,
} from '../../../../src/requests/index.js';
import { DEFAULT_READING } from '../../../../src/treaty/index.js';

const at = (text: string): number => Date.parse(`${text}+04:00`);
const RECEIVED = at('2026-06-15T09:00:00');
const base: ClockQuestion = {
  receivedAt: RECEIVED,
  days: 30,
  seats: { requested: 'Asia/Baku', requesting: 'Asia/Almaty' },
  history: [{ state: 'RECEIVED', since: RECEIVED }],
  reviewAt: null,
  delayTold: false,
  reading: DEFAULT_READING,
  warnDays: 5,
};
type Passage = readonly [state: RequestState, since: string];
const passing = (...then: readonly Passage[]): Pick<ClockQuestion, 'history'> => ({
  history: [
    ...base.history,
    ...then.map(([state, since]) => ({ state, since: at(`2026-${since}:00`) })),
  ],
});
const STOPS = { reading: { ...DEFAULT_READING, questions: 'STOPS' } } as const;

const TOLD: readonly (readonly [string, Partial<ClockQuestion>, readonly ClockNotice[]])[] = [
  ['2026-06-15T09:00:00', {}, []],
  ['2026-07-09T23:59:59', {}, []],
  ['2026-07-10T00:00:00', {}, ['NEARLY_DUE', 'DELAY_NOT_TOLD']],
  ['2026-07-14T23:59:59', { delayTold: true }, ['NEARLY_DUE']],
  ['2026-07-15T00:00:00', {}, ['DUE', 'DELAY_NOT_TOLD']],
  ['2026-07-15T23:59:59', { delayTold: true }, ['DUE']],
  ['2026-07-16T00:00:00', { delayTold: true }, ['OVERDUE']],
  ['2026-07-16T00:00:00', {}, ['OVERDUE', 'DELAY_NOT_TOLD']],
  ['2026-07-13T00:00:00', { warnDays: 1 }, []],
];

describe('A-10.3, A-10.1c what an officer is told', () => {
  test.each(TOLD)('%s %o: %o', (now, change, notices) => {
    expect(clockOf({ ...base, ...change }, at(now)).notices).toEqual(notices);
  });

  test.each(REQUEST_STATES.map((state) => ({ state })))('$state, long after', ({ state }) => {
    const clock = clockOf(
      { ...base, ...passing([state, '06-16T09:00']) },
      at('2026-12-01T00:00:00'),
    );
    const isEnded = ['ANSWERED', 'PARTLY_REFUSED', 'REFUSED', 'WITHDRAWN', 'CLOSED'].includes(
      state,
    );
    const isSilent = isEnded || state === 'POSTPONED';
    expect(clock.notices).toEqual(isSilent ? [] : ['OVERDUE', 'DELAY_NOT_TOLD']);
    expect(clock.daysLeft === null).toBe(isEnded);
  });

  test('A-10.1c a notice after the term is marked late, not refused', () => {
    const { term } = clockOf(base, RECEIVED);
    expect(isLate(term, at('2026-07-15T23:59:59'))).toBe(false);
    expect(isLate(term, at('2026-07-16T00:00:00'))).toBe(true);
  });
});

describe('question 3: does a question stop the clock?', () => {
  const asked = passing(
    ['CONFIRMATION_REQUESTED', '06-17T12:00'],
    ['RECEIVED', '06-20T08:00'],
    ['INFO_REQUESTED', '06-22T08:00'],
    ['RECEIVED', '06-22T18:00'],
    ['CONFIDENTIALITY_NOT_ASSURED', '06-30T23:00'],
    ['RECEIVED', '07-02T01:00'],
  );
  test.each([
    ['by default it runs', {}, '2026-07-15'],
    // 3 days of doubt, none of the question answered on its own day, 2 of the handshake.
    ['in the other reading it does not count those days', STOPS, '2026-07-20'],
  ])('%s, and both are shown', (_, change, dueOn) => {
    const { term, readings } = clockOf({ ...base, ...asked, ...change }, at('2026-07-03T00:00:00'));
    expect(term.dueOn).toBe(dueOn);
    expect([readings.runs.dueOn, readings.stops.dueOn]).toEqual(['2026-07-15', '2026-07-20']);
  });

  test('while an answer is waited for, only the reading that runs warns', () => {
    const open = passing(['INFO_REQUESTED', '06-20T08:00']);
    const now = at('2026-07-20T00:00:00');
    expect(clockOf({ ...base, ...open }, now).notices).toContain('OVERDUE');
    const stopped = clockOf({ ...base, ...open, ...STOPS }, now);
    expect(stopped).toMatchObject({ notices: [], daysLeft: 25, term: { paused: true } });
  });

  test('nothing is near while the other reading waits, though the last days had begun', () => {
    const late = passing(['INFO_REQUESTED', '07-12T08:00']);
    const now = at('2026-07-20T00:00:00');
    expect(clockOf({ ...base, ...late, ...STOPS }, now)).toMatchObject({
      notices: [],
      daysLeft: 3,
    });
  });

  test('a question that follows a question is one pause', () => {
    const twice = passing(
      ['INFO_REQUESTED', '06-20T08:00'],
      ['CONFIRMATION_REQUESTED', '06-21T08:00'],
      ['RECEIVED', '06-22T08:00'],
    );
    const { term } = clockOf({ ...base, ...twice, ...STOPS }, at('2026-07-01T00:00:00'));
    expect(term.dueOn).toBe('2026-07-17');
  });
});

describe('question 4: may a postponement exceed the term?', () => {
  const postponed = passing(['POSTPONED', '06-20T08:00']);
  const resumed = passing(['POSTPONED', '06-20T08:00'], ['RECEIVED', '09-01T08:00']);
  const reviewAt = at('2026-09-01T00:00:00');

  test('by default it may: its review date is what is told', () => {
    const question = { ...base, ...postponed, reviewAt };
    expect(clockOf(question, reviewAt - 1).notices).toEqual([]);
    expect(clockOf(question, reviewAt).notices).toEqual(['REVIEW_DUE']);
    expect(clockOf({ ...base, ...resumed }, reviewAt).term.dueOn).toBe('2026-09-26');
  });

  test('in the other reading the term goes on', () => {
    const reading = { ...DEFAULT_READING, postponement: 'WITHIN_TERM' } as const;
    const question = { ...base, ...postponed, reviewAt, reading };
    expect(clockOf(question, reviewAt).notices).toEqual([
      'OVERDUE',
      'DELAY_NOT_TOLD',
      'REVIEW_DUE',
    ]);
  });

  test('a review date that is past is no matter once it is resumed', () => {
    expect(clockOf({ ...base, ...resumed, reviewAt }, at('2026-09-02T00:00:00')).notices).toEqual(
      [],
    );
  });
});

test('every notice is met above', () => {
  const met = new Set<ClockNotice>(['REVIEW_DUE', ...TOLD.flatMap(([, , notices]) => notices)]);
  expect(CLOCK_NOTICES.filter((notice) => !met.has(notice))).toEqual([]);
});
