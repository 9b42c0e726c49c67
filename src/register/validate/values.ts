/** Readers of single values: text, codes, dates, flags, images. */
import { isCountryCode } from '../countries.js';
import { isPartialDate } from '../partial-date.js';
import { isNameScript } from '../search-key.js';
import type { Reader } from './reading.js';

/** The largest image a line may carry, in bytes before base64: a photograph and a card fit in one line. */
const MAX_IMAGE_BYTES = 1_400_000;

// Control characters, lone surrogates, separators and direction overrides: PostgreSQL cannot store the first two,
// and the last make a text read as another than it is (attacker-controlled registers exist).
const forbidden = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
const bodyCode = /^[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*$/;
const mediaType = /^(?:image|application)\/[a-z0-9][a-z0-9.+-]*$/;

/** A text of at most `most` UTF-16 code units, not empty. */
export function text(most: number): Reader<string> {
  return (value, at) => {
    if (typeof value !== 'string') return at.refuse('WRONG_TYPE');
    if (value.length > most) return at.refuse('TOO_LONG');
    if (value.trim() === '') return at.refuse('EMPTY');
    return forbidden.test(value) ? at.refuse('CONTROL_CHARACTER') : value;
  };
}

/** A text of a closed list or form; anything else is a BAD_CODE. */
function code(isCode: (value: string) => boolean): Reader<string> {
  return (value, at) => {
    if (typeof value !== 'string') return at.refuse('WRONG_TYPE');
    return isCode(value) ? value : at.refuse('BAD_CODE');
  };
}

/** One of these constants. */
export function oneOf<const T extends string>(...values: readonly T[]): Reader<T> {
  const known = new Map<string, T>(values.map((value) => [value, value]));
  return (value, at) => {
    if (typeof value !== 'string') return at.refuse('WRONG_TYPE');
    return known.get(value) ?? at.refuse('BAD_CODE');
  };
}

export const country = code(isCountryCode);
export const nameScript = code(isNameScript);
export const authorityCode = code((value) => value.length <= 40 && bodyCode.test(value));
export const imageType = code((value) => value.length <= 80 && mediaType.test(value));

/** ISO 8601-2 in the real calendar. */
export const partialDate: Reader<string> = (value, at) => {
  if (typeof value !== 'string') return at.refuse('WRONG_TYPE');
  return isPartialDate(value) ? value : at.refuse('BAD_DATE');
};

export const truth: Reader<boolean> = (value, at) =>
  typeof value === 'boolean' ? value : at.refuse('WRONG_TYPE');

/** A mark that is there or not: false is the same content as left out. */
export const flag: Reader<boolean> = (value, at) => {
  if (typeof value !== 'boolean') return at.refuse('WRONG_TYPE');
  return value ? true : undefined;
};

/** RFC 4648 base64 in its one canonical spelling: alphabet, padding, no stray bits. */
export const imageContent: Reader<string> = (value, at) => {
  if (typeof value !== 'string') return at.refuse('WRONG_TYPE');
  if (value.length > Math.ceil(MAX_IMAGE_BYTES / 3) * 4) return at.refuse('IMAGE_TOO_LARGE');
  if (value === '') return at.refuse('EMPTY');
  const bytes = Buffer.from(value, 'base64');
  if (bytes.toString('base64') !== value) return at.refuse('BAD_BASE64');
  return bytes.length > MAX_IMAGE_BYTES ? at.refuse('IMAGE_TOO_LARGE') : value;
};
