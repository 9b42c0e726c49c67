/**
 * A query to two states through the example router, against what it asks of each, asked of that one alone over the same
 * kind of line. Gateways and router are processes of their own; one query at a time, ways in turn in each round.
 * `npm run bench:federation -- --rounds 7 --queries 60`
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeRouterKeys } from '../../scripts/demo/federation/router-keys.js';
import {
  installRouter,
  type RouterProcess,
  startRouter,
} from '../../scripts/demo/federation/router-process.js';
import { writeRouterSettings } from '../../scripts/demo/federation/router-settings.js';
import { openStates } from '../../scripts/demo/federation/states.js';
import { overlap } from '../../scripts/demo/federation/story.js';
import { ANALYST } from '../../scripts/demo/story.js';
import { usedBy } from './federation/cpu.js';
import { serveApart } from './federation/gateway-process.js';
import { ALONE, openWays, ROUTED, ROUTER, type Way } from './federation/ways.js';
import { type Line, printTable } from './report.js';
import { median, overRounds, rotated } from './statistics.js';

const options = {
  rounds: { type: 'string', default: '7' },
  queries: { type: 'string', default: '60' },
} as const;
const { values } = parseArgs({ options });
const [ROUNDS, QUERIES] = [Number(values.rounds), Number(values.queries)];
if (!(ROUNDS >= 1) || !(QUERIES >= 1))
  throw new RangeError('--rounds and --queries take 1 or more');
/** Of each way, unmeasured. */
const WARM = 60;

/** By way: the middle of a round's times, and the time that a tenth of them stays under, in milliseconds. */
type Round = Readonly<Record<string, { readonly p50: number; readonly p10: number }>>;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const dir = await mkdtemp(join(tmpdir(), 'sorgu-federation-'));
await chmod(dir, 0o711);
const closers: (() => Promise<unknown>)[] = [() => rm(dir, { recursive: true, force: true })];
try {
  await installRouter(say);
  const keys = await makeRouterKeys(join(dir, 'router'));
  const opened = await openStates({ dir, routers: [{ authority: 'KZ-MIA', keys }] });
  closers.push(() => opened.close());
  const [kaz, aze] = opened.all;
  const callers = [{ authority: 'KZ-MIA', keys: [{ ...keys.signing }] }];
  const astana = await serveApart(kaz.gateway, { partner: aze.gateway, callers });
  closers.push(() => astana.close());
  const baku = await serveApart(aze.gateway, { partner: kaz.gateway, callers });
  closers.push(() => baku.close());
  const all = [
    { ...kaz, gateway: astana.gateway },
    { ...aze, gateway: baku.gateway },
  ] as const;
  const states = { ...opened, all };
  const router = await startRouter(await writeRouterSettings(keys, states));
  closers.push(() => router.close());
  const caller = { ...ANALYST, authority: 'KZ-MIA', unit: null, gateway: null };
  const token = await kaz.gateway.issuer.sign(caller);
  const { request, purpose } = states;
  const ways = await openWays(states, keys, { url: router.url, token, request, purpose });
  closers.push(async () => ways.close());
  for (const name of ways.names) await timesOf(ways.ask[name], WARM);
  const warm = router.trace.length;
  const processes = { router: router.pid, Baku: baku.pid, Astana: astana.pid };
  const before = Object.entries(processes).map(([name, pid]) => [name, pid, usedBy(pid)] as const);
  const rounds: Round[] = [];
  for (let nth = 0; nth < ROUNDS; nth += 1) {
    const measured: [string, Round[string]][] = [];
    for (const name of rotated(ways.names, nth)) {
      const times = [...(await timesOf(ways.ask[name], QUERIES))].sort((a, b) => a - b);
      const p10 = times[Math.floor(times.length / 10)] ?? Number.NaN;
      measured.push([name, { p50: median(times), p10 }]);
    }
    rounds.push(Object.fromEntries(measured));
  }
  printTable(linesOf(ways.names, rounds));
  tellTrace(router, warm);
  const asked = ROUNDS * QUERIES;
  const used = before.map(([name, pid, start]) => {
    // Of the five ways three go through the router, and three to each gateway.
    return `${name} ${((usedBy(pid) - start) / asked / 3).toFixed(1)} ms`;
  });
  say(`processor time for one query: ${used.join(', ')}`);
} finally {
  for (const closer of closers.reverse()) await closer();
}

/** Milliseconds of each, one after the other. */
async function timesOf(way: Way | undefined, count: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    const began = performance.now();
    await way?.();
    times.push(performance.now() - began);
  }
  return times;
}

function linesOf(names: readonly string[], rounds: readonly Round[]): readonly Line[] {
  type Figure = 'p50' | 'p10';
  const of = (name: string, figure: Figure) => (round: Round) =>
    round[name]?.[figure] ?? Number.NaN;
  const times = (ways: typeof ALONE | typeof ROUTED, figure: Figure) =>
    overRounds(rounds, (round) => {
      const slower = Math.max(of(ways.AZE, figure)(round), of(ways.KAZ, figure)(round));
      return of(ROUTER, figure)(round) / slower;
    });
  const ratio = (name: string, measured: Line['measured']) => ({ name, measured, unit: 'x' });
  return [
    ...names.map((name) => ({ name, unit: 'ms', measured: overRounds(rounds, of(name, 'p50')) })),
    {
      ...ratio('both, times the slower state alone (p50)', times(ALONE, 'p50')),
      goal: { at: 'most', value: 1.6 },
    },
    // Where others use the machine too, what they leave alone.
    ratio('the same of the fastest tenth', times(ALONE, 'p10')),
    ratio('both, times the slower state through the router (p50)', times(ROUTED, 'p50')),
  ];
}

/** By the router's own trace of begin and end: whether both were asked in parallel, and what is the router's own. */
function tellTrace(router: RouterProcess, from: number): void {
  const queries = [...new Set(router.trace.slice(from).map(({ query }) => query))];
  const all = queries.map((query) => router.trace.filter((hop) => hop.query === query));
  const hops = all.filter((of) => of.length > 1);
  const together = hops.filter(overlap).length;
  say(`both states asked at the same time, by the trace: ${together} of ${hops.length} queries`);
  const apart = median(hops.map((of) => span(of.map(({ began }) => began))));
  const longest = median(
    hops.map((of) => Math.max(...of.map(({ began, ended }) => ended - began))),
  );
  say(
    `the second asked ${apart.toFixed(2)} ms after the first, the longer hop ${longest.toFixed(2)} ms (medians)`,
  );
}

function span(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
