/**
 * The forms of text in a message, as patterns that JSON Schema and ECMAScript read alike (`u` flag): explicit ranges, so
 * that two gateways with other Unicode tables accept the same texts.
 */
import type { SchemaOf } from './message-schema.js';

/**
 * What no text may hold: controls, lone surrogates (no UTF-8, no canonical JSON), and characters that are not seen but
 * reorder, join or hide what is (bidirectional controls, zero-width, byte order mark, interlinear marks).
 */
const HIDDEN =
  '\\u0000-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ud800-\\udfff\\ufff9-\\ufffb';
const hidden = new RegExp(
  `[${HIDDEN.replace('\\u0000-\\u001f', '\\u0000-\\u0009\\u000b-\\u001f')}]`,
  'u',
);

/** Whether a text holds a character that is never taken; a line break is not one. */
export function hasHiddenCharacter(text: string): boolean {
  return hidden.test(text);
}

const DAY =
  '(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)';
const CLAUSE = '[1-9][0-9]*(?:\\([1-9][0-9]*\\)|\\([a-z]\\))*';

const text = (pattern: string, maxLength: number): SchemaOf<string> => ({
  type: 'string',
  maxLength,
  pattern: `^${pattern}$`,
});

/** Text on one line; may be empty, which is a fault of its own where Article 9(2) asks for it. */
export const line = (maxLength: number): SchemaOf<string> => text(`[^${HIDDEN}]*`, maxLength);
/** Text with line breaks; may be empty. */
export const prose = (maxLength: number): SchemaOf<string> =>
  text(`(?:\\n|[^${HIDDEN}])*`, maxLength);

/** UUID version 4, in lower case: one spelling. */
export const UUID_V4 = text(
  '[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}',
  36,
);
/** An instant as `Date.toISOString` writes it: UTC, milliseconds. */
export const INSTANT = text(
  `(?!0000)${DAY}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\\.[0-9]{3}Z`,
  24,
);
/** ISO 8601-2: year, month or day of the real calendar. */
export const PARTIAL_DATE = text(`(?!0000)(?:[0-9]{4}(?:-(?:0[1-9]|1[0-2]))?|${DAY})`, 10);
/** Three capital letters; whether the state exists is asked afterwards. */
export const COUNTRY = text('[A-Z]{3}', 3);
/** A purpose or an item, known or not. */
export const CODE = text('[A-Z][A-Z0-9_]*', 64);
/** An authority or an instrument: `KZ-MIA`, `AZ-KZ-2019`. */
export const NAME_CODE = text('[A-Z][A-Z0-9-]*', 32);
/** The number of a clause, or nothing where the writer named none. */
export const CLAUSE_OR_NOTHING = text(`(?:${CLAUSE})?`, 32);
/** SHA-256, hexadecimal. */
export const DIGEST = text('[0-9a-f]{64}', 64);
/** A JWK thumbprint (RFC 7638, SHA-256) in base64url: 43 characters, the last with two bits of padding. */
export const THUMBPRINT = text('[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]', 43);
/** A telephone number as it is dialled from abroad: `+` and digits, with single spaces. */
export const TELEPHONE = text('\\+[1-9](?: ?[0-9]){6,17}', 40);
/** The address of a mailbox, ASCII alone. */
export const EMAIL = text(
  '[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+',
  200,
);
