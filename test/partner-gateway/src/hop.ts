/**
 * One hop: an operation goes to the gateway of a state, signed and over mTLS, and comes back as an answer that its
 * receipt bears out, or as the code of why there is none. Nothing is followed, repeated or kept.
 */
import { hash } from 'node:crypto';
import { type Clock, type Ids, type MessageSigner, systemIds } from '../../../src/base/index.js';
import { signQuery } from '../../../src/partner/index.js';
import {
  openLine,
  post,
  TRANSPORT_LIMITS,
  type TransportTls,
} from '../../../src/partner/transport/line.js';
import type { HopFault } from './faults.js';
import { type Judged, judgeAnswer } from './judge-answer.js';
import type { StateSettings } from './settings.js';

/** Who asks, on which request, for which purpose: what every hop of one query carries. */
export interface Standing {
  /** The token for this state; undefined where its issuer gave none. */
  readonly token: string | undefined;
  readonly request: string | undefined;
  readonly purpose: string | undefined;
  readonly language: string | undefined;
}

export interface Operation {
  readonly query: string;
  readonly variables?: object | undefined;
  /** Whether it asks what a gateway answers on record alone, with a receipt. */
  readonly isOnRecord: boolean;
}

export type HopAnswer = Judged | { readonly fault: HopFault };

export interface Hop {
  readonly state: StateSettings;
  ask(operation: Operation, standing: Standing): Promise<HopAnswer>;
  close(): void;
}

export interface HopOptions {
  readonly state: StateSettings;
  readonly tls: TransportTls;
  readonly signer: MessageSigner;
  readonly clock: Clock;
  readonly ids?: Ids;
  readonly patience: number;
}

const PATH = '/subgraph';
/** Bytes: a page of a hundred persons with portraits is smaller. */
const LONGEST_ANSWER = 33_554_432;

/** Opens the way to one state; nothing is connected before something is asked. */
export function openHop({ state, tls, patience, ...signing }: HopOptions): Hop {
  const own = { answer: patience, connect: patience, longestAnswer: LONGEST_ANSWER };
  const limits = { ...TRANSPORT_LIMITS, ...own };
  const { certificates } = state;
  const line = openLine({ tls, certificates, limits });
  const targetUri = new URL(PATH, state.origin).href;
  return {
    state,
    async ask(operation, standing) {
      if (standing.token === undefined) return { fault: 'TOKEN_REFUSED' };
      const unsigned = { method: 'POST', targetUri, ...contentOf(operation, standing) };
      const request = await signQuery(unsigned, { ids: systemIds, ...signing });
      const answer = await post(request, { line, limits });
      if ('unreachable' in answer) return { fault: answer.unreachable };
      return judgeAnswer(answer, { operation, standing, log: state.log });
    },
    close: () => line.destroy(),
  };
}

function contentOf({ query, variables }: Operation, standing: Standing) {
  const { token, request, purpose, language } = standing;
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    accept: 'application/graphql-response+json',
    'exchange-request': request,
    'exchange-purpose': purpose,
    'accept-language': language,
  };
  const fields = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return { fields, body: Buffer.from(JSON.stringify({ query, variables })) };
}

/** A name for a token that is not the token. */
export const digestOf = (token: string): string => hash('sha256', token, 'base64url');
