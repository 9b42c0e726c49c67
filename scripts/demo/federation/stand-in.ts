/** Somebody at the address of a state, with its certificate, who is no gateway: what a router must bear. */
import { createServer } from 'node:https';

/** What it answers; null: nothing, ever. */
export interface StandInAnswer {
  readonly type: string;
  readonly body: Uint8Array;
  /** The header Exchange-Receipt. */
  readonly receipt?: string;
}

export interface StandIn {
  /** From now on. */
  answerWith(answer: StandInAnswer | null): void;
  close(): Promise<void>;
}

/** Opens it at a port of this machine. */
export async function openStandIn(
  tls: { readonly cert: string; readonly key: string },
  port: number,
): Promise<StandIn> {
  let answer: StandInAnswer | null = null;
  const server = createServer({ cert: tls.cert, key: tls.key }, (request, response) => {
    request.resume();
    if (answer === null) return;
    const { type, body, receipt } = answer;
    const headers = { 'content-type': type, 'content-length': body.length };
    response.writeHead(200, {
      ...headers,
      ...(receipt === undefined ? {} : { 'exchange-receipt': receipt }),
    });
    response.end(body);
  });
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    answerWith(next) {
      answer = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
