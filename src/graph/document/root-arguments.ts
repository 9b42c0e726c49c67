/** Arguments of the root fields that the graph weighs before anything runs: page sizes, cursors, what to explain. */
import type { FieldNode } from 'graphql';
import { isPublicationId } from '../../publications/index.js';
import { isCaseCursor } from '../cases/case-cursor.js';
import { subjectNumberOf } from '../cursor.js';
import { FIRST, LIMITS, MOST_CANDIDATES, MOST_WINDOWS } from '../limits.js';
import { serialOf } from '../publications/cursor.js';
import { locationOf, refuseDocument } from './refuse.js';

export interface RootArguments {
  /** How many subjects, cases, candidates or representations at most; 1 for a field that is no list of them. */
  readonly first: number;
  readonly operation: string;
  readonly variables: unknown;
  readonly purpose: string | null;
}

/**
 * Reads them from the values of a root field, named as the law names it; throws Refusal(VARIABLES) for a page size
 * outside 1..100 and for a cursor that is none, Refusal(COST) for more representations than a page has subjects.
 */
export function readRootArguments(
  name: string,
  node: FieldNode,
  given: Readonly<Record<string, unknown>>,
): RootArguments {
  const { operation, purpose } = given;
  return {
    first: lengthOf(name, given, node),
    operation: typeof operation === 'string' ? operation : '',
    variables: given.variables,
    purpose: typeof purpose === 'string' ? purpose : null,
  };
}

const uuidForm = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

type IsCursor = (text: string) => boolean;

/** The root fields that are pages, and what their cursors look like. */
const PAGES: ReadonlyMap<string, IsCursor> = new Map<string, IsCursor>([
  ['subjects', (text) => subjectNumberOf(text) !== undefined],
  ['cases', isCaseCursor],
  ['provisions', (text) => uuidForm.test(text)],
  ['publications', (text) => serialOf(text) !== undefined],
  ['heldPublications', isPublicationId],
  ['activities', (text) => uuidForm.test(text)],
]);

/** Lists that are no pages, and how long they may be. */
const MOST_OF: ReadonlyMap<string, number> = new Map([
  ['candidates', MOST_CANDIDATES],
  ['provisionCandidates', MOST_CANDIDATES],
  ['interviewWindows', MOST_WINDOWS],
]);

function lengthOf(
  name: string,
  { first, after, representations }: Readonly<Record<string, unknown>>,
  node: FieldNode,
): number {
  if (Array.isArray(representations)) {
    if (representations.length > LIMITS.representations)
      throw refuseDocument('COST', locationOf(node));
    return representations.length;
  }
  const most = MOST_OF.get(name);
  if (most !== undefined) return most;
  const isCursor = PAGES.get(name);
  if (isCursor === undefined) return 1;
  const size = first ?? FIRST.usual;
  const isPage = typeof size === 'number' && size >= 1 && size <= FIRST.most;
  const isPlace = after == null || (typeof after === 'string' && isCursor(after));
  if (!isPage || !isPlace) throw refuseDocument('VARIABLES', locationOf(node));
  return size;
}
