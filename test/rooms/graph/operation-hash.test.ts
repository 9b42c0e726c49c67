/** The hash of an operation: no literal, layout or comment makes another one, and whatever could ask more does. */
import fc from 'fast-check';
import { Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import { describe, expect, test } from 'vitest';
import { cursorOf } from '../../../src/graph/cursor.js';
import { buildGraphSchema, hashDocuments } from '../../../src/graph/index.js';
import { openTestGraph } from '../../support/graph-exchange.js';
import { operations } from '../../support/operations.js';

const schema = buildGraphSchema();
const hash = (text: string): string => hashDocuments(schema)(text).hash;
const { graph } = await openTestGraph();
const generated = operations({
  ...{ schema, root: 'persons' as const, fewConditions: true },
  ids: ['one', 'other'],
  cursors: [cursorOf(1), cursorOf(9)],
});

/** The document with other texts and numbers; cursors stay, since they have a form. */
const otherLiterals = (text: string): string =>
  print(
    visit(parse(text), {
      IntValue: (node) => ({ ...node, value: '3' }),
      StringValue: (node) =>
        ['one', 'other', 'ru', 'xx'].includes(node.value) ? { ...node, value: 'another' } : node,
    }),
  );

const asked = (query: string, params: object) =>
  graph
    .prepare({ ...params, query }, { mayIntrospect: false })
    .guarded.map(({ coordinate }) => coordinate);

test('the same hash asks the same coordinates, whatever its literals', () => {
  fc.assert(
    fc.property(generated, ({ params }) => {
      const other = otherLiterals(params.query);
      expect(hash(other)).toBe(hash(params.query));
      expect(asked(other, params)).toEqual(asked(params.query, params));
      expect(hash(stripIgnoredCharacters(params.query))).toBe(hash(params.query));
    }),
    { numRuns: 100 },
  );
});

test('a condition turned round is another operation', () => {
  fc.assert(
    fc.property(generated, ({ params }) => {
      let turned = false;
      const other = visit(parse(params.query), {
        [Kind.BOOLEAN]: (node) => {
          turned = true;
          return { ...node, value: !node.value };
        },
      });
      fc.pre(turned);
      expect(hash(print(other))).not.toBe(hash(params.query));
    }),
    { numRuns: 50 },
  );
});

const BASE = '{ subjects(first: 1) { edges { node { sex } } } }';
describe('is another for', () => {
  test.each([
    ['an alias', BASE.replace('sex', 'x: sex')],
    ['another field', BASE.replace('sex', 'dateOfBirth')],
    ['a fragment', BASE.replace('sex', '... { sex }')],
    ['a fragment with a type', BASE.replace('sex', '... on Person { sex }')],
    ['a name', `query Named ${BASE}`],
    ['a variable', `query ($n: Int) ${BASE.replace('1', '$n')}`],
    ['null', BASE.replace('1', 'null')],
    ['no argument', BASE.replace('(first: 1)', '')],
    ['a condition', BASE.replace('sex', 'sex @include(if: true)')],
    ['the same twice', BASE.replace('sex', 'sex sex')],
    ['__typename', BASE.replace('sex', 'sex __typename')],
    ['an operation beside it', `query A ${BASE} query B { __typename }`],
  ])('%s', (_name, text) => {
    expect(hash(text)).not.toBe(hash(BASE));
  });
});
