import { type ASTNode, getLocation } from 'graphql';
import { type DocumentReason, Refusal, type SourceLocation } from '../../base/index.js';

const TOO_COMPLEX: ReadonlySet<DocumentReason> = new Set<DocumentReason>([
  'DEPTH',
  'ALIASES',
  'DIRECTIVES',
  'TOKENS',
  'COST',
]);

/** The refusal of a document: its code follows from the reason; nothing of the document but places. */
export function refuseDocument(
  reason: DocumentReason,
  locations: readonly SourceLocation[] = [],
): Refusal {
  const code = TOO_COMPLEX.has(reason) ? 'TOO_COMPLEX' : 'BAD_REQUEST';
  return new Refusal(code, locations.length === 0 ? { reason } : { reason, locations });
}

/** Where a node stands in the caller's document. */
export function locationOf(node: ASTNode): readonly SourceLocation[] {
  if (node.loc === undefined) return [];
  const { line, column } = getLocation(node.loc.source, node.loc.start);
  return [{ line, column }];
}
