/**
 * A-7(5): a business or an international organisation, whatever its token says, is told nothing personal, no case, no
 * report, no activity: through every root field that there is, of ids that are known.
 */
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ledgerKeyPath } from '../../src/data-folder.js';
import type { PersonaView } from '../../src/development/index.js';
import { buildGraphSchema } from '../../src/graph/schema.js';
import { type Caller, openDevelopmentIssuer } from '../../src/identity/index.js';
import { createKeyFile } from '../../src/store/index.js';
import { draft } from '../support/case-drafts.js';
import { makeDataDir } from '../support/data-dir.js';
import { everyRoot, type RootOperation, saidIn } from '../support/every-root.js';
import { type Standing, startGateway, type TestGateway } from '../support/gateway.js';
import { NOW } from '../support/requests.js';
import { withDoor } from '../support/with-door.js';

const schema = buildGraphSchema();
const structural = everyRoot(schema, 'structural', 'AZ-KZ-2019');

let dataDir: string;
let gateway: TestGateway;
let theirs: Standing;
/** A case and an activity that are there. */
let known: readonly string[];
beforeAll(async () => {
  dataDir = await makeDataDir();
  await createKeyFile(ledgerKeyPath(dataDir), 'development');
  gateway = await startGateway({ config: await withDoor(dataDir) });
  theirs = gateway.standing('AZ-KZ-2019', 'PERSON_DETECTION');
  await recordedContact();
  known = [await savedDraft(), await proposedActivity()];
});
afterAll(async () => {
  await gateway.close();
  await rm(dataDir, { recursive: true, force: true });
});

const OFFICER = { authority: 'AZ-SMS', officer: 'AZ-SMS-1' } as const;

async function callAs(as: Pick<Caller, 'authority' | 'role'>): Promise<PersonaView> {
  const { sign } = await openDevelopmentIssuer({ clock: { now: () => NOW }, dataDir });
  const isGateway = as.role === 'PARTNER_GATEWAY';
  const caller = {
    officer: 'TEST-1',
    unit: null,
    gateway: isGateway ? 'gateway.invalid' : null,
    ...as,
  };
  return { ...as, persona: 'test', requests: [], token: await sign(caller) };
}

async function idOf(persona: PersonaView, query: string, variables: object): Promise<string> {
  const { json } = await gateway.ask({ persona }, { query, variables });
  const [made] = saidIn(json.data);
  if (typeof made !== 'string') throw new Error(JSON.stringify(json));
  return made;
}

const savedDraft = async () =>
  idOf(
    await callAs({ ...OFFICER, role: 'REQUESTING_ANALYST' }),
    'mutation ($document: DraftInput!) { saveDraft(document: $document) { case { id } faults { code at } } }',
    { document: { ...draft, requestedAuthority: 'KZ-MIA' } },
  );

const proposedActivity = async () =>
  idOf(
    await callAs({ ...OFFICER, role: 'COORDINATOR' }),
    'mutation ($plan: ActivityPlanInput!) { proposeActivity(plan: $plan) { activity { id } faults { code at } } }',
    {
      plan: {
        ...{ instrument: 'AZ-BE-2019', clause: '1(c)', kind: 'JOINT_PROJECT', place: 'Baku' },
        ...{ authorities: ['AZ-SMS', 'BE-IO'], title: { en: 'Project' } },
        ...{ from: '2026-07-01', until: '2026-07-03' },
        bodies: [
          { kind: 'INTERNATIONAL_ORGANISATION', name: 'IOM' },
          { kind: 'BUSINESS', name: 'Oil' },
        ],
      },
    },
  );

const recordedContact = async () =>
  idOf(
    await callAs({ ...OFFICER, role: 'COORDINATOR' }),
    `mutation ($point: ContactPointInput!) {
      recordContactPoint(point: $point, from: "2026-01-01T00:00:00.000Z", note: "Letter") {
        contactPoint { id } faults { code at } } }`,
    { point: { id: 'desk', name: 'Desk', address: 'Baku', duties: ['COMMUNICATION'] } },
  );

const READERS = [
  ['an international organisation', 'XX-IOM', 'PARTNER_GATEWAY'],
  ['a business that calls itself coordinator', 'AZ-OIL', 'COORDINATOR'],
  ['a business that calls itself auditor', 'KZ-ACME', 'AUDITOR'],
] as const;

const codesOf = ({ json }: Awaited<ReturnType<TestGateway['ask']>>) =>
  json.errors?.map(({ extensions }) => extensions.code);

test('every root field is among those that are asked', () => {
  expect(everyRoot(schema, 'role', '').length).toBeGreaterThan(70);
  expect(structural.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['subjects', 'person']),
  );
});

async function expectNothing(
  persona: PersonaView,
  { name, query, variables }: RootOperation,
): Promise<void> {
  const { json } = await gateway.ask({ persona }, { query, variables });
  expect(json.errors, name).toBeUndefined();
  expect(saidIn(json.data), name).toEqual([]);
}

test.each(READERS)('A-1.2, A-7 %s is told nothing', async (_, authority, role) => {
  const persona = await callAs({ authority, role });
  for (const id of known) {
    for (const root of everyRoot(schema, 'role', id)) await expectNothing(persona, root);
  }
  for (const { name, query, variables } of structural) {
    const bare = await gateway.ask({ persona }, { query, variables });
    expect(codesOf(bare), name).toEqual(['PURPOSE_REQUIRED']);
    const borrowed = await gateway.ask({ ...theirs, persona }, { query, variables });
    expect(codesOf(borrowed), name).toEqual(['NO_GRANT']);
  }
});

test.each([
  ['AUDITOR', ['case', 'activity', 'activities', 'contactPoints', 'auditEvidence']],
  ['COORDINATOR', ['case', 'activity', 'activities', 'contactPoints']],
] as const)('the same questions say something to the %s of this authority', async (role, names) => {
  const persona = await callAs({ ...OFFICER, role });
  const said: string[] = [];
  for (const id of known) {
    for (const { name, query, variables } of everyRoot(schema, 'role', id)) {
      if (query.startsWith('mutation')) continue;
      const { json } = await gateway.ask({ persona }, { query, variables });
      if (saidIn(json.data).length > 0) said.push(name);
    }
  }
  expect(said).toEqual(expect.arrayContaining([...names]));
});
