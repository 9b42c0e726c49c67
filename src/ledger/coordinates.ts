/**
 * Sets of coordinates as bitmaps. Each entry carries its own numbering: the coordinates it names, sorted, grouped by
 * type; bit i (bit i % 8 of byte i / 8, least significant first) is the i-th of them. So an entry reads without the
 * schema of its day.
 */

/** Fields by type, both sorted, as one would select them: `{"Person":"id sex"}`. */
export type CoordinateTable = { readonly [type: string]: string };

/** Numbers the coordinates of an entry. */
export interface Numbering {
  readonly table: CoordinateTable;
  bitmap(coordinates: readonly string[]): Buffer;
}

/** Numbers the union of some sets of coordinates. */
export function numberCoordinates(sets: Iterable<readonly string[]>): Numbering {
  const distinct = new Set<string>();
  for (const set of sets) for (const coordinate of set) distinct.add(coordinate);
  const sorted = [...distinct].sort();
  const numbers = new Map(sorted.map((coordinate, number) => [coordinate, number]));
  return {
    table: tableOf(sorted),
    bitmap(coordinates) {
      const bits = Buffer.alloc(bitmapLength(sorted.length));
      for (const coordinate of coordinates) setBit(bits, numbers.get(coordinate) ?? 0);
      return bits;
    },
  };
}

function setBit(bits: Buffer, number: number): void {
  const byte = Math.floor(number / 8);
  bits[byte] = (bits[byte] ?? 0) | (1 << (number % 8));
}

// A full stop sorts before every letter of a name, so sorting coordinates sorts types, then fields.
function tableOf(sorted: readonly string[]): CoordinateTable {
  const table: Record<string, string> = {};
  for (const coordinate of sorted) {
    const [type = '', field = ''] = coordinate.split('.');
    const fields = table[type];
    table[type] = fields === undefined ? field : `${fields} ${field}`;
  }
  return table;
}

/** The coordinates of a table in the order of their numbers. */
export function listCoordinates(table: CoordinateTable): readonly string[] {
  return Object.keys(table)
    .sort()
    .flatMap((type) => (table[type] ?? '').split(' ').map((field) => `${type}.${field}`));
}

/** Bytes a bitmap over `count` coordinates takes. */
export const bitmapLength = (count: number): number => Math.ceil(count / 8);

/** The coordinates a bitmap names; undefined if it does not fit the list. */
export function readBitmap(
  bitmap: Uint8Array,
  coordinates: readonly string[],
): readonly string[] | undefined {
  if (bitmap.length !== bitmapLength(coordinates.length)) return undefined;
  const spare = coordinates.length % 8;
  // A bit beyond the list would make two forms of one set.
  if (spare > 0 && (bitmap.at(-1) ?? 0) >> spare !== 0) return undefined;
  return coordinates.filter(
    (_, number) => ((bitmap[Math.floor(number / 8)] ?? 0) >> (number % 8)) & 1,
  );
}
