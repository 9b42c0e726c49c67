/** Plans and activities for tests of cooperation without personal data. */
import {
  type Activity,
  type ActivityChange,
  type ActivityMove,
  type ActivityPlan,
  activityOf,
  type PlanGround,
} from '../../../src/cooperation/index.js';
import { loadInstruments } from '../../../src/treaty/index.js';

export const TRAINING: ActivityPlan = {
  instrument: 'AZ-KZ-2019',
  clause: '7(1)',
  kind: 'TRAINING',
  authorities: ['AZ-SMS', 'KZ-MIA'],
  title: { ru: 'Обучение' },
  bodies: [],
  place: 'Баку',
  from: '2026-09-01',
  until: '2026-09-05',
  places: 12,
};

export const PROJECT: ActivityPlan = {
  ...TRAINING,
  instrument: 'AZ-BE-2019',
  clause: '1(c)',
  kind: 'JOINT_PROJECT',
  authorities: ['AZ-SMS', 'BE-IO'],
  title: { en: 'Joint project' },
  place: 'Brussels',
};

export const GROUND: PlanGround = {
  instruments: loadInstruments(),
  status: new Map([
    ['AZ-KZ-2019', { notifications: { AZE: '2020-01-01', KAZ: '2021-01-01' } } as const],
  ]),
  today: '2026-06-15',
  taking: ['AZ-SMS'],
};

/** The changes of an activity, made one after the other by these authorities. */
export function changes(
  ...moves: readonly (readonly [string, ActivityMove])[]
): readonly ActivityChange[] {
  return moves.map(([authority, move], at) => ({
    ...{ activity: 'one', n: at + 1, at, move, cleared: null },
    by: { authority, role: 'COORDINATOR', officer: `${authority}-1` },
  }));
}

/** The activity that they come to. */
export function activity(...moves: readonly (readonly [string, ActivityMove])[]): Activity {
  const found = activityOf(changes(...moves));
  if (found === undefined) throw new Error('no activity');
  return found;
}

export const proposed = (plan = TRAINING, by = 'AZ-SMS') =>
  [by, { kind: 'PROPOSE', plan }] as const;
