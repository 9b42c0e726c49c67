/**
 * The answer of an operation in outline: under each response key what stands there, fields of one key merged, in the
 * order of the executor (GraphQL, section 6.3.2). For operations on persons alone; any other has none, and resolvers
 * answer it.
 */
import { type FieldNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Outline, OutlineMember } from '../../store/index.js';
import type { CoordinateTable } from '../coordinates.js';
import { argumentsOf, isIncluded, type Variables } from './conditions.js';
import type { ValidDocument } from './syntax.js';

/** The root fields that a page of subjects answers. */
const PERSONS: ReadonlySet<string> = new Set(['subjects', 'person', '_entities', '__typename']);

/** The outline of an operation, or null for one that asks more than persons. */
export function outlineOf(
  table: CoordinateTable,
  { fragments }: ValidDocument,
  { selectionSet, variables }: Asked,
): Outline | null {
  const members = new Sketch(table, fragments, variables).members([selectionSet], 'Query');
  return members.every(({ field }) => PERSONS.has(field)) ? members : null;
}

interface Asked extends Pick<OperationDefinitionNode, 'selectionSet'> {
  /** Coerced. */
  readonly variables: Variables;
}

const servedType = (fields: Fields | undefined, type: string): string => {
  const [first] = fields?.values() ?? [];
  return first?.served.type ?? type;
};

type Fields = ReturnType<CoordinateTable['get']> & {};

class Sketch {
  readonly #table: CoordinateTable;
  readonly #fragments: ValidDocument['fragments'];
  readonly #variables: Variables;

  constructor(table: CoordinateTable, fragments: ValidDocument['fragments'], variables: Variables) {
    this.#table = table;
    this.#fragments = fragments;
    this.#variables = variables;
  }

  members(sets: readonly SelectionSetNode[], type: string): Outline {
    const fields = new Map<string, FieldNode[]>();
    const spread = new Set<string>();
    for (const set of sets) this.#collect(set, fields, spread);
    return Array.from(fields, ([key, nodes]) => this.#member(key, nodes, type));
  }

  #collect(set: SelectionSetNode, fields: Map<string, FieldNode[]>, spread: Set<string>): void {
    for (const node of set.selections) {
      if (!isIncluded(node, this.#variables)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const known = fields.get(key);
        if (known === undefined) fields.set(key, [node]);
        else known.push(node);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        this.#collect(node.selectionSet, fields, spread);
      } else this.#spread(node.name.value, fields, spread);
    }
  }

  #spread(name: string, fields: Map<string, FieldNode[]>, spread: Set<string>): void {
    const fragment = this.#fragments.get(name);
    if (fragment === undefined || spread.has(name)) return;
    spread.add(name);
    this.#collect(fragment.selectionSet, fields, spread);
  }

  // Fields of one response key have one name and equal arguments, or the document were not valid (section 5.3.2).
  #member(key: string, nodes: readonly FieldNode[], type: string): OutlineMember {
    const [node] = nodes;
    if (node === undefined) throw new Error('a response key without a field');
    const fields = this.#table.get(type);
    const here = fields?.get(node.name.value);
    const field = here?.name ?? node.name.value;
    const bare = { key, field, coordinate: `${type}.${field}`, given: {}, members: [] };
    // Introspection of the schema is no member of an object of it.
    if (here === undefined)
      return field === '__typename' ? { ...bare, typename: servedType(fields, type) } : bare;
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return {
      ...bare,
      given: argumentsOf(here.field, node, this.#variables),
      members: here.leadsTo === undefined ? [] : this.members(sets, here.leadsTo),
    };
  }
}
