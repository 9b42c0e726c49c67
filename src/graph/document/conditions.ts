/** Which selections of a valid document the executor takes (GraphQL, section 6.3.2), and what their arguments are. */
import {
  type ASTNode,
  type DirectiveNode,
  type FieldNode,
  type GraphQLDirective,
  type GraphQLField,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  type SelectionNode,
} from 'graphql';
import { locationOf, refuseDocument } from './refuse.js';

/** Variables of an operation, coerced. */
export type Variables = Readonly<Record<string, unknown>>;

/** Whether `@skip` and `@include` let a selection stand; throws Refusal(VARIABLES) for a condition that is null. */
export function isIncluded(
  node: { readonly directives?: readonly DirectiveNode[] } & SelectionNode,
  variables: Variables,
): boolean {
  if (node.directives === undefined || node.directives.length === 0) return true;
  const condition = (directive: GraphQLDirective) =>
    coerced(node, () => getDirectiveValues(directive, node, variables))?.if;
  return condition(GraphQLSkipDirective) !== true && condition(GraphQLIncludeDirective) !== false;
}

const NO_ARGUMENTS: Variables = {};

/** The arguments of a field, coerced; throws Refusal(VARIABLES) for a value that fits only until it is executed. */
export function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Variables,
): Variables {
  if (field.args.length === 0) return NO_ARGUMENTS;
  return coerced(node, () => getArgumentValues(field, node, variables));
}

/** What `read` returns. A nullable variable with a default may stand where null may not (GraphQL, section 5.8.5), and then be null. */
function coerced<Values>(node: ASTNode, read: () => Values): Values {
  try {
    return read();
  } catch {
    throw refuseDocument('VARIABLES', locationOf(node));
  }
}
