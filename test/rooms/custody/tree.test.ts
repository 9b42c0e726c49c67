/** The tree of transfers: whoever got something is in the account once, and an answer once given stands. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AccountLine,
  accountIn,
  type CustodyFile,
  depthOf,
  isAccounted,
  type Matter,
  mergeAccounts,
  outstanding,
  type Transfer,
} from '../../../src/custody/index.js';
import { ITEMS } from '../../../src/treaty/index.js';

const uuid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const about = { kind: 'REQUEST', id: uuid(0), digest: 'a'.repeat(64) } as const;
const ALL = { subjects: [1, 2], items: ITEMS };

const recall: Matter = {
  ...{ id: uuid(999), kind: 'RECALL', side: 'RECIPIENT', other: 'AZ-SMS', state: 'ACKNOWLEDGED' },
  passes: null,
  steps: [
    {
      message: {
        ...{ v: 1, kind: 'CUSTODY', id: uuid(998), matter: uuid(999), instrument: 'AZ-KZ-2019' },
        ...{ about, from: 'AZ-SMS', to: 'KZ-MIA', at: '2026-11-01T00:00:00.000Z' },
        by: { role: 'SIGNATORY', officer: 'x' },
        act: { kind: 'RECALL', step: 'TELL', scope: ALL, text: 'x' },
      },
      ...{ digest: 'b'.repeat(64), jws: 'x', keptAt: 0 },
    },
  ],
};

const transfer = (n: number, parent: number | null): Transfer => ({
  ...{ id: uuid(n), parent: parent === null ? null : uuid(parent), from: `B-${parent ?? 0}` },
  ...{ recipient: { code: `B-${n}`, name: '' }, gateway: false, scope: ALL, purpose: 'P' },
  ...{ until: 1, consent: null, conditions: [], at: 0 },
});

const fileOf = (transfers: readonly Transfer[], answered: readonly string[]): CustodyFile => ({
  ...{ about, instrument: 'AZ-KZ-2019', provider: 'AZ-SMS', from: 'AZ-SMS', received: [] },
  ...{ transfers, applied: {}, consents: [], matters: [recall], officers: [] },
  registered: answered.map((id) => ({
    ...{ matter: recall.id, transfer: id, at: 5, receipt: 'c'.repeat(64), officer: 'x' },
  })),
});

/** A parent for each, above it; the first have none. */
const trees = fc
  .array(fc.nat(), { maxLength: 12 })
  .map((picks) =>
    picks.map((pick, n) => transfer(n + 1, pick % (n + 1) === 0 ? null : pick % (n + 1))),
  );

test('every recipient is there once, and it is over when the last has answered, not before', () => {
  fc.assert(
    fc.property(trees, fc.infiniteStream(fc.boolean()), (transfers, answers) => {
      const answered = transfers.filter(() => answers.next().value).map(({ id }) => id);
      const file = fileOf(transfers, answered);
      const account = accountIn(file, recall);
      expect(account.map((line) => line.transfer)).toEqual(transfers.map(({ id }) => id));
      const waiting = transfers.map(({ id }) => id).filter((id) => !answered.includes(id));
      expect(outstanding(account).map((line) => line.transfer)).toEqual(waiting);
      expect(isAccounted(file, recall)).toBe(waiting.length === 0);
    }),
  );
});

test('how deep a transfer stands is one more than what it came by', () => {
  fc.assert(
    fc.property(trees, (transfers) => {
      for (const { id, parent } of transfers) {
        const above = parent === null ? 0 : depthOf(transfers, parent);
        expect(depthOf(transfers, id)).toBe(above + 1);
      }
    }),
  );
});

test('a chain of four is four deep, and one that names itself ends', () => {
  const chain = [1, 2, 3, 4].map((n) => transfer(n, n === 1 ? null : n - 1));
  expect(depthOf(chain, uuid(4))).toBe(4);
  const knot = [transfer(1, 2), transfer(2, 1)];
  expect(depthOf(knot, uuid(1))).toBe(2);
});

const line = (n: number, answeredAt: number | null): AccountLine => ({
  ...{ transfer: uuid(n), from: 'B-0', recipient: `B-${n}`, answeredAt },
  ...(answeredAt === null
    ? { by: null, receipt: null }
    : { by: 'GATEWAY', receipt: 'd'.repeat(64) }),
});

test.each<[string, readonly (readonly AccountLine[])[], readonly (number | null)[]]>([
  ['that it has answered stands', [[line(1, 5)], [line(1, null)]], [5]],
  ['that it has not gives way', [[line(1, null)], [line(1, 5)]], [5]],
  ['when it answered first stands', [[line(1, 5)], [line(1, 6)]], [5]],
  ['whom a later account leaves out stays', [[line(1, 5), line(2, null)], [line(1, 5)]], [5, null]],
  ['who comes to light is added', [[line(1, 5)], [line(1, 5), line(2, null)]], [5, null]],
])('of several accounts %s', (_what, accounts, answered) => {
  expect(mergeAccounts(...accounts).map(({ answeredAt }) => answeredAt)).toEqual(answered);
});

test('what does not touch the scope is not asked', () => {
  const other = { ...transfer(1, null), scope: { subjects: [3], items: ITEMS } };
  expect(accountIn(fileOf([other], []), recall)).toEqual([]);
});
