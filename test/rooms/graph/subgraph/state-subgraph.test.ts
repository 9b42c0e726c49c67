/** The subgraphs of states: under their own names, composed without a shared field, with the items of their fields. */
import { readFileSync } from 'node:fs';
import { composeServices } from '@theguild/federation-composition';
import { buildASTSchema, isNullableType, isObjectType, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { schemaFaults } from '../../../../src/graph/check-schema.js';
import { coordinatesOf, listCoordinates, servedNames } from '../../../../src/graph/coordinates.js';
import { buildGraphSchema, buildStateSubgraph } from '../../../../src/graph/index.js';
import { COORDINATES_OF, ITEMS } from '../../../../src/treaty/index.js';

const azerbaijan = buildStateSubgraph('AZE');
const kazakhstan = buildStateSubgraph('KAZ');

const serviceOf = (name: string, typeDefs: string) => ({
  name,
  typeDefs: parse(typeDefs),
  url: `http://${name.toLowerCase()}.invalid/subgraph`,
});

function compose(...services: readonly ReturnType<typeof serviceOf>[]) {
  const { supergraphSdl, publicSdl, errors } = composeServices([...services]);
  expect(errors?.map(({ message }) => message) ?? []).toEqual([]);
  return {
    supergraph: buildASTSchema(parse(supergraphSdl ?? ''), { assumeValidSDL: true }),
    supergraphSdl: supergraphSdl ?? '',
    publicSdl: publicSdl ?? '',
  };
}

const joined = compose(serviceOf('AZE', azerbaijan.sdl), serviceOf('KAZ', kazakhstan.sdl));

describe('the subgraph of a state', () => {
  test('has no faults: each coordinate its kind, each item its coordinates', () => {
    expect(schemaFaults(azerbaijan.schema)).toEqual([]);
  });

  test('is the emitted one: run the emit script after a change', () => {
    const emitted = new URL('../../../../schema/subgraph.graphql', import.meta.url);
    expect(azerbaijan.sdl).toBe(readFileSync(emitted, 'utf8'));
  });

  test('differs from that of another state in its prefix alone', () => {
    expect(kazakhstan.sdl).toBe(
      azerbaijan.sdl.replaceAll('AZE_', 'KAZ_').replaceAll(/\baze(?=_|:)/g, 'kaz'),
    );
  });

  test('holds what a partner may ask, and nothing of cases, custody or audits', () => {
    const kinds = listCoordinates(coordinatesOf(azerbaijan.schema)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['guarded', 'inherited', 'structural', 'public']));
    expect(azerbaijan.schema.getMutationType()).toBeUndefined();
  });

  test('A-6.1-6.13: its guarded coordinates are those of the API, each under a name of the state', () => {
    const guardedIn = (schema: typeof azerbaijan.schema) =>
      listCoordinates(coordinatesOf(schema)).filter(({ kind }) => kind === 'guarded');
    const guarded = guardedIn(azerbaijan.schema);
    expect(guarded.map(({ coordinate }) => coordinate).sort()).toEqual(
      guardedIn(buildGraphSchema())
        .map(({ coordinate }) => coordinate)
        .sort(),
    );
    const served = servedNames(coordinatesOf(azerbaijan.schema));
    for (const { coordinate } of guarded) expect(served(coordinate)).toBe(`AZE_${coordinate}`);
  });

  test('no @requires, no @provides, no other key: nothing travels from one state to another', () => {
    expect(azerbaijan.sdl).not.toMatch(/@requires|@provides|@external|@shareable|@override/);
    expect(azerbaijan.sdl.match(/@key\([^)]*\)/g)).toEqual(['@key(fields: "id")']);
  });
});

describe('two states composed', () => {
  const fieldsOf = (name: string) => {
    const type = joined.supergraph.getType(name);
    return isObjectType(type) ? type.getFields() : {};
  };
  const fieldsByState = (state: string) =>
    Object.values(joined.supergraph.getTypeMap()).filter(
      (type) => isObjectType(type) && type.name.startsWith(`${state}_`),
    );

  test('share the subject, its id and no other field', () => {
    const shared = Object.keys(joined.supergraph.getTypeMap()).filter((name) =>
      ['ExchangeSubject', 'Query'].includes(name),
    );
    expect(shared.sort()).toEqual(['ExchangeSubject', 'Query']);
    expect(joined.publicSdl).toMatch(/aze: AZE_Person\b[\s\S]*kaz: KAZ_Person\b/);
    const of = Object.keys(joined.supergraph.getQueryType()?.getFields() ?? {});
    expect(of.sort()).toEqual(
      ['aze', 'kaz'].flatMap((state) =>
        ['clauses', 'explain', 'instruments', 'person', 'subjects'].map(
          (field) => `${state}_${field}`,
        ),
      ),
    );
  });

  test('may each be away: no way in of one takes the answer of the other with it', () => {
    const ways = Object.values(joined.supergraph.getQueryType()?.getFields() ?? {});
    const { aze, kaz } = fieldsOf('ExchangeSubject');
    for (const field of [...ways, aze, kaz]) expect(isNullableType(field?.type)).toBe(true);
  });

  test.each(['AZE', 'KAZ'])('leave every type of %s to its state alone', (state) => {
    const types = fieldsByState(state);
    expect(types.length).toBeGreaterThan(20);
    for (const { astNode } of types) {
      const graphs = (astNode?.directives ?? [])
        .filter(({ name }) => name.value === 'join__type')
        .map((directive) => JSON.stringify(directive.arguments?.map(({ value }) => value)));
      expect(graphs).toHaveLength(1);
      expect(graphs[0]).toContain(`"${state}"`);
    }
  });

  test.each(ITEMS)('show which fields carry %s', (item) => {
    for (const state of ['AZE', 'KAZ']) {
      for (const coordinate of COORDINATES_OF[item]) {
        const [type = '', field = ''] = coordinate.split('.');
        const found = joined.supergraph.getType(`${state}_${type}`);
        const node = isObjectType(found) ? found.getFields()[field]?.astNode : undefined;
        const tags = (node?.directives ?? []).filter(({ name }) => name.value === 'item');
        const [value] = tags.flatMap((tag) => tag.arguments?.map((each) => each.value) ?? []);
        expect(value).toMatchObject({ kind: 'StringValue', value: item });
      }
    }
  });

  test('tell a router that every way in asks for a caller', () => {
    expect(joined.supergraphSdl).toContain('https://specs.apollo.dev/authenticated/v0.1');
    for (const { astNode } of Object.values(joined.supergraph.getQueryType()?.getFields() ?? {})) {
      expect(astNode?.directives?.map(({ name }) => name.value)).toContain('authenticated');
    }
  });

  test('compose with the subgraph of a partner that knows subjects by their id', () => {
    const own = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: ["@key"])
      type Query { file(number: ID!): File }
      type File @key(fields: "number") { number: ID! subjects: [ExchangeSubject!]! }
      type ExchangeSubject @key(fields: "id", resolvable: false) { id: ID! }`;
    const { publicSdl } = compose(
      serviceOf('AZE', azerbaijan.sdl),
      serviceOf('KAZ', kazakhstan.sdl),
      serviceOf('OWN', own),
    );
    expect(publicSdl).toContain('subjects: [ExchangeSubject!]!');
  });

  test('do not compose under the same names: a router would take one state for the other', () => {
    const { errors = [] } = composeServices([
      serviceOf('AZE', azerbaijan.sdl),
      serviceOf('KAZ', azerbaijan.sdl),
    ]);
    expect(errors.map(({ extensions }) => extensions.code)).toContain('INVALID_FIELD_SHARING');
  });
});
