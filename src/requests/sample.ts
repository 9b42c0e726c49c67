/**
 * The requests of the sample: invented, one for each thing a developer wants to try. Every date is the sample's own.
 * The register's keys of the people they are about are handed in.
 */
import { createHash } from 'node:crypto';
import { canonicalJson, type Ids } from '../base/index.js';
import type { Clause } from '../treaty/index.js';
import type { Aim, Request, RequestSubject, StatedPurpose } from './request.js';

/** The people of the sample register that every request is about. */
export interface SampleSubjects {
  /** The register's keys, in the order of the subjects' numbers. */
  readonly people: readonly string[];
  /** Those under 18 when the sample is made. */
  readonly children: ReadonlySet<string>;
}

export interface SampleOptions {
  readonly subjects: SampleSubjects;
  readonly ids: Ids;
  /** Milliseconds since the epoch at which the sample is made. */
  readonly now: number;
}

interface Plan {
  readonly instrument: string;
  readonly by: string;
  readonly aim: Aim;
  readonly state: 'ANSWERED' | 'IN_EXECUTION';
  readonly purposes: readonly (readonly [purpose: string, basis: Clause])[];
}

const DAY = 86_400_000;
const GRANT_DAYS = 3650;

const AZ_KZ = {
  instrument: 'AZ-KZ-2019',
  by: 'KZ-MIA',
  aim: 'PREVENTION',
  state: 'ANSWERED',
} as const;

const PLANS: readonly Plan[] = [
  { ...AZ_KZ, purposes: [['IRREGULAR_MIGRATION_PREVENTION', '5(1)']] },
  { ...AZ_KZ, aim: 'RIGHTS', purposes: [['RIGHTS_PROTECTION', '5(1)']] },
  { ...AZ_KZ, purposes: [['PERSON_DETECTION', '6']] },
  { ...AZ_KZ, purposes: [['IDENTITY_ESTABLISHMENT', '6']] },
  { ...AZ_KZ, purposes: [['LEGAL_STATUS_DETERMINATION', '6']] },
  {
    ...AZ_KZ,
    purposes: [
      ['IDENTITY_ESTABLISHMENT', '6'],
      ['LEGAL_STATUS_DETERMINATION', '6'],
    ],
  },
  { ...AZ_KZ, by: 'KZ-MLSPP', aim: 'RIGHTS', purposes: [['RIGHTS_PROTECTION', '3(1)(4)']] },
  { ...AZ_KZ, state: 'IN_EXECUTION', purposes: [['PERSON_DETECTION', '6']] },
  {
    instrument: 'EU-AZ-2014',
    by: 'BE-IO',
    aim: 'PREVENTION',
    state: 'ANSWERED',
    purposes: [['READMISSION', '17']],
  },
  {
    instrument: 'EU-AZ-2014',
    by: 'BE-IO',
    aim: 'PREVENTION',
    state: 'IN_EXECUTION',
    purposes: [['READMISSION', '17']],
  },
  {
    instrument: 'AZ-BE-2019',
    by: 'BE-IO',
    aim: 'PREVENTION',
    state: 'ANSWERED',
    purposes: [['INTERVIEW_ARRANGEMENT', '4(b)']],
  },
];

/** How many requests a sample holds. */
export const SAMPLE_REQUESTS = PLANS.length;

/** The sample's requests, each with an unguessable id of its own. */
export function sampleRequests(options: SampleOptions): readonly Request[] {
  return PLANS.map((plan) => sampleRequest(plan, options));
}

function sampleRequest(plan: Plan, { subjects, ids, now }: SampleOptions): Request {
  const content = {
    instrument: plan.instrument,
    requestingAuthority: plan.by,
    requestedAuthority: 'AZ-SMS',
    aim: plan.aim,
    purposes: plan.purposes.map(
      ([purpose, basis]): StatedPurpose => ({
        purpose,
        basis,
        justification: 'Образец: обоснование запроса.',
      }),
    ),
  };
  const id = ids.uuid();
  const digest = createHash('sha256')
    .update(
      canonicalJson({
        id,
        ...content,
        purposes: content.purposes.map((stated) => ({ ...stated })),
      }),
    )
    .digest('hex');
  return {
    ...content,
    id,
    digest,
    state: plan.state,
    asOf: now,
    grantUntil: now + GRANT_DAYS * DAY,
    subjects: numbered(subjects),
  };
}

function numbered({ people, children }: SampleSubjects): readonly RequestSubject[] {
  return people.map((person, i) => ({
    n: i + 1,
    person,
    items: null,
    child: children.has(person),
    // Decided for the sample, so that every purpose shows all that it opens.
    coordinatorDecision: children.has(person),
  }));
}
