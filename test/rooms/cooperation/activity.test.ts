import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ACTIVITY_STATES,
  type ActivityMove,
  type ActivityState,
  activityOf,
  MOST_CHANGES,
  type StepFault,
  whyNotMoved,
} from '../../../src/cooperation/index.js';
import { activity, changes, proposed, TRAINING } from './plans.js';

const DURING = '2026-09-02';
const agree = (by: string, version = 1) => [by, { kind: 'AGREE', version }] as const;
const say = (kind: 'HOLD' | 'POSTPONE' | 'CANCEL', text: string = kind) =>
  ['KZ-MIA', { kind, text }] as const;

const IN: Readonly<Record<ActivityState, ReturnType<typeof activity>>> = {
  PROPOSED: activity(proposed()),
  AGREED: activity(proposed(), agree('KZ-MIA')),
  HELD: activity(proposed(), agree('KZ-MIA'), say('HOLD')),
  POSTPONED: activity(proposed(), agree('KZ-MIA'), say('POSTPONE')),
  CANCELLED: activity(proposed(), say('CANCEL')),
};
const MOVES: readonly ActivityMove[] = [
  { kind: 'CHANGE', plan: TRAINING },
  { kind: 'AGREE', version: 1 },
  { kind: 'HOLD', text: 'It was held.' },
  { kind: 'POSTPONE', text: 'No room.' },
  { kind: 'CANCEL', text: 'No need.' },
];
const LAWFUL: Readonly<Record<ActivityState, string>> = {
  PROPOSED: 'CHANGE AGREE CANCEL',
  AGREED: 'CHANGE HOLD POSTPONE CANCEL',
  HELD: 'HOLD',
  POSTPONED: 'CHANGE CANCEL',
  CANCELLED: '',
};
const KAZAKH = { authority: 'KZ-MIA', role: 'COORDINATOR', officer: 'KZ-MIA-1' };

