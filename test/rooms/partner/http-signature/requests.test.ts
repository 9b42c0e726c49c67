import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  HTTP_SIGNATURE_FAULTS,
  type HttpRequest,
  type RequestRules,
  type SeenNonce,
  signRequest,
  verifyRequest,
} from '../../../../src/partner/index.js';
import { clock, clockAt, finder, SECONDS, verificationKey } from '../workbench.js';
import {
  BAD_REQUESTS,
  EDGES,
  ed25519,
  fieldOf,
  good,
  goodP256,
  ids,
  PLAIN,
  p256,
  signing,
  soundForgery,
  twinRequest,
  withFields,
} from './bad-requests.js';

const keys = [ed25519, p256].map(({ publicJwk }) => verificationKey(publicJwk));

/** Rules with a memory of their own, which can be looked into. */
function rulesWith(change: Partial<RequestRules> = {}): RequestRules & { seen: SeenNonce[] } {
  const seen: SeenNonce[] = [];
  return {
    clock,
    find: finder(...keys),
    async remember(nonce) {
      const isNew = !seen.some((old) => old.keyid === nonce.keyid && old.nonce === nonce.nonce);
      seen.push(nonce);
      return isNew;
    },
    seen,
    ...change,
  };
}

describe('verifyRequest', () => {
  it.each([
    ['Ed25519', good, ed25519],
    ['P-256', goodP256, p256],
  ])('takes a good request by %s', async (_, request, { kid }) => {
    const nonce = /nonce="([^"]+)"/.exec(fieldOf(request, 'Signature-Input'))?.[1];
    expect(await verifyRequest(request, rulesWith())).toEqual({
      keyid: kid,
      nonce,
      created: SECONDS,
      expires: SECONDS + 120,
    });
  });

  it('takes what the forger of this test signs when nothing is wrong with it', async () => {
    expect(await verifyRequest(soundForgery, rulesWith())).toHaveProperty('keyid', ed25519.kid);
  });

  it.each(BAD_REQUESTS)('refuses %s, and remembers nothing', async (_, request, fault) => {
    const rules = rulesWith();
    expect(await verifyRequest(request, rules)).toEqual({ fault });
    expect(rules.seen).toEqual([]);
  });

  it('has a case for every fault', () => {
    const seen = new Set(BAD_REQUESTS.map(([, , fault]) => fault));
    const without = HTTP_SIGNATURE_FAULTS.filter((fault) => !seen.has(fault));
    expect(without).toEqual(['MESSAGE_REPLAYED']);
  });

  it.each(EDGES)('takes %s', async (_, request) => {
    expect(await verifyRequest(request, rulesWith())).toHaveProperty('keyid');
  });

  it('refuses what it has seen, also under the other signature that ECDSA allows', async () => {
    const rules = rulesWith();
    const replayed = { fault: 'MESSAGE_REPLAYED' };
    expect(await verifyRequest(good, rules)).toHaveProperty('keyid');
    expect(await verifyRequest(good, rules)).toEqual(replayed);
    expect(await verifyRequest(goodP256, rules)).toHaveProperty('keyid');
    expect(await verifyRequest(twinRequest, rules)).toEqual(replayed);
  });

  it('takes one of two that come at once', async () => {
    const rules = rulesWith();
    const outcomes = await Promise.all([verifyRequest(good, rules), verifyRequest(good, rules)]);
    expect(outcomes.filter((outcome) => 'fault' in outcome)).toHaveLength(1);
  });

  it('has the nonce kept as long as the message could still be good', async () => {
    const rules = rulesWith();
    await verifyRequest(good, rules);
    const until = rules.seen[0]?.until ?? 0;
    const later = (seconds: number) =>
      verifyRequest(good, rulesWith({ clock: clockAt(until - SECONDS + seconds) }));
    expect(await later(-1)).toHaveProperty('keyid');
    expect(await later(0)).toEqual({ fault: 'SIGNATURE_EXPIRED' });
  });

  it('is not done before the nonce is durable, and fails with its memory', async () => {
    const down = rulesWith({ remember: () => Promise.reject(new Error('memory is down')) });
    await expect(verifyRequest(good, down)).rejects.toThrow('memory is down');
  });

  it('asks for the key each time, so that a revocation holds at once', async () => {
    const list = [...keys];
    const find = async (kid: string) => list.find((key) => key.kid === kid);
    expect(await verifyRequest(good, rulesWith({ find }))).toHaveProperty('keyid');
    list.shift();
    const revoked = await verifyRequest(good, rulesWith({ find }));
    expect(revoked).toEqual({ fault: 'SIGNATURE_KEY_UNKNOWN' });
  });

  it('does not trust a list that gives another key', async () => {
    const outcome = await verifyRequest(good, rulesWith({ find: async () => keys[1] }));
    expect(outcome).toEqual({ fault: 'SIGNATURE_KEY_UNKNOWN' });
  });

  it('is not touched by fields that are not covered', async () => {
    const changed = withFields(good, { Host: 'other.example', 'X-Forwarded-For': '192.0.2.1' });
    expect(await verifyRequest(changed, rulesWith())).toHaveProperty('keyid');
  });

  it('takes fields in other letters and with space around, which no wire keeps', async () => {
    const fields = good.fields.map(([name, value]) => [name.toUpperCase(), ` ${value}\t`] as const);
    expect(await verifyRequest({ ...good, fields }, rulesWith())).toHaveProperty('keyid');
  });

  it('refuses each message with one character of its signature fields changed', async () => {
    for (const name of ['Signature-Input', 'Signature', 'Content-Digest', 'Content-Type']) {
      const value = fieldOf(good, name);
      for (let at = 0; at < value.length; at += 1) {
        const other = value[at] === 'a' ? 'b' : 'a';
        const changed = value.slice(0, at) + other + value.slice(at + 1);
        const outcome = await verifyRequest(withFields(good, { [name]: changed }), rulesWith());
        expect(outcome, `${name} at ${at}`).toHaveProperty('fault');
      }
    }
  });

  it('never throws, whatever comes', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    const name = fc.constantFrom('signature', 'signature-input', 'content-digest', 'content-type');
    const fields = fc.array(fc.tuple(name, text), { maxLength: 6 });
    const request = fc.record({ method: text, targetUri: text, fields, body: fc.uint8Array() });
    await fc.assert(
      fc.asyncProperty(request, async (given: HttpRequest) => {
        const outcome = await verifyRequest(given, rulesWith());
        expect(HTTP_SIGNATURE_FAULTS).toContain('fault' in outcome && outcome.fault);
      }),
    );
  });
});

describe('signRequest', () => {
  it('is read back whatever is sent', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.webUrl(), async (body, url) => {
        const targetUri = new URL(url).href;
        const request = await signRequest({ ...PLAIN, body, targetUri }, { ...signing, ids });
        expect(await verifyRequest(request, rulesWith())).toHaveProperty('keyid');
      }),
    );
  });

  it.each([
    ['no Content-Type', { ...PLAIN, fields: [] }],
    ['a signature already', good],
    ['an address in another spelling', { ...PLAIN, targetUri: 'https://A.example/../' }],
    ['a line break in a field', withFields(PLAIN, { 'Content-Type': 'a\nb' })],
  ])('does not sign a request with %s', async (_, request) => {
    await expect(signRequest(request, signing)).rejects.toThrow(/^HTTP signature: [a-z ]+$/);
  });
});
