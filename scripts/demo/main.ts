/**
 * `npm run demo`: two gateways on this machine, the State Migration Service of Azerbaijan and the Ministry of Internal
 * Affairs of Kazakhstan, with databases and keys of their own, and one invented case from the first draft to its closing.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock, systemIds } from '../../src/base/index.js';
import { makeCertificateAuthority } from '../../src/development/index.js';
import { HARD_CASES, samplePeople } from '../../src/register/index.js';
import { dayOf } from '../../src/treaty/index.js';
import { type DemoGateway, freePort, openDemoGateway, prepare } from './gateway.js';
import { makeHead, recordLists } from './lists.js';
import { play } from './story.js';
import { verifyLedgerOf } from './verify.js';

const began = performance.now();
const say = (line: string): void => {
  const seconds = ((performance.now() - began) / 1000).toFixed(1).padStart(5);
  process.stdout.write(`${seconds} s  ${line}\n`);
};

const dir = await mkdtemp(join(tmpdir(), 'sorgu-demo-'));
// PostgreSQL's own account walks through it.
await chmod(dir, 0o711);
const opened: DemoGateway[] = [];
try {
  say('starting two gateways, each with its own PostgreSQL, keys and certificate');
  const people = [...samplePeople({ seed: 2019, count: 300, today: dayOf(systemClock.now()) })];
  const person = people
    .slice(Object.keys(HARD_CASES).length)
    .find(
      ({ citizenships, protected: isProtected }) =>
        isProtected !== true && (citizenships ?? []).some(({ country }) => country === 'KAZ'),
    );
  if (person === undefined) throw new Error('the sample has nobody to ask about');
  const certifier = makeCertificateAuthority('Demo', { clock: systemClock, ids: systemIds });
  const common = { dir, certifier };
  const az = await prepare({ ...common, authority: 'AZ-SMS', port: await freePort(), people });
  const kz = await prepare({ ...common, authority: 'KZ-MIA', port: await freePort(), people: [] });
  const gateways = await Promise.all([
    openDemoGateway(az, kz.partner),
    openDemoGateway(kz, az.partner),
  ]);
  opened.push(...gateways);
  const [baku, astana] = gateways;
  const heads = await Promise.all(gateways.map(({ authority }) => makeHead(authority, dir)));
  const parties = gateways.flatMap((gateway, at) => {
    const head = heads[at];
    return head === undefined ? [] : [{ gateway, head }];
  });
  for (const gateway of gateways) await recordLists(gateway, parties);
  say('the Parties have exchanged signatories and letterheads (9(3))');
  const kzHead = heads[1];
  if (kzHead === undefined) throw new Error('nobody signs');
  await play({ az: baku, kz: astana, kzHead, person, say });
  for (const gateway of gateways) say(await verifyLedgerOf(gateway));
} finally {
  await Promise.all(opened.map((gateway) => gateway.close()));
  await rm(dir, { recursive: true, force: true });
}
say('done');
