/**
 * The features of Apollo Federation 2 that a subgraph library is asked for (apollo-federation-subgraph-compatibility names
 * them; federated tracing stays off). One invented warehouse for each: what its SDL says, what composes with it, what a
 * router asks of it, and what it answers.
 */

type Members = Readonly<Record<string, unknown>>;

export interface FederationFixture {
  /** What of the federation's directives it imports. */
  readonly imports: readonly string[];
  /** Further parts of `extend schema`. */
  readonly links?: string;
  readonly sdl: string;
  /** Answers a representation of its one entity. */
  readonly entity?: (representation: Members) => object | null;
  /** Values of the fields of Query. */
  readonly root?: Members;
}

export interface FederationFeature extends FederationFixture {
  readonly name: string;
  /** What the SDL over the wire must show, white space apart. */
  readonly shows: readonly RegExp[];
  /** Subgraphs of others that it composes with. */
  readonly others?: readonly string[];
  /** What the supergraph's public schema has, and has not. */
  readonly composed?: { readonly has?: RegExp; readonly hasNot?: RegExp };
  readonly query: string;
  readonly representations?: readonly Members[];
  readonly data: unknown;
}

const CRATES = [
  { id: 'c1', label: 'red', shelf: 'A', place: { code: 'p1' }, weight: 7 },
  { id: 'c2', label: 'red', shelf: 'B', place: { code: 'p2' }, weight: 9 },
];

const agrees = (crate: Members, asked: Members): boolean =>
  Object.entries(asked).every(([field, value]) =>
    typeof value === 'object' && value !== null
      ? agrees(crate[field] as Members, value as Members)
      : crate[field] === value,
  );

const crateOf = ({ __typename: _, ...key }: Members): object | null =>
  CRATES.find((crate) => agrees(crate, key)) ?? null;

const link = (imports: string): string =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.5", import: [${imports}])`;

const CRATE = `id: ID! label: String shelf: String place: Place weight: Int`;
const KEYED = `type Query { crate: Crate } type Place { code: ID! }
  type Crate @key(fields: "id") @key(fields: "label shelf") @key(fields: "label place { code }") { ${CRATE} }`;
const ENTITIES = `query($r: [_Any!]!) { _entities(representations: $r) { ... on Crate { id weight } } }`;
const crate = (key: Members): Members => ({ __typename: 'Crate', ...key });
const found = (...ids: readonly (string | null)[]) => ({
  _entities: ids.map((id) => {
    const known = CRATES.find((one) => one.id === id);
    return known === undefined ? null : { id: known.id, weight: known.weight };
  }),
});

const keyed = { imports: ['@key'], sdl: KEYED, entity: crateOf, query: ENTITIES };

