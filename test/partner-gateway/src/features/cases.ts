/**
 * The cases of test/cases/federation-features.ts as the client of a router meets them: what it asks of the supergraph, what
 * the other subgraph says, and what must come back. Federated tracing stays off and has no case.
 */

export interface RouterCase {
  /** Of the case whose subgraph is served. */
  readonly name: string;
  /** The subgraph beside ours: its SDL without its link, what it imports, and the values of its root fields. */
  readonly other: {
    readonly imports: readonly string[];
    readonly sdl: string;
    readonly root: Readonly<Record<string, unknown>>;
  };
  readonly query: string;
  readonly data: unknown;
  /** How often each is asked for it; only ours where the other is left out. */
  readonly asked: { readonly own: number; readonly other?: number };
  /** What the supergraph must show. */
  readonly supergraph?: RegExp;
  /** What the router itself must refuse to plan. */
  readonly refused?: string;
}

/** Names crates by a key, and knows nothing else of them. */
const picker = (key: string, fields: string, picked: readonly object[]): RouterCase['other'] => ({
  imports: ['@key', '@shareable'],
  sdl: `type Query { picked: [Crate!]! } type Place @shareable { code: ID! }
    type Crate @key(fields: "${key}", resolvable: false) { ${fields} }`,
  root: { picked },
});
const BOTH = { own: 1, other: 1 } as const;
const NOBODY: RouterCase['other'] = {
  imports: [],
  sdl: 'type Query { other: Int }',
  root: { other: 1 },
};
const PICKED = '{ picked { weight } }';
const byId = picker('id', 'id: ID!', [{ id: 'c2' }, { id: 'c1' }]);
const CLERK = 'type Query { clerk: Clerk } type Clerk @key(fields: "badge")';

export const ROUTER_CASES: readonly RouterCase[] = [
  {
    name: '_service',
    other: byId,
    query: '{ crate { id } picked { id } }',
    data: { crate: null, picked: [{ id: 'c2' }, { id: 'c1' }] },
    asked: BOTH,
    supergraph: /join__graph\(name: "own"/,
  },
  {
    name: '@key single',
    other: byId,
    query: PICKED,
    data: { picked: [{ weight: 9 }, { weight: 7 }] },
    asked: BOTH,
  },
  {
    name: '@key multiple',
    other: picker('label shelf', 'label: String shelf: String', [{ label: 'red', shelf: 'B' }]),
    query: PICKED,
    data: { picked: [{ weight: 9 }] },
    asked: BOTH,
  },
  {
    name: '@key composite',
    other: picker('label place { code }', 'label: String place: Place', [
      { label: 'red', place: { code: 'p1' } },
    ]),
    query: PICKED,
    data: { picked: [{ weight: 7 }] },
    asked: BOTH,
  },
  {
    name: 'repeatable @key',
    other: {
      ...byId,
      sdl: `type Query { picked: [Crate!]! shelved: Crate }
        type Crate @key(fields: "id", resolvable: false) @key(fields: "label shelf", resolvable: false)
          { id: ID! label: String shelf: String }`,
      root: { picked: [{ id: 'c1' }], shelved: { label: 'red', shelf: 'B', id: 'c2' } },
    },
    query: '{ picked { weight } shelved { label weight } }',
    data: { picked: [{ weight: 7 }], shelved: { label: 'red', weight: 9 } },
    asked: BOTH,
  },
  {
    name: '@requires',
    other: {
      imports: ['@key'],
      sdl: `${CLERK} { badge: ID! crates: Int hours: Int! }`,
      root: { clerk: { badge: '1', crates: 120, hours: 8 } },
    },
    query: '{ clerk { badge pace } }',
    data: { clerk: { badge: '1', pace: 15 } },
    asked: BOTH,
  },
  {
    name: '@provides',
    other: { imports: ['@key'], sdl: `${CLERK} { badge: ID! crates: Int }`, root: {} },
    query: '{ keeper { badge crates } }',
    data: { keeper: { badge: '1', crates: 5 } },
    asked: { own: 1 },
  },
  {
    name: '@link',
    other: byId,
    query: '{ picked { id weight } }',
    data: {
      picked: [
        { id: 'c2', weight: 9 },
        { id: 'c1', weight: 7 },
      ],
    },
    asked: BOTH,
    supergraph: /@link\(url: "https:\/\/specs\.apollo\.dev\/join\//,
  },
  {
    name: '@shareable',
    other: {
      imports: ['@shareable'],
      sdl: 'type Query { box: Size } type Size @shareable { width: Int height: Int }',
      root: { box: { width: 5, height: 6 } },
    },
    query: '{ size { width height } box { height } }',
    data: { size: { width: 2, height: 3 }, box: { height: 6 } },
    asked: BOTH,
  },
  {
    name: '@tag',
    other: NOBODY,
    query: '{ note }',
    data: { note: 'fragile' },
    asked: { own: 1 },
    supergraph: /@tag\(name: "internal"\)/,
  },
  {
    name: '@override',
    other: {
      imports: ['@key'],
      sdl: 'type Query { crate: Crate } type Crate @key(fields: "id") { id: ID! label: String }',
      root: { crate: { id: 'c1', label: 'of the other' } },
    },
    query: '{ crate { id label } }',
    data: { crate: { id: 'c1', label: 'red' } },
    asked: BOTH,
  },
  {
    name: '@inaccessible',
    other: NOBODY,
    query: '{ size { width } }',
    data: { size: { width: 2 } },
    asked: { own: 1 },
    refused: '{ size { unit } }',
  },
  {
    name: '@composeDirective',
    other: NOBODY,
    query: '{ note }',
    data: { note: 'fragile' },
    asked: { own: 1 },
    supergraph: /@care\(level: 2\)/,
  },
  {
    name: '@interfaceObject',
    other: {
      imports: ['@key'],
      sdl: `type Query { stock: Stock } interface Stock @key(fields: "id") { id: ID! }
        type Pallet implements Stock @key(fields: "id") { id: ID! planks: Int }`,
      root: { stock: { __typename: 'Pallet', id: 's1', planks: 11 } },
    },
    query: '{ stock { __typename id counted ... on Pallet { planks } } }',
    data: { stock: { __typename: 'Pallet', id: 's1', counted: 4, planks: 11 } },
    asked: BOTH,
  },
];
