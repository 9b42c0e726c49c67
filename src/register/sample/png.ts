/**
 * PNG (ISO/IEC 15948) for small invented images: one palette, stored blocks only, so that no package and no machinery
 * is needed. Valid for every decoder; not small for its pixels.
 */
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PALETTE_COLOUR = 3;
const MAX_STORED = 0xffff;

/** A picture of palette indices: `paint` is asked for every point, from the top left. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Bits for a point; the palette has at most 2 ** depth colours. */
  readonly depth: 1 | 2;
  /** Red, green, blue from 0 to 255. */
  readonly palette: readonly (readonly [number, number, number])[];
  readonly paint: (x: number, y: number) => number;
}

/** The bytes of the picture as a PNG file. */
export function encodePng(picture: Picture): Uint8Array {
  const { width, height, depth, palette } = picture;
  const header = [...be32(width), ...be32(height), depth, PALETTE_COLOUR, 0, 0, 0];
  return Uint8Array.from([
    ...SIGNATURE,
    ...chunk('IHDR', header),
    ...chunk('PLTE', palette.flat()),
    ...chunk('IDAT', zlibStored(scanLines(picture))),
    ...chunk('IEND', []),
  ]);
}

function scanLines({ width, height, depth, paint }: Picture): number[] {
  const lines: number[] = [];
  for (let y = 0; y < height; y += 1) {
    // Filter 0: the points as they are.
    lines.push(0, ...packLine(width, depth, (x) => paint(x, y)));
  }
  return lines;
}

function packLine(width: number, depth: number, pointAt: (x: number) => number): number[] {
  const perByte = 8 / depth;
  const bytes = new Array<number>(Math.ceil(width / perByte)).fill(0);
  for (let x = 0; x < width; x += 1) {
    const at = Math.floor(x / perByte);
    const shift = 8 - depth * ((x % perByte) + 1);
    bytes[at] = (bytes[at] ?? 0) | (pointAt(x) << shift);
  }
  return bytes;
}

/** RFC 1950 around stored blocks of RFC 1951. */
function zlibStored(data: readonly number[]): number[] {
  const out = [0x78, 0x01];
  for (let start = 0; start < data.length; start += MAX_STORED) {
    const block = data.slice(start, start + MAX_STORED);
    const last = start + MAX_STORED >= data.length ? 1 : 0;
    const size = [block.length & 0xff, block.length >> 8];
    out.push(last, ...size, ...size.map((byte) => byte ^ 0xff), ...block);
  }
  return [...out, ...be32(adler32(data))];
}

function chunk(type: string, data: readonly number[]): number[] {
  const body = [...type].map((letter) => letter.charCodeAt(0)).concat(data);
  return [...be32(data.length), ...body, ...be32(crc32(body))];
}

const be32 = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);

function adler32(data: readonly number[]): number {
  let a = 1;
  let b = 0;
  for (const byte of data) {
    a = (a + byte) % 65521;
    b = (b + a) % 65521;
  }
  return ((b << 16) | a) >>> 0;
}

function crc32(data: readonly number[]): number {
  let crc = 0xffffffff;
  for (const byte of data) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
