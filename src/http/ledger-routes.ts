/**
 * The public side of the ledger, for those it is about: an authority reads the log of its own exchange and no other,
 * since even the size of another's would tell how much is exchanged there (11(1)).
 */
import { type Language, Refusal } from '../base/index.js';
import type { Caller, Identity } from '../identity/index.js';
import type { LedgerProofs } from '../ledger/index.js';
import { authorityOf } from '../treaty/index.js';
import { refusalBody } from '../words/index.js';
import { negotiate } from './accept.js';
import { checkSingleHeaders, credentialsOf, type Incoming } from './incoming.js';
import { JSON_TYPE, jsonReply, NOT_FOUND, type Reply, refusalReply, textReply } from './reply.js';
import type { Handler, Route } from './router.js';

export interface LedgerRoutesOptions {
  readonly identity: Identity;
  /** Throws Refusal(RATE_LIMITED). */
  readonly admit: (caller: Caller) => void;
  readonly proofs: LedgerProofs;
  readonly ownAuthority: string;
  /** The log an authority's operations are sealed in. */
  readonly logOf: (authority: string) => string;
  readonly tlsTerminated: boolean;
}

type Page = (log: string, query: URLSearchParams) => Promise<Reply>;

export function ledgerRoutes(options: LedgerRoutesOptions): readonly Route[] {
  const { proofs } = options;
  const pages: Readonly<Record<string, Page>> = {
    checkpoint: async (log) => {
      // A log without entries has none yet.
      const note = await proofs.checkpoint(log);
      return note === undefined ? NOT_FOUND : textReply(note);
    },
    key: async (log) => textReply(`${proofs.key(log)}\n`),
    proof: async (log, query) => {
      const [index, size] = [numberOf(query, 'index'), numberOf(query, 'size')];
      return jsonReply({ index, size, proof: found(await proofs.inclusion(log, index, size)) });
    },
    consistency: async (log, query) => {
      const [from, to] = [numberOf(query, 'from'), numberOf(query, 'to')];
      return jsonReply({ from, to, proof: found(await proofs.consistency(log, from, to)) });
    },
  };
  return Object.entries(pages).map(([name, page]) => ({
    path: `/ledger/${name}`,
    method: 'GET',
    handle: guarded(page, options),
  }));
}

function guarded(page: Page, options: LedgerRoutesOptions): Handler {
  return async (incoming) => {
    const { request, query } = incoming;
    checkSingleHeaders(request);
    const caller = await options.identity.recognise(credentialsOf(request, options.tlsTerminated));
    try {
      options.admit(caller);
      return await page(logFor(caller, query, options), query);
    } catch (error) {
      if (error instanceof Refusal) return refuse(error, incoming, caller);
      throw error;
    }
  };
}

function refuse(refusal: Refusal, { request, language }: Incoming, caller: Caller): Reply {
  const spoken: Language = language ?? authorityOf(caller.authority)?.language ?? 'en';
  const type = negotiate(request.headers.accept) ?? JSON_TYPE;
  return refusalReply(refusal, { type, language: spoken, body: refusalBody(refusal, spoken) });
}

/** Only this authority's auditor may name a log; a partner's auditor is a stranger to every log but its own. */
function logFor(
  { role, authority }: Caller,
  query: URLSearchParams,
  { ownAuthority, logOf }: LedgerRoutesOptions,
): string {
  const asked = query.get('log') ?? authority;
  const mayAsk = asked === authority || (role === 'AUDITOR' && authority === ownAuthority);
  // A body that no instrument names has no log, and is not told whether another has one.
  if (!mayAsk || authorityOf(asked) === undefined) throw new Refusal('NO_GRANT');
  return logOf(asked);
}

const natural = /^(?:0|[1-9]\d{0,14})$/;

function numberOf(query: URLSearchParams, name: string): number {
  const value = query.get(name);
  if (value === null || !natural.test(value)) throw new Refusal('BAD_REQUEST');
  return Number(value);
}

/** No such index or size in the caller's own log. */
function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Refusal('BAD_REQUEST');
  return value;
}
