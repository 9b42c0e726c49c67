/** The sample is lawful in development, speaks all four languages and says of itself that it is one. */
import { expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/base/index.js';
import { SAMPLE_STATUS } from '../../../src/development/index.js';
import { readLaw } from '../../../src/policy/index.js';
import { publish, readPublication, SAMPLE_PUBLICATIONS } from '../../../src/publications/index.js';

const settings = new Map(
  [...SAMPLE_STATUS].map(([id, status]) => [id, { status, closings: [] }] as const),
);
const law = readLaw({ settings, grantUnconfirmed: true });
const read = SAMPLE_PUBLICATIONS.map((one) => readPublication(one));

test('each is published', () => {
  const now = Date.parse('2026-01-01');
  for (const one of read) {
    if (one.publication === null) throw new Error(JSON.stringify(one.faults));
    const done = publish(one.publication, { law, now, by: 'sample', current: undefined });
    expect(done).toMatchObject({ outcome: 'NEW', version: { state: 'PUBLISHED' } });
  }
});

test('in four languages, each text of it marked as a sample, at addresses that nobody has', () => {
  const published = read.flatMap(({ publication }) => (publication === null ? [] : [publication]));
  expect(new Set(published.flatMap(({ texts }) => Object.keys(texts)))).toEqual(new Set(LANGUAGES));
  for (const { id, texts, source } of published) {
    expect(id).toMatch(/^sample-/);
    expect(new URL(source.url).hostname).toMatch(/\.example$/);
    for (const { title } of Object.values(texts))
      expect(title).toMatch(/\((?:sample|nümunə|образец|үлгі)\)$/);
  }
});
