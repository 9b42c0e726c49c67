/**
 * Text that the font can show and that cannot move anything on the page. What is not in the repertoire is written as
 * its code point, `[U+202E]`: nothing is dropped, nothing turns into an empty box. Attacker-controlled.
 */

// Letters and signs of Latin, Greek and Cyrillic writing that both cuts of the font have (a test draws each one). Left
// out: controls, soft hyphen, exotic spaces, line separators, and what changes the direction of writing.
const REPERTOIRE =
  '\\n\\x20-\\x7e\\xa0-\\xac\\xae-\\u0377\\u037a-\\u037f\\u0384-\\u038a\\u038c\\u038e-\\u03a1\\u03a3-\\u03e1\\u03f0-\\u052f' +
  '\\u1e00-\\u1eff\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20be\\u2100-\\u214f';
const foreign = new RegExp(`[^${REPERTOIRE}]`, 'gu');
// Two marks on a letter are writing (Vietnamese); a pile of them runs into the lines above.
const pile = /(?<=\p{M}{2})\p{M}/gu;

/** The text in NFC, with everything that is outside the repertoire written out. */
export function printable(text: string): string {
  const plain = text.normalize('NFC').replaceAll('\t', ' ');
  return plain.replace(foreign, codePoint).replace(pile, codePoint);
}

const codePoint = (character: string): string =>
  `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
