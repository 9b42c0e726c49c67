import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type Caller,
  DEVELOPMENT_ISSUER,
  type DevelopmentIssuer,
  KeyFault,
  openDevelopmentIssuer,
  openIdentity,
} from '../../../src/identity/index.js';
import { NOW } from './workbench.js';

const HOUR = 3_600_000;
let now = NOW;
const clock = { now: () => now };
const partner: Caller = {
  officer: 'KZ-004711',
  gateway: 'gateway.mia.kz',
  authority: 'KZ-MIA',
  unit: null,
  role: 'PARTNER_GATEWAY',
};

function open(
  issuer: DevelopmentIssuer,
  mode: 'production' | 'development',
  named = issuer.issuer,
) {
  return openIdentity({
    issuer: named,
    audience: issuer.audience,
    keys: { set: issuer.keys },
    clock,
    mode,
    bindCertificates: false,
  });
}
const credentials = (token: string) => ({
  authorization: `Bearer ${token}`,
  certificate: undefined,
});

let dataDir = '';
beforeEach(() => {
  now = NOW;
  dataDir = mkdtempSync(join(tmpdir(), 'sorgu-issuer-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

describe('the development issuer', () => {
  it.each([
    partner,
    {
      officer: 'AZ-1',
      gateway: null,
      authority: 'AZ-SMS',
      unit: 'Bakı',
      role: 'EXECUTING_OFFICER',
    },
  ] satisfies Caller[])(
    'signs for $role what development recognises as that persona',
    async (persona) => {
      const issuer = await openDevelopmentIssuer({ clock });
      const token = await issuer.sign(persona);
      expect(await open(issuer, 'development').recognise(credentials(token))).toEqual(persona);
    },
  );

  it('signs for half a day and no longer', async () => {
    const issuer = await openDevelopmentIssuer({ clock });
    const identity = open(issuer, 'development');
    const token = await issuer.sign(partner);
    now += 12 * HOUR - 1;
    await expect(identity.recognise(credentials(token))).resolves.toBeDefined();
    now += 1;
    await expect(identity.recognise(credentials(token))).rejects.toThrow('UNAUTHENTICATED');
  });

  it('binds a token to a certificate where it is told to', async () => {
    const issuer = await openDevelopmentIssuer({ clock });
    const identity = open(issuer, 'development');
    const [own, another] = ['a', 'b'].map((letter) => letter.repeat(43));
    const bound = credentials(await issuer.sign(partner, own));
    await expect(identity.recognise({ ...bound, certificate: own })).resolves.toEqual(partner);
    for (const certificate of [another, undefined]) {
      await expect(identity.recognise({ ...bound, certificate })).rejects.toThrow(
        'UNAUTHENTICATED',
      );
    }
  });

  it('shows its public key alone', async () => {
    const issuer = await openDevelopmentIssuer({ clock, dataDir });
    expect(issuer.keys.keys).toHaveLength(1);
    expect(issuer.keys.keys[0]).not.toHaveProperty('d');
  });

  it('keeps its key, so that a token survives a restart', async () => {
    const token = await (await openDevelopmentIssuer({ clock, dataDir })).sign(partner);
    const again = await openDevelopmentIssuer({ clock, dataDir });
    await expect(open(again, 'development').recognise(credentials(token))).resolves.toBeDefined();
    const other = await openDevelopmentIssuer({ clock });
    await expect(open(other, 'development').recognise(credentials(token))).rejects.toThrow();
  });

  it('keeps its key from other users, and no half-written file beside it', async () => {
    await openDevelopmentIssuer({ clock, dataDir });
    const folder = join(dataDir, 'keys');
    expect(readdirSync(folder)).toEqual(['development-issuer.jwk.json']);
    expect(statSync(join(folder, 'development-issuer.jwk.json')).mode & 0o777).toBe(0o600);
  });

  it('makes a new key where the file is broken', async () => {
    await openDevelopmentIssuer({ clock, dataDir });
    writeFileSync(join(dataDir, 'keys', 'development-issuer.jwk.json'), '{"kty":');
    const issuer = await openDevelopmentIssuer({ clock, dataDir });
    const token = await issuer.sign(partner);
    await expect(open(issuer, 'development').recognise(credentials(token))).resolves.toBeDefined();
  });
});

describe('production', () => {
  it('does not open with the development key or the development issuer', async () => {
    const issuer = await openDevelopmentIssuer({ clock });
    expect(() => open(issuer, 'production')).toThrow(KeyFault);
    expect(() => open(issuer, 'production', 'https://issuer.example')).toThrow(KeyFault);
    const renamed = { keys: issuer.keys.keys.map((key) => ({ ...key, kid: 'a' })) };
    expect(() => open({ ...issuer, keys: renamed }, 'production')).toThrow(
      'JWT_ISSUER is the development issuer',
    );
    expect(issuer.issuer).toBe(DEVELOPMENT_ISSUER);
  });
});
