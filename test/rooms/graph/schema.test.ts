import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLField,
  type GraphQLFieldMap,
  GraphQLInputObjectType,
  GraphQLInterfaceType,
  GraphQLNonNull,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
} from 'graphql';
import { describe, expect, test } from 'vitest';
import { schemaFaults } from '../../../src/graph/check-schema.js';
import { coordinatesOf, listCoordinates } from '../../../src/graph/coordinates.js';
import { SchemaFault } from '../../../src/graph/index.js';
import { graphOver } from '../../../src/graph/open-graph.js';
import { buildGraphSchema, printSdl } from '../../../src/graph/schema.js';
import { deriveRules } from '../../../src/graph/verdicts/rule-tree.js';
import { COORDINATES_OF, ITEMS, itemOf } from '../../../src/treaty/index.js';
import { graphOptions } from '../../support/graph-exchange.js';
import { memoryRegister } from '../../support/memory-register.js';

const emitted = new URL('../../../schema/gateway.graphql', import.meta.url);
type Fields = GraphQLFieldMap<unknown, unknown>;

function fieldsOf(schema: GraphQLSchema, type: string): Fields {
  const found = schema.getType(type);
  if (!(found instanceof GraphQLObjectType)) throw new Error(`no type ${type}`);
  return found.getFields();
}

function fieldOf(schema: GraphQLSchema, coordinate: string): GraphQLField<unknown, unknown> {
  const [type = '', name = ''] = coordinate.split('.');
  const field = fieldsOf(schema, type)[name];
  if (field === undefined) throw new Error(`no field ${coordinate}`);
  return field;
}

/** Plants a field that is a copy of another under a new name, tagged otherwise. */
function plant(
  schema: GraphQLSchema,
  at: string,
  { like, tag }: { like: string; tag: object },
): void {
  const [type = '', name = ''] = at.split('.');
  fieldsOf(schema, type)[name] = { ...fieldOf(schema, like), name, extensions: { ...tag } };
}

function itemInSdl({ astNode }: GraphQLField<unknown, unknown>): string | undefined {
  const applied = astNode?.directives?.find(({ name }) => name.value === 'item');
  const value = applied?.arguments?.[0]?.value;
  return value?.kind === 'EnumValue' ? value.value : undefined;
}

