/**
 * The memorandum between Baku and Brussels, and the readmission agreement beside it: two gateways in one process, each with
 * its own database. What has no basis in the memorandum is not told under it, whoever asks.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedgerOf } from '../../scripts/demo/verify.js';
import type { Caller } from '../../src/identity/index.js';
import { closePool, openOwner, openRequests } from '../../src/store/index.js';
import { COORDINATES_OF, dayOf, ITEMS, loadInstruments } from '../../src/treaty/index.js';
import { everything } from '../support/everything.js';
import { HOUR, OFFICE, openWindows } from '../support/interviews.js';
import { sampleRequest } from '../support/requests.js';
import { BRUSSELS, type GatewayPair, openPair } from '../support/two-gateways.js';
import { wholePerson } from '../support/whole-person.js';

const DAY = 24 * HOUR;
const now = Date.now();
const live = { grantUntil: now + DAY };
const readmission = sampleRequest({
  ...{ instrument: 'EU-AZ-2014', purpose: 'READMISSION', people: ['one'], change: live },
});
const arrangement = sampleRequest({
  ...{ instrument: 'AZ-BE-2019', purpose: 'INTERVIEW_ARRANGEMENT', people: ['one'], change: live },
});

/** The Belgian officer, for whom the gateway of Brussels asks. */
const BELGIAN: Partial<Caller> = {
  ...{ authority: 'BE-IO', role: 'PARTNER_GATEWAY', officer: 'BE-IO-0417' },
  gateway: 'gateway.be-io.invalid',
};
const OFFICER: Partial<Caller> = { role: 'EXECUTING_OFFICER', officer: 'AZ-SMS-0101' };

let both: GatewayPair;
beforeAll(async () => {
  both = await openPair([wholePerson('one')], BRUSSELS);
}, 60_000);
afterAll(() => both.close());

const COORDINATOR: Partial<Caller> = { role: 'COORDINATOR', officer: 'AZ-SMS-0002' };

/** The one field that was asked, of a mutation or a query. */
async function asked<T>(as: Partial<Caller>, query: string, variables: object = {}): Promise<T> {
  const { data, errors } = await both.az.ask(as, query, { variables });
  if (data === null || errors.length > 0) throw new Error(JSON.stringify(errors));
  return Object.values(data)[0] as T;
}

test('B-2b a change of legislation is published, and stands in the feed that anybody reads', async () => {
  const publication = {
    ...{ id: 'migration-code-change', kind: 'LEGISLATION_CHANGE', instrument: 'AZ-BE-2019' },
    ...{ clause: '2(b)', languages: ['az'] },
    texts: [{ language: 'en', title: 'Change of the Migration Code', summary: 'Thirty days.' }],
    source: { reference: 'Law No 77', url: 'https://e-qanun.example.az/77' },
    dates: { adopted: dayOf(now - 2 * DAY), published: dayOf(now - DAY) },
    changes: { reference: 'Migration Code, Article 3' },
  };
  const answer = await asked(
    COORDINATOR,
    'mutation ($p: PublicationInput!) { publish(publication: $p) { kept { state } faults { code at } } }',
    { p: publication },
  );
  expect(answer).toEqual({ kept: { state: 'PUBLISHED' }, faults: [] });
  const feed = await fetch(`${both.az.url}/publications/feed.atom?language=en`);
  expect(await feed.text()).toContain('Change of the Migration Code');
});

const STANDING = '{ report { id digest state findings { n kind } } faults { code at } }';
interface Reported {
  readonly report: {
    readonly id: string;
    readonly digest: string;
    readonly state: string;
    readonly findings: readonly { readonly n: number; readonly kind: string }[];
  };
}

test('B-3c a report on smuggling is held for a passport number, cleared, consented to, and read', async () => {
  const readIn = (id: string) =>
    asked(BELGIAN, 'query ($id: ID!) { strategicReport(id: $id) { title } }', { id });
  const { report } = await asked<Reported>(
    OFFICER,
    `mutation ($report: ReportInput!) { draftReport(report: $report) ${STANDING} }`,
    {
      report: {
        ...{ instrument: 'AZ-BE-2019', kind: 'SMUGGLING_OF_MIGRANTS', recipients: ['BE-IO'] },
        ...{ classification: 'RESTRICTED', language: 'en', title: 'Routes by road' },
        text: 'Two routes were seen in spring. A driver showed passport No. C01234567.',
      },
    },
  );
  expect(report).toMatchObject({ state: 'HELD', findings: [{ kind: 'DOCUMENT_NUMBER' }] });
  const { id, digest } = report;
  const give = () =>
    asked<Reported>(
      COORDINATOR,
      `mutation ($id: ID!, $digest: String!) { consentToReport(id: $id, digest: $digest) ${STANDING} }`,
      { id, digest },
    );
  expect(await give()).toMatchObject({ report: null });
  expect(await readIn(id)).toBeNull();
  await asked(
    COORDINATOR,
    `mutation ($id: ID!, $digest: String!, $reasons: [FindingReasonInput!]!) {
      clearReport(id: $id, digest: $digest, reasons: $reasons) ${STANDING} }`,
    {
      id,
      digest,
      reasons: report.findings.map(({ n }) => ({ finding: n, reason: 'A specimen number.' })),
    },
  );
  expect(await readIn(id)).toBeNull();
  expect(await give()).toMatchObject({ report: { state: 'SHARED' } });
  expect(await readIn(id)).toEqual({ title: 'Routes by road' });
});

const windowsIn = (from: number) =>
  `{ interviewWindows(from: "${new Date(from).toISOString()}", until: "${new Date(from + 7 * DAY).toISOString()}") { id channel { place contact } languages } }`;
const CASE = '{ readmissionCase { bookings { id n language } warnings { code } } }';

