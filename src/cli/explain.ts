/** `sorgu explain`: the verdict on every guarded coordinate of an operation, without a gateway and without a register. */
import { z } from 'zod';
import type { Graph } from '../graph/index.js';
import type { ExitCode, ExplainWishes, Voice } from './tools.js';

const answerSchema = z.object({
  data: z.object({
    explain: z.array(
      z.object({
        coordinate: z.string(),
        verdict: z.string(),
        reason: z.string().nullable(),
        instrument: z.string().nullable(),
        clauses: z.array(z.string()),
        permittedPurposes: z.array(z.string()),
      }),
    ),
  }),
});

const EXPLAIN = `query Explain($operation: String!, $purpose: Purpose) {
  explain(operation: $operation, purpose: $purpose) { coordinate verdict reason instrument clauses permittedPurposes }
}`;

export interface ExplainCommand {
  readonly graph: Graph;
  readonly authority: string;
}

/** One line a coordinate: verdict, clauses, and the purposes that would open it. Rejects with a Refusal. */
export async function explain(
  { graph, authority }: ExplainCommand,
  { operation: text, purpose }: ExplainWishes,
  voice: Voice,
): Promise<ExitCode> {
  const variables = { operation: text, purpose };
  const operation = graph.prepare({ query: EXPLAIN, variables }, { mayIntrospect: false });
  const judgement = { withheld: [] };
  const asked = { operation, grant: null, judgement, authority, language: 'en' } as const;
  const { body } = await graph.execute(asked);
  const { data } = answerSchema.parse(JSON.parse(Buffer.from(body).toString()));
  for (const each of data.explain) {
    const { coordinate, verdict, reason, instrument, clauses, permittedPurposes } = each;
    const opened = permittedPurposes.length > 0 ? permittedPurposes.join(', ') : 'no purpose';
    const told = reason === null ? verdict : `${verdict} (${reason})`;
    voice.out(
      `${instrument ?? '-'}  ${coordinate}  ${told}  ${clauses.join(';') || '-'}  opened by ${opened}\n`,
    );
  }
  return 0;
}
