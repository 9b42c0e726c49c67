/**
 * The check at start: every coordinate has exactly one kind, and the tags agree with the law both ways. A new
 * personal field without its item, or on a way round the verdicts, stops the gateway here.
 */
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isNonNullType,
  isUnionType,
} from 'graphql';
import { COORDINATES_OF, ITEMS, type Item, itemOf, itemsNeeded } from '../treaty/index.js';
import {
  type CoordinateTable,
  coordinatesOf,
  listCoordinates,
  type SchemaCoordinate,
} from './coordinates.js';
import { tagOf } from './field-kinds.js';

/** What holds an answer together; anything else that calls itself structural is a fault. */
const STRUCTURAL: ReadonlySet<string> = new Set([
  'Query.subjects',
  'Query.person',
  'SubjectConnection.edges',
  'SubjectConnection.pageInfo',
  'SubjectEdge.cursor',
  'SubjectEdge.node',
  'PageInfo.hasNextPage',
  'PageInfo.hasPreviousPage',
  'PageInfo.startCursor',
  'PageInfo.endCursor',
  'Person.id',
  'Query._entities',
  'ExchangeSubject.id',
  'ExchangeSubject.person',
  'Query.readmissionCase',
]);

/** What of a grant's request is no record of a person: a case, whose own fields are of kind role. */
const CASE_OF_GRANT: ReadonlySet<string> = new Set(['Query.readmissionCase']);

/** Records that public fields and those of a case may lead to: a body says nothing about a person. */
const SHARED: ReadonlySet<string> = new Set(['Authority']);

/** Every fault of a schema, in words; none for one that may serve. */
export function schemaFaults(schema: GraphQLSchema): readonly string[] {
  const table = coordinatesOf(schema);
  const all = listCoordinates(table);
  return [
    ...rootFaults(schema),
    ...all.flatMap((asked) => kindFaults(asked)),
    ...all.flatMap((asked) => wayFaults(asked, table)),
    ...ITEMS.flatMap((item) => missingFaults(item, table)),
  ];
}

function rootFaults(schema: GraphQLSchema): readonly string[] {
  const types = Object.values(schema.getTypeMap());
  const abstract = types.filter((type) => isAbstractType(type) && !isEntities(type));
  return [
    ...abstract.map(({ name }) => `${name} is abstract: no rule holds on an interface or a union`),
    ...mutationFaults(schema),
    ...(schema.getSubscriptionType() ? ['the schema has subscriptions'] : []),
  ];
}

// Of a subgraph's one entity everything has its rule.
function isEntities(type: GraphQLNamedType): boolean {
  return isUnionType(type) && type.name === '_Entity' && type.getTypes().length === 1;
}

// A mutation moves a case by the officer's role; nothing that a grant opens is changed here.
function mutationFaults(schema: GraphQLSchema): readonly string[] {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  return fields
    .filter((field) => tagOf(field).kind !== 'role')
    .map(({ name }) => `Mutation.${name} is a mutation and not of kind role`);
}

function kindFaults({ coordinate, kind, item, field }: SchemaCoordinate): readonly string[] {
  const lawful = itemOf(coordinate);
  if (kind === undefined) return [`${coordinate} has no kind`];
  if (kind === 'structural' && !STRUCTURAL.has(coordinate)) {
    return [`${coordinate} is not on the list of structural coordinates`];
  }
  if (kind !== 'guarded') {
    return lawful === undefined && item === undefined
      ? []
      : [`${coordinate} carries an item and is not guarded`];
  }
  return [
    ...(item === lawful ? [] : [`${coordinate} is tagged ${item}, the law says ${lawful}`]),
    ...(isNonNullType(field.type) ? [`${coordinate} is guarded and cannot be null`] : []),
  ];
}

/** What a field of one kind may lead to, and the item that leads to a guarded child. */
function wayFaults(
  { coordinate, kind, item, leadsTo }: SchemaCoordinate,
  table: CoordinateTable,
): readonly string[] {
  if (leadsTo === undefined || kind === undefined) return [];
  const below = [...(table.get(leadsTo)?.values() ?? [])];
  const mayShare = kind === 'public' || kind === 'role';
  const isOpenWay = kind === 'structural' || mayShare;
  return below.flatMap((child) => {
    if (child.kind === 'role' && CASE_OF_GRANT.has(coordinate)) return [];
    if (!mayLead(kind, child.kind))
      return [`${coordinate} (${kind}) leads to ${child.coordinate} (${child.kind})`];
    if (isOpenWay && child.kind === 'inherited' && !(mayShare && SHARED.has(leadsTo))) {
      return [`${coordinate} (${kind}) would open ${child.coordinate} to everybody`];
    }
    const needed = itemsNeeded(child.coordinate)[1];
    return child.kind === 'guarded' && kind !== 'structural' && needed !== item
      ? [`${child.coordinate} needs ${needed}, the way by ${coordinate} carries ${item}`]
      : [];
  });
}

function mayLead(from: string, to: string | undefined): boolean {
  const allowed: Record<string, readonly string[]> = {
    structural: ['structural', 'guarded', 'inherited'],
    public: ['public', 'inherited'],
    guarded: ['guarded', 'inherited'],
    inherited: ['inherited'],
    role: ['role', 'inherited'],
  };
  return to === undefined || (allowed[from] ?? []).includes(to);
}

function missingFaults(item: Item, table: CoordinateTable): readonly string[] {
  return COORDINATES_OF[item].flatMap((coordinate) => {
    const [type = '', field = ''] = coordinate.split('.');
    return table.get(type)?.has(field)
      ? []
      : [`${coordinate} carries ${item} and is not in the schema`];
  });
}