describe('A-7, B-1b the life of an activity', () => {
  test.each(ACTIVITY_STATES)('from %s', (state) => {
    expect(IN[state].state).toBe(state);
    const made = MOVES.filter(
      (move) => whyNotMoved(IN[state], { move, by: KAZAKH }, DURING) === undefined,
    );
    expect(made.map(({ kind }) => kind).join(' ')).toBe(LAWFUL[state]);
  });

  test.each<{
    readonly what: string;
    readonly state: ActivityState;
    readonly move: ActivityMove;
    readonly authority?: string;
    readonly fault: StepFault;
  }>([
    {
      ...{ what: 'agreeing twice', state: 'AGREED', fault: 'AGREED_ALREADY' },
      move: { kind: 'AGREE', version: 1 },
    },
    {
      ...{ what: 'agreeing to one’s own', state: 'PROPOSED', fault: 'AGREED_ALREADY' },
      ...{ move: { kind: 'AGREE', version: 1 }, authority: 'AZ-SMS' },
    },
    {
      ...{ what: 'agreeing to another', state: 'PROPOSED', fault: 'OTHER_VERSION' },
      move: { kind: 'AGREE', version: 2 },
    },
    {
      ...{ what: 'proposing again', state: 'PROPOSED', fault: 'NOT_IN_THIS_STATE' },
      move: { kind: 'PROPOSE', plan: TRAINING },
    },
  ])('$what', ({ state, move, fault, authority = 'KZ-MIA' }) => {
    expect(whyNotMoved(IN[state], { move, by: { ...KAZAKH, authority } }, DURING)).toBe(fault);
  });

  test('nothing is held before its first day, and it may be on it', () => {
    const move = { kind: 'HOLD', text: 'Held.' } as const;
    const why = (today: '2026-08-31' | '2026-09-01') =>
      whyNotMoved(IN.AGREED, { move, by: KAZAKH }, today);
    expect([why('2026-08-31'), why('2026-09-01')]).toEqual(['NOT_BEGUN', undefined]);
  });

  test('one is written anew forty times at most, and still comes to its end', () => {
    const again = Array.from({ length: MOST_CHANGES - 1 }, () => ['KZ-MIA', MOVES[0]] as const);
    const full = activity(
      proposed(),
      ...again.flatMap(([by, move]) => (move ? [[by, move] as const] : [])),
    );
    const why = (found: ReturnType<typeof activity>, move: ActivityMove | undefined) =>
      move && whyNotMoved(found, { move, by: { ...KAZAKH, authority: 'AZ-SMS' } }, DURING);
    expect(why(full, MOVES[0])).toBe('TOO_MANY');
    expect(why(full, { kind: 'AGREE', version: MOST_CHANGES })).toBeUndefined();
    expect(why(full, { kind: 'CANCEL', text: 'Enough.' })).toBeUndefined();
  });

  test('it is agreed when every authority that takes part has said so, and no sooner', () => {
    const plan = { ...TRAINING, authorities: ['AZ-SMS', 'KZ-MIA', 'KZ-MLSPP'] };
    const two = activity(proposed(plan), agree('KZ-MIA'));
    expect([two.state, two.agreedBy]).toEqual(['PROPOSED', ['AZ-SMS', 'KZ-MIA']]);
    expect(activity(proposed(plan), agree('KZ-MIA'), agree('KZ-MLSPP')).state).toBe('AGREED');
  });

  test('a changed plan is another version, to which nobody agreed but who wrote it', () => {
    const later = { ...TRAINING, from: '2026-10-01', until: '2026-10-02' } as const;
    const again = activity(proposed(), agree('KZ-MIA'), [
      'KZ-MIA',
      { kind: 'CHANGE', plan: later },
    ]);
    expect(again).toMatchObject({
      ...{ state: 'PROPOSED', version: 2, agreedBy: ['KZ-MIA'], plan: later },
    });
  });

  test('what came of it, said again, takes the place of what was said; both are kept', () => {
    const held = activity(proposed(), agree('KZ-MIA'), say('HOLD', 'One.'), say('HOLD', 'Two.'));
    expect(held.text).toBe('Two.');
    expect(held.changes.map(({ move }) => ('text' in move ? move.text : ''))).toContain('One.');
  });

  test('what does not begin with a proposal is none, nor what lacks a change', () => {
    expect(activityOf([])).toBeUndefined();
    expect(activityOf(changes(agree('KZ-MIA'), proposed()))).toBeUndefined();
    const [first, , third] = changes(proposed(), agree('KZ-MIA'), say('CANCEL'));
    expect(activityOf([first, third].flatMap((one) => one ?? []))).toBeUndefined();
  });

  test('whatever steps are tried, none but the table’s is made, and each that is made is kept', () => {
    const tried = fc.array(
      fc.tuple(fc.constantFrom('AZ-SMS', 'KZ-MIA'), fc.constantFrom(...MOVES)),
    );
    fc.assert(
      fc.property(tried, (steps) => expectWhole(made(steps))),
      { numRuns: 200, seed: 7 },
    );
  });
});

type Moves = readonly (readonly [string, ActivityMove])[];

/** The steps of these that can be made, one after the other. */
function made(steps: Moves): Moves {
  const moves: (readonly [string, ActivityMove])[] = [proposed()];
  for (const [authority, move] of steps) {
    const why = whyNotMoved(activity(...moves), { move, by: { ...KAZAKH, authority } }, DURING);
    if (why === undefined) moves.push([authority, move]);
  }
  return moves;
}

function expectWhole(moves: Moves): void {
  const { changes: kept, agreedBy, state } = activity(...moves);
  expect(kept).toHaveLength(moves.length);
  expect(new Set(agreedBy).size).toBe(agreedBy.length);
  const isWhole = TRAINING.authorities.every((code) => agreedBy.includes(code));
  if (state === 'AGREED' || state === 'HELD') expect(isWhole).toBe(true);
  if (state === 'PROPOSED') expect(isWhole).toBe(false);
}
