import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ArrivingMail,
  type HttpRequest,
  openReception,
  type ReceptionOptions,
  type RecognisedMail,
  signRequest,
} from '../../../../src/partner/index.js';
import { clock } from '../workbench.js';
import { AZ, BE, ids, KZ, MAIL, mailTo, openMemory, registerOf } from './stage.js';

const ORIGIN = 'https://sorgu.mia.example:8443';
const mail = await mailTo(ORIGIN);

/** What happened, in order. */
function openTrace(changes: Partial<ReceptionOptions> = {}) {
  const steps: string[] = [];
  const handled: RecognisedMail[] = [];
  const known = registerOf(AZ, BE);
  const remember = openMemory();
  const reception = openReception({
    async find(keyid) {
      steps.push('find');
      return known.get(keyid);
    },
    remember(seen) {
      steps.push('remember');
      return remember(seen);
    },
    async handle(recognised) {
      steps.push('handle');
      handled.push(recognised);
      return { receipt: 'a.b.c' };
    },
    ...{ signer: KZ.signer, clock, ids },
    ...changes,
  });
  const take = (request: HttpRequest, certificate: string | undefined = AZ.certificates[0]) =>
    reception(arriving(request, { certificate, steps }));
  return { steps, handled, take };
}

interface Arriving {
  readonly certificate: string | undefined;
  readonly steps: string[];
}

const arriving = (
  { targetUri, fields, body }: HttpRequest,
  { certificate, steps }: Arriving,
): ArrivingMail => ({
  targetUri,
  rawHeaders: fields.flat(),
  certificate,
  async body() {
    steps.push('body');
    return body;
  },
});

describe('the order of checks', () => {
  it('asks for the partner, reads, keeps the nonce, and only then hands on', async () => {
    const { steps, handled, take } = openTrace();
    expect(await take(mail)).toMatchObject({ code: null, response: { status: 200 } });
    expect(steps).toEqual(['find', 'body', 'remember', 'handle']);
    expect(handled).toEqual([{ authority: 'AZ-SMS', body: MAIL }]);
  });

  it.each<readonly [string, HttpRequest, string | undefined, readonly string[]]>([
    ['without a signature not even asks', { ...mail, fields: [] }, AZ.certificates[0], []],
    ['with the certificate of another reads nothing', mail, BE.certificates[0], ['find']],
    [
      'with another body keeps no nonce',
      { ...mail, body: Buffer.from('a.b.c') },
      AZ.certificates[0],
      ['find', 'body'],
    ],
  ])('%s', async (_name, ...[request, certificate, expected]) => {
    const { steps, take } = openTrace();
    expect(await take(request, certificate)).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(steps).toEqual(expected);
  });

  it('without a certificate asks nobody', async () => {
    const { steps } = openTrace();
    const reception = openReception({
      find: () => Promise.reject(new Error('asked')),
      remember: () => Promise.reject(new Error('remembered')),
      handle: () => Promise.reject(new Error('handled')),
      ...{ signer: KZ.signer, clock, ids },
    });
    const answer = await reception(arriving(mail, { certificate: undefined, steps }));
    expect([answer.code, steps]).toEqual(['UNAUTHENTICATED', []]);
  });

  it.each(['find', 'remember', 'handle'] as const)(
    'ends without an answer where %s fails',
    async (name) => {
      const { take } = openTrace({ [name]: () => Promise.reject(new RangeError(name)) });
      await expect(take(mail)).rejects.toThrow(RangeError);
    },
  );
});

/** One character of one text, and what stands there instead. */
const change = fc.record({ at: fc.nat(), by: fc.integer({ min: 0x21, max: 0x7e }) });
type Change = { readonly at: number; readonly by: number };

function changed(text: string, { at, by }: Change): string {
  const place = at % text.length;
  const other = String.fromCharCode(by);
  const instead = text[place] === other ? (other === 'a' ? 'b' : 'a') : other;
  return text.slice(0, place) + instead + text.slice(place + 1);
}

describe('a signed message', () => {
  it('is handled by nobody with one character changed, wherever it stands', async () => {
    const { handled, take } = openTrace();
    const where = fc.integer({ min: 0, max: mail.fields.length + 1 });
    await fc.assert(
      fc.asyncProperty(where, change, async (which, how) => {
        const fields = mail.fields.map(
          ([name, value], at) => [name, at === which ? changed(value, how) : value] as const,
        );
        const body = which === mail.fields.length ? Buffer.from(changed(MAIL, how)) : mail.body;
        const isUri = which > mail.fields.length;
        const targetUri = isUri ? changed(mail.targetUri, how) : mail.targetUri;
        const { code, response } = await take({ ...mail, targetUri, fields, body });
        expect([code, response.status]).toEqual(['UNAUTHENTICATED', 401]);
      }),
      { numRuns: 2000 },
    );
    expect(handled).toEqual([]);
    expect(await take(mail)).toMatchObject({ code: null });
  });

  it('of bytes that are no text is handed on byte for character', async () => {
    const body = Buffer.from([0, 0x7f, 0x80, 0xff]);
    const { handled, take } = openTrace();
    const plain = { ...mail, fields: mail.fields.slice(0, 1), body };
    await take(await signRequest(plain, { signer: AZ.signer, clock, ids }));
    expect(handled[0]?.body).toBe('\0\x7f\x80\xff');
  });
});
