/** From an operation and the schema to its outline: the way the executor takes, with types in place of values. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentSpreadNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Outline, OutlineField } from '../src/outline.js';

/** One occurrence of a field; `conditional` where it may be left out of an answer that has what it stands in. */
interface Occurrence {
  readonly node: FieldNode;
  readonly conditional: boolean;
}

interface Selected {
  readonly selections: SelectionSetNode;
  readonly conditional: boolean;
}

/**
 * The outline of an operation of a valid document: every guarded coordinate, and every field that leads to a type with
 * one. The schema must be made from an SDL with `@item`.
 */
export function outlineOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Outline {
  const root = schema.getRootType(operation.operation);
  if (root == null) return {};
  const start = { selections: operation.selectionSet, conditional: false };
  return new Outlining(schema, document).fields(root, [start]);
}

class Outlining {
  readonly #document: DocumentNode;
  readonly #lead: ReadonlySet<GraphQLObjectType>;

  constructor(schema: GraphQLSchema, document: DocumentNode) {
    this.#document = document;
    this.#lead = typesThatLead(schema);
  }

  fields(type: GraphQLObjectType, selected: readonly Selected[]): Outline {
    const found = new Map<string, Occurrence[]>();
    for (const occurrence of selected.flatMap((each) => this.#gather(each))) {
      const key = occurrence.node.alias?.value ?? occurrence.node.name.value;
      found.set(key, [...(found.get(key) ?? []), occurrence]);
    }
    const entries = [...found].flatMap(([key, all]) => {
      const field = type.getFields()[all[0]?.node.name.value ?? ''];
      const outlined = field && this.#field(type, field, all);
      return outlined === undefined ? [] : [[key, outlined] as const];
    });
    return Object.fromEntries(entries);
  }

  #field(
    type: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    all: readonly Occurrence[],
  ): OutlineField | undefined {
    const item = itemOf(field);
    const named = getNamedType(field.type);
    if (item === undefined && !(isObjectType(named) && this.#lead.has(named))) return;
    const below = isObjectType(named) ? this.fields(named, selectedBelow(all)) : {};
    return {
      ...(item !== undefined && { coordinate: `${type.name}.${field.name}`, item }),
      ...(isListType(getNullableType(field.type)) && { list: true }),
      ...(item === undefined && !isNonNullType(field.type) && { nullable: true }),
      ...(all.every(({ conditional }) => conditional) && { conditional: true }),
      ...(Object.keys(below).length > 0 && { below }),
    };
  }

  /** The fields of a selection set, fragments spread out. */
  #gather({ selections, conditional: above }: Selected): readonly Occurrence[] {
    return selections.selections.flatMap((node) => {
      const conditional = above || isConditional(node);
      if (node.kind === Kind.FIELD) return [{ node, conditional }];
      const below = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : this.#spread(node);
      return below === undefined ? [] : this.#gather({ selections: below, conditional });
    });
  }

  #spread({ name }: FragmentSpreadNode): SelectionSetNode | undefined {
    const fragment = this.#document.definitions.find(
      (part) => part.kind === Kind.FRAGMENT_DEFINITION && part.name.value === name.value,
    );
    return fragment?.kind === Kind.FRAGMENT_DEFINITION ? fragment.selectionSet : undefined;
  }
}

/** The types from which a way leads to a guarded coordinate. */
function typesThatLead(schema: GraphQLSchema): ReadonlySet<GraphQLObjectType> {
  const types = Object.values(schema.getTypeMap()).filter(isObjectType);
  const lead = new Set<GraphQLObjectType>();
  for (let size = -1; size < lead.size; ) {
    size = lead.size;
    for (const type of types) if (leads(type, lead)) lead.add(type);
  }
  return lead;
}

function leads(type: GraphQLObjectType, lead: ReadonlySet<GraphQLObjectType>): boolean {
  return Object.values(type.getFields()).some((field) => {
    const named = getNamedType(field.type);
    return itemOf(field) !== undefined || (isObjectType(named) && lead.has(named));
  });
}

function itemOf({ astNode }: GraphQLField<unknown, unknown>): string | undefined {
  const tag = astNode?.directives?.find(({ name }) => name.value === 'item');
  const value = tag?.arguments?.find(({ name }) => name.value === 'name')?.value;
  return value?.kind === Kind.ENUM ? value.value : undefined;
}

const isConditional = ({ directives }: SelectionNode): boolean =>
  directives?.some(({ name }) => name.value === 'include' || name.value === 'skip') === true;

/** A field that occurs once has all of what it selects wherever it stands itself. */
function selectedBelow(all: readonly Occurrence[]): readonly Selected[] {
  return all.flatMap(({ node: { selectionSet }, conditional }) =>
    selectionSet === undefined
      ? []
      : [{ selections: selectionSet, conditional: all.length > 1 && conditional }],
  );
}
