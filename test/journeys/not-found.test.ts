/**
 * Promise 4 for whole persons: protected, out of scope, deleted, recorded too late, never matched or never there is
 * one answer, byte for byte, in every purpose, as a list, a page or a person (A-3.1(2), A-10.4c). One request per
 * purpose; who two of its subjects stand for is changed under it.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cursorOf } from '../../src/graph/cursor.js';
import { parseReceipt } from '../../src/ledger/index.js';
import type { PersonRecord } from '../../src/register/index.js';
import { closePool, openImporter, openOwner, type Sql } from '../../src/store/index.js';
import { loadInstruments } from '../../src/treaty/index.js';
import { everything, everythingOf } from '../support/everything.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { headerOf, type RawAnswer, rawAsk, without } from '../support/raw-ask.js';
import { repeatingIds } from '../support/repeating-ids.js';
import { NOW, sampleRequest } from '../support/requests.js';
import { wholePerson } from '../support/whole-person.js';

const HOUR = 3_600_000;
const FOUND = ['first', 'last'] as const;

/** Subjects 2 and 4 stand for one of these; to know them would be to know something. */
const UNFOUND: Readonly<Record<string, readonly string[]>> = {
  'never matched': [],
  'no such key': ['nobody', 'no-one'],
  protected: ['protected-1', 'protected-2'],
  'flagged by a later import': ['flagged-1', 'flagged-2'],
  'deleted from the register': ['deleted-1', 'deleted-2'],
  'recorded after asOf': ['late-1', 'late-2'],
};
/** Out of the scope of an instrument that speaks of the Parties' nationals. */
const THIRD: Readonly<Record<string, readonly string[]>> = {
  'of a third country': ['third-1', 'third-2'],
  'of two third countries, one in the past': ['thirds-1', 'thirds-2'],
  'with a code of protection for a country': ['code-1', 'code-2'],
};

const keysOf = (name: string): readonly string[] => UNFOUND[name] ?? THIRD[name] ?? [];
const people = (name: string, change: Partial<PersonRecord>): readonly PersonRecord[] =>
  keysOf(name).map((id) => ({ ...wholePerson(id), ...change }));

const EARLY: readonly PersonRecord[] = [
  ...FOUND.map((id) => wholePerson(id)),
  ...['seen-1', 'seen-2'].map((id) => wholePerson(id, 'B')),
  ...people('protected', { protected: true }),
  ...people('flagged by a later import', {}),
  ...people('deleted from the register', {}),
  ...people('of a third country', { citizenships: [{ country: 'RUS' }] }),
  ...people('of two third countries, one in the past', {
    citizenships: [
      { country: 'TUR', until: '2001' },
      { country: 'RUS', since: '2001' },
    ],
  }),
  ...people('with a code of protection for a country', { citizenships: [{ country: 'XXB' }] }),
];
const LATE: readonly PersonRecord[] = [
  ...people('flagged by a later import', { protected: true }),
  ...people('recorded after asOf', {}),
];

const purposes = [...loadInstruments().values()].flatMap((instrument) =>
  [...instrument.purposes.values()].map(({ purpose, statedBy }) => {
    const request = sampleRequest({
      instrument: instrument.id,
      purpose,
      people: ['first', null, 'last', null],
    });
    return { instrument, purpose, statedBy, request };
  }),
);
type Purpose = (typeof purposes)[number];

let gateway: TestGateway;
let owner: Sql;
beforeAll(async () => {
  gateway = await startGateway({
    people: EARLY,
    requests: purposes.map(({ request }) => request),
    ids: repeatingIds('not-found'),
  });
  await gateway.importPeople(LATE, NOW - HOUR);
  owner = openOwner(gateway.urls.owner);
  const importer = openImporter({
    url: gateway.urls.owner,
    clock: { now: () => NOW - HOUR },
    ids: repeatingIds('deleted'),
  });
  await importer.remove(linesOf(keysOf('deleted from the register')));
});
afterAll(async () => {
  await closePool(owner);
  await gateway.close();
});

async function* linesOf(ids: readonly string[]): AsyncGenerator<Uint8Array> {
  yield Buffer.from(`${ids.join('\n')}\n`);
}

/** Makes subjects 2 and 4 of the request stand for these. */
async function standFor({ request }: Purpose, keys: readonly string[]): Promise<void> {
  for (const [at, n] of [2, 4].entries()) {
    await owner`update exchange.request_subject set person_key = ${keys[at] ?? null}
      where request_id = ${request.id} and n = ${n}`;
  }
}

