/**
 * Attacks by a partner who wants more than IRREGULAR_MIGRATION_PREVENTION opens. Every case runs against a register in
 * which each withheld value is a canary: whatever the answer is, no canary may be in it.
 */
export interface Attack {
  readonly name: string;
  readonly query: string;
  readonly variables?: unknown;
  readonly operationName?: unknown;
  /** What else the body says, as a client with its own JSON would write it. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The codes of the answer's errors, or of the refusal; left out where only the canaries matter. */
  readonly codes?: readonly string[];
}

const inPerson = (selection: string): string => `{ subjects { edges { node { ${selection} } } } }`;
const WITHHELD = ['FIELD_WITHHELD'];
const BAD = ['BAD_REQUEST'];
const NONE: readonly string[] = [];

const direct: readonly Attack[] = [
  { name: 'asks plainly', query: inPerson('sex'), codes: WITHHELD },
  {
    name: 'asks everything withheld at once',
    query: inPerson(
      'sex placeOfBirth civilStatus photograph { content } fingerprintCard { content } administrativeLiability { provision } criminalLiability { provision } otherNames { surname } travelRoute { place }',
    ),
    codes: Array(9).fill('FIELD_WITHHELD'),
  },
  {
    name: 'asks a withheld child of an open record',
    query: inPerson('registrations { kind place }'),
    codes: WITHHELD,
  },
  {
    name: 'asks details of an open document',
    query: inPerson('documents { series kind expiresOn placeOfIssue }'),
    codes: Array(3).fill('FIELD_WITHHELD'),
  },
  { name: 'asks one person', query: '{ person(id: "$ID1") { placeOfBirth } }', codes: WITHHELD },
];

const aliases: readonly Attack[] = [
  { name: 'aliases a withheld field', query: inPerson('x: sex'), codes: WITHHELD },
  {
    name: 'aliases it to an open name',
    query: inPerson('dateOfBirth: placeOfBirth'),
    codes: WITHHELD,
  },
  {
    name: 'aliases it to __typename',
    query: inPerson('__typename: placeOfBirth'),
    codes: WITHHELD,
  },
  { name: 'aliases it to id', query: inPerson('id: placeOfBirth'), codes: WITHHELD },
  { name: 'aliases it twice', query: inPerson('a: sex b: sex'), codes: WITHHELD },
  {
    name: 'aliases an open field and a withheld one to each other',
    query: inPerson('sex: dateOfBirth dateOfBirth: sex'),
    codes: WITHHELD,
  },
  {
    name: 'aliases the record, not the child',
    query: inPerson('permits: registrations { status: place }'),
    codes: WITHHELD,
  },
  {
    name: 'aliases the root',
    query: '{ a: subjects { edges { node { sex } } } b: subjects { edges { node { sex } } } }',
    codes: WITHHELD,
  },
  { name: 'aliases to the error list', query: inPerson('errors: placeOfBirth'), codes: WITHHELD },
  {
    name: 'aliases to prototype names',
    query: inPerson('constructor: placeOfBirth toString: sex'),
    codes: Array(2).fill('FIELD_WITHHELD'),
  },
  { name: 'aliases to __proto__', query: inPerson('__proto__: placeOfBirth'), codes: WITHHELD },
  {
    name: 'one response key, open under one condition, withheld under another',
    query: `query($a: Boolean!) { subjects { edges { node { dateOfBirth @include(if: $a) x: placeOfBirth @skip(if: $a) } } } }`,
    variables: { a: false },
    codes: WITHHELD,
  },
];

