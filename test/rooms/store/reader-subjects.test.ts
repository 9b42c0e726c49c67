/** Which subjects are found: scope, protection, the condition of the basis, the record as of `asOf`, the page. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Grant } from '../../../src/requests/index.js';
import { BELONGING_CASES, CONDITION_CASES, SCOPE_CASES } from '../../cases/register-subjects.js';
import { openTestRegister, type TestRegister } from '../../support/open-register.js';
import {
  AS_OF,
  EVERYTHING,
  grantOn,
  ledgerKey,
  NOW,
  putPerson,
} from '../../support/register-rows.js';

let register: TestRegister;
let last = 0;

beforeAll(async () => {
  register = await openTestRegister();
});
afterAll(() => register.close());

const newKey = () => `person-${++last}`;
const read = (grant: Grant) => register.open({ grant, asked: EVERYTHING, now: NOW });
const isFound = async (grant: Grant) => (await read(grant).load(1)) !== undefined;

describe('A-3.1(2) only nationals of the Parties, and whose nationality is not known', () => {
  test.each(SCOPE_CASES)('%j', async ({ known, countries, found }) => {
    const key = newKey();
    await putPerson(register.owner, {
      key,
      person: { citizenship_belonging_known: known },
      rows: { citizenship_belonging: countries },
    });
    expect(await isFound(grantOn({ subjects: [key] }))).toBe(found);
    const readmission = { instrument: 'EU-AZ-2014', purpose: 'READMISSION', subjects: [key] };
    expect(await isFound(grantOn(readmission))).toBe(true);
  });
});

describe.each(CONDITION_CASES)('$id $condition', ({ condition, purpose, cases }) => {
  test.each(cases)('%j', async ({ table, row, found }) => {
    const key = newKey();
    await putPerson(register.owner, { key, rows: { [table]: [row] } });
    expect(await isFound(grantOn({ purpose, condition, subjects: [key] }))).toBe(found);
    expect(await isFound(grantOn({ purpose, subjects: [key] }))).toBe(true);
  });
});

describe('A-5.1(3) isNationalOf on the day of asOf', () => {
  test.each(BELONGING_CASES)('%j', async ({ instrument = 'AZ-KZ-2019', ...one }) => {
    const key = newKey();
    await putPerson(register.owner, {
      key,
      person: { citizenship_belonging_known: one.known },
      rows: { citizenship_belonging: one.countries },
    });
    const purpose = instrument === 'EU-AZ-2014' ? 'READMISSION' : 'IDENTITY_ESTABLISHMENT';
    const reader = read(grantOn({ instrument, purpose, subjects: [key] }));
    const found = await reader.load(1);
    if (found === undefined) throw new Error('the subject is not found');
    expect(await reader.isNationalOf(found, one.state)).toBe(one.answer);
  });
});

describe('A-10.4c a protected person', () => {
  test('is not found by the requesting authority, and is by the executing officer', async () => {
    const key = newKey();
    await putPerson(register.owner, { key, person: { protected: true } });
    expect(await isFound(grantOn({ subjects: [key] }))).toBe(false);
    const own = grantOn({ purpose: 'REQUEST_EXECUTION', subjects: [key] });
    expect(await isFound(own)).toBe(true);
  });

  test('is not found either where the flag was set after asOf', async () => {
    const key = newKey();
    const changed = new Date(AS_OF + 3_600_000);
    await putPerson(register.owner, { key, person: { recorded_until: changed } });
    expect(await isFound(grantOn({ subjects: [key] }))).toBe(true);
    await putPerson(register.owner, { key, person: { recorded_from: changed, protected: true } });
    expect(await isFound(grantOn({ subjects: [key] }))).toBe(false);
  });

  test('costs the statements of one who is not in the register, nor in the grant', async () => {
    const key = newKey();
    await putPerson(register.owner, { key, person: { protected: true } });
    const statements = async (subjects: readonly string[]) => {
      register.forget();
      await isFound(grantOn({ subjects }));
      return [...register.sent];
    };
    const sent = await statements([key]);
    expect(sent).toHaveLength(1);
    expect(await statements([newKey()])).toEqual(sent);
    expect(await statements([])).toEqual(sent);
  });
});

describe('the record as of asOf', () => {
  const change = new Date(AS_OF);

  test('is the one recorded then, not the one that took its place', async () => {
    const key = newKey();
    const person = { date_of_birth: '1980', recorded_until: change };
    await putPerson(register.owner, { key, person });
    const newer = { date_of_birth: '1981', recorded_from: change };
    await putPerson(register.owner, { key, person: newer });
    const born = async (asOf: number) => {
      const reader = read(grantOn({ subjects: [key], asOf }));
      const found = await reader.load(1);
      return found && (await reader.fact(found, 'dateOfBirth'));
    };
    expect(await born(AS_OF - 1)).toBe('1980');
    expect(await born(AS_OF)).toBe('1981');
  });

  test('is none for a person recorded later', async () => {
    const key = newKey();
    await putPerson(register.owner, { key, person: { recorded_from: new Date(AS_OF + 1) } });
    expect(await isFound(grantOn({ subjects: [key] }))).toBe(false);
    expect(await isFound(grantOn({ subjects: [key], asOf: AS_OF + 1 }))).toBe(true);
  });
});

describe('the page', () => {
  const keys = Array.from({ length: 7 }, (_, i) => `page-${i + 1}`);
  beforeAll(async () => {
    for (const key of keys.filter((one) => one !== 'page-3')) {
      await putPerson(register.owner, { key, person: { protected: key === 'page-5' } });
    }
  });

  test.each([
    { first: 3, after: 0, numbers: [1, 2, 4], more: true },
    { first: 3, after: 4, numbers: [6, 7], more: false },
    { first: 5, after: 0, numbers: [1, 2, 4, 6, 7], more: false },
    { first: 4, after: 0, numbers: [1, 2, 4, 6], more: true },
    { first: 5, after: 7, numbers: [], more: false },
  ])('first $first after $after', async ({ first, after, numbers, more }) => {
    const page = await read(grantOn({ subjects: keys })).list({ first, after });
    expect(page.found.map(({ subject }) => subject.n)).toEqual(numbers);
    expect(page.more).toBe(more);
  });

  test('carries each subject with its ledger key, and the same object as load', async () => {
    const reader = read(grantOn({ subjects: keys }));
    const [one] = (await reader.list({ first: 1, after: 0 })).found;
    expect(one?.key).toEqual(ledgerKey('page-1'));
    expect(await reader.load(1)).toBe(one);
    expect(await reader.load(8)).toBeUndefined();
    expect(await reader.load(3)).toBeUndefined();
  });
});

test('a database that is gone is UNAVAILABLE, and says nothing else', async () => {
  const away = await openTestRegister();
  const reader = away.open({ grant: grantOn({ subjects: ['x'] }), asked: EVERYTHING, now: NOW });
  await reader.load(1);
  await away.close();
  await expect(reader.load(2)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
});
