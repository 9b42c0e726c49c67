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
    ['KZ-MIA', 'own', byInterior.id, 200],
    ['KZ-MLSPP', 'own', byLabour.id, 200],
    ['KZ-MIA', 'the other ministry’s', byLabour.id, 403],
    ['KZ-MLSPP', 'the other ministry’s', byInterior.id, 403],
    ['AZ-MIA', 'anybody’s: the police of Azerbaijan', byInterior.id, 403],
    ['AZ-SMS', 'as a partner of itself', byInterior.id, 403],
    ['BE-IO', 'an authority of another instrument', byInterior.id, 403],
  ])('%s, %s request', async (authority, _, request, status) => {
    const persona = await gateway.callAs({ authority });
    const reply = await gateway.ask(
      { persona, request, purpose },
      { query: '{ subjects { edges { node { id } } } }' },
    );
    expect(reply.status).toBe(status);
  });
});