interface Window {
  readonly id: string;
}
async function free(): Promise<readonly Window[]> {
  const { data } = await both.az.ask(BELGIAN, windowsIn(now));
  return (data as { readonly interviewWindows?: readonly Window[] } | null)?.interviewWindows ?? [];
}

test('B-4b Baku offers interview windows; Brussels sees them with no request at all', async () => {
  const hours = [30, 31, 32];
  const windows = hours.map((hour) => ({
    ...{ from: now + hour * HOUR, until: now + (hour + 1) * HOUR },
    ...{ languages: ['az'], videoLink: null },
  }));
  expect(await openWindows({ urls: both.az.database.urls }, [{ channel: OFFICE, windows }])).toBe(
    3,
  );
  expect(await free()).toHaveLength(3);
});

test('B-4d a case is booked into one under the readmission basis, and under nothing else', async () => {
  const [window] = await free();
  const make = async (as: Partial<Caller>, mutation: string) => {
    const query = `mutation { made: ${mutation} { done warnings { code } faults { code } } }`;
    const { data } = await both.az.ask(as, query);
    return (data as { readonly made?: unknown } | null)?.made;
  };
  const booking = (request: string) =>
    make(
      BELGIAN,
      `bookInterview(request: "${request}", id: "${randomUUID()}", window: "${window?.id}", n: 1, language: "az")`,
    );
  await addRequests();
  expect(await booking(arrangement.id)).toMatchObject({ faults: [{ code: 'NO_READMISSION' }] });
  const opened = `openReadmission(request: "${readmission.id}", id: "${randomUUID()}")`;
  expect(await make(BELGIAN, opened)).toMatchObject({
    done: true,
    warnings: expect.arrayContaining([{ code: 'VOLUNTARY_RETURN_NOT_RECORDED' }]),
  });
  expect(await booking(readmission.id)).toMatchObject({ done: true });
  expect(await free()).toHaveLength(2);
  const { data, receipt } = await both.az.ask(BELGIAN, CASE, on(readmission, 'READMISSION'));
  expect(data).toMatchObject({ readmissionCase: { bookings: [{ n: 1, language: 'az' }] } });
  expect(receipt).not.toBeNull();
  const under = await both.az.ask(BELGIAN, CASE, on(arrangement, 'INTERVIEW_ARRANGEMENT'));
  expect(under.data).toEqual({ readmissionCase: null });
  const officers = `{ readmission(request: "${readmission.id}") { bookings { n } } }`;
  expect((await both.az.ask(OFFICER, officers)).data).toEqual({
    readmission: { bookings: [{ n: 1 }] },
  });
});

test('B-4d it opens its own list and nothing more; the memorandum opens nothing', async () => {
  const opens = loadInstruments().get('EU-AZ-2014')?.opens.get('READMISSION');
  const closed = (isOpen: (item: (typeof ITEMS)[number]) => boolean) =>
    ITEMS.filter((item) => !isOpen(item)).flatMap((item) => COORDINATES_OF[item]);
  const withheld = async (asked: { readonly request: string; readonly purpose: string }) => {
    const { errors } = await both.az.ask(BELGIAN, everything(), asked);
    return errors.map(({ extensions }) => extensions.coordinate);
  };
  expect((await withheld(on(readmission, 'READMISSION'))).sort()).toEqual(
    closed((item) => opens?.has(item) === true).sort(),
  );
  expect((await withheld(on(arrangement, 'INTERVIEW_ARRANGEMENT'))).sort()).toEqual(
    closed(() => false).sort(),
  );
});

test('B-5 the contact points see how much of it there was, and nothing about anybody', async () => {
  const point = {
    id: 'desk',
    name: 'Desk',
    address: 'Brussels',
    duties: ['MONITORING'],
    unit: 'LIAISON',
  };
  await asked(
    { authority: 'BE-IO', role: 'COORDINATOR', officer: 'BE-IO-0001' },
    `mutation ($point: ContactPointInput!) {
      recordContactPoint(point: $point, from: "2026-01-01T00:00:00.000Z", note: "Letter") {
        contactPoint { id } faults { code at } } }`,
    { point },
  );
  const quarter = Math.floor(new Date(now).getUTCMonth() / 3) * 3;
  const first = (months: number) =>
    dayOf(Date.UTC(new Date(now).getUTCFullYear(), quarter + months, 1));
  const { periods } = await asked<{ periods: { figures: object[] }[] }>(
    { ...BELGIAN, unit: 'LIAISON' },
    `{ monitoring(instrument: "AZ-BE-2019", from: "${first(0)}", until: "${first(6)}") {
      periods { figures { what clause state count } } faults { code at } } }`,
  );
  expect(periods.flatMap(({ figures }) => figures)).toEqual(
    expect.arrayContaining([
      { what: 'PUBLICATIONS', clause: '2(b)', state: 'PUBLISHED', count: 1 },
      { what: 'REPORTS', clause: '3(c)', state: 'SHARED', count: 1 },
      { what: 'INTERVIEWS', clause: '4(b)', state: 'OFFERED', count: 3 },
    ]),
  );
});

test('A-11.4 what was done stands in the ledger of Baku, which verifies', async () => {
  expect(await verifyLedgerOf(both.az)).toContain('the ledger verifies');
});

const on = ({ id: request }: { readonly id: string }, purpose: string) => ({ request, purpose });

/** As they stand once Baku has answered them; how a request comes to that, other journeys tell. */
async function addRequests(): Promise<void> {
  const owner = openOwner(both.az.database.urls.owner);
  try {
    const { insert } = openRequests(owner);
    for (const request of [readmission, arrangement])
      await insert({ ...request, asOf: Date.now() });
  } finally {
    await closePool(owner);
  }
}
