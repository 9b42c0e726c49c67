/** Asks another gateway as the witness of our log. Whatever it answers is attacker-controlled, and is checked elsewhere. */
import {
  WITNESS_PATHS,
  WITNESS_REFUSALS,
  WITNESS_STATUS,
  type WitnessAnswer,
  type WitnessRefusal,
} from '../../ledger/index.js';
import type { HttpResponse } from '../http-signature/message.js';
import type { UnreachableCode } from '../transport/answers.js';
import {
  post,
  TRANSPORT_LIMITS,
  type TransportLimits,
  type TransportTls,
} from '../transport/line.js';
import { type Endpoint, openLines, uriAt } from '../transport/lines.js';

type Unreachable = { readonly unreachable: UnreachableCode };

export interface WitnessClient {
  /** The last checkpoint that an authority's gateway cosigned of our log; null where it knows none. Never rejects. */
  latest(authority: string): Promise<{ readonly note: string | null } | Unreachable>;
  /** Submits a checkpoint. Never rejects. */
  addCheckpoint(authority: string, submission: string): Promise<WitnessAnswer | Unreachable>;
  /** Ends every connection. */
  close(): void;
}

export interface WitnessClientOptions {
  readonly endpointOf: (authority: string) => Endpoint | undefined;
  readonly tls: TransportTls;
  readonly limits?: Partial<TransportLimits>;
}

/** Milliseconds: a witness that is slow is asked again. */
const PATIENCE = { connect: 3_000, answer: 8_000 } as const;

/** Opens the way to the witnesses; nothing is connected before something is asked. */
export function openWitnessClient({
  endpointOf,
  tls,
  limits: given,
}: WitnessClientOptions): WitnessClient {
  const limits = { ...TRANSPORT_LIMITS, ...PATIENCE, ...given };
  const lines = openLines({ tls, limits });
  const ask = async (
    authority: string,
    question: { readonly method: 'GET' | 'POST'; readonly path: string; readonly body: string },
  ): Promise<HttpResponse | Unreachable> => {
    const endpoint = endpointOf(authority);
    const targetUri = endpoint && uriAt(endpoint.origin, question.path);
    if (endpoint === undefined || targetUri === undefined) return { unreachable: 'NO_ADDRESS' };
    const body = Buffer.from(question.body);
    const request = { method: question.method, targetUri, fields: [], body };
    return post(request, { line: lines.to(authority, endpoint), limits });
  };
  return {
    async latest(authority) {
      const path = WITNESS_PATHS.checkpoint;
      const answer = await ask(authority, { method: 'GET', path, body: '' });
      if ('unreachable' in answer) return answer;
      if (answer.status === 200) return { note: textOf(answer) };
      return answer.status === 404 ? { note: null } : { unreachable: 'PARTNER_UNAVAILABLE' };
    },
    async addCheckpoint(authority, submission) {
      const path = WITNESS_PATHS.addCheckpoint;
      const answer = await ask(authority, { method: 'POST', path, body: submission });
      return 'unreachable' in answer ? answer : readAnswer(answer);
    },
    close: () => lines.close(),
  };
}

const textOf = ({ body }: HttpResponse): string => Buffer.from(body).toString();

const sizeForm = /^(?:0|[1-9]\d{0,15})\n$/;

function readAnswer(answer: HttpResponse): WitnessAnswer | Unreachable {
  const { status } = answer;
  const text = textOf(answer);
  if (status === 200) return { cosignature: text };
  const refusal = refusalOf(status, text);
  if (refusal === undefined) return { unreachable: 'PARTNER_UNAVAILABLE' };
  return { refusal, size: sizeForm.test(text) ? Number(text) : 0 };
}

/** By its status; of two that share one, the size in the body tells which. */
function refusalOf(status: number, text: string): WitnessRefusal | undefined {
  if (status === 409) return sizeForm.test(text) ? 'OLD_SIZE_DIFFERS' : 'FORKED';
  return WITNESS_REFUSALS.find((refusal) => WITNESS_STATUS[refusal] === status);
}
