/** Memorandum, paragraph 1(b) and 1(c): initiatives, and projects, technical assistance and training. */
import { describe, expect, test } from 'vitest';
import { planFaults } from '../../src/cooperation/index.js';
import { ACTIVITY_KINDS, type ActivityKind } from '../../src/treaty/index.js';
import { GROUND, PROJECT } from '../rooms/cooperation/plans.js';

describe('what paragraph 1 provides for', () => {
  test.each<[string, string, readonly ActivityKind[]]>([
    ['B-1b', '1(b)', ['INITIATIVE']],
    ['B-1c', '1(c)', ['TRAINING', 'JOINT_PROJECT', 'TECHNICAL_ASSISTANCE']],
  ])('%s %s: %s', (_, clause, kinds) => {
    const lawful = ACTIVITY_KINDS.filter(
      (kind) => planFaults({ ...PROJECT, clause, kind }, GROUND).length === 0,
    );
    expect(lawful).toEqual(kinds);
  });

  test('B-1c a training is none of 1(b)', () => {
    const plan = { ...PROJECT, clause: '1(b)', kind: 'TRAINING' } as const;
    expect(planFaults(plan, GROUND)).toEqual([{ code: 'CLAUSE_NOT_FOR_ACTIVITY', at: 'clause' }]);
  });
});
