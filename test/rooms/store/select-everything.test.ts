/**
 * with every check of the application removed (a grant that opens all items of everybody, and statements that select
 * every column) the register still gives nothing that its own request withholds.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  closePool,
  openOwner,
  openPools,
  openRegister,
  type Pools,
  type Sql,
} from '../../../src/store/index.js';
import { openHanded } from '../../support/open-handed-register.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { EVERYTHING, grantOn, NOW, putPerson, without } from '../../support/register-rows.js';
import { putGrant, standAt } from '../../support/wall.js';

let database: TestDatabase;
let owner: Sql;
let pools: Pools;
beforeAll(async () => {
  database = await openTestDatabase();
  owner = openOwner(database.urls.owner);
  pools = openPools(database.urls);
  await standAt(owner, NOW);
  await putPerson(owner, {
    key: 'one',
    person: { sex: 'MALE', civil_status: 'MARRIED' },
    rows: {
      name_latin: [{ surname: 'CANARY' }],
      photograph: [{ media_type: 'image/png' }],
      fingerprint_card: [{ media_type: 'image/png' }],
      permit: [{ status: 'VALID' }],
      registration: [{ kind: 'STAY', place: 'CANARY' }],
    },
  });
});
afterAll(async () => {
  await pools.close();
  await closePool(owner);
  await database.drop();
});

const nothing = async (read: Promise<unknown>): Promise<unknown> =>
  read.catch((error: Error) => {
    expect(error.message).toBe('database: 42501');
    return null;
  });

test('A-11.4 a reader that selects everything releases 0 withheld values', async () => {
  const grant = without(grantOn({ subjects: ['one'] }), 'NAME_LATIN', 'PERMIT', 'DATE_OF_BIRTH');
  await putGrant(owner, grant);
  const open = openHanded(openRegister({ lanes: pools.register }).openReader);
  const reader = open({ grant, asked: EVERYTHING, now: NOW });
  const found = await reader.load(1);
  if (found === undefined) throw new Error('nobody was found');
  // Not opened by LEGAL_STATUS_DETERMINATION at all, or refused for this subject.
  for (const field of ['sex', 'civilStatus', 'dateOfBirth']) {
    expect(await nothing(reader.fact(found, field))).toBeNull();
  }
  for (const field of ['nameLatin', 'photograph', 'fingerprintCard']) {
    expect(await nothing(reader.record(found, field))).toBeNull();
  }
  for (const field of ['permits', 'registrations', 'travelRoute']) {
    expect(await nothing(reader.records(found, field))).toBeNull();
  }
});
