/**
 * Callers over real HTTP, at once, each with a new officer for every operation, until the gateway is dead or they are
 * told to stop.
 */
import { randomUUID } from 'node:crypto';
import { Agent, type IncomingMessage, request as openRequest } from 'node:http';
import type { Site, Standing } from '../../support/site.js';

const CALLERS = 16;
/** Answers after which a gateway that should have died is taken for one that will not. */
const MOST_ANSWERS = 4_000;

const KINDS = ['list', 'one', 'refused'] as const;

/** An answer that arrived whole. */
export interface Received {
  readonly officer: string;
  readonly status: number;
  readonly body: Buffer;
  /** The header, as sent. */
  readonly receipt: string | undefined;
}

export interface LoadPlan {
  readonly site: Site;
  readonly url: string;
  /** Begins every officer's number: unique in the run. */
  readonly prefix: string;
  /** Told when the first bytes of an answer are here. */
  readonly onFirstByte: () => void;
  /** Told of each answer that arrived whole. */
  readonly onAnswer?: (answer: Received) => void;
  /** No more is asked once it is aborted. */
  readonly until?: AbortSignal;
}

/** Asks until nobody answers any more, or it is time to stop; every whole answer. */
export async function runLoad(plan: LoadPlan): Promise<readonly Received[]> {
  const received: Received[] = [];
  await Promise.all(
    Array.from({ length: CALLERS }, (_, caller) => runCaller(plan, caller, received)),
  );
  return received;
}

async function runCaller(plan: LoadPlan, caller: number, received: Received[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const { until, onAnswer } = plan;
  const isOver = () => until?.aborted ?? received.length >= MOST_ANSWERS;
  try {
    for (let n = caller; !isOver(); n += CALLERS) {
      const answer = await askOnce(plan, { agent, n });
      if (answer === undefined) return;
      received.push(answer);
      onAnswer?.(answer);
    }
  } finally {
    agent.destroy();
  }
}

interface Turn {
  readonly agent: Agent;
  /** Number of the operation: decides who asks what. */
  readonly n: number;
}

async function askOnce({ site, url, prefix, onFirstByte }: LoadPlan, { agent, n }: Turn) {
  const standing = site.standings[n % site.standings.length];
  if (standing === undefined) throw new Error('the site has no requests');
  const officer = `${prefix}-${n}`;
  const token = await site.mint({ ...standing.caller, officer });
  const { body, request } = operationOf(standing, n);
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    'content-length': String(Buffer.byteLength(body)),
    authorization: `Bearer ${token}`,
    'exchange-request': request,
    'exchange-purpose': standing.purpose,
  };
  const answer = await post(new URL('/graphql', url), { agent, headers, body, onFirstByte });
  return answer && { officer, ...answer };
}

const LIST = `{ subjects(first: 100) { edges { node { id nameCyrillic { surname givenName }
  dateOfBirth documents { series number } registrations { kind place } } } } }`;
const ONE =
  'query ($id: ID!) { person(id: $id) { nameLatin { surname } citizenships { country } } }';

function operationOf({ request }: Standing, n: number) {
  // Across the standings, so that each of them is asked in every way.
  const kind = KINDS[Math.floor(n / 3) % KINDS.length];
  if (kind === 'one') {
    return { request, body: JSON.stringify({ query: ONE, variables: { id: `${request}.1` } }) };
  }
  const body = JSON.stringify({ query: LIST });
  return { request: kind === 'refused' ? randomUUID() : request, body };
}

interface Post {
  readonly agent: Agent;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly onFirstByte: () => void;
}

/** The answer, or undefined where the connection ended before it was whole. */
function post(url: URL, { agent, headers, body, onFirstByte }: Post) {
  return new Promise<Omit<Received, 'officer'> | undefined>((resolve) => {
    const request = openRequest(url, { method: 'POST', agent, headers });
    request.on('error', () => resolve(undefined));
    request.on('response', (response) => {
      onFirstByte();
      resolve(readWhole(response));
    });
    request.end(body);
  });
}

function readWhole(response: IncomingMessage): Promise<Omit<Received, 'officer'> | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', () => resolve(undefined));
    response.on('close', () => {
      const { statusCode: status = 0, complete, headers } = response;
      const receipt = headers['exchange-receipt'];
      const whole = { status, body: Buffer.concat(chunks) };
      resolve(
        complete
          ? { ...whole, receipt: typeof receipt === 'string' ? receipt : undefined }
          : undefined,
      );
    });
  });
}
