/** Arguments of the root fields that the graph weighs before anything runs: page sizes, cursors, what to explain. */
import type { FieldNode, GraphQLField } from 'graphql';
import { subjectNumberOf } from '../cursor.js';
import { FIRST } from '../limits.js';
import { locationOf, refuseDocument } from './refuse.js';

export interface RootArguments {
  /** How many subjects at most; 1 for a field that is no page. */
  readonly first: number;
  readonly operation: string;
  readonly variables: unknown;
  readonly purpose: string | null;
}

/** Reads them from the field's values; throws Refusal(VARIABLES) for a page size outside 1..100 and for a cursor that is none. */
export function readRootArguments(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  given: Readonly<Record<string, unknown>>,
): RootArguments {
  const { first, after, operation, purpose } = given;
  return {
    first: field.name === 'subjects' ? pageSize(first, after, node) : 1,
    operation: typeof operation === 'string' ? operation : '',
    variables: given.variables,
    purpose: typeof purpose === 'string' ? purpose : null,
  };
}

function pageSize(first: unknown, after: unknown, node: FieldNode): number {
  const size = first ?? FIRST.usual;
  const isPage = typeof size === 'number' && size >= 1 && size <= FIRST.most;
  const isCursor =
    after == null || (typeof after === 'string' && subjectNumberOf(after) !== undefined);
  if (!isPage || !isCursor) throw refuseDocument('VARIABLES', locationOf(node));
  return size;
}
