/** Memorandum, paragraph 3(a) and 3(b): campaigns on the risks of irregular migration, and joint actions. */
import { expect, test } from 'vitest';
import { planFaults } from '../../src/cooperation/index.js';
import { ACTIVITY_KINDS, type ActivityKind } from '../../src/treaty/index.js';
import { GROUND, PROJECT } from '../rooms/cooperation/plans.js';

test.each<[string, string, ActivityKind]>([
  ['B-3a', '3(a)', 'CAMPAIGN'],
  ['B-3b', '3(b)', 'JOINT_ACTION'],
])('%s %s provides for %s and for nothing else', (_, clause, kind) => {
  const lawful = ACTIVITY_KINDS.filter(
    (one) => planFaults({ ...PROJECT, clause, kind: one }, GROUND).length === 0,
  );
  expect(lawful).toEqual([kind]);
});

test('B-3b the paragraph counts in the memorandum alone', () => {
  const plan = {
    ...PROJECT,
    instrument: 'EU-AZ-2014',
    clause: '3(b)',
    kind: 'JOINT_ACTION',
  } as const;
  expect(planFaults(plan, GROUND).map(({ code }) => code)).toContain('CLAUSE_NOT_FOR_ACTIVITY');
});
