/**
 * What was received, over real HTTP and mutual TLS between two gateways: a purpose changed with
 * consent, a transfer passed on twice, a correction and a recall that reach every recipient, and `sorgu export`.
 */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { play } from '../../scripts/demo/story.js';
import { verifyLedgerOf } from '../../scripts/demo/verify.js';
import { systemClock } from '../../src/base/index.js';
import { exportReceived } from '../../src/cli/index.js';
import { type Caller, openDevelopmentIssuer } from '../../src/identity/index.js';
import { signDocument } from '../../src/partner/index.js';
import { listen } from '../rooms/cli/desk.js';
import { ARGUMENTS } from '../support/case-site.js';
import { openTwoGateways, type TwoGateways } from '../support/two-gateways.js';
import { wholePerson } from '../support/whole-person.js';

const { civilStatus: _, ...whole } = wholePerson('one', '');
const person = {
  ...whole,
  nameCyrillic: whole.nameCyrillic && {
    ...whole.nameCyrillic,
    givenName: 'Пример',
    patronymic: null,
  },
  citizenships: [{ country: 'KAZ', since: '1992', until: null }],
};

let both: TwoGateways;
let about: string;
beforeAll(async () => {
  both = await openTwoGateways([person]);
  // The case was answered, read and closed: what was received is held on.
  about = await play({ ...both, person, say: () => undefined });
  const head = { about, officer: both.azHead.officer };
  expect(await faultsOf(both.az, BAKU, 'assignCustody', head)).toEqual([]);
}, 60_000);
afterAll(() => both.close());

type Gateway = TwoGateways['az'];
type As = Pick<Caller, 'role' | 'officer'>;
const ANALYST: As = { role: 'REQUESTING_ANALYST', officer: 'KZ-MIA-0417' };
const EXECUTING: As = { role: 'EXECUTING_OFFICER', officer: 'AZ-SMS-0101' };
const BAKU: As = { role: 'COORDINATOR', officer: 'AZ-SMS-0002' };
const HEAD = (): As => ({ role: 'SIGNATORY', officer: both.azHead.officer });
const BIRTH = { subjects: [1], items: ['DATE_OF_BIRTH'] };
const JUSTICE = { recipient: 'KZ-MOJ', recipientName: 'Министерство юстиции' };
const COURT = { recipient: 'KZ-COURT', recipientName: 'Суд' };
const PURPOSE = 'IDENTITY_ESTABLISHMENT';
const uuid = () => crypto.randomUUID();
const soon = () => new Date(Date.now() + 86_400_000).toISOString();

interface Answer {
  readonly values?: string | null;
  readonly faults: readonly { readonly code: string }[];
}

/** What is answered where nothing is withheld. */
async function dataOf<Data extends object>(
  at: Gateway,
  { as, query, variables }: { as: As; query: string; variables: object },
): Promise<Data> {
  const { data, errors } = await at.ask(as, query, { variables });
  if (data === null || errors.length > 0) throw new Error(JSON.stringify(errors));
  return data as object as Data;
}

async function act(...[at, as, name, given]: [Gateway, As, string, object]): Promise<Answer> {
  const declared = Object.keys(given).map((one) => `$${one}: ${ARGUMENTS[name]?.[one]}`);
  const passed = Object.keys(given).map((one) => `${one}: $${one}`);
  const fields = name === 'openReceived' ? 'values' : '';
  const query = `mutation (${declared.join(', ')}) { answer: ${name}(${passed.join(', ')}) { ${fields} faults { code } } }`;
  return (await dataOf<{ answer: Answer }>(at, { as, query, variables: given })).answer;
}

const faultsOf = async (...asked: Parameters<typeof act>) =>
  (await act(...asked)).faults.map(({ code }) => code);

interface Matter {
  readonly id: string;
  readonly state: string;
  readonly consentDraft: string | null;
  readonly waitingFor: readonly string[];
  readonly account: readonly { readonly recipient: string; readonly by: string | null }[];
  readonly steps: readonly { readonly step: string; readonly digest: string }[];
}

/** The newest matter of a kind, as somebody sees it. */
async function matterAt(at: Gateway, as: As, kind: string): Promise<Matter | undefined> {
  const query = `query ($about: ID!) { custody(about: $about) { matters {
    id kind state consentDraft waitingFor account { recipient by } steps { step digest } } } }`;
  interface Seen {
    custody: { matters: (Matter & { kind: string })[] };
  }
  const { custody } = await dataOf<Seen>(at, { as, query, variables: { about } });
  return custody.matters.filter((one) => one.kind === kind).at(-1);
}

