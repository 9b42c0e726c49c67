/**
 * A-3.1(1), A-3.1(3), A-7, B-1b, B-1c: from no type without personal data is there a path to `Person` or to one of its
 * records. The list is of what does lead there, so that it holds for whatever is added.
 */
import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  GraphQLInterfaceType,
  GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  GraphQLString,
  GraphQLUnionType,
  isObjectType,
  isOutputType,
  isUnionType,
  parse,
} from 'graphql';
import { expect, test } from 'vitest';
import { buildStateSubgraph } from '../../src/graph/index.js';
import { buildGraphSchema } from '../../src/graph/schema.js';
import { leadingFields, leadingTypes, personalTypes, reachableFrom } from '../support/reach.js';

/** The grant's own way to its subjects, and nothing besides. */
const LEADING = ['Query', 'SubjectConnection', 'SubjectEdge'];

test('the records of a person are reached by the subjects of a grant alone', () => {
  const schema = buildGraphSchema();
  expect(personalTypes(schema)).toContain('IdentityDocument');
  expect(leadingTypes(schema)).toEqual(LEADING);
  expect(leadingFields(schema, 'Query')).toEqual(['person', 'subjects']);
  expect(leadingFields(schema, 'Mutation')).toEqual([]);
});

test('of the subgraph, as its SDL tells it to a router: by the same, and by the one entity', () => {
  const schema = buildSubgraphSchema(parse(buildStateSubgraph('AZE').sdl));
  expect(personalTypes(schema, 'AZE_')).toContain('AZE_IdentityDocument');
  expect(leadingTypes(schema, 'AZE_')).toEqual(
    ['AZE_SubjectConnection', 'AZE_SubjectEdge', 'ExchangeSubject', 'Query', '_Entity'].sort(),
  );
  expect(leadingFields(schema, 'Query', 'AZE_')).toEqual([
    ...['_entities', 'aze_person', 'aze_subjects'],
  ]);
  // What the router may name as an entity is the subject of a request alone.
  const entity = schema.getType('_Entity');
  expect(isUnionType(entity) && entity.getTypes().map(({ name }) => name)).toEqual([
    'ExchangeSubject',
  ]);
});

/** What carries values of a person as text: requests, answers, provisions and what is held of them. */
const CARRIERS = [
  ...['Case', 'OpenedAnswer', 'CustodyMatter', 'Provision', 'ReceivedValues', 'ProvisionContent'],
];

test('nor does what is exchanged without personal data lead to custody, or to what carries values as text', () => {
  const schema = buildGraphSchema();
  for (const name of CARRIERS) expect(schema.getType(name)).toBeDefined();
  const open = [
    ...['PublicationConnection', 'Publication', 'PublicationAnswer', 'HeldPublicationPage'],
    ...['StrategicReport', 'StrategicReportPage', 'ReportOfferPage', 'ReportAnswer'],
    ...['Activity', 'ActivityPage', 'ActivityAnswer', 'ContactPoint', 'Monitoring'],
    ...['InterviewChannel', 'InterviewWindow', 'ReadmissionCase', 'ReadmissionAnswer'],
    ...['InstrumentLife', 'InstrumentActAnswer', 'CostNote', 'InstrumentType', 'ClauseText'],
  ];
  const types = open.flatMap((name) => schema.getType(name) ?? []);
  const reached = reachableFrom(schema, types);
  expect(CARRIERS.filter((name) => reached.has(name))).toEqual([]);
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
