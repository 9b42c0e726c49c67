/** A document without its literals, so that its digest can stand in a log: no value of the caller's is in it. */
import { createHash } from 'node:crypto';
import { type ASTNode, type DocumentNode, Kind, print, visit } from 'graphql';

/** SHA-256, hexadecimal, of the printed document with numbers 0, texts empty, lists and objects empty. */
export function hashWithoutLiterals(document: DocumentNode): string {
  const bare: ASTNode = visit(document, { enter: withoutLiteral });
  return createHash('sha256').update(print(bare)).digest('hex');
}

function withoutLiteral(node: ASTNode): ASTNode | undefined {
  switch (node.kind) {
    case Kind.INT:
    case Kind.FLOAT:
      return { ...node, value: '0' };
    case Kind.STRING:
      return { ...node, value: '', block: false };
    case Kind.LIST:
      return { ...node, values: [] };
    case Kind.OBJECT:
      return { ...node, fields: [] };
    default:
      return undefined;
  }
}
