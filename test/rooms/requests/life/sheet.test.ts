/** The executing officer's sheet: outcomes, inquiries, children, and the move that follows. */
import { describe, expect, test } from 'vitest';
import {
  answerInquiry,
  type ChildDecision,
  type Condition,
  concludeSheet,
  decideForChild,
  disclosedItems,
  dropInquiry,
  INQUIRED_BODIES,
  lateInquiries,
  type Noted,
  noteOutcome,
  type Outcome,
  openInquiry,
  openSheet,
  recordAge,
  SHEET_FAULTS,
  type Sheet,
  type SheetFault,
} from '../../../../src/requests/index.js';
import { CHILD_ITEMS } from '../../../../src/treaty/index.js';
import { DAY, moverOf, NOON, REFUSAL, WANTED } from './moves.js';

const DISCLOSED: Outcome = { outcome: 'DISCLOSED' };
const NONE: Outcome = { outcome: 'NOT_AVAILABLE' };
const REFUSED: Outcome = { outcome: 'REFUSED', ...REFUSAL };
const WITHHELD: Outcome = { outcome: 'WITHHELD_BY_POLICY', reason: 'NOT_FOR_PURPOSE' };
const NOBODY_ABSENT: ReadonlySet<number> = new Set();
const terms = { conditions: [], asOf: NOON, grantUntil: NOON + DAY };

type Act = (sheet: Sheet) => Noted;
const note =
  (n: number, item: 'SEX' | 'PHOTOGRAPH' | 'PERMIT', outcome: Outcome): Act =>
  (sheet) =>
    noteOutcome(sheet, { n, item }, outcome);
const age =
  (n: number, child: boolean): Act =>
  (sheet) =>
    recordAge(sheet, n, child);
const decision = {
  by: moverOf('coordinator'),
  at: NOON,
  give: true,
  reason: 'В интересах ребёнка.',
};
const decide =
  (n: number, change: Partial<ChildDecision> = {}): Act =>
  (sheet) =>
    decideForChild(sheet, n, { ...decision, ...change });
const INQUIRY = { to: 'POLICE', n: 1, askedAt: NOON, dueBefore: NOON + DAY } as const;
const ask =
  (id: string, items: readonly ('SEX' | 'PHOTOGRAPH' | 'PERMIT')[] = ['SEX']): Act =>
  (sheet) =>
    openInquiry(sheet, { ...INQUIRY, id, items });
const hear =
  (id: string, mayRelease: boolean, source = 'Дело 12'): Act =>
  (sheet) =>
    answerInquiry(sheet, id, { at: NOON, source, mayRelease });
const drop =
  (id: string, reason = 'Получено иначе.'): Act =>
  (sheet) =>
    dropInquiry(sheet, id, reason);

/** Acts in order; every one but the last has to be taken. */
function acted(...acts: readonly Act[]): Noted {
  return acts.reduce<Noted>(
    (before, act) => {
      if (before.sheet === null) throw new Error(before.fault);
      return act(before.sheet);
    },
    { sheet: openSheet(WANTED) },
  );
}
const sheetOf = (...acts: readonly Act[]): Sheet => {
  const { sheet } = acted(...acts);
  if (sheet === null) throw new Error('not noted');
  return sheet;
};
const faultOf = (...acts: readonly Act[]): string | undefined => {
  const noted = acted(...acts);
  return noted.sheet === null ? noted.fault : undefined;
};
const rest = [note(1, 'PHOTOGRAPH', NONE), note(2, 'SEX', DISCLOSED)];

/** What was done, and the fault that its last act meets. */
type Case = readonly [what: string, acts: readonly Act[], fault: SheetFault | undefined];

const NOTED: readonly Case[] = [
  ['a wanted item', [note(1, 'SEX', DISCLOSED)], undefined],
  ['one that is not wanted', [note(1, 'PERMIT', DISCLOSED)], 'NOT_WANTED'],
  ['one wanted for somebody else', [note(2, 'PHOTOGRAPH', NONE)], 'NOT_WANTED'],
  ['nobody of the request', [note(3, 'SEX', DISCLOSED)], 'NOT_WANTED'],
  [
    'a refusal without grounds',
    [note(1, 'SEX', { ...REFUSED, grounds: [] } as Outcome)],
    'CONTENT_MISSING',
  ],
  [
    'the same ground twice',
    [note(1, 'SEX', { ...REFUSED, grounds: ['SECURITY', 'SECURITY'] } as Outcome)],
    'CONTENT_MISSING',
  ],
  ['an inquiry about nothing', [ask('a', [])], 'CONTENT_MISSING'],
  ['an inquiry about an item not wanted', [ask('a', ['PERMIT'])], 'NOT_WANTED'],
  ['an inquiry twice', [ask('a'), ask('a')], 'INQUIRY_TWICE'],
  ['an answer to no inquiry', [hear('a', true)], 'UNKNOWN_INQUIRY'],
  ['an answer twice', [ask('a'), hear('a', true), hear('a', false)], 'UNKNOWN_INQUIRY'],
  ['an answer without its source', [ask('a'), hear('a', true, ' ')], 'CONTENT_MISSING'],
  ['given up without a reason', [ask('a'), drop('a', '')], 'CONTENT_MISSING'],
  ['disclosed before the body answered', [ask('a'), note(1, 'SEX', DISCLOSED)], 'INQUIRY_OPEN'],
  [
    'disclosed without its permission',
    [ask('a'), hear('a', false), note(1, 'SEX', DISCLOSED)],
    'NO_PERMISSION',
  ],
  ['refused without it', [ask('a'), hear('a', false), note(1, 'SEX', REFUSED)], undefined],
  ['with it', [ask('a'), hear('a', true), note(1, 'SEX', DISCLOSED)], undefined],
  ['given up, and disclosed', [ask('a'), drop('a'), note(1, 'SEX', DISCLOSED)], undefined],
  [
    'one body answered, another waits',
    [ask('a'), ask('b'), hear('a', true), note(1, 'SEX', DISCLOSED)],
    'INQUIRY_OPEN',
  ],
];

