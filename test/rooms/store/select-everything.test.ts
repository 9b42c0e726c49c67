/**
 * with every check of the application removed (a grant that opens all items of everybody, and statements that select
 * every column) the register still gives nothing that its own request withholds.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Grant } from '../../../src/requests/index.js';
import {
  closePool,
  openOwner,
  openPools,
  openRegister,
  type Pools,
  type Sql,
} from '../../../src/store/index.js';
import { type Item, itemOf, loadInstruments } from '../../../src/treaty/index.js';
import { openHanded } from '../../support/open-handed-register.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { EVERYTHING, grantOn, NOW, putPerson } from '../../support/register-rows.js';
import { putGrant, standAt } from '../../support/wall.js';

let database: TestDatabase;
let owner: Sql;
let pools: Pools;
/** A row in every table: of each item there is something to release. */
const WHOLE = {
  name_cyrillic: [{ surname: 'ОБРАЗЕЦ' }],
  name_latin: [{ surname: 'CANARY' }],
  other_name: [{ surname: 'CANARY' }],
  photograph: [{ media_type: 'image/png' }],
  fingerprint_card: [{ media_type: 'image/png' }],
  citizenship: [{ country: 'AZE' }],
  citizenship_belonging: [{ country: 'AZE' }],
  citizenship_event: [{ kind: 'ADMITTED', country: 'AZE' }],
  document: [{ number: 'CANARY', use: 'TRAVEL', kind: 'PASSPORT' }],
  permit: [{ status: 'VALID', kind: 'TEMPORARY_RESIDENCE', indefinite: true }],
  registration: [{ kind: 'STAY', place: 'CANARY' }],
  work_right: [{ basis: 'PERMIT' }],
  entry_ban: [{ kind: 'CANARY', indefinite: true, grounds_known: true }],
  administrative_liability: [{ stage: 'CANARY' }],
  criminal_liability: [{ stage: 'CANARY' }],
  travel_leg: [{ country: 'AZE', place: 'CANARY' }],
};

beforeAll(async () => {
  database = await openTestDatabase();
  owner = openOwner(database.urls.owner);
  pools = openPools(database.urls);
  await standAt(owner, NOW);
  const facts = { sex: 'MALE', civil_status: 'MARRIED', place_of_birth: 'CANARY' };
  await putPerson(owner, { key: 'one', person: facts, rows: WHOLE });
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

const FACTS = ['sex', 'civilStatus', 'dateOfBirth', 'placeOfBirth'];
const RECORDS = ['nameCyrillic', 'nameLatin', 'photograph', 'fingerprintCard'];
const FIELDS = [...EVERYTHING].flatMap((coordinate) => {
  const [type, field = ''] = coordinate.split('.');
  return type === 'Person' && field !== 'isNationalOf' ? [field] : [];
});

/** What a reader gives that asks everything of the first subject, each field for itself; withheld is null. */
async function readAll(grant: Grant): Promise<ReadonlyMap<string, unknown>> {
  await putGrant(owner, grant);
  const open = openHanded(openRegister({ lanes: pools.register }).openReader);
  const read = new Map<string, unknown>();
  for (const field of FIELDS) {
    const reader = open({ grant, asked: EVERYTHING, now: NOW });
    const found = await reader.load(1);
    if (found === undefined) return read;
    const value = FACTS.includes(field)
      ? reader.fact(found, field)
      : RECORDS.includes(field)
        ? reader.record(found, field)
        : reader.records(found, field);
    read.set(field, await nothing(value));
  }
  return read;
}

/** Fields of whose items one is not among these, though the reader gave a value. */
const released = (read: ReadonlyMap<string, unknown>, items: ReadonlySet<Item>) =>
  [...read].flatMap(([field, value]) => {
    const item = itemOf(`Person.${field}`);
    return value === null || (item !== undefined && items.has(item)) ? [] : [field];
  });

const purposes = [...loadInstruments().values()].flatMap((instrument) =>
  [...instrument.purposes.keys()].map((purpose) => ({ instrument: instrument.id, purpose })),
);
const OPENS_NOTHING = 'INTERVIEW_ARRANGEMENT';

test.each(purposes)(
  'A-11.4 $instrument $purpose: a reader that selects everything releases 0 withheld values',
  async ({ instrument, purpose }) => {
    const grant = grantOn({ instrument, purpose, subjects: ['one'] });
    const items = new Set(grant.instrument.opens.get(purpose)?.keys());
    const whole = await readAll(grant);
    expect(released(whole, items)).toEqual([]);
    expect([...whole.values()].some((value) => value !== null)).toBe(purpose !== OPENS_NOTHING);
    if (grant.statedBy === 'requested') return;

    // And where the subject's own items were narrowed (10(4)), no more than those.
    const kept = new Set([...items].filter((_, nth) => nth % 2 === 0));
    const subjects = grant.subjects.map((subject) => ({ ...subject, items: kept }));
    expect(released(await readAll({ ...grant, subjects }), kept)).toEqual([]);
  },
);
