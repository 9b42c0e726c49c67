import { expect, test } from 'vitest';
import { openPrepare } from '../../../src/graph/document/prepare.js';
import { buildGraphSchema } from '../../../src/graph/index.js';

const caller = { mayIntrospect: false };

test('places are the lexer’s: a document of many lines is not counted through for every field', () => {
  const prepare = openPrepare(buildGraphSchema());
  const before = '\n'.repeat(100_000);
  const fields = 'sex '.repeat(60);
  const { guarded } = prepare(
    { query: `${before}{ subjects { edges { node { ${fields}} } } }` },
    caller,
  );
  const places = guarded[0]?.locations ?? [];
  expect(places).toHaveLength(60);
  expect(places.every(({ line }) => line === 100_001)).toBe(true);
  expect(places[1]?.column).toBe((places[0]?.column ?? 0) + 'sex '.length);
});
