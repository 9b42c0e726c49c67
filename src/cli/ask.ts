/** `sorgu ask`: one operation to a gateway in development mode, as one of its personas; the quickest way to try. */
import { z } from 'zod';
import type { Language } from '../base/index.js';
import type { Fields, HttpRequest } from '../partner/index.js';
import { lineWords } from '../words/index.js';
import { type AskWishes, CommandFault, type ExitCode, type Voice } from './tools.js';

const personasSchema = z.array(
  z.object({
    persona: z.string(),
    authority: z.string(),
    token: z.string(),
    requests: z.array(z.object({ id: z.string(), purposes: z.array(z.string()) })),
  }),
);
type Persona = z.infer<typeof personasSchema>[number];

export interface AskCommand {
  readonly voice: Voice;
  /** Signs a query as the router of this authority; its fields with those of the signature. */
  readonly sign: (authority: string, query: HttpRequest) => Promise<Fields>;
}

/** Writes the answer as it came, and says what its receipt proves. 1 where the gateway refused. */
export async function ask(wishes: AskWishes, { voice, sign }: AskCommand): Promise<ExitCode> {
  const persona = await findPersona(wishes);
  if (persona === undefined) {
    voice.say(lineWords(voice.language)('NO_PERSONA'));
    return 1;
  }
  const query = queryOf(wishes, persona);
  const { method, targetUri, body } = query;
  const fields = wishes.isSubgraph ? await sign(persona.authority, query) : query.fields;
  const response = await fetch(targetUri, { method, headers: Object.fromEntries(fields), body });
  voice.out(`${JSON.stringify(await response.json(), null, 2)}\n`);
  const receipt = receiptWords(response.headers.get('exchange-receipt'), voice.language);
  voice.say(`HTTP ${response.status}; ${receipt}`);
  return response.ok ? 0 : 1;
}

function queryOf({ url, isSubgraph, operation, purpose }: AskWishes, persona: Persona) {
  const headers = {
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    authorization: `Bearer ${persona.token}`,
    ...exchangeHeaders(persona, purpose),
  };
  return {
    method: 'POST',
    targetUri: `${url}${isSubgraph ? '/subgraph' : '/graphql'}`,
    fields: Object.entries(headers),
    body: Buffer.from(JSON.stringify({ query: operation })),
  };
}

async function findPersona({ url, persona }: AskWishes): Promise<Persona | undefined> {
  const response = await fetch(`${url}/dev/personas`).catch(() => undefined);
  if (response === undefined || !response.ok) {
    throw new CommandFault((say) => say('NO_DEVELOPMENT_GATEWAY'));
  }
  const personas = personasSchema.parse(await response.json());
  return personas.find((each) => each.persona === persona);
}

function exchangeHeaders(
  { requests }: Persona,
  purpose: string | undefined,
): Record<string, string> {
  if (purpose === undefined) return {};
  // A request of this one purpose first: one with two would do as well.
  const fitting = requests.filter(({ purposes }) => purposes.includes(purpose));
  const request =
    fitting.find(({ purposes }) => purposes.length === 1) ?? fitting[0] ?? requests[0];
  return { 'exchange-request': request?.id ?? 'none', 'exchange-purpose': purpose };
}

const receiptSchema = z.object({ origin: z.string(), index: z.number() });

function receiptWords(header: string | null, language: Language): string {
  const say = lineWords(language);
  if (header === null) return say('NO_RECEIPT');
  const receipt = receiptSchema.parse(JSON.parse(Buffer.from(header, 'base64url').toString()));
  return say('SEALED_AS', receipt);
}
