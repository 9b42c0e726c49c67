/** The router: who asks is recognised first, then the plan of one query is run, each state asked in parallel by its hop. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createGatewayRuntime } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import type { ExecutionResult } from '@graphql-tools/utils';
import { type DocumentNode, GraphQLError } from 'graphql';
import { systemClock } from '../../../src/base/index.js';
import { fingerprintOf, openFileSigner } from '../../../src/partner/index.js';
import type { CaseFiles } from './case-files.js';
import { openDoor } from './door.js';
import { FAULT_MESSAGE } from './faults.js';
import { type FetchDocument, openDocumentReader } from './fetch-document.js';
import { type Hop, type HopAnswer, openHop, type Standing } from './hop.js';
import type { RouterSettings } from './settings.js';
import { CASE_FILES, composeSupergraph, nameOf } from './supergraph.js';
import { openTokenExchange } from './tokens.js';
import { type HopRecord, tellErrors, tellReceipts } from './told.js';

/** What one query carries from the door to its hops. */
export interface QueryContext {
  readonly standings: ReadonlyMap<string, Standing>;
  readonly hops: HopRecord[];
  /** From 1 on, in the order in which they came. */
  readonly number: number;
}

/** A hop as it is told to whoever runs the router: nothing of what was asked or answered. */
export interface HopTrace {
  readonly query: number;
  readonly state: string;
  /** Milliseconds since the epoch. */
  readonly began: number;
  readonly ended: number;
  /** The id of the key that signed it, and the fingerprint of the certificate that was shown. */
  readonly signedBy: string;
  readonly certificate: string;
  /** `RECEIPT` where the answer has one, `NO_ENTRY` where it needs none, or the code of why there is no answer. */
  readonly outcome: string;
}

export interface RouterParts {
  readonly caseFiles: CaseFiles;
  /** One of the authority's own, with which the states are asked for their schemas. */
  readonly token: string;
  readonly onHop?: (hop: HopTrace) => void;
}

export interface Router {
  readonly url: string;
  close(): Promise<void>;
}

/** Opens the router. Rejects with an error of one line where a state gives no schema, or two do not fit. */
export async function openRouter(
  settings: RouterSettings,
  { caseFiles, token, onHop = () => {} }: RouterParts,
): Promise<Router> {
  const { patience } = settings;
  const read = (path: string) => readFileSync(path, 'utf8');
  const tls = {
    cert: read(settings.tls.cert),
    key: read(settings.tls.key),
    ca: read(settings.tls.ca),
  };
  const signer = await openFileSigner(settings.signingKey, 'development');
  const common = { tls, patience, clock: systemClock };
  const hops = settings.states.map((state) => openHop({ ...common, state, signer }));
  const tokens = openTokenExchange({ ...common, states: settings.states });
  const supergraph = await composeSupergraph(hops, async ({ state }) => ({
    ...NOBODY,
    token: await tokens.exchange(token, state.authority),
  }));
  const shown = { signedBy: signer.kid, certificate: fingerprintOf(tls.cert) };
  const told = (hop: Omit<HopTrace, keyof typeof shown>): void => onHop({ ...hop, ...shown });
  const readDocument = openDocumentReader();
  const byName = new Map(hops.map((hop) => [nameOf(hop), hop]));
  const runtime = createGatewayRuntime({
    supergraph,
    unifiedGraphHandler,
    logging: false,
    landingPage: false,
    graphiql: false,
    healthCheckEndpoint: '/healthz',
    transports: () => ({
      getSubgraphExecutor: ({ subgraphName }) => {
        if (subgraphName === CASE_FILES)
          return (fetch) => caseFiles(fetch.document, fetch.variables ?? {});
        const hop = found(byName.get(subgraphName));
        return (fetch) => fetchOver(hop, fetch, { read: readDocument, told });
      },
    }),
    plugins: () => [{ onExecute: () => ({ onExecuteDone: tellBeside }) }],
  });
  const door = openDoor({ states: settings.states, tokens, answer: runtime });
  const server = createServer((request: IncomingMessage, response: ServerResponse) => {
    void door(request, response);
  });
  await new Promise<void>((listening) => {
    server.listen(settings.port, '127.0.0.1', listening);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async close() {
      for (const { close } of [...hops, tokens]) close();
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await runtime[Symbol.asyncDispose]();
    },
  };
}

const NOBODY: Standing = {
  token: undefined,
  request: undefined,
  purpose: undefined,
  language: undefined,
};

function found(hop: Hop | undefined): Hop {
  if (hop === undefined) throw new Error('a subgraph that is no state');
  return hop;
}

/** A fetch of the plan. */
interface Fetch {
  readonly document: DocumentNode;
  readonly variables?: object | undefined;
  readonly context?: unknown;
}

interface Fetching {
  readonly read: (document: DocumentNode) => FetchDocument;
  readonly told: (hop: Omit<HopTrace, 'signedBy' | 'certificate'>) => void;
}

/** Runs a fetch as a hop, under the standing of the query it belongs to. */
async function fetchOver(hop: Hop, { document, variables, context }: Fetch, fetching: Fetching) {
  const { code: state, authority } = hop.state;
  const { standings, hops, number } = context as QueryContext;
  const { query, isOnRecord, places: paths } = fetching.read(document);
  const operation = { query, variables, isOnRecord };
  const began = instant();
  const answer = await hop.ask(operation, standings.get(authority) ?? NOBODY);
  fetching.told({ query: number, state, began, ended: instant(), outcome: outcomeOf(answer) });
  hops.push({ state: hop.state, answer });
  if ('fault' in answer) {
    const extensions = { code: answer.fault, state, paths };
    return resultOf(null, [{ message: FAULT_MESSAGE, extensions }]);
  }
  const { data, errors } = answer;
  const stated = errors.map((error) => ({
    ...error,
    extensions: { ...error.extensions, state },
  }));
  return resultOf(data, stated);
}

const instant = (): number => performance.timeOrigin + performance.now();

function outcomeOf(answer: HopAnswer): string {
  if ('fault' in answer) return answer.fault;
  return answer.receipt === null ? 'NO_ENTRY' : 'RECEIPT';
}

interface PlainError {
  readonly message: string;
  readonly extensions: object;
}

// What is read off a wire is no GraphQLError yet; the executor makes it one where it puts it in its place.
const resultOf = (data: unknown, errors: readonly PlainError[]): ExecutionResult => ({
  data,
  ...(errors.length === 0 ? {} : { errors: errors as readonly GraphQLError[] }),
});

interface Done {
  readonly result: unknown;
  readonly setResult: (result: ExecutionResult) => void;
  readonly args: { readonly contextValue: unknown };
}

/** Puts errors and receipts in the form in which the asker is told them. */
function tellBeside({ result, setResult, args }: Done): void {
  const { data = null, errors = [] } = result as ExecutionResult;
  const { hops } = args.contextValue as QueryContext;
  // Anything that is no GraphQLError is a fault of the router's own to it, and masked.
  const told = tellErrors(
    errors.map(({ message, path, extensions }) => ({ message, path, extensions })),
  ).map(
    ({ message, path, extensions }) =>
      new GraphQLError(message, { path: path ?? null, extensions }),
  );
  setResult({
    data,
    ...(told.length === 0 ? {} : { errors: told }),
    extensions: { receipts: tellReceipts(hops) },
  } as ExecutionResult);
}
