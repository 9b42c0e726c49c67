/** `explain` as the explorer asks it: what the gateway would open of an operation. The page decides nothing itself. */
import type { Access } from './access.js';
import { post, statedHeaders } from './endpoint.js';

/** The gateway's verdict on one guarded coordinate. */
export interface CoordinateVerdict {
  readonly coordinate: string;
  readonly verdict: 'DISCLOSE' | 'WITHHOLD';
  readonly item: string | null;
  readonly instrument: string | null;
  readonly clauses: readonly string[];
  readonly permittedPurposes: readonly string[];
}

/** An operation and the JSON text of its variables. */
export interface Asked {
  readonly operation: string;
  readonly variables: string;
}

export type Explained =
  | { readonly state: 'TOLD'; readonly verdicts: readonly CoordinateVerdict[] }
  /** The document is not, or not yet, one that could be asked. */
  | { readonly state: 'UNFINISHED' }
  | { readonly state: 'REFUSED'; readonly code: string };

const EXPLAIN = `query Explain($operation: String!, $variables: JSON) {
  explain(operation: $operation, variables: $variables) {
    coordinate verdict item instrument clauses permittedPurposes
  }
}`;

/** Asks for the verdicts under the request and purpose of an access; rejects where the gateway is not reached. */
export async function explainUnder(
  access: Access,
  { operation, variables }: Asked,
  signal: AbortSignal,
): Promise<Explained> {
  const params = { query: EXPLAIN, variables: { operation, variables: valuesIn(variables) } };
  const response = await post(params, statedHeaders(access), signal);
  return readExplained(await response.json());
}

interface ExplainAnswer {
  readonly data?: { readonly explain?: readonly CoordinateVerdict[] } | null;
  readonly errors?: readonly {
    readonly extensions?: { readonly code?: string; readonly reason?: string };
  }[];
}

/** Reads the gateway's answer: a fault of the document has a reason, everything else is a refusal. */
function readExplained({ data, errors = [] }: ExplainAnswer): Explained {
  if (data?.explain !== undefined) return { state: 'TOLD', verdicts: data.explain };
  const { code = 'no code', reason } = errors[0]?.extensions ?? {};
  return reason === undefined ? { state: 'REFUSED', code } : { state: 'UNFINISHED' };
}

// Half-typed variables are none.
function valuesIn(text: string): unknown {
  try {
    return text.trim() === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
