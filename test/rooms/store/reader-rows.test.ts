/** The row rules against a real register: each row of a case is one that may be released, or one that may not. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Grant } from '../../../src/requests/index.js';
import { CHILD_CASES, CHILD_FIELDS, ROW_CASES } from '../../cases/register-rows.js';
import { openTestRegister, type TestRegister } from '../../support/open-register.js';
import { EVERYTHING, grantOn, NOW, putPerson } from '../../support/register-rows.js';

let register: TestRegister;
let last = 0;

beforeAll(async () => {
  register = await openTestRegister();
});
afterAll(() => register.close());

const newKey = () => `case-${++last}`;

async function readList(grant: Grant, field: string) {
  const reader = register.open({ grant, asked: EVERYTHING, now: NOW });
  const found = await reader.load(1);
  if (found === undefined) throw new Error('the subject is not found');
  const record = await reader.record(found, field);
  return (await reader.records(found, field)) ?? (record === null ? [] : [record]);
}

describe.each(ROW_CASES)('$id $field under $purpose: $rule', (one) => {
  test.each(one.rows)('%j', async (expected, columns) => {
    const key = newKey();
    await putPerson(register.owner, { key, rows: { [one.table]: [columns] } });
    const grant = grantOn({ instrument: one.instrument, purpose: one.purpose, subjects: [key] });
    expect(await readList(grant, one.field)).toHaveLength(expected === 'released' ? 1 : 0);
  });
});

describe.each(CHILD_FIELDS)('A-10.4d $id $field of a child', (one) => {
  test.each(CHILD_CASES)('%j', async ({ adultOn, decided, released }) => {
    const key = newKey();
    await putPerson(register.owner, {
      key,
      person: { adult_on: adultOn },
      rows: { [one.table]: [one.columns] },
    });
    const grant = grantOn({ purpose: one.purpose, subjects: [key] });
    const subjects = grant.subjects.map((subject) => ({ ...subject, childItems: decided }));
    expect(await readList({ ...grant, subjects }, one.field)).toHaveLength(released ? 1 : 0);
  });
});

test('A-5.2 the grounds of a ban come with the ban, and only of one in force', async () => {
  const key = newKey();
  await putPerson(register.owner, {
    key,
    rows: {
      entry_ban: [
        { kind: 'ENTRY', banned_from: '2020', banned_until: '2021', grounds_known: true },
        { kind: 'ENTRY', banned_from: '2025', indefinite: true, grounds_known: true },
        { kind: 'EXIT', banned_from: '2025', indefinite: true },
      ],
      entry_ban_ground: [
        { ban_ordinal: 0, code: 'OLD' },
        { ban_ordinal: 1, ordinal: 0, code: 'DEBT', provision: '17', text: 'Долг' },
        { ban_ordinal: 1, ordinal: 1, code: 'RULES', provision: '18', text: 'Правила' },
      ],
    },
  });
  const bans = await readList(grantOn({ subjects: [key] }), 'entryBans');
  expect(bans.map(({ kind, grounds }) => ({ kind, grounds }))).toMatchObject([
    { kind: 'ENTRY', grounds: [{ code: 'DEBT', text: 'Долг' }, { code: 'RULES' }] },
    { kind: 'EXIT', grounds: null },
  ]);
});

test('A-6.1 A-6.6 A-6.12 values come out as the schema names them', async () => {
  const key = newKey();
  await putPerson(register.owner, {
    key,
    person: { sex: 'FEMALE', place_of_birth: 'Gəncə' },
    rows: {
      name_latin: [{ surname: 'Əliyeva', given_name: 'Aygün', origin: 'AS_WRITTEN' }],
      document: [
        { use: 'TRAVEL', number: 'C1', issued_on: '2020-05', authority_code: 'AZ-SMS' },
        { use: 'TRAVEL', number: 'C2', authority_code: 'X', authority_name: 'Somebody' },
        { use: 'TRAVEL', number: 'C3' },
      ],
      photograph: [{ media_type: 'image/png', content: Buffer.alloc(80, 0xfb), taken_on: '2021' }],
    },
  });
  const grant = grantOn({ purpose: 'PERSON_DETECTION', subjects: [key] });
  const reader = register.open({ grant, asked: EVERYTHING, now: NOW });
  const found = await reader.load(1);
  if (found === undefined) throw new Error('the subject is not found');
  expect(await reader.fact(found, 'sex')).toBe('FEMALE');
  expect(await reader.fact(found, 'placeOfBirth')).toBe('Gəncə');
  expect(await reader.fact(found, 'dateOfBirth')).toBe('1990-05-17');
  expect(await reader.record(found, 'nameLatin')).toMatchObject({
    surname: 'Əliyeva',
    givenName: 'Aygün',
    patronymic: null,
    subject: found.subject,
  });
  expect(await reader.record(found, 'nameCyrillic')).toBeNull();
  expect(await reader.records(found, 'documents')).toMatchObject([
    { number: 'C1', issuedOn: '2020-05', issuingAuthority: { code: 'AZ-SMS', name: null } },
    { number: 'C2', issuingAuthority: { code: 'X', name: 'Somebody' } },
    { number: 'C3', issuingAuthority: null },
  ]);
  expect(await reader.record(found, 'photograph')).toMatchObject({
    mediaType: 'image/png',
    content: Buffer.alloc(80, 0xfb).toString('base64'),
    takenOn: '2021',
  });
});

test('a list the register does not have is null, one known to be empty is []', async () => {
  const key = newKey();
  await putPerson(register.owner, { key, person: { permits_known: false } });
  const grant = grantOn({ subjects: [key] });
  const reader = register.open({ grant, asked: EVERYTHING, now: NOW });
  const found = await reader.load(1);
  if (found === undefined) throw new Error('the subject is not found');
  expect(await reader.records(found, 'permits')).toBeNull();
  expect(await reader.records(found, 'workRights')).toEqual([]);
});
