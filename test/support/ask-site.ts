/** One question to a gateway on a site, and what came back. */
import type { Served } from '../../src/serve.js';
import type { Site } from './site.js';

/** A request id that no site has. */
export const UNKNOWN = '8a6e0804-2bd0-4672-b79d-d97027f9071a';

const LIST = '{ subjects { edges { node { id nameLatin { surname } documents { number } } } } }';

export interface Told {
  readonly officer: string;
  readonly status: number;
  readonly code: string | undefined;
  readonly retryAfter: string | null;
  /** The header Exchange-Receipt. */
  readonly receipt: string | undefined;
  readonly body: Buffer;
  readonly text: string;
}

export interface Question {
  /** Asks on a request that is unknown. */
  readonly isUnknown?: boolean;
  readonly officer?: string;
}

/** Asks LIST as the partner of the site that establishes identities. */
export async function askSite(
  site: Site,
  { url }: Pick<Served, 'url'>,
  { isUnknown = false, officer = 'CANARY-OFFICER' }: Question = {},
): Promise<Told> {
  const standing = site.standings.find(({ purpose }) => purpose === 'IDENTITY_ESTABLISHMENT');
  if (standing === undefined) throw new Error('the site has no such request');
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
      authorization: `Bearer ${await site.mint({ ...standing.caller, officer })}`,
      'exchange-request': isUnknown ? UNKNOWN : standing.request,
      'exchange-purpose': standing.purpose,
    },
    body: JSON.stringify({ query: LIST }),
  });
  const body = Buffer.from(await response.arrayBuffer());
  const { status, headers } = response;
  const text = body.toString();
  const code: string | undefined = JSON.parse(text).errors?.[0]?.extensions.code;
  const receipt = headers.get('exchange-receipt') ?? undefined;
  return { officer, status, code, retryAfter: headers.get('retry-after'), receipt, body, text };
}

/** What GET /readyz says. */
export async function readiness({ adminUrl }: Pick<Served, 'adminUrl'>) {
  const response = await fetch(`${adminUrl}/readyz`);
  const { checks }: { checks: Record<string, boolean> } = JSON.parse(await response.text());
  return { status: response.status, ...checks };
}

/** Everything a caller or the register holds that must not stand in a log or a refusal. */
export function secretsOf(site: Site, answer: Told): readonly string[] {
  const found = [...answer.text.matchAll(/"(?:surname|number)":"([^"]+)"/g)];
  if (found.length === 0) throw new Error('the answer names nobody');
  const requests = site.standings.map(({ request }) => request);
  return [...found.map(([, value]) => value ?? ''), ...requests, UNKNOWN, 'CANARY', 'subjects'];
}

/** The secrets that stand in some texts. */
export const secretsIn = (
  texts: readonly string[],
  secrets: readonly string[],
): readonly string[] => secrets.filter((secret) => texts.some((text) => text.includes(secret)));
