import { getIntrospectionQuery } from 'graphql';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/base/index.js';
import type { DocumentParams } from '../../../src/graph/index.js';
import { FULL_LIST } from '../../cases/full-list.js';
import { openTestGraph } from '../../support/graph-exchange.js';

const { graph } = await openTestGraph();

function refusalOf(params: DocumentParams, mayIntrospect = false): Refusal {
  try {
    graph.prepare(params, { mayIntrospect });
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('the document was not refused');
}

const times = (n: number, text: (at: number) => string): string =>
  Array.from({ length: n }, (_, at) => text(at)).join(' ');

/** Each fragment spreads the next one twice. */
const bomb = `{ ...F0 } ${times(25, (at) => `fragment F${at} on Query { ...F${at + 1} ...F${at + 1} }`)} fragment F25 on Query { __typename }`;
const nested = (n: number): string =>
  `{ instruments { ${times(n, () => '... on Instrument {')} id ${times(n, () => '}')} } }`;
const deep = `${'{ a '.repeat(12)}${'}'.repeat(12)}`;
const page =
  'edges { node { id sex nameLatin { surname } photograph { content } fingerprintCard { content } } }';

const LIMIT_REASONS = ['TOKENS', 'DEPTH', 'ALIASES', 'DIRECTIVES', 'COST'];

const CASES: readonly [string, string, DocumentParams][] = [
  ['nothing', 'SYNTAX', { query: '' }],
  ['half a document', 'SYNTAX', { query: '{ person(id: "secret-C0000") ' }],
  ['a stray character', 'SYNTAX', { query: '{ instruments { id } } ?' }],
  ['more tokens than allowed', 'TOKENS', { query: `{ ${times(2_001, () => 'a')} }` }],
  ['an unknown field', 'VALIDATION', { query: '{ persons { id } }' }],
  ['an unknown field of a person', 'VALIDATION', { query: '{ person(id: "1") { surnam } }' }],
  ['no selection', 'VALIDATION', { query: '{ subjects }' }],
  [
    'a fragment on another type',
    'VALIDATION',
    { query: '{ instruments { ... on Person { id } } }' },
  ],
  [
    'a fragment within itself',
    'VALIDATION',
    { query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }' },
  ],
  [
    'an unused fragment',
    'VALIDATION',
    { query: '{ instruments { id } } fragment A on Query { __typename }' },
  ],
  [
    'conflicting arguments',
    'VALIDATION',
    { query: '{ person(id: "1") { id } person(id: "2") { id } }' },
  ],
  [
    'a country that is none',
    'VALIDATION',
    { query: '{ person(id: "1") { isNationalOf(state: "kaz") } }' },
  ],
  ['a mutation', 'VALIDATION', { query: 'mutation { subjects { __typename } }' }],
  ['a subscription', 'VALIDATION', { query: 'subscription { subjects { __typename } }' }],
  [
    'a definition that is no operation',
    'VALIDATION',
    { query: '{ instruments { id } } type A { b: Int }' },
  ],
  ['@defer', 'VALIDATION', { query: '{ ... @defer { instruments { id } } }' }],
  ['introspection', 'VALIDATION', { query: '{ __schema { types { name } } }' }],
  [
    'introspection in a fragment',
    'VALIDATION',
    { query: '{ ...A } fragment A on Query { __type(name: "Person") { name } }' },
  ],
  [
    'two operations and no name',
    'OPERATION_NAME',
    { query: 'query A { __typename } query B { __typename }' },
  ],
  [
    'a name of no operation',
    'OPERATION_NAME',
    { query: 'query A { __typename }', operationName: 'B' },
  ],
  ['an empty name', 'OPERATION_NAME', { query: '{ __typename }', operationName: '' }],
  ['a variable left out', 'VARIABLES', { query: 'query ($id: ID!) { person(id: $id) { id } }' }],
  [
    'a variable of another type',
    'VARIABLES',
    {
      query: 'query ($id: ID!) { person(id: $id) { id } }',
      variables: { id: { secret: 'C0000' } },
    },
  ],
  [
    'a country in a variable',
    'VARIABLES',
    {
      query: 'query ($s: CountryCode!) { person(id: "1") { isNationalOf(state: $s) } }',
      variables: { s: 'Kazakhstan' },
    },
  ],
  ['a page of none', 'VARIABLES', { query: '{ subjects(first: 0) { __typename } }' }],
  [
    'a page of 101',
    'VARIABLES',
    { query: 'query ($n: Int) { subjects(first: $n) { __typename } }', variables: { n: 101 } },
  ],
  [
    'a cursor that is none',
    'VARIABLES',
    { query: '{ subjects(after: "c3ViamVjdDowMQ") { __typename } }' },
  ],
  [
    'an inner operation that is none',
    'SYNTAX',
    { query: '{ explain(operation: "{", purpose: READMISSION) { verdict } }' },
  ],
  [
    'an inner operation of another schema',
    'VALIDATION',
    { query: '{ explain(operation: "{ x }", purpose: READMISSION) { verdict } }' },
  ],
  [
    'inner variables that are a list',
    'VARIABLES',
    { query: '{ explain(operation: "{ __typename }", variables: [1]) { verdict } }' },
  ],
  [
    'an inner introspection',
    'VALIDATION',
    { query: '{ explain(operation: "{ __schema { types { name } } }") { verdict } }' },
  ],
  ['an inner depth', 'DEPTH', { query: `{ explain(operation: "${deep}") { verdict } }` }],
  ['a deep document', 'DEPTH', { query: deep }],
  ['many aliases', 'ALIASES', { query: `{ ${times(61, (at) => `a${at}: __typename`)} }` }],
  [
    'aliases by fragments',
    'ALIASES',
    {
      query: `{ ${times(8, () => '...A')} } fragment A on Query { ${times(8, (at) => `a${at}: __typename`)} }`,
    },
  ],
  [
    'many directives',
    'DIRECTIVES',
    { query: `{ ${times(61, () => '__typename @skip(if: true)')} }` },
  ],
  ['many fields', 'COST', { query: `{ ${times(501, () => '__typename')} }` }],
  ['a field that repeats', 'COST', { query: `{ ${times(62, () => '__typename')} }` }],
  [
    'fields that repeat under two names',
    'COST',
    { query: `{ ${times(32, () => '__typename __typename: __typename')} }` },
  ],
  [
    'a fragment that repeats',
    'COST',
    { query: `{ ${times(62, () => '...A')} } fragment A on Query { __typename }` },
  ],
  [
    'a field that repeats in fragments beside each other',
    'COST',
    {
      query: `{ ${times(62, () => '... on Query { ... { __typename } }')} }`,
    },
  ],
  ['a document that doubles 25 times', 'COST', { query: bomb }],
  [
    'four full pages with images',
    'COST',
    { query: `{ ${times(4, (at) => `a${at}: subjects(first: 100) { ${page} }`)} }` },
  ],
  [
    'six explanations',
    'COST',
    {
      query: `{ ${times(6, (at) => `a${at}: explain(operation: "{ __typename }") { verdict }`)} }`,
    },
  ],
];

describe('prepare refuses', () => {
  test.each(CASES)('%s: %s', (_name, reason, params) => {
    const refusal = refusalOf(params);
    expect(refusal.code).toBe(LIMIT_REASONS.includes(reason) ? 'TOO_COMPLEX' : 'BAD_REQUEST');
    expect(refusal.detail.reason).toBe(reason);
  });

  test.each(CASES.filter(([, reason]) => reason !== 'OPERATION_NAME'))(
    '%s, with places and nothing of the input',
    (_name, _reason, params) => {
      const { code, detail, message, cause } = refusalOf(params);
      expect(detail.locations?.length).toBeGreaterThan(0);
      expect(Object.keys(detail).sort()).toEqual(['locations', 'reason']);
      expect(detail.locations?.every((at) => Object.keys(at).join() === 'line,column')).toBe(true);
      expect([message, cause]).toEqual([code, undefined]);
    },
  );

  test.each<[string, DocumentParams]>([
    ['no query', {}],
    ['a query that is no text', { query: 7 }],
    ['a parsed document', { query: { kind: 'Document' } }],
    ['variables that are text', { query: '{ __typename }', variables: '{}' }],
    ['variables that are a list', { query: '{ __typename }', variables: [] }],
    ['a name that is no text', { query: '{ __typename }', operationName: 1 }],
    ['extensions that are none', { query: '{ __typename }', extensions: 1 }],
  ])('%s, without a reason: it is no document', (_name, params) => {
    const { code, detail } = refusalOf(params);
    expect([code, detail]).toEqual(['BAD_REQUEST', {}]);
  });
});

describe('prepare takes', () => {
  test.each<[string, DocumentParams]>([
    ['a page of 100 persons with every field', { query: FULL_LIST }],
    ['the same twice', { query: FULL_LIST.replace('subjects', 'again: subjects') }],
    [
      'a fragment spread often, but small',
      { query: `{ ${times(20, () => '...A')} } fragment A on Query { __typename }` },
    ],
    ['a field 61 times', { query: `{ ${times(61, () => '__typename')} }` }],
    ['nested inline fragments, which are no levels', { query: nested(30) }],
    [
      'null for everything that may be',
      { query: '{ __typename }', variables: null, operationName: null, extensions: null },
    ],
    ['variables that nobody declared', { query: '{ __typename }', variables: { a: 1 } }],
  ])('%s', (_name, params) => {
    expect(graph.prepare(params, { mayIntrospect: false }).hash).toMatch(/^[0-9a-f]{64}$/);
  });

  test('introspection by one who may', () => {
    const query = getIntrospectionQuery({
      descriptions: true,
      specifiedByUrl: true,
      inputValueDeprecation: true,
    });
    expect(graph.prepare({ query }, { mayIntrospect: true }).needsGrant).toBe(false);
    expect(refusalOf({ query }).detail.reason).toBe('VALIDATION');
  });
});

describe('an operation says', () => {
  const prepare = (query: string, variables?: object) =>
    graph.prepare({ query, variables }, { mayIntrospect: false });

  test.each([
    ['{ __typename }', false, false],
    ['{ instruments { parties { authorities { code name } } } }', false, false],
    ['{ explain(operation: "{ person(id: 1) { sex } }") { verdict } }', false, true],
    ['{ subjects { __typename } }', true, false],
    ['{ person(id: "x") { __typename } }', true, false],
    ['{ person(id: "x") @skip(if: true) { sex } }', false, false],
    ['{ ... @include(if: false) { subjects { edges { node { sex } } } } }', false, false],
  ])('whether %s needs a grant', (query, needsGrant, explains) => {
    const operation = prepare(query);
    expect([operation.needsGrant, operation.explains]).toEqual([needsGrant, explains]);
  });

  test('guarded coordinates once each, with every place and every path', () => {
    const { guarded } = prepare(
      '{ a: person(id: 1) { ...P sex } b: person(id: 2) { ...P } }\nfragment P on Person { s: sex documents { kind } }',
    );
    expect(guarded).toEqual([
      {
        coordinate: 'Person.sex',
        item: 'SEX',
        locations: [
          { line: 2, column: 24 },
          { line: 1, column: 27 },
        ],
        paths: [
          ['a', 's'],
          ['a', 'sex'],
          ['b', 's'],
        ],
      },
      {
        coordinate: 'Person.documents',
        item: 'DOCUMENT',
        locations: [{ line: 2, column: 31 }],
        paths: [
          ['a', 'documents'],
          ['b', 'documents'],
        ],
      },
      {
        coordinate: 'IdentityDocument.kind',
        item: 'DOCUMENT_DETAILS',
        locations: [{ line: 2, column: 43 }],
        paths: [
          ['a', 'documents', 'kind'],
          ['b', 'documents', 'kind'],
        ],
      },
    ]);
  });

  test('what variables leave of it, and forgets them for the next caller', () => {
    const query =
      'query ($yes: Boolean!) { person(id: 1) { sex @include(if: $yes) civilStatus @skip(if: $yes) } }';
    const asked = (yes: boolean) =>
      prepare(query, { yes }).guarded.map(({ coordinate }) => coordinate);
    expect([asked(true), asked(false), asked(true)]).toEqual([
      ['Person.sex'],
      ['Person.civilStatus'],
      ['Person.sex'],
    ]);
  });

  test('a hash that no value changes, and a change of the document does', () => {
    const hash = (query: string) => prepare(query).hash;
    const one = hash('{ person(id: "C0000A") { isNationalOf(state: "KAZ") } }');
    expect(hash('{ person(id: 12) { isNationalOf(state: "AZE") } }')).not.toBe(one);
    expect(hash('# C0000B\n{ person(id: "C0000B") { isNationalOf(state: "AZE") } }')).toBe(one);
    expect(hash('{ person(id: "C0000A") { sex } }')).not.toBe(one);
    expect(hash('{ explain(operation: "{a:__typename}", variables: {n: 1}) { verdict } }')).toBe(
      hash('{ explain(operation: "{b:__typename}", variables: {m: [2], k: "C0000"}) { verdict } }'),
    );
  });
});
