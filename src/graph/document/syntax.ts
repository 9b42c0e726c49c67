/** From text to a document of the schema: tokens, syntax, size, then the rules of validation (GraphQL, section 5). */
import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  NoUndefinedVariablesRule,
  NoUnusedVariablesRule,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  type SelectionSetNode,
  specifiedRules,
  UniqueVariableNamesRule,
  type ValidationRule,
  VariablesAreInputTypesRule,
  VariablesInAllowedPositionRule,
  validate,
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
  /** SHA-256 without the literals, hexadecimal; made when it is first asked for. */
  readonly hash: () => string;
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
  const [fault] = validate(schema, document, rulesFor(text), {
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
    hash: once(() => hashWithoutLiterals(document)),
    introspection,
    sdl: placeOf(document, SDL),
  };
}

/** What these rules look for is written with `$`; to find that there is none of it they walk a document once more. */
const OF_VARIABLES: ReadonlySet<ValidationRule> = new Set([
  NoUndefinedVariablesRule,
  NoUnusedVariablesRule,
  UniqueVariableNamesRule,
  VariablesAreInputTypesRule,
  VariablesInAllowedPositionRule,
]);
const WITHOUT_VARIABLES = specifiedRules.filter((rule) => !OF_VARIABLES.has(rule));

const rulesFor = (text: string): readonly ValidationRule[] =>
  text.includes('$') ? specifiedRules : WITHOUT_VARIABLES;

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
  for (const definition of document.definitions) {
    const found = 'selectionSet' in definition && findField(definition.selectionSet, names);
    if (found) return locationOf(found);
  }
  return [];
}

/** The first field of one of these names, fragments taken where they are defined. */
function findField(
  { selections }: SelectionSetNode,
  names: ReadonlySet<string>,
): FieldNode | undefined {
  for (const node of selections) {
    if (node.kind === Kind.FIELD && names.has(node.name.value)) return node;
    const below = node.kind === Kind.FRAGMENT_SPREAD ? undefined : node.selectionSet;
    const found = below && findField(below, names);
    if (found !== undefined) return found;
  }
  return undefined;
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
