/**
 * A schema under a state's own names: `AZE_Person`, `aze_subjects`. Two states' fields are never interchangeable to a
 * router. Each element keeps the law's name beside the served one (coordinates.ts), so verdicts, reading and entries
 * know no prefix.
 */
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import {
  GraphQLEnumType,
  type GraphQLFieldConfig,
  GraphQLObjectType,
  type GraphQLSchema,
  getNullableType,
} from 'graphql';
import { EXCHANGE_SUBJECT } from './exchange-subject.js';

/** The schema with types, enumerations and root fields under the state's code, and the entity's field named after it. */
export function prefixNames(schema: GraphQLSchema, state: string): GraphQLSchema {
  const root = schema.getQueryType()?.name;
  const lower = state.toLowerCase();
  return mapSchema(schema, {
    [MapperKind.OBJECT_TYPE]: (type) =>
      type.name === root || type.name === EXCHANGE_SUBJECT
        ? undefined
        : new GraphQLObjectType(prefixed(type.toConfig(), state)),
    [MapperKind.ENUM_TYPE]: (type) => new GraphQLEnumType(prefixed(type.toConfig(), state)),
    [MapperKind.OBJECT_FIELD]: (field, name, type) => {
      if (type === root) return [`${lower}_${name}`, ofCallers(maybeAway(field), name)];
      return type === EXCHANGE_SUBJECT && name === 'person'
        ? [lower, ofCallers(field, name)]
        : undefined;
    },
  });
}

interface Named {
  readonly name: string;
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

const prefixed = <Config extends Named>(config: Config, state: string): Config => ({
  ...config,
  name: `${state}_${config.name}`,
  extensions: { ...config.extensions, lawName: config.name },
});

type Field = GraphQLFieldConfig<unknown, unknown>;

// A state that is away must not take the others' part of a router's answer with it.
const maybeAway = (field: Field): Field => ({ ...field, type: getNullableType(field.type) });

// Every way in asks for a token: a router that knows `@authenticated` need not come here without one.
const ofCallers = (field: Field, lawName: string): Field => ({
  ...field,
  extensions: {
    ...field.extensions,
    lawName,
    directives: { ...directivesOf(field), authenticated: {} },
  },
});

function directivesOf({ extensions }: Field): object {
  const directives = extensions?.directives;
  return typeof directives === 'object' && directives !== null ? directives : {};
}
