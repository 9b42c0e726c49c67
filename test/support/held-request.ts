/** A request of Kazakhstan's ministry that was answered, for tests of what a grant stands on. */
import type { Request } from '../../src/requests/index.js';

export const heldRequest = (change: Partial<Request> = {}): Request => ({
  id: '7f1f6f0a-6a0e-4b0a-9c0d-0d8f5a2f8a11',
  digest: 'ab'.repeat(32),
  instrument: 'AZ-KZ-2019',
  requestingAuthority: 'KZ-MIA',
  requestedAuthority: 'AZ-SMS',
  aim: 'PREVENTION',
  purposes: [{ purpose: 'PERSON_DETECTION', basis: '6', justification: 'Розыск.' }],
  state: 'ANSWERED',
  asOf: null,
  grantUntil: null,
  subjects: [{ n: 1, person: 'one', items: null, child: false, coordinatorDecision: false }],
  ...change,
});
