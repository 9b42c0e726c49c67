/**
 * Operations over the schema, generated: aliases, duplicate fields, inline and named fragments, `@skip` and
 * `@include`, variables, `__typename`, several operations in one document. Each is valid and within the limits, and
 * says which coordinates it asks, found from its tree and not from its text.
 */
import fc, { type Arbitrary } from 'fast-check';
import type { GraphQLSchema } from 'graphql';
import type { DocumentParams } from '../../src/graph/index.js';
import { type Condition, type Node, selectionsOn, type World } from './operation-tree.js';

export interface GeneratedOperation {
  readonly params: DocumentParams & { readonly query: string };
  /** Every coordinate asked, conditions resolved; sorted. */
  readonly asks: readonly string[];
}

export interface OperationOptions {
  readonly schema: GraphQLSchema;
  /** Ids of subjects, good and bad; at least one. */
  readonly ids: readonly string[];
  /** Well-formed cursors; at least one. */
  readonly cursors: readonly string[];
  /** Texts of operations to explain; none leaves `explain` out. */
  readonly explained?: readonly string[];
  /** Root fields that stand first, so that an operation reads somebody: `subjects`, `person`. */
  readonly root?: 'any' | 'persons';
  /** Whether most selections have no condition. */
  readonly fewConditions?: boolean;
}

/** An arbitrary of operations; give it to fc.property or fc.sample. */
export function operations(options: OperationOptions): Arbitrary<GeneratedOperation> {
  const world: World = { explained: [], ...options };
  const query = options.schema.getQueryType();
  if (!query) throw new Error('the schema has no query');
  const any = selectionsOn(world, query, 2);
  const roots = options.root === 'persons' ? any.filter((nodes) => nodes.some(readsPersons)) : any;
  const shape = fc.record({
    roots,
    name: fc.constantFrom(undefined, 'Asked'),
    beside: fc.boolean(),
  });
  return shape.filter(isWithinLimits).map(write);
}

const readsPersons = (node: Node): boolean =>
  node.kind === 'field'
    ? node.name === 'subjects' || node.name === 'person'
    : node.below.some(readsPersons);

interface Shape {
  readonly roots: readonly Node[];
  readonly name: string | undefined;
  readonly beside: boolean;
}

function write({ roots, name, beside }: Shape): GeneratedOperation {
  const page = new Page();
  const body = page.selections(roots);
  const isNamed = name !== undefined || beside;
  const head =
    isNamed || page.definitions.size > 0 ? `query ${isNamed ? 'Asked' : ''}${page.head()}` : '';
  const others = beside ? ['query Beside { __typename }'] : [];
  return {
    params: {
      query: [`${head}${body}`, ...others, ...page.fragments].join('\n'),
      ...(page.definitions.size === 0 ? {} : { variables: Object.fromEntries(page.values) }),
      ...(isNamed ? { operationName: 'Asked' } : {}),
    },
    asks: [...new Set(roots.flatMap(asksOf))].sort(),
  };
}

const passes = (condition: Condition | undefined): boolean =>
  condition === undefined || condition.value === (condition.directive === 'include');

function asksOf(node: Node): readonly string[] {
  if (!passes(node.condition)) return [];
  const below = node.below.flatMap(asksOf);
  if (node.kind !== 'field' || node.name.startsWith('__')) return below;
  return [`${node.type}.${node.name}`, ...below];
}

/** The text of one document while it is written. */
class Page {
  readonly fragments: string[] = [];
  readonly definitions = new Map<string, string>();
  readonly values = new Map<string, unknown>();

  head(): string {
    const all = [...this.definitions].map(([name, type]) => `$${name}: ${type}`);
    return all.length === 0 ? '' : `(${all.join(', ')})`;
  }

  selections(nodes: readonly Node[]): string {
    return `{ ${nodes.map((node) => this.#node(node)).join(' ')} }`;
  }

  #node(node: Node): string {
    const when = this.#condition(node.condition);
    const below = node.below.length === 0 ? '' : ` ${this.selections(node.below)}`;
    if (node.kind === 'field') {
      const alias = node.alias === undefined ? '' : `${node.alias}: `;
      return `${alias}${node.name}${this.#arguments(node)}${when}${below}`;
    }
    if (node.kind === 'inline') return `...${node.bare ? '' : ` on ${node.type}`}${when}${below}`;
    const name = `Part${this.fragments.length}`;
    this.fragments.push(`fragment ${name} on ${node.type}${below}`);
    const spread = `...${name}${when}`;
    return node.twice ? `${spread} ${spread}` : spread;
  }

  #arguments(node: Node & { kind: 'field' }): string {
    const written = node.args.map(({ name, value, variable }) => {
      if (variable === undefined) return `${name}: ${JSON.stringify(value)}`;
      return `${name}: ${this.#variable(variable.name, variable.type, value)}`;
    });
    return written.length === 0 ? '' : `(${written.join(', ')})`;
  }

  #condition(condition: Condition | undefined): string {
    if (condition === undefined) return '';
    const { directive, value, byVariable } = condition;
    const given = byVariable ? this.#variable(value ? 'yes' : 'no', 'Boolean!', value) : value;
    return ` @${directive}(if: ${given})`;
  }

  #variable(name: string, type: string, value: unknown): string {
    this.definitions.set(name, type);
    this.values.set(name, value);
    return `$${name}`;
  }
}

interface Size {
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  readonly pages: number;
}

const PAGES: ReadonlySet<string> = new Set([
  'subjects',
  'cases',
  'candidates',
  'provisions',
  'provisionCandidates',
  'openCustody',
  'strategicReports',
  'reportOffers',
  'auditPerson',
  'auditRequest',
  'activities',
  'publications',
  'interviewWindows',
]);

// Fragments spread out, as the gateway measures.
function sizeOf(nodes: readonly Node[]): Size {
  return nodes.map(sizeOfOne).reduce(add, { fields: 0, aliases: 0, directives: 0, pages: 0 });
}

function sizeOfOne(node: Node): Size {
  const below = sizeOf(node.below);
  const directives = node.condition === undefined ? 0 : 1;
  if (node.kind === 'field') {
    const aliases = node.alias === undefined ? 0 : 1;
    return add(below, { fields: 1, aliases, directives, pages: PAGES.has(node.name) ? 1 : 0 });
  }
  const once = { ...below, directives: below.directives + directives };
  return node.kind === 'named' && node.twice ? add(once, once) : once;
}

function add(a: Size, b: Size): Size {
  return {
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    pages: a.pages + b.pages,
  };
}

// Inside the limits of the gateway, which have tests of their own.
function isWithinLimits({ roots }: Shape): boolean {
  const { fields, aliases, directives, pages } = sizeOf(roots);
  return fields < 300 && aliases < 50 && directives < 50 && pages < 6;
}
