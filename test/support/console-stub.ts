/** Stands in for the gateway where only the console is tried: the pages, the personas and canned answers. */
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { buildSchema, graphqlSync } from 'graphql';

const PAGES = join(import.meta.dirname, '../../dist/console');
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; " +
  "font-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'";
const MEDIA_TYPES = new Map([
  ['.js', 'text/javascript'],
  ['.css', 'text/css'],
  ['.ttf', 'font/ttf'],
  ['.html', 'text/html; charset=utf-8'],
]);
const SCHEMA = buildSchema('type Query { instruments: [String!]! }');

const PERSONAS = [
  personaOf('KZ-MIA', [
    ['AZ-KZ-2019', 'IDENTITY_ESTABLISHMENT'],
    ['AZ-KZ-2019', 'LEGAL_STATUS_DETERMINATION'],
  ]),
  personaOf('BE-IO', [['EU-AZ-2014', 'READMISSION']]),
  personaOf('AZ-SMS', [['AZ-KZ-2019', 'REQUEST_EXECUTION']]),
  personaOf('XX-NONE', []),
];

function personaOf(authority: string, requests: readonly (readonly [string, string])[]) {
  return {
    persona: `${authority} sample`,
    authority,
    role: 'PARTNER_GATEWAY',
    token: `token-of-${authority}`,
    requests: requests.map(([instrument, purpose], index) => ({
      id: `${index}0000000-0000-4000-8000-0000${authority}`,
      instrument,
      purposes: [purpose],
      state: 'ANSWERED',
    })),
  };
}

const RECEIPT = {
  origin: 'sorgu/AZ-SMS/KZ-MIA',
  index: 41,
  leafHash: 'AA==',
  entry: '{"instrument":"AZ-KZ-2019"}',
};
const ANSWER = {
  data: { subjects: { edges: [] } },
  errors: [
    {
      message: 'Withheld.',
      extensions: {
        code: 'FIELD_WITHHELD',
        coordinate: 'Person.registrations',
        item: 'REGISTRATION',
        instrument: 'AZ-KZ-2019',
        clause: '5(1)(1);6(9)',
      },
    },
  ],
};

export interface Stub {
  readonly url: string;
  close(): Promise<void>;
}

export async function startGateway(): Promise<Stub> {
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', POLICY);
    answer(request, response).catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((done) => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '/';
  if (path === '/dev/personas') return sendJson(response, 200, PERSONAS);
  if (path === '/graphql') return answerOperation(request, response);
  const name = path.replace(/^\/graphiql\/?/, '') || 'index.html';
  const page = await readFile(join(PAGES, name));
  response.setHeader('Content-Type', MEDIA_TYPES.get(extname(name)) ?? 'text/plain').end(page);
}

async function answerOperation(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { query, operationName } = JSON.parse(await text(request));
  if (operationName === 'IntrospectionQuery') {
    return sendJson(response, 200, graphqlSync({ schema: SCHEMA, source: query }));
  }
  if (request.headers['exchange-purpose'] === undefined) {
    return sendJson(response, 400, { errors: [{ extensions: { code: 'PURPOSE_REQUIRED' } }] });
  }
  const receipt = Buffer.from(JSON.stringify(RECEIPT)).toString('base64url');
  response.setHeader('Exchange-Receipt', receipt);
  sendJson(response, 200, ANSWER);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}
