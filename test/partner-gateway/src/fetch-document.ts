/** The document of a fetch in a plan, read once: a plan is kept, and with it its documents. */
import {
  type DocumentNode,
  type FieldNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a hop has to know of it. */
export interface FetchDocument {
  readonly query: string;
  /** Whether it asks what a gateway answers on record alone, with a receipt. */
  readonly isOnRecord: boolean;
  /** What it would bring, by response keys: the fields of its entities, and its root fields. */
  readonly places: readonly (readonly string[])[];
}

/** Opens a reader that remembers the documents it has read for as long as somebody holds them. */
export function openDocumentReader(): (document: DocumentNode) => FetchDocument {
  const known = new WeakMap<DocumentNode, FetchDocument>();
  return (document) => {
    const found = known.get(document);
    if (found !== undefined) return found;
    const roots = rootsOf(document);
    const read = {
      query: print(document),
      isOnRecord: roots.some((root) => root.kind !== 'Field' || !OFF_RECORD.test(root.name.value)),
      places: roots.flatMap((root) => (root.kind === 'Field' ? placesIn(root) : [])),
    };
    known.set(document, read);
    return read;
  };
}

/** Fields of a gateway that are public, and have no entry. */
const OFF_RECORD = /^(?:_service|__typename|[a-z]{3}_(?:instruments|explain))$/;

const rootsOf = ({ definitions }: DocumentNode): readonly SelectionNode[] =>
  definitions.flatMap((definition) =>
    definition.kind === 'OperationDefinition' ? definition.selectionSet.selections : [],
  );

function placesIn(root: FieldNode): readonly (readonly string[])[] {
  const at = keyOf(root);
  if (root.name.value !== '_entities') return [[at]];
  return fieldsOf(root.selectionSet).map((field) => [at, keyOf(field)]);
}

// A planner writes no fragment spreads.
const fieldsOf = (set: SelectionSetNode | undefined): readonly FieldNode[] =>
  (set?.selections ?? []).flatMap((selected) => {
    if (selected.kind === 'Field') return [selected];
    return selected.kind === 'InlineFragment' ? fieldsOf(selected.selectionSet) : [];
  });

const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;
