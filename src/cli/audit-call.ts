/** One operation to a running gateway: by a token in a file, or as the auditor among a development gateway's personas. */
import { readFileSync } from 'node:fs';
import { request as requestPlain } from 'node:http';
import { request as requestTls } from 'node:https';
import { z } from 'zod';
import { errorCode, readAnswer } from './known-answers.js';
import { type AuditCall, CommandFault, UsageFault } from './tools.js';

const PERSONA = 'az-sms-auditor';
const personasSchema = z.array(z.object({ persona: z.string(), token: z.string() }));
const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ extensions: z.object({ code: errorCode }) })).optional(),
});

/** Asks and returns the data. Rejects with the code of a refusal, and nothing else of what was answered. */
export async function callGateway(
  call: AuditCall,
  query: string,
  variables: object,
): Promise<Readonly<Record<string, unknown>>> {
  const token = call.token === undefined ? await personaToken(call) : readToken(call.token);
  const text = await send(call, '/graphql', {
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      authorization: `Bearer ${token}`,
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = readAnswer(answerSchema, jsonIn(text));
  const [refused] = errors ?? [];
  if (refused !== undefined) {
    const { code } = refused.extensions;
    throw new CommandFault((say) => say('GATEWAY_REFUSED', { code }));
  }
  return data ?? {};
}

function readToken(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    throw new UsageFault((say) => say('TOKEN_FILE'));
  }
}

async function personaToken(call: AuditCall): Promise<string> {
  const personas = personasSchema.safeParse(jsonIn(await send(call, '/dev/personas')));
  const found = personas.data?.find(({ persona }) => persona === PERSONA);
  if (found === undefined) throw new UsageFault((say) => say('TOKEN_MISSING'));
  return found.token;
}

// Whoever answers may have said anything: a parser's message would repeat it.
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Sent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function send(call: AuditCall, path: string, sent?: Sent): Promise<string> {
  const url = urlOf(call, path);
  const open = url.protocol === 'https:' ? requestTls : requestPlain;
  const tls = { cert: readPem(call.cert), key: readPem(call.certKey), ca: readPem(call.ca) };
  return new Promise((resolve, reject) => {
    const options = { method: sent === undefined ? 'GET' : 'POST', headers: sent?.headers, ...tls };
    const sending = open(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString() || 'null'));
      response.on('error', reject);
    });
    sending.on('error', () => reject(new Error('no gateway answers there: pass --url')));
    sending.end(sent?.body);
  });
}

function urlOf(call: AuditCall, path: string): URL {
  const isUrl = /^https?:\/\//.test(call.url) && URL.canParse(path, call.url);
  if (!isUrl) throw new UsageFault((say) => say('URL_FORM'));
  return new URL(path, call.url);
}

function readPem(file: string | undefined): Buffer | undefined {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file);
  } catch {
    throw new UsageFault((say) => say('PEM_FILES'));
  }
}