describe('A-10.1a what is noted, and what is not', () => {
  test.each(NOTED)('%s', (_, acts, fault) => {
    expect(faultOf(...acts)).toBe(fault);
  });

  test('what is noted again replaces what was noted', () => {
    const { outcomes } = sheetOf(note(1, 'SEX', REFUSED), note(1, 'SEX', NONE));
    expect(outcomes[0]?.items).toEqual([{ item: 'SEX', outcome: 'NOT_AVAILABLE' }]);
  });
});

describe('A-10.1a no case ends while an item is open', () => {
  test('an empty sheet: all of it', () => {
    expect(concludeSheet(openSheet(WANTED), terms, NOBODY_ABSENT)).toEqual({
      open: [
        { n: 1, item: 'SEX' },
        { n: 1, item: 'PHOTOGRAPH' },
        { n: 2, item: 'SEX' },
      ],
    });
  });

  test('an inquiry opens its item again, whatever is noted meanwhile', () => {
    const asked = sheetOf(...rest, note(1, 'SEX', DISCLOSED), ask('a'));
    expect(concludeSheet(asked, terms, NOBODY_ABSENT)).toEqual({ open: [{ n: 1, item: 'SEX' }] });
    const noted = sheetOf(...rest, ask('a'), ask('b'), note(1, 'SEX', NONE));
    expect(concludeSheet(noted, terms, NOBODY_ABSENT)).toEqual({ open: [{ n: 1, item: 'SEX' }] });
  });

  test.each<[string, Outcome, string]>([
    ['all disclosed or not available', DISCLOSED, 'ANSWER'],
    ['A-6 head: withheld by policy is no refusal of 10(4)', WITHHELD, 'ANSWER'],
    ['A-10.4a one refused', REFUSED, 'PARTLY_REFUSE'],
  ])('%s', (_, outcome, kind) => {
    const sheet = sheetOf(...rest, note(1, 'SEX', outcome));
    expect(concludeSheet(sheet, terms, NOBODY_ABSENT)).toMatchObject({
      open: null,
      move: { kind, ...terms },
    });
  });

  test('A-10.4a all refused: no grant', () => {
    const sheet = sheetOf(
      note(1, 'SEX', REFUSED),
      note(1, 'PHOTOGRAPH', REFUSED),
      note(2, 'SEX', REFUSED),
    );
    expect(concludeSheet(sheet, terms, NOBODY_ABSENT)).toEqual({
      open: null,
      move: { kind: 'REFUSE', outcomes: sheet.outcomes },
    });
  });

  test('A-10.4a from person to person: the grant opens for each what was disclosed for it', () => {
    const { outcomes } = sheetOf(...rest, note(1, 'SEX', REFUSED));
    expect([1, 2, 3].map((n) => disclosedItems(outcomes, n))).toEqual([[], ['SEX'], []]);
  });
});

const photograph = note(1, 'PHOTOGRAPH', DISCLOSED);
const CHILDREN: readonly Case[] = [
  ['nobody looked at the age', [photograph], 'AGE_NOT_RECORDED'],
  ['an adult', [age(1, false), photograph], undefined],
  ['a child', [age(1, true), photograph], 'COORDINATOR_NEEDED'],
  ['a child, and the coordinator gives', [age(1, true), decide(1), photograph], undefined],
  [
    'a child, and the coordinator does not',
    [age(1, true), decide(1, { give: false }), photograph],
    'COORDINATOR_NEEDED',
  ],
  ['the officer decides', [age(1, true), decide(1, { by: moverOf('officer') })], 'NOT_THIS_ROLE'],
  [
    'the other side’s coordinator decides',
    [age(1, true), decide(1, { by: { ...decision.by, side: 'REQUESTING' } })],
    'NOT_THIS_ROLE',
  ],
  ['without a reason', [age(1, true), decide(1, { reason: '' })], 'CONTENT_MISSING'],
  ['before the age', [decide(1)], 'AGE_NOT_RECORDED'],
  ['about nobody', [decide(3)], 'NOT_WANTED'],
  ['the age of nobody', [age(3, true)], 'NOT_WANTED'],
  ['another item of a child', [age(1, true), note(1, 'SEX', DISCLOSED)], undefined],
  ['withheld without a decision', [age(1, true), note(1, 'PHOTOGRAPH', WITHHELD)], undefined],
];

