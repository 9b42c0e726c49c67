/** Requests for tests: whole, signed in name only, and open unless a test says otherwise. */
import { createHash, randomUUID } from 'node:crypto';
import type { Request, RequestSubject } from '../../src/requests/index.js';
import { loadInstruments } from '../../src/treaty/index.js';

/** The instant at which the tests' clock stands: 2026-06-15T09:00:00Z. */
export const NOW = Date.UTC(2026, 5, 15, 9);
const DAY = 86_400_000;

export interface RequestPlan {
  readonly purpose: string;
  /** Register keys, in the order of the subjects' numbers; null for one that was not matched. */
  readonly people: readonly (string | null)[];
  readonly instrument?: string;
  readonly by?: string;
  /** Basis of the purpose; the first of the instrument's where it is left out. */
  readonly basis?: string;
  readonly change?: Partial<Request>;
  readonly subject?: (n: number) => Partial<RequestSubject>;
}

const instruments = loadInstruments();

/** A received request of this purpose, answered yesterday and open until tomorrow. REQUEST_EXECUTION: one in execution. */
export function sampleRequest(plan: RequestPlan): Request {
  const { purpose, people, instrument = 'AZ-KZ-2019', change, subject } = plan;
  const executing = purpose === 'REQUEST_EXECUTION';
  const stated = executing ? firstRequesting(instrument) : purpose;
  const basis = plan.basis ?? instruments.get(instrument)?.purposes.get(stated)?.clauses[0] ?? '1';
  const id = randomUUID();
  return {
    id,
    digest: createHash('sha256').update(id).digest('hex'),
    instrument,
    requestingAuthority: plan.by ?? (instrument === 'AZ-KZ-2019' ? 'KZ-MIA' : 'BE-IO'),
    requestedAuthority: 'AZ-SMS',
    aim: 'PREVENTION',
    // The clauses of a plan are written by hand in tests.
    purposes: [{ purpose: stated, basis: basis as `${number}`, justification: 'test' }],
    state: executing ? 'IN_EXECUTION' : 'ANSWERED',
    asOf: NOW - DAY,
    grantUntil: NOW + DAY,
    subjects: people.map((person, i) => ({
      n: i + 1,
      person,
      items: null,
      child: false,
      coordinatorDecision: false,
      ...subject?.(i + 1),
    })),
    ...change,
  };
}

function firstRequesting(instrument: string): string {
  const purposes = [...(instruments.get(instrument)?.purposes.values() ?? [])];
  return purposes.find(({ statedBy }) => statedBy === 'requesting')?.purpose ?? '';
}
