/**
 * The form of a file as data, so that the check and the published JSON Schema are one thing. A form names the code that
 * is said where it is not met, and another where nothing stands.
 */
import { isDay } from '../in-force.js';
import { below, type InstrumentFaultAt, type InstrumentFaultCode } from './fault.js';

interface Said {
  readonly fault: InstrumentFaultCode;
  readonly missing?: InstrumentFaultCode;
  readonly about?: string;
}

type Plain =
  | { readonly is: 'text'; readonly form: RegExp }
  | { readonly is: 'day' }
  | { readonly is: 'flag' }
  | { readonly is: 'count'; readonly most: number }
  | { readonly is: 'null' }
  | { readonly is: 'one'; readonly of: readonly string[] };

type Made =
  | { readonly is: 'list'; readonly each: Shape; readonly least: number }
  | { readonly is: 'map'; readonly key: Shape; readonly each: Shape }
  | { readonly is: 'either'; readonly of: readonly Shape[] }
  | {
      readonly is: 'members';
      readonly needs: Readonly<Record<string, Shape>>;
      readonly may: Readonly<Record<string, Shape>>;
    };

export type Shape = Said & (Plain | Made);

/** Every place where a value is not of the form, in the order of the form. */
export function shapeFaults(shape: Shape, value: unknown, at = ''): readonly InstrumentFaultAt[] {
  const wrong = [{ code: shape.fault, at }];
  switch (shape.is) {
    case 'either':
      return shape.of.some((one) => shapeFaults(one, value, at).length === 0) ? [] : wrong;
    case 'list':
      if (!Array.isArray(value) || value.length < shape.least) return wrong;
      return value.flatMap((one, i) => shapeFaults(shape.each, one, below(at, i)));
    case 'map':
      return isRecord(value) ? mapFaults(shape, value, at) : wrong;
    case 'members':
      return isRecord(value) ? memberFaults(shape, value, at) : wrong;
    case 'text':
    case 'day':
    case 'flag':
    case 'count':
    case 'null':
    case 'one':
      return isPlain(shape, value) ? [] : wrong;
  }
}

function isPlain(shape: Plain, value: unknown): boolean {
  switch (shape.is) {
    case 'text':
      return typeof value === 'string' && shape.form.test(value);
    case 'day':
      return typeof value === 'string' && isDay(value);
    case 'flag':
      return typeof value === 'boolean';
    case 'count':
      return Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= shape.most;
    case 'null':
      return value === null;
    case 'one':
      return shape.of.some((known) => known === value);
  }
}

type Of<Kind extends Shape['is']> = Extract<Shape, { is: Kind }>;
type Given = Readonly<Record<string, unknown>>;

function mapFaults({ key, each }: Of<'map'>, value: Given, at: string) {
  return Object.entries(value).flatMap(([name, one], i) => {
    const known = shapeFaults(key, name).length === 0;
    // A name that is not one of ours is never said again: its place is its number.
    return known
      ? shapeFaults(each, one, below(at, name))
      : [{ code: key.fault, at: below(at, i) }];
  });
}

function memberFaults({ needs, may }: Of<'members'>, value: Given, at: string) {
  const has = (name: string): boolean => Object.hasOwn(value, name);
  const strange = Object.keys(value).filter(
    (name) => !Object.hasOwn(needs, name) && !Object.hasOwn(may, name),
  );
  return [
    ...Object.entries(needs).flatMap(([name, shape]) =>
      has(name)
        ? shapeFaults(shape, value[name], below(at, name))
        : [{ code: shape.missing ?? 'MEMBER_MISSING', at: below(at, name) } as const],
    ),
    ...Object.entries(may)
      .filter(([name]) => has(name))
      .flatMap(([name, shape]) => shapeFaults(shape, value[name], below(at, name))),
    ...strange.map(() => ({ code: 'MEMBER_UNKNOWN', at }) as const),
  ];
}

const isRecord = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The form as JSON Schema (2020-12). */
export function jsonSchemaOf(shape: Shape): object {
  const { about: description } = shape;
  return { ...bare(shape), ...(description === undefined ? {} : { description }) };
}

function bare(shape: Shape): object {
  switch (shape.is) {
    case 'text':
      return { type: 'string', pattern: shape.form.source };
    case 'day':
      return { type: 'string', format: 'date' };
    case 'flag':
      return { type: 'boolean' };
    case 'count':
      return { type: 'integer', minimum: 1, maximum: shape.most };
    case 'null':
      return { type: 'null' };
    case 'one':
      return { enum: shape.of };
    case 'either':
      return { anyOf: shape.of.map(jsonSchemaOf) };
    case 'list':
      return { type: 'array', minItems: shape.least, items: jsonSchemaOf(shape.each) };
    case 'map':
      return {
        type: 'object',
        propertyNames: jsonSchemaOf(shape.key),
        additionalProperties: jsonSchemaOf(shape.each),
      };
    case 'members':
      return {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries({ ...shape.needs, ...shape.may }).map(([name, one]) => [
            name,
            jsonSchemaOf(one),
          ]),
        ),
        required: Object.keys(shape.needs),
        additionalProperties: false,
      };
  }
}
