/** The whole gateway over HTTP: to an outsider a case that exists and one that does not are the same bytes (A-11.1 a). */

import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemIds } from '../../src/base/index.js';
import { exchangeKeyPaths, ledgerKeyPath } from '../../src/data-folder.js';
import { makeCertificateAuthority } from '../../src/development/index.js';
import { type Caller, openDevelopmentIssuer } from '../../src/identity/index.js';
import { createMessageKey } from '../../src/partner/index.js';
import { createKeyFile } from '../../src/store/index.js';
import { draft } from '../support/case-drafts.js';
import { makeDataDir } from '../support/data-dir.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { rawAsk, without } from '../support/raw-ask.js';
import { NOW } from '../support/requests.js';

const clock = { now: () => NOW };
let dataDir: string;
let gateway: TestGateway;
let known: string;
beforeAll(async () => {
  dataDir = await makeDataDir();
  const paths = exchangeKeyPaths(dataDir);
  await createKeyFile(ledgerKeyPath(dataDir), 'development');
  await createMessageKey(paths.signing, 'Ed25519', 'development');
  await createMessageKey(paths.encryption, 'X25519', 'development');
  const certifier = makeCertificateAuthority('test', { clock, ids: systemIds });
  const tls = { ...certifier.issue({ name: 'AZ-SMS', hosts: ['127.0.0.1'] }), ca: certifier.cert };
  gateway = await startGateway({
    people: [],
    requests: [],
    config: {
      dataDir,
      exchange: { port: 0, origin: null, tls, partners: [], witnessOutOfReach: 'SERVE' },
    },
  });
  known = await savedDraft();
});
afterAll(async () => {
  await gateway.close();
  await rm(dataDir, { recursive: true, force: true });
});

const ANALYST = { role: 'REQUESTING_ANALYST', authority: 'AZ-SMS', officer: 'AZ-SMS-1' } as const;

async function ask(as: Partial<Caller>, query: string, variables: object = {}) {
  const caller: Caller = { ...ANALYST, unit: null, gateway: null, ...as };
  const { sign } = await openDevelopmentIssuer({ clock, dataDir });
  const persona = { ...gateway.persona('AZ-SMS'), token: await sign(caller) };
  const answer = await rawAsk(gateway, { standing: { persona }, body: { query, variables } });
  return without(answer, 'date');
}

async function savedDraft(): Promise<string> {
  const query =
    'mutation ($document: DraftInput!) { saveDraft(document: $document) { case { id } faults { code at } } }';
  const { body } = await ask(ANALYST, query, {
    document: { ...draft, requestedAuthority: 'KZ-MIA' },
  });
  const { saveDraft } = JSON.parse(body).data;
  expect(saveDraft.faults).toEqual([]);
  return saveDraft.case.id;
}

const UNKNOWN = '11111111-1111-4111-8111-111111111111';
const OUTSIDERS: readonly (readonly [string, Partial<Caller>])[] = [
  ['a partner gateway', { role: 'PARTNER_GATEWAY', authority: 'KZ-MIA', gateway: 'gateway.kz' }],
  ['a coordinator of a partner', { role: 'COORDINATOR', authority: 'KZ-MIA' }],
  ['another ministry of the partner', { role: 'AUDITOR', authority: 'KZ-MLSPP' }],
  ['a developer', { role: 'DEVELOPER' }],
  ['an analyst who is not on it', { officer: 'AZ-SMS-2' }],
  ['an executing officer who is not on it', { role: 'EXECUTING_OFFICER', officer: 'AZ-SMS-3' }],
];
const ASKED: readonly (readonly [string, string])[] = [
  ['case', 'query ($id: ID!) { case(id: $id) { id state substance timeline { kind } } }'],
  ['candidates', 'query ($id: ID!) { candidates(case: $id, n: 1) { candidate score } }'],
  [
    'answer',
    'query ($id: ID!) { answer(case: $id, purpose: READMISSION) { answer receipt fault } }',
  ],
  [
    'enclosure',
    `query ($id: ID!) { enclosure(case: $id, enclosure: "${UNKNOWN}") { sha256 content } }`,
  ],
  [
    'letter',
    'query ($id: ID!) { letter(case: $id, kind: ANSWER) { letter { sha256 } faults { code at } } }',
  ],
  [
    'withdraw',
    `mutation ($id: ID!) { withdraw(case: $id, id: "${UNKNOWN}", reason: NO_LONGER_NEEDED) { case { id } faults { code at } } }`,
  ],
  [
    'assign',
    'mutation ($id: ID!) { assign(case: $id, officer: "AZ-SMS-2") { case { id } faults { code at } } }',
  ],
  [
    'a faulty input',
    'mutation ($id: ID!) { sendRequest(case: $id, id: "") { faults { code at } } }',
  ],
];
const LIST = '{ cases(box: DRAFTS) { edges { cursor node { id } } pageInfo { hasNextPage } } }';

describe('A-11.1 a: over HTTP', () => {
  test('the analyst whose it is sees it', async () => {
    expect((await ask(ANALYST, LIST)).body).toContain(known);
    const [, query] = ASKED[0] ?? ['', ''];
    expect((await ask(ANALYST, query, { id: known })).body).toContain('"state":"DRAFT"');
  });

  test.each(OUTSIDERS)('%s gets the same bytes for both', async (_who, as) => {
    for (const [what, query] of ASKED) {
      const here = await ask(as, query, { id: known });
      expect([what, here]).toEqual([what, await ask(as, query, { id: UNKNOWN })]);
      expect([what, here]).toEqual([what, await ask(as, query, { id: 'no-id' })]);
      expect(here.status).toBe(200);
      expect(here.body).not.toContain(known);
    }
  });

  test.each(OUTSIDERS)('%s gets the same list before and after another came', async (_who, as) => {
    const before = await ask(as, LIST);
    await savedDraft();
    expect(await ask(as, LIST)).toEqual(before);
  });
});
