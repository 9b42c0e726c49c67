/** A-7, B-1c, B-3a, B-5 The sample's activities and contact points: what an officer could have written. */
import { expect, test } from 'vitest';
import { systemIds } from '../../../src/base/index.js';
import { activityOf, planFaults, whyNotMoved } from '../../../src/cooperation/index.js';
import {
  SAMPLE_CONTACT_POINTS,
  SAMPLE_STATUS,
  sampleActivities,
} from '../../../src/development/index.js';
import { inspect } from '../../../src/scan/index.js';
import { AUTHORITIES, dayOf, loadInstruments } from '../../../src/treaty/index.js';

const NOW = Date.UTC(2026, 5, 14, 12);

const activities = sampleActivities(NOW, systemIds);

test('B-1c one was held, one is agreed, one waits for this authority', () => {
  const found = activities.map((changes) => activityOf(changes));
  expect(found.map((one) => one?.state)).toEqual(['HELD', 'AGREED', 'PROPOSED']);
  expect(found[2]?.agreedBy).not.toContain('AZ-SMS');
});

test.each(activities.map((changes) => [changes[0].activity, changes] as const))(
  'A-7 every step of %s could be made on its day, and its texts name nobody',
  (_, changes) => {
    for (const [at, change] of changes.entries()) {
      const { move } = change;
      const before = activityOf(changes.slice(0, at));
      const ground = {
        instruments: loadInstruments(),
        status: SAMPLE_STATUS,
        today: dayOf(change.at),
      };
      expect(change.at).toBeLessThan(NOW);
      expect(before && whyNotMoved(before, change, ground.today)).toBeUndefined();
      if ('plan' in move)
        expect(planFaults(move.plan, { ...ground, taking: ['AZ-SMS'] })).toEqual([]);
      expect(inspect(JSON.stringify(move))).toEqual([]);
    }
  },
);

test('B-5 each contact point is an office of an authority there is', () => {
  for (const { authority, duties } of SAMPLE_CONTACT_POINTS) {
    expect(AUTHORITIES).toHaveProperty(authority);
    expect(duties).toContain('MONITORING');
  }
});
