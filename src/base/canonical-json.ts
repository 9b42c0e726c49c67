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
  // Array's own order of strings is that of their UTF-16 code units.
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${text(name)}:${canonicalJson(value[name] ?? null)}`).join(',')}}`;
}

// Array.isArray alone does not narrow a readonly array.
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function text(value: string): string {
  const written = JSON.stringify(value);
  // A lone surrogate is escaped by JSON.stringify: what has no such escape need not be looked through.
  if (written.includes('\\ud') && loneSurrogate.test(value)) {
    throw new RangeError('canonical JSON: a lone surrogate');
  }
  return written;
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError('canonical JSON: not a finite number');
  return JSON.stringify(value);
}
