import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageSize } from '../../../src/letters/image-size.js';
import { jpeg, png } from './images.js';
import { FACE } from './written.js';

const bytes = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);
const header = { width: 30, height: 40, depth: 8, colour: 2, interlace: 0 };

const DRAWN = {
  'a photograph of the sample': [FACE, { width: 56, height: 72 }],
  'grey PNG': [png({ ...header, colour: 0 }), { width: 30, height: 40 }],
  'PNG in true colours': [png(header), { width: 30, height: 40 }],
  'PNG with a palette': [png({ ...header, colour: 3 }, ['PLTE']), { width: 30, height: 40 }],
  'bytes after the end': [bytes(png(header), Buffer.alloc(5)), { width: 30, height: 40 }],
  'baseline JPEG': [jpeg(0xc0), { width: 300, height: 400 }],
  'progressive JPEG': [jpeg(0xc2), { width: 300, height: 400 }],
  'grey JPEG': [jpeg(0xc0, 1), { width: 300, height: 400 }],
} as const;

const NOT_DRAWN = {
  nothing: new Uint8Array(),
  text: Buffer.from('not an image at all'),
  GIF: Buffer.from('GIF89a\x01\x00\x01\x00'),
  'a script in a PDF': Buffer.from('%PDF-1.7\n'),
  'PNG with an alpha channel': png({ ...header, colour: 6 }),
  'PNG with a transparent colour': png(header, ['tRNS']),
  'interlaced PNG': png({ ...header, interlace: 1 }),
  'palette PNG without a palette': png({ ...header, colour: 3 }),
  'PNG with two headers': png(header, ['IHDR']),
  'PNG cut short': png(header).subarray(0, 50),
  'PNG without data': bytes(png(header).subarray(0, 33), png(header).subarray(-12)),
  'PNG of no width': png({ ...header, width: 0 }),
  'PNG of too many points': png({ ...header, width: 10_001 }),
  'a file too large': bytes(png(header), Buffer.alloc(4 * 1024 * 1024)),
  'lossless JPEG': jpeg(0xc3),
  'arithmetic JPEG': jpeg(0xc9),
  'JPEG in four colours': jpeg(0xc0, 4),
  'JPEG without a frame': jpeg(0xc0).subarray(0, 6),
};

describe('imageSize', () => {
  it.each(Object.entries(DRAWN))('knows the size of %s', (_, [content, size]) => {
    expect(imageSize(content)).toEqual(size);
  });

  it.each(Object.entries(NOT_DRAWN))('does not take %s', (_, content) => {
    expect(imageSize(content)).toBeUndefined();
  });

  it('reads any bytes without a throw, and gives no size that is not bounded', () => {
    const start = fc.constantFrom(png(header), jpeg(0xc0), new Uint8Array());
    fc.assert(
      fc.property(start, fc.uint8Array(), fc.nat(60), (image, noise, at) => {
        const size = imageSize(bytes(image.subarray(0, at), noise, image.subarray(at)));
        const within = (points = 1) => points > 0 && points <= 10_000;
        expect(within(size?.width) && within(size?.height)).toBe(true);
      }),
    );
  });
});
