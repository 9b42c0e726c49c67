/**
 * A schema as a subgraph (Apollo Federation 2): its SDL under the federation's directives is handed to `@apollo/subgraph`, and
 * what an SDL does not carry (resolvers, kinds, scalars) is put back from the schema that it was printed of.
 */
import { buildSubgraphSchema } from '@apollo/subgraph';
import { MapperKind, mapSchema, printSchemaWithDirectives } from '@graphql-tools/utils';
import {
  type GraphQLFieldConfig,
  type GraphQLNamedType,
  GraphQLObjectType,
  type GraphQLSchema,
  GraphQLUnionType,
  isObjectType,
  isScalarType,
  parse,
} from 'graphql';
import type { GraphContext, Reading } from '../reading.js';
import { Representation } from './representation.js';

type Field = GraphQLFieldConfig<unknown, GraphContext>;

type Entities = (
  reading: Reading,
  representations: unknown,
  /** The response key, for the journal. */
  key: string,
) => Promise<readonly unknown[]>;

export interface SubgraphPlan {
  /** Executable, every field with its kind; entities have `key` among their directives. */
  readonly schema: GraphQLSchema;
  /** `extend schema @link(...)`: what of the federation's and of other directives it uses. */
  readonly links: string;
  /** Answers `_entities`: for each representation the entity, or null. */
  readonly entities: Entities;
}

export interface Subgraph {
  readonly schema: GraphQLSchema;
  /** What `_service` tells. */
  readonly sdl: string;
}

/** Builds it; throws for an SDL that is no subgraph. */
export function buildSubgraph({ schema, links, entities }: SubgraphPlan): Subgraph {
  const sdl = `${links.trim()}\n\n${printSchemaWithDirectives(schema).trim()}\n`;
  const built = buildSubgraphSchema(parse(sdl));
  const machinery: Readonly<Record<string, Partial<Field>>> = {
    'Query._entities': {
      extensions: { kind: 'structural' },
      resolve: (...[, { representations }, { reading }, { path }]) =>
        entities(reading, representations, String(path.key)),
    },
    'Query._service': { extensions: { kind: 'public' }, resolve: () => ({ sdl }) },
    '_Service.sdl': { extensions: { kind: 'public' } },
  };
  return { sdl, schema: graft(built, { schema, machinery }) };
}

interface Stock {
  readonly schema: GraphQLSchema;
  readonly machinery: Readonly<Record<string, Partial<Field>>>;
}

function graft(built: GraphQLSchema, { schema, machinery }: Stock): GraphQLSchema {
  return mapSchema(built, {
    [MapperKind.SCALAR_TYPE]: ({ name }) => scalarOf(schema.getType(name), name),
    [MapperKind.OBJECT_TYPE]: (type) => {
      const { extensions } = schema.getType(type.name) ?? type;
      return new GraphQLObjectType({ ...type.toConfig(), extensions });
    },
    // One entity is all there is, so that what is asked of any is asked of it.
    [MapperKind.UNION_TYPE]: (type) =>
      new GraphQLUnionType({ ...type.toConfig(), resolveType: () => type.getTypes()[0]?.name }),
    [MapperKind.OBJECT_FIELD]: (field, name, type) => ({
      ...field,
      ...ownField(schema.getType(type), name),
      ...machinery[`${type}.${name}`],
    }),
  });
}

function scalarOf(own: GraphQLNamedType | undefined, name: string) {
  if (name === Representation.name) return Representation;
  return isScalarType(own) ? own : undefined;
}

function ownField(type: GraphQLNamedType | undefined, name: string): Partial<Field> {
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  if (field === undefined) return {};
  const { resolve, extensions } = field;
  return resolve === undefined ? { extensions } : { extensions, resolve };
}
