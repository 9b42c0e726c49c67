/**
 * A-7(5): a business or an international organisation, whatever its token says, is told nothing personal, no case, no
 * report, no activity: through every root field that there is.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildGraphSchema } from '../../src/graph/schema.js';
import { everyRoot, saidIn } from '../support/every-root.js';
import { type Standing, startGateway, type TestGateway } from '../support/gateway.js';

const KNOWN = '00000000-0000-4000-8000-000000000000';
const schema = buildGraphSchema();
const roles = everyRoot(schema, 'role', KNOWN);
const structural = everyRoot(schema, 'structural', KNOWN);

let gateway: TestGateway;
let theirs: Standing;
beforeAll(async () => {
  gateway = await startGateway();
  theirs = gateway.standing('AZ-KZ-2019', 'PERSON_DETECTION');
});
afterAll(() => gateway.close());

const READERS = [
  ['an international organisation', 'XX-IOM', 'PARTNER_GATEWAY'],
  ['an officer of it that calls itself coordinator', 'XX-IOM', 'COORDINATOR'],
  ['a business', 'AZ-OIL', 'REQUESTING_ANALYST'],
  ['a business that calls itself auditor', 'KZ-ACME', 'AUDITOR'],
] as const;

test('every root field is among those that are asked', () => {
  expect(roles.length).toBeGreaterThan(70);
  expect(structural.map(({ name }) => name)).toEqual(['subjects', 'person']);
});

test.each(READERS)('A-1.2, A-7 %s is told nothing', async (_, authority, role) => {
  const persona = await gateway.callAs({ authority, role });
  for (const { name, query, variables } of roles) {
    const { json } = await gateway.ask({ persona }, { query, variables });
    expect(json.errors, name).toBeUndefined();
    expect(saidIn(json.data), name).toEqual([]);
  }
  for (const { name, query, variables } of structural) {
    const bare = await gateway.ask({ persona }, { query, variables });
    expect(codesOf(bare), name).toEqual(['PURPOSE_REQUIRED']);
    const borrowed = await gateway.ask({ ...theirs, persona }, { query, variables });
    expect(codesOf(borrowed), name).toEqual(['NO_GRANT']);
  }
});

const codesOf = ({ json }: Awaited<ReturnType<TestGateway['ask']>>) =>
  json.errors?.map(({ extensions }) => extensions.code);

test('and the same questions say something to whom there is something to say', async () => {
  const auditor = gateway.persona('AZ-SMS', 'AUDITOR');
  const said: string[] = [];
  for (const { name, query, variables } of roles) {
    const { json } = await gateway.ask({ persona: auditor }, { query, variables });
    if (saidIn(json.data).length > 0) said.push(name);
  }
  expect(said).toContain('auditEvidence');
});
