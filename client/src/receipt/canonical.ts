/** JSON read in its one byte form (RFC 8785): two readers of the same text see the same value. */

export type JsonObject = { readonly [name: string]: unknown };

/** Reads the canonical text of an object; undefined for any other text. */
export function readCanonical(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && canonicalOf(value) === text ? value : undefined;
  } catch {
    // No JSON, or nested beyond the stack.
    return undefined;
  }
}

/** Writes a parsed value as canonical text: members in the order of their names' UTF-16 code units. */
function canonicalOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalOf).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalOf(value[name])}`).join(',')}}`;
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
