import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  openTokenSigner,
  signJws,
  type TokenOptions,
  verifyJws,
} from '../../../../src/partner/index.js';
import { finder, verificationKey } from '../workbench.js';
import { missingTools, openSoftToken, type SoftToken } from './softhsm.js';

if (missingTools.length > 0) {
  process.stderr.write(
    `NOT RUN: signing by a token, because ${missingTools.join(', ')} is not installed (apt-get install softhsm2 opensc)\n`,
  );
}

describe.skipIf(missingTools.length > 0)('openTokenSigner', () => {
  let token: SoftToken;
  let options: TokenOptions;
  beforeAll(() => {
    token = openSoftToken();
    options = { ...token.place, keyId: token.keys.p256, pin: { value: token.pin } };
  });
  afterAll(() => token.close());

  const document = Buffer.from(JSON.stringify({ text: 'қ'.repeat(20_000) }));

  it('signs a document of any length by P-256', async () => {
    const signer = await openTokenSigner(options);
    expect(signer.alg).toBe('ES256');
    const jws = await signJws(document, 'sorgu-request+jws', signer);
    const find = finder(verificationKey(signer.publicJwk));
    expect(await verifyJws(jws, { typ: 'sorgu-request+jws', find })).toEqual({
      kid: signer.kid,
      payload: document,
    });
  });

  it('signs what is short by Ed25519, and nothing wrongly that is long', async () => {
    const signer = await openTokenSigner({ ...options, keyId: token.keys.ed25519 });
    expect(signer.alg).toBe('EdDSA');
    const find = finder(verificationKey(signer.publicJwk));
    const rules = { typ: 'sorgu-request+jws', find };
    const short = await signJws(Buffer.from('{}'), rules.typ, signer);
    expect(await verifyJws(short, rules)).toHaveProperty('payload');
    const long = await signJws(document, rules.typ, signer).catch((error) => error.code);
    if (long !== 'TOKEN_REFUSED') expect(await verifyJws(long, rules)).toHaveProperty('payload');
  });

  it('signs several at once, one after the other', async () => {
    const signer = await openTokenSigner(options);
    const key = verificationKey(signer.publicJwk);
    const tokens = await Promise.all(
      [1, 2, 3, 4].map((n) => signJws(Buffer.from(`{"n":${n}}`), 'a', signer)),
    );
    for (const jws of tokens) {
      expect(await verifyJws(jws, { typ: 'a', find: finder(key) })).toHaveProperty('payload');
    }
  });

  it('takes the PIN from a file that only its owner may read', async () => {
    const file = join(token.folder, 'pin');
    writeFileSync(file, `${token.pin}\n`, { mode: 0o600 });
    expect((await openTokenSigner({ ...options, pin: { file } })).alg).toBe('ES256');
    chmodSync(file, 0o640);
    const fault = { code: 'PIN_UNREADABLE' };
    await expect(openTokenSigner({ ...options, pin: { file } })).rejects.toMatchObject(fault);
    writeFileSync(file, '\n');
    chmodSync(file, 0o600);
    await expect(openTokenSigner({ ...options, pin: { file } })).rejects.toMatchObject(fault);
  });

  it('tries a refused PIN no second time', async () => {
    const [flag, count] = [join(token.folder, 'refuse'), join(token.folder, 'count')];
    const tool = join(token.folder, 'tool');
    const refusing = `if [ -e ${flag} ]; then echo 1 >> ${count}; echo CKR_PIN_INCORRECT >&2; exit 1; fi`;
    writeFileSync(tool, `#!/bin/sh\n${refusing}\nexec pkcs11-tool "$@"\n`, { mode: 0o700 });
    const signer = await openTokenSigner({ ...options, tool });
    writeFileSync(flag, '');
    const atOnce = ['a', 'b', 'c'].map((message) => signer.sign(Buffer.from(message)));
    for (const each of await Promise.allSettled(atOnce)) {
      expect(each).toMatchObject({ status: 'rejected', reason: { code: 'PIN_REFUSED' } });
    }
    expect(readFileSync(count, 'utf8')).toBe('1\n');
  });

  it.each<readonly [string, Partial<TokenOptions>, string]>([
    ['a wrong PIN', { pin: { value: '999999' } }, 'PIN_REFUSED'],
    ['no PIN file', { pin: { file: '/nonexistent/pin' } }, 'PIN_UNREADABLE'],
    ['no such token', { token: 'another' }, 'TOKEN_REFUSED'],
    ['no such key', { keyId: '77' }, 'TOKEN_REFUSED'],
    ['an RSA key', { keyId: '03' }, 'KEY_FORM'],
    ['no such module', { module: '/nonexistent/module.so' }, 'TOKEN_REFUSED'],
    ['no such tool', { tool: '/nonexistent/pkcs11-tool' }, 'TOOL_MISSING'],
    ['an argument for a shell', { keyId: '01; touch /tmp/owned' }, 'TOKEN_REFUSED'],
  ])('says in constant words that there is %s', async (_, change, code) => {
    const opened = openTokenSigner({ ...options, ...change });
    await expect(opened).rejects.toMatchObject({ name: 'SignerFault', code });
    await expect(opened).rejects.toThrow(/^[A-Za-z0-9 ,;:-]+$/);
  });
});

describe('openTokenSigner with a tool that misbehaves', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sorgu-tool-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const base = {
    module: 'module.so',
    token: 'a',
    keyId: '01',
    pin: { value: '1' },
    environment: { PATH: process.env.PATH ?? '' },
  } as const;

  function toolThat(script: string): string {
    const path = join(folder, `tool-${tools++}`);
    writeFileSync(path, `#!/bin/sh\n${script}\n`, { mode: 0o700 });
    return path;
  }
  let tools = 0;

  const PEM = `-----BEGIN PUBLIC KEY-----
MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=
-----END PUBLIC KEY-----`;

  it.each([
    ['hangs', 'exec sleep 60', 'TOKEN_TIMEOUT'],
    ['writes no key', 'echo hello', 'KEY_FORM'],
    ['writes nothing', 'true', 'KEY_FORM'],
    ['writes without end', 'exec cat /dev/zero', 'TOKEN_REFUSED'],
    ['gives a signature by another key', `cat <<'KEY'\n${PEM}\nKEY`, 'TOKEN_SIGNATURE'],
    ['ends at once', 'exit 3', 'TOKEN_REFUSED'],
    ['finds the PIN locked', 'echo "rv = CKR_PIN_LOCKED" >&2; exit 1', 'PIN_REFUSED'],
  ])('that %s', async (_, script, code) => {
    const timeoutMs = code === 'TOKEN_TIMEOUT' ? 300 : 20_000;
    const opened = openTokenSigner({ ...base, tool: toolThat(script), timeoutMs });
    await expect(opened).rejects.toMatchObject({ name: 'SignerFault', code });
  });

  it('gets the PIN in its environment and not in its arguments', async () => {
    const seen = join(folder, 'seen');
    const tool = toolThat(`echo "$*" > ${seen}; echo "$SORGU_TOKEN_PIN" >> ${seen}; exit 1`);
    await openTokenSigner({ ...base, pin: { value: '8315' }, tool }).catch(() => undefined);
    const [args, pin] = readFileSync(seen, 'utf8').split('\n');
    expect(args).toContain('--pin env:SORGU_TOKEN_PIN');
    expect(args).not.toContain('8315');
    expect(pin).toBe('8315');
  });
});
