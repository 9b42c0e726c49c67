/** Faults of the kernel under gateways that callers ask, each on what the last one left. */
import { setTimeout as pause } from 'node:timers/promises';
import { randomOf } from '../../../src/register/sample/random.js';
import { closePool, openOwner } from '../../../src/store/index.js';
import { makeMemoryDir } from '../../support/data-dir.js';
import { openSite, type Site } from '../../support/site.js';
import { judge } from '../judge.js';
import { withChild } from '../kill/bundle.js';
import { type GatewayProcess, openProcesses } from '../kill/gateway-process.js';
import { type Received, runLoad } from '../kill/load.js';
import type { Outcome, RigPlan } from '../rig.js';
import { attach, type Injection, injectionOf } from './injection.js';

/** Answers of persons under trace, and after it, that are enough; milliseconds for them. */
const UNDER_TRACE = { count: 100, longest: 3_000 };
const AFTER = { count: 20, longest: 30_000 };

const STATUSES: ReadonlySet<number> = new Set([200, 403, 503]);

/** Injects so many times; then weighs all that was answered. */
export const runTraced = (plan: RigPlan): Promise<Outcome> =>
  withChild((script) => runOn(script, plan));

async function runOn(script: string, plan: RigPlan): Promise<Outcome> {
  const site = await openSite(await makeMemoryDir());
  const received: Received[] = [];
  const faults: string[] = [];
  let [injected, died] = [0, 0];
  const processes = openProcesses(script);
  try {
    for (let number = 0; number < plan.trials; number += 1) {
      const injection = injectionOf(number, randomOf(plan.seed, number));
      const tried = await runTrial({ plan, site, number, injection }, processes.next());
      received.push(...tried.received);
      injected += tried.isInjected ? 1 : 0;
      died += tried.isDead ? 1 : 0;
      faults.push(...faultsOf(tried).map((fault) => `${number} ${nameOf(injection)}: ${fault}`));
      plan.onTrial(number + 1);
    }
    const { damage, ...judgement } = await judge(site, received);
    const figures = `${injected} injections fell, ${died} gateways died of them`;
    return { ...judgement, damage: [...damage, ...faults], figures };
  } finally {
    processes.close();
    await site.close();
  }
}

/** Why it did not serve, and answers of a status that this load is never given, whatever fails below. */
const faultsOf = ({ fault, received }: Tried): readonly string[] => [
  ...(fault === undefined ? [] : [fault]),
  ...received.flatMap(({ status }) => (STATUSES.has(status) ? [] : [`status ${status}`])),
];

const nameOf = ({ target, call, fault, at }: Injection): string =>
  `${target} ${call} ${fault} at ${at}`;

interface TrialPlan {
  readonly plan: RigPlan;
  readonly site: Site;
  readonly number: number;
  readonly injection: Injection;
}

interface Tried {
  readonly received: readonly Received[];
  readonly isInjected: boolean;
  readonly isDead: boolean;
  readonly fault: string | undefined;
}

const NOT_TRIED = { received: [], isInjected: false, isDead: false };

async function runTrial(trial: TrialPlan, gateway: GatewayProcess): Promise<Tried> {
  const { dataDir, urls } = trial.site;
  const { build } = trial.plan;
  // A step that this process knows nothing of: it dies by the injection alone.
  const order = { dataDir, urls, build, step: 'random-time', arrival: 1, delay: 0 } as const;
  try {
    const url = await gateway.serve(order);
    if (url === undefined) return { ...NOT_TRIED, fault: 'it died before it answered' };
    return await tryOn(trial, { gateway, url });
  } catch (error) {
    return { ...NOT_TRIED, fault: String(error) };
  } finally {
    gateway.kill();
    await gateway.gone;
  }
}

interface Running {
  readonly gateway: GatewayProcess;
  readonly url: string;
}

async function tryOn({ site, number, injection }: TrialPlan, running: Running): Promise<Tried> {
  const { gateway } = running;
  let isDead = false;
  void gateway.gone.then(() => {
    isDead = true;
  });
  const pid = injection.target === 'gateway' ? gateway.pid : await pidOf(site, injection.target);
  const tracer = await attach(pid, injection);
  const under = await ask(running, { site, prefix: `T-${number}`, ...UNDER_TRACE });
  const isInjected = await tracer.detach();
  if (isDead) return { received: under, isInjected, isDead, fault: undefined };
  const after = await ask(running, { site, prefix: `U-${number}`, ...AFTER });
  const isBack = countPersons(after) >= AFTER.count;
  const fault = isBack || isDead ? undefined : 'it did not answer any more';
  return { received: [...under, ...after], isInjected, isDead, fault };
}

interface Questions {
  readonly site: Site;
  readonly prefix: string;
  readonly count: number;
  readonly longest: number;
}

const countPersons = (received: readonly Received[]): number =>
  received.filter(({ status }) => status === 200).length;

/** Asks until so many persons are answered, nobody answers any more, or it takes too long. */
async function ask({ gateway, url }: Running, questions: Questions): Promise<readonly Received[]> {
  const { site, prefix, count, longest } = questions;
  const all: Received[] = [];
  const end = performance.now() + longest;
  let isGone = false;
  void gateway.gone.then(() => {
    isGone = true;
  });
  for (let round = 0; countPersons(all) < count && performance.now() < end && !isGone; round += 1) {
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), end - performance.now());
    let persons = countPersons(all);
    const onAnswer = ({ status }: Received) => {
      persons += status === 200 ? 1 : 0;
      if (persons >= count) stop.abort();
    };
    const load = { site, url, onAnswer, until: stop.signal, onFirstByte: () => undefined };
    all.push(...(await runLoad({ ...load, prefix: `${prefix}-${round}` })));
    clearTimeout(late);
    // Callers end with their connections: others come.
    await pause(10);
  }
  return all;
}

const WHERE = { ledger: 'sorgu ledger', walwriter: 'walwriter' } as const;

async function pidOf({ urls }: Site, target: keyof typeof WHERE): Promise<number> {
  const admin = openOwner(urls.admin);
  try {
    const name = WHERE[target];
    const [found] = await admin<{ pid: number }[]>`
      select pid from pg_stat_activity where ${name} in (application_name, backend_type)`;
    if (found === undefined) throw new Error(`PostgreSQL has no ${target}`);
    return found.pid;
  } finally {
    await closePool(admin);
  }
}
