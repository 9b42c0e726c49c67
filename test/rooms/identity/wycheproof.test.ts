import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readCompact } from '../../../src/base/index.js';
import { KeyFault, openKeys, verifySignature } from '../../../src/identity/keys.js';

const key = z.looseObject({ kty: z.string() });
const vectorsSchema = z.object({
  testGroups: z.array(
    z.object({
      comment: z.string(),
      public: key.optional(),
      private: key.optional(),
      tests: z.array(
        z.object({ tcId: z.number(), comment: z.string(), jws: z.unknown(), result: z.string() }),
      ),
    }),
  ),
});
const file = new URL('../../vectors/wycheproof/json_web_signature_test.json', import.meta.url);
const { testGroups } = vectorsSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const cases = testGroups.flatMap((group) =>
  group.tests.map((test) => ({
    ...test,
    group: group.comment,
    jwk: group.public ?? group.private,
  })),
);

async function accepts(jws: unknown, jwk: z.infer<typeof key> | undefined): Promise<boolean> {
  if (typeof jws !== 'string' || jwk === undefined) return false;
  try {
    return (await verifySignature(jws, openKeys({ set: { keys: [jwk] } }))) !== undefined;
  } catch (error) {
    if (error instanceof KeyFault) return false;
    throw error;
  }
}

describe('Wycheproof JSON web signatures', () => {
  it('has its vectors', () => {
    expect(cases.length).toBeGreaterThan(400);
  });

  it('accepts the valid ones of our algorithms and no other', async () => {
    const accepted: number[] = [];
    for (const { tcId, jws, jwk } of cases) {
      if (await accepts(jws, jwk)) accepted.push(tcId);
    }
    const expected = cases
      .filter(({ result, jwk }) => result === 'valid' && jwk?.crv === 'P-256')
      .map(({ tcId }) => tcId);
    expect(accepted).toEqual(expected);
    expect(accepted).toEqual([18, 378]);
  });

  // Whatever the algorithm: these faults are of the form, and must be seen before any key is asked.
  const malformed = cases.filter(
    ({ group, comment }) => group === 'base64' && /spaces|character|unusedbits/i.test(comment),
  );
  it.each(malformed.filter(({ comment }) => !/InMac/.test(comment)))(
    'does not read $tcId $comment',
    ({ jws, comment }) => {
      const read = readCompact(String(jws), { parts: 3, longest: 8192 });
      if (comment === 'ValidSpacesInJsonHeader') expect(read).toBeDefined();
      else expect(read).toBeUndefined();
    },
  );
});
