/** B-3c The scanner on the corpora, which were made apart from it: `npm run corpus:reports` prints the figures. */
import { describe, expect, test } from 'vitest';
import { CORPORA, KINDS, overall, scoreCorpus } from '../../corpora/scan-corpus.js';

test('two corpora at least', () => {
  expect(CORPORA).toEqual(expect.arrayContaining(['dispatches', 'reports']));
});

describe.each(CORPORA)('B-3c %s', (corpus) => {
  const scores = scoreCorpus(corpus);

  test.each(['MRZ', 'DOCUMENT_NUMBER'])('of %s at most one in a hundred is missed', (kind) => {
    const { recall, planted } = overall(scores, kind);
    expect(planted).toBeGreaterThan(100);
    expect(recall).toBeGreaterThanOrEqual(0.99);
  });

  test.each(KINDS)('%s: in every language most of it is found, and little beside', (kind) => {
    for (const { language, planted, found, told, right } of scores.filter(
      (one) => one.kind === kind,
    )) {
      expect(found / planted, language).toBeGreaterThanOrEqual(0.95);
      expect(right / told, language).toBeGreaterThanOrEqual(0.95);
    }
  });
});
