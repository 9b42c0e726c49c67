/**
 * Two whole gateways that speak to each other over mutual TLS, each with a database of its own on the cluster of the
 * run, as the demo has them. Between them and Baku stands a wire that a test can cut.
 */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type DemoGateway,
  freePort,
  openDemoGateway,
  prepare,
} from '../../scripts/demo/gateway.js';
import { type Head, makeHead, recordLists } from '../../scripts/demo/lists.js';
import { systemClock, systemIds } from '../../src/base/index.js';
import {
  type CertificateAuthority,
  makeCertificateAuthority,
} from '../../src/development/index.js';
import type { PersonRecord } from '../../src/register/index.js';
import { openTestDatabase } from './postgres.js';

export interface TwoGateways {
  readonly az: DemoGateway;
  readonly kz: DemoGateway;
  /** The heads of both authorities, with keys that no gateway holds. */
  readonly azHead: Head;
  readonly kzHead: Head;
  /** Who certified both. */
  readonly certifier: CertificateAuthority;
  /** The way from Astana to Baku. */
  readonly wire: Wire;
  close(): Promise<void>;
}

export interface Wire {
  readonly port: number;
  /** While true nothing goes through, and what is open is cut off. */
  cut(isCut: boolean): void;
  close(): Promise<void>;
}

/** Opens both, with these persons in the register of Baku. */
export async function openTwoGateways(people: readonly PersonRecord[]): Promise<TwoGateways> {
  const { other: kz, otherHead: kzHead, ...pair } = await openPair(people, ASTANA);
  return { ...pair, kz, kzHead };
}

interface Counterpart {
  readonly authority: 'KZ-MIA' | 'BE-IO';
  /** Those that its head, and that of Baku, sign under. */
  readonly instruments: readonly string[];
}

const ASTANA: Counterpart = { authority: 'KZ-MIA', instruments: ['AZ-KZ-2019'] };
export const BRUSSELS: Counterpart = {
  authority: 'BE-IO',
  instruments: ['AZ-BE-2019', 'EU-AZ-2014'],
};

export interface GatewayPair extends Omit<TwoGateways, 'kz' | 'kzHead'> {
  readonly other: DemoGateway;
  readonly otherHead: Head;
}

/** Opens the gateway of Baku, with these persons in its register, and one of its counterparts. */
export async function openPair(
  people: readonly PersonRecord[],
  { authority, instruments }: Counterpart,
): Promise<GatewayPair> {
  const dir = await mkdtemp(join(tmpdir(), 'sorgu-two-'));
  await chmod(dir, 0o711);
  const certifier = makeCertificateAuthority('Test', { clock: systemClock, ids: systemIds });
  const azPort = await freePort();
  const wire = await openWire(azPort);
  const az = await prepare({
    ...{ dir, certifier, people, authority: 'AZ-SMS', counterpart: authority, port: azPort },
    origin: `https://127.0.0.1:${wire.port}`,
    database: await ownDatabase(),
  });
  const theirs = await prepare({
    ...{ dir, certifier, people: [], authority, port: await freePort() },
    database: await ownDatabase(),
  });
  const [baku, other] = await Promise.all([
    openDemoGateway(az, theirs.partner),
    openDemoGateway(theirs, az.partner),
  ]);
  const parties = [
    { gateway: baku, head: await makeHead('AZ-SMS', dir) },
    { gateway: other, head: await makeHead(authority, dir) },
  ] as const;
  for (const { gateway } of parties) await recordLists(gateway, parties, instruments);
  return {
    ...{ certifier, wire, az: baku, other, azHead: parties[0].head, otherHead: parties[1].head },
    async close() {
      await Promise.all([baku.close(), other.close()]);
      await wire.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

async function ownDatabase() {
  const { urls, drop } = await openTestDatabase();
  return { urls, close: drop };
}

/** A port that passes bytes on, both ways, unless it is cut. */
async function openWire(to: number): Promise<Wire> {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect(to, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    cut(cut) {
      isCut = cut;
      if (cut) for (const socket of open) socket.destroy();
    },
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
