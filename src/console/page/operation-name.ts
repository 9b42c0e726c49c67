/** The operation that is meant when a document is run. */
import { Kind, parse } from 'graphql';

interface Run {
  readonly query: string;
  readonly operationName?: string | null | undefined;
}

/**
 * The name to run a document under. GraphiQL finds names a moment after an edit: one that stood in the text before names
 * nothing now, and where there is one operation alone, that one is meant. What is no document keeps the name it came with.
 */
export function meantOperation({ query, operationName }: Run): string | undefined {
  const given = operationName ?? undefined;
  const names = namesIn(query);
  return names.length === 1 && !names.includes(given) ? names[0] : given;
}

function namesIn(query: string): readonly (string | undefined)[] {
  try {
    return parse(query).definitions.flatMap((each) =>
      each.kind === Kind.OPERATION_DEFINITION ? [each.name?.value] : [],
    );
  } catch {
    return [];
  }
}
