import { readFileSync } from 'node:fs';
import { compactVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { JsonObject } from '../../../../src/base/index.js';
import { readVerificationKey, verifyJws } from '../../../../src/partner/index.js';
import { isSignature } from '../../../../src/partner/jose/verification-key.js';
import { finder } from '../workbench.js';

const vectors = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../vectors/wycheproof/${name}`, import.meta.url), 'utf8'));
const result = z.enum(['valid', 'invalid']);
const jwk = z.custom<JsonObject>((value) => typeof value === 'object');

describe('Wycheproof JSON web signatures', () => {
  const { numberOfTests, testGroups } = z
    .object({
      numberOfTests: z.number(),
      testGroups: z.array(
        z.object({
          comment: z.string(),
          public: jwk.optional(),
          private: jwk.optional(),
          tests: z.array(z.object({ tcId: z.number(), jws: z.unknown(), result })),
        }),
      ),
    })
    .parse(vectors('json_web_signature_test.json'));
  const cases = testGroups.flatMap(({ tests, ...group }) =>
    tests.map((test) => ({ ...test, jwk: group.public ?? group.private ?? {} })),
  );

  async function outcomeOf(jws: unknown, given: JsonObject): Promise<string> {
    if (typeof jws !== 'string') return 'JSON serialization';
    const read = readVerificationKey(given);
    const find = 'key' in read ? finder(read.key) : async () => undefined;
    const outcome = await verifyJws(jws, { typ: null, find });
    return 'fault' in outcome ? outcome.fault : 'taken';
  }

  it('agree: of our curves the valid are taken, and no invalid one of any kind', async () => {
    const taken: number[] = [];
    for (const each of cases) {
      if ((await outcomeOf(each.jws, each.jwk)) === 'taken') taken.push(each.tcId);
    }
    const valid = cases.filter(({ jwk: { crv }, result: is }) => crv === 'P-256' && is === 'valid');
    expect(cases).toHaveLength(numberOfTests);
    expect(cases).toHaveLength(401);
    expect(taken).toEqual(valid.map(({ tcId }) => tcId));
    expect(taken).toEqual([18, 378]);
  });

  it('that are valid by algorithms we do not take are refused for the algorithm or before', async () => {
    const others = cases.filter(
      ({ jwk: { crv }, result: is }) => crv !== 'P-256' && is === 'valid',
    );
    const byForm: number[] = [];
    for (const { tcId, jws, jwk: given } of others) {
      const outcome = await outcomeOf(jws, given);
      if (outcome === 'JWS_FORM') byForm.push(tcId);
      else expect(outcome).toBe('JWS_ALGORITHM');
    }
    expect(others).toHaveLength(44);
    // Six without a payload, which is the form of a detached one; two with a question mark in the base64.
    expect(byForm).toEqual([259, 264, 268, 272, 320, 325, 372, 373]);
  });

  it('are never taken where the library alone refuses, and it takes some that we refuse', async () => {
    const onlyLibrary: number[] = [];
    for (const { tcId, jws, jwk: given, result: is } of cases) {
      if (is === 'valid' || given.crv !== 'P-256' || typeof jws !== 'string') continue;
      const isTaken = await importJWK({ ...given } as Parameters<typeof importJWK>[0], 'ES256')
        .then((key) => compactVerify(jws, key))
        .then(() => true)
        .catch(() => false);
      if (isTaken) onlyLibrary.push(tcId);
    }
    // A key whose `use` is encryption.
    expect(onlyLibrary).toEqual([354]);
  });
});

describe('Wycheproof Ed25519', () => {
  const { numberOfTests, testGroups } = z
    .object({
      numberOfTests: z.number(),
      testGroups: z.array(
        z.object({
          publicKey: z.object({ pk: z.string() }),
          tests: z.array(z.object({ tcId: z.number(), msg: z.string(), sig: z.string(), result })),
        }),
      ),
    })
    .parse(vectors('ed25519_test.json'));

  it('agree, every one', () => {
    const differing: number[] = [];
    let count = 0;
    for (const { publicKey, tests } of testGroups) {
      const x = Buffer.from(publicKey.pk, 'hex').toString('base64url');
      const read = readVerificationKey({ kty: 'OKP', crv: 'Ed25519', kid: 'key', x });
      for (const { tcId, msg, sig, result: is } of tests) {
        const message = Buffer.from(msg, 'hex');
        const isGood = 'key' in read && isSignature(read.key, message, Buffer.from(sig, 'hex'));
        if (isGood !== (is === 'valid')) differing.push(tcId);
        count += 1;
      }
    }
    expect(differing).toEqual([]);
    expect(count).toBe(numberOfTests);
    expect(count).toBe(151);
  });
});
