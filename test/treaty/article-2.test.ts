/** Article 2: the competent authorities, and nobody else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { person } from '../support/people.js';
import { sampleRequest } from '../support/requests.js';

const purpose = 'IRREGULAR_MIGRATION_PREVENTION';
const byInterior = sampleRequest({ purpose, people: ['p1'], by: 'KZ-MIA' });
const byLabour = sampleRequest({ purpose, people: ['p1'], by: 'KZ-MLSPP' });

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ people: [person('p1')], requests: [byInterior, byLabour] });
});
afterAll(() => gateway.close());

describe('A-2.1 each authority reads its own cases only', () => {
  test.each([
    { authority: 'KZ-MIA', whose: 'own', request: byInterior.id, status: 200 },
    { authority: 'KZ-MLSPP', whose: 'own', request: byLabour.id, status: 200 },
    { authority: 'KZ-MIA', whose: 'the other ministry’s', request: byLabour.id, status: 403 },
    { authority: 'KZ-MLSPP', whose: 'the other ministry’s', request: byInterior.id, status: 403 },
    { authority: 'AZ-MIA', whose: 'as police, anybody’s', request: byInterior.id, status: 403 },
    { authority: 'AZ-SMS', whose: 'as a partner of itself', request: byInterior.id, status: 403 },
    { authority: 'BE-IO', whose: 'another instrument’s', request: byInterior.id, status: 403 },
  ])('$authority, $whose request: $status', async ({ authority, request, status }) => {
    const persona = await gateway.callAs({ authority });
    const query = '{ subjects { edges { node { id } } } }';
    const reply = await gateway.ask({ persona, request, purpose }, { query });
    expect(reply.status).toBe(status);
  });
});
