/** Scalars, strict both ways. What fails on the way in is a fault of the document; on the way out, of the register. */
import { GraphQLScalarType, Kind, type ValueNode, valueFromASTUntyped } from 'graphql';
import { isCountryCode, isPartialDate } from '../../register/index.js';

type Test = (text: string) => boolean;

const base64Form = /^[A-Za-z0-9+/]*={0,2}$/;
const isBase64: Test = (text) => text.length % 4 === 0 && base64Form.test(text);

// Constant words: a value must not travel in a message.
function misfit(): TypeError {
  return new TypeError('The value does not have the form of its type.');
}

function textOf(value: unknown, isWellFormed: Test): string {
  if (typeof value !== 'string' || !isWellFormed(value)) throw misfit();
  return value;
}

function literalOf(node: ValueNode, isWellFormed: Test): string {
  if (node.kind !== Kind.STRING) throw misfit();
  return textOf(node.value, isWellFormed);
}

export const PartialDate = new GraphQLScalarType<string>({
  name: 'PartialDate',
  description: 'ISO 8601-2: YYYY, YYYY-MM or YYYY-MM-DD. What is unknown is left out, never 01.',
  serialize: (value) => textOf(value, isPartialDate),
  parseValue: (value) => textOf(value, isPartialDate),
  parseLiteral: (node) => literalOf(node, isPartialDate),
});

export const CountryCode = new GraphQLScalarType<string>({
  name: 'CountryCode',
  description: 'ISO 3166-1 alpha-3, as ICAO Doc 9303-3 extends it.',
  serialize: (value) => textOf(value, isCountryCode),
  parseValue: (value) => textOf(value, isCountryCode),
  parseLiteral: (node) => literalOf(node, isCountryCode),
});

const momentForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;
const latest = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** An instant as `Date.toISOString` writes it, from 1970 to 9999; NaN for a text that is none. */
function momentOf(text: string): number {
  const at = momentForm.test(text) ? Date.parse(text) : Number.NaN;
  // 30 February is read as a day of March.
  return at >= 0 && new Date(at).toISOString() === text ? at : Number.NaN;
}

function writtenMoment(value: unknown): string {
  if (typeof value !== 'number' || !(value >= 0 && value <= latest)) throw misfit();
  return new Date(value).toISOString();
}

// A text that is no instant is NaN: what takes one says so where it says what else is wrong.
function readMoment(value: unknown): number {
  if (typeof value !== 'string') throw misfit();
  return momentOf(value);
}

export const Instant = new GraphQLScalarType<number, string>({
  name: 'Instant',
  description: 'ISO 8601 in UTC to the millisecond: 2026-06-15T09:00:00.000Z.',
  serialize: writtenMoment,
  parseValue: readMoment,
  parseLiteral: (node) => readMoment(node.kind === Kind.STRING ? node.value : undefined),
});

function base64Of(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  return textOf(value, isBase64);
}

export const Base64 = new GraphQLScalarType<string>({
  name: 'Base64',
  description: 'Bytes in base64 with padding, RFC 4648 section 4.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc4648',
  serialize: base64Of,
  parseValue: base64Of,
  parseLiteral: (node) => literalOf(node, isBase64),
});

// An enum literal would be a bare word of the caller's; JSON has none.
function jsonOf(node: ValueNode, variables: Record<string, unknown> | null | undefined): unknown {
  if (node.kind === Kind.ENUM) throw misfit();
  return valueFromASTUntyped(node, variables);
}

export const Json = new GraphQLScalarType<unknown>({
  name: 'JSON',
  description: 'Any JSON value: the variables of an operation to explain.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: jsonOf,
});
