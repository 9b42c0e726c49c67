/** The sample register: loaded once into an empty database, marked as a sample, never mixed with real people. */
import { type Clock, type Ids, systemIds } from '../base/index.js';
import { adultFrom, HARD_CASES, type PersonRecord, samplePeople } from '../register/index.js';
import { type Request, type SampleSubjects, sampleRequests } from '../requests/index.js';
import { type Day, dayOf, type InstrumentStatus } from '../treaty/index.js';

/** How many people, and from which seed. */
export const SAMPLE = { seed: 2019, count: 2000 } as const;

/** Dates of entry into force that are the sample's own: nobody has told us the Parties'. */
export const SAMPLE_STATUS: ReadonlyMap<string, InstrumentStatus> = new Map([
  [
    'AZ-KZ-2019',
    { notifications: { AZE: '2019-12-01', KAZ: '2021-07-01' }, sample: true } as const,
  ],
  ['EU-AZ-2014', { sample: true }],
  ['AZ-BE-2019', { sample: true }],
]);

/** What loading needs of the store. */
export interface SampleTools {
  readonly isLoaded: () => Promise<boolean>;
  readonly importPeople: (people: Iterable<PersonRecord>) => Promise<void>;
  readonly insertRequest: (request: Request) => Promise<void>;
  readonly markLoaded: () => Promise<void>;
  readonly clock: Clock;
  readonly ids?: Ids;
}

/** Loads people, then requests about them, then the mark; a load that was cut off is taken up again. */
export async function loadSample(tools: SampleTools): Promise<void> {
  if (await tools.isLoaded()) return;
  const { clock, ids = systemIds } = tools;
  const today = dayOf(clock.now());
  await tools.importPeople(samplePeople({ ...SAMPLE, today }));
  const requests = sampleRequests({ subjects: subjectsOn(today), ids, now: clock.now() });
  for (const request of requests) await tools.insertRequest(request);
  await tools.markLoaded();
}

/** The hard cases are the first people of every sample; requests are about them. */
function subjectsOn(today: Day): SampleSubjects {
  const count = Object.keys(HARD_CASES).length;
  const people = [...samplePeople({ ...SAMPLE, count, today })];
  const children = people.filter(({ dateOfBirth }) => isChild(dateOfBirth, today));
  return { people: people.map(({ id }) => id), children: new Set(children.map(({ id }) => id)) };
}

/** Who is not certainly an adult counts as a child. */
function isChild(dateOfBirth: PersonRecord['dateOfBirth'], today: Day): boolean {
  return typeof dateOfBirth !== 'string' || adultFrom(dateOfBirth) > today;
}