const FAULTS: readonly [string, (schema: GraphQLSchema) => void, RegExp][] = [
  [
    'a personal field without a kind',
    (schema) => plant(schema, 'Person.shoeSize', { like: 'Person.placeOfBirth', tag: {} }),
    /Person[.]shoeSize has no kind/,
  ],
  [
    'a personal field that calls itself structural',
    (schema) =>
      plant(schema, 'Person.shoeSize', {
        like: 'Person.placeOfBirth',
        tag: { kind: 'structural' },
      }),
    /Person[.]shoeSize is not on the list/,
  ],
  [
    'a personal field that calls itself inherited',
    (schema) =>
      plant(schema, 'Person.shoeSize', { like: 'Person.placeOfBirth', tag: { kind: 'inherited' } }),
    /would open Person[.]shoeSize to everybody/,
  ],
  [
    'a personal field that calls itself public',
    (schema) =>
      plant(schema, 'Person.shoeSize', { like: 'Person.placeOfBirth', tag: { kind: 'public' } }),
    /leads to Person[.]shoeSize/,
  ],
  [
    'an item that the law gives to another',
    (schema) =>
      plant(schema, 'Person.shoeSize', {
        like: 'Person.sex',
        tag: { kind: 'guarded', item: 'SEX' },
      }),
    /Person[.]shoeSize is tagged SEX, the law says undefined/,
  ],
  [
    'a wrong item',
    (schema) =>
      plant(schema, 'Person.sex', {
        like: 'Person.sex',
        tag: { kind: 'guarded', item: 'CIVIL_STATUS' },
      }),
    /Person[.]sex is tagged CIVIL_STATUS, the law says SEX/,
  ],
  [
    'an item that is none',
    (schema) =>
      plant(schema, 'Person.sex', { like: 'Person.sex', tag: { kind: 'guarded', item: 'SEKS' } }),
    /Person[.]sex is tagged undefined/,
  ],
  [
    'a guarded field gone',
    (schema) => delete fieldsOf(schema, 'EntryBan').grounds,
    /EntryBan[.]grounds carries ENTRY_BAN_GROUNDS and is not in the schema/,
  ],
  [
    'a guarded field that calls itself inherited',
    (schema) =>
      plant(schema, 'EntryBan.grounds', { like: 'EntryBan.grounds', tag: { kind: 'inherited' } }),
    /EntryBan[.]grounds carries an item and is not guarded/,
  ],
  [
    'a guarded field that cannot be null',
    (schema) =>
      Object.assign(fieldOf(schema, 'Person.placeOfBirth'), {
        type: new GraphQLNonNull(GraphQLString),
      }),
    /Person[.]placeOfBirth is guarded and cannot be null/,
  ],
  [
    'a second way to a guarded child',
    (schema) =>
      plant(schema, 'Permit.documents', { like: 'Person.documents', tag: { kind: 'inherited' } }),
    /Permit[.]documents \(inherited\) leads to IdentityDocument[.]kind/,
  ],
  [
    'a way to a guarded child by another item',
    (schema) =>
      plant(schema, 'Person.permits', {
        like: 'Person.documents',
        tag: { kind: 'guarded', item: 'PERMIT' },
      }),
    /IdentityDocument[.]kind needs DOCUMENT, the way by Person[.]permits carries PERMIT/,
  ],
  [
    'a public way to persons',
    (schema) =>
      plant(schema, 'Instrument.people', {
        like: 'SubjectConnection.edges',
        tag: { kind: 'public' },
      }),
    /Instrument[.]people \(public\) leads to SubjectEdge[.]node/,
  ],
  [
    'a public way to records',
    (schema) =>
      plant(schema, 'Instrument.permits', { like: 'Person.permits', tag: { kind: 'public' } }),
    /would open Permit[.]kind to everybody/,
  ],
  [
    'a record that leads to a person',
    (schema) =>
      plant(schema, 'Permit.holder', { like: 'SubjectEdge.node', tag: { kind: 'inherited' } }),
    /Permit[.]holder \(inherited\) leads to Person[.]id/,
  ],
];

const CASE_FAULTS: typeof FAULTS = [
  [
    'a personal field that calls itself a field of a case',
    (schema) =>
      plant(schema, 'Person.shoeSize', { like: 'Person.placeOfBirth', tag: { kind: 'role' } }),
    /leads to Person[.]shoeSize [(]role[)]/,
  ],
  [
    'a way from a case to persons',
    (schema) => plant(schema, 'Case.person', { like: 'SubjectEdge.node', tag: { kind: 'role' } }),
    /Case[.]person [(]role[)] leads to Person[.]id/,
  ],
  [
    'a way from a case to records of persons',
    (schema) => plant(schema, 'Case.permits', { like: 'Person.permits', tag: { kind: 'role' } }),
    /would open Permit[.]kind to everybody/,
  ],
  [
    'a public way to a case',
    (schema) =>
      plant(schema, 'Instrument.case', { like: 'CaseEdge.node', tag: { kind: 'public' } }),
    /Instrument[.]case [(]public[)] leads to Case[.]id/,
  ],
];

const withTypes = (
  ...types: readonly (GraphQLInterfaceType | GraphQLUnionType | GraphQLObjectType)[]
): GraphQLSchema => {
  const config = buildGraphSchema().toConfig();
  return new GraphQLSchema({ ...config, types: [...config.types, ...types] });
};

