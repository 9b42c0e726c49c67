/**
 * A plugin of GraphQL Code Generator that writes, beside the types of `typescript-operations`, each operation with its
 * text and its outline. It reads `@item` of the SDL, so it serves the operations of a partner's own as well.
 */
import {
  type DocumentNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  print,
  visit,
} from 'graphql';
import { outlineOf } from './outline-of.js';

interface DocumentFile {
  readonly document?: DocumentNode;
}

interface Config {
  /** Where the types `Operation` and `Outline` are imported from. */
  readonly client: string;
}

interface Output {
  readonly prepend: string[];
  readonly content: string;
}

/** The plugin's entry, by the name that codegen looks for. */
export function plugin(
  schema: GraphQLSchema,
  documents: readonly DocumentFile[],
  { client }: Config,
): Output {
  const definitions = documents.flatMap(({ document }) => document?.definitions ?? []);
  const whole: DocumentNode = { kind: Kind.DOCUMENT, definitions };
  return {
    prepend: [`import type { Operation, Outline } from '${client}';`],
    content: definitions
      .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
      .map((operation) => written(schema, whole, operation))
      .join('\n\n'),
  };
}

/** An operation as a document of its own: with the fragments that it spreads, and no other. */
export function textOf(document: DocumentNode, operation: OperationDefinitionNode): string {
  const wanted = new Set<string>();
  const note = (node: OperationDefinitionNode | DocumentNode['definitions'][number]) =>
    visit(node, {
      FragmentSpread({ name: { value } }) {
        if (wanted.has(value)) return;
        wanted.add(value);
        for (const part of document.definitions) if (isFragment(part, value)) note(part);
      },
    });
  note(operation);
  const fragments = document.definitions.filter(
    (part) => part.kind === Kind.FRAGMENT_DEFINITION && wanted.has(part.name.value),
  );
  return [operation, ...fragments].map(print).join('\n\n');
}

function isFragment(definition: DocumentNode['definitions'][number], name: string): boolean {
  return definition.kind === Kind.FRAGMENT_DEFINITION && definition.name.value === name;
}

function written(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): string {
  const name = operation.name?.value;
  if (name === undefined) throw new Error('an operation of the client has a name');
  const constant = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const type = `${name}${operation.operation === 'mutation' ? 'Mutation' : 'Query'}`;
  const outline = JSON.stringify(outlineOf(schema, document, operation));
  return [
    `const ${constant}Outline = ${outline} as const satisfies Outline;`,
    `export const ${constant}: Operation<${type}, ${type}Variables, typeof ${constant}Outline> = {`,
    `name: '${name}', text: ${literal(textOf(document, operation))}, outline: ${constant}Outline };`,
  ].join('\n');
}

/** A template literal, so that a reader sees the operation. */
function literal(text: string): string {
  return `\`${text.replace(/[\\`]|\$\{/g, '\\$&')}\``;
}
