/**
 * Certificates (X.509, RFC 5280) made on the spot, so that two gateways can meet on one machine that has nothing but
 * Node. For development and tests: an authority's real certificates come from whoever its Party trusts with them.
 */
import { generateKeyPairSync, hash, type KeyObject, sign } from 'node:crypto';
import { isIP } from 'node:net';
import type { Clock, Ids } from '../base/index.js';
import * as der from './der.js';

/** PEM texts. */
export interface CertifiedKey {
  readonly cert: string;
  readonly key: string;
}

/** What a certificate says. */
export interface CertificateNaming {
  readonly name: string;
  /** Names and IPv4 addresses at which its holder answers. */
  readonly hosts: readonly string[];
  /** Days from now on; 0 or less makes one that has ended. */
  readonly days?: number;
}

export interface CertificateAuthority {
  /** PEM: what others are told to trust. */
  readonly cert: string;
  /** Certifies a new key, for both ends of a connection. */
  issue(naming: CertificateNaming): CertifiedKey;
}

const DAY = 86_400_000;
const DAYS = 30;
const SERIAL_LENGTH = 16;

const OID = {
  commonName: '2.5.4.3',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyId: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
} as const;
const ALGORITHM = der.sequence(der.objectId(OID.ecdsaWithSha256));

/** Makes an authority with a new P-256 key, which nobody else ever sees. */
export function makeCertificateAuthority(
  name: string,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): CertificateAuthority {
  const root = newKey();
  const certify = (naming: CertificateNaming, subject: KeyPair, extensions: readonly Buffer[]) => {
    const now = clock.now();
    const until = now + (naming.days ?? DAYS) * DAY;
    const content = der.sequence(
      der.member(0, der.natural(Buffer.from([2]))),
      der.natural(Buffer.from([1, ...ids.bytes(SERIAL_LENGTH)])),
      ALGORITHM,
      distinguished(name),
      der.sequence(der.instant(Math.min(now, until) - DAY), der.instant(until)),
      distinguished(naming.name),
      subject.info,
      der.member(3, der.sequence(...extensions, keyIds(subject, root))),
    );
    const signature = sign('sha256', content, root.privateKey);
    return pem(der.sequence(content, ALGORITHM, der.bits(signature)));
  };
  return {
    cert: certify({ name, hosts: [] }, root, FOR_AUTHORITY),
    issue(naming) {
      const holder = newKey();
      const cert = certify(naming, holder, [...FOR_HOLDER, ...hostNames(naming.hosts)]);
      return { cert, key: holder.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() };
    },
  };
}

interface KeyPair {
  readonly privateKey: KeyObject;
  /** SubjectPublicKeyInfo. */
  readonly info: Buffer;
}

function newKey(): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { privateKey, info: publicKey.export({ format: 'der', type: 'spki' }) };
}

const extension = (id: string, value: Buffer, isCritical = false): Buffer =>
  der.sequence(der.objectId(id), ...(isCritical ? [der.yes()] : []), der.octets(value));

/** It certifies others (keyCertSign), and those certify nobody. */
const FOR_AUTHORITY: readonly Buffer[] = [
  extension(OID.basicConstraints, der.sequence(der.yes(), der.natural(Buffer.from([0]))), true),
  extension(OID.keyUsage, der.bits(Buffer.from([0x04]), 2), true),
];

/** It signs a handshake (digitalSignature), at either end. */
const FOR_HOLDER: readonly Buffer[] = [
  extension(OID.basicConstraints, der.sequence(), true),
  extension(OID.keyUsage, der.bits(Buffer.from([0x80]), 7), true),
  extension(
    OID.extendedKeyUsage,
    der.sequence(der.objectId(OID.serverAuth), der.objectId(OID.clientAuth)),
  ),
];

const keyIdOf = ({ info }: KeyPair): Buffer => hash('sha256', info, 'buffer').subarray(0, 20);

const keyIds = (subject: KeyPair, issuer: KeyPair): Buffer =>
  Buffer.concat([
    extension(OID.subjectKeyId, der.octets(keyIdOf(subject))),
    extension(OID.authorityKeyId, der.sequence(der.member(0, keyIdOf(issuer), true))),
  ]);

const distinguished = (name: string): Buffer =>
  der.sequence(der.set(der.sequence(der.objectId(OID.commonName), der.text(name))));

const hostNames = (hosts: readonly string[]): readonly Buffer[] =>
  hosts.length === 0 ? [] : [extension(OID.subjectAltName, der.sequence(...hosts.map(hostName)))];

/** A name (dNSName, 2) or an IPv4 address (iPAddress, 7). */
const hostName = (host: string): Buffer =>
  isIP(host) === 4
    ? der.member(7, Buffer.from(host.split('.').map(Number)), true)
    : der.member(2, Buffer.from(host, 'ascii'), true);

const pem = (content: Buffer): string => {
  const lines = content.toString('base64').match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
};
