import type { ASTNode } from 'graphql';
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

/** Where a node stands in the caller's document: as the lexer saw it, since counting lines anew for every node is slow. */
export function locationOf({ loc }: ASTNode): readonly SourceLocation[] {
  return loc === undefined ? [] : [{ line: loc.startToken.line, column: loc.startToken.column }];
}
