/**
 * What a router, or whoever speaks as one, may say of entities that are not its own to ask. `$ID` is a subject of the
 * caller's request, `$REQUEST` that request, `$FOREIGN` a subject of another authority's.
 */

/** Representations, and what they are answered: an entity or none for each, in their order; or the code of a refusal. */
export interface Forgery {
  readonly name: string;
  readonly representations: unknown;
  readonly answer:
    | readonly ('NONE' | 'SUBJECT')[]
    | { readonly code: string; readonly reason?: string };
}

const TYPE = 'ExchangeSubject';
const subject = (id: unknown, more: object = {}) => ({ __typename: TYPE, id, ...more });
const genuine = subject('$ID');

const nobody = (name: string, representation: unknown): Forgery => ({
  name,
  representations: [representation],
  answer: ['NONE'],
});

const OTHER_TYPES = [
  'AZE_Person',
  'KAZ_Person',
  'AZE_SubjectConnection',
  'Person',
  'Query',
  '_Service',
  '_Entity',
  'exchangesubject',
  'ExchangeSubject ',
  'ExchangeSubject\u0000',
  '__proto__',
  'constructor',
  '',
].map((type) => nobody(`of the type "${type}"`, { __typename: type, id: '$ID' }));

const types: readonly Forgery[] = [
  ...OTHER_TYPES,
  nobody('without a type', { id: '$ID' }),
  nobody('whose type is a list', { __typename: [TYPE], id: '$ID' }),
  nobody('whose type is null', { __typename: null, id: '$ID' }),
];

const IDS: Readonly<Record<string, unknown>> = {
  "another authority's subject": '$FOREIGN',
  'an unknown request': '00000000-0000-4000-8000-000000000000.1',
  'a number that the request does not have': '$REQUEST.99',
  'subject 0': '$REQUEST.0',
  'a leading zero': '$REQUEST.01',
  'a sign': '$REQUEST.+1',
  'an exponent': '$REQUEST.1e0',
  'a hexadecimal number': '$REQUEST.0x1',
  'a fraction': '$REQUEST.1.0',
  'two dots': '$REQUEST..1',
  'a way up': '../$REQUEST.1',
  'a way up and back': '$REQUEST/../$REQUEST.1',
  'a full-width digit': '$REQUEST.１',
  'an Arabic digit': '$REQUEST.١',
  'a digit with a mark over it': '$REQUEST.1\u0301',
  'a space of no width': '$REQUEST.1\u200b',
  'a line feed': '$REQUEST.1\n',
  'a NUL': '$REQUEST.1\u0000',
  'a space before it': ' $REQUEST.1',
  'a per cent sign': '$REQUEST.%31',
  'a quotation mark': '$REQUEST.1" }',
  'the request in capitals': '$UPPER.1',
  'the request alone': '$REQUEST',
  nothing: '',
  'a number beyond all': '$REQUEST.99999999999999999999',
  "the register's own key": 'canary',
  'a number and no text': 1,
  'a list': ['$ID'],
  'an object': { id: '$ID' },
  null: null,
  'a hundred thousand characters': '$REQUEST.'.padEnd(100_000, '1'),
};

const ids: readonly Forgery[] = Object.entries(IDS).map(([name, id]) =>
  nobody(`whose id is ${name}`, subject(id)),
);

const fields: readonly Forgery[] = [
  nobody('without an id', { __typename: TYPE }),
  nobody(
    'with what a @requires would bring',
    subject('$ID', { aze: { dateOfBirth: '1971-11-13' } }),
  ),
  nobody('with a value of its own', subject('$ID', { dateOfBirth: '1971-11-13' })),
  nobody('with a second key', subject('$ID', { n: 1 })),
  nobody('with a request beside the key', subject('$ID', { request: '$REQUEST' })),
  nobody('with a purpose beside the key', subject('$ID', { purpose: 'IDENTITY_ESTABLISHMENT' })),
  nobody('empty', {}),
];

const refused: readonly Forgery[] = ['text', 1, true, null, [genuine]].map((representation) => ({
  name: `that are no objects: ${JSON.stringify(representation)}`,
  representations: [representation],
  answer: { code: 'BAD_REQUEST', reason: 'VARIABLES' },
}));

const many = (count: number, representation: object): readonly object[] =>
  Array<object>(count).fill(representation);

const numbers: readonly Forgery[] = [
  { name: 'of nobody at all', representations: [], answer: [] },
  {
    name: 'as one and no list',
    representations: 'ExchangeSubject',
    answer: { code: 'BAD_REQUEST', reason: 'VARIABLES' },
  },
  {
    name: 'that are null',
    representations: null,
    answer: { code: 'BAD_REQUEST', reason: 'VARIABLES' },
  },
  {
    name: 'as many as a page',
    representations: many(100, subject('$FOREIGN')),
    answer: Array(100).fill('NONE'),
  },
  {
    name: 'one more than a page',
    representations: many(101, genuine),
    answer: { code: 'TOO_COMPLEX', reason: 'COST' },
  },
  {
    name: 'ten thousand, of a few bytes',
    representations: many(10_000, {}),
    answer: { code: 'TOO_COMPLEX', reason: 'COST' },
  },
  {
    name: 'ten thousand, whole',
    representations: many(10_000, genuine),
    answer: { code: 'PAYLOAD_TOO_LARGE' },
  },
];

const mixed: readonly Forgery[] = [
  {
    name: 'of strangers among the own',
    representations: [subject('$FOREIGN'), genuine, { __typename: 'Query', id: '$ID' }],
    answer: ['NONE', 'SUBJECT', 'NONE'],
  },
  {
    name: 'of the own, twice',
    representations: [genuine, genuine],
    answer: ['SUBJECT', 'SUBJECT'],
  },
  {
    name: 'of the own, twice, with a forged one between',
    representations: [genuine, subject('$REQUEST.١'), genuine],
    answer: ['SUBJECT', 'NONE', 'SUBJECT'],
  },
];

export const FORGERIES: readonly Forgery[] = [
  ...types,
  ...ids,
  ...fields,
  ...refused,
  ...numbers,
  ...mixed,
];
