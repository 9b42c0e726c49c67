/** The keys of the book: what a thumbprint says, whatever stands in its row. */
import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/base/index.js';
import { openBook } from '../../../src/exchange/index.js';
import { readRecipientKey, readToldKey, readVerificationKey } from '../../../src/partner/index.js';
import { recipientJwkOf } from '../../../src/partner/jose/recipient-key.js';
import { ed25519Key, p256Key, signerOf } from '../partner/workbench.js';

const signing = signerOf(ed25519Key(1)).publicJwk;
const forged = signerOf(ed25519Key(2)).publicJwk;
const curve = signerOf(p256Key()).publicJwk;
const encryption = recipientOf();
const foreign = recipientOf();

function recipientOf() {
  const jwk = recipientJwkOf(generateKeyPairSync('x25519').privateKey);
  if (jwk === undefined) throw new Error('no key to encrypt to');
  return jwk;
}

function open(rows: Readonly<Record<string, JsonObject>>) {
  const table = new Map(Object.entries(rows));
  const asked: string[] = [];
  const readers = {
    told: readToldKey,
    verification: readVerificationKey,
    recipient: readRecipientKey,
  };
  const standings = {
    all: async () => [],
    change: async () => [],
    async key(kid: string) {
      asked.push(kid);
      return table.get(kid);
    },
  };
  return { book: openBook({ standings, readers }), asked, table };
}

describe('A-9.3 a key that was deposited', () => {
  test('is found by its thumbprint', async () => {
    const { book } = open({
      [signing.kid]: signing,
      [curve.kid]: curve,
      [encryption.kid]: encryption,
    });
    expect((await book.key(signing.kid))?.kid).toBe(signing.kid);
    expect((await book.key(curve.kid))?.alg).toBe('ES256');
    expect((await book.recipient(encryption.kid))?.kid).toBe(encryption.kid);
  });

  test('is read once: whoever changes its row afterwards changes nothing', async () => {
    const { book, asked, table } = open({ [signing.kid]: signing });
    const first = await book.key(signing.kid);
    table.set(signing.kid, { ...forged, kid: signing.kid });
    expect(await book.key(signing.kid)).toBe(first);
    expect(asked).toEqual([signing.kid]);
  });

  test('that was not there is looked for again', async () => {
    const { book, table } = open({});
    expect(await book.key(signing.kid)).toBeUndefined();
    table.set(signing.kid, signing);
    expect((await book.key(signing.kid))?.kid).toBe(signing.kid);
  });
});

describe('A-11.4 a row that somebody exchanged is no key', () => {
  test.each([
    ['another key under its own name', forged],
    ['another key under this name', { ...forged, kid: signing.kid }],
    ['a key to encrypt to', encryption],
    ['a key to encrypt to under this name', { ...encryption, kid: signing.kid }],
    ['no key', {}],
  ])('to verify with: %s', async (_, row) => {
    const { book } = open({ [signing.kid]: row });
    expect(await book.key(signing.kid)).toBeUndefined();
  });

  test.each([
    ['another key under its own name', foreign],
    ['another key under this name', { ...foreign, kid: encryption.kid }],
    ['a key to verify with', signing],
  ])('to encrypt to: %s', async (_, row) => {
    const { book } = open({ [encryption.kid]: row });
    expect(await book.recipient(encryption.kid)).toBeUndefined();
  });
});
