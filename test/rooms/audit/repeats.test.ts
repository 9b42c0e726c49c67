/** The same field of the same person, asked by one authority under another purpose. */
import { describe, expect, test } from 'vitest';
import { type Access, Repeats } from '../../../src/audit/index.js';
import { accessOf } from './accesses.js';

const other: Partial<Access> = { purpose: 'PERSON_DETECTION', request: 'r2' };

function repeatsOf(...seen: readonly (readonly [string, Partial<Access>])[]) {
  const repeats = new Repeats();
  for (const [subject, change] of seen) repeats.add(subject, accessOf(change));
  return repeats.list;
}

describe('A-11.2 asked again', () => {
  test('under another purpose: told with the requests and how often', () => {
    expect(repeatsOf(['p', {}], ['p', other], ['p', other])).toEqual([
      {
        ...{ subject: 'p', authority: 'KZ-MIA', coordinate: 'Person.nameLatin' },
        purposes: ['IDENTITY_ESTABLISHMENT', 'PERSON_DETECTION'],
        requests: ['r1', 'r2'],
        entries: 3,
      },
    ]);
  });

  test.each<[string, readonly (readonly [string, Partial<Access>])[]]>([
    [
      'under the same purpose, on another request',
      [
        ['p', {}],
        ['p', { request: 'r2' }],
      ],
    ],
    [
      'about another person',
      [
        ['p', {}],
        ['q', other],
      ],
    ],
    [
      'by another authority',
      [
        ['p', {}],
        ['p', { ...other, authority: 'KZ-MLSPP' }],
      ],
    ],
    [
      'another field',
      [
        ['p', {}],
        ['p', { ...other, released: ['Person.sex'] }],
      ],
    ],
    [
      'a field that was withheld the second time',
      [
        ['p', {}],
        ['p', { ...other, released: [], withheld: ['Person.nameLatin'] }],
      ],
    ],
    [
      'what is no item of an instrument',
      [
        ['p', { released: ['Person.id'] }],
        ['p', { ...other, released: ['Person.id'] }],
      ],
    ],
    [
      'by who executes the request',
      [
        ['p', {}],
        ['p', { purpose: 'REQUEST_EXECUTION' }],
      ],
    ],
    [
      'for no purpose',
      [
        ['p', {}],
        ['p', { purpose: null }],
      ],
    ],
  ])('is not: %s', (_, seen) => {
    expect(repeatsOf(...seen)).toEqual([]);
  });

  test('is told field by field, in the order of their names, however the entries came', () => {
    const released = ['Person.sex', 'Person.nameLatin'];
    const seen = [
      ['p', { released }],
      ['p', { ...other, released }],
    ] as const;
    const fields = repeatsOf(...seen).map(({ coordinate }) => coordinate);
    expect(fields).toEqual(['Person.nameLatin', 'Person.sex']);
    expect(repeatsOf(...[...seen].reverse())).toEqual(repeatsOf(...seen));
  });
});
