/**
 * The public side of the ledger, for those it is about: an authority reads the log of its own exchange and no other,
 * since even the size of another's would tell how much is exchanged there (11(1)).
 */
import { type Language, Refusal } from '../base/index.js';
import type { Caller, Identity } from '../identity/index.js';
import { type LedgerProofs, parseTilePath } from '../ledger/index.js';
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

type Page = (log: string, query: URLSearchParams, path: string) => Promise<Reply>;

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
  const tiles: Route = {
    ...{ path: TILES, method: 'GET', isFolder: true },
    handle: guarded((log, _, path) => tilePage(proofs, log, path), options),
  };
  const named = Object.entries(pages).map(([name, page]): Route => {
    return { path: `/ledger/${name}`, method: 'GET', handle: guarded(page, options) };
  });
  return [...named, tiles];
}

const TILES = '/ledger/tile';
const ENTRIES = `${TILES}/entries/`;

/** A tile of the log (C2SP tlog-tiles): not found where it is none, or is not full yet. */
async function tilePage(proofs: LedgerProofs, log: string, path: string): Promise<Reply> {
  const tile = parseTilePath(path.slice(TILES.length + 1));
  const body = tile && (await proofs.tile(log, tile));
  return body === undefined ? NOT_FOUND : { status: 200, type: 'application/octet-stream', body };
}

function guarded(page: Page, options: LedgerRoutesOptions): Handler {
  return async (incoming) => {
    const { request, query, path } = incoming;
    checkSingleHeaders(request);
    const caller = await options.identity.recognise(credentialsOf(request, options.tlsTerminated));
    try {
      options.admit(caller);
      if (path.startsWith(ENTRIES)) checkAuditor(caller, options);
      return await page(logFor(caller, query, options), query, path);
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

/** Entries name officers, requests and purposes: those of a log are read by who audits it, and nobody else. */
function checkAuditor({ role, authority }: Caller, { ownAuthority }: LedgerRoutesOptions): void {
  if (role !== 'AUDITOR' || authority !== ownAuthority) throw new Refusal('NO_GRANT');
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
