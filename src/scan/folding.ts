/** Takes the characters of a text one by one and holds them folded. */
import { CHARACTERS, HIDDEN, KIND, kindOf } from './characters.js';

export interface FoldedText {
  readonly length: number;
  /** In small letters of its own script. */
  readonly lower: string;
  /** In capitals; letters that look Latin, as Latin ones. */
  readonly latin: string;
  /** `KIND` of each character. */
  readonly kinds: Uint8Array;
  /** Where each character begins in the text as it was given, and in how many units it is written there. */
  readonly from: Uint32Array;
  readonly widths: Uint8Array;
}

/** Where a stretch that is not empty stands in the text as it was given. */
export function placeIn(
  { from, widths }: FoldedText,
  first: number,
  end: number,
): { readonly from: number; readonly to: number } {
  return { from: from[first] ?? 0, to: (from[end - 1] ?? 0) + (widths[end - 1] ?? 0) };
}

/** A character as it is held. */
interface Sign {
  readonly kind: number;
  readonly lower: number;
  readonly latin: number;
}

const DASH = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/;

/** What a character outside the table stands for, in UTF-16 code units; nothing for what cannot be seen. */
function unitsOf(point: number): readonly number[] {
  const character = String.fromCodePoint(point);
  if (HIDDEN.test(character)) return [];
  if (DASH.test(character)) return [0x2d];
  if (character === '№') return [0x23];
  if (character === '‹') return [0x3c];
  const digit = digitOf(point);
  if (digit !== undefined) return [0x30 + digit];
  const plain = character.normalize('NFKC');
  return Array.from({ length: plain.length }, (_, at) => plain.charCodeAt(at));
}

/** One UTF-16 code unit as it is held; undefined where it cannot be seen. */
function signOf(code: number): Sign | undefined {
  if (code >= CHARACTERS.size) return { kind: kindOfUnit(code), lower: code, latin: code };
  if (CHARACTERS.hidden[code] === 1) return undefined;
  const { kinds, lower, latin } = CHARACTERS;
  return {
    kind: kinds[code] ?? KIND.other,
    lower: lower[code] ?? code,
    latin: latin[code] ?? code,
  };
}

const signsOf = (point: number): readonly Sign[] =>
  (point < CHARACTERS.size ? [point] : unitsOf(point)).flatMap((code) => signOf(code) ?? []);

/** What a decimal digit of any script is worth: each script's ten stand in a row, from a code that ends in 0 or 6. */
function digitOf(point: number): number | undefined {
  if (!isDigit(point)) return undefined;
  const row = point - (point % 16);
  return isDigit(row) ? (point - row) % 10 : (point - row - 6) % 10;
}

const DIGIT = /\p{Nd}/u;
const isDigit = (point: number): boolean => DIGIT.test(String.fromCodePoint(point));

export class Folding {
  /** What each character of the text stands for that does not only stand for itself. */
  readonly #signs = new Map<number, readonly Sign[]>();
  #length = 0;
  #kinds: Uint8Array;
  #lower: Uint16Array;
  #latin: Uint16Array;
  #from: Uint32Array;
  #widths: Uint8Array;

  constructor(characters: number) {
    // One character may stand for several: room for some of those.
    const length = characters + (characters >> 4) + 16;
    this.#kinds = new Uint8Array(length);
    this.#lower = new Uint16Array(length);
    this.#latin = new Uint16Array(length);
    this.#from = new Uint32Array(length);
    this.#widths = new Uint8Array(length);
  }

  /** Adds characters of the table as far as they stand for themselves alone; gives where the first other one is. */
  addPlain(text: string, start: number): number {
    this.#makeRoom(text.length - start);
    // By names of their own: the loop is the scanner's longest.
    const { plain, kinds: kindOf, lower: lowerOf, latin: latinOf, size } = CHARACTERS;
    const [kinds, lower, latin] = [this.#kinds, this.#lower, this.#latin];
    const [from, widths] = [this.#from, this.#widths];
    let place = this.#length;
    let at = start;
    for (; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= size || plain[code] !== 1) break;
      kinds[place] = kindOf[code] ?? 0;
      lower[place] = lowerOf[code] ?? 0;
      latin[place] = latinOf[code] ?? 0;
      from[place] = at;
      widths[place] = 1;
      place += 1;
    }
    this.#length = place;
    return at;
  }

  /** Adds a code point that stands from here to there in the text. */
  add(point: number, from: number, to: number): void {
    const signs = this.#signs.get(point) ?? signsOf(point);
    this.#signs.set(point, signs);
    this.#makeRoom(signs.length);
    for (const { kind, lower, latin } of signs) {
      const at = this.#length;
      this.#kinds[at] = kind;
      this.#lower[at] = lower;
      this.#latin[at] = latin;
      this.#from[at] = from;
      this.#widths[at] = to - from;
      this.#length = at + 1;
    }
  }

  #makeRoom(added: number): void {
    if (this.#length + added <= this.#kinds.length) return;
    const size = (this.#length + added) * 2;
    this.#kinds = larger(new Uint8Array(size), this.#kinds);
    this.#lower = larger(new Uint16Array(size), this.#lower);
    this.#latin = larger(new Uint16Array(size), this.#latin);
    this.#from = larger(new Uint32Array(size), this.#from);
    this.#widths = larger(new Uint8Array(size), this.#widths);
  }

  done(): FoldedText {
    const length = this.#length;
    return {
      length,
      lower: textOf(this.#lower.subarray(0, length)),
      latin: textOf(this.#latin.subarray(0, length)),
      kinds: this.#kinds.subarray(0, length),
      from: this.#from,
      widths: this.#widths,
    };
  }
}

function larger<T extends Uint8Array | Uint16Array | Uint32Array>(made: T, old: T): T {
  made.set(old);
  return made;
}

const textOf = ({ buffer, byteOffset, byteLength }: Uint16Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('utf16le');

// Half of a pair says nothing by itself.
const kindOfUnit = (code: number): number =>
  code >= 0xd800 && code < 0xe000 ? KIND.other : kindOf(String.fromCharCode(code));
