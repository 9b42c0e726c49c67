import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { afterEach, describe, expect, it } from 'vitest';
import { OPERATION, openStage, post, type Stage } from './stage.js';

const pem = (name: string): string => readFileSync(new URL(`tls/${name}`, import.meta.url), 'utf8');
const pair = (name: string) => ({ cert: pem(`${name}.crt`), key: pem(`${name}.key`) });
const derOf = (name: string): Buffer => new X509Certificate(pem(`${name}.crt`)).raw;
const thumbprint = (name: string): string =>
  createHash('sha256').update(derOf(name)).digest('base64url');

let stage: Stage;
afterEach(() => stage.close());

function postOverTls(client?: string, headers: Readonly<Record<string, string>> = {}) {
  return new Promise<number | undefined>((resolve, reject) => {
    const sent = request(
      `${stage.door.url}/graphql`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        ca: pem('server.crt'),
        agent: false,
        ...(client === undefined ? {} : pair(client)),
      },
      (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode));
      },
    );
    sent.on('error', reject);
    sent.end(OPERATION);
  });
}
const certificates = () => stage.asked.map(({ credentials }) => credentials.certificate);
const clientCert = (name: string): string => `:${derOf(name).toString('base64')}:`;

describe('over TLS', () => {
  it('the certificate of the handshake is what the gateway is told', async () => {
    stage = await openStage({ tls: pair('server') });
    expect(stage.door.url).toMatch(/^https:/);
    await postOverTls('client');
    await postOverTls('stranger');
    await postOverTls();
    expect(certificates()).toEqual([thumbprint('client'), thumbprint('stranger'), undefined]);
  });

  it('a header that claims another certificate counts for nothing', async () => {
    stage = await openStage({ tls: pair('server') });
    await postOverTls('stranger', { 'client-cert': clientCert('client') });
    await postOverTls(undefined, { 'client-cert': clientCert('client') });
    expect(certificates()).toEqual([thumbprint('stranger'), undefined]);
  });
});

describe('without TLS', () => {
  it('a header that claims a certificate counts for nothing', async () => {
    stage = await openStage();
    await post(stage, { 'client-cert': clientCert('client') });
    expect(certificates()).toEqual([undefined]);
  });
});

describe('behind a proxy that ends TLS', () => {
  it('the certificate is that of Client-Cert (RFC 9440)', async () => {
    stage = await openStage({ tlsTerminated: true });
    await post(stage, { 'client-cert': clientCert('client') });
    await post(stage);
    expect(certificates()).toEqual([thumbprint('client'), undefined]);
  });

  it('with the term that stands in it', async () => {
    stage = await openStage({ tlsTerminated: true });
    await post(stage, { 'client-cert': clientCert('client') });
    const { validFrom, validTo } = new X509Certificate(derOf('client'));
    const [term] = stage.asked.map(({ credentials }) => credentials.certified);
    expect([term?.from, term?.until].map((at) => new Date(at ?? 0))).toEqual(
      [validFrom, validTo].map((at) => new Date(at)),
    );
  });

  it.each([
    ['bare base64', derOf('client').toString('base64')],
    ['PEM', encodeURIComponent(pem('client.crt'))],
    ['two values', `${clientCert('client')}, ${clientCert('stranger')}`],
    ['a parameter', `${clientCert('client')};a=1`],
    ['base64url', `:${derOf('client').toString('base64url')}_:`],
    ['nothing', '::'],
    ['bytes that are none', `:${Buffer.from('no certificate').toString('base64')}:`],
  ])('%s is no certificate', async (_name, header) => {
    stage = await openStage({ tlsTerminated: true });
    await post(stage, { 'client-cert': header });
    expect(certificates()).toEqual([undefined]);
  });
});
