/** One feature behind Hive's runtime: composed of what our gateway says of itself, planned by its planner, asked, compared. */
import { isDeepStrictEqual } from 'node:util';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import type { ExecutionResult } from '@graphql-tools/utils';
import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { buildSchema, type DocumentNode, execute, GraphQLError, parse, print } from 'graphql';
import type { RouterCase } from './cases.js';
import type { Own } from './own.js';

/** What is wrong, in one line each; empty where the feature works. */
export async function runCase(own: Own, one: RouterCase): Promise<readonly string[]> {
  await own.serve(one.name);
  const supergraph = compose(await sdlOf(own), one.other);
  if (typeof supergraph !== 'string') return supergraph;
  const counts: Counts = { own: 0, other: 0, withoutReceipt: 0 };
  await using router = openRouter(supergraph, { own, one, counts });
  const ask = async (query: string): Promise<Told> => {
    const headers = { 'content-type': 'application/json' };
    const body = JSON.stringify({ query });
    const url = 'http://router.invalid/graphql';
    return (await router.fetch(url, { method: 'POST', headers, body })).json();
  };
  const { data, errors = [] } = await ask(one.query);
  const { withoutReceipt, ...asked } = counts;
  return [
    ...errors.map(({ message }) => `an error: ${message}`),
    ...(isDeepStrictEqual(data, one.data) ? [] : [`data: ${JSON.stringify(data)}`]),
    ...(isDeepStrictEqual(asked, { other: 0, ...one.asked })
      ? []
      : [`asked: ${JSON.stringify(asked)}`]),
    ...(withoutReceipt === 0 ? [] : [`${withoutReceipt} answers without a receipt`]),
    ...(one.supergraph?.test(supergraph) === false ? ['the supergraph does not show it'] : []),
    ...(one.refused === undefined ? [] : await faultsOfRefused(ask, one.refused)),
  ];
}

interface Counts {
  own: number;
  other: number;
  withoutReceipt: number;
}

interface Ground {
  readonly own: Own;
  readonly one: RouterCase;
  readonly counts: Counts;
}

/** Hive's runtime over the supergraph: our gateway by its hop, the other one in memory; each fetch is counted. */
function openRouter(supergraph: string, { own, one, counts }: Ground) {
  const { sdl, root: rootValue } = one.other;
  const schema = buildSchema(sdl, { assumeValidSDL: true });
  const askOther = async ({ document, variables: variableValues = {} }: Fetch) => {
    counts.other += 1;
    return resultOf(await execute({ schema, document, variableValues, rootValue }));
  };
  const askOwn = async ({ document, variables = {} }: Fetch) => {
    counts.own += 1;
    const { receipt, ...answer } = await own.ask(print(document), variables);
    if (receipt === null) counts.withoutReceipt += 1;
    return resultOf(answer);
  };
  return createGatewayRuntime({
    supergraph,
    unifiedGraphHandler,
    logging: false,
    landingPage: false,
    graphiql: false,
    maskedErrors: false,
    transports: () => ({
      getSubgraphExecutor: ({ subgraphName }) => (subgraphName === 'own' ? askOwn : askOther),
    }),
  });
}

/** A fetch of the plan. */
interface Fetch {
  readonly document: DocumentNode;
  readonly variables?: Record<string, unknown> | undefined;
}

// What is read off a wire has messages; the executor wants errors of its own kind.
const resultOf = ({ data = null, errors = [] }: Told): ExecutionResult => ({
  data,
  ...(errors.length > 0 && { errors: errors.map(({ message }) => new GraphQLError(message)) }),
});

interface Told {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

async function faultsOfRefused(
  ask: (query: string) => Promise<Told>,
  query: string,
): Promise<readonly string[]> {
  const { data, errors = [] } = await ask(query);
  return data == null && errors.length > 0 ? [] : [`not refused: ${query}`];
}

async function sdlOf(own: Own): Promise<string> {
  const { data } = await own.ask('{ _service { sdl } }');
  const { sdl } = (data?._service ?? {}) as { readonly sdl?: unknown };
  if (typeof sdl !== 'string') throw new Error('the gateway told no schema');
  return sdl;
}

/** The SDL of the supergraph, or why there is none. The other is called as the fixtures have it. */
function compose(sdl: string, { imports, sdl: beside }: RouterCase['other']) {
  const names = imports.map((name) => `"${name}"`).join(', ');
  const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: [${names}])`;
  const composed = composeServices([
    { name: 'own', url: 'http://own.invalid', typeDefs: parse(sdl) },
    { name: 'OTHER0', url: 'http://other.invalid', typeDefs: parse(`${link} ${beside}`) },
  ]);
  if (compositionHasErrors(composed)) return composed.errors.map(({ message }) => message);
  return composed.supergraphSdl;
}
