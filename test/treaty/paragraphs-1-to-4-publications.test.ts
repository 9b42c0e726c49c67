/** Memorandum, paragraphs 1 to 4: what is exchanged in public, each kind under its own clause, each with its source. */
import { describe, expect, test } from 'vitest';
import { outcomeOf } from '../support/publications.js';

const change = { changes: { reference: 'Law No 1' } };

describe('under the memorandum', () => {
  test.each([
    ['B-1a publicly available legislation', 'LEGISLATION', '1(a)', {}],
    ['B-1a experience with it', 'EXPERIENCE', '1(a)', {}],
    ['B-2a tools and systems compared', 'COMPARISON', '2(a)', {}],
    ['B-2a statistics', 'STATISTICS', '2(a)', {}],
    ['B-2b a change of legislation', 'LEGISLATION_CHANGE', '2(b)', change],
    ['B-3a awareness of the risks', 'CAMPAIGN', '3(a)', {}],
    ['B-4a practice of return in general', 'PRACTICE_NOTE', '4(a)', {}],
  ])('%s', (...[, kind, clause, more]) => {
    const written = { kind, clause, ...more };
    expect(outcomeOf(written)).toBe('NEW');
    expect(outcomeOf({ ...written, clause: '4(b)' })).toBe('UNKNOWN_CLAUSE');
    // A document without a public source cannot be published.
    expect(outcomeOf({ ...written, source: null })).toBe('NO_SOURCE');
    expect(outcomeOf({ ...written, source: { reference: 'No 1', url: '' } })).toBe('NO_SOURCE');
  });

  test('B-2b, B-3a, B-4a no member of a publication could hold a person', () => {
    for (const member of ['person', 'subjects', 'author', 'documents', 'case', 'request']) {
      expect(outcomeOf({ [member]: 'AZ-1' })).toBe('UNKNOWN_MEMBER');
    }
  });
});