async function until(...[at, as, kind, states]: [Gateway, As, string, readonly string[]]) {
  const state = async () => (await matterAt(at, as, kind))?.state ?? 'NONE';
  await expect.poll(state, { timeout: 30_000, interval: 50 }).toBeOneOf([...states]);
  const matter = await matterAt(at, as, kind);
  if (matter === undefined) throw new Error(`no ${kind}`);
  return matter;
}

/** Asks for a consent in Astana and has the head of Baku give it. */
async function consent(kind: string, name: string, given: object): Promise<void> {
  const wish = { about, id: uuid(), ...BIRTH, until: soon(), text: 'Нужно.', ...given };
  expect(await faultsOf(both.kz, ANALYST, name, wish)).toEqual([]);
  const { id, consentDraft } = await until(both.az, HEAD(), kind, ['ASKED']);
  const { signer } = both.azHead;
  const jws = await signDocument('consent', Buffer.from(consentDraft ?? ''), signer);
  const step = { about, id: uuid(), matter: id, jws, key: signer.publicJwk };
  expect(await faultsOf(both.az, HEAD(), 'giveConsent', step)).toEqual([]);
  await until(both.kz, ANALYST, kind, ['GIVEN']);
}

/** Runs `sorgu export` against Astana as its analyst. */
async function exporting(out: string, change: object = {}) {
  const { dataDir, url, authority } = both.kz;
  const issuer = await openDevelopmentIssuer({ clock: systemClock, dataDir });
  const token = join(dataDir, 'analyst.jwt');
  const caller = { ...ANALYST, authority, gateway: null, unit: null } as Caller;
  writeFileSync(token, await issuer.sign(caller), { mode: 0o600 });
  const voice = listen();
  const call = { url, token, cert: undefined, certKey: undefined, ca: undefined };
  const asked = { about, id: uuid(), ...BIRTH, purpose: PURPOSE, ...JUSTICE, ...change };
  const run = () => exportReceived({ ...asked, out: join(dataDir, out), call }, voice);
  return { run, voice, id: asked.id, path: join(dataDir, out) };
}

test('A-11.2 another purpose is asked for, given and used', async () => {
  const asked = { about, ...BIRTH, purpose: 'PERSON_DETECTION' };
  expect(await faultsOf(both.kz, ANALYST, 'openReceived', asked)).toEqual(['CONSENT_MISSING']);
  await consent('PURPOSE_CHANGE', 'askPurposeChange', { purpose: 'PERSON_DETECTION' });
  expect((await act(both.kz, ANALYST, 'openReceived', asked)).values).toContain('1980-02');
  const stated = { request: about, purpose: 'PERSON_DETECTION' };
  const query = '{ subjects { edges { node { id dateOfBirth nameCyrillic { surname } } } } }';
  const { data, receipt } = await both.kz.ask(ANALYST, query, stated);
  expect(JSON.stringify(data)).toContain('1980-02');
  expect(JSON.stringify(data)).not.toContain('Образцов');
  expect(receipt).not.toBeNull();
});

test('A-11.3 sorgu export: refused without a consent, exact with one, over nothing that is there', async () => {
  const early = await exporting('early.jws');
  expect(await early.run()).toBe(1);
  expect(early.voice.said).toEqual(['nothing is exported: CONSENT_MISSING (about)']);
  expect(existsSync(early.path)).toBe(false);
  await consent('ONWARD_TRANSFER', 'askOnwardTransfer', { purpose: PURPOSE, ...JUSTICE });
  const good = await exporting('moj.jws');
  expect(await good.run()).toBe(0);
  expect(statSync(good.path).mode & 0o777).toBe(0o600);
  const [, payload = ''] = readFileSync(good.path, 'utf8').split('.');
  const content = JSON.parse(Buffer.from(payload, 'base64url').toString());
  expect(content).toMatchObject({
    ...{
      kind: 'EXPORT',
      provider: 'AZ-SMS',
      subjects: [{ n: 1, values: { dateOfBirth: '1980-02' } }],
    },
    transfer: { id: good.id, from: 'KZ-MIA', purpose: PURPOSE, recipient: { code: 'KZ-MOJ' } },
  });
  expect(good.voice.said.join()).not.toContain('1980');
  await expect(good.run()).rejects.toThrow(/is not overwritten: pass another --out$/);
  // Its file is written again under its id, and is no second transfer.
  const again = await exporting('again.jws', { id: good.id });
  expect(await again.run()).toBe(0);
  const wider = await exporting('wider.jws', { items: ['DATE_OF_BIRTH', 'NAME_CYRILLIC'] });
  expect(await wider.run()).toBe(1);
  expect(wider.voice.said).toEqual(['nothing is exported: CONSENT_FOR_OTHER_ITEMS (items)']);
  const at = new Date().toISOString();
  const passed = { about, id: uuid(), parent: good.id, ...BIRTH, purpose: PURPOSE, ...COURT, at };
  expect(await faultsOf(both.kz, ANALYST, 'registerOnwardTransfer', passed)).toEqual([]);
});

