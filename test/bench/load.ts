/** The load: a number of connections kept alive, each asking again as soon as it is answered. */
import { Agent, request as send } from 'node:http';

/** One request, as it is sent again and again. */
export interface Shot {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

/** Connections kept alive; `close` ends them. */
export interface Gun {
  fire(shot: Shot): Promise<Reply>;
  close(): void;
}

/** Opens at most so many connections. */
export function openGun(connections: number): Gun {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  return { fire: (shot) => fire(agent, shot), close: () => agent.destroy() };
}

function fire(agent: Agent, { url, headers, body }: Shot): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const outgoing = send(url, { agent, method: 'POST', headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks) });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** When to stop: after this time, or after so many requests. */
export type Until = { readonly ms: number } | { readonly requests: number };

export interface Volley {
  readonly requests: number;
  /** Milliseconds from the first request to the last answer. */
  readonly wallMs: number;
}

/** Fires from so many connections at once; rejects at the first answer that is no 200. */
export async function volley(shot: Shot, connections: number, until: Until): Promise<Volley> {
  const gun = openGun(connections);
  let answered = 0;
  const began = performance.now();
  let sent = 0;
  const isOver = () =>
    'ms' in until ? performance.now() - began >= until.ms : sent >= until.requests;
  const worker = async () => {
    while (!isOver()) {
      sent += 1;
      const { status } = await gun.fire(shot);
      if (status !== 200) throw new Error(`${shot.url} answered ${status}`);
      answered += 1;
    }
  };
  try {
    await Promise.all(Array.from({ length: connections }, worker));
    return { requests: answered, wallMs: performance.now() - began };
  } finally {
    gun.close();
  }
}
