/**
 * The build with every check of the application removed, over real HTTP: everything is judged open and read, under
 * a grant of every item. What the second wall does not open, no answer holds.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Rooms } from '../../src/rooms.js';
import { type Item, itemOf, loadInstruments } from '../../src/treaty/index.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { openGrant } from '../support/open-handed-register.js';
import { askOn } from '../support/people.js';
import { wholePerson } from '../support/whole-person.js';

const PURPOSE = 'PERSON_DETECTION';

/** Every grant opens everything: whoever asks whether something may be told is told that it may. */
function withoutChecks({ grants, ...rooms }: Rooms): Rooms {
  return {
    ...rooms,
    grants: {
      ...grants,
      use: (caller, asked, work) => grants.use(caller, asked, (grant) => work(openGrant(grant))),
    },
  };
}

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway({ people: [wholePerson('whole')], between: withoutChecks });
});
afterAll(() => gateway.close());

const SELECTIONS: Readonly<Record<string, string>> = {
  nameLatin: '{ surname }',
  sex: '',
  civilStatus: '',
  dateOfBirth: '',
  placeOfBirth: '',
  otherNames: '{ surname }',
  citizenshipEvents: '{ kind }',
  registrations: '{ place }',
  permits: '{ status }',
  workRights: '{ basis }',
  entryBans: '{ kind }',
  administrativeLiability: '{ stage }',
  criminalLiability: '{ stage }',
  photograph: '{ content }',
  fingerprintCard: '{ content }',
  travelRoute: '{ country }',
};

const opens: ReadonlyMap<Item, unknown> =
  loadInstruments().get('AZ-KZ-2019')?.opens.get(PURPOSE) ?? new Map();

test.each(Object.entries(SELECTIONS))('A-11.4 %s', async (field, below) => {
  const item = itemOf(`Person.${field}`);
  const { text, status } = await askOn(gateway, {
    plan: { purpose: PURPOSE, people: ['whole'] },
    selection: `value: ${field} ${below}`,
  });
  const isOpen = item !== undefined && opens.has(item);
  // What is closed is refused by PostgreSQL, and the answer with it; or its row is not there.
  const told = /"value":(?!null|\[\])/.test(text);
  expect({ told, status }).toEqual({ told: isOpen, status: isOpen ? 200 : status });
});
