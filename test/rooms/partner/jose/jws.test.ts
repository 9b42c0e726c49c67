import fc from 'fast-check';
import { compactVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { JWS_FAULTS, signJws, verifyJws } from '../../../../src/partner/index.js';
import { finder, verificationKey } from '../workbench.js';
import {
  BAD_TOKENS,
  ed25519,
  good,
  goodP256,
  p256,
  signHeader,
  TYP,
  twinToken,
} from './bad-tokens.js';

const keys = [ed25519, p256].map(({ publicJwk }) => verificationKey(publicJwk));
const rules = { typ: TYP, find: finder(...keys) };
const content = Buffer.from('{"id":"7"}');

describe('verifyJws', () => {
  it.each([
    ['Ed25519', good, ed25519.kid],
    ['ES256', goodP256, p256.kid],
  ])('takes a good token by %s', async (_, token, kid) => {
    expect(await verifyJws(token, rules)).toEqual({ kid, payload: content });
  });

  it.each(BAD_TOKENS)('refuses %s', async (_, token, fault) => {
    expect(await verifyJws(token, rules)).toEqual({ fault });
  });

  it('has a case for every fault', () => {
    const seen = new Set(BAD_TOKENS.map(([, , fault]) => fault));
    expect(JWS_FAULTS.filter((fault) => !seen.has(fault))).toEqual(['JWS_TOO_LONG']);
  });

  it('takes Ed25519 by the name of RFC 9864 from a key that does not choose', async () => {
    const { alg: _, ...jwk } = ed25519.publicJwk;
    const token = await signHeader(JSON.stringify({ alg: 'Ed25519', kid: jwk.kid, typ: TYP }));
    const outcome = await verifyJws(token, { ...rules, find: finder(verificationKey(jwk)) });
    expect(outcome).toEqual({ kid: jwk.kid, payload: content });
  });

  it('does not look at what is too long', async () => {
    expect(await verifyJws(good, { ...rules, longest: good.length })).toHaveProperty('payload');
    const fault = { fault: 'JWS_TOO_LONG' };
    expect(await verifyJws(good, { ...rules, longest: good.length - 1 })).toEqual(fault);
    expect(await verifyJws('a'.repeat(2_000_000), rules)).toEqual(fault);
  });

  it('takes no token with a type where none is wanted', async () => {
    expect(await verifyJws(good, { ...rules, typ: null })).toEqual({ fault: 'JWS_TYPE' });
  });

  it('asks for the key each time, so that a revocation holds at once', async () => {
    const list = [...keys];
    const find = async (kid: string) => list.find((key) => key.kid === kid);
    expect(await verifyJws(good, { ...rules, find })).toHaveProperty('payload');
    list.length = 0;
    expect(await verifyJws(good, { ...rules, find })).toEqual({ fault: 'JWS_KEY_UNKNOWN' });
  });

  it('does not trust a list that gives another key', async () => {
    const find = async () => keys[1];
    expect(await verifyJws(good, { ...rules, find })).toEqual({ fault: 'JWS_KEY_UNKNOWN' });
  });

  // Wycheproof's and RFC 9421's own vectors have such signatures: they cannot be refused, so nothing rests on the bytes.
  it('knows the other good signature of ES256 by the same payload', async () => {
    expect(twinToken).not.toBe(goodP256);
    expect(await verifyJws(twinToken, rules)).toEqual(await verifyJws(goodP256, rules));
  });

  it('refuses every token that differs from a good one in one character', async () => {
    for (const token of [good, goodP256]) {
      for (let at = 0; at < token.length; at += 1) {
        const other = token[at] === 'A' ? 'B' : 'A';
        const changed = token.slice(0, at) + other + token.slice(at + 1);
        expect(await verifyJws(changed, rules)).toHaveProperty('fault');
      }
    }
  });

  it('refuses every beginning of a good one', async () => {
    for (let length = 0; length < good.length; length += 1) {
      expect(await verifyJws(good.slice(0, length), rules)).toHaveProperty('fault');
    }
  });

  it('never throws and never quotes, whatever comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        const outcome = await verifyJws(text, rules);
        expect(JWS_FAULTS).toContain('fault' in outcome && outcome.fault);
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (header) => {
        const outcome = await verifyJws(await signHeader(JSON.stringify(header)), rules);
        expect(JWS_FAULTS).toContain('fault' in outcome && outcome.fault);
      }),
    );
  });
});

describe('signJws', () => {
  it.each([
    ['Ed25519', ed25519],
    ['P-256', p256],
  ])('by %s is read by us and by the library', async (_, signer) => {
    const token = await signJws(content, TYP, signer);
    expect(await verifyJws(token, rules)).toEqual({ kid: signer.kid, payload: content });
    const { payload } = await compactVerify(token, await importJWK({ ...signer.publicJwk }));
    expect(Buffer.from(payload)).toEqual(content);
  });

  it('carries any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 500 }), async (payload) => {
        const outcome = await verifyJws(await signJws(payload, TYP, ed25519), rules);
        expect('payload' in outcome && Uint8Array.from(outcome.payload)).toEqual(payload);
      }),
    );
  });
});
