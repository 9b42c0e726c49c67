/** On what the console asks: as whom, on which request, for which purpose. Mirrors GET /dev/personas. */

/** A request the persona may use now. */
export interface OpenRequest {
  readonly id: string;
  readonly instrument: string;
  readonly purposes: readonly string[];
  readonly state: string;
}

export interface Persona {
  readonly persona: string;
  readonly authority: string;
  readonly role: string;
  readonly token: string;
  readonly requests: readonly OpenRequest[];
}

/** Request and purpose may be left out: what the gateway says then is worth seeing too. */
export interface Access {
  readonly persona: Persona;
  readonly request: OpenRequest | undefined;
  readonly purpose: string | undefined;
}

/** The access a persona starts with: its first request, for the first purpose of that. */
export function firstAccess(persona: Persona): Access {
  return withRequest(persona, persona.requests[0]);
}

/** The same persona on another request, for the first purpose of that. */
export function withRequest(persona: Persona, request: OpenRequest | undefined): Access {
  return { persona, request, purpose: request?.purposes[0] };
}

/** The headers that state this access (contract: Authorization, Exchange-Request, Exchange-Purpose). */
export function headersOf(access: Access): Readonly<Record<string, string>> {
  return {
    Authorization: `Bearer ${access.persona.token}`,
    ...(access.request && { 'Exchange-Request': access.request.id }),
    ...(access.purpose && { 'Exchange-Purpose': access.purpose }),
  };
}

/** What asking for the sample personas came to. */
export type Personas =
  | { readonly state: 'TOLD'; readonly personas: readonly [Persona, ...Persona[]] }
  | { readonly state: 'ANSWERED'; readonly status: number }
  | { readonly state: 'NOBODY' };

/** Asks the gateway for the sample personas; rejects where it is not reached. */
export async function loadPersonas(): Promise<Personas> {
  const response = await fetch('/dev/personas', { headers: { Accept: 'application/json' } });
  if (!response.ok) return { state: 'ANSWERED', status: response.status };
  const [first, ...others]: Persona[] = await response.json();
  if (first === undefined) return { state: 'NOBODY' };
  return { state: 'TOLD', personas: [first, ...others] };
}
