/** Lists and single persons asked over HTTP of every way in turn, round by round. */
import { listBody, oneBody } from '../documents.js';
import type { Host } from '../host.js';
import { type Shot, volley } from '../load.js';
import { CONNECTIONS, type Plan } from '../plan.js';
import type { BenchRequests, Standing } from '../requests.js';
import { rotated } from '../statistics.js';
import type { Way } from '../ways/open-ways.js';

/** One way asked one thing. */
export type Case = `${'list' | 'one'} ${Way}` | 'list half';

export interface Measured {
  /** Milliseconds of CPU for a request, of the server and of PostgreSQL. */
  readonly cpu: number;
  /** Of the server alone. */
  readonly ownCpu: number;
  /** Requests a second. */
  readonly throughput: number;
}

export type Round = Readonly<Record<string, Measured>>;

export const LOADED: readonly Case[] = [
  'list plain',
  'list authorized',
  'list half',
  'list sealed',
  'list naive',
  'list raw',
  'list limit',
  'list per-value',
  'one plain',
  'one authorized',
  'one sealed',
];

const PRODUCT: readonly Way[] = ['authorized', 'sealed', 'authorized-unwalled', 'sealed-unwalled'];

export interface Shots {
  readonly of: (asked: Case) => Shot;
}

/** Prepares what is sent: the product's ways with tokens of their own development issuers. */
export async function openShots(host: Host, requests: BenchRequests): Promise<Shots> {
  const tokens = new Map<Way, ReadonlyMap<string, string>>();
  for (const way of PRODUCT) tokens.set(way, await tokensOf(host.urls[way]));
  const product = (way: Way, standing: Standing) => {
    const { authority, role, request, purpose } = standing;
    return {
      authorization: `Bearer ${tokens.get(way)?.get(`${authority} ${role}`) ?? ''}`,
      'exchange-request': request,
      'exchange-purpose': purpose,
    };
  };
  const bodies = { list: listBody(), one: oneBody(requests.one.request) };
  return {
    of(asked) {
      if (asked === 'list half') {
        const headers = { ...JSON_HEADERS, ...product('authorized', requests.half) };
        return { url: host.urls.authorized, headers, body: bodies.list };
      }
      const [what, way] = asked.split(' ') as ['list' | 'one', Way];
      const own = tokens.has(way) ? product(way, requests[what]) : {};
      return { url: host.urls[way], headers: { ...JSON_HEADERS, ...own }, body: bodies[what] };
    },
  };
}

const JSON_HEADERS = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json',
};

interface Persona {
  readonly authority: string;
  readonly role: string;
  readonly token: string;
}

async function tokensOf(url: string): Promise<ReadonlyMap<string, string>> {
  const response = await fetch(new URL('/dev/personas', url));
  const personas: readonly Persona[] = await response.json();
  return new Map(personas.map(({ authority, role, token }) => [`${authority} ${role}`, token]));
}

export interface Course {
  readonly host: Host;
  readonly databaseCpu: () => Promise<number>;
  readonly shots: Shots;
  readonly plan: Plan;
}

/** Asks each case in turn for a while; figures of one round. */
export async function runRound(
  { host, databaseCpu, shots, plan }: Course,
  cases: readonly Case[],
  { round, connections }: { readonly round: number; readonly connections: number },
): Promise<Round> {
  const measured: Record<string, Measured> = {};
  for (const one of rotated(cases, round)) {
    const isSlow = one === 'list per-value';
    const ms = one.startsWith('list') ? plan.listMs : plan.windowMs;
    const until = isSlow ? { requests: plan.slowRequests } : { ms };
    const databaseBefore = await databaseCpu();
    const before = await host.ask({ kind: 'settle' });
    const { requests, wallMs } = await volley(
      shots.of(one),
      isSlow ? plan.slowRequests : connections,
      until,
    );
    const spent = (await host.ask({ kind: 'cpu' })) - before;
    const byDatabase = (await databaseCpu()) - databaseBefore;
    measured[one] = {
      cpu: (spent + byDatabase) / requests,
      ownCpu: spent / requests,
      throughput: (requests * 1000) / wallMs,
    };
  }
  return measured;
}

/** Asks everything for a while, unmeasured: code compiled, statements prepared, pages in memory. */
export async function warmUp(course: Course): Promise<void> {
  for (const one of LOADED) {
    if (one === 'list per-value') continue;
    await volley(course.shots.of(one), CONNECTIONS, { ms: course.plan.listMs });
  }
}
