/**
 * What a character is to the scanner: its kind, its small letter, and the Latin capital that it looks like. Made once for
 * the characters of our four languages; of any other it is worked out when it comes.
 */

export const KIND = { other: 0, small: 1, capital: 2, digit: 3, space: 4, line: 5 } as const;

/** Not to be seen, or only a mark on what stands before it. */
export const HIDDEN = /[\p{Cf}\p{Mn}\p{Me}\u115f\u1160\u3164\uffa0*`~\\\r]/u;

// Each made once: some compilers make a regular expression of a class of Unicode anew whenever it is come by.
const DIGIT = /\p{Nd}/u;
const CAPITAL = /\p{Lu}/u;
const LETTER = /\p{L}/u;
const SPACE = /[\s\p{Z}]/u;

/** Capitals of other scripts that look like Latin ones. */
const LOOKS_LIKE: Readonly<Record<string, string>> = {
  ...letters('АВСЕНКМОРТХУІЅЈҮҺԚԜӀ', 'ABCEHKMOPTXYISJYHQWI'),
  ...letters('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
  ...letters('ƏİĞÖÜÇŞ', 'EIGOUCS'),
  // As readers of print take the filler of a zone.
  '«': '<',
};

function letters(from: string, to: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...from].map((letter, at) => [letter, to.charAt(at)]));
}

export interface CharacterTable {
  readonly size: number;
  /** 1 for what stands for itself, whatever is around it. */
  readonly plain: Uint8Array;
  /** 1 for what is left out. */
  readonly hidden: Uint8Array;
  readonly kinds: Uint8Array;
  readonly lower: Uint16Array;
  readonly latin: Uint16Array;
}

// Latin, Greek and Cyrillic with their supplements.
const SIZE = 0x530;

/** With them something longer may begin: an entity, a tag, a line with marks of quotation. */
const BEGINS = '&<\n';

/** The table; it is filled when the module is loaded, and never changed. */
export const CHARACTERS: CharacterTable = (() => {
  const table = {
    size: SIZE,
    plain: new Uint8Array(SIZE),
    hidden: new Uint8Array(SIZE),
    kinds: new Uint8Array(SIZE),
    lower: new Uint16Array(SIZE),
    latin: new Uint16Array(SIZE),
  };
  for (let code = 0; code < SIZE; code += 1) {
    const character = String.fromCharCode(code);
    table.hidden[code] = HIDDEN.test(character) ? 1 : 0;
    table.plain[code] = table.hidden[code] === 1 || BEGINS.includes(character) ? 0 : 1;
    table.kinds[code] = kindOf(character);
    const small = character === 'İ' ? 'i' : oneLetter(character.toLowerCase(), character);
    table.lower[code] = small.charCodeAt(0);
    const capital = character === 'ı' ? 'I' : oneLetter(character.toUpperCase(), character);
    table.latin[code] = (LOOKS_LIKE[capital] ?? capital).charCodeAt(0);
  }
  return table;
})();

/** The kind of a character that stands alone. */
export function kindOf(character: string): number {
  if (character === '\n') return KIND.line;
  // It parts columns, and says where it may stand in a number.
  if (character === '\t') return KIND.other;
  if (DIGIT.test(character)) return KIND.digit;
  if (CAPITAL.test(character)) return KIND.capital;
  if (LETTER.test(character)) return KIND.small;
  return SPACE.test(character) ? KIND.space : KIND.other;
}

function oneLetter(changed: string, character: string): string {
  return changed.length === 1 ? changed : character;
}
