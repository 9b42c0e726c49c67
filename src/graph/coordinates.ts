/** The coordinates of a schema, each with its kind, its item and the type it leads to. Read once at the start. */
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isIntrospectionType,
  isListType,
  isObjectType,
} from 'graphql';
import type { Item } from '../treaty/index.js';
import { type Kind, tagOf } from './field-kinds.js';

export interface SchemaCoordinate {
  /** `Type.field`. */
  readonly coordinate: string;
  readonly type: string;
  readonly name: string;
  readonly kind: Kind | undefined;
  readonly item: Item | undefined;
  readonly field: GraphQLField<unknown, unknown>;
  /** The object type it leads to, or undefined for a leaf. */
  readonly leadsTo: string | undefined;
  readonly isList: boolean;
}

/** Type -> field -> coordinate. */
export type CoordinateTable = ReadonlyMap<string, ReadonlyMap<string, SchemaCoordinate>>;

/** Every field of every object type, introspection apart. */
export function coordinatesOf(schema: GraphQLSchema): CoordinateTable {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  return new Map(
    types.filter((type) => !isIntrospectionType(type)).map((type) => [type.name, fieldsOf(type)]),
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
  const named = getNamedType(field.type);
  return {
    coordinate: `${type.name}.${field.name}`,
    type: type.name,
    name: field.name,
    ...tagOf(field),
    field,
    leadsTo: isObjectType(named) ? named.name : undefined,
    isList: isListType(getNullableType(field.type)),
  };
}
