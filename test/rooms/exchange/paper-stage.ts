/** Paper on the stage of two authorities: what a clerk of Baku has before him, and the usual steps with it. */
import type { Desk } from '../../../src/exchange/index.js';
import {
  type Condition,
  noteOutcome,
  type Outcome,
  recordAge,
} from '../../../src/requests/index.js';
import { scanOf } from '../../support/files.js';
import { COORDINATOR, DAY, done, EXECUTING, requestAbout, type Stage, uuid } from './stage.js';

type Registered = Parameters<Desk['registerPaper']>[1];
type Letter = Parameters<Desk['registerLetter']>[1];

/** The signatory as the Kazakh list has him. */
export const HEAD = 'head';

/** A letter of the Kazakh ministry that came three days ago. */
export const paperOf = (stage: Stage, change: Partial<Registered> = {}): Registered => ({
  id: uuid(),
  document: requestAbout(),
  paper: {
    content: scanOf('request'),
    receivedAt: stage.clock.at - 3 * DAY,
    registryNumber: '77-15/2026',
    number: '1-4/8812',
  },
  signatory: HEAD,
  ...change,
});

export const VERIFIED = {
  outcome: 'VERIFIED',
  means: 'Сличено с образцом подписи и бланка.',
  signatory: HEAD,
} as const;

/** Registers a paper, and puts the executing officer on its case; the case's id and that of its paper. */
export async function registered(stage: Stage, change: Partial<Registered> = {}) {
  const { desk } = stage.az;
  const asked = paperOf(stage, change);
  const { case: kept } = await done(desk.registerPaper(COORDINATOR, asked));
  const { id } = kept.head;
  await done(desk.assign(COORDINATOR, { case: id, officer: EXECUTING.officer }));
  return { id, paper: asked.id, asked };
}

/** The same, with its paper verified. */
export async function verified(stage: Stage, change: Partial<Registered> = {}) {
  const made = await registered(stage, change);
  const check = { case: made.id, enclosure: made.paper, ...VERIFIED };
  await done(stage.az.desk.checkEnclosure(EXECUTING, check));
  return made;
}

/** A letter of the requesting authority that came today. */
export const letterOf = (
  stage: Stage,
  { id, move, ...change }: Pick<Letter, 'move'> & { id: string } & Partial<Letter>,
): Letter => ({
  case: id,
  id: uuid(),
  move,
  paper: {
    content: scanOf(move.kind),
    receivedAt: stage.clock.at - 60_000,
    registryNumber: '78-1/2026',
    number: null,
  },
  check: VERIFIED,
  ...change,
});

const DISCLOSED: Outcome = { outcome: 'DISCLOSED' };

interface Weighed {
  readonly id: string;
  readonly person: string | null;
  /** What is not named is disclosed. */
  readonly outcomes?: Readonly<Record<string, Outcome>>;
}

/** Matches the subject with this person, and notes what became of each item. */
export async function noted(stage: Stage, { id, person, outcomes = {} }: Weighed) {
  const { desk } = stage.az;
  const by = EXECUTING;
  await done(desk.match(by, { case: id, n: 1, person }));
  await done(desk.note(by, id, (sheet) => recordAge(sheet, 1, false)));
  for (const item of ['NAME_CYRILLIC', 'DATE_OF_BIRTH', 'PHOTOGRAPH'] as const) {
    const outcome = outcomes[item] ?? DISCLOSED;
    await done(desk.note(by, id, (sheet) => noteOutcome(sheet, { n: 1, item }, outcome)));
  }
}

/** Concludes what was noted. */
export function ended(stage: Stage, id: string, conditions: readonly Condition[] = []) {
  const grantUntil = stage.clock.at + 7 * DAY;
  return done(stage.az.desk.conclude(EXECUTING, { case: id, id: uuid(), conditions, grantUntil }));
}

/** Matches the subject, discloses what was asked but for these outcomes, and concludes. */
export async function concluded(
  stage: Stage,
  id: string,
  outcomes: Readonly<Record<string, Outcome>> = {},
) {
  await noted(stage, { id, person: 'one', outcomes });
  return ended(stage, id);
}
