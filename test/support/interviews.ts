/** Interviews of a test: channels and windows as an authority opens them, and the questions of a readmission case. */
import { randomUUID } from 'node:crypto';
import { custodyFolder } from '../../src/data-folder.js';
import type { InterviewChannel, NewChannel, ReadmissionFile } from '../../src/readmission/index.js';
import {
  closePool,
  type DatabaseUrls,
  openEpochKeys,
  openExchangePool,
  openInterviewWindows,
  openReadmissionShelf,
} from '../../src/store/index.js';
import type { Reply, Standing, TestGateway } from './gateway.js';
import { NOW } from './requests.js';

export const HOUR = 3_600_000;

export const OFFICE: InterviewChannel = {
  code: 'brussels',
  kind: 'OFFICE',
  offeredTo: 'BE-IO',
  place: 'Embassy of Azerbaijan, Brussels',
  hours: 'Mon to Fri, 10:00 to 16:00',
  contact: 'interviews@embassy.invalid',
  languages: ['az', 'ru'],
};
export const VIDEO: InterviewChannel = { ...OFFICE, code: 'video', kind: 'VIDEO' };
export const LINK = 'https://video.invalid/room-4711';

/** Windows of an hour, from so many hours after the tests' now. */
export const windowsAt = (channel: InterviewChannel, ...hours: readonly number[]): NewChannel => ({
  channel,
  windows: hours.map((hour) => ({
    from: NOW + hour * HOUR,
    until: NOW + (hour + 1) * HOUR,
    languages: channel.languages,
    videoLink: channel.kind === 'VIDEO' ? LINK : null,
  })),
});

/** Opens them at a gateway, as `sorgu interviews open` does. */
export async function openWindows(
  { urls }: { readonly urls: Pick<DatabaseUrls, 'exchange'> },
  channels: readonly NewChannel[],
): Promise<number> {
  const sql = openExchangePool(urls.exchange ?? '');
  try {
    const named = channels.map((one) => ({ ...one, ids: one.windows.map(() => randomUUID()) }));
    return await openInterviewWindows(sql).open(named);
  } finally {
    await closePool(sql);
  }
}

/** Under which request and clause the cases of a test are kept. */
export const UNDER = { digest: 'ab'.repeat(32), basis: '17' } as const;

/** Files a case under a request as nothing of ours would: whoever has the table and the keys may. */
export async function fileCase(
  { urls, dataDir }: Pick<TestGateway, 'urls' | 'dataDir'>,
  request: string,
): Promise<void> {
  const by = { authority: 'BE-IO', officer: 'BE-1', at: NOW };
  const parties = { requesting: 'BE-IO', requested: 'AZ-SMS', opened: by };
  const file: ReadmissionFile = {
    ...{ request, instrument: 'EU-AZ-2014', ...parties, evidence: [], voluntaryReturn: null },
    ...{ events: [], records: [], steps: [], endsAt: NOW + 30 * 24 * HOUR },
  };
  const sql = openExchangePool(urls.exchange ?? '');
  const keys = await openEpochKeys(custodyFolder(dataDir));
  try {
    const { cases } = openReadmissionShelf({ sql, keys, clock: { now: () => NOW } });
    await cases.change(request, () => ({ file, under: UNDER, result: null }));
  } finally {
    await closePool(sql);
  }
}

export type Call = readonly [name: string, given: object, enums?: object];

/** Every mutation of readmission, of a request and under an id of its own. */
export function everyStep(
  request: string,
  {
    window = 'none',
    booking = 'none',
  }: { readonly window?: string; readonly booking?: string } = {},
): readonly Call[] {
  const calls: readonly Call[] = [
    ['openReadmission', {}],
    [
      'addNationalityEvidence',
      { n: 1 },
      { evidence: 'PASSPORT', grade: 'PROOF', item: 'DOCUMENT' },
    ],
    ['recordVoluntaryReturn', { offered: false, reason: 'He is not in the country.' }],
    ['bookInterview', { window, n: 1, language: 'az' }],
    ['cancelInterview', { booking }],
    ['recordInterview', { booking }, { outcome: 'NATIONAL' }],
    ['writeReadmissionRecord', { text: 'We will answer on Monday.' }, { kind: 'LETTER' }],
    ['confirmReadmissionRecord', { number: 1 }],
    ['recordReadmissionEvent', {}, { event: 'ANSWERED' }],
    [
      'extendReadmission',
      { until: new Date(NOW + 24 * HOUR).toISOString(), reason: 'A complaint is open.' },
    ],
    ['writeHumanitarianNote', { note: 'He cares for a sick parent.' }],
  ];
  return calls.map(([name, given, enums = {}]) => [
    name,
    { request, id: randomUUID(), ...given },
    enums,
  ]);
}

/** A mutation of readmission with its arguments as GraphQL writes them: enumerations by an object of `enums`. */
export async function step(
  gateway: TestGateway,
  standing: Standing,
  [name, given, enums = {}]: Call,
): Promise<StepAnswer> {
  const written = [
    ...Object.entries(given).map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
    ...Object.entries(enums).map(([key, value]) => `${key}: ${String(value)}`),
  ].join(', ');
  const query = `mutation { answer: ${name}(${written}) { done number warnings { code } faults { code at } } }`;
  const { json } = await gateway.ask(standing, { query });
  const { answer } = (json.data ?? {}) as { answer?: StepAnswer };
  if (answer === undefined) throw new Error(JSON.stringify(json));
  return answer;
}

export interface StepAnswer {
  readonly done: boolean;
  readonly number: number | null;
  readonly warnings: readonly { readonly code: string }[];
  readonly faults: readonly { readonly code: string; readonly at: string }[];
}

/** A query's data, or the codes of its errors. */
export function dataOf<T>({ json }: Reply): T {
  if (json.data == null) throw new Error(JSON.stringify(json.errors));
  return json.data as T;
}
