import { readFileSync } from 'node:fs';
import {
  buildSchema,
  DangerousChangeType,
  findBreakingChanges,
  findDangerousChanges,
} from 'graphql';
import { expect, test } from 'vitest';
import { ITEMS, PURPOSES } from '../../src/treaty/index.js';
import { emittedSchema } from '../support/selections.js';

const contract = buildSchema(
  `${readFileSync(new URL('../cases/contract.graphql', import.meta.url), 'utf8')}
  enum Item { ${ITEMS.join(' ')} }
  enum Purpose { ${PURPOSES.join(' ')} }`,
);

test('the emitted schema breaks nothing that others rely on', () => {
  expect(findBreakingChanges(contract, emittedSchema())).toEqual([]);
});

test('and adds nothing to an enum or a default behind their backs', () => {
  const silent = findDangerousChanges(contract, emittedSchema());
  expect(silent.filter(({ type }) => type !== DangerousChangeType.OPTIONAL_ARG_ADDED)).toEqual([]);
});
