/**
 * The memorandum between Baku and Brussels, and the readmission agreement beside it: two gateways in one process, each with
 * its own database. What has no basis in the memorandum is not told under it, whoever asks.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyLedgerOf } from '../../scripts/demo/verify.js';
import type { Caller } from '../../src/identity/index.js';
import { closePool, openOwner, openRequests } from '../../src/store/index.js';
import { COORDINATES_OF, ITEMS, loadInstruments } from '../../src/treaty/index.js';
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
