/** People for tests, said in the fewest words; and what one of them answers under a purpose. */
import type { PersonRecord } from '../../src/register/index.js';
import type { Request } from '../../src/requests/index.js';
import type { Reply, TestGateway } from './gateway.js';
import { type RequestPlan, sampleRequest } from './requests.js';

/** An adult national of Kazakhstan of whom only this is known. */
export const person = (id: string, change: Partial<PersonRecord> = {}): PersonRecord => ({
  id,
  nameLatin: { surname: 'Testova', givenName: 'Aigul' },
  dateOfBirth: '1980-01-01',
  citizenships: [{ country: 'KAZ' }],
  ...change,
});

export interface Asking {
  readonly plan: RequestPlan;
  /** What stands under `node { }`. */
  readonly selection: string;
}

/** Files a request by this plan and asks it, as its authority's gateway or, for REQUEST_EXECUTION, as our officer. */
export async function askOn(gateway: TestGateway, { plan, selection }: Asking): Promise<Reply> {
  const request = sampleRequest(plan);
  await gateway.addRequest(request);
  const query = `{ subjects(first: 100) { edges { node { ${selection} } } } }`;
  return gateway.ask(standingOf(gateway, plan, request), { query });
}

function standingOf(gateway: TestGateway, { purpose }: RequestPlan, request: Request) {
  const persona =
    purpose === 'REQUEST_EXECUTION'
      ? gateway.persona('AZ-SMS', 'EXECUTING_OFFICER')
      : gateway.persona(request.requestingAuthority);
  return { persona, request: request.id, purpose };
}

interface SubjectsData {
  readonly subjects: {
    readonly edges: readonly { readonly node: Readonly<Record<string, unknown>> }[];
  };
}

/** The people of an answer. */
export function nodesOf({ json }: Reply): readonly Readonly<Record<string, unknown>>[] {
  // The gateway's own answer to the query above.
  return (json.data as SubjectsData).subjects.edges.map(({ node }) => node);
}

/** The coordinates an answer withholds. */
export const withheldOf = ({ json }: Reply): readonly unknown[] =>
  (json.errors ?? []).map(({ extensions }) => extensions.coordinate);