const fragments: readonly Attack[] = [
  {
    name: 'hides in a fragment',
    query: `${inPerson('...F')} fragment F on Person { sex }`,
    codes: WITHHELD,
  },
  {
    name: 'hides in fragments of fragments',
    query: `${inPerson('...A')} fragment A on Person { ...B } fragment B on Person { ...C } fragment C on Person { placeOfBirth }`,
    codes: WITHHELD,
  },
  {
    name: 'hides in an inline fragment',
    query: inPerson('... on Person { sex }'),
    codes: WITHHELD,
  },
  {
    name: 'hides in an inline fragment without a type',
    query: inPerson('... { sex }'),
    codes: WITHHELD,
  },
  {
    name: 'hides in nested inline fragments',
    query: inPerson('... { ... on Person { ... { placeOfBirth } } }'),
    codes: WITHHELD,
  },
  {
    name: 'inline fragment on Query',
    query: '{ ... on Query { subjects { edges { node { sex } } } } }',
    codes: WITHHELD,
  },
  {
    name: 'inline fragment on SubjectConnection',
    query: '{ subjects { ... on SubjectConnection { edges { node { sex } } } } }',
    codes: WITHHELD,
  },
  {
    name: 'inline fragment on SubjectEdge',
    query: '{ subjects { edges { ... on SubjectEdge { node { sex } } } } }',
    codes: WITHHELD,
  },
  {
    name: 'inline fragment on PersonName',
    query: inPerson('otherNames { ... on PersonName { surname } }'),
    codes: WITHHELD,
  },
  {
    name: 'inline fragment on Citizenship',
    query: inPerson('citizenships { ... on Citizenship { country } }'),
    codes: NONE,
  },
  {
    name: 'inline fragment on CitizenshipEvent',
    query: inPerson('citizenshipEvents { ... on CitizenshipEvent { country } }'),
    codes: NONE,
  },
  {
    name: 'inline fragment on IdentityDocument',
    query: inPerson('documents { ... on IdentityDocument { kind } }'),
    codes: WITHHELD,
  },
  {
    name: 'inline fragment on Registration',
    query: inPerson('registrations { ... on Registration { place } }'),
    codes: WITHHELD,
  },
  {
    name: 'inline fragment on Permit',
    query: inPerson('permits { ... on Permit { kind } }'),
    codes: NONE,
  },
  {
    name: 'inline fragment on WorkRight',
    query: inPerson('workRights { ... on WorkRight { basis } }'),
    codes: NONE,
  },
  {
    name: 'inline fragment on EntryBan',
    query: inPerson('entryBans { ... on EntryBan { kind } }'),
    codes: NONE,
  },
  {
    name: 'inline fragment on Ground',
    query: inPerson('entryBans { grounds { ... on Ground { text } } }'),
    codes: NONE,
  },
  {
    name: 'inline fragment on Liability',
    query: inPerson('criminalLiability { ... on Liability { provision } }'),
    codes: WITHHELD,
  },
  {
    name: 'inline fragment on Authority',
    query: inPerson('criminalLiability { authority { ... on Authority { code } } }'),
    codes: WITHHELD,
  },
  {
    name: 'inline fragment on Photograph',
    query: inPerson('photograph { ... on Photograph { content } }'),
    codes: WITHHELD,
  },
  {
    name: 'inline fragment on FingerprintCard',
    query: inPerson('fingerprintCard { ... on FingerprintCard { content } }'),
    codes: WITHHELD,
  },
  {
    name: 'inline fragment on TravelLeg',
    query: inPerson('travelRoute { ... on TravelLeg { place } }'),
    codes: WITHHELD,
  },
  {
    name: 'inline fragment on a type it cannot be',
    query: inPerson('... on Registration { place }'),
    codes: BAD,
  },
  {
    name: 'inline fragment on a type that is not',
    query: inPerson('... on Secret { place }'),
    codes: BAD,
  },
  {
    name: 'a fragment that spreads itself',
    query: `${inPerson('...F')} fragment F on Person { ...F sex }`,
    codes: BAD,
  },
  {
    name: 'one fragment in two places',
    query: `{ a: subjects { edges { node { ...F } } } b: person(id: "$ID1") { ...F } } fragment F on Person { sex }`,
    codes: WITHHELD,
  },
  {
    name: 'fragment with a child on two records',
    query: `${inPerson('nameLatin { ...N } otherNames { ...N }')} fragment N on PersonName { surname }`,
    codes: WITHHELD,
  },
];

const duplicates: readonly Attack[] = [
  { name: 'asks the same field three times', query: inPerson('sex sex sex'), codes: WITHHELD },
  {
    name: 'merges an open selection with a withheld one',
    query: inPerson('documents { series } documents { kind }'),
    codes: WITHHELD,
  },
  {
    name: 'merges over fragments',
    query: `${inPerson('registrations { kind } ...F')} fragment F on Person { registrations { place } }`,
    codes: WITHHELD,
  },
  {
    name: 'merges two roots of one key',
    query: '{ subjects { edges { node { dateOfBirth } } } subjects { edges { node { sex } } } }',
    codes: WITHHELD,
  },
  {
    name: 'conflicting fields under one key',
    query: inPerson('x: sex x: dateOfBirth'),
    codes: BAD,
  },
];

