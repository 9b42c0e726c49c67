import { describe, expect, it } from 'vitest';
import { firstAccess, headersOf, withRequest } from '../../../src/console/page/access.js';
import { exampleFor } from '../../../src/console/page/examples.js';

const both = {
  id: 'a',
  instrument: 'AZ-KZ-2019',
  purposes: ['IDENTITY_ESTABLISHMENT', 'LEGAL_STATUS_DETERMINATION'],
  state: 'ANSWERED',
};
const partner = {
  persona: 'partner',
  authority: 'KZ-MIA',
  role: 'PARTNER_GATEWAY',
  token: 't',
  requests: [both],
};
const stranger = { ...partner, requests: [] };

describe('the access', () => {
  it('starts with the first request and its first purpose, and says so in headers', () => {
    expect(headersOf(firstAccess(partner))).toEqual({
      Authorization: 'Bearer t',
      'Exchange-Request': 'a',
      'Exchange-Purpose': 'IDENTITY_ESTABLISHMENT',
    });
  });

  it('states no request where there is none', () => {
    expect(headersOf(firstAccess(stranger))).toEqual({ Authorization: 'Bearer t' });
    expect(headersOf(withRequest(partner, undefined))).toEqual({ Authorization: 'Bearer t' });
  });

  it('comes with the example of its purpose, with what is public, or with the text as it is', () => {
    expect(exampleFor(firstAccess(partner))).toBe('identity-establishment');
    expect(exampleFor(firstAccess(stranger))).toBe('instruments');
    expect(exampleFor(withRequest(partner, undefined))).toBeUndefined();
  });
});
