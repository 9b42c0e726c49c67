import { describe, expect, it } from 'vitest';
import { meantOperation } from '../../../src/console/page/operation-name.js';

const TWO = 'query A { a } query B { b }';

describe('the operation that is run', () => {
  it.each<[string, Parameters<typeof meantOperation>[0], string | undefined]>([
    ['the one that was named', { query: TWO, operationName: 'B' }, 'B'],
    ['the only one, named anew since', { query: 'query A { a }', operationName: 'B' }, 'A'],
    ['the only one, without a name since', { query: '{ a }', operationName: 'B' }, undefined],
    ['the only one, which has a name since', { query: 'query A { a }', operationName: null }, 'A'],
    ['the only one beside a fragment', { query: 'query A { ...F } fragment F on Q { a }' }, 'A'],
    ['none of many, which the gateway says', { query: TWO, operationName: 'C' }, 'C'],
    ['none of many that was named', { query: TWO }, undefined],
    ['one of no document, which the gateway says', { query: '{ a', operationName: 'B' }, 'B'],
  ])('is %s', (_, asked, meant) => {
    expect(meantOperation(asked)).toBe(meant);
  });
});
