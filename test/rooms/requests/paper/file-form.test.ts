/** What a file is, told from its bytes: scans, A-9.3 national signatures. No name and no header is believed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recogniseFile } from '../../../../src/requests/index.js';
import { CMS, coveredBySignedPdf, JPEG, PNG, scanOf, signedPdf } from '../../../support/files.js';

const indefinite = Buffer.concat([
  Buffer.from('308006092a864886f70d010702a0803080', 'hex'),
  Buffer.alloc(6),
]);

const KNOWN = [
  ['a PDF', scanOf('1'), 'SCAN', 'application/pdf'],
  ['a PNG', PNG, 'SCAN', 'image/png'],
  ['a JPEG', JPEG, 'SCAN', 'image/jpeg'],
  ['a CMS in DER', CMS, 'CMS', 'application/cms'],
  ['a CMS in BER', indefinite, 'CMS', 'application/cms'],
  ['a signed PDF', signedPdf(), 'PADES', 'application/pdf'],
] as const;

// The end mark of BER is all that is looked at, and a row of them is one too.
const cutShort = KNOWN.filter(([, bytes]) => bytes !== indefinite).map(
  ([what, bytes]) => [`${what}, cut short`, bytes.subarray(0, -3)] as const,
);

const REFUSED: readonly (readonly [string, Uint8Array])[] = [
  ...cutShort,
  ['a CMS in BER without its end', indefinite.subarray(0, -6)],
  ['nothing', Buffer.alloc(0)],
  ['text', Buffer.from('Запрос об оказании содействия')],
  ['HTML that names itself a PDF later', Buffer.from('<html>%PDF-1.7 %%EOF')],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1')],
  ['an executable', Buffer.from(`MZ${'\0'.repeat(60)}`, 'latin1')],
  ['a CMS that encrypts', Buffer.from('301306092a864886f70d010703a006300402010030', 'hex')],
  ['a CMS with bytes behind it', Buffer.concat([CMS, Buffer.from('x')])],
];

describe('A-9.1 a file is what its bytes are', () => {
  test.each(KNOWN)('%s', (_, bytes, ...[format, mediaType]) => {
    expect(recogniseFile(bytes)).toMatchObject({ format, mediaType });
  });

  test.each(REFUSED)('not taken: %s', (_, bytes) => {
    expect(recogniseFile(bytes)).toBeUndefined();
  });

  test('whatever comes, it does not throw', () => {
    const heads = KNOWN.map(([, bytes]) => bytes.subarray(0, 16));
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 64 }), (head, rest) => {
        expect(() => recogniseFile(Buffer.concat([head, rest]))).not.toThrow();
      }),
    );
  });
});

describe('A-9.3 what a signed PDF says it covers', () => {
  test('all but the signature itself', () => {
    expect(recogniseFile(signedPdf())?.covers).toEqual({
      sha256: coveredBySignedPdf(),
      whole: true,
    });
  });

  test('bytes that were added behind it are said', () => {
    const covers = recogniseFile(signedPdf({ added: '% added\n%%EOF\n' }))?.covers;
    expect(covers).toEqual({ sha256: coveredBySignedPdf(), whole: false });
  });

  test.each([
    ['past the end', [0, 50, 80, 999_999]],
    ['not from the start', [5, 50, 80, 20]],
    ['with its parts over one another', [0, 50, 40, 20]],
    ['of nothing', [0, 0, 0, 0]],
  ])('a range %s says nothing', (_, range) => {
    expect(recogniseFile(signedPdf({ range }))).toMatchObject({ format: 'PADES', covers: null });
  });
});
