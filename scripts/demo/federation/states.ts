/**
 * The two states of the federated demo: gateways that answer queries over TLS, a token endpoint beside each, and one
 * request that both know, answered by Baku from its register and held by Astana.
 */
import { join } from 'node:path';
import { systemClock, systemIds } from '../../../src/base/index.js';
import { makeCertificateAuthority } from '../../../src/development/index.js';
import { HARD_CASES, type PersonRecord, samplePeople } from '../../../src/register/index.js';
import { dayOf } from '../../../src/treaty/index.js';
import { type DemoGateway, freePort, openDemoGateway, prepare } from '../gateway.js';
import { makeHead, recordLists } from '../lists.js';
import { playToAnswer } from '../story.js';
import type { RouterKeys } from './router-keys.js';
import { openTokenEndpoint, type TokenEndpoint } from './token-endpoint.js';

export interface State {
  /** As in the names of its fields. */
  readonly code: 'AZE' | 'KAZ';
  readonly gateway: DemoGateway;
  readonly tokens: TokenEndpoint;
}

export interface States {
  /** The router's own authority first. */
  readonly all: readonly [kaz: State, aze: State];
  /** PEM: who certified both gateways and their token endpoints. */
  readonly ca: string;
  /** The request that both know; its one subject is `<request>.1`. */
  readonly request: string;
  readonly purpose: 'IDENTITY_ESTABLISHMENT';
  close(): Promise<void>;
}

export interface StatesPlan {
  readonly dir: string;
  /** Whose routers both gateways know; the first is that of Astana's authority, whom tokens are exchanged for. */
  readonly routers: readonly [
    { readonly authority: string; readonly keys: RouterKeys },
    ...{ readonly authority: string; readonly keys: RouterKeys }[],
  ];
  /** Told each step of the case. */
  readonly say?: (line: string) => void;
}

/** Opens both and plays the case. Closes what it opened where it fails. */
export async function openStates(plan: StatesPlan): Promise<States> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    return { ...(await openAll(plan, closers)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openAll(plan: StatesPlan, closers: (() => Promise<void>)[]) {
  const { dir, routers, say = () => undefined } = plan;
  const [{ keys: router }] = routers;
  const certifier = makeCertificateAuthority('States', { clock: systemClock, ids: systemIds });
  const people = [...samplePeople({ seed: 2019, count: 300, today: dayOf(systemClock.now()) })];
  const callers = routers.map(({ authority, keys }) => ({
    authority,
    keys: [{ ...keys.signing }],
  }));
  const common = { dir, certifier, callers, overTls: true };
  const az = await prepare({ ...common, authority: 'AZ-SMS', port: await freePort(), people });
  const kz = await prepare({ ...common, authority: 'KZ-MIA', port: await freePort(), people: [] });
  const open = async (plan: typeof az, partner: typeof az.partner) => {
    const gateway = await openDemoGateway(plan, partner);
    closers.push(() => gateway.close());
    return gateway;
  };
  const [baku, astana] = await Promise.all([open(az, kz.partner), open(kz, az.partner)]);
  const [azHead, kzHead] = await Promise.all(['AZ-SMS', 'KZ-MIA'].map((of) => makeHead(of, dir)));
  if (azHead === undefined || kzHead === undefined) throw new Error('nobody signs');
  const parties = [
    { gateway: baku, head: azHead },
    { gateway: astana, head: kzHead },
  ];
  for (const { gateway } of parties) await recordLists(gateway, parties);
  const request = await playToAnswer({ az: baku, kz: astana, kzHead, say, person: whom(people) });
  const subjects = astana.issuer;
  const beside = async (gateway: DemoGateway, tls: typeof az.tls) => {
    const tokens = await openTokenEndpoint({
      ...{ audience: gateway.authority, issuer: gateway.issuer, subjects, router, tls },
      clock: systemClock,
      // At home an officer is who he is; to the other state he is somebody behind a partner's gateway.
      roleOf: ({ role }) => (gateway === astana ? role : 'PARTNER_GATEWAY'),
    });
    closers.push(() => tokens.close());
    return tokens;
  };
  const all = [
    { code: 'KAZ', gateway: astana, tokens: await beside(astana, kz.tls) },
    { code: 'AZE', gateway: baku, tokens: await beside(baku, az.tls) },
  ] as const;
  const purpose = 'IDENTITY_ESTABLISHMENT' as const;
  return { all, ca: certifier.cert, request, purpose };
}

/** Somebody usual of the sample, who is a national of the state that asks. */
function whom(people: readonly PersonRecord[]): PersonRecord {
  const usual = people.slice(Object.keys(HARD_CASES).length);
  const person = usual.find(
    ({ citizenships, protected: isProtected }) =>
      isProtected !== true && (citizenships ?? []).some(({ country }) => country === 'KAZ'),
  );
  if (person === undefined) throw new Error('the sample has nobody to ask about');
  return person;
}

/** Where the states' certificates stand in the router's folder. */
export const statesCa = (dir: string): string => join(dir, 'states.pem');