describe('the schema', () => {
  test('has no faults', () => {
    expect(schemaFaults(buildGraphSchema())).toEqual([]);
  });

  test.each([...FAULTS, ...CASE_FAULTS])('with %s does not start', async (_name, spoil, said) => {
    const schema = buildGraphSchema();
    spoil(schema);
    expect(schemaFaults(schema).join('\n')).toMatch(said);
    const opening = graphOver(schema, {
      ...graphOptions(memoryRegister([])),
      askRule: async () => true,
    });
    await expect(opening).rejects.toThrow(SchemaFault);
  });

  test('that GraphQL has for none does not start: who builds it does not look', async () => {
    const config = buildGraphSchema().toConfig();
    const empty = new GraphQLInputObjectType({ name: 'Nothing', fields: {} });
    const schema = new GraphQLSchema({ ...config, types: [...config.types, empty] });
    expect(schemaFaults(schema)).toEqual([]);
    const opening = graphOver(schema, {
      ...graphOptions(memoryRegister([])),
      askRule: async () => true,
    });
    await expect(opening).rejects.toThrow('Nothing');
  });

  test('with an interface or a union does not start: no rule holds there', () => {
    const fields = { name: { type: GraphQLString } };
    const face = new GraphQLInterfaceType({ name: 'Named', fields });
    const union = new GraphQLUnionType({
      name: 'Thing',
      types: [new GraphQLObjectType({ name: 'Stone', fields })],
    });
    expect(schemaFaults(withTypes(face)).join()).toContain('Named is abstract');
    expect(schemaFaults(withTypes(union)).join()).toContain('Thing is abstract');
  });

  test('with a mutation that is not for officers by role does not start', () => {
    const schema = buildGraphSchema();
    plant(schema, 'Mutation.forget', { like: 'Instrument.id', tag: { kind: 'public' } });
    expect(schemaFaults(schema).join()).toContain(
      'Mutation.forget is a mutation and not of kind role',
    );
  });

  test('gives every coordinate one kind, and a rule to each', () => {
    const schema = buildGraphSchema();
    const rules = deriveRules(schema);
    const coordinates = listCoordinates(coordinatesOf(schema));
    expect(coordinates.filter(({ kind }) => kind === undefined)).toEqual([]);
    expect(coordinates.filter(({ type, name }) => rules[type]?.[name] === undefined)).toEqual([]);
    expect(Object.values(rules).flatMap((fields) => Object.keys(fields))).toHaveLength(
      coordinates.length,
    );
    const counts = ['guarded', 'inherited', 'structural', 'public', 'role'].map(
      (kind) => coordinates.filter((one) => one.kind === kind).length,
    );
    expect(counts).toEqual([25, 54, 12, 77, 700]);
  });

  test('A-6.1-6.13: what is personal is what the items list, no more and no less', () => {
    const guarded = listCoordinates(coordinatesOf(buildGraphSchema())).filter(
      ({ kind }) => kind === 'guarded',
    );
    const listed = ITEMS.flatMap((item) => COORDINATES_OF[item]);
    expect(guarded.map(({ coordinate }) => coordinate).sort()).toEqual([...listed].sort());
  });

  test('is the emitted one: run the emit script after a change', () => {
    expect(printSdl(buildGraphSchema())).toBe(readFileSync(emitted, 'utf8'));
  });

  test.each(['Person', 'IdentityDocument', 'Registration', 'EntryBan', 'Permit'])(
    'shows the items of %s as a directive and in descriptions',
    (type) => {
      const schema = buildSchema(readFileSync(emitted, 'utf8'));
      for (const [name, field] of Object.entries(fieldsOf(schema, type))) {
        const item = itemOf(`${type}.${name}`);
        expect(itemInSdl(field)).toBe(item);
        const says =
          item === undefined ? /^((?!Item ).)*$/ : /Item [A-Z_]+: (AZ-KZ|EU-AZ)-20\d\d \d/;
        expect(field.description ?? '').toMatch(says);
      }
    },
  );

  test('A-3.1(1), B-1b: no path leads from public types to a person', () => {
    const table = coordinatesOf(buildGraphSchema());
    const reached = new Set(['Instrument', 'CoordinateVerdict']);
    for (const type of reached) {
      for (const { leadsTo } of table.get(type)?.values() ?? [])
        if (leadsTo !== undefined) reached.add(leadsTo);
    }
    expect([...reached].sort()).toEqual([
      'Authority',
      'CoordinateVerdict',
      'Instrument',
      'InstrumentAmendment',
      'InstrumentItem',
      'Party',
    ]);
  });
});
