import { createPrivateKey, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { signatureBase } from '../../../../src/partner/http-signature/signature-base.js';
import {
  formatInnerList,
  parseByteSequences,
  parseInnerLists,
} from '../../../../src/partner/http-signature/structured-fields.js';
import { isSignature } from '../../../../src/partner/jose/verification-key.js';
import { verificationKey } from '../workbench.js';

const fields = z.array(z.tuple([z.string(), z.string()]));
const request = z.object({ method: z.string(), targetUri: z.string(), fields, body: z.string() });
const response = z.object({ status: z.number(), fields, body: z.string() });
const schema = z.object({
  keys: z.record(z.string(), z.record(z.string(), z.string())),
  ed25519PrivateKey: z.string(),
  vectors: z.array(
    z.object({
      name: z.string(),
      message: z.union([request, response]),
      request: request.optional(),
      signatureInput: z.string(),
      signature: z.string(),
      good: z.boolean(),
      base: z.array(z.string()).optional(),
    }),
  ),
});
const file = new URL('../../../vectors/rfc9421/vectors.json', import.meta.url);
const { keys, ed25519PrivateKey, vectors } = schema.parse(JSON.parse(readFileSync(file, 'utf8')));

type Vector = (typeof vectors)[number];
const withBytes = <T extends { readonly body: string }>(message: T) => ({
  ...message,
  body: Buffer.from(message.body),
});

function read({ message, request: related, signatureInput, signature }: Vector) {
  const [label = '', input] = [...(parseInnerLists(signatureInput) ?? [])][0] ?? [];
  const bytes = parseByteSequences(signature)?.get(label);
  const key = verificationKey(keys[String(input?.parameters.get('keyid'))] ?? {});
  if (input === undefined || bytes === undefined) throw new Error('a vector is not readable');
  const covering =
    related === undefined
      ? { message: withBytes(message) }
      : { message: withBytes(message), request: withBytes(related) };
  return { input, bytes, key, base: signatureBase(input, covering) };
}

describe('the signed messages of RFC 9421', () => {
  it('are all there', () => {
    expect(vectors.filter(({ good }) => good)).toHaveLength(9);
    expect(vectors.filter(({ good }) => !good)).toHaveLength(2);
  });

  it.each(vectors)('$name: $good', (vector) => {
    const { input, bytes, key, base } = read(vector);
    if (vector.base !== undefined) expect(String(base)).toBe(vector.base.join('\n'));
    expect(base !== undefined && isSignature(key, base, bytes)).toBe(vector.good);
    expect(vector.signatureInput).toContain(formatInnerList(input));
  });

  it('of B.2.6 and B.4 are what its key signs, byte for byte', () => {
    const key = createPrivateKey(ed25519PrivateKey);
    const ours = vectors.filter(({ name }) => /^B.2.6|^B.4 as signed/.test(name)).map(read);
    expect(ours).toHaveLength(2);
    for (const { base, bytes } of ours) {
      expect(base && sign(null, base, key)).toEqual(Buffer.from(bytes));
    }
  });

  it('are not good once anything that is covered has changed', () => {
    for (const vector of vectors.filter(({ good }) => good)) {
      const { base, bytes, key } = read(vector);
      if (base === undefined) throw new Error('no base');
      for (let at = 0; at < base.length; at += 1) {
        const changed = Buffer.from(base);
        changed[at] = (changed[at] ?? 0) ^ 1;
        expect(isSignature(key, changed, bytes), `${vector.name} at ${at}`).toBe(false);
      }
    }
  });
});
