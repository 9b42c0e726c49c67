/** One trial: a gateway on what the last one left, callers, its death. */
import { once } from 'node:events';
import { type Random, randomOf } from '../../../src/register/sample/random.js';
import type { Site } from '../../support/site.js';
import type { Build } from '../planted.js';
import type { GatewayProcess } from './gateway-process.js';
import { type Received, runLoad } from './load.js';
import { type Order, STEPS, type Step } from './order.js';

export interface Trial {
  readonly step: Step;
  /** Why the gateway did not start on what was left to it, or undefined. */
  readonly startFault: string | undefined;
  /** Whether it died of what it was told to die of. */
  readonly died: boolean;
  readonly received: readonly Received[];
}

export interface TrialPlan {
  readonly site: Site;
  readonly build: Build;
  readonly seed: number;
  /** From 0. */
  readonly number: number;
}

/** Serves, asks until it is dead, and ends what is left of it. */
export async function runTrial(plan: TrialPlan, gateway: GatewayProcess): Promise<Trial> {
  const order = orderOf(plan);
  const trial = { step: order.step, received: [], startFault: undefined };
  try {
    const url = await gateway.serve(order);
    if (url !== undefined) return { ...trial, ...(await load(plan, { order, gateway, url })) };
    const died = order.step === 'opening';
    return { ...trial, died, startFault: died ? undefined : 'it died before it answered' };
  } catch (error) {
    return { ...trial, died: false, startFault: String(error) };
  } finally {
    gateway.kill();
    await gateway.gone;
  }
}

interface Running {
  readonly order: Order;
  readonly gateway: GatewayProcess;
  readonly url: string;
}

async function load({ site, number }: TrialPlan, { order, gateway, url }: Running) {
  let firstBytes = 0;
  let timer: NodeJS.Timeout | undefined;
  const onFirstByte = () => {
    firstBytes += 1;
    if (order.step === 'first-byte' && firstBytes === order.arrival) gateway.kill();
    // From the first answer on: before it, on a slow machine, nothing would be under way.
    if (order.step === 'random-time') timer ??= setTimeout(() => gateway.kill(), order.delay);
  };
  const received = await runLoad({ site, url, prefix: `R-${number}`, onFirstByte });
  clearTimeout(timer);
  // Callers see the connection end before the parent hears of the exit.
  const patience = once(AbortSignal.timeout(5_000), 'abort');
  const died = await Promise.race([gateway.gone.then(() => true), patience.then(() => false)]);
  return { received, died };
}

const BATCH_STEPS: ReadonlySet<Step> = new Set([
  'before-append',
  'append-sent',
  'appended',
  'kept',
]);

function orderOf({ site, build, seed, number }: TrialPlan): Order {
  const random = randomOf(seed, number);
  const step = stepsInTurn(seed)[number % STEPS.length] ?? 'random-time';
  const { app, ledger } = site.urls;
  return {
    dataDir: site.dataDir,
    urls: { app, ledger },
    build,
    step,
    arrival: step === 'opening' ? 1 : 1 + random.below(BATCH_STEPS.has(step) ? 12 : 80),
    delay: random.below(step === 'random-time' ? 400 : 5),
  };
}

/** Every step once, in an order of this seed. */
function stepsInTurn(seed: number): readonly Step[] {
  const random: Random = randomOf(seed, 1_000_000);
  const keyed = STEPS.map((step) => ({ step, key: random.below(1_000_000) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ step }) => step);
}