interface Answer extends RawAnswer {
  readonly told: unknown;
}

const questionsOn = ({ request: { id } }: Purpose): readonly string[] => [
  everything(),
  ...[1, 2, 3, 4].map((first) => everything(`subjects(first: ${first})`)),
  ...[1, 2, 3, 4].map((n) => everything(`subjects(first: 1, after: "${cursorOf(n)}")`)),
  ...[1, 2, 4, 5].map((n) => everythingOf(`${id}.${n}`)),
  `{ person(id: "${id}.2") { __typename } subjects(first: 2) { pageInfo { hasNextPage } } }`,
];

/** What the receipt tells of people: it is the caller's to keep. */
function toldByReceipt(answer: RawAnswer): unknown {
  const receipt = parseReceipt(headerOf(answer, 'exchange-receipt') ?? '');
  const { subjects, clauses, coordinates } = JSON.parse(receipt?.entry ?? '{}');
  return { subjects, clauses, coordinates };
}

async function answersOn(purpose: Purpose): Promise<readonly Answer[]> {
  const isOfficer = purpose.statedBy === 'requested';
  const persona = isOfficer
    ? gateway.persona('AZ-SMS', 'EXECUTING_OFFICER')
    : gateway.persona(purpose.request.requestingAuthority);
  const standing = { persona, request: purpose.request.id, purpose: purpose.purpose };
  const answers: Answer[] = [];
  for (const query of questionsOn(purpose)) {
    const answer = await rawAsk(gateway, { standing, body: { query } });
    const told = toldByReceipt(answer);
    answers.push({ ...without(answer, 'date', 'exchange-receipt'), told });
  }
  return answers;
}

async function answersFor(purpose: Purpose, keys: readonly string[]) {
  await standFor(purpose, keys);
  return answersOn(purpose);
}

const stated = purposes.filter(({ statedBy }) => statedBy === 'requesting');

describe.each(stated)('promise 4, $instrument.id $purpose', (purpose) => {
  const { instrument } = purpose;
  const isOpen = (instrument.opens.get(purpose.purpose)?.size ?? 0) > 0;

  test.each(Object.keys(UNFOUND))(
    'A-10.4c %s: the same bytes as a person never matched',
    async (name) => {
      const unknown = await answersFor(purpose, []);
      expect(await answersFor(purpose, keysOf(name))).toEqual(unknown);
      expect(unknown.every(({ status }) => status === 200)).toBe(true);
    },
  );

  test.each(Object.keys(THIRD))(
    'A-3.1(2) %s: not found where the instrument says so',
    async (name) => {
      const unknown = await answersFor(purpose, []);
      const answers = await answersFor(purpose, keysOf(name));
      if (instrument.rows.nationalsOfPartiesOnly || !isOpen) expect(answers).toEqual(unknown);
      else expect(answers).not.toEqual(unknown);
    },
  );

  test('a person who may be found is', async () => {
    const unknown = await answersFor(purpose, []);
    const answers = await answersFor(purpose, ['seen-1', 'seen-2']);
    expect(isOpen).toBe(JSON.stringify(answers) !== JSON.stringify(unknown));
  });
});

test.each(purposes.filter(({ statedBy }) => statedBy === 'requested'))(
  'A-10.4c $instrument.id: the officer who weighs sees that somebody is there',
  async (purpose) => {
    const unknown = await answersFor(purpose, []);
    expect(await answersFor(purpose, keysOf('protected'))).not.toEqual(unknown);
  },
);

describe('what a later import changes', () => {
  const [purpose] = stated.filter((each) => each.purpose === 'PERSON_DETECTION');
  if (purpose === undefined) throw new Error('no such purpose');

  test('a record changed after asOf is not seen', async () => {
    await gateway.importPeople([wholePerson('changed', 'B')]);
    const before = await answersFor(purpose, ['changed', 'changed']);
    await gateway.importPeople([wholePerson('changed', 'C')], NOW - HOUR);
    expect(await answersOn(purpose)).toEqual(before);
  });

  test('A-10.4c a flag closes the grant at once', async () => {
    await gateway.importPeople([wholePerson('open', 'B')]);
    const unknown = await answersFor(purpose, []);
    expect(await answersFor(purpose, ['open', 'open'])).not.toEqual(unknown);
    await gateway.importPeople([{ ...wholePerson('open', 'B'), protected: true }], NOW - 1);
    expect(await answersOn(purpose)).toEqual(unknown);
  });
});
