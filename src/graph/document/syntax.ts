/** From text to a document of the schema: tokens, syntax, size, then the rules of validation (GraphQL, section 5). */
import { createHash } from 'node:crypto';
import {
  BREAK,
  type DocumentNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import type { SourceLocation } from '../../base/index.js';
import { LIMITS } from '../limits.js';
import { hashWithoutLiterals } from './literals.js';
import { measure } from './measure.js';
import { locationOf, refuseDocument } from './refuse.js';

/** A document that is valid against the schema, whoever sent it. */
export interface ValidDocument {
  readonly text: string;
  /** SHA-256 of the text, hexadecimal: the name under which Apollo Server asks for it. */
  readonly textHash: string;
  readonly document: DocumentNode;
  readonly operations: readonly OperationDefinitionNode[];
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** SHA-256 without the literals, hexadecimal. */
  readonly hash: string;
  /** Where it asks introspection; empty where it does not. */
  readonly introspection: readonly SourceLocation[];
  /** Where it asks a subgraph's SDL. */
  readonly sdl: readonly SourceLocation[];
}

/** Parses, measures and validates; throws Refusal with SYNTAX, TOKENS, VALIDATION or a limit. */
export function readDocument(schema: GraphQLSchema, text: string): ValidDocument {
  const document = parseText(text);
  const introspection = placeOf(document, INTROSPECTION);
  measure(document, introspection.length > 0);
  const { definitions } = document;
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const fragments = definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  const other = operations.find(({ operation }) => operation === OperationTypeNode.SUBSCRIPTION);
  if (other !== undefined) throw refuseDocument('VALIDATION', locationOf(other));
  const [fault] = validate(schema, document, specifiedRules, {
    maxErrors: 1,
    hideSuggestions: true,
  });
  if (fault !== undefined) throw refuseDocument('VALIDATION', fault.locations);
  return {
    text,
    textHash: createHash('sha256').update(text).digest('hex'),
    document,
    operations,
    fragments: new Map(fragments.map((fragment) => [fragment.name.value, fragment])),
    hash: hashWithoutLiterals(document),
    introspection,
    sdl: placeOf(document, SDL),
  };
}

function parseText(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: LIMITS.tokens });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw refuseDocument('SYNTAX');
    // The parser has no code for it; its words are compared, never passed on.
    const isTooLong = error.message.includes('tokens. Parsing aborted');
    throw refuseDocument(isTooLong ? 'TOKENS' : 'SYNTAX', error.locations);
  }
}

const INTROSPECTION: ReadonlySet<string> = new Set(['__schema', '__type']);
const SDL: ReadonlySet<string> = new Set(['_service']);

function placeOf(document: DocumentNode, names: ReadonlySet<string>): readonly SourceLocation[] {
  let found: readonly SourceLocation[] = [];
  visit(document, {
    Field(node) {
      if (!names.has(node.name.value)) return undefined;
      found = locationOf(node);
      return BREAK;
    },
  });
  return found;
}
