/** Article 3: about whom, and for how long. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closePool, openOwner } from '../../src/store/index.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { askOn, nodesOf, person, withheldOf } from '../support/people.js';
import { NOW } from '../support/requests.js';
import { standAt } from '../support/wall.js';

const permit = (validUntil: string) =>
  ({ kind: 'TEMPORARY_RESIDENCE', validFrom: '2024-01-01', validUntil, status: 'VALID' }) as const;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({
    requests: [],
    people: [
      person('national', { citizenships: [{ country: 'KAZ' }] }),
      person('dual', { citizenships: [{ country: 'RUS' }, { country: 'AZE' }] }),
      person('third', { citizenships: [{ country: 'UZB' }] }),
      person('unknown', { citizenships: null }),
      person('valid', { permits: [permit('2030-01-01')] }),
      // The clock of the tests stands on 15 June 2026.
      person('lapsed', { permits: [permit('2026-06-14')] }),
      person('registered', { registrations: [{ kind: 'STAY', registeredOn: '2026-01-01' }] }),
    ],
  });
  const owner = openOwner(gateway.urls.owner);
  await standAt(owner, NOW);
  await closePool(owner);
});
afterAll(() => gateway.close());

const found = async (plan: Parameters<typeof askOn>[1]['plan']) =>
  nodesOf(await askOn(gateway, { plan, selection: 'id' })).map(
    ({ id }) => String(id).split('.')[1],
  );

describe('A-3.1(2) nationals of the Parties', () => {
  test.each(['IRREGULAR_MIGRATION_PREVENTION', 'IDENTITY_ESTABLISHMENT', 'REQUEST_EXECUTION'])(
    'a confirmed third-country national is not there for %s, an unknown nationality is',
    async (purpose) => {
      expect(await found({ purpose, people: ['national', 'dual', 'third', 'unknown'] })).toEqual([
        '1',
        '2',
        '4',
      ]);
    },
  );
});

describe('A-3.1(4) rights for the duration of the residence permit', () => {
  const people = ['valid', 'lapsed', 'national'];

  test('under 3(1)(4) a permit that expired yesterday opens nothing', async () => {
    expect(await found({ purpose: 'RIGHTS_PROTECTION', basis: '3(1)(4)', people })).toEqual(['1']);
  });

  test('under 5(1) it does', async () => {
    expect(await found({ purpose: 'RIGHTS_PROTECTION', basis: '5(1)', people })).toEqual([
      '1',
      '2',
      '3',
    ]);
  });
});

describe('A-3.1(5) legal status of those with grounds for staying', () => {
  const people = ['valid', 'lapsed', 'registered', 'national'];
  const plan = { purpose: 'LEGAL_STATUS_DETERMINATION', people } as const;

  test('under 3(1)(5) only they; under Article 6 anybody of Article 5', async () => {
    expect(await found({ ...plan, basis: '3(1)(5)' })).toEqual(['1', '3']);
    expect(await found({ ...plan, basis: '6' })).toEqual(['1', '2', '3', '4']);
  });

  test('no biometrics', async () => {
    const selection = 'photograph { content } fingerprintCard { content }';
    const reply = await askOn(gateway, { plan: { ...plan, basis: '3(1)(5)' }, selection });
    expect(withheldOf(reply)).toEqual(['Person.photograph', 'Person.fingerprintCard']);
  });
});
