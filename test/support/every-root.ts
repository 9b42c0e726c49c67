/** Every root field of a kind as an operation: the least that its arguments take, and all that it answers. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
  isRequiredInputField,
} from 'graphql';
import { tagOf } from '../../src/graph/field-kinds.js';

export interface RootOperation {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Some value of each scalar; ids and names are `known` ones. */
function scalarOf(name: string, known: string): unknown {
  switch (name) {
    case 'Int':
    case 'Float':
      return 1;
    case 'Boolean':
      return true;
    case 'ID':
      return known;
    case 'Instant':
      return '2026-06-15T09:00:00.000Z';
    case 'PartialDate':
      return '2026-01-01';
    case 'CountryCode':
      return 'AZE';
    case 'Base64':
      return 'AA==';
    case 'JSON':
      return {};
    default:
      return 'AZ-KZ-2019';
  }
}

function someOf(type: GraphQLInputType, known: string): unknown {
  if (isNonNullType(type)) return someOf(type.ofType, known);
  if (isListType(type)) return [someOf(type.ofType, known)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return scalarOf(type.name, known);
  const fields = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(fields.map((field) => [field.name, someOf(field.type, known)]));
}

/** All leaves, so many levels down. */
function selection(type: GraphQLNamedType, levels: number): string {
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).filter(
    (field) =>
      !field.args.some(isRequiredArgument) && (levels > 0 || isLeafType(getNamedType(field.type))),
  );
  const below = fields.map(({ name, type: next }) => {
    const named = getNamedType(next);
    const inner = selection(named, levels - 1);
    return isObjectType(named) && inner === '' ? '' : `${name}${inner}`;
  });
  const asked = below.filter((text) => text !== '').join(' ');
  return asked === '' ? '' : ` { ${asked} }`;
}

const LEVELS = 3;

function operationOf(
  root: 'query' | 'mutation',
  field: GraphQLField<unknown, unknown>,
  known: string,
): RootOperation {
  const args = field.args.filter(isRequiredArgument);
  const list = (write: (arg: GraphQLArgument) => string) =>
    args.length === 0 ? '' : `(${args.map(write).join(', ')})`;
  const declared = list(({ name, type }) => `$${name}: ${type}`);
  const passed = list(({ name }) => `${name}: $${name}`);
  return {
    name: field.name,
    query: `${root}${declared} { ${field.name}${passed}${selection(getNamedType(field.type), LEVELS)} }`,
    variables: {
      ...Object.fromEntries(args.map(({ name, type }) => [name, someOf(type, known)])),
      ...laterIn(args),
    },
  };
}

/** Spans end after they began. */
const laterIn = (args: readonly GraphQLArgument[]): Readonly<Record<string, string>> =>
  args.some(({ name, type }) => name === 'until' && String(type) === 'Instant!')
    ? { until: '2026-06-16T09:00:00.000Z' }
    : {};

/** The operations of every root field of these kinds; where an id is asked, that of something known. */
export function everyRoot(
  schema: GraphQLSchema,
  kind: 'role' | 'structural',
  known: string,
): readonly RootOperation[] {
  const of = (root: 'query' | 'mutation', type = schema.getQueryType()) =>
    Object.values(type?.getFields() ?? {})
      .filter((field) => tagOf(field).kind === kind)
      .map((field) => operationOf(root, field, known));
  return [...of('query'), ...of('mutation', schema.getMutationType())];
}

/** Leaves of an answer that say something; not why there is nothing, nor where that points. */
export function saidIn(value: unknown, key = ''): readonly unknown[] {
  if (value === null || value === undefined || value === false || key === 'faults') return [];
  if (Array.isArray(value)) return value.flatMap((one) => saidIn(one, key));
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([name, one]) => saidIn(one, name));
  }
  return ['code', 'at', 'fault'].includes(key) ? [] : [value];
}
