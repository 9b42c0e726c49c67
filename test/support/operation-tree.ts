/** Trees of selections over the schema, as fast-check makes and shrinks them. Every tree prints as a valid document. */
import fc, { type Arbitrary } from 'fast-check';
import {
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql';

/** `@skip` or `@include`, by a literal or by a variable that holds the value. */
export interface Condition {
  readonly directive: 'skip' | 'include';
  readonly value: boolean;
  readonly byVariable: boolean;
}

/** An argument as it is written; a variable's value stands beside its type. */
export interface Argument {
  readonly name: string;
  readonly value: unknown;
  readonly variable?: { readonly name: string; readonly type: string };
}

export type Node =
  | {
      readonly kind: 'field';
      readonly type: string;
      readonly name: string;
      /** Says which arguments were chosen, so that equal response keys never conflict. */
      readonly alias: string | undefined;
      readonly args: readonly Argument[];
      readonly condition: Condition | undefined;
      readonly below: readonly Node[];
    }
  | {
      readonly kind: 'inline' | 'named';
      /** The type condition; an inline fragment may have none. */
      readonly type: string;
      readonly bare: boolean;
      /** A fragment may be spread twice in the same place. */
      readonly twice: boolean;
      readonly condition: Condition | undefined;
      readonly below: readonly Node[];
    };

/** What values the arguments of the root may take. */
export interface World {
  readonly schema: GraphQLSchema;
  /** Ids of subjects, good and bad. */
  readonly ids: readonly string[];
  /** Cursors that are well formed. */
  readonly cursors: readonly string[];
  /** Texts of operations to explain; none leaves `explain` out. */
  readonly explained: readonly string[];
  /** Whether most selections have no condition, so that more of what is written is asked. */
  readonly fewConditions?: boolean;
}

const someCondition: Arbitrary<Condition> = fc.record({
  directive: fc.constantFrom('skip' as const, 'include' as const),
  value: fc.boolean(),
  byVariable: fc.boolean(),
});

const MANY = fc.option(someCondition, { nil: undefined, freq: 5 });
const FEW = fc.oneof({ weight: 7, arbitrary: fc.constant(undefined) }, someCondition);

const conditionIn = ({ fewConditions = false }: World): Arbitrary<Condition | undefined> =>
  fewConditions ? FEW : MANY;

/** Selections on a type: fields, and fragments around more of them, at most `fragments` deep. */
export function selectionsOn(
  world: World,
  type: GraphQLObjectType,
  fragments: number,
): Arbitrary<readonly Node[]> {
  const field = fieldOn(world, type);
  const one =
    fragments === 0
      ? field
      : fc.oneof({ weight: 6, arbitrary: field }, fragmentOn(world, type, fragments - 1));
  return fc.array(one, { minLength: 1, maxLength: 4 });
}

function fragmentOn(world: World, type: GraphQLObjectType, fragments: number): Arbitrary<Node> {
  return fc.record({
    kind: fc.constantFrom('inline' as const, 'named' as const),
    type: fc.constant(type.name),
    bare: fc.boolean(),
    twice: fc.boolean(),
    condition: conditionIn(world),
    below: selectionsOn(world, type, fragments),
  });
}

function fieldOn(world: World, type: GraphQLObjectType): Arbitrary<Node> {
  const fields = Object.values(type.getFields()).filter(
    ({ name }) => name !== 'explain' || world.explained.length > 0,
  );
  const made = fields.map((field) => nodeOf(world, type, field));
  return fc.oneof({ weight: 12, arbitrary: fc.oneof(...made) }, typename(world, type));
}

const typename = (world: World, type: GraphQLObjectType): Arbitrary<Node> =>
  fc.record({
    kind: fc.constant('field' as const),
    type: fc.constant(type.name),
    name: fc.constant('__typename'),
    alias: fc.constantFrom(undefined, 'kindOfThing'),
    args: fc.constant([]),
    condition: conditionIn(world),
    below: fc.constant([]),
  });

function nodeOf(
  world: World,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): Arbitrary<Node> {
  const named = getNamedType(field.type);
  const below =
    isLeafType(named) || !isObjectType(named) ? fc.constant([]) : selectionsOn(world, named, 1);
  const chosen = fc.tuple(argumentsOf(world, type, field), fc.constantFrom('', 'a_', 'b_'));
  return fc.tuple(chosen, conditionIn(world), below).map(([[args, prefix], when, selected]) => ({
    kind: 'field',
    type: type.name,
    name: field.name,
    alias: aliasOf(field.name, prefix, args),
    args,
    condition: when,
    below: selected,
  }));
}

function aliasOf(name: string, prefix: string, args: readonly Argument[]): string | undefined {
  if (args.length === 0) return prefix === '' ? undefined : `${prefix}${name}`;
  const marks = args.map(({ value, variable }) => {
    const text = variable?.name ?? JSON.stringify(value);
    return [...Buffer.from(text)].reduce((sum, byte) => (sum * 31 + byte) % 1_000_003, 7);
  });
  return `${prefix}${name}_${marks.join('_')}`;
}

const literal = (name: string, values: readonly unknown[]): Arbitrary<Argument> =>
  fc.constantFrom(...values).map((value) => ({ name, value }));

const variable = (name: string, type: string, values: readonly unknown[]): Arbitrary<Argument> =>
  fc
    .nat(values.length - 1)
    .map((at) => ({ name, value: values[at], variable: { name: named(name, type, at), type } }));

// Each value has a variable of its own, so that one name never means two values, nor two types.
const named = (name: string, type: string, at: number): string =>
  `${name}${type.replaceAll(/\W/g, '')}${at}`;

const either = (name: string, type: string, values: readonly unknown[]): Arbitrary<Argument> =>
  fc.tuple(fc.nat(values.length - 1), fc.boolean()).map(([at, byVariable]) => ({
    name,
    value: values[at],
    ...(byVariable ? { variable: { name: named(name, type, at), type } } : {}),
  }));

const SPANS = [
  { from: '2026-01-01T00:00:00Z', until: '2026-06-30T00:00:00Z' },
  { from: '2026-06-30T00:00:00Z', until: '2026-01-01T00:00:00Z' },
];

function argumentsOf(
  { ids, cursors, explained }: World,
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): Arbitrary<readonly Argument[]> {
  const some = (...all: Arbitrary<Argument>[]) =>
    fc
      .tuple(...all.map((one) => fc.option(one, { nil: undefined })))
      .map((args) => args.filter((arg) => arg !== undefined));
  switch (`${type.name}.${field.name}`) {
    case 'Query.subjects':
      return some(either('first', 'Int', [1, 2, 25, 100]), either('after', 'String', cursors));
    case 'Query.person':
      return fc.tuple(either('id', 'ID!', ids));
    case 'Query.explain':
      return fc.tuple(literal('operation', explained));
    case 'Query.cases':
      return fc.tuple(
        variable('box', 'CaseBox!', ['INBOX', 'DRAFTS']),
        either('first', 'Int', [1, 2]),
      );
    case 'Query.case':
      return fc.tuple(either('id', 'ID!', ids));
    case 'Query.candidates':
      return fc.tuple(either('case', 'ID!', ids), either('n', 'Int!', [1, 2]));
    case 'Query.answer':
      return fc.tuple(
        either('case', 'ID!', ids),
        variable('purpose', 'Purpose!', ['IDENTITY_ESTABLISHMENT', 'RIGHTS_PROTECTION']),
      );
    case 'Query.provisions':
      return fc.tuple(
        variable('side', 'ProvisionSide!', ['PROVIDER', 'RECIPIENT']),
        either('first', 'Int', [1, 2]),
      );
    case 'Query.provision':
      return fc.tuple(either('id', 'ID!', ids));
    case 'Query.provisionCandidates':
      return fc.tuple(either('provision', 'ID!', ids), either('n', 'Int!', [1, 2]));
    case 'Query.strategicReport':
      return fc.tuple(either('id', 'ID!', ids));
    case 'Query.strategicReports':
    case 'Query.reportOffers':
      return fc.tuple(either('first', 'Int', [1, 2]));
    case 'Query.enclosure':
      return fc.tuple(either('case', 'ID!', ids), either('enclosure', 'ID!', ids));
    case 'Query.letter':
      return fc.tuple(
        either('case', 'ID!', ids),
        variable('kind', 'LetterKind!', ['ANSWER', 'REFUSAL']),
      );
    case 'Query.custody':
      return fc.tuple(either('about', 'ID!', ids));
    case 'Query.openCustody':
      return fc.tuple(either('first', 'Int', [1, 2]));
    case 'Query.auditPerson':
      return fc.tuple(either('person', 'ID!', ids), either('first', 'Int', [1, 2]));
    case 'Query.auditRequest':
      return fc.tuple(either('request', 'ID!', ids), either('first', 'Int', [1, 2]));
    case 'Query.auditStatistics':
    case 'Query.auditSample':
      return fc.tuple(variable('span', 'AuditSpanInput!', SPANS));
    case 'Query.auditEvidence':
      return fc.tuple(either('request', 'ID!', ids));
    case 'Query.instrumentLife':
      return fc.tuple(either('instrument', 'ID!', ['AZ-KZ-2019', ...ids]));
    case 'Query.costNotes':
      return fc.tuple(either('request', 'ID!', ids));
    case 'Query.subjectReport':
      return fc.tuple(either('person', 'ID!', ids));
    case 'Query.activities':
      return fc.tuple(either('first', 'Int', [1, 2]));
    case 'Query.activity':
      return fc.tuple(either('id', 'ID!', ids));
    case 'Query.contactPointHistory':
      return fc.tuple(either('authority', 'String!', ['AZ-SMS', 'KZ-MIA', 'XX-NONE']));
    case 'Query.monitoring':
      return fc.tuple(
        either('instrument', 'String!', ['AZ-KZ-2019', 'XX-YY-2000']),
        either('from', 'PartialDate!', ['2026-01-01', '2026-02-01']),
        either('until', 'PartialDate!', ['2026-07-01', '2036-07-01']),
      );
    case 'Query.publications':
      return fc.tuple(either('first', 'Int', [1, 2]));
    case 'Query.publication':
    case 'Query.publicationVersions':
      return fc.tuple(either('id', 'ID!', ['az-law-2025', ...ids]));
    case 'Query.clauses':
      return fc.tuple(either('instrument', 'ID!', ['AZ-BE-2019', ...ids]));
    case 'Query.interviewWindows':
      return fc.tuple(
        variable('from', 'Instant!', ['2026-06-15T00:00:00.000Z']),
        variable('until', 'Instant!', ['2026-06-20T00:00:00.000Z']),
      );
    case 'Query.readmission':
    case 'Query.humanitarianNotes':
      return fc.tuple(either('request', 'ID!', ids));
    case 'Person.isNationalOf':
      return fc.tuple(either('state', 'CountryCode!', ['AZE', 'KAZ', 'TUR']));
    case 'Authority.name':
      return some(either('language', 'String', ['ru', 'en', 'az', 'kk', 'xx']));
    default:
      return fc.constant([]);
  }
}
