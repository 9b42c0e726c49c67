/** `sorgu explain`: the verdict on every guarded coordinate of an operation, without a gateway and without a register. */
import { z } from 'zod';
import type { Graph } from '../graph/index.js';
import { type Instrument, shownTexts } from '../treaty/index.js';
import { clauseWords, pageWords, standingOfTexts } from '../words/index.js';
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
  readonly instruments: ReadonlyMap<string, Instrument>;
}

/**
 * One line a coordinate: verdict, clauses, and the purposes that would open it. What the clauses say stands beside them on
 * stderr, for who reads it. Rejects with a Refusal.
 */
export async function explain(
  { graph, authority, instruments }: ExplainCommand,
  { operation: text, purpose }: ExplainWishes,
  voice: Voice,
): Promise<ExitCode> {
  const variables = { operation: text, purpose };
  const operation = graph.prepare({ query: EXPLAIN, variables }, { mayIntrospect: false });
  const judgement = { withheld: [] };
  const asked = { operation, grant: null, judgement, authority, language: voice.language } as const;
  const { body } = await graph.execute(asked);
  const { data } = answerSchema.parse(JSON.parse(Buffer.from(body).toString()));
  const say = pageWords(voice.language);
  for (const each of data.explain) {
    const { coordinate, verdict, reason, instrument, clauses, permittedPurposes } = each;
    const opened =
      permittedPurposes.length > 0
        ? say('OPENED_BY', { purposes: permittedPurposes.join(', ') })
        : say('OPENED_BY_NONE');
    const told = reason === null ? verdict : `${verdict} (${reason})`;
    voice.out(
      `${instrument ?? '-'}  ${coordinate}  ${told}  ${clauses.join(';') || '-'}  ${opened}\n`,
    );
  }
  tellClauses(data.explain, instruments, voice);
  return 0;
}

type Explained = z.infer<typeof answerSchema>['data']['explain'];

/** What the clauses say that were named, each once, in an authentic text: the one that prevails where it is at hand. */
function tellClauses(
  explained: Explained,
  instruments: ExplainCommand['instruments'],
  { say, language }: Voice,
): void {
  const words = clauseWords(language);
  for (const [id, instrument] of instruments) {
    const named = explained.flatMap((each) => (each.instrument === id ? each.clauses : []));
    if (named.length === 0) continue;
    const texts = shownTexts(instrument, named);
    const standing = { ...instrument, instrument: id, language: texts[0]?.language };
    say(`\n${words('CLAUSES')}: ${id}, ${standingOfTexts(words, standing)}`);
    for (const { clause, text } of texts) say(`${clause}  ${text.replaceAll('\n', `\n${INDENT}`)}`);
  }
}

const INDENT = '  ';
