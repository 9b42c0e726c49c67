/**
 * The size of a document with its fragments spread out, found in one pass: each fragment is measured once, so a
 * document that doubles with every fragment costs no more than its text.
 */
import {
  type DefinitionNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { DocumentReason } from '../../base/index.js';
import { LIMITS } from '../limits.js';
import { locationOf, refuseDocument } from './refuse.js';

interface Size {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly directives: number;
  /** Selections that stand again in their set. */
  readonly repeats: number;
}

const NOTHING: Size = { depth: 0, fields: 0, aliases: 0, directives: 0, repeats: 0 };

/** Throws Refusal(TOO_COMPLEX) for a definition over a limit, Refusal(BAD_REQUEST) for a fragment within itself. */
export function measure(document: DocumentNode, isIntrospective: boolean): void {
  const ruler = new Ruler(document);
  const depth = isIntrospective ? LIMITS.introspectionDepth : LIMITS.depth;
  for (const definition of document.definitions.filter(isExecutableDefinitionNode)) {
    const reason = overLimit(ruler.sizeOf(definition.selectionSet), depth);
    if (reason !== undefined) throw refuseDocument(reason, locationOf(definition));
  }
}

function overLimit(size: Size, depth: number): DocumentReason | undefined {
  if (size.depth > depth) return 'DEPTH';
  if (size.aliases > LIMITS.aliases) return 'ALIASES';
  if (size.directives > LIMITS.directives) return 'DIRECTIVES';
  const isTooMuch = size.fields > LIMITS.fields || size.repeats > LIMITS.repeats;
  return isTooMuch ? 'COST' : undefined;
}

const isExecutableDefinitionNode = (
  node: DefinitionNode,
): node is OperationDefinitionNode | FragmentDefinitionNode =>
  node.kind === Kind.OPERATION_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION;

class Ruler {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #sizes = new Map<string, Size>();
  readonly #open = new Set<string>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) {
        this.#fragments.set(definition.name.value, definition);
      }
    }
  }

  sizeOf(set: SelectionSetNode): Size {
    const names = namesIn(set);
    return add(this.#sum(set), { ...NOTHING, repeats: names.length - new Set(names).size });
  }

  #sum(set: SelectionSetNode): Size {
    return set.selections.map((selection) => this.#selection(selection)).reduce(add, NOTHING);
  }

  #selection(node: SelectionNode): Size {
    const directives = node.directives?.length ?? 0;
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      const inner = this.#fragment(node.name.value, node);
      return { ...inner, directives: inner.directives + directives };
    }
    if (node.kind === Kind.INLINE_FRAGMENT) {
      const inner = this.#sum(node.selectionSet);
      return { ...inner, directives: inner.directives + directives };
    }
    const inner = node.selectionSet === undefined ? NOTHING : this.sizeOf(node.selectionSet);
    return {
      ...inner,
      depth: inner.depth + 1,
      fields: inner.fields + 1,
      aliases: inner.aliases + (node.alias === undefined ? 0 : 1),
      directives: inner.directives + directives,
    };
  }

  #fragment(name: string, place: SelectionNode): Size {
    const known = this.#sizes.get(name);
    if (known !== undefined) return known;
    const definition = this.#fragments.get(name);
    if (definition === undefined) return NOTHING;
    if (this.#open.has(name)) throw refuseDocument('VALIDATION', locationOf(place));
    this.#open.add(name);
    const size = this.sizeOf(definition.selectionSet);
    this.#open.delete(name);
    this.#sizes.set(name, size);
    return size;
  }
}

/** The response keys and spreads of a set; what stands in an inline fragment stands in the set around it. */
function namesIn({ selections }: SelectionSetNode): readonly string[] {
  return selections.flatMap((node) => {
    if (node.kind === Kind.INLINE_FRAGMENT) return namesIn(node.selectionSet);
    return node.kind === Kind.FIELD ? (node.alias ?? node.name).value : `...${node.name.value}`;
  });
}

function add(a: Size, b: Size): Size {
  return {
    depth: Math.max(a.depth, b.depth),
    fields: a.fields + b.fields,
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    repeats: a.repeats + b.repeats,
  };
}
