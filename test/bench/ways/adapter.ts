/** The least that node:http needs: JSON in, bytes out. The ways that are compared with the product stand behind it. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The body of a request, parsed. */
export interface Asked {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export type Answerer = (asked: Asked) => Promise<string | Buffer>;

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on a free port of this machine. */
export async function listen(answer: Answerer): Promise<Listening> {
  const server = createServer((request, response) => {
    const work = readBody(request).then(async (text) => {
      const body = Buffer.from(await answer(JSON.parse(text)));
      response.writeHead(200, {
        'content-type': 'application/json',
        'content-length': String(body.byteLength),
      });
      response.end(body);
    });
    work.catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      response.writeHead(500).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString()));
    request.on('error', reject);
  });
}
