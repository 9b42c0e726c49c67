/** B-3c The scanner on the corpora, which were made apart from it: `npm run corpus:reports` prints the figures. */
import { describe, expect, test } from 'vitest';
import { CORPORA, KINDS, overall, scoreCorpus } from '../../corpora/scan-corpus.js';

/** The rules were repaired looking at these; field-notes were made apart, are left unseen, and say how well that carries. */
const LEARNT_FROM = ['dispatches', 'reports'];

test('what was learnt from, and what was not', () => {
  expect(CORPORA).toEqual(['dispatches', 'field-notes', 'reports']);
});

describe.each(CORPORA)('B-3c %s', (corpus) => {
  const scores = scoreCorpus(corpus);
  const precision = LEARNT_FROM.includes(corpus) ? 0.95 : 0.7;

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
      expect(right / told, language).toBeGreaterThanOrEqual(precision);
    }
  });
});
