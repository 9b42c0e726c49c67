/**
 * Apollo Server as the executor: handed documents that are already parsed and valid, and asked for the answer as an
 * object before anything is written. What it would add on its own (landing page, traces, cache control) stays off,
 * and no message of its own or of a resolver gets past this file.
 */
import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql';
import { Destroyed } from '../../custody/index.js';
import type { PreparedOperation } from '../document/operation.js';
import { LIMITS } from '../limits.js';
import type { GraphContext } from '../reading.js';

/** A place in the answer where a value stood that is destroyed (11(5)); its data hold null there. */
export interface DestroyedPlace {
  readonly fault: Destroyed;
  readonly path: readonly (string | number)[];
  readonly locations: readonly { readonly line: number; readonly column: number }[];
}

/** The data of an answer, what of it is destroyed, and the errors its resolvers threw, as thrown. */
interface Executed {
  readonly data: unknown;
  readonly destroyed: readonly DestroyedPlace[];
  readonly faults: readonly unknown[];
}

export type Execute = (operation: PreparedOperation, context: GraphContext) => Promise<Executed>;

type Context = GraphContext & { readonly errors: GraphQLError[] };

/** Starts Apollo Server over a schema. Rejects where it does not start. */
export async function openApollo(schema: GraphQLSchema): Promise<Execute> {
  const documents = new LentDocuments();
  const server = new ApolloServer<Context>({
    schema,
    documentStore: documents,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    nodeEnv: 'production',
    logger: SILENT,
    parseOptions: { maxTokens: LIMITS.tokens },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      keepFaults,
    ],
  });
  await server.start();
  return (operation, { reading }) => run({ server, documents }, operation, { reading, errors: [] });
}

interface Machine {
  readonly server: ApolloServer<Context>;
  readonly documents: LentDocuments;
}

async function run(
  { server, documents }: Machine,
  { parts }: PreparedOperation,
  contextValue: Context,
): Promise<Executed> {
  const { valid, name, variables } = parts;
  const giveBack = documents.lend(valid.textHash, valid.document);
  try {
    const request = {
      query: valid.text,
      variables,
      ...(name === undefined ? {} : { operationName: name }),
    };
    const { body } = await server.executeOperation(request, { contextValue });
    if (body.kind !== 'single') throw new Error('an answer came in parts');
    const { data, errors } = body.singleResult;
    const isWhole = errors === undefined || contextValue.errors.length > 0;
    if (!isWhole || data === undefined) throw new Error('the operation was not executed');
    return { data, ...sortErrors(contextValue.errors) };
  } finally {
    giveBack();
  }
}

// Apollo formats errors before it hands them out; what was thrown is kept beside them.
const keepFaults: ApolloServerPlugin<Context> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ contextValue, errors }) {
        contextValue.errors.push(...errors);
      },
    };
  },
};

function sortErrors(errors: readonly GraphQLError[]): Omit<Executed, 'data'> {
  const destroyed: DestroyedPlace[] = [];
  const faults: unknown[] = [];
  for (const error of errors) {
    const { originalError: thrown, path = [], locations = [] } = error;
    if (thrown instanceof Destroyed) destroyed.push({ fault: thrown, path, locations });
    else faults.push(thrown ?? error);
  }
  return { destroyed, faults };
}

// Its words may hold values; the gateway tells of errors itself.
const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** Documents while operations run, under the hash by which Apollo asks for them: `<schema hash>:<SHA-256 of the text>`. */
class LentDocuments {
  readonly #lent = new Map<string, { readonly document: DocumentNode; times: number }>();

  lend(textHash: string, document: DocumentNode): () => void {
    const loan = this.#lent.get(textHash) ?? { document, times: 0 };
    loan.times += 1;
    this.#lent.set(textHash, loan);
    return () => {
      loan.times -= 1;
      if (loan.times === 0) this.#lent.delete(textHash);
    };
  }

  async get(key: string): Promise<DocumentNode | undefined> {
    return this.#lent.get(key.slice(key.lastIndexOf(':') + 1))?.document;
  }

  // A document that Apollo parsed itself did not pass `prepare`.
  async set(): Promise<void> {}

  async delete(): Promise<boolean> {
    return false;
  }
}
