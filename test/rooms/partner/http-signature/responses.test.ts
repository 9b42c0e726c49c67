import { describe, expect, it } from 'vitest';
import {
  type HttpResponse,
  type HttpSignatureFault,
  signRequest,
  signResponse,
  verifyResponse,
} from '../../../../src/partner/index.js';
import { clock, clockAt, finder, verificationKey } from '../workbench.js';
import { ed25519, fieldOf, good, goodP256, ids, PLAIN, p256, withFields } from './bad-requests.js';

const theirs = { signer: p256, clock, ids };
const rules = { clock, find: finder(verificationKey(p256.publicJwk)) };
const plain: HttpResponse = {
  status: 202,
  fields: [['Content-Type', 'application/jose']],
  body: Buffer.from('e30.e30.e30'),
};
const answer = await signResponse(plain, good, theirs);
const again = await signRequest(PLAIN, { signer: ed25519, clock, ids });
const other = await signResponse(plain, again, theirs);
const ours = await signResponse(plain, good, { ...theirs, signer: ed25519 });

describe('verifyResponse', () => {
  it('takes the answer to the request that was sent', async () => {
    expect(await verifyResponse(answer, good, rules)).toHaveProperty('keyid', p256.kid);
  });

  it.each<readonly [string, HttpResponse, HttpSignatureFault]>([
    ['no signature', plain, 'SIGNATURE_MISSING'],
    ['another status', { ...answer, status: 200 }, 'SIGNATURE_INVALID'],
    ['a status that is none', { ...answer, status: 99 }, 'SIGNATURE_COVERAGE'],
    ['another body', { ...answer, body: Buffer.from('x') }, 'DIGEST_DIFFERS'],
    ['another type', withFields(answer, { 'Content-Type': 'text/html' }), 'SIGNATURE_INVALID'],
    ['Content-Encoding', withFields(answer, { 'Content-Encoding': 'br' }), 'CONTENT_ENCODED'],
    ['the answer to the same request sent again', other, 'SIGNATURE_INVALID'],
    [
      'the signature of the answer to another request',
      withFields(answer, { Signature: fieldOf(other, 'Signature') }),
      'SIGNATURE_INVALID',
    ],
    [
      'an answer that is not bound to the request',
      withFields(answer, {
        'Signature-Input': fieldOf(answer, 'Signature-Input').replaceAll(/ "[a-z-]+";req/g, ''),
      }),
      'SIGNATURE_COVERAGE',
    ],
    [
      'the fields of the request given back',
      { ...plain, fields: good.fields.slice(1) },
      'SIGNATURE_COVERAGE',
    ],
    ['our own signature', ours, 'SIGNATURE_KEY_UNKNOWN'],
  ])('refuses %s', async (_, response, fault) => {
    expect(await verifyResponse(response, good, rules)).toEqual({ fault });
  });

  it.each([
    ['another request', goodP256],
    ['the same request signed again', again],
    ['a request with another digest', withFields(good, { 'Content-Digest': 'sha-256=:AAAA:' })],
    ['a request with another input', withFields(good, { 'Signature-Input': 'sorgu=()' })],
  ])('refuses the answer as one to %s', async (_, request) => {
    const outcome = await verifyResponse(answer, request, rules);
    expect(outcome).toEqual({ fault: 'SIGNATURE_INVALID' });
  });

  it('refuses the answer to a request that was not signed', async () => {
    const outcome = await verifyResponse(answer, PLAIN, rules);
    expect(outcome).toEqual({ fault: 'SIGNATURE_COVERAGE' });
    await expect(signResponse(plain, PLAIN, theirs)).rejects.toThrow(RangeError);
  });

  it.each([
    [180, 'SIGNATURE_EXPIRED'],
    [-61, 'SIGNATURE_NOT_YET_GOOD'],
  ])('refuses it %d seconds later', async (seconds, fault) => {
    const later = { ...rules, clock: clockAt(seconds) };
    expect(await verifyResponse(answer, good, later)).toEqual({ fault });
  });
});
