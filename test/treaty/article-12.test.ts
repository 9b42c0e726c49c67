/** Article 12: disagreements are settled by consultation; a disputed rule may stay closed until then. */
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/policy/index.js';
import {
  asGivenOn,
  type Day,
  type DisagreementStep,
  disagreementsOf,
  type LifeAct,
  type LifeRecord,
  whyNotRecorded,
} from '../../src/treaty/index.js';
import { AMENDED, agreementIn, lawAt, NOTIFIED } from '../support/amended-law.js';
import { recordOf } from '../support/lives.js';

const PARTIES = ['AZE', 'KAZ'];
const RULE = { purpose: 'PERSON_DETECTION', item: 'SEX' } as const;
const at = (day: Day): number => Date.parse(`${day}T12:00:00Z`);
const raised = (change: Partial<Extract<LifeAct, { kind: 'DISAGREEMENT' }>> = {}): LifeRecord =>
  recordOf(
    { kind: 'DISAGREEMENT', rules: [RULE], requests: [], freezes: true, ...change },
    '2024-01-10',
  );
const step = (
  { id: disagreement }: LifeRecord,
  of: DisagreementStep,
  rest: Partial<Omit<LifeRecord, 'act'>> = {},
): LifeRecord =>
  recordOf({ kind: 'DISAGREEMENT_STEP', disagreement, step: of }, '2024-02-10', rest);

const other = { party: 'KAZ' } as const;
const first = raised();
const settledByBoth = [step(first, 'SETTLE'), step(first, 'SETTLE', other)];
const HISTORIES: readonly (readonly [string, readonly LifeRecord[], string])[] = [
  ['raised', [], 'RAISED'],
  ['consulting', [step(first, 'CONSULT')], 'CONSULTING'],
  ['settled by one side alone', [step(first, 'SETTLE')], 'RAISED'],
  ['settled by one side, twice', [step(first, 'SETTLE'), step(first, 'SETTLE')], 'RAISED'],
  [
    'settled in two documents',
    [step(first, 'SETTLE'), step(first, 'SETTLE', { ...other, digest: 'cd'.repeat(32) })],
    'RAISED',
  ],
  ['settled by both in one document', settledByBoth, 'SETTLED'],
  ['withdrawn by who raised it', [step(first, 'WITHDRAW')], 'WITHDRAWN'],
  ['withdrawn by the other side', [step(first, 'WITHDRAW', other)], 'RAISED'],
];

describe('A-12 where a disagreement stands', () => {
  test.each(HISTORIES)('%s', (_, steps, state) => {
    const [found] = disagreementsOf([first, ...steps], PARTIES);
    expect(found?.state).toBe(state);
  });

  test.each(HISTORIES)('%s: its rule is closed while they disagree', (_, steps, state) => {
    const instrument = agreementIn(lawAt([first, ...steps], at('2024-03-01')));
    const verdict = decide({ instrument, purpose: RULE.purpose }, RULE.item);
    const isOpen = state === 'SETTLED' || state === 'WITHDRAWN';
    expect(verdict).toMatchObject(
      isOpen
        ? { verdict: 'DISCLOSE', clauses: ['6(2)'] }
        : { reason: 'IN_DISPUTE', basis: ['6(2)'] },
    );
  });

  test('one that freezes nothing closes nothing', () => {
    const instrument = agreementIn(lawAt([raised({ freezes: false })], at('2024-03-01')));
    expect(decide({ instrument, purpose: RULE.purpose }, RULE.item).verdict).toBe('DISCLOSE');
  });

  test('a rule of two disagreements opens again when both are settled', () => {
    const second = raised();
    const instrument = agreementIn(lawAt([first, second, ...settledByBoth], at('2024-03-01')));
    expect(decide({ instrument, purpose: RULE.purpose }, RULE.item).verdict).toBe('WITHHOLD');
  });
});

test('A-12 replay: before the record, while it stands, and after it was settled', () => {
  const days: readonly Day[] = ['2024-01-09', '2024-01-10', '2024-02-09', '2024-02-10'];
  const verdicts = days.map((day) => {
    const instrument = agreementIn(lawAt([first, ...settledByBoth], at(day)));
    return decide({ instrument, purpose: RULE.purpose }, RULE.item).verdict;
  });
  expect(verdicts).toEqual(['DISCLOSE', 'WITHHOLD', 'WITHHOLD', 'DISCLOSE']);
});

test('A-12 every version is closed: also that by which an older request is decided', () => {
  const { versions = [] } = agreementIn(lawAt([first], at('2024-03-01')));
  const open = versions.filter(({ instrument }) =>
    instrument.opens.get(RULE.purpose)?.has(RULE.item),
  );
  expect(open).toEqual([]);
});

describe('A-12 what is not recorded', () => {
  const today: Day = '2024-06-01';
  const disagreement = (change: object): LifeAct => ({
    kind: 'DISAGREEMENT',
    rules: [RULE],
    requests: [],
    freezes: true,
    ...change,
  });
  const stepOf = (of: DisagreementStep): LifeAct => ({
    kind: 'DISAGREEMENT_STEP',
    disagreement: first.id,
    step: of,
  });

  test.each<[string, LifeAct, string, string | undefined, readonly LifeRecord[]]>([
    [
      'a rule that no version opens',
      disagreement({ rules: [{ purpose: 'PERSON_DETECTION', item: 'TRAVEL_ROUTE' }] }),
      'AZE',
      'RULE_NOT_OPEN',
      [],
    ],
    [
      'a purpose there is not',
      disagreement({ rules: [{ purpose: 'CURIOSITY', item: 'SEX' }] }),
      'AZE',
      'RULE_NOT_OPEN',
      [],
    ],
    ['nothing at all', disagreement({ rules: [] }), 'AZE', 'NOTHING_DISPUTED', []],
    [
      'a request alone: recorded',
      disagreement({ rules: [], requests: ['x'] }),
      'AZE',
      undefined,
      [],
    ],
    ['a step of none', stepOf('CONSULT'), 'AZE', 'NO_DISAGREEMENT', []],
    ['a withdrawal by the other side', stepOf('WITHDRAW'), 'KAZ', 'NOT_WHO_RAISED', [first]],
    [
      'consulting twice',
      stepOf('CONSULT'),
      'KAZ',
      'NOT_IN_THIS_STATE',
      [first, step(first, 'CONSULT')],
    ],
    [
      'a step of one that is settled',
      stepOf('CONSULT'),
      'KAZ',
      'NOT_IN_THIS_STATE',
      [first, ...settledByBoth],
    ],
    [
      'a withdrawal of one that is settled',
      stepOf('WITHDRAW'),
      'AZE',
      'NOT_IN_THIS_STATE',
      [first, ...settledByBoth],
    ],
  ])('%s', (...[, act, party, fault, records]) => {
    const ground = { instrument: AMENDED, settings: NOTIFIED, records, today, now: at(today) };
    expect(whyNotRecorded(ground, { act, party })).toBe(fault);
  });
});

test('A-11.5 a freeze closes and does not destroy: what came meanwhile is held as it was given', () => {
  const frozen = agreementIn(lawAt([first], at('2024-03-01')));
  const given = asGivenOn(frozen, '2024-03-01');
  expect(given.opens.get(RULE.purpose)?.get(RULE.item)).toEqual(['6(2)']);
  const opened = (instrument: typeof given) =>
    [...instrument.opens].map(([purpose, rules]) => [purpose, [...rules.keys()].sort()]);
  expect(opened(given)).toEqual(opened(agreementIn(lawAt([], at('2024-03-01')))));
});
