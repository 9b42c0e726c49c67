/** JSON that has one byte form (RFC 8785, JSON Canonicalization Scheme). */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json };

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Writes a value as canonical JSON text (RFC 8785): members sorted by UTF-16 code units, ECMAScript numbers.
 * Throws a RangeError for a number or a string that JSON cannot carry.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') return number(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${text(name)}:${canonicalJson(member)}`).join(',')}}`;
}

// Array.isArray alone does not narrow a readonly array.
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function text(value: string): string {
  if (loneSurrogate.test(value)) throw new RangeError('canonical JSON: a lone surrogate');
  return JSON.stringify(value);
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('canonical JSON: not a finite number');
  return JSON.stringify(value);
}
