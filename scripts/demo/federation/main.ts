/**
 * `npm run demo:federation`: a router of the Ministry of Internal Affairs of Kazakhstan over its own gateway, that of the
 * State Migration Service of Azerbaijan, and a subgraph of its own. One query asks both states about one person of one
 * request; each decides and notes for itself. Ends with exit code 1 where anything is not as it says.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ANALYST } from '../story.js';
import { verifyLedgerOf } from '../verify.js';
import { openClaims } from './claims.js';
import { impostors } from './impostors.js';
import { openProbes } from './probes.js';
import { makeRouterKeys } from './router-keys.js';
import { installRouter, startRouter } from './router-process.js';
import { writeRouterSettings } from './router-settings.js';
import { openStandIn } from './stand-in.js';
import { openStates } from './states.js';
import { stay } from './stay.js';
import { askBoth, askImpostor, askWithout, countBoth, knock, type Scene } from './story.js';

const began = performance.now();
const say = (line: string): void => {
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(5);
  process.stdout.write(`${seconds} s  ${line}\n`);
};
const { values } = parseArgs({ options: { stay: { type: 'string' } } });
const claims = openClaims(say);
const dir = await mkdtemp(join(tmpdir(), 'sorgu-federation-'));
// PostgreSQL's own account walks through it.
await chmod(dir, 0o711);
const closers: (() => Promise<void>)[] = [() => rm(dir, { recursive: true, force: true })];
try {
  if (values.stay === undefined) await play();
  else await stay({ dir, folder: values.stay, say });
} finally {
  for (const closer of closers.reverse()) await closer();
}
if (values.stay === undefined) {
  say(claims.broken === 0 ? 'done: all as said' : `done: ${claims.broken} NOT as said`);
}
process.exitCode = claims.broken === 0 ? 0 : 1;

async function play(): Promise<void> {
  await installRouter(say);
  say('starting two states, each with its own PostgreSQL, keys, certificate and token endpoint');
  const keys = await makeRouterKeys(join(dir, 'router'));
  const another = await makeRouterKeys(join(dir, 'another'), { name: 'router.be-io.invalid' });
  const states = await openStates({
    dir,
    routers: [
      { authority: 'KZ-MIA', keys },
      { authority: 'BE-IO', keys: another },
    ],
  });
  closers.push(() => states.close());
  const [{ gateway: astana }, { gateway: baku }] = states.all;
  const { request, purpose } = states;
  say(`Astana sent a signed request, Baku answered it in part (10(4)): both know ${request}.1`);
  const router = await startRouter(await writeRouterSettings(keys, states, { patience: 5_000 }));
  closers.push(() => router.close());
  say(
    "Astana's router composed three graphs: KAZ and AZE from what their gateways told it, and case files",
  );
  const token = await astana.issuer.sign({
    ...{ ...ANALYST, authority: 'KZ-MIA', unit: null, gateway: null },
  });
  const asking = { url: router.url, token, request, purpose };
  const scene: Scene = { asking, router, keys, claims, say };

  say(`the analyst asks both states in one query, for ${purpose}:`);
  const answer = await askBoth(scene);

  say("at the door of Baku's gateway, with genuine tokens:");
  const probes = await openProbes({ states, router: keys, another, dir });
  const byHand = await knock(probes, scene);
  const [genuine] = byHand;
  if (genuine === undefined) throw new Error('Baku answers nobody');

  say("Baku's gateway is stopped; the same query again:");
  const port = Number(new URL(baku.url).port);
  await baku.stop();
  await askWithout(scene, answer);

  say('somebody stands in its place, with its certificate:');
  const standIn = await openStandIn(baku.witness.tls, port);
  closers.push(() => standIn.close());
  await askImpostor(scene, { standIn, answers: impostors(genuine) });

  say('the ledgers, recomputed whole:');
  for (const gateway of [baku, astana]) say(`    ${await verifyLedgerOf(gateway)}`);
  await countBoth(scene, [
    { code: 'AZE', gateway: baku, byHand: byHand.length },
    { code: 'KAZ', gateway: astana, byHand: 0 },
  ]);
}
