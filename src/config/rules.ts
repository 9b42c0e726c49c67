/** What the settings demand of each other, and what production demands of all of them. */
import { X509Certificate } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type { Settings } from './schema.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What the settings must suffice for: answering, or only `migrate` and `import`. */
export type Task = 'serve' | 'maintain';

/** The door for other gateways: all of it, or none. */
const EXCHANGE = ['EXCHANGE_PORT', 'EXCHANGE_TLS_CERT', 'EXCHANGE_TLS_KEY', 'EXCHANGE_TLS_CA'];
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/i;

/** Rules on the environment as given. Looked at beside the schema, so that all faults are told at once. */
export function rulesFor(
  raw: Environment,
  task: Task,
): readonly { broken: boolean; fault: string }[] {
  const has = (name: string): boolean => raw[name] !== undefined;
  const needs = (name: string) => ({ broken: !has(name), fault: `${name}: needed in production` });
  const together = (name: string, ...others: readonly string[]) => ({
    broken: others.some(has) && !has(name),
    fault: `${name}: needed beside ${others.join(', ')}`,
  });
  const production = raw.SORGU_MODE !== 'development';
  if (task === 'maintain') return [];
  const served = ['DATABASE_URL', 'DATABASE_LEDGER_URL', 'JWT_ISSUER', 'JWT_AUDIENCE', 'JWKS'];
  const open = !LOOPBACK.test(raw.HOST ?? '127.0.0.1');
  const secured = has('TLS_CERT') || raw.TLS_TERMINATED === '1';
  const inDevelopment = [
    { broken: open, fault: 'HOST: loopback in development' },
    together('DATABASE_LEDGER_URL', 'DATABASE_URL'),
    together('DATABASE_URL', 'DATABASE_LEDGER_URL'),
    together('JWT_ISSUER', 'JWT_AUDIENCE', 'JWKS'),
    together('JWT_AUDIENCE', 'JWT_ISSUER', 'JWKS'),
    together('JWKS', 'JWT_ISSUER', 'JWT_AUDIENCE'),
  ];
  return [
    ...(production ? served.map(needs) : inDevelopment),
    together('TLS_KEY', 'TLS_CERT'),
    together('TLS_CERT', 'TLS_KEY'),
    ...EXCHANGE.map((name) => together(name, ...EXCHANGE.filter((other) => other !== name))),
    {
      broken: has('EXCHANGE_PORT') && has('DATABASE_URL') && !has('DATABASE_EXCHANGE_URL'),
      fault: 'DATABASE_EXCHANGE_URL: needed beside EXCHANGE_PORT and DATABASE_URL',
    },
    {
      broken: has('EXCHANGE_URL') && !has('EXCHANGE_PORT'),
      fault: 'EXCHANGE_URL: only beside EXCHANGE_PORT',
    },
    {
      broken: has('SUBGRAPH_URL') && !has('SUBGRAPH_CALLERS'),
      fault: 'SUBGRAPH_URL: only beside SUBGRAPH_CALLERS',
    },
    {
      // Nobody could sign an address that only the proxy knows.
      broken: has('SUBGRAPH_CALLERS') && raw.TLS_TERMINATED === '1' && !has('SUBGRAPH_URL'),
      fault: 'SUBGRAPH_URL: needed beside SUBGRAPH_CALLERS and TLS_TERMINATED=1',
    },
    {
      broken: production && open && !secured,
      fault: 'HOST: beyond loopback only with TLS_CERT and TLS_KEY, or TLS_TERMINATED=1',
    },
    {
      broken: has('TLS_CERT') && raw.TLS_TERMINATED === '1',
      fault: 'TLS_TERMINATED: either a proxy ends TLS or TLS_CERT does',
    },
  ];
}

/** Faults that only show once the settings are read. */
export function faultsBetween(settings: Settings): readonly string[] {
  const { DATABASE_URL, DATABASE_LEDGER_URL, PORT, SORGU_MODE, INSTRUMENTS } = settings;
  const { EXCHANGE_PORT, EXCHANGE_TLS_CERT, EXCHANGE_TLS_KEY, EXCHANGE_TLS_CA } = settings;
  const sample = [...(INSTRUMENTS?.values() ?? [])].some(({ status }) => status.sample === true);
  const sameRole =
    DATABASE_URL !== undefined &&
    DATABASE_LEDGER_URL !== undefined &&
    new URL(DATABASE_URL).username === new URL(DATABASE_LEDGER_URL).username;
  const adminPort = adminPortOf(settings);
  const rules: readonly (readonly [boolean, string])[] = [
    [sameRole, 'DATABASE_LEDGER_URL: another role than that of DATABASE_URL'],
    [adminPort > 65_535, 'ADMIN_PORT: needed, because no port follows PORT'],
    [PORT !== 0 && adminPort === PORT, 'ADMIN_PORT: another port than PORT'],
    [SORGU_MODE === 'production' && sample, "INSTRUMENTS: the sample's dates in production"],
    [
      EXCHANGE_PORT !== 0 && [PORT, adminPort].some((taken) => taken === EXCHANGE_PORT),
      'EXCHANGE_PORT: another port than PORT and ADMIN_PORT',
    ],
    [
      !isKeyPair(settings.TLS_CERT, settings.TLS_KEY),
      'TLS_CERT, TLS_KEY: a certificate and its key, in PEM',
    ],
    [
      !isKeyPair(EXCHANGE_TLS_CERT, EXCHANGE_TLS_KEY),
      'EXCHANGE_TLS_CERT, EXCHANGE_TLS_KEY: a certificate and its key, in PEM',
    ],
    [!isAuthority(EXCHANGE_TLS_CA), 'EXCHANGE_TLS_CA: certificates of authorities, in PEM'],
  ];
  return rules.flatMap(([broken, fault]) => (broken ? [fault] : []));
}

function isKeyPair(cert: string | undefined, key: string | undefined): boolean {
  if (cert === undefined || key === undefined) return true;
  try {
    createSecureContext({ cert, key });
    return true;
  } catch {
    return false;
  }
}

/** Node takes a text without any certificate for an empty list, and then trusts nobody without saying why. */
function isAuthority(ca: string | undefined): boolean {
  if (ca === undefined) return true;
  const found = ca.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return found.length > 0 && found.every(isAuthorityCertificate);
}

function isAuthorityCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).ca;
  } catch {
    return false;
  }
}

/** The admin listener's port where none is set: the one after PORT. */
export const adminPortOf = ({ ADMIN_PORT, PORT }: Settings): number =>
  ADMIN_PORT ?? (PORT === 0 ? 0 : PORT + 1);
