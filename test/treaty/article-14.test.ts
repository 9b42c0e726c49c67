/** Article 14, and paragraphs 4(d) and 8 of the memorandum: one text is never another's basis. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { askOn, nodesOf, person, withheldOf } from '../support/people.js';
import { sampleRequest } from '../support/requests.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({
    requests: [],
    people: [
      person('p1', {
        sex: 'MALE',
        civilStatus: 'SINGLE',
        citizenships: [{ country: 'KAZ' }, { country: 'RUS' }, { country: 'AZE', until: '2010' }],
        permits: [],
        travelRoute: [{ country: 'TUR', place: 'Istanbul' }],
      }),
    ],
  });
});
afterAll(() => gateway.close());

describe('A-14 the same person under two agreements', () => {
  test('civil status and route belong to one, permits to the other', async () => {
    const selection = 'civilStatus travelRoute { country } permits { kind }';
    const readmission = { instrument: 'EU-AZ-2014', purpose: 'READMISSION', people: ['p1'] };
    expect(withheldOf(await askOn(gateway, { plan: readmission, selection }))).toEqual([
      'Person.permits',
    ]);
    const rights = { purpose: 'RIGHTS_PROTECTION', people: ['p1'] };
    expect(withheldOf(await askOn(gateway, { plan: rights, selection }))).toEqual([
      'Person.civilStatus',
      'Person.travelRoute',
    ]);
  });

  test('a third nationality is in the list of one and not of the other', async () => {
    const selection = 'citizenships { country }';
    const under = async (instrument: string, purpose: string) =>
      nodesOf(
        await askOn(gateway, { plan: { instrument, purpose, people: ['p1'] }, selection }),
      )[0];
    expect(JSON.stringify(await under('EU-AZ-2014', 'READMISSION'))).toContain('RUS');
    expect(JSON.stringify(await under('AZ-KZ-2019', 'RIGHTS_PROTECTION'))).not.toContain('RUS');
  });

  test.each([
    ['AZ-KZ-2019', 'READMISSION', 'KZ-MIA'],
    ['EU-AZ-2014', 'RIGHTS_PROTECTION', 'BE-IO'],
    ['EU-AZ-2014', 'INTERVIEW_ARRANGEMENT', 'BE-IO'],
    ['AZ-BE-2019', 'READMISSION', 'BE-IO'],
  ])('a request under %s does not carry %s', async (instrument, purpose, authority) => {
    const stated = [{ purpose, basis: '6', justification: 'x' }] as const;
    const request = sampleRequest({
      instrument,
      purpose,
      people: ['p1'],
      change: { purposes: stated },
    });
    await gateway.addRequest(request);
    const standing = { persona: gateway.persona(authority), request: request.id, purpose };
    const reply = await gateway.ask(standing, { query: '{ subjects { edges { node { sex } } } }' });
    expect(reply.status).toBe(403);
  });
});

test('B-8b B-4d under the memorandum alone there are no subjects and nothing is released', async () => {
  const plan = { instrument: 'AZ-BE-2019', purpose: 'INTERVIEW_ARRANGEMENT', people: ['p1'] };
  const reply = await askOn(gateway, { plan, selection: 'id sex civilStatus' });
  expect(nodesOf(reply)).toEqual([]);
  expect(withheldOf(reply)).toEqual(['Person.sex', 'Person.civilStatus']);
});
