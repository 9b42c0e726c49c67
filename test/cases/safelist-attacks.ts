/** What a partner held to registered operations sends to get more than is registered; KZ-MIA's list is enforced. */

/** What stands on the lists. */
export const REGISTERED = {
  identity: `query Identity($more: Boolean = false) {
    subjects(first: 5) { edges { node { id nameLatin { surname } ...Birth sex @include(if: $more) } } }
  }
  fragment Birth on Person { dateOfBirth }`,
  one: `query One { person(id: "nobody") { id nameLatin { surname } photograph @skip(if: true) { content } } }`,
  detection:
    'query Detection { subjects { edges { node { nameLatin { surname } documents { number } } } } }',
  other: 'query Other { subjects { edges { node { nameLatin { givenName surname } } } } }',
} as const;

/** Purpose -> what KZ-MIA may ask; `other` stands on the list of KZ-MLSPP alone. */
export const LISTS = {
  'KZ-MIA': { IDENTITY_ESTABLISHMENT: ['identity', 'one'], PERSON_DETECTION: ['detection'] },
  'KZ-MLSPP': { IDENTITY_ESTABLISHMENT: ['other'] },
} as const;

export interface SafelistAttack {
  readonly name: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  /** Of the body, beside these. */
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

const { identity, one, detection, other } = REGISTERED;

/** Each is refused. */
export const UNLISTED: readonly SafelistAttack[] = [
  { name: 'an alias', query: identity.replace('nameLatin', 'who: nameLatin') },
  { name: 'an alias to the same name', query: identity.replace(' id ', ' id: id ') },
  { name: 'a field more', query: identity.replace(' id ', ' id placeOfBirth ') },
  { name: 'a field less', query: identity.replace(' id ', ' ') },
  {
    name: 'fields in another order',
    query: identity.replace('id nameLatin { surname }', 'nameLatin { surname } id'),
  },
  {
    name: 'a field more in its fragment',
    query: identity.replace('{ dateOfBirth }', '{ dateOfBirth placeOfBirth }'),
  },
  {
    name: 'the same fields, its fragment written out',
    query: identity.replace('...Birth', 'dateOfBirth').replace(/fragment .*/, ''),
  },
  {
    name: 'an inline fragment',
    query: identity.replace(' id ', ' ... on Person { id photograph { content } } '),
  },
  {
    name: 'its fragment under another name',
    query: identity.replaceAll('Birth on', 'Other on').replace('...Birth', '...Other'),
  },
  {
    name: 'an operation beside it, asked instead',
    query: `${identity} query Beside { subjects { edges { node { placeOfBirth } } } }`,
    operationName: 'Beside',
  },
  {
    name: 'an operation beside it',
    query: `${identity} query Beside { __typename }`,
    operationName: 'Identity',
  },
  {
    name: 'its name alone',
    query: 'query Identity { subjects { edges { node { placeOfBirth } } } }',
  },
  { name: 'another name', query: identity.replace('Identity', 'Identity2') },
  { name: 'a condition turned round', query: one.replace('true', 'false') },
  { name: 'a condition taken away', query: one.replace('@skip(if: true)', '') },
  { name: 'a default turned round', query: identity.replace('= false', '= true') },
  { name: 'null for a literal', query: identity.replace('first: 5', 'first: null') },
  { name: 'a literal taken away', query: identity.replace('(first: 5)', '') },
  {
    name: 'a variable for a literal',
    query: identity.replace('$more', '$first: Int, $more').replace('first: 5', 'first: $first'),
    variables: { first: 100 },
  },
  { name: 'a text for a number', query: one.replace('"nobody"', '1') },
  {
    name: 'an argument more',
    query: identity.replace('first: 5', 'first: 5, after: "c3ViamVjdDox"'),
  },
  { name: 'an operation of another purpose', query: detection },
  { name: 'an operation of another authority', query: other },
  {
    name: 'its hash for a persisted query',
    query: '{ subjects { edges { node { placeOfBirth } } } }',
    extra: { extensions: { persistedQuery: { version: 1, sha256Hash: '0'.repeat(64) } } },
  },
  {
    name: 'its text in another member',
    query: '{ subjects { edges { node { placeOfBirth } } } }',
    extra: { document: identity, id: 'Identity' },
  },
  {
    name: 'the purpose in small letters',
    query: identity,
    headers: { 'exchange-purpose': 'identity_establishment' },
  },
  {
    name: 'two purposes',
    query: identity,
    headers: { 'exchange-purpose': 'IDENTITY_ESTABLISHMENT, PERSON_DETECTION' },
  },
  {
    name: 'a name of the prototype for a purpose',
    query: identity,
    headers: { 'exchange-purpose': '__proto__' },
  },
  {
    name: 'another of its purposes',
    query: identity,
    headers: { 'exchange-purpose': 'PERSON_DETECTION' },
  },
  {
    name: 'an unknown request',
    query: other,
    headers: { 'exchange-request': '11111111-1111-4111-8111-111111111111' },
  },
];

/** Each has the hash of a registered operation, and gets what its own grant opens. */
export const LISTED: readonly SafelistAttack[] = [
  { name: 'as registered', query: identity },
  { name: 'another literal', query: identity.replace('first: 5', 'first: 100') },
  { name: 'another id', query: one.replace('nobody', '$OWN') },
  { name: 'the id of another authority’s subject', query: one.replace('nobody', '$FOREIGN') },
  { name: 'a block text', query: one.replace('"nobody"', '"""nobody"""') },
  {
    name: 'whitespace, commas and comments',
    query: `# a comment\n${identity.replaceAll(/\s+/g, ' ,\n# another\n')}\n`,
  },
  { name: 'a variable that it declares', query: identity, variables: { more: true } },
  { name: 'its name given', query: identity, operationName: 'Identity' },
];
