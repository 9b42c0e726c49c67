/** Article 7, and 1(2) as far as nobody's data are asked: forms of cooperation, each under the clause that provides for it. */
import { describe, expect, test } from 'vitest';
import { type ActivityPlan, planFaults } from '../../src/cooperation/index.js';
import { ACTIVITY_KINDS, type ActivityKind } from '../../src/treaty/index.js';
import { GROUND, TRAINING } from '../rooms/cooperation/plans.js';

const codes = (plan: Partial<ActivityPlan>, ground = GROUND) =>
  planFaults({ ...TRAINING, ...plan }, ground).map(({ code, at }) => `${code} ${at}`);

/** Clause -> what its text provides for. */
const FORMS: readonly [string, readonly ActivityKind[]][] = [
  ['7(1)', ['TRAINING', 'TRAINEESHIP', 'SEMINAR']],
  ['7(2)', ['WORKING_GROUP', 'EXPERT_EXCHANGE']],
  ['7(3)', ['CONFERENCE', 'SEMINAR', 'JOINT_ACTION']],
  ['7(4)', ['STUDY_VISIT']],
  ['7(5)', ['JOINT_PROJECT']],
  ['3(1)(3)', ['EXPERT_EXCHANGE', 'TECHNICAL_ASSISTANCE']],
  ['1(2)', ['INITIATIVE', 'CONFERENCE', 'SEMINAR']],
];
const bodies = [
  { kind: 'INTERNATIONAL_ORGANISATION', name: 'IOM' },
  { kind: 'BUSINESS', name: 'A company' },
] as const;

describe('A-7(1) to A-7(5), A-3.1(3), A-1.2 what a clause provides for', () => {
  test.each(FORMS)('%s is for %s and for nothing else', (clause, kinds) => {
    const lawful = ACTIVITY_KINDS.filter((kind) => codes({ clause, kind, bodies }).length === 0);
    expect([...lawful].sort()).toEqual([...kinds].sort());
  });

  test.each(['5(1)', '7', '7(6)', 'seven', ''])('A-7 nothing is done under %j', (clause) => {
    expect(codes({ clause })).toEqual(['CLAUSE_NOT_FOR_ACTIVITY clause']);
  });

  const [organisation, business] = bodies;
  const project = { clause: '7(5)', kind: 'JOINT_PROJECT' } as const;
  const initiative = { clause: '1(2)', kind: 'INITIATIVE' } as const;
  test.each<{ row: string; plan: Partial<ActivityPlan>; isLawful: boolean }>([
    { row: 'A-7(5)', plan: { ...project, bodies: [] }, isLawful: false },
    { row: 'A-7(5)', plan: { ...project, bodies: [business] }, isLawful: false },
    { row: 'A-7(5)', plan: { ...project, bodies: [organisation] }, isLawful: true },
    { row: 'A-1.2', plan: { ...initiative, bodies: [organisation] }, isLawful: false },
    { row: 'A-1.2', plan: { ...initiative, bodies: [business] }, isLawful: true },
  ])('$row $plan.clause with $plan.bodies: lawful $isLawful', ({ plan, isLawful }) => {
    expect(codes(plan)).toEqual(isLawful ? [] : ['BODY_MISSING bodies']);
  });
});

describe('A-7 a plan that cannot be put forward', () => {
  test.each<[string, Partial<ActivityPlan>, string]>([
    ['of no instrument', { instrument: 'XX-YY-2000' }, 'INSTRUMENT_UNKNOWN instrument'],
    [
      'of an authority that no instrument names',
      { authorities: ['AZ-SMS', 'KZ-MIA', 'XX-NONE'] },
      'AUTHORITY_NOT_COMPETENT authorities',
    ],
    [
      'of an authority of another instrument',
      { authorities: ['AZ-SMS', 'KZ-MIA', 'BE-IO'] },
      'AUTHORITY_NOT_COMPETENT authorities',
    ],
    ['of one Party', { authorities: ['AZ-SMS'] }, 'AUTHORITIES_OF_ONE_PARTY authorities'],
    ['without a title in Russian', { title: { en: 'T' } }, 'TITLE_MISSING title'],
    ['that ends before it begins', { until: '2026-08-31' }, 'ENDS_BEFORE_IT_BEGINS until'],
  ])('%s', (_, plan, code) => {
    expect(codes(plan)).toEqual([code]);
  });

  test.each([['KZ-MLSPP'], ['BE-IO']])('by %s, which takes no part', (by) => {
    expect(codes({}, { ...GROUND, taking: ['AZ-SMS', by] })).toEqual([
      'AUTHORITY_TAKES_NO_PART authorities',
    ]);
  });

  test('A-17 before the instrument is in force', () => {
    expect(codes({}, { ...GROUND, today: '2020-12-31' })).toEqual([
      'INSTRUMENT_NOT_IN_FORCE instrument',
    ]);
  });

  test('A-2.1 both Kazakh ministries may take part beside the Service', () => {
    expect(codes({ authorities: ['AZ-SMS', 'KZ-MIA', 'KZ-MLSPP'] })).toEqual([]);
  });
});
