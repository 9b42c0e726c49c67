/**
 * Invented subgraphs that use what our own has no use for, built by the same `buildSubgraph` and served by the same
 * graph: a warehouse, its crates and its clerks. Nothing of them is about a person of the register.
 */
import { buildSchema, type GraphQLSchema, isObjectType } from 'graphql';
import type { Graph } from '../../src/graph/index.js';
import { serveGraph } from '../../src/graph/open-graph.js';
import { buildSubgraph, type Subgraph } from '../../src/graph/subgraph/build-subgraph.js';
import { askRules } from '../../src/graph/verdicts/judge.js';
import { deriveRules } from '../../src/graph/verdicts/rule-tree.js';
import type { Rooms } from '../../src/rooms.js';
import type { FederationFixture } from '../cases/federation-features.js';
import { graphOptions } from './graph-exchange.js';
import { memoryRegister } from './memory-register.js';

/** Builds the subgraph of a fixture. */
export function fixtureSubgraph(fixture: FederationFixture): Subgraph {
  const { imports, links = '', sdl, entity = () => null, root = {} } = fixture;
  const names = imports.map((name) => `"${name}"`).join(', ');
  const link = `@link(url: "https://specs.apollo.dev/federation/v2.5", import: [${names}])`;
  return buildSubgraph({
    schema: onRecord(buildSchema(sdl, { assumeValidSDL: true }), root),
    links: `extend schema ${link} ${links}`,
    entities: async (_reading, representations) =>
      Array.isArray(representations) ? representations.map(entity) : [],
  });
}

/** Serves it, as the gateway serves its own. */
export function fixtureGraph({ schema }: Subgraph): Promise<Graph> {
  const askRule = askRules(deriveRules(schema));
  return serveGraph(schema, { ...graphOptions(memoryRegister([])), askRule });
}

/** Puts the graph of the moment in the place of the gateway's own. */
export function inPlaceOf(graph: () => Graph): (rooms: Rooms) => Rooms {
  return (rooms) => ({
    ...rooms,
    graph: {
      schemaVersion: rooms.graph.schemaVersion,
      prepare: (...asked) => graph().prepare(...asked),
      judge: (...asked) => graph().judge(...asked),
      execute: (asked) => graph().execute(asked),
    },
  });
}

/** Every field structural: whoever asks one needs a grant, and has an entry. */
function onRecord(
  schema: GraphQLSchema,
  root: NonNullable<FederationFixture['root']>,
): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    if (type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      Object.assign(field, { extensions: { kind: 'structural' } });
      const value = root[field.name];
      if (type === schema.getQueryType()) field.resolve = () => value;
    }
  }
  return schema;
}
