/** Who reads the register on a request in some state, as the product's own `grantFor` has it. */
import { grantFor, type RequestState } from '../../../../src/requests/index.js';
import { loadInstruments } from '../../../../src/treaty/index.js';
import { NOW, sampleRequest } from '../../../support/requests.js';

const instruments = loadInstruments();
const status = new Map([
  ['AZ-KZ-2019', { notifications: { AZE: '2021-01-01', KAZ: '2021-07-01' } } as const],
]);
const readers = [
  { authority: 'KZ-MIA', role: 'PARTNER_GATEWAY', purpose: 'PERSON_DETECTION' },
  { authority: 'AZ-SMS', role: 'EXECUTING_OFFICER', purpose: 'REQUEST_EXECUTION' },
] as const;

/** The roles that have a grant on a whole request in this state. */
export function readersIn(state: RequestState): readonly string[] {
  const request = sampleRequest({
    purpose: 'PERSON_DETECTION',
    people: ['p1'],
    change: { state },
  });
  return readers
    .filter(({ purpose, ...asker }) => {
      const standing = { instruments, status, ownAuthority: 'AZ-SMS', now: NOW };
      return grantFor({ asker, request, purpose, ...standing }).grant !== null;
    })
    .map(({ role }) => role);
}
