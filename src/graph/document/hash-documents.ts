/** The hash under which the ledger and the operation lists know a document, without a gateway. */
import type { GraphQLSchema } from 'graphql';
import { readDocument } from './syntax.js';

/** A document that is valid against the schema, and within its limits. */
export interface HashedDocument {
  /** SHA-256 without the literals, hexadecimal. */
  readonly hash: string;
  /** The names of its operations; null for one without. */
  readonly names: readonly (string | null)[];
}

/** Makes what reads documents of a schema; it throws Refusal(BAD_REQUEST | TOO_COMPLEX) as `prepare` does. */
export function hashDocuments(schema: GraphQLSchema): (text: string) => HashedDocument {
  return (text) => {
    const { hash, operations } = readDocument(schema, text);
    return { hash: hash(), names: operations.map(({ name }) => name?.value ?? null) };
  };
}
