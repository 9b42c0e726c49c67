/** B-4 Interviews under the memorandum and cases under the readmission agreement, over HTTP and PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Standing } from '../support/gateway.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import {
  dataOf,
  HOUR,
  LINK,
  OFFICE,
  openWindows,
  type StepAnswer,
  step,
  VIDEO,
  windowsAt,
} from '../support/interviews.js';
import { NOW, sampleRequest } from '../support/requests.js';
import { wholePerson } from '../support/whole-person.js';

const person = wholePerson('one', 'A');
const readmission = sampleRequest({
  purpose: 'READMISSION',
  instrument: 'EU-AZ-2014',
  people: ['one', null],
});
const other = sampleRequest({
  purpose: 'READMISSION',
  instrument: 'EU-AZ-2014',
  people: ['one'],
});
const memorandum = sampleRequest({
  purpose: 'INTERVIEW_ARRANGEMENT',
  instrument: 'AZ-BE-2019',
  people: ['one'],
});

let gateway: TestGateway;
let partner: Standing;
let underMemorandum: Standing;
let officer: Standing;

beforeAll(async () => {
  gateway = await startGateway({ people: [person], requests: [readmission, other, memorandum] });
  const { persona } = gateway.standing('EU-AZ-2014', 'READMISSION');
  partner = { persona, request: readmission.id, purpose: 'READMISSION' };
  underMemorandum = { persona, request: memorandum.id, purpose: 'INTERVIEW_ARRANGEMENT' };
  officer = { persona: gateway.persona('AZ-SMS', 'EXECUTING_OFFICER') };
  await openWindows(gateway, [windowsAt(OFFICE, 24, 25, 26, 27), windowsAt(VIDEO, 48)]);
});
afterAll(() => gateway.close());

const SPAN = `from: "${new Date(NOW).toISOString()}", until: "${new Date(NOW + 96 * HOUR).toISOString()}"`;
interface Window {
  readonly id: string;
  readonly channel: { readonly code: string };
}
async function windows(as: Standing): Promise<readonly Window[]> {
  const query = `{ interviewWindows(${SPAN}) { id from until languages channel { code kind place hours contact languages } } }`;
  const reply = await gateway.ask(as, { query });
  return dataOf<{ interviewWindows: Window[] }>(reply).interviewWindows;
}
const act = (as: Standing, ...call: Parameters<typeof step>[2]): Promise<StepAnswer> =>
  step(gateway, as, call);
const book = (as: Standing, change: object = {}) =>
  act(as, 'bookInterview', {
    ...{ request: readmission.id, id: randomUUID(), n: 1, language: 'az' },
    ...change,
  });
const CASE = `{ readmissionCase { request instrument legalBasis confirmed openedAt openedBy
  evidence { n evidence grade item by at } voluntaryReturnOffered noticeOn noticeLanguage noOfferReason
  events { event at } clocks { clock state } bookings { id n language videoLink bookedBy cancelledAt outcome window { id } }
  records { number kind from by text n item answers due use confirmedAt } warnings { code text } } }`;

describe('B-4b a case is booked into a free window', () => {
  test('windows under the memorandum, without any request; one is taken under the readmission basis', async () => {
    const free = await windows({ persona: partner.persona });
    expect(free.map(({ channel }) => channel.code)).toEqual([
      ...Array(4).fill('brussels'),
      'video',
    ]);
    const opened = await act(partner, 'openReadmission', {
      request: readmission.id,
      id: randomUUID(),
    });
    expect(opened).toEqual({
      ...{ done: true, number: null, faults: [] },
      warnings: [
        'INSTRUMENT_UNCONFIRMED',
        'BASIS_NOT_CONFIGURED',
        'CLOCKS_NOT_CONFIGURED',
        'VOLUNTARY_RETURN_NOT_RECORDED',
      ].map((code) => ({ code })),
    });
    const video = free.at(-1)?.id;
    expect(await book(partner, { window: video })).toMatchObject({ done: true, faults: [] });
    const left = await windows(underMemorandum);
    expect(left.map(({ id }) => id)).toEqual(free.slice(0, -1).map(({ id }) => id));
    const { readmissionCase } = dataOf<{ readmissionCase: { bookings: unknown[] } }>(
      await gateway.ask(partner, { query: CASE }),
    );
    expect(readmissionCase.bookings).toMatchObject([
      { n: 1, language: 'az', videoLink: LINK, bookedBy: 'BE-IO', window: { id: video } },
    ]);
  });
});
