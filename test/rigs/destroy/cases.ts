/** Requests about marked persons: asked, answered, read, taken back. */
import { randomUUID } from 'node:crypto';
import { type Noted, noteOutcome, recordAge, type Sheet } from '../../../src/requests/index.js';
import { opens } from '../../rooms/exchange/custody-stage.js';
import {
  DAY,
  done,
  EXECUTING,
  inExecution,
  requestAbout,
  type Stage,
} from '../../rooms/exchange/stage.js';
import { STEMS } from './marks.js';
import { MARKED_ITEMS } from './read-case.js';

/** What becomes of what a request brings. */
export type Fate = 'ENDS' | 'RECALLED' | 'STAYS';

export interface PlannedCase {
  readonly fate: Fate;
  /** Register keys of its persons. */
  readonly people: readonly string[];
  /** Days for which Baku gives it. */
  readonly days: number;
}

export interface AnsweredCase extends PlannedCase {
  readonly id: string;
}

/** Astana asks about persons of whom it knows nothing but a name that is not theirs; Baku discloses all. */
export async function answerCase(stage: Stage, plan: PlannedCase): Promise<AnsweredCase> {
  const { people, days } = plan;
  const [blank] = requestAbout().subjects;
  if (blank === undefined) throw new Error('a request about nobody');
  const subjects = people.map((_, at) => ({ ...blank, n: at + 1 }));
  const { id } = await inExecution(stage, { itemsWanted: MARKED_ITEMS, subjects });
  const { desk } = stage.az;
  for (const [at, person] of people.entries()) {
    await done(desk.match(EXECUTING, { case: id, n: at + 1, person }));
  }
  const steps = subjects.flatMap(({ n }) => [
    (sheet: Sheet) => recordAge(sheet, n, false),
    ...MARKED_ITEMS.map(
      (item) => (sheet: Sheet) => noteOutcome(sheet, { n, item }, { outcome: 'DISCLOSED' }),
    ),
  ]);
  await done(desk.note(EXECUTING, id, (sheet) => inTurn(sheet, steps)));
  const grantUntil = stage.clock.at + days * DAY;
  const concluding = { case: id, id: randomUUID(), conditions: [], grantUntil };
  await done(desk.conclude(EXECUTING, concluding));
  await stage.carry();
  return { ...plan, id };
}

function inTurn(sheet: Sheet, steps: readonly ((sheet: Sheet) => Noted)[]): Noted {
  let noted: Noted = { sheet };
  for (const step of steps) {
    if (noted.sheet === null) return noted;
    noted = step(noted.sheet);
  }
  return noted;
}

/** Baku takes all of it back. */
export async function recallCase(stage: Stage, { id, people }: AnsweredCase): Promise<void> {
  const scope = { subjects: people.map((_, at) => at + 1), items: MARKED_ITEMS };
  const act = { kind: 'RECALL', step: 'TELL', scope, text: 'Отзыв.' } as const;
  await opens({ side: stage.az, officer: EXECUTING, about: id }, act);
  await stage.carry();
}

/** How often each mark stands in what is told. */
export const marksIn = (told: string): readonly number[] =>
  Object.values(STEMS).map((stem) => told.split(stem).length - 1);
