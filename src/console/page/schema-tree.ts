/** What the schema knows of a person, as a tree, and the operation that asks all of it: for `explain` to mark. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

export interface SchemaNode {
  /** `Type.field`. */
  readonly coordinate: string;
  /** The field, with the arguments it cannot do without. */
  readonly field: string;
  readonly name: string;
  readonly type: string;
  readonly members: readonly SchemaNode[];
}

/** The fields of a person and of its records; empty for a schema without persons. */
export function personTree(schema: GraphQLSchema): readonly SchemaNode[] {
  const person = schema.getType('Person');
  return isObjectType(person) ? membersOf(person, new Set()) : [];
}

/** The operation that asks every field of a tree. */
export const operationOn = (tree: readonly SchemaNode[]): string =>
  `{ subjects(first: 1) { edges { node ${selectionOf(tree)} } } }`;

const selectionOf = (tree: readonly SchemaNode[]): string =>
  `{ ${tree.map(({ field, members }) => (members.length === 0 ? field : `${field} ${selectionOf(members)}`)).join(' ')} }`;

// A type within itself would have no end.
function membersOf(type: GraphQLObjectType, above: ReadonlySet<string>): readonly SchemaNode[] {
  const within = new Set([...above, type.name]);
  return Object.values(type.getFields()).flatMap((field) => {
    const below = getNamedType(field.type);
    if (!isObjectType(below)) return [nodeOf(type, field, [])];
    return within.has(below.name) ? [] : [nodeOf(type, field, membersOf(below, within))];
  });
}

function nodeOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
  members: readonly SchemaNode[],
): SchemaNode {
  const given = field.args
    .filter(isRequiredArgument)
    .map((each) => `${each.name}: ${literalOf(each)}`);
  return {
    coordinate: `${type.name}.${field.name}`,
    field: given.length === 0 ? field.name : `${field.name}(${given.join(', ')})`,
    name: field.name,
    type: String(field.type),
    members,
  };
}

/** A value for each scalar that a field cannot do without; what it is changes no verdict. */
const LITERALS: Readonly<Record<string, string>> = {
  CountryCode: '"AZE"',
  Int: '1',
  Boolean: 'true',
};

function literalOf({ type }: GraphQLArgument): string {
  const named = getNamedType(type);
  if (isEnumType(named)) return named.getValues()[0]?.name ?? 'null';
  return LITERALS[named.name] ?? '""';
}
