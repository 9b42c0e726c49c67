/** The sample register: loaded once into an empty database, marked as a sample, never mixed with real people. */
import { type Clock, type Ids, systemIds } from '../base/index.js';
import { adultFrom, HARD_CASES, type PersonRecord, samplePeople } from '../register/index.js';
import {
  type Request,
  SAMPLE_REQUESTS,
  type SampleSubjects,
  sampleRequests,
} from '../requests/index.js';
import { type Day, dayOf, type InstrumentStatus } from '../treaty/index.js';

/** How many people, and from which seed. */
const SAMPLE = { seed: 2019, count: 2000 } as const;

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
  readonly isMarked: () => Promise<boolean>;
  readonly isEmpty: () => Promise<boolean>;
  readonly mark: () => Promise<void>;
  readonly importPeople: (people: Iterable<PersonRecord>) => Promise<void>;
  readonly listRequests: (authority: string) => Promise<readonly Request[]>;
  readonly insertRequest: (request: Request) => Promise<void>;
  readonly clock: Clock;
  readonly ids?: Ids;
}

/**
 * Marks an empty register, loads people, then requests about them. A load that was cut off is taken up again; a
 * register with people in it and no mark is left alone.
 */
export async function loadSample(tools: SampleTools): Promise<void> {
  const { clock, ids = systemIds } = tools;
  if (!(await tools.isMarked())) {
    if (!(await tools.isEmpty())) return;
    await tools.mark();
  }
  if ((await tools.listRequests('AZ-SMS')).length >= SAMPLE_REQUESTS) return;
  const today = dayOf(clock.now());
  await tools.importPeople(samplePeople({ ...SAMPLE, today }));
  // Made after the people are recorded, so that the requests' asOf sees them.
  const requests = sampleRequests({ subjects: subjectsOn(today), ids, now: clock.now() });
  for (const request of requests) await tools.insertRequest(request);
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
