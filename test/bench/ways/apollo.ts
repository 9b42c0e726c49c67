/**
 * Plain Apollo Server over the product's schema, resolvers and loaders: nobody asks who is calling, nothing is judged,
 * nothing is sealed. The grants are constants made once, with every field open; the columns each document needs are
 * worked out once, so that it selects no more than the product does.
 */
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { openPrepare } from '../../../src/graph/document/prepare.js';
import { openReading } from '../../../src/graph/execution/open-reading.js';
import { Visits } from '../../../src/graph/execution/visits.js';
import { buildGraphSchema } from '../../../src/graph/index.js';
import type { GraphContext } from '../../../src/graph/reading.js';
import type { Grant } from '../../../src/requests/index.js';
import type { OpenReader } from '../../../src/store/index.js';
import type { Answerer, Asked } from './adapter.js';

export interface Openness {
  readonly openReader: OpenReader;
  /** The constant grant of a document. */
  readonly grantOf: (asked: Asked) => Grant;
}

/** Starts Apollo Server over a schema; the product's own where none is given. */
export async function openApollo(
  openness: Openness,
  schema: GraphQLSchema = buildGraphSchema(),
): Promise<Answerer> {
  const server = new ApolloServer<GraphContext>({
    schema,
    introspection: true,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    // As the product has it: a hint for caches would be worked out for every value.
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled()],
  });
  await server.start();
  const contextOf = openContexts(openness);
  const headers = new HeaderMap([['content-type', 'application/json']]);
  return async (asked) => {
    const { body } = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: 'POST', headers, search: '', body: asked },
      context: async () => contextOf(asked),
    });
    if (body.kind !== 'complete') throw new Error('an answer came in parts');
    return body.string;
  };
}

const NOTHING: ReadonlySet<string> = new Set();

function openContexts({ openReader, grantOf }: Openness): (asked: Asked) => GraphContext {
  const prepare = openPrepare(buildGraphSchema());
  const columns = new Map<string, ReadonlySet<string>>();
  return (document) => {
    const asked = columns.get(document.query) ?? columnsOf(prepare, document);
    columns.set(document.query, asked);
    const grant = grantOf(document);
    const reading = openReading({
      grant,
      reader: openReader({ grant, asked, now: Date.now() }),
      withheldFrom: () => NOTHING,
      visits: new Visits(new Map()),
      language: 'az',
      clauses: () => [],
      instruments: () => [],
      explained: new Map(),
    });
    return { reading };
  };
}

function columnsOf(prepare: ReturnType<typeof openPrepare>, document: Asked): ReadonlySet<string> {
  const { guarded, inherited } = prepare({ ...document }, { mayIntrospect: false }).parts.asked;
  return new Set([...guarded, ...inherited].map(({ coordinate }) => coordinate));
}
