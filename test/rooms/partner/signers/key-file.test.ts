import { generateKeyPairSync } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  createMessageKey,
  decryptJws,
  encryptJws,
  openDecryptionKey,
  openFileSigner,
  readRecipientKey,
  signJws,
  verifyJws,
} from '../../../../src/partner/index.js';
import { finder, verificationKey } from '../workbench.js';

const folder = mkdtempSync(join(tmpdir(), 'sorgu-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const fresh = () => join(folder, 'keys', `${files++}.pem`);

function written(text: string, mode = 0o600): string {
  const path = join(folder, `written-${files++}.pem`);
  writeFileSync(path, text, { mode });
  return path;
}
const pemOf = (key: ReturnType<typeof generateKeyPairSync>['privateKey']) =>
  key.export({ format: 'pem', type: 'pkcs8' }).toString();

describe('openFileSigner', () => {
  it.each([
    ['Ed25519', 'EdDSA'],
    ['P-256', 'ES256'],
  ] as const)('signs by a key on %s', async (curve, alg) => {
    const path = fresh();
    await createMessageKey(path, curve, 'production');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const signer = await openFileSigner(path, 'production');
    expect(signer.alg).toBe(alg);
    expect(JSON.stringify(signer.publicJwk)).not.toContain('"d"');
    const jws = await signJws(Buffer.from('{}'), 'a', signer);
    const find = finder(verificationKey(signer.publicJwk));
    expect(await verifyJws(jws, { typ: 'a', find })).toHaveProperty('kid', signer.kid);
  });

  it('has the same kid each time it is opened', async () => {
    const path = fresh();
    await createMessageKey(path, 'P-256', 'production');
    const [first, second] = [
      await openFileSigner(path, 'production'),
      await openFileSigner(path, 'production'),
    ];
    expect(first.kid).toBe(second.kid);
    expect(first.kid).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });

  it('refuses a development key in production, and only there', async () => {
    const path = fresh();
    await createMessageKey(path, 'Ed25519', 'development');
    await expect(openFileSigner(path, 'production')).rejects.toMatchObject({
      code: 'KEY_IS_DEVELOPMENT',
    });
    expect((await openFileSigner(path, 'development')).alg).toBe('EdDSA');
  });

  it('does not overwrite a key', async () => {
    const path = fresh();
    await createMessageKey(path, 'Ed25519', 'production');
    const before = readFileSync(path, 'utf8');
    await expect(createMessageKey(path, 'Ed25519', 'production')).rejects.toMatchObject({
      code: 'KEY_EXISTS',
    });
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  const ed25519 = pemOf(generateKeyPairSync('ed25519').privateKey);
  it.each([
    ['no file', () => fresh(), 'KEY_MISSING'],
    ['a folder', () => folder, 'KEY_MISSING'],
    ['a file others may read', () => open(written(ed25519), 0o644), 'KEY_OPEN_TO_OTHERS'],
    ['a file the group may read', () => open(written(ed25519), 0o640), 'KEY_OPEN_TO_OTHERS'],
    ['an empty file', () => written(''), 'KEY_FORM'],
    ['no key', () => written('hello'), 'KEY_FORM'],
    ['half a key', () => written(ed25519.slice(0, 60)), 'KEY_FORM'],
    ['a very long file', () => written('a'.repeat(20_000)), 'KEY_MISSING'],
    [
      'an RSA key',
      () => written(pemOf(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey)),
      'KEY_FORM',
    ],
    ['an X25519 key', () => written(pemOf(generateKeyPairSync('x25519').privateKey)), 'KEY_FORM'],
    [
      'a P-384 key',
      () => written(pemOf(generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey)),
      'KEY_FORM',
    ],
  ])('refuses %s', async (_, path, code) => {
    const opened = openFileSigner(path(), 'production');
    await expect(opened).rejects.toMatchObject({ name: 'SignerFault', code });
    await expect(opened).rejects.not.toThrow(folder);
  });
});

describe('openDecryptionKey', () => {
  it.each(['X25519', 'P-256'] as const)(
    'opens what was encrypted to a key on %s',
    async (curve) => {
      const path = fresh();
      await createMessageKey(path, curve, 'production');
      const key = await openDecryptionKey(path, 'production');
      const read = readRecipientKey(key.publicJwk);
      if ('fault' in read) throw new Error(read.fault);
      const jwe = await encryptJws('e30.e30.e30', read.key);
      expect(await decryptJws(jwe, { find: async () => key })).toEqual({ jws: 'e30.e30.e30' });
    },
  );

  it('refuses a key that signs', async () => {
    const path = fresh();
    await createMessageKey(path, 'Ed25519', 'production');
    await expect(openDecryptionKey(path, 'production')).rejects.toMatchObject({ code: 'KEY_FORM' });
  });
});

function open(path: string, mode: number): string {
  chmodSync(path, mode);
  return path;
}
