import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/config.js';
import { buildGraphSchema, hashDocuments } from '../../../src/graph/index.js';
import { loadInstruments } from '../../../src/treaty/index.js';

const SCHEMA = new URL('../../../schema/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, SCHEMA), 'utf8');
const hash = hashDocuments(buildGraphSchema());

describe('schema/safelist.json', () => {
  const result = readConfig(
    { SORGU_MODE: 'development', SAFELIST: 'safelist.json' },
    { task: 'serve', readFile: read },
  );

  test('is what the setting takes, at the first step', () => {
    const steps = [...(result.config?.safelist.values() ?? [])].map(({ step }) => step);
    expect(steps).toEqual(['LOG', 'LOG', 'LOG', 'LOG']);
  });

  test.each([...loadInstruments().values()])(
    'has the operation of every purpose of $id, for the authorities of its Parties',
    ({ purposes, parties }) => {
      for (const purpose of purposes.keys()) {
        const file = `operations/${purpose.toLowerCase().replaceAll('_', '-')}.graphql`;
        for (const code of parties.flatMap(({ authorities }) => authorities)) {
          const list = result.config?.safelist.get(code);
          expect([...(list?.purposes.get(purpose) ?? [])]).toEqual([hash(read(file)).hash]);
        }
      }
    },
  );
});