describe('A-10.4d a child’s biometrics and liability wait for the coordinator', () => {
  test.each(CHILDREN)('%s', (_, acts, fault) => {
    expect(faultOf(...acts)).toBe(fault);
  });

  test.each([...CHILD_ITEMS])('%s is one of them', (item) => {
    const one = openSheet([{ n: 1, items: [item] }]);
    const child = recordAge(one, 1, true).sheet ?? one;
    expect(noteOutcome(child, { n: 1, item }, DISCLOSED)).toMatchObject({
      fault: 'COORDINATOR_NEEDED',
    });
  });

  test('what was disclosed on another footing falls', () => {
    const items = (sheet: Sheet) => disclosedItems(sheet.outcomes, 1);
    const grown = [age(1, false), photograph, note(1, 'SEX', DISCLOSED)];
    expect(items(sheetOf(...grown))).toEqual(['PHOTOGRAPH', 'SEX']);
    expect(items(sheetOf(...grown, age(1, true)))).toEqual(['SEX']);
    const given = [age(1, true), decide(1), photograph];
    expect(items(sheetOf(...given, decide(1, { give: false })))).toEqual([]);
  });
});

test('an inquiry is late from its deadline on, until it is answered or given up', () => {
  const late = (sheet: Sheet, now: number) => lateInquiries(sheet.inquiries, now).length;
  expect(late(sheetOf(ask('a')), NOON + DAY - 1)).toBe(0);
  expect(late(sheetOf(ask('a')), NOON + DAY)).toBe(1);
  expect(late(sheetOf(ask('a'), drop('a')), NOON + DAY)).toBe(0);
  expect(late(sheetOf(ask('a'), hear('a', true)), NOON + DAY)).toBe(0);
});

test('every fault is met above', () => {
  const met = new Set([...NOTED, ...CHILDREN].map(([, , fault]) => fault));
  expect(SHEET_FAULTS.filter((fault) => !met.has(fault))).toEqual([]);
});

test.each(INQUIRED_BODIES)('an inquiry goes to: %s', (to) => {
  const { sheet } = openInquiry(openSheet(WANTED), { ...INQUIRY, to, id: 'a', items: ['SEX'] });
  expect(sheet?.inquiries).toMatchObject([{ to, answer: null, dropped: null }]);
});

describe('A-10.4c whoever cannot be told of', () => {
  const CLOSING: Condition = { kind: 'ON_TERMS', items: ['SEX', 'PERMIT'], text: 'До суда.' };
  /** What is noted of both subjects, who is absent, and what leaves. */
  const told = (sheet: Sheet, absent: readonly number[], conditions: readonly Condition[] = []) =>
    concludeSheet(sheet, { ...terms, conditions }, new Set(absent));
  const nothing = [
    { n: 1, items: ['SEX', 'PHOTOGRAPH'].map((item) => ({ item, outcome: 'NOT_AVAILABLE' })) },
    { n: 2, items: [{ item: 'SEX', outcome: 'NOT_AVAILABLE' }] },
  ];
  const noted: readonly (readonly Act[])[] = [
    [note(1, 'SEX', NONE), note(1, 'PHOTOGRAPH', NONE), note(2, 'SEX', NONE)],
    [note(2, 'SEX', REFUSED), note(1, 'PHOTOGRAPH', REFUSED), note(1, 'SEX', REFUSED)],
    [note(1, 'PHOTOGRAPH', WITHHELD), note(2, 'SEX', DISCLOSED), note(1, 'SEX', DISCLOSED)],
  ];
  test.each(noted.map((acts) => [acts]))('whatever was noted, one conclusion leaves', (acts) => {
    const move = { kind: 'ANSWER', outcomes: nothing, ...terms };
    expect(told(sheetOf(...acts), [1, 2], [CLOSING])).toEqual({ open: null, move });
  });

  test('who is there keeps what was noted, in the order of the request', () => {
    const ended = told(
      sheetOf(note(2, 'SEX', DISCLOSED), note(1, 'PHOTOGRAPH', REFUSED), note(1, 'SEX', DISCLOSED)),
      [2],
      [CLOSING],
    );
    expect(ended).toMatchObject({
      move: {
        kind: 'PARTLY_REFUSE',
        conditions: [{ ...CLOSING, items: ['SEX'] }],
        outcomes: [
          { n: 1, items: [{ item: 'SEX', ...DISCLOSED }, { item: 'PHOTOGRAPH' }] },
          { n: 2, items: [{ item: 'SEX', ...NONE }] },
        ],
      },
    });
  });

  test('an absent subject without an outcome is still open, and a condition without words stays a fault', () => {
    expect(told(openSheet(WANTED), [1, 2]).open).toHaveLength(3);
    const blank = { ...CLOSING, text: ' ' };
    const ended = told(sheetOf(...(noted[0] ?? [])), [1, 2], [blank]);
    expect(ended).toMatchObject({ move: { conditions: [blank] } });
  });
});