const conditions: readonly Attack[] = [
  { name: '@include(if: true)', query: inPerson('sex @include(if: true)'), codes: WITHHELD },
  {
    name: '@include(if: false)',
    query: inPerson('dateOfBirth sex @include(if: false)'),
    codes: NONE,
  },
  { name: '@skip(if: false)', query: inPerson('sex @skip(if: false)'), codes: WITHHELD },
  { name: '@skip(if: true)', query: inPerson('dateOfBirth sex @skip(if: true)'), codes: NONE },
  {
    name: '@include by variable',
    query: `query($v: Boolean!) ${inPerson('sex @include(if: $v)')}`,
    variables: { v: true },
    codes: WITHHELD,
  },
  {
    name: '@include by default variable',
    query: `query($v: Boolean = true) ${inPerson('sex @include(if: $v)')}`,
    codes: WITHHELD,
  },
  {
    name: '@skip and @include together',
    query: inPerson('sex @skip(if: false) @include(if: true)'),
    codes: WITHHELD,
  },
  {
    name: '@include on a fragment spread',
    query: `query($v: Boolean!) ${inPerson('...F @include(if: $v)')} fragment F on Person { sex }`,
    variables: { v: true },
    codes: WITHHELD,
  },
  {
    name: '@skip on an inline fragment',
    query: `query($v: Boolean!) ${inPerson('... @skip(if: $v) { sex }')}`,
    variables: { v: false },
    codes: WITHHELD,
  },
  {
    name: 'a condition of another type',
    query: `query($v: String!) ${inPerson('sex @include(if: $v)')}`,
    variables: { v: 'true' },
    codes: BAD,
  },
  {
    name: 'a condition that is null',
    query: `query($v: Boolean!) ${inPerson('sex @include(if: $v)')}`,
    variables: { v: null },
    codes: BAD,
  },
  { name: '@defer', query: inPerson('... @defer { sex }'), codes: BAD },
  { name: '@stream', query: '{ subjects { edges @stream { node { sex } } } }', codes: BAD },
  { name: '@item in the document', query: inPerson('sex @item(name: DATE_OF_BIRTH)'), codes: BAD },
  { name: 'an unknown directive', query: inPerson('sex @sudo'), codes: BAD },
];

const defaults: readonly Attack[] = [
  {
    name: 'null where a default would stand, in a condition',
    query: `query($v: Boolean = true) ${inPerson('sex @include(if: $v)')}`,
    variables: { v: null },
    codes: BAD,
  },
  {
    name: 'the same on a public field',
    query: 'query($v: Boolean = true) { instruments @skip(if: $v) { id } }',
    variables: { v: null },
    codes: BAD,
  },
  {
    name: 'null for an argument of somebody who is there',
    query: 'query($s: CountryCode = "KAZ") { person(id: "$ID1") { isNationalOf(state: $s) } }',
    variables: { s: null },
    codes: BAD,
  },
  {
    name: 'null for an argument of somebody who is not',
    query:
      'query($s: CountryCode = "KAZ") { person(id: "$REQUEST.999") { isNationalOf(state: $s) } }',
    variables: { s: null },
    codes: BAD,
  },
  {
    name: 'null for an argument inside explain',
    query: 'query($o: String!) { explain(operation: $o, variables: { v: null }) { coordinate } }',
    variables: { o: `query($v: Boolean = true) ${inPerson('sex @include(if: $v)')}` },
    codes: BAD,
  },
];

const operations: readonly Attack[] = [
  {
    name: 'names the harmless operation, means the other',
    query: `query A { instruments { id } } query B ${inPerson('sex')}`,
    operationName: 'A',
    codes: NONE,
  },
  {
    name: 'names the other',
    query: `query A { instruments { id } } query B ${inPerson('sex')}`,
    operationName: 'B',
    codes: WITHHELD,
  },
  {
    name: 'names none of two',
    query: `query A { instruments { id } } query B ${inPerson('sex')}`,
    codes: BAD,
  },
  {
    name: 'names one that is not',
    query: `query A ${inPerson('sex')}`,
    operationName: 'C',
    codes: BAD,
  },
  {
    name: 'names by prototype',
    query: `query A ${inPerson('sex')}`,
    operationName: '__proto__',
    codes: BAD,
  },
  {
    name: 'names by a list',
    query: `query A ${inPerson('sex')}`,
    operationName: ['A'],
    codes: BAD,
  },
  {
    name: 'two operations of one name',
    query: `query A { instruments { id } } query A ${inPerson('sex')}`,
    operationName: 'A',
    codes: BAD,
  },
  { name: 'a mutation', query: `mutation ${inPerson('sex')}`, codes: BAD },
  { name: 'a subscription', query: `subscription ${inPerson('sex')}`, codes: BAD },
  { name: 'a batch', query: '', extra: { 0: { query: inPerson('sex') } }, codes: BAD },
  {
    name: 'a persisted query',
    query: inPerson('sex'),
    extra: { extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } },
  },
  { name: 'a document by id', query: '', extra: { id: '1', documentId: '1' }, codes: BAD },
];

