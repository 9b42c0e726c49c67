/** Article 13: each Party bears its own costs, unless both agree otherwise for one request. */
import { describe, expect, test } from 'vitest';
import { costNotesOf, type LifeRecord } from '../../src/treaty/index.js';
import { recordOf } from '../support/lives.js';

const REQUEST = '7f1f6f0a-6a0e-4b0a-9c0d-0d8f5a2f8a11';
const PARTIES = ['AZE', 'KAZ'];
const OTHER = 'cd'.repeat(32);
const signed = (party: string, digest = 'ab'.repeat(32), request = REQUEST): LifeRecord =>
  recordOf({ kind: 'COST_NOTE', request }, '2024-01-10', { party, digest });

describe('A-13 a cost note is shown when both sides signed one document', () => {
  test.each<[string, readonly LifeRecord[], readonly string[]]>([
    ['nobody signed', [], []],
    ['one side', [signed('AZE')], []],
    ['one side, twice', [signed('AZE'), signed('AZE')], []],
    ['each another document', [signed('AZE'), signed('KAZ', OTHER)], []],
    ['each for another request', [signed('AZE'), signed('KAZ', undefined, 'x')], []],
    ['a stranger beside one side', [signed('AZE'), signed('BEL')], []],
    ['both', [signed('AZE'), signed('KAZ')], ['ab'.repeat(32)]],
    [
      'both, two documents',
      [signed('AZE'), signed('KAZ', OTHER), signed('KAZ'), signed('AZE', OTHER)],
      ['ab'.repeat(32), OTHER],
    ],
  ])('%s', (_, records, digests) => {
    expect(costNotesOf(records, REQUEST, PARTIES).map(({ digest }) => digest)).toEqual(digests);
  });
});
