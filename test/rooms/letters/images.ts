/** Image files with as much in them as their headers say, and nothing to see. */
import { crc32, deflateSync } from 'node:zlib';

interface PngHeader {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  /** 0 grey, 2 true colours, 3 palette, 4 and 6 with an alpha channel. */
  readonly colour: number;
  readonly interlace: number;
}

/** A PNG, with further chunks of six bytes between its header and its data. */
export function png(header: PngHeader, more: readonly string[] = []): Uint8Array {
  const { width, height, depth, colour, interlace } = header;
  const sizes = Buffer.alloc(8);
  sizes.writeUInt32BE(width, 0);
  sizes.writeUInt32BE(height, 4);
  const start = Buffer.concat([sizes, Buffer.from([depth, colour, 0, 0, interlace])]);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', start),
    ...more.map((type) => chunk(type, type === 'IHDR' ? start : Buffer.alloc(6))),
    chunk('IDAT', deflateSync(Buffer.alloc((width * 3 + 1) * Math.min(height, 100)))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A JPEG of 300 by 400 points with a frame of this kind, its tables and no data. */
export function jpeg(frame: number, colours = 3): Uint8Array {
  const components = Array.from({ length: colours }, (_, index) => [index + 1, 0x11, 0]).flat();
  const frameHeader = [0xff, frame, 0, 8 + components.length, 8, 0x01, 0x90, 0x01, 0x2c, colours];
  const applicationData = [0xff, 0xe0, 0, 4, 0, 0];
  return Buffer.from([0xff, 0xd8, ...applicationData, ...frameHeader, ...components, 0xff, 0xd9]);
}
