/** The example operations, typed by codegen, each asked by the persona it was written for. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type {
  IdentityEstablishmentQuery,
  InstrumentsQuery,
  InterviewArrangementQuery,
  ReadmissionQuery,
  RequestExecutionQuery,
} from '../../src/console/index.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { withheldOf } from '../support/people.js';
import { readPolicy } from '../support/policy-tables.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const textOf = (purpose: string): string => {
  const name = purpose.toLowerCase().replaceAll('_', '-');
  return readFileSync(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');
};

async function run<Data>(instrument: string, purpose: string) {
  const reply = await gateway.ask(gateway.standing(instrument, purpose), {
    query: textOf(purpose),
  });
  // The type was made from the same text by codegen.
  return { reply, data: reply.json.data as Data };
}

test.each(readPolicy('purposes'))('$instrument $purpose answers its example', async (row) => {
  const { reply } = await run(row.instrument ?? '', row.purpose ?? '');
  expect(reply.status).toBe(200);
  expect(new Set((reply.json.errors ?? []).map(({ extensions }) => extensions.code))).toEqual(
    new Set(['FIELD_WITHHELD']),
  );
});

test('identity: names, birth and photograph; registrations withheld', async () => {
  const { data, reply } = await run<IdentityEstablishmentQuery>(
    'AZ-KZ-2019',
    'IDENTITY_ESTABLISHMENT',
  );
  const [first] = data.subjects.edges;
  expect(first?.node.nameLatin?.surname).toMatch(/^[A-Z]/);
  expect(first?.node.photograph?.mediaType).toBe('image/png');
  expect(withheldOf(reply)).toContain('Person.registrations');
});

test('readmission: the whole of 17(c), and no fingerprints', async () => {
  const { data, reply } = await run<ReadmissionQuery>('EU-AZ-2014', 'READMISSION');
  const node = data.subjects.edges[0]?.node;
  expect(node?.travelRoute?.length).toBeGreaterThan(0);
  expect(node?.documents?.[0]?.expiresOn).toMatch(/^\d{4}/);
  expect(withheldOf(reply)).toEqual(['Person.fingerprintCard']);
});

test('execution: the officer sees what he must weigh', async () => {
  const { data } = await run<RequestExecutionQuery>('AZ-KZ-2019', 'REQUEST_EXECUTION');
  const node = data.subjects.edges[0]?.node;
  expect(node?.entryBans?.[0]?.grounds?.[0]?.text).toBeTruthy();
  expect(node?.sex).toBeTruthy();
});

test('B-4b the memorandum: nobody', async () => {
  const { data } = await run<InterviewArrangementQuery>('AZ-BE-2019', 'INTERVIEW_ARRANGEMENT');
  expect(data.subjects.edges).toEqual([]);
});

test('instruments are public, and say what is unconfirmed and what binds', async () => {
  const persona = gateway.persona('XX-NONE');
  const reply = await gateway.ask({ persona }, { query: textOf('INSTRUMENTS') });
  const data = reply.json.data as InstrumentsQuery;
  const said = data.instruments.map(({ id, confirmed, bindingForce }) => ({
    id,
    confirmed,
    bindingForce,
  }));
  expect(said).toEqual(
    expect.arrayContaining([
      { id: 'AZ-KZ-2019', confirmed: true, bindingForce: 'TREATY' },
      { id: 'AZ-BE-2019', confirmed: true, bindingForce: 'NONE' },
      { id: 'EU-AZ-2014', confirmed: false, bindingForce: 'TREATY' },
    ]),
  );
});
