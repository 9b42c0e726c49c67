/**
 * What an operation asks: a walk over its selections as the executor would take it, with types in place of values
 * (GraphQL, section 6.3.2), and what that may cost.
 */
import { type FieldNode, Kind, type SelectionSetNode } from 'graphql';
import type { SourceLocation } from '../../base/index.js';
import type { CoordinateTable, SchemaCoordinate } from '../coordinates.js';
import type { AskedCoordinate } from '../graph.js';
import { COST_OF, LENGTH_OF } from '../limits.js';
import { argumentsOf, isIncluded, type Variables } from './conditions.js';
import type { Asked, AskedInherited } from './operation.js';
import { locationOf } from './refuse.js';
import { type RootArguments, readRootArguments } from './root-arguments.js';
import type { ValidDocument } from './syntax.js';

/** Values assumed in a list of records of one person. */
const LIST = 2;
/** The same of a case, where nothing else is said. */
const SHORT = 4;

interface Way {
  readonly type: string;
  readonly path: readonly string[];
  /** The nearest guarded coordinate above, or null. */
  readonly under: string | null;
  /** How many values stand here at most. */
  readonly times: number;
}

interface Gathering {
  guarded: Map<string, Known>;
  inherited: Map<string, AskedInherited>;
  roots: Map<string, { guarded: Set<string>; structural: Set<string> }>;
}

/** An `explain` field as it stands, to be prepared in its turn. */
export interface ExplainField extends RootArguments {
  readonly key: string;
  readonly node: FieldNode;
}

export interface Gathered {
  readonly asked: Asked;
  readonly explains: readonly ExplainField[];
  /** Values of the answer, estimated from above. */
  readonly cost: number;
}

/** An operation of a document, its variables coerced, and the type it starts from. */
interface Walked {
  readonly selectionSet: SelectionSetNode;
  readonly variables: Variables;
  readonly root: 'Query' | 'Mutation';
}

/** Walks one operation of a valid document; throws Refusal(VARIABLES) for a page size or a cursor that is none. */
export function gather(
  table: CoordinateTable,
  { fragments }: ValidDocument,
  operation: Walked,
): Gathered {
  const walk = new Walk(table, fragments, operation.variables);
  walk.selections(
    operation.selectionSet,
    { type: operation.root, path: [], under: null, times: 1 },
    new Set(),
  );
  return walk.result();
}

class Walk {
  readonly #table: CoordinateTable;
  readonly #fragments: ValidDocument['fragments'];
  readonly #variables: Variables;
  readonly #found: Gathering = { guarded: new Map(), inherited: new Map(), roots: new Map() };
  readonly #explains = new Map<string, ExplainField>();
  #cost = 0;

  constructor(table: CoordinateTable, fragments: ValidDocument['fragments'], variables: Variables) {
    this.#table = table;
    this.#fragments = fragments;
    this.#variables = variables;
  }

  result(): Gathered {
    const { guarded, inherited, roots } = this.#found;
    return {
      asked: {
        guarded: [...guarded.values()].map(({ asked }) => asked),
        inherited: [...inherited.values()],
        roots,
      },
      explains: [...this.#explains.values()],
      cost: this.#cost,
    };
  }

  // `spread` holds the fragments already spread in this set: the executor takes each once.
  selections(set: SelectionSetNode, way: Way, spread: Set<string>): void {
    for (const node of set.selections) {
      if (!isIncluded(node, this.#variables)) continue;
      if (node.kind === Kind.FIELD) this.#field(node, way);
      else if (node.kind === Kind.INLINE_FRAGMENT) this.selections(node.selectionSet, way, spread);
      else this.#spread(node.name.value, way, spread);
    }
  }

  #spread(name: string, way: Way, spread: Set<string>): void {
    const fragment = this.#fragments.get(name);
    if (fragment === undefined || spread.has(name)) return;
    spread.add(name);
    this.selections(fragment.selectionSet, way, spread);
  }

  #field(node: FieldNode, way: Way): void {
    const here = this.#table.get(way.type)?.get(node.name.value);
    // __typename and introspection carry nothing of the register.
    if (here === undefined) return;
    const path = [...way.path, node.alias?.value ?? node.name.value];
    // Every argument is read now: a fault found while executing would depend on what the register holds.
    const given = argumentsOf(here.field, node, this.#variables);
    this.#cost += way.times * (COST_OF[here.coordinate] ?? 1);
    this.#note(here, node, { path, under: way.under });
    const times = way.times * this.#listed(here, node, { path, given });
    if (node.selectionSet === undefined || here.leadsTo === undefined) return;
    const under = here.kind === 'guarded' ? here.coordinate : way.under;
    this.selections(node.selectionSet, { type: here.leadsTo, path, under, times }, new Set());
  }

  #listed(here: SchemaCoordinate, node: FieldNode, { path, given }: Reached): number {
    if (here.type !== 'Query') return lengthOf(here);
    const root = readRootArguments(here.name, node, given);
    const key = path[0] ?? '';
    if (here.name === 'explain') this.#explains.set(key, { ...root, key, node });
    return root.first;
  }

  #note(
    here: SchemaCoordinate,
    node: FieldNode,
    { path, under }: Pick<Way, 'path' | 'under'>,
  ): void {
    const { coordinate, kind } = here;
    const root = this.#root(path[0] ?? '');
    if (kind === 'structural') root.structural.add(coordinate);
    if (kind === 'inherited') {
      this.#found.inherited.set(`${under} ${coordinate}`, { coordinate, under });
    }
    if (here.item === undefined) return;
    root.guarded.add(coordinate);
    const known = this.#found.guarded.get(coordinate) ?? {
      asked: { coordinate, item: here.item, locations: [], paths: [] },
      nodes: new Set<FieldNode>(),
      keys: new Set<string>(),
    };
    this.#found.guarded.set(coordinate, known);
    addPlace(known, node, path);
  }

  #root(key: string): { guarded: Set<string>; structural: Set<string> } {
    const root = this.#found.roots.get(key) ?? { guarded: new Set(), structural: new Set() };
    this.#found.roots.set(key, root);
    return root;
  }
}

function lengthOf({ coordinate, kind, isList }: SchemaCoordinate): number {
  if (!isList) return 1;
  if (kind === 'role') return LENGTH_OF[coordinate] ?? SHORT;
  return kind === 'guarded' ? LIST : 1;
}

interface Reached {
  readonly path: readonly string[];
  /** The field's arguments, coerced. */
  readonly given: Readonly<Record<string, unknown>>;
}

/** A guarded coordinate while its places are gathered. */
interface Known {
  readonly asked: AskedCoordinate & {
    readonly locations: SourceLocation[];
    readonly paths: (readonly string[])[];
  };
  readonly nodes: Set<FieldNode>;
  readonly keys: Set<string>;
}

// A fragment that is spread twice brings its fields twice, under other keys or the same.
function addPlace({ asked, nodes, keys }: Known, node: FieldNode, path: readonly string[]): void {
  const key = path.join('.');
  if (!nodes.has(node)) asked.locations.push(...locationOf(node));
  if (!keys.has(key)) asked.paths.push(path);
  nodes.add(node);
  keys.add(key);
}
