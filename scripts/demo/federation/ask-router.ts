/** Asks the router, as an officer of its authority does. */
export interface RoutedAnswer {
  readonly status: number;
  readonly cacheControl: string | null;
  readonly data: Routed | null;
  readonly errors: readonly RoutedError[];
  /** By state: the receipt of each hop, or the code of why there is none. */
  readonly receipts: Readonly<Record<string, readonly HopEnd[]>>;
  /** As it came. */
  readonly text: string;
}

export type HopEnd = { readonly receipt: string } | { readonly code: string };

export interface RoutedError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>> & { readonly code?: string };
}

interface Routed {
  readonly caseFile: {
    readonly number: string;
    readonly subjects: readonly RoutedSubject[];
  } | null;
}

export interface RoutedSubject {
  readonly id: string;
  readonly aze: RoutedPerson | null;
  readonly kaz: RoutedPerson | null;
}

/** Some of what a state may say of a person; what was not asked is not there. */
export interface RoutedPerson {
  readonly nameCyrillic?: { readonly surname: string | null; readonly givenName: string | null };
  readonly dateOfBirth?: string | null;
  readonly citizenships?: readonly { readonly country: string }[] | null;
  readonly photograph?: object | null;
  readonly civilStatus?: string | null;
}

/** What is asked of a person at each state; of each something that it withholds, once or under two names. */
export const ASKED = {
  aze: `nameCyrillic { surname givenName } dateOfBirth citizenships { country }
        photograph { mediaType } portrait: photograph { mediaType }`,
  kaz: 'nameCyrillic { surname givenName } dateOfBirth citizenships { country } civilStatus',
} as const;

/** One query about the persons of one request by the ids that both states know; to both, or to one of them. */
const queryFor = (states: readonly (keyof typeof ASKED)[]): string => `query ($request: ID!) {
  caseFile(request: $request) {
    number
    subjects {
      id
      ${states.map((state) => `${state} { ${ASKED[state]} }`).join('\n      ')}
    }
  }
}`;

export interface Asking {
  readonly url: string;
  readonly token: string;
  readonly request: string;
  readonly purpose: string;
  /** Left out: both. */
  readonly states?: readonly (keyof typeof ASKED)[];
}

/** Asks it. */
export async function askRouter(asking: Asking): Promise<RoutedAnswer> {
  const { url, token, request, purpose, states = ['aze', 'kaz'] } = asking;
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'exchange-request': request,
      'exchange-purpose': purpose,
    },
    body: JSON.stringify({ query: queryFor(states), variables: { request } }),
  });
  const text = await response.text();
  const { data = null, errors = [], extensions = {} } = JSON.parse(text);
  const cacheControl = response.headers.get('cache-control');
  const { receipts = {} } = extensions;
  return { status: response.status, cacheControl, data, errors, receipts, text };
}
