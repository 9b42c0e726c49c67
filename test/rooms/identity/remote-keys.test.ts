import { afterEach, describe, expect, it, vi } from 'vitest';
import { openIdentity } from '../../../src/identity/index.js';
import { AUDIENCE, ISSUER, KEY_SET, NOW, token } from './workbench.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** An issuer that answers with these, one after the other, and then no more. */
function issuerThatSends(...answers: readonly (() => Response)[]) {
  const waiting = [...answers];
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    const answer = waiting.shift();
    if (answer === undefined) throw new TypeError('fetch failed');
    return answer();
  });
  return asked;
}

const open = () =>
  openIdentity({
    issuer: ISSUER,
    audience: AUDIENCE,
    keys: { url: new URL('https://issuer.example/jwks') },
    clock: { now: () => NOW },
    mode: 'production',
    bindCertificates: false,
  });
const credentials = (jwt: string) => ({ authorization: `Bearer ${jwt}`, certificate: undefined });
const keys = () => Response.json(KEY_SET);

describe('keys at an address', () => {
  it('are fetched once and kept', async () => {
    const asked = issuerThatSends(keys);
    const identity = open();
    await identity.recognise(credentials(token()));
    await identity.recognise(credentials(token({ jti: 'another' })));
    expect(asked).toEqual(['https://issuer.example/jwks']);
    expect(await identity.ready()).toBe(true);
  });

  it('make ready once they are there, and not before', async () => {
    issuerThatSends(() => new Response('', { status: 503 }), keys);
    const identity = open();
    expect(await identity.ready()).toBe(false);
    expect(await identity.ready()).toBe(true);
  });

  it.each([
    ['out of reach', []],
    ['an error', [() => new Response('no', { status: 500 })]],
    ['a redirect', [() => new Response('', { status: 302, headers: { location: 'http://a' } })]],
    ['no JSON', [() => new Response('<html>')]],
    ['an empty set', [() => Response.json({ keys: [] })]],
  ])('that are %s let nobody in, with the one answer', async (_name, answers) => {
    issuerThatSends(...answers);
    const identity = open();
    const attempt = identity.recognise(credentials(token()));
    await expect(attempt).rejects.toMatchObject({ code: 'UNAUTHENTICATED', detail: {} });
    expect(await identity.ready()).toBe(false);
  });

  it("are not trusted in production where they are development's", async () => {
    const marked = KEY_SET.keys.map((key) => ({ ...key, kid: `development-${key.kid}` }));
    issuerThatSends(() => Response.json({ keys: marked }));
    const attempt = open().recognise(credentials(token({}, { kid: 'development-a' })));
    await expect(attempt).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});
