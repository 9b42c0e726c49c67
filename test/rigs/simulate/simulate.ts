/** One simulated run: two gateways and their officers, twelve days of bad weather, then calm, then judgement. */
import { createHash } from 'node:crypto';
import { type Case, draftCase, type WantedItems } from '../../../src/requests/index.js';
import { openAgenda } from './agenda.js';
import { Gateway, type World } from './gateway.js';
import { type Click, judge } from './judge.js';
import { drawMotion } from './officers.js';
import type { Protocol } from './protocol.js';
import { openRandom } from './random.js';
import type { Tally } from './tally.js';
import { CALM, drawWeather } from './weather.js';

const DAY = 86_400_000;
const DAYS = 12;
const LENGTH = DAYS * DAY;
const EPOCH = Date.UTC(2026, 0, 1);
/** More than any run needs: one that is not quiet by then never will be. */
const MOST = 200_000;
const WANTED: readonly WantedItems[] = [
  { n: 1, items: ['SEX', 'PHOTOGRAPH'] },
  { n: 2, items: ['SEX'] },
];

export interface RunPlan {
  readonly seed: number;
  readonly protocol: Protocol;
  readonly tally: Tally;
}

/** Runs one seed; returns what is wrong at its end. The same seed is the same run. */
export function simulate({ seed, protocol, tally }: RunPlan): readonly string[] {
  const random = openRandom(seed);
  const weather = drawWeather(random);
  const world: World = {
    agenda: openAgenda(),
    random,
    protocol,
    tally,
    weather,
    outageUntil: 0,
  };
  const pair = [new Gateway('AZ-SMS', world, EPOCH), new Gateway('KZ-MIA', world, EPOCH)] as const;
  pair[0].partner = pair[1];
  pair[1].partner = pair[0];
  for (const gateway of pair) fileDrafts(gateway, world);
  const clicks: Click[] = [];
  planOutage(world);
  for (let act = random.between(10, 60); act > 0; act -= 1) {
    world.agenda.after(random.between(0, LENGTH), () => actOnce({ pair, world, clicks }));
  }
  for (let day = 1; day <= DAYS; day += 1) {
    world.agenda.after(day * DAY, () => {
      for (const gateway of pair) gateway.tick();
    });
  }
  world.agenda.after(LENGTH + 1, () => {
    world.weather = CALM;
    world.outageUntil = 0;
  });
  const end = world.agenda.run(MOST);
  count(tally, pair, clicks);
  return end === 'QUIET' ? judge(pair, clicks) : ['STUCK: it does not end'];
}

/** Each gateway is both sides: it asks the other about something. */
function fileDrafts(gateway: Gateway, { random }: World): void {
  for (let drafts = random.between(1, 2); drafts > 0; drafts -= 1) {
    const id = random.uuid();
    const request = createHash('sha256').update(id).digest('hex');
    gateway.file(draftCase({ id, request, wanted: WANTED }));
  }
}

function planOutage(world: World): void {
  const { agenda, random, weather } = world;
  agenda.after(random.between(0, LENGTH / 2), () => {
    world.outageUntil = agenda.now + weather.outage;
  });
}

interface Stage {
  readonly pair: readonly [Gateway, Gateway];
  readonly world: World;
  readonly clicks: Click[];
}

/** An officer somewhere does something; sometimes once more what was done before, with the same id. */
function actOnce({ pair, world, clicks }: Stage): void {
  const { random } = world;
  if (clicks.length > 0 && random.hits(0.15)) {
    const { gateway, motion } = random.pick(clicks);
    click(gateway, motion, clicks);
    return;
  }
  const gateway = random.pick(pair);
  const cases: readonly Case[] = Object.values(gateway.disk.read().cases);
  const found = random.pick(cases);
  // A draft goes on its way at once: what is to be tried comes after.
  const steps = found.state === 'DRAFT' ? 2 : 1;
  for (let step = 0; step < steps; step += 1) {
    const now = gateway.disk.read().cases[found.head.id] ?? found;
    click(gateway, drawMotion({ found: now, now: gateway.now, random }), clicks);
  }
}

function click(gateway: Gateway, motion: Click['motion'], clicks: Click[]): void {
  const delivery = gateway.make(motion);
  clicks.push({ gateway, motion, taken: delivery === 'TAKEN' || delivery === 'DUPLICATE' });
}

function count(tally: Tally, pair: readonly Gateway[], clicks: readonly Click[]): void {
  tally.count('runs');
  tally.count('motions of officers', clicks.length);
  for (const { disk } of pair) {
    for (const found of Object.values(disk.read().cases)) {
      if (found.side === 'REQUESTED') tally.count('moves recorded', found.chain.length);
      if (found.side === 'REQUESTED') tally.count(`cases ended in ${found.state}`);
      const isDeclined = found.side === 'REQUESTING' ? found.motions : [];
      const declined = isDeclined.filter(({ settled }) => settled?.as === 'DECLINED').length;
      tally.count('inputs declined', declined);
    }
  }
}
