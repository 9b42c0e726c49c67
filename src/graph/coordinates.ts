/** The coordinates of a schema, each with its kind, its item and the type it leads to. Read once at the start. */
import {
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isIntrospectionType,
  isListType,
  isObjectType,
  isUnionType,
} from 'graphql';
import type { Item } from '../treaty/index.js';
import { type Kind, tagOf } from './field-kinds.js';

export interface SchemaCoordinate {
  /** `Type.field`, by the law's names. */
  readonly coordinate: string;
  readonly type: string;
  readonly name: string;
  /** The same by the names of the schema: a subgraph has those of its state. */
  readonly served: { readonly type: string; readonly name: string };
  readonly kind: Kind | undefined;
  readonly item: Item | undefined;
  readonly field: GraphQLField<unknown, unknown>;
  /** The object type it leads to, by the law's name, or undefined for a leaf. */
  readonly leadsTo: string | undefined;
  readonly isList: boolean;
}

/** Type by the law's name -> field as the schema names it -> coordinate. */
export type CoordinateTable = ReadonlyMap<string, ReadonlyMap<string, SchemaCoordinate>>;

/** Every field of every object type, introspection apart. */
export function coordinatesOf(schema: GraphQLSchema): CoordinateTable {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return new Map(
    types
      .filter((type) => !isIntrospectionType(type))
      .map((type) => [lawNameOf(type), fieldsOf(type)]),
  );
}

/** All coordinates in one list. */
export function listCoordinates(table: CoordinateTable): readonly SchemaCoordinate[] {
  return [...table.values()].flatMap((fields) => [...fields.values()]);
}

function fieldsOf(type: GraphQLObjectType): ReadonlyMap<string, SchemaCoordinate> {
  const fields = Object.values(type.getFields());
  return new Map(fields.map((field) => [field.name, coordinateOf(type, field)]));
}

function coordinateOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): SchemaCoordinate {
  const owner = lawNameOf(type);
  const name = lawNameOf(field);
  return {
    coordinate: `${owner}.${name}`,
    type: owner,
    name,
    served: { type: type.name, name: field.name },
    ...tagOf(field),
    field,
    leadsTo: leadsTo(getNamedType(field.type)),
    isList: isListType(getNullableType(field.type)),
  };
}

// What is asked of a union of one type is asked of that type.
function leadsTo(type: GraphQLNamedType): string | undefined {
  if (isObjectType(type)) return lawNameOf(type);
  const [only, ...others] = isUnionType(type) ? type.getTypes() : [];
  return only !== undefined && others.length === 0 ? lawNameOf(only) : undefined;
}

interface Named {
  readonly name: string;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** The law's own name of a type or a field, where the schema calls it otherwise. */
const lawNameOf = ({ name, extensions: { lawName } }: Named): string =>
  typeof lawName === 'string' ? lawName : name;

/** What the schema calls a coordinate of the law. */
export function servedNames(table: CoordinateTable): (coordinate: string) => string {
  const names = listCoordinates(table).map(
    ({ coordinate, served }) => [coordinate, `${served.type}.${served.name}`] as const,
  );
  const served = new Map(names);
  return (coordinate) => served.get(coordinate) ?? coordinate;
}
