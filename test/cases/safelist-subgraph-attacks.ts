/** What a router held to registered documents of /subgraph sends to get more than is registered. */
import type { SafelistAttack } from './safelist-attacks.js';

/** As a router's planner writes them: entities by a variable, and a root field with what it was asked. */
export const FETCHES = {
  entities: `query ($representations: [_Any!]!) {
    _entities(representations: $representations) {
      ... on ExchangeSubject { __typename aze { nameLatin { surname } dateOfBirth } } } }`,
  page: 'query Page_0 { aze_subjects(first: 5) { edges { node { id ...Names } } } } fragment Names on AZE_Person { nameLatin { surname } }',
} as const;

/** Stands on the list too, and is a document of /graphql alone. */
export const PLAIN = 'query Plain { subjects(first: 5) { edges { node { dateOfBirth } } } }';

const { entities, page } = FETCHES;
const named = (query: string) => query.replace('query (', 'query Fetch(');
const WIDER =
  '_entities(representations: $representations) { ... on ExchangeSubject { aze { sex } } }';

/** Each is refused. */
export const UNLISTED_FETCHES: readonly SafelistAttack[] = [
  { name: 'a field more of the person', query: entities.replace('dateOfBirth', 'dateOfBirth sex') },
  { name: 'an alias of the person', query: entities.replace('aze {', 'kaz: aze {') },
  { name: 'the person twice', query: entities.replace('aze {', 'more: aze { sex } aze {') },
  { name: 'an alias of the entities', query: entities.replace('_entities', '_0: _entities') },
  {
    name: 'two batches in one document',
    query: entities.replace('_entities', `_1: ${WIDER} _entities`),
  },
  {
    name: 'the same batch twice',
    query: entities.replace(/_entities(.*) \}$/s, '_entities$1 _1: _entities$1 }'),
  },
  {
    name: 'an inline fragment more',
    query: entities.replace(
      '... on ExchangeSubject {',
      '... on ExchangeSubject { ... on ExchangeSubject { id }',
    ),
  },
  {
    name: 'no inline fragment, a named one',
    query: `${entities.replace(/\.\.\. on ExchangeSubject \{.*$/s, '...S } }')}
      fragment S on ExchangeSubject { __typename aze { nameLatin { surname } dateOfBirth } }`,
  },
  {
    name: 'its fragment with more in it',
    query: page.replace('{ nameLatin', '{ placeOfBirth nameLatin'),
  },
  {
    name: 'its fragment left out',
    query: page.replace('...Names', 'sex').replace(/fragment .*/, ''),
  },
  { name: 'a __typename less', query: entities.replace('__typename ', '') },
  { name: 'a name given to it', query: named(entities) },
  { name: 'its name taken away', query: page.replace('Page_0 ', '') },
  { name: 'another number in its name', query: page.replace('Page_0', 'Page_1') },
  {
    name: 'an operation beside it, asked instead',
    query: `${page} query Wide { aze_subjects { edges { node { placeOfBirth } } } }`,
    operationName: 'Wide',
  },
  {
    name: 'an operation beside it that is not asked',
    query: `${page} query Wide { __typename }`,
    operationName: 'Page_0',
  },
  {
    name: 'both of the list in one document',
    query: `${page} ${named(entities)}`,
    operationName: 'Page_0',
  },
  {
    name: 'the name of a listed one for another',
    query: 'query Page_0 { aze_subjects(first: 5) { edges { node { placeOfBirth } } } }',
    operationName: 'Page_0',
  },
  {
    name: 'representations in the text',
    query: entities
      .replace('($representations: [_Any!]!) ', '')
      .replace('$representations', '[{ __typename: "ExchangeSubject", id: "$OWN" }]'),
  },
  {
    name: 'representations by a default',
    query: entities.replace(
      '[_Any!]!',
      '[_Any!]! = [{ __typename: "ExchangeSubject", id: "$OWN" }]',
    ),
  },
  {
    name: 'another name of the variable',
    query: entities.replaceAll('$representations', '$r'),
    variables: { r: [{ __typename: 'ExchangeSubject', id: '$OWN' }] },
  },
  {
    name: 'a root field beside the entities',
    query: entities.replace('_entities', 'aze_subjects { edges { cursor } } _entities'),
  },
  {
    name: 'the SDL beside the entities',
    query: entities.replace('_entities', '_service { sdl } _entities'),
  },
  {
    name: 'a condition that is always true',
    query: entities.replace('... on ExchangeSubject', '... on ExchangeSubject @include(if: true)'),
  },
  {
    name: 'another way to the same persons',
    query: 'query ($id: ID!) { aze_person(id: $id) { nameLatin { surname } dateOfBirth } }',
    variables: { id: '$OWN' },
  },
];
