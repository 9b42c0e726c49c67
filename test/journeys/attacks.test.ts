import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Item } from '../../src/treaty/index.js';
import { ATTACKS, type Attack } from '../cases/attacks.js';
import { CANARY_OF, canaryPerson } from '../support/canaries.js';
import { type Reply, startGateway, type TestGateway } from '../support/gateway.js';
import { sampleRequest } from '../support/requests.js';

const PURPOSE = 'IRREGULAR_MIGRATION_PREVENTION';
const own = sampleRequest({ purpose: PURPOSE, people: ['canary', 'canary-2'] });
const foreign = sampleRequest({ purpose: PURPOSE, people: ['canary-3'], by: 'KZ-MLSPP' });

let gateway: TestGateway;
beforeAll(async () => {
  const people = ['canary', 'canary-2', 'canary-3'].map(canaryPerson);
  gateway = await startGateway({ people, requests: [own, foreign] });
});
afterAll(() => gateway.close());

const OPEN: ReadonlySet<Item> = new Set<Item>([
  'NAME_CYRILLIC',
  'NAME_LATIN',
  'DATE_OF_BIRTH',
  'CITIZENSHIP_EVENT',
  'DOCUMENT',
  'REGISTRATION',
  'PERMIT',
  'WORK_RIGHT',
  'ENTRY_BAN',
  'ENTRY_BAN_GROUNDS',
]);
const withheldCanaries = Object.entries(CANARY_OF).flatMap(([item, texts]) =>
  OPEN.has(item as Item) ? [] : texts,
);

const names = (text: string): string =>
  text
    .replaceAll('$ID1', `${own.id}.1`)
    .replaceAll('$REQUEST', own.id)
    .replaceAll('$UPPER', own.id.toUpperCase())
    .replaceAll('$FOREIGN1', `${foreign.id}.1`)
    .replaceAll('$KEY', 'canary');

async function attack({ query, variables, operationName, extra, headers }: Attack): Promise<Reply> {
  const standing = { persona: gateway.persona('KZ-MIA'), request: own.id, purpose: PURPOSE };
  const body =
    extra?.['0'] === undefined
      ? { query: names(query), variables, operationName, ...extra }
      : [extra['0']];
  return gateway.ask(standing, body, headers);
}

const codesOf = ({ json }: Reply): readonly unknown[] =>
  (json.errors ?? []).map(({ extensions }) => extensions.code);

test('the table holds at least 60 attacks, no two of one name', () => {
  expect(ATTACKS.length).toBeGreaterThanOrEqual(60);
  expect(new Set(ATTACKS.map(({ name }) => name)).size).toBe(ATTACKS.length);
});

test('the canaries are in the register: under another purpose they are released', async () => {
  const identity = sampleRequest({ purpose: 'IDENTITY_ESTABLISHMENT', people: ['canary'] });
  await gateway.addRequest(identity);
  const standing = {
    persona: gateway.persona('KZ-MIA'),
    request: identity.id,
    purpose: 'IDENTITY_ESTABLISHMENT',
  };
  const reply = await gateway.ask(standing, {
    query: '{ subjects { edges { node { sex placeOfBirth fingerprintCard { content } } } } }',
  });
  expect(reply.text).toContain('canary-place-of-birth');
  expect(reply.text).toContain('NOT_APPLICABLE');
  expect(reply.text).toContain(CANARY_OF.FINGERPRINT_CARD?.[0]);
});

describe('A-8.1 A-11.2 a partner who wants more', () => {
  test.each(ATTACKS)('$name', async (each) => {
    const reply = await attack(each);
    // Only an enum's own name may stand in a validation location; no canary may stand anywhere.
    expect(withheldCanaries.filter((canary) => reply.text.includes(canary))).toEqual([]);
    expect(reply.text).not.toMatch(/did you mean|cannot query|syntax error/i);
    expect(reply.status).toBeLessThan(500);
    if (each.codes !== undefined) expect(codesOf(reply)).toEqual(each.codes);
  });
});