export const FEDERATION_FEATURES: readonly FederationFeature[] = [
  {
    ...{ ...keyed, name: '_service' },
    shows: [/type Query\{/, /type Crate\b/],
    representations: [],
    data: { _entities: [] },
  },
  {
    ...{ ...keyed, name: '@key single' },
    shows: [/type Crate@key\(fields:"id"\)/],
    representations: [crate({ id: 'c2' }), crate({ id: 'none' }), crate({ id: 'c1' })],
    data: found('c2', null, 'c1'),
  },
  {
    ...{ ...keyed, name: '@key multiple' },
    shows: [/@key\(fields:"label shelf"\)/],
    representations: [crate({ label: 'red', shelf: 'B' }), crate({ label: 'red', shelf: 'C' })],
    data: found('c2', null),
  },
  {
    ...{ ...keyed, name: '@key composite' },
    shows: [/@key\(fields:"label place\{code\}"\)/],
    representations: [crate({ label: 'red', place: { code: 'p1' } })],
    data: found('c1'),
  },
  {
    ...{ ...keyed, name: 'repeatable @key' },
    shows: [/(@key\([^)]*\)){3}/],
    representations: [
      crate({ id: 'c1' }),
      crate({ label: 'red', shelf: 'B' }),
      crate({ label: 'red', place: { code: 'p1' } }),
    ],
    data: found('c1', 'c2', 'c1'),
  },
  {
    name: '@requires',
    imports: ['@key', '@external', '@requires'],
    sdl: `type Query { rounds: Int } type Clerk @key(fields: "badge") { badge: ID! crates: Int @external hours: Int! @external
      pace: Int @requires(fields: "crates hours") }`,
    entity: ({ badge, crates, hours }) => ({ badge, pace: Number(crates) / Number(hours) }),
    shows: [/pace:Int@requires\(fields:"crates hours"\)/, /crates:Int@external/],
    others: [
      `${link('"@key"')} type Query { clerk: Clerk } type Clerk @key(fields: "badge") { badge: ID! crates: Int hours: Int! }`,
    ],
    composed: { has: /type Clerk \{[^}]*pace: Int/ },
    query: 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Clerk { pace } } }',
    representations: [{ __typename: 'Clerk', badge: '1', crates: 120, hours: 8 }],
    data: { _entities: [{ pace: 15 }] },
  },
  {
    name: '@provides',
    imports: ['@key', '@external', '@provides'],
    sdl: `type Query { keeper: Clerk @provides(fields: "crates") }
      type Clerk @key(fields: "badge", resolvable: false) { badge: ID! crates: Int @external }`,
    root: { keeper: { badge: '1', crates: 5 } },
    shows: [/keeper:Clerk@provides\(fields:"crates"\)/],
    others: [
      `${link('"@key"')} type Query { clerk: Clerk } type Clerk @key(fields: "badge") { badge: ID! crates: Int }`,
    ],
    composed: { has: /keeper: Clerk/ },
    query: '{ keeper { badge crates } }',
    data: { keeper: { badge: '1', crates: 5 } },
  },
  {
    ...{ ...keyed, name: '@link' },
    shows: [/@link\(url:"https:\/\/specs[.]apollo[.]dev\/federation\/v2[.]5",?import:\["@key"\]\)/],
    representations: [crate({ id: 'c1' })],
    data: found('c1'),
  },
  {
    name: '@shareable',
    imports: ['@shareable'],
    sdl: 'type Query { size: Size } type Size @shareable { width: Int height: Int }',
    root: { size: { width: 2, height: 3 } },
    shows: [/type Size@shareable/],
    others: [
      `${link('"@shareable"')} type Query { box: Size } type Size @shareable { width: Int height: Int }`,
    ],
    composed: { has: /type Size \{[^}]*width: Int[^}]*height: Int/ },
    query: '{ size { width height } }',
    data: { size: { width: 2, height: 3 } },
  },
  {
    name: '@tag',
    imports: ['@tag'],
    sdl: 'type Query { note: String @tag(name: "internal") }',
    root: { note: 'fragile' },
    shows: [/note:String@tag\(name:"internal"\)/],
    composed: { has: /note: String/ },
    query: '{ note }',
    data: { note: 'fragile' },
  },
  {
    name: '@override',
    imports: ['@key', '@override'],
    sdl: `type Query { rounds: Int } type Crate @key(fields: "id") { id: ID! label: String @override(from: "OTHER0") }`,
    entity: crateOf,
    shows: [/label:String@override\(from:"OTHER0"\)/],
    others: [
      `${link('"@key"')} type Query { crate: Crate } type Crate @key(fields: "id") { id: ID! label: String }`,
    ],
    composed: { has: /label: String/ },
    query: 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Crate { label } } }',
    representations: [crate({ id: 'c1' })],
    data: { _entities: [{ label: 'red' }] },
  },
  {
    name: '@inaccessible',
    imports: ['@inaccessible'],
    sdl: 'type Query { size: Size } type Size { width: Int unit: String @inaccessible }',
    root: { size: { width: 2, unit: 'm' } },
    shows: [/unit:String@inaccessible/],
    composed: { has: /width: Int/, hasNot: /unit/ },
    query: '{ size { width unit } }',
    data: { size: { width: 2, unit: 'm' } },
  },
  {
    name: '@composeDirective',
    imports: ['@composeDirective'],
    links: `@link(url: "https://specs.sorgu.invalid/care/v1.0", import: ["@care"]) @composeDirective(name: "@care")`,
    sdl: 'directive @care(level: Int!) on FIELD_DEFINITION type Query { note: String @care(level: 2) }',
    root: { note: 'fragile' },
    shows: [
      /@composeDirective\(name:"@care"\)/,
      /directive@care\(level:Int!\)/,
      /note:String@care\(level:2\)/,
    ],
    query: '{ note }',
    data: { note: 'fragile' },
  },
  {
    name: '@interfaceObject',
    imports: ['@key', '@interfaceObject'],
    sdl: 'type Query { rounds: Int } type Stock @interfaceObject @key(fields: "id") { id: ID! counted: Int! }',
    entity: ({ id }) => ({ id, counted: 4 }),
    shows: [/type Stock@interfaceObject@key\(fields:"id"\)/],
    others: [
      `${link('"@key"')} type Query { stock: Stock } interface Stock @key(fields: "id") { id: ID! }
        type Pallet implements Stock @key(fields: "id") { id: ID! planks: Int }`,
    ],
    composed: { has: /type Pallet implements Stock \{[^}]*counted: Int!/ },
    query: 'query($r: [_Any!]!) { _entities(representations: $r) { ... on Stock { counted } } }',
    representations: [{ __typename: 'Stock', id: 's1' }],
    data: { _entities: [{ counted: 4 }] },
  },
];
