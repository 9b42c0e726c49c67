/**
 * Sets of coordinates as bitmaps. Each entry carries its own numbering: the coordinates it names, sorted, grouped by
 * type; bit i (bit i % 8 of byte i / 8, least significant first) is the i-th of them. So an entry reads without the
 * schema of its day.
 */

/** Fields by type, both sorted, as one would select them: `{"Person":"id sex"}`. */
export type CoordinateTable = { readonly [type: string]: string };

/** A set as an entry carries it. */
export interface Bitmap {
  readonly bytes: Buffer;
  /** In base64url. */
  readonly text: string;
}

/** The coordinates of an entry, numbered. */
export interface Numbering {
  readonly table: CoordinateTable;
  /** One per set, in the order given. */
  readonly bitmaps: readonly Bitmap[];
}

type Sets = readonly (readonly string[])[];

/** Numbers the union of some sets of coordinates. */
export function numberCoordinates(sets: Sets): Numbering {
  const sorted = [...new Set(sets.flat())].sort();
  const numbers = new Map(sorted.map((coordinate, number) => [coordinate, number]));
  const bitmapOf = (set: readonly string[]): Bitmap => {
    const bytes = Buffer.alloc(bitmapLength(sorted.length));
    for (const coordinate of set) setBit(bytes, numbers.get(coordinate) ?? 0);
    return { bytes, text: bytes.toString('base64url') };
  };
  return { table: tableOf(sorted), bitmaps: sets.map(bitmapOf) };
}

const MOST_REMEMBERED = 512;

/** As `numberCoordinates`, and remembers: a register is asked the same few things all day. */
export class NumberingMemory {
  readonly #known = new Map<string, Numbering>();

  number(sets: Sets): Numbering {
    // A name holds no space and no newline (GraphQL section 2.1.9): no two lists of sets have one key.
    const key = sets.map((set) => set.join(' ')).join('\n');
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = numberCoordinates(sets);
    // Bounded, or whoever asks for ever other fields fills the memory.
    if (this.#known.size >= MOST_REMEMBERED) this.#known.clear();
    this.#known.set(key, made);
    return made;
  }
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
