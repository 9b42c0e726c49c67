/**
 * Regular expressions in which `\p{L}` costs little. The class of all letters of Unicode has over six hundred ranges, which
 * the engine compiles anew for every place at which it stands: most of the scanner's time went there.
 */

/**
 * Letters: exact up to Hebrew, then by blocks, in which what is no letter does not touch a word of our languages. Those
 * beyond the first plane are left out, as in `KIND`.
 */
const LETTERS = [
  'A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02c1\\u02c6-\\u02d1\\u02e0-\\u02e4\\u02ec\\u02ee',
  '\\u0370-\\u0374\\u0376-\\u0377\\u037a-\\u037d\\u037f\\u0386\\u0388-\\u038a\\u038c\\u038e-\\u03f5\\u03f7-\\u0481',
  '\\u048a-\\u0559\\u0560-\\u0588\\u05d0-\\u05f2\\u0620-\\u064a\\u066e-\\u06d3\\u06d5\\u06e5-\\u06e6\\u06ee-\\u06ff',
  '\\u0710-\\u1ffc\\u2c00-\\u2dde\\u3005-\\u3006\\u3041-\\ud7fb\\uf900-\\uffdc',
].join('');

/** Figures, and those that are neither of a script nor folded: `½`. */
const FIGURES = '0-9\\u00b2\\u00b3\\u00b9\\u00bc-\\u00be';

/** A class of one letter. */
export const LETTER = `[${LETTERS}]`;

/** A class of characters, the one of letters outside any, or what is escaped. */
const CLASS = /\[(?:\\.|[^\]\\])*\]|\\(?:[pP]\{L\}|.)/g;

/** The same regular expression with these in place of `\p{L}` and, within a class, of `\p{N}`. */
export function lettered({ source, flags }: Pick<RegExp, 'source' | 'flags'>): RegExp {
  const written = source.replace(CLASS, (one) => {
    if (one.startsWith('[')) return one.replaceAll('\\p{L}', LETTERS).replaceAll('\\p{N}', FIGURES);
    if (one === '\\P{L}') return `[^${LETTERS}]`;
    return one === '\\p{L}' ? LETTER : one;
  });
  return new RegExp(written, flags);
}
