/** Photographs and ten-print cards of nobody: an abstract face, and ten fields of ridges. Real PNG files of about 1 KB. */
import { encodePng } from './png.js';
import { type Random, randomOf } from './random.js';

const POOL = 16;
const IMAGE_SEED = 0x50;
const FACE = { width: 56, height: 72 };
const CARD = { width: 120, height: 64, print: { width: 24, height: 32 } };

/** A few images that all people of a sample share, as base64 text. */
export interface ImagePool {
  readonly photographs: readonly [string, ...string[]];
  readonly cards: readonly [string, ...string[]];
}

/** The pool of this seed: 16 photographs and 16 cards. */
export function imagePool(seed: number): ImagePool {
  return {
    photographs: poolOf((index) => drawFace(randomOf(seed ^ IMAGE_SEED, index))),
    cards: poolOf((index) => drawCard(randomOf(seed ^ IMAGE_SEED, POOL + index))),
  };
}

function poolOf(draw: (index: number) => Uint8Array): readonly [string, ...string[]] {
  const base64 = (index: number) => Buffer.from(draw(index)).toString('base64');
  return [base64(0), ...Array.from({ length: POOL - 1 }, (_, index) => base64(index + 1))];
}

interface Ellipse {
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
}

const within = ({ x, y, rx, ry }: Ellipse, px: number, py: number): boolean =>
  ((px - x) / rx) ** 2 + ((py - y) / ry) ** 2 <= 1;

function drawFace(random: Random): Uint8Array {
  const middle = FACE.width / 2;
  const head = { x: middle, y: 32, rx: 13 + random.below(4), ry: 18 + random.below(4) };
  const hair = { x: middle, y: 24 + random.below(4), rx: head.rx + 2, ry: 17 + random.below(3) };
  const eye = { y: 31 + random.below(3), rx: 2, ry: 1.5 };
  const apart = 5 + random.below(3);
  const dark: readonly Ellipse[] = [
    { ...eye, x: middle - apart },
    { ...eye, x: middle + apart },
    { x: middle, y: 43 + random.below(3), rx: 3 + random.below(4), ry: 1 },
    { x: middle, y: 78, rx: 24, ry: 18 },
  ];
  const skinFrom = head.y - 8 - random.below(4);
  return encodePng({
    ...FACE,
    depth: 2,
    palette: facePalette(random),
    paint: (x, y) => {
      if (dark.some((shape) => within(shape, x, y))) return 3;
      if (within(head, x, y) && y > skinFrom) return 2;
      return within(hair, x, y) && y < head.y + 6 ? 1 : 0;
    },
  });
}

function facePalette(random: Random): readonly [number, number, number][] {
  const tone = random.below(70);
  return [
    [222, 228, 235 - random.below(20)],
    [40 + random.below(60), 30 + random.below(30), 20 + random.below(20)],
    [238 - tone, 205 - tone, 180 - tone],
    [45, 45, 60],
  ];
}

function drawCard(random: Random): Uint8Array {
  const prints = Array.from({ length: 10 }, () => ({
    twist: random.below(5),
    pace: 1.5 + random.below(8) / 10,
    drift: random.below(5) - 2,
  }));
  return encodePng({
    width: CARD.width,
    height: CARD.height,
    depth: 1,
    palette: [
      [250, 250, 250],
      [20, 20, 20],
    ],
    paint: (x, y) => {
      const { width, height } = CARD.print;
      const print = prints[Math.floor(x / width) + 5 * Math.floor(y / height)];
      const [dx, dy] = [(x % width) - width / 2, (y % height) - height / 2];
      if (print === undefined || (dx / 10) ** 2 + (dy / 14) ** 2 > 1) return 0;
      const distance = Math.hypot(dx - print.drift, dy);
      return Math.sin(distance * print.pace + print.twist * Math.atan2(dy, dx)) > 0 ? 1 : 0;
    },
  });
}
