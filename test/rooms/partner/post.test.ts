/** The post room: what is signed by the right key and of the right shape, and every way in which mail is not. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../src/base/index.js';
import { signJws } from '../../../src/partner/index.js';
import { type FindKey, type MailReceipt, openPost } from '../../../src/partner/post.js';
import { bytesDigest, documentDigest, type Envelope } from '../../../src/requests/index.js';
import { document } from '../requests/document/documents.js';
import { CASE } from '../requests/life/moves.js';
import { ed25519Key, finder, p256Key, signerOf, verificationKey } from './workbench.js';

const signer = signerOf(ed25519Key(11));
const stranger = signerOf(ed25519Key(12));
const find = finder(verificationKey(signer.publicJwk));
const post = openPost(signer);

const envelope: Envelope = {
  v: 1,
  id: '5f0c1a52-6f4e-4d65-9c43-0a1d5a2f7f10',
  from: 'KZ-MIA',
  to: 'AZ-SMS',
  sentAt: '2026-06-15T09:00:00.000Z',
  message: { kind: 'REQUEST', head: CASE },
  document: null,
  key: null,
  answer: null,
};
const receipt: MailReceipt = {
  v: 1,
  id: envelope.id,
  digest: 'ab'.repeat(32),
  delivery: 'TAKEN',
  code: null,
};
const text = canonicalJson(envelope);
const jws = (payload: string, typ = 'sorgu-message+jws', by = signer) =>
  signJws(Buffer.from(payload), typ, by);

describe('A-11.3 envelopes', () => {
  test('one that was written is opened, under the digest of its bytes', async () => {
    const opened = await post.open(await post.write(text), find);
    expect(opened).toEqual({ envelope, digest: bytesDigest(Buffer.from(text)) });
  });

  const spaced = JSON.stringify(envelope, null, 1);
  const reversed = JSON.stringify(Object.fromEntries(Object.entries(envelope).reverse()));
  const faulty: readonly (readonly [string, () => Promise<string>, string])[] = [
    ['the type of a receipt', () => jws(text, 'sorgu-receipt+jws'), 'JWS_TYPE'],
    ['the type of a request', () => jws(text, 'sorgu-request+jws'), 'JWS_TYPE'],
    ['a key that is not found', () => jws(text, undefined, stranger), 'JWS_KEY_UNKNOWN'],
    ['spaces', () => jws(spaced), 'MAIL_NOT_CANONICAL'],
    ['members in another order', () => jws(reversed), 'MAIL_NOT_CANONICAL'],
    ['a member twice', () => jws(text.replace('{', '{"v":1,')), 'MAIL_NOT_CANONICAL'],
    [
      'an escape that is not needed',
      () => jws(text.replace('KZ', '\\u004bZ')),
      'MAIL_NOT_CANONICAL',
    ],
    ['no JSON', () => jws('hello'), 'MAIL_NOT_CANONICAL'],
    [
      'no UTF-8',
      () => signJws(Buffer.from([0x22, 0xff, 0x22]), 'sorgu-message+jws', signer),
      'MAIL_NOT_CANONICAL',
    ],
    ['a byte order mark', () => jws(`\ufeff${text}`), 'MAIL_NOT_CANONICAL'],
    ['no envelope', () => jws('{}'), 'MAIL_FORM'],
    ['nothing', async () => '', 'JWS_FORM'],
  ];
  test.each(faulty)('refused: %s', async (_, write, fault) => {
    expect(await post.open(await write(), find)).toEqual({ fault });
  });

  test('another signature under the kid of the right key', async () => {
    const [header, payload] = (await jws(text)).split('.');
    const [, , foreign] = (await jws(text, undefined, stranger)).split('.');
    expect(await post.open([header, payload, foreign].join('.'), find)).toEqual({
      fault: 'JWS_SIGNATURE',
    });
  });

  test('no altered character is taken, and nothing throws', async () => {
    const whole = await jws(text);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.constantFrom('A', 'z', '0', '-', '.', ' ', '='),
        async (at, other) => {
          const altered = `${whole.slice(0, at)}${other}${whole.slice(at + 1)}`;
          expect('fault' in (await post.open(altered, find))).toBe(altered !== whole);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('A-9.3 requests', () => {
  const said = canonicalJson(document);
  const sign = (by = signer, payload = said) => jws(payload, 'sorgu-request+jws', by);

  test.each([
    ['Ed25519', signer],
    ['ES256', signerOf(p256Key())],
  ] as const)('%s: good under the key that came with it, by its thumbprint', async (_, by) => {
    const opened = await post.openRequest(await sign(by), by.publicJwk);
    expect(opened).toEqual({ document, kid: by.kid });
  });

  test('a key whose thumbprint is another, or that says it has this one', async () => {
    expect(await post.openRequest(await sign(), stranger.publicJwk)).toEqual({
      fault: 'JWS_KEY_UNKNOWN',
    });
    const lying = { ...stranger.publicJwk, kid: signer.kid };
    expect('fault' in (await post.openRequest(await sign(), lying))).toBe(true);
    // Signed by the stranger under the name of the signatory, with his own key beside it.
    const named = { ...stranger, kid: signer.kid };
    expect('fault' in (await post.openRequest(await sign(named), lying))).toBe(true);
    expect('fault' in (await post.openRequest(await sign(named), signer.publicJwk))).toBe(true);
  });

  test('a message for a request, one that is not canonical, and one of another form', async () => {
    const { publicJwk } = signer;
    expect(await post.openRequest(await jws(said), publicJwk)).toEqual({ fault: 'JWS_TYPE' });
    const spaced = JSON.stringify(document, null, 1);
    expect(await post.openRequest(await sign(signer, spaced), publicJwk)).toEqual({
      fault: 'MAIL_NOT_CANONICAL',
    });
    expect(await post.openRequest(await sign(signer, text), publicJwk)).toEqual({
      fault: 'MAIL_FORM',
    });
  });

  test('a draft is read without a signature', () => {
    const read = post.readDocument(document);
    expect(read === null ? null : documentDigest(read)).toBe(documentDigest(document));
    expect(post.readDocument({ ...document, secret: 1 })).toBeNull();
    expect(post.readDocument(null)).toBeNull();
  });
});

describe('A-11.3 receipts', () => {
  test('one that was written is opened', async () => {
    expect(await post.openReceipt(await post.writeReceipt(receipt), find)).toEqual(receipt);
    const coded: MailReceipt = { ...receipt, delivery: 'MISDIRECTED', code: 'OUTSIDE_INSTRUMENT' };
    expect(await post.openReceipt(await post.writeReceipt(coded), find)).toEqual(coded);
  });

  const others: readonly object[] = [
    { v: 2 },
    { id: 1 },
    { digest: null },
    { delivery: 'LOST' },
    { delivery: 'toString' },
    { code: 1 },
    { code: 'Иванов Иван' },
    { code: 'A'.repeat(65) },
    { more: 1 },
  ];
  test.each(others)('refused: %j', async (change) => {
    const written = await jws(canonicalJson({ ...receipt, ...change }), 'sorgu-receipt+jws');
    expect(await post.openReceipt(written, find)).toEqual({ fault: 'MAIL_FORM' });
  });

  test.each(['null', '[]', '1', '"x"'])('refused: %s', async (payload) => {
    const written = await jws(payload, 'sorgu-receipt+jws');
    expect(await post.openReceipt(written, find)).toEqual({ fault: 'MAIL_FORM' });
  });

  test('the key is asked for every time: a revocation holds from the next message', async () => {
    let isGood = true;
    const asking: FindKey = async (kid) => (isGood ? find(kid) : undefined);
    const written = await post.writeReceipt(receipt);
    expect(await post.openReceipt(written, asking)).toEqual(receipt);
    isGood = false;
    expect(await post.openReceipt(written, asking)).toEqual({ fault: 'JWS_KEY_UNKNOWN' });
  });
});