test.each([
  ['PURPOSE_CHANGE', 'openReceived', { purpose: 'PERSON_DETECTION' }],
  ['ONWARD_TRANSFER', 'exportReceived', { purpose: PURPOSE, ...JUSTICE }],
])(
  'A-11.2 A-11.3 a consent to a %s that is withdrawn covers nothing more',
  async (kind, name, given) => {
    const use = () => {
      const step = name === 'exportReceived' ? { id: uuid() } : {};
      return faultsOf(both.kz, ANALYST, name, { about, ...BIRTH, ...given, ...step });
    };
    const { id: matter } = await until(both.az, HEAD(), kind, ['GIVEN']);
    const step = { about, id: uuid(), matter, text: 'Основание отпало.' };
    expect(await faultsOf(both.az, HEAD(), 'withdrawConsent', step)).toEqual([]);
    await until(both.az, HEAD(), kind, ['WITHDRAWN']);
    expect(await use()).toEqual(['CONSENT_WITHDRAWN']);
    const { steps } = await until(both.kz, ANALYST, kind, ['WITHDRAWN']);
    expect(steps.map(({ step: made }) => made)).toEqual(['ASK', 'GIVE', 'WITHDRAW', 'ACKNOWLEDGE']);
  },
);

test.each([
  ['CORRECTION', 'correctGiven'],
  ['RECALL', 'recallGiven'],
])('A-11.3 a %s reaches every recipient, and every one is accounted for', async (kind, name) => {
  const told = { about, id: uuid(), ...BIRTH, text: 'Ошибка.' };
  expect(await faultsOf(both.az, EXECUTING, name, told)).toEqual([]);
  const given = await until(both.az, EXECUTING, kind, ['ACKNOWLEDGED']);
  expect(given.waitingFor).toEqual(['KZ-MOJ', 'KZ-COURT']);
  const here = await until(both.kz, ANALYST, kind, ['ACKNOWLEDGED']);
  const query = 'query ($about: ID!) { custody(about: $about) { transfers { id } } }';
  const asked = { as: ANALYST, query, variables: { about } };
  const { custody } = await dataOf<{ custody: { transfers: { id: string }[] } }>(both.kz, asked);
  for (const { id: transfer } of custody.transfers) {
    const paper = { about, matter: here.id, transfer, at: soon(), sha256: 'a'.repeat(64) };
    expect(await faultsOf(both.kz, ANALYST, 'registerReceipt', paper)).toEqual([]);
  }
  const over = await until(both.az, EXECUTING, kind, ['ACCOUNTED']);
  expect(over.waitingFor).toEqual([]);
  expect(over.account).toEqual([
    { recipient: 'KZ-MOJ', by: 'CLERK' },
    { recipient: 'KZ-COURT', by: 'CLERK' },
  ]);
  // What Astana signed is what Baku has: step by step, by its digest.
  expect(over.steps).toEqual((await until(both.kz, ANALYST, kind, ['ACCOUNTED'])).steps);
});

test('A-11.3, A-11.4 what was recalled leaves no more, and both ledgers verify', async () => {
  const asked = { about, ...BIRTH, purpose: PURPOSE };
  expect(await faultsOf(both.kz, ANALYST, 'openReceived', asked)).toEqual(['RECALLED']);
  const late = await exporting('late.jws');
  expect(await late.run()).toBe(1);
  expect(late.voice.said).toEqual(['nothing is exported: RECALLED (about)']);
  for (const at of [both.az, both.kz]) {
    expect(await verifyLedgerOf(at)).toContain('the ledger verifies');
  }
});
