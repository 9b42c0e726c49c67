/**
 * What one builds first: graphql-shield as middleware, a rule per guarded field that is cached for the request, and a
 * row of the log awaited before the answer. Nobody asks who is calling: it gets that for nothing.
 */
import type { GraphQLSchema } from 'graphql';
import { coordinatesOf } from '../../../src/graph/coordinates.js';
import { buildGraphSchema } from '../../../src/graph/index.js';
import type { GraphContext } from '../../../src/graph/reading.js';
import { middleware, type ShieldRule, shieldRules } from '../../../src/graph/verdicts/shield.js';
import type { Sql } from '../../../src/store/index.js';
import type { Answerer } from './adapter.js';
import { type Openness, openApollo } from './apollo.js';

/** Opens it; `log` is a pool that may insert into bench.operation. */
export async function openNaive(openness: Openness, log: Sql): Promise<Answerer> {
  const answer = await openApollo(openness, shieldedSchema());
  return async (asked) => {
    const text = await answer(asked);
    const { request, purpose, subjects } = openness.grantOf(asked);
    const people = subjects.map(({ n }) => n).join();
    await log`insert into bench.operation (request, purpose, query, people)
      values (${request}, ${purpose}, ${asked.query}, ${people})`;
    return text;
  };
}

function shieldedSchema(): GraphQLSchema {
  const schema = buildGraphSchema();
  const tree = [...coordinatesOf(schema)].map(([type, fields]) => {
    const rules = [...fields.values()].map(
      ({ name, coordinate, item }) => [name, ruleOf(coordinate, item)] as const,
    );
    return [type, Object.fromEntries(rules)] as const;
  });
  const permissions = shieldRules.shield(Object.fromEntries(tree), {
    fallbackRule: shieldRules.deny,
    allowExternalErrors: true,
  });
  return middleware.applyMiddleware(schema, permissions);
}

function ruleOf(coordinate: string, item: string | undefined): ShieldRule {
  if (item === undefined) return shieldRules.allow;
  return shieldRules.rule(coordinate, { cache: 'contextual' })(
    async (_parent: object, _args: object, { reading: { grant } }: GraphContext) =>
      [...(grant?.instrument.opens.get(grant.purpose)?.keys() ?? [])].some((open) => open === item),
  );
}