const ids: readonly Attack[] = [
  {
    name: 'a subject of another request',
    query: '{ person(id: "$FOREIGN1") { dateOfBirth } }',
    codes: NONE,
  },
  {
    name: 'a number that the request does not have',
    query: '{ person(id: "$REQUEST.999") { dateOfBirth } }',
    codes: NONE,
  },
  { name: 'the register’s own key', query: '{ person(id: "$KEY") { dateOfBirth } }', codes: NONE },
  {
    name: 'an id with a leading zero',
    query: '{ person(id: "$REQUEST.01") { dateOfBirth } }',
    codes: NONE,
  },
  {
    name: 'an id with a sign',
    query: '{ person(id: "$REQUEST.+1") { dateOfBirth } }',
    codes: NONE,
  },
  {
    name: 'an id in exponent form',
    query: '{ person(id: "$REQUEST.1e0") { dateOfBirth } }',
    codes: NONE,
  },
  { name: 'an id in capitals', query: '{ person(id: "$UPPER.1") { dateOfBirth } }', codes: NONE },
  {
    name: 'an id with SQL',
    query: `{ person(id: "$REQUEST.1' OR '1'='1") { dateOfBirth } }`,
    codes: NONE,
  },
  { name: 'a number for an id', query: '{ person(id: 1) { dateOfBirth } }', codes: NONE },
  { name: 'a list for an id', query: '{ person(id: ["$ID1"]) { dateOfBirth } }', codes: BAD },
  {
    name: 'a cursor that is not ours',
    query: '{ subjects(after: "eyJwZXJzb24iOjF9") { edges { node { dateOfBirth } } } }',
    codes: BAD,
  },
  {
    name: 'a cursor with SQL',
    query: `{ subjects(after: "' OR 1=1") { edges { node { dateOfBirth } } } }`,
    codes: BAD,
  },
  {
    name: 'a page of none',
    query: '{ subjects(first: 0) { edges { node { dateOfBirth } } } }',
    codes: BAD,
  },
  {
    name: 'a page of a negative number',
    query: '{ subjects(first: -1) { edges { node { dateOfBirth } } } }',
    codes: BAD,
  },
  {
    name: 'a page of too many',
    query: '{ subjects(first: 101) { edges { node { dateOfBirth } } } }',
    codes: BAD,
  },
  { name: 'counts', query: '{ subjects { totalCount } }', codes: BAD },
  {
    name: 'a third state by isNationalOf',
    query: inPerson('isNationalOf(state: "RUS")'),
    codes: NONE,
  },
  { name: 'a made-up state by isNationalOf', query: inPerson('isNationalOf(state: "ZZZ")') },
];

const schema: readonly Attack[] = [
  { name: '__typename alone', query: '{ __typename }', codes: NONE },
  {
    name: '__typename of a withheld record',
    query: inPerson('photograph { __typename }'),
    codes: WITHHELD,
  },
  {
    name: '__typename of withheld lists counts nothing',
    query: inPerson('criminalLiability { __typename }'),
    codes: WITHHELD,
  },
  { name: 'a field that is not', query: inPerson('protected'), codes: BAD },
  { name: 'a field of the database', query: inPerson('record_id'), codes: BAD },
  { name: 'a misspelled field', query: inPerson('placeOfBirt'), codes: BAD },
  {
    name: '_entities',
    query: `{ _entities(representations: [{ __typename: "Person", id: "$ID1" }]) { ... on Person { sex } } }`,
    codes: BAD,
  },
  { name: '_service', query: '{ _service { sdl } }', codes: BAD },
  { name: 'an argument that is not', query: inPerson('sex(force: true)'), codes: BAD },
  {
    name: 'a filter on a withheld field',
    query: '{ subjects(where: { sex: MALE }) { edges { node { dateOfBirth } } } }',
    codes: BAD,
  },
  {
    name: 'an order by a withheld field',
    query: '{ subjects(orderBy: "placeOfBirth") { edges { node { dateOfBirth } } } }',
    codes: BAD,
  },
  {
    name: 'explain with a withheld value',
    query: `{ explain(operation: "{ subjects { edges { node { sex } } } }") { coordinate verdict } }`,
    codes: NONE,
  },
  {
    name: 'explain by another purpose, then read',
    query: `{ explain(operation: "{ __typename }", purpose: IDENTITY_ESTABLISHMENT) { coordinate } ${inPerson('sex').slice(1)}`,
    codes: WITHHELD,
  },
];

export const ATTACKS: readonly Attack[] = [
  ...direct,
  ...aliases,
  ...fragments,
  ...duplicates,
  ...conditions,
  ...defaults,
  ...operations,
  ...ids,
  ...schema,
];
