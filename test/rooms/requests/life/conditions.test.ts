/** Conditions of 10(2), and what they leave of a grant. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindItems, type Condition } from '../../../../src/requests/index.js';
import { ITEMS, type Item } from '../../../../src/treaty/index.js';
import { DAY, NOON } from './moves.js';

const on = { items: ['SEX'], text: 'До приговора.' } as const;
const closed: Condition = { kind: 'CLOSED_UNTIL', until: NOON, ...on };
const evidence: Condition = { kind: 'NOT_AS_EVIDENCE', until: NOON, ...on };
const forever: Condition = { kind: 'NOT_AS_EVIDENCE', until: null, ...on };
const terms: Condition = { kind: 'ON_TERMS', ...on };
const items = new Set<Item>(['SEX', 'PERMIT']);

test.each<[string, Condition, number, readonly Item[], readonly Item[]]>([
  ['closed until a day, the instant before', closed, NOON - 1, ['PERMIT'], []],
  ['closed until a day, from then on', closed, NOON, ['SEX', 'PERMIT'], []],
  ['not as evidence, the instant before', evidence, NOON - 1, ['SEX', 'PERMIT'], ['SEX']],
  ['not as evidence, from then on', evidence, NOON, ['SEX', 'PERMIT'], []],
  ['not as evidence, ever', forever, NOON + 10_000 * DAY, ['SEX', 'PERMIT'], ['SEX']],
  ['other terms', terms, NOON, ['SEX', 'PERMIT'], ['SEX']],
])('A-10.2 %s', (_, ...[condition, now, open, marked]) => {
  const bound = bindItems(items, [condition], now);
  expect([...bound.open]).toEqual(open);
  expect([...bound.marks.keys()]).toEqual(marked);
});

test('A-10.2 conditions only narrow: nothing opens that the grant does not hold', () => {
  const someItems = fc.subarray([...ITEMS]);
  const condition = fc.record({
    kind: fc.constantFrom('CLOSED_UNTIL', 'NOT_AS_EVIDENCE', 'ON_TERMS'),
    until: fc.integer({ min: 0, max: 20 }),
    items: someItems,
    text: fc.constant('условие'),
  });
  fc.assert(
    fc.property(
      someItems,
      fc.array(condition),
      fc.integer({ min: 0, max: 20 }),
      (held, all, now) => {
        const { open, marks } = bindItems(new Set(held), all as Condition[], now);
        expect(held).toEqual(expect.arrayContaining([...open]));
        expect([...open]).toEqual(expect.arrayContaining([...marks.keys()]));
        const shut = all.filter(({ kind, until }) => kind === 'CLOSED_UNTIL' && now < until);
        expect([...open].some((item) => shut.some((one) => one.items.includes(item)))).toBe(false);
      },
    ),
  );
});
