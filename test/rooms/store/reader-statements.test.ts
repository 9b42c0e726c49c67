/** What is sent to PostgreSQL: nothing of an item that is withheld, and one statement for one kind of record. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Grant } from '../../../src/requests/index.js';
import { ITEMS, loadInstruments } from '../../../src/treaty/index.js';
import { ITEM_TRACES } from '../../cases/item-traces.js';
import { openTestRegister, type TestRegister } from '../../support/open-register.js';
import {
  EVERY_ITEM,
  EVERYTHING,
  grantOn,
  NOW,
  putPerson,
  without,
} from '../../support/register-rows.js';

const LISTS = [
  'otherNames',
  'citizenships',
  'citizenshipEvents',
  'documents',
  'registrations',
  'permits',
  'workRights',
  'entryBans',
  'administrativeLiability',
  'criminalLiability',
  'travelRoute',
];
const RECORDS = ['nameCyrillic', 'nameLatin', 'photograph', 'fingerprintCard'];
const FACTS = ['sex', 'civilStatus', 'dateOfBirth', 'placeOfBirth'];

let register: TestRegister;

beforeAll(async () => {
  register = await openTestRegister();
  for (const key of ['a', 'b', 'c']) await putPerson(register.owner, { key });
});
afterAll(() => register.close());
beforeEach(() => register.forget());

/** Asks for everything of everybody, as resolvers do: all at once. */
async function readEverything(grant: Grant, asked = EVERYTHING) {
  const reader = register.open({ grant, asked, now: NOW });
  const { found } = await reader.list({ first: 100, after: 0 });
  const finding = register.sent.length;
  const answers = await Promise.all(
    found.flatMap((one) => [
      ...FACTS.map((field) => reader.fact(one, field)),
      ...RECORDS.map((field) => reader.record(one, field)),
      ...LISTS.map((field) => reader.records(one, field)),
      reader.isNationalOf(one, 'KAZ'),
    ]),
  );
  // What asks for a ticket reads nothing.
  const reading = register.sent.slice(finding).filter((text) => !text.includes('granted.admit('));
  return { found, answers, reading };
}

const purposes = [...loadInstruments().values()].flatMap(({ id, opens }) =>
  [...opens].map(([purpose, items]) => ({ instrument: id, purpose, items: [...items.keys()] })),
);

describe.each(purposes)('A-6 $instrument $purpose', ({ instrument, purpose, items }) => {
  const grant = grantOn({ instrument, purpose, subjects: ['a', 'b', 'c'] });

  test('an item that the purpose does not open reaches no statement, whatever the subject holds', async () => {
    const subjects = grant.subjects.map((subject) => ({ ...subject, items: EVERY_ITEM }));
    const { reading } = await readEverything({ ...grant, subjects });
    const closed = ITEMS.filter((item) => !items.includes(item));
    expect(closed.filter((item) => reading.some((text) => ITEM_TRACES[item].test(text)))).toEqual(
      [],
    );
  });

  test.each(items)('%s withheld alone reaches no statement; granted, it does', async (item) => {
    const granted = await readEverything(grant);
    expect(granted.reading.some((text) => ITEM_TRACES[item].test(text))).toBe(true);
    register.forget();
    const { reading } = await readEverything(without(grant, item));
    expect(reading.filter((text) => ITEM_TRACES[item].test(text))).toEqual([]);
  });
});

test('what is not asked reaches no statement', async () => {
  const grant = grantOn({ subjects: ['a'] });
  const asked = new Set(['Person.permits', 'Permit.status']);
  const { reading } = await readEverything(grant, asked);
  expect(reading).toHaveLength(2);
  expect(reading.join('\n')).toMatch(/permits_known/);
  expect(reading.join('\n')).toMatch(/"status"/);
  expect(reading.join('\n')).not.toMatch(/valid_until|authority_name|"kind"|date_of_birth/);
});

test('one statement for one kind of record, however many persons', async () => {
  const one = await readEverything(grantOn({ subjects: ['a'] }));
  register.forget();
  const three = await readEverything(grantOn({ subjects: ['a', 'b', 'c'] }));
  expect(three.found).toHaveLength(3);
  expect([...three.reading].sort()).toEqual([...one.reading].sort());
  expect(new Set(three.reading).size).toBe(three.reading.length);
});

test('A-10.4a a subject without an item is in no statement that reads it', async () => {
  const grant = grantOn({ subjects: ['a', 'b'] });
  const [a, b] = without(grant, 'PERMIT').subjects;
  const [, full] = grant.subjects;
  if (a === undefined || b === undefined || full === undefined) throw new Error('no subjects');
  await putPerson(register.owner, {
    key: 'd',
    rows: { permit: [{ status: 'VALID' }], work_right: [{ basis: 'EXEMPT' }] },
  });
  const subjects = [
    { ...a, person: 'd' },
    { ...full, person: 'd' },
  ];
  const reader = register.open({ grant: { ...grant, subjects }, asked: EVERYTHING, now: NOW });
  const { found } = await reader.list({ first: 10, after: 0 });
  const permits = await Promise.all(found.map((one) => reader.records(one, 'permits')));
  expect(permits).toMatchObject([null, [{ status: 'VALID', subject: { n: 2 } }]]);
  const rights = await Promise.all(found.map((one) => reader.records(one, 'workRights')));
  expect(rights).toMatchObject([[{ subject: { n: 1 } }], [{ subject: { n: 2 } }]]);
});

test('nothing that a caller or a record says stands in a text', async () => {
  const key = `o'; drop table register.person; --"\\{}`;
  await putPerson(register.owner, { key });
  register.forget();
  const reader = register.open({
    grant: grantOn({ subjects: [key] }),
    asked: EVERYTHING,
    now: NOW,
  });
  const found = await reader.load(1);
  if (found === undefined) throw new Error('the subject is not found');
  expect(await reader.isNationalOf(found, "KAZ' or true --")).toBe('UNDETERMINED');
  expect(await reader.fact(found, 'dateOfBirth')).toBe('1990-05-17');
  expect(register.sent.join('\n')).not.toMatch(/drop|or true/);
});
