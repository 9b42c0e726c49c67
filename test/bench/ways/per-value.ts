/** A row of the log for every value released, each awaited before its value goes on. */
import {
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getNamedType,
  isIntrospectionType,
  isLeafType,
  isObjectType,
} from 'graphql';
import { buildGraphSchema } from '../../../src/graph/index.js';
import { middleware } from '../../../src/graph/verdicts/shield.js';
import type { Sql } from '../../../src/store/index.js';
import type { Answerer } from './adapter.js';
import { type Openness, openApollo } from './apollo.js';

/** Opens it; `log` is a pool that may insert into bench.value. */
export function openPerValue(openness: Openness, log: Sql): Promise<Answerer> {
  return openApollo(openness, loggedSchema(log));
}

type Resolve = (...given: readonly unknown[]) => unknown;
type Given = readonly [parent: unknown, args: unknown, context: unknown, info: GraphQLResolveInfo];

function loggedSchema(log: Sql): GraphQLSchema {
  const logged = async (resolve: Resolve, ...given: Given) => {
    const value = await resolve(...given);
    const [, , , info] = given;
    if (value == null || !isLeafType(getNamedType(info.returnType))) return value;
    const coordinate = `${info.parentType.name}.${info.fieldName}`;
    await log`insert into bench.value (request, coordinate) values ('bench', ${coordinate})`;
    return value;
  };
  const schema = buildGraphSchema();
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !isIntrospectionType(type),
  );
  return middleware.applyMiddleware(
    schema,
    Object.fromEntries(types.map(({ name }) => [name, logged])),
  );
}
