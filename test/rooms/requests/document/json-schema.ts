/**
 * JSON Schema (draft 2020-12) read keyword by keyword, as its text has it: every keyword applies by itself, to values
 * of its type alone. Written without the checker of the room, to be compared with it.
 */
import type { Json } from '../../../../src/base/index.js';

type Keyword = (rule: Json, value: Json, schema: { readonly [name: string]: Json }) => boolean;
type Members = { readonly [name: string]: Json };

const isObject = (value: Json | undefined): value is Members =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);
const listed = (value: Json): readonly Json[] => (Array.isArray(value) ? value : []);

const TYPES: Readonly<Record<string, (value: Json) => boolean>> = {
  null: (value) => value === null,
  string: (value) => typeof value === 'string',
  boolean: (value) => typeof value === 'boolean',
  integer: (value) => typeof value === 'number' && value % 1 === 0,
  array: (value) => Array.isArray(value),
  object: isObject,
};

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  $schema: () => true,
  $id: () => true,
  description: () => true,
  type: (rule, value) => TYPES[String(rule)]?.(value) ?? false,
  const: same,
  enum: (rule, value) => listed(rule).some((one) => same(one, value)),
  anyOf: (rule, value) => listed(rule).some((schema) => acceptsBySchema(schema, value)),
  maxLength: (rule, value) => typeof value !== 'string' || Array.from(value).length <= Number(rule),
  pattern: (rule, value) => typeof value !== 'string' || new RegExp(String(rule), 'u').test(value),
  minimum: (rule, value) => typeof value !== 'number' || value >= Number(rule),
  maximum: (rule, value) => typeof value !== 'number' || value <= Number(rule),
  maxItems: (rule, value) => !Array.isArray(value) || value.length <= Number(rule),
  items: (rule, value) => listed(value).every((member) => acceptsBySchema(rule, member)),
  required: (rule, value) =>
    !isObject(value) || listed(rule).every((name) => Object.hasOwn(value, String(name))),
  properties: (rule, value) =>
    !isObject(value) ||
    !isObject(rule) ||
    Object.entries(rule).every(
      ([name, schema]) =>
        !Object.hasOwn(value, name) || acceptsBySchema(schema, value[name] ?? null),
    ),
  additionalProperties: (rule, value, { properties = {} }) =>
    rule !== false ||
    !isObject(value) ||
    Object.keys(value).every((name) => Object.hasOwn(Object(properties), name)),
};

/** Whether a value is valid against a schema; throws for a keyword it does not know. */
export function acceptsBySchema(schema: Json, value: Json): boolean {
  if (!isObject(schema)) throw new TypeError('a schema is an object');
  return Object.entries(schema).every(([keyword, rule]) => {
    const apply = KEYWORDS[keyword];
    if (apply === undefined) throw new TypeError(`no keyword ${keyword}`);
    return apply(rule, value, schema);
  });
}
