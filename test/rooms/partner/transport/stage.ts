/** Gateways with keys and certificates of their own, the door of one of them, and callers who use it as they like. */
import type { KeyObject } from 'node:crypto';
import { type ConnectionOptions, connect } from 'node:tls';
import {
  type Clock,
  type MessageSigner,
  systemClock,
  systemIds,
} from '../../../../src/base/index.js';
import {
  type CertificateNaming,
  makeCertificateAuthority,
} from '../../../../src/development/index.js';
import {
  type ExchangeDoor,
  type ExchangeDoorOptions,
  openExchangeDoor,
  openMetrics,
} from '../../../../src/http/index.js';
import {
  fingerprintOf,
  type HttpRequest,
  openReception,
  type PartnerKey,
  type ReceptionOptions,
  type RecognisedMail,
  signRequest,
  type TransportTls,
} from '../../../../src/partner/index.js';
import { clock, countingIds, ed25519Key, signerOf, verificationKey } from '../workbench.js';

export const HOST = '127.0.0.1';
/** Who certifies gateways here, and somebody else of the same name. */
const ROOT = 'Exchange root';
const root = makeCertificateAuthority(ROOT, { clock: systemClock, ids: systemIds });
export const otherRoot = makeCertificateAuthority(ROOT, { clock: systemClock, ids: systemIds });
export const ids = countingIds();

/** One end of a connection: certificate and key, and whom it believes. */
export const certified = (naming: Partial<CertificateNaming> = {}, by = root): TransportTls => ({
  ...by.issue({ name: 'gateway', hosts: [HOST], ...naming }),
  ca: root.cert,
});

export interface TestGateway extends PartnerKey {
  readonly signer: MessageSigner;
  readonly tls: TransportTls;
}

export function gatewayOf(authority: string, privateKey: KeyObject): TestGateway {
  const signer = signerOf(privateKey);
  const tls = certified({ name: authority });
  const certificates = [fingerprintOf(tls.cert)];
  return { authority, signer, key: verificationKey(signer.publicJwk), tls, certificates };
}

export const AZ = gatewayOf('AZ-SMS', ed25519Key(11));
export const KZ = gatewayOf('KZ-MIA', ed25519Key(12));
export const BE = gatewayOf('BE-IO', ed25519Key(13));

/** A register of partners that a test may change while a door is open. */
export const registerOf = (...partners: readonly PartnerKey[]): Map<string, PartnerKey> =>
  new Map(partners.map((partner) => [partner.key.kid, partner]));

export interface StageOptions {
  readonly remember?: ReceptionOptions['remember'];
  readonly handle?: ReceptionOptions['handle'];
  readonly limits?: ExchangeDoorOptions['limits'];
  readonly budget?: ExchangeDoorOptions['budget'];
  readonly origin?: string;
  readonly clock?: Clock;
}

export interface DoorStage {
  readonly door: ExchangeDoor;
  /** Who is a partner: by kid. */
  readonly register: Map<string, PartnerKey>;
  /** What went past every check. */
  readonly handled: RecognisedMail[];
  readonly noted: string[];
  readonly alarmed: unknown[];
  figures(): Promise<string>;
  close(): Promise<void>;
}

/** Nonces in memory. */
export function openMemory(): ReceptionOptions['remember'] {
  const seen = new Set<string>();
  return async ({ keyid, nonce }) => seen.size < seen.add(`${keyid} ${nonce}`).size;
}

/** Opens the door of KZ-MIA, at which AZ-SMS and BE-IO are known. */
export async function openDoorStage(options: StageOptions = {}): Promise<DoorStage> {
  const { remember = openMemory(), handle = async () => ({ receipt: 'e30.e30.e30' }) } = options;
  const register = registerOf(AZ, BE);
  const [handled, noted, alarmed]: [RecognisedMail[], string[], unknown[]] = [[], [], []];
  const metrics = openMetrics();
  const door = await openExchangeDoor({
    host: HOST,
    port: 0,
    origin: options.origin ?? null,
    tls: KZ.tls,
    reception: openReception({
      find: async (keyid) => register.get(keyid),
      remember,
      handle(mail) {
        handled.push(mail);
        return handle(mail);
      },
      signer: KZ.signer,
      clock: options.clock ?? clock,
      ids,
    }),
    metrics,
    log: { note: (code, route) => noted.push(`${code} ${route}`) },
    clock,
    alarm: (error) => alarmed.push(error),
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.budget === undefined ? {} : { budget: options.budget }),
  });
  const figures = () => metrics.text();
  return { door, register, handled, noted, alarmed, figures, close: () => door.close() };
}

export const MAIL = 'eyJ0.bWFpbA.c2ln';

/** Mail to this door, signed by a gateway. */
export const mailTo = (
  url: string,
  signer: MessageSigner = AZ.signer,
  when: Clock & { readonly life?: number } = clock,
): Promise<HttpRequest> =>
  signRequest(plainMail(url), {
    ...{ signer, clock: when, ids },
    ...(when.life === undefined ? {} : { life: when.life }),
  });

export const plainMail = (url: string): HttpRequest => ({
  method: 'POST',
  targetUri: `${url}/exchange/messages`,
  fields: [['Content-Type', 'application/jose']],
  body: Buffer.from(MAIL),
});

/** A request as it stands on the wire. */
export function wireOf({ method, targetUri, fields, body }: HttpRequest): Buffer {
  const path = targetUri.replace(/^https:\/\/[^/]+/, '');
  const own = [
    ['Host', HOST],
    ['Content-Length', String(body.length)],
    ['Connection', 'close'],
  ] as const;
  const lines = [...own, ...fields].map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`), body]);
}

export interface Wire {
  readonly status: number;
  /** Everything that came but the date. */
  readonly text: string;
}

/** What answers to these bytes over TLS, sent as they are, until the other side ends the connection. */
export function sendBytes(url: string, tls: ConnectionOptions, bytes: Uint8Array): Promise<Wire> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect({ ...tls, host: hostname, port: Number(port) }, () =>
      socket.write(bytes),
    );
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', () => {});
    socket.on('close', () => {
      const text = Buffer.concat(chunks)
        .toString()
        .replace(/^date: .*\r\n/im, '');
      resolve({ status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0), text });
    });
  });
}

/** Sends a request over a connection with this certificate. */
export const sendWire = (
  url: string,
  request: HttpRequest,
  { tls }: Pick<TestGateway, 'tls'> = AZ,
): Promise<Wire> => sendBytes(url, tls, wireOf(request));
