/** Which types of a schema lead to which: fields followed, arguments apart, through unions and interfaces too. */
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from 'graphql';

/** The types that a type leads to in one step. */
function nextOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLNamedType[] {
  const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : [];
  return [...fields.map((field) => getNamedType(field.type)), ...possible].filter(
    (next) => isObjectType(next) || isAbstractType(next),
  );
}

/** The names of all types that some types lead to, themselves among them. */
export function reachableFrom(
  schema: GraphQLSchema,
  types: readonly GraphQLNamedType[],
): ReadonlySet<string> {
  const seen = new Set(types);
  // A set hands out what is added while it is gone through.
  for (const type of seen) for (const next of nextOf(schema, type)) seen.add(next);
  return new Set([...seen].map(({ name }) => name));
}

/** Bodies, which say nothing about a person: records and public types name them alike. */
const SHARED = ['Authority'];

/**
 * The records of a person: what `Person` leads to, itself among them. `prefix` stands before the names of a subgraph's own
 * types.
 */
export function personalTypes(schema: GraphQLSchema, prefix = ''): ReadonlySet<string> {
  const person = schema.getType(`${prefix}Person`);
  if (person === undefined) throw new Error('the schema has no Person');
  const all = reachableFrom(schema, [person]);
  const shared = SHARED.map((name) => `${prefix}${name}`);
  return new Set([...all].filter((name) => !shared.includes(name)));
}

/** Every type that leads to a record of a person and is none. */
export function leadingTypes(schema: GraphQLSchema, prefix = ''): readonly string[] {
  const personal = personalTypes(schema, prefix);
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => (isObjectType(type) || isAbstractType(type)) && !isIntrospectionType(type),
  );
  return types
    .filter(({ name }) => !personal.has(name))
    .filter((type) => [...reachableFrom(schema, [type])].some((name) => personal.has(name)))
    .map(({ name }) => name)
    .sort();
}

/** The fields of a root by which a record of a person is reached. */
export function leadingFields(schema: GraphQLSchema, root: string, prefix = ''): readonly string[] {
  const personal = personalTypes(schema, prefix);
  const type = schema.getType(root);
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  return fields
    .filter((field) =>
      [...reachableFrom(schema, [getNamedType(field.type)])].some((name) => personal.has(name)),
    )
    .map(({ name }) => name)
    .sort();
}
