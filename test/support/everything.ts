/** The operation that asks everything the schema knows of a person, and the values an answer holds. */
import { type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { emittedSchema } from './selections.js';

const ARGUMENTS: Readonly<Record<string, string>> = { isNationalOf: '(state: "KAZ")' };

function selectionOf(type: GraphQLObjectType): string {
  const fields = Object.values(type.getFields()).map((field) => {
    const below = getNamedType(field.type);
    const inner = isObjectType(below) ? ` ${selectionOf(below)}` : '';
    return `${field.name}${ARGUMENTS[field.name] ?? ''}${inner}`;
  });
  return `{ ${fields.join(' ')} }`;
}

const person = emittedSchema().getType('Person');
const PERSON = isObjectType(person) ? selectionOf(person) : '';
const PAGE = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

/** Asks everything of the subjects of a page: `subjects`, or `subjects(first: 2)`. */
export const everything = (root = 'subjects(first: 100)'): string =>
  `{ ${root} { edges { cursor node ${PERSON} } ${PAGE} } }`;

/** Asks everything of one person. */
export const everythingOf = (id: string): string => `{ person(id: "${id}") ${PERSON} }`;

/** The values found under these response keys, over all rows. */
export function valuesAt(value: unknown, keys: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((each) => valuesAt(each, keys));
  const [key, ...rest] = keys;
  if (key === undefined || value === null || typeof value !== 'object') return [value];
  return valuesAt(Reflect.get(value, key), rest);
}
