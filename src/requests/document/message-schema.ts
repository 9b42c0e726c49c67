/**
 * A message between gateways as JSON Schema (draft 2020-12), written as data. The same data is emitted for the
 * partner (`schema/messages`) and read by the checker beside this file, so that the two cannot part.
 */

interface Described {
  readonly description?: string;
}
export interface ConstantSchema extends Described {
  readonly const: string | number;
}
export interface ChoiceSchema extends Described {
  readonly enum: readonly string[];
}
export interface TextSchema extends Described {
  readonly type: 'string';
  /** In Unicode code points, as JSON Schema counts. */
  readonly maxLength: number;
  readonly pattern: string;
}
export interface NumberSchema extends Described {
  readonly type: 'integer';
  readonly minimum: number;
  readonly maximum: number;
}
export interface ListSchema extends Described {
  readonly type: 'array';
  readonly items: MessageSchema;
  readonly maxItems: number;
}
export interface RecordSchema extends Described {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, MessageSchema>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}
export interface EitherSchema extends Described {
  readonly anyOf: readonly MessageSchema[];
}
export interface NothingSchema extends Described {
  readonly type: 'null';
}
export interface FlagSchema extends Described {
  readonly type: 'boolean';
}

/** The part of JSON Schema that messages are written in. */
export type MessageSchema =
  | ConstantSchema
  | ChoiceSchema
  | TextSchema
  | NumberSchema
  | ListSchema
  | RecordSchema
  | EitherSchema
  | NothingSchema
  | FlagSchema;

declare const described: unique symbol;
/** A schema of the values of T; the type is carried at compile time alone. */
export type SchemaOf<T> = MessageSchema & { readonly [described]?: T };

/** An object with exactly these members; one that is left out does not compile. */
export function exactly<T extends object>(
  properties: {
    readonly [K in keyof T]-?: SchemaOf<T[K]>;
  },
): SchemaOf<T> {
  const required = Object.keys(properties);
  return { type: 'object', properties, required, additionalProperties: false };
}

/** The value, or null where the writer has none. */
export function orNull<T>(schema: SchemaOf<T>): SchemaOf<T | null> {
  return { anyOf: [schema, { type: 'null' }] };
}

/** One of several forms of record, told apart by a constant member. */
export function anyOf<T>(...forms: readonly SchemaOf<T>[]): SchemaOf<T> {
  return { anyOf: forms };
}

/** At most `maxItems` of them; also none. */
export function listOf<T>(items: SchemaOf<T>, maxItems: number): SchemaOf<readonly T[]> {
  return { type: 'array', items, maxItems };
}

/** One of a closed list of codes. */
export function oneOf<T extends string>(codes: readonly T[]): SchemaOf<T> {
  return { enum: codes };
}

/** This value and no other. */
export function only<T extends string | number>(value: T): SchemaOf<T> {
  return { const: value };
}

/** The schema with words for whoever reads the emitted file. */
export function saying<T>(description: string, schema: SchemaOf<T>): SchemaOf<T> {
  return { description, ...schema };
}

/** The emitted file: the schema with its name. */
export function publishedSchema(name: string, schema: MessageSchema): string {
  const head = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:sorgu:message:${name}`,
  };
  return `${JSON.stringify({ ...head, ...schema }, null, 2)}\n`;
}
