/**
 * A-3.1(1), A-3.1(3), A-7, B-1b, B-1c: from no type without personal data is there a path to `Person` or to one of its
 * records. The list is of what does lead there, so that it holds for whatever is added.
 */
import {
  GraphQLInterfaceType,
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  isObjectType,
  isOutputType,
} from 'graphql';
import { expect, test } from 'vitest';
import { buildGraphSchema } from '../../src/graph/schema.js';
import { leadingFields, leadingTypes, personalTypes } from '../support/reach.js';

/** The grant's own way to its subjects, and nothing besides. */
const LEADING = ['Query', 'SubjectConnection', 'SubjectEdge'];

test('the records of a person are reached by the subjects of a grant alone', () => {
  const schema = buildGraphSchema();
  expect(personalTypes(schema)).toContain('IdentityDocument');
  expect(leadingTypes(schema)).toEqual(LEADING);
  expect(leadingFields(schema, 'Query')).toEqual(['person', 'subjects']);
  expect(leadingFields(schema, 'Mutation')).toEqual([]);
});

/** Plants a field under a type without personal data. */
function plant(schema: GraphQLSchema, at: string, type: GraphQLOutputType): void {
  const [owner = '', name = ''] = at.split('.');
  const found = schema.getType(owner);
  const fields = isObjectType(found) ? found.getFields() : {};
  const [like] = Object.values(fields);
  if (like === undefined) throw new Error(`no type ${owner}`);
  fields[name] = { ...like, name, type, args: [] };
}

function typeOf(schema: GraphQLSchema, name: string): GraphQLOutputType {
  const type = schema.getType(name);
  if (!isOutputType(type)) throw new Error(`no type ${name}`);
  return type;
}

const unionOf = (schema: GraphQLSchema, name: string) => {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`no type ${name}`);
  return new GraphQLUnionType({ name: 'Participant', types: [type] });
};

test.each<[string, (schema: GraphQLSchema) => void, readonly string[]]>([
  [
    'to Person',
    (schema) => plant(schema, 'ActivityChange.person', typeOf(schema, 'Person')),
    ['Activity', 'ActivityAnswer', 'ActivityChange', 'ActivityPage', 'Mutation'],
  ],
  [
    'to a record of a person',
    (schema) => plant(schema, 'ContactPoint.document', typeOf(schema, 'IdentityDocument')),
    ['ContactPoint', 'ContactPointAnswer', 'Mutation'],
  ],
  [
    'through a type of its own',
    (schema) => {
      const type = typeOf(schema, 'Photograph');
      const badge = new GraphQLObjectType({ name: 'Badge', fields: { photograph: { type } } });
      plant(schema, 'MonitoredFigure.badge', badge);
    },
    ['MonitoredFigure', 'MonitoredPeriod', 'Monitoring'],
  ],
  [
    'through a union',
    (schema) => plant(schema, 'InstrumentItem.of', unionOf(schema, 'Person')),
    ['Instrument', 'InstrumentItem'],
  ],
])('a planted path %s is found', (_, planting, found) => {
  const schema = buildGraphSchema();
  planting(schema);
  expect(leadingTypes(schema)).toEqual(expect.arrayContaining([...found]));
});

test('an interface leads to what implements it', () => {
  const schema = buildGraphSchema();
  const named = new GraphQLInterfaceType({
    name: 'Named',
    fields: { name: { type: GraphQLString }, person: { type: typeOf(schema, 'Person') } },
  });
  plant(schema, 'Activity.named', named);
  expect(leadingTypes(schema)).toContain('Activity');
});
