/** The requests the bench asks on: in execution, all items open; and answered, about half of the same document closed. */
import { randomUUID } from 'node:crypto';
import type { Request } from '../../src/requests/index.js';
import type { Clause } from '../../src/treaty/index.js';

const DAY = 86_400_000;

/** One standing: who asks, on which request, for which purpose. */
export interface Standing {
  readonly request: string;
  readonly purpose: string;
  readonly authority: string;
  readonly role: string;
}

export interface BenchRequests {
  readonly all: readonly Request[];
  /** Every field of the list is open. */
  readonly list: Standing;
  /** Of the 19 guarded coordinates of the list 9 are closed; both images stay open. */
  readonly half: Standing;
  /** About one person, every field open. */
  readonly one: Standing;
}

const OFFICER = { authority: 'AZ-SMS', role: 'EXECUTING_OFFICER', purpose: 'REQUEST_EXECUTION' };
const PARTNER = { authority: 'KZ-MIA', role: 'PARTNER_GATEWAY', purpose: 'IDENTITY_ESTABLISHMENT' };

/** Makes them about these people, who must be recorded by now. */
export function makeRequests(people: readonly string[]): BenchRequests {
  const list = requestAbout(people, 'IN_EXECUTION');
  const half = requestAbout(people, 'ANSWERED');
  const one = requestAbout(people.slice(0, 1), 'IN_EXECUTION');
  return {
    all: [list, half, one],
    list: { request: list.id, ...OFFICER },
    half: { request: half.id, ...PARTNER },
    one: { request: one.id, ...OFFICER },
  };
}

function requestAbout(people: readonly string[], state: 'IN_EXECUTION' | 'ANSWERED'): Request {
  const now = Date.now();
  const basis: Clause = '6';
  return {
    id: randomUUID(),
    digest: 'be'.repeat(32),
    instrument: 'AZ-KZ-2019',
    requestingAuthority: 'KZ-MIA',
    requestedAuthority: 'AZ-SMS',
    aim: 'PREVENTION',
    purposes: [{ purpose: 'IDENTITY_ESTABLISHMENT', basis, justification: 'bench' }],
    state,
    asOf: now,
    grantUntil: now + DAY,
    subjects: people.map((person, at) => ({
      n: at + 1,
      person,
      items: null,
      child: false,
      coordinatorDecision: false,
    })),
  };
}
