/** What is held now of an answer and what corrected it, and why what was taken back is destroyed. */
import { describe, expect, test } from 'vitest';
import {
  type CustodyFile,
  groundOf,
  type Holding,
  heldNow,
  type Matter,
  partPassed,
  type Scope,
  type Transfer,
} from '../../../src/custody/index.js';
import type { Item } from '../../../src/treaty/index.js';

const holding = (source: string, items: readonly Item[], purpose = 'P'): Holding => ({
  ...{ kind: 'ANSWER', case: 'c', source, purpose, basis: '6', instrument: 'AZ-KZ-2019' },
  ...{ provider: 'AZ-SMS', digest: 'd', subjects: [{ n: 1, items, tagKey: source }] },
  ...{ clauses: {}, conditions: [], receivedAt: 0, endsAt: 1, limit: 1 },
});

describe('what came last of an item group stands', () => {
  test.each<[string, readonly Holding[], readonly string[], readonly Item[]]>([
    ['an answer alone', [holding('a', ['SEX'])], ['a'], ['SEX']],
    [
      'what was corrected stays open',
      [holding('a', ['SEX', 'DATE_OF_BIRTH']), holding('b', ['DATE_OF_BIRTH'])],
      ['a', 'b'],
      ['SEX', 'DATE_OF_BIRTH'],
    ],
    [
      'a record without the item that was recalled',
      [holding('a', ['REGISTRATION', 'REGISTRATION_PLACE']), holding('b', ['REGISTRATION'])],
      ['a', 'b'],
      ['REGISTRATION'],
    ],
    [
      'in the order in which it came, whatever the order of the rows',
      [holding('b', ['REGISTRATION']), holding('a', ['REGISTRATION', 'REGISTRATION_PLACE'])],
      ['a', 'b'],
      ['REGISTRATION'],
    ],
    [
      'nothing of another source',
      [holding('a', ['SEX']), holding('x', ['PERMIT'])],
      ['a'],
      ['SEX'],
    ],
  ])('%s', (...[, holdings, sources, items]) => {
    const [now, ...more] = heldNow(holdings, sources);
    expect(more).toEqual([]);
    expect(now?.subjects).toEqual([{ n: 1, items, tagKey: 'a' }]);
  });

  test('each purpose for itself', () => {
    const both = [holding('a', ['SEX']), holding('a', ['DATE_OF_BIRTH'], 'Q')];
    expect(heldNow(both, ['a']).map(({ purpose }) => purpose)).toEqual(['P', 'Q']);
  });
});

const scope = (...items: Item[]): Scope => ({ subjects: [1], items });
const about = { kind: 'REQUEST', id: 'r', digest: 'd' } as const;
const matter = (kind: 'RECALL' | 'CORRECTION', of: Scope): Matter => ({
  ...{ id: kind, kind, side: 'RECIPIENT', other: 'AZ-SMS', state: 'TOLD', passes: null },
  steps: [
    {
      ...{ digest: 'x', jws: 'x', keptAt: 0 },
      message: {
        ...{ v: 1, kind: 'CUSTODY', id: 'm', matter: kind, instrument: 'AZ-KZ-2019', about },
        ...{ from: 'AZ-SMS', to: 'KZ-MIA', at: '', by: { role: 'GATEWAY', officer: 'x' } },
        act:
          kind === 'RECALL'
            ? { kind, step: 'TELL', scope: of, text: 'x' }
            : { kind, step: 'TELL', scope: of, text: 'x', rectification: null },
      },
    },
  ],
});
const fileWith = (...matters: Matter[]): Pick<CustodyFile, 'matters' | 'received'> => ({
  ...{ matters, received: [] },
});

test.each([
  ['replaced', fileWith(matter('CORRECTION', scope('SEX'))), 'SEX', 'CORRECTED'],
  ['taken back', fileWith(matter('RECALL', scope('SEX'))), 'SEX', 'RECALLED'],
  [
    'replaced, then taken back',
    fileWith(matter('CORRECTION', scope('SEX')), matter('RECALL', scope('SEX'))),
    ...(['SEX', 'RECALLED'] as const),
  ],
  [
    'a part of it replaced',
    fileWith(matter('CORRECTION', scope('REGISTRATION_PLACE'))),
    ...(['REGISTRATION', 'CORRECTED'] as const),
  ],
  ['a package', fileWith(matter('CORRECTION', scope('SEX'))), 'PACKAGE', 'RECALLED'],
  ['closed by nothing that is kept', fileWith(), 'SEX', 'RECALLED'],
] as const)('A-11.5 a value %s', (...[, file, group, ground]) => {
  expect(groundOf(file, { n: 1, group })).toBe(ground);
});

const from = (code: string, of: Scope) => ({ from: code, scope: of }) as Transfer;

test.each([
  ['all of it from the provider itself', [], 'AZ-SMS', scope('SEX', 'PERMIT')],
  ['what it passed', [from('A', scope('SEX'))], 'A', scope('SEX')],
  ['nothing of what another passed', [from('B', scope('SEX'))], 'A', { subjects: [], items: [] }],
] as const)('A-11.3 an authority takes back %s', (...[, received, sender, part]) => {
  expect(partPassed(received, sender, scope('SEX', 'PERMIT'))).toEqual(part);
});
