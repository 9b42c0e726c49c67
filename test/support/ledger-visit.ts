/** A gateway over two canary people, its callers, and their visits to it and to its ledger. */
import type { Request } from '../../src/requests/index.js';
import { canaryPerson } from './canaries.js';
import { type Standing, startGateway, type TestGateway } from './gateway.js';
import { openCheckpoint, type Tree } from './receipt-holder.js';
import { sampleRequest } from './requests.js';

export const NAMES = '{ subjects { edges { node { id nameLatin { surname } } } } }';

/** The register's keys of the people. */
export const KEYS = ['C-1', 'C-2'];

/** An answer's exact bytes, and its receipt. */
export interface Answered {
  readonly status: number;
  readonly body: Buffer;
  readonly receipt: string | null;
}

export interface Page {
  readonly status: number;
  readonly text: string;
}

export interface LedgerVisit {
  readonly gateway: TestGateway;
  readonly requests: Readonly<Record<'identity' | 'detection', Request>>;
  /** KZ-MIA, to establish an identity. */
  readonly partner: Standing;
  readonly belgian: Standing;
  readonly officer: Standing;
  readonly auditor: Standing;
  answerTo(standing: Standing, query: string): Promise<Answered>;
  /** A page under /ledger, as this caller or as nobody. */
  page(standing: Standing | undefined, path: string): Promise<Page>;
  proof(standing: Standing, path: string): Promise<readonly string[]>;
  /** The tree a note speaks of, its signature checked with the key that HTTP gives. */
  treeOf(standing: Standing, note: string): Promise<Tree>;
  /** The caller's log as it is. */
  head(standing: Standing): Promise<Tree>;
}

/** Starts the gateway; the test closes it. */
export async function openVisit(): Promise<LedgerVisit> {
  const about = (purpose: string, instrument = 'AZ-KZ-2019') =>
    sampleRequest({ purpose, instrument, people: KEYS });
  const requests = {
    identity: about('IDENTITY_ESTABLISHMENT'),
    detection: about('PERSON_DETECTION'),
    execution: about('REQUEST_EXECUTION'),
    readmission: about('READMISSION', 'EU-AZ-2014'),
  };
  const gateway = await startGateway({
    people: KEYS.map(canaryPerson),
    requests: Object.values(requests),
  });
  const partnerOf = (authority: string, { id, purposes }: Request): Standing => ({
    persona: gateway.persona(authority, 'PARTNER_GATEWAY'),
    request: id,
    purpose: purposes[0]?.purpose ?? '',
  });
  return {
    gateway,
    requests,
    partner: partnerOf('KZ-MIA', requests.identity),
    belgian: partnerOf('BE-IO', requests.readmission),
    officer: {
      persona: gateway.persona('AZ-SMS', 'EXECUTING_OFFICER'),
      request: requests.execution.id,
      purpose: 'REQUEST_EXECUTION',
    },
    auditor: { persona: gateway.persona('AZ-SMS', 'AUDITOR') },
    answerTo: (standing, query) => answerTo(gateway, standing, query),
    ...pagesOf(gateway),
  };
}

async function answerTo(
  { url }: TestGateway,
  { persona, request = '', purpose = '' }: Standing,
  query: string,
): Promise<Answered> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${persona.token}`,
      'exchange-request': request,
      'exchange-purpose': purpose,
    },
    body: JSON.stringify({ query }),
  });
  const body = Buffer.from(await response.arrayBuffer());
  return { status: response.status, body, receipt: response.headers.get('exchange-receipt') };
}

function pagesOf({ url }: TestGateway): Pick<LedgerVisit, 'page' | 'proof' | 'treeOf' | 'head'> {
  const page: LedgerVisit['page'] = async (standing, path) => {
    const headers = standing && { authorization: `Bearer ${standing.persona.token}` };
    const response = await fetch(`${url}/ledger/${path}`, { ...(headers && { headers }) });
    return { status: response.status, text: await response.text() };
  };
  const treeOf: LedgerVisit['treeOf'] = async (standing, note) => {
    const tree = openCheckpoint(note, (await page(standing, 'key')).text);
    if (tree === undefined) throw new Error('a checkpoint that the log did not sign');
    return tree;
  };
  return {
    page,
    treeOf,
    proof: async (standing, path) => JSON.parse((await page(standing, path)).text).proof,
    async head(standing) {
      const { status, text } = await page(standing, 'checkpoint');
      return status === 404 ? { size: 0, root: Buffer.of() } : treeOf(standing, text);
    },
  };
}
