import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/base/index.js';
import {
  type IdentityOptions,
  KeyFault,
  openIdentity,
  ROLES,
} from '../../../src/identity/index.js';
import { BAD_HEADERS, BAD_TOKENS } from './bad-tokens.js';
import { AUDIENCE, ISSUER, KEY_SET, KEYS, NOW, SECONDS, THUMBPRINT, token } from './workbench.js';

const clock = { now: () => NOW };

function open(changes: Partial<IdentityOptions> = {}) {
  return openIdentity({
    issuer: ISSUER,
    audience: AUDIENCE,
    keys: { set: KEY_SET },
    clock,
    mode: 'production',
    bindCertificates: false,
    ...changes,
  });
}
const identity = open();

const recognise = (jwt: string, certificate?: string) =>
  identity.recognise({ authorization: `Bearer ${jwt}`, certificate });

/** What a caller can learn of a refusal. */
async function refused(attempt: Promise<unknown>): Promise<unknown> {
  const error = await attempt.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof Error ? { ...error, message: error.message, cause: error.cause } : error;
}
const UNAUTHENTICATED = {
  name: 'Refusal',
  code: 'UNAUTHENTICATED',
  detail: {},
  message: 'UNAUTHENTICATED',
  cause: undefined,
};

describe('a good token', () => {
  it('names officer, gateway, authority, unit and role', async () => {
    expect(await recognise(token())).toEqual({
      officer: 'KZ-004711',
      gateway: 'gateway.mia.kz',
      authority: 'KZ-MIA',
      unit: 'Комитет миграционной службы',
      role: 'PARTNER_GATEWAY',
    });
  });

  it.each(ROLES.filter((role) => role !== 'PARTNER_GATEWAY'))(
    'of a %s needs no actor',
    async (role) => {
      const caller = await recognise(token({ role, act: undefined, unit: undefined }));
      expect(caller).toMatchObject({ role, gateway: null, unit: null });
    },
  );

  it.each([
    ['signed with ES256', token({}, { alg: 'ES256', kid: 'b' }, KEYS.b)],
    ['typed in full', token({}, { typ: 'application/at+jwt' })],
    ['typed in capitals', token({}, { typ: 'AT+JWT' })],
    ['for several audiences', token({ aud: ['https://other.example', AUDIENCE] })],
    ['without nbf', token({ nbf: undefined })],
    [
      'of an issuer five seconds ahead',
      token({ iat: SECONDS + 5, nbf: SECONDS + 5, exp: SECONDS + 605 }),
    ],
    ['with one second left', token({ exp: SECONDS + 1 })],
    ['with claims and headers we do not use', token({ scope: 'x' }, { x5t: 'x' })],
    ['of an authority that no instrument names', token({ authority: 'AZ-POLICE' })],
  ])('may be %s', async (_name, jwt) => {
    await expect(recognise(jwt)).resolves.toBeDefined();
  });

  it('may name the scheme in any case', async () => {
    const credentials = { authorization: `bEARER ${token()}`, certificate: undefined };
    await expect(identity.recognise(credentials)).resolves.toBeDefined();
  });
});

describe('A-11.1 everything else hears one answer', () => {
  it.each(BAD_HEADERS)('to %s', async (_name, authorization) => {
    const attempt = identity.recognise({ authorization, certificate: undefined });
    expect(await refused(attempt)).toEqual(UNAUTHENTICATED);
  });

  it.each(BAD_TOKENS)('to %s', async (_name, jwt) => {
    expect(await refused(recognise(jwt))).toEqual(UNAUTHENTICATED);
  });

  it('of at least 40 kinds', () => {
    expect(new Set(BAD_TOKENS.map(([, jwt]) => jwt)).size).toBeGreaterThanOrEqual(40);
  });
});

describe('a token bound to a certificate (RFC 8705)', () => {
  const bound = token({ cnf: { 'x5t#S256': THUMBPRINT } });

  it('is good with the certificate and worthless with another, also once it is known', async () => {
    await expect(recognise(bound, THUMBPRINT)).resolves.toBeDefined();
    expect(await refused(recognise(bound))).toEqual(UNAUTHENTICATED);
    expect(await refused(recognise(bound, THUMBPRINT.replace('b', 'c')))).toEqual(UNAUTHENTICATED);
  });

  it.each([
    ['from its first instant', { from: NOW, until: NOW + 1 }, true],
    ['to its last', { from: NOW - 1, until: NOW }, true],
    ['not before its term', { from: NOW + 1, until: NOW + 2 }, false],
    ['not after it', { from: NOW - 2, until: NOW - 1 }, false],
    ['not where it has none that can be read', { from: Number.NaN, until: Number.NaN }, false],
  ])('is good in the term of the certificate: %s', async (_name, certified, isGood) => {
    const credentials = { authorization: `Bearer ${bound}`, certificate: THUMBPRINT, certified };
    const attempt = open().recognise(credentials);
    if (isGood) await expect(attempt).resolves.toBeDefined();
    else expect(await refused(attempt)).toEqual(UNAUTHENTICATED);
  });

  it('is the only kind where binding is asked', async () => {
    const strict = open({ bindCertificates: true });
    const unbound = { authorization: `Bearer ${token()}`, certificate: THUMBPRINT };
    expect(await refused(strict.recognise(unbound))).toEqual(UNAUTHENTICATED);
    const credentials = { authorization: `Bearer ${bound}`, certificate: THUMBPRINT };
    await expect(strict.recognise(credentials)).resolves.toBeDefined();
  });
});

describe('a token that was verified once', () => {
  it('is refused from its end on', async () => {
    let now = NOW;
    const moving: Clock = { now: () => now };
    const opened = open({ clock: moving });
    const credentials = { authorization: `Bearer ${token()}`, certificate: undefined };
    await opened.recognise(credentials);
    now += 299_999;
    await expect(opened.recognise(credentials)).resolves.toBeDefined();
    now += 1;
    expect(await refused(opened.recognise(credentials))).toEqual(UNAUTHENTICATED);
  });
});

describe('keys', () => {
  const [first] = KEY_SET.keys;
  const secret = KEYS.a.export({ format: 'jwk' });

  it.each([
    ['none', []],
    ['a private key', [{ ...first, ...secret }]],
    ['a shared secret', [{ kty: 'oct', k: 'c2VjcmV0', kid: 'x' }]],
    ['RSA alone', [{ kty: 'RSA', n: 'AQAB', e: 'AQAB', kid: 'x' }]],
    ['a key without a name', [{ ...first, kid: undefined }]],
    ['a development key', [{ ...first, kid: 'development-1' }]],
  ])('that are %s do not open', (_name, keys) => {
    const set = { keys: keys.map((key) => ({ kty: 'OKP', ...key })) };
    expect(() => open({ keys: { set: JSON.parse(JSON.stringify(set)) } })).toThrow(KeyFault);
  });

  it('come from https alone', () => {
    const keys = { url: new URL('http://issuer.example/jwks') };
    expect(() => open({ keys })).toThrow(KeyFault);
  });

  it('are at hand once opened from a set', async () => {
    expect(await identity.ready()).toBe(true);
  });
});
