/** Open questions 3 and 4: how this authority reads the text, in the term, the notices, the lists and the postponement. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SAMPLE_STATUS } from '../../../src/development/index.js';
import { countNotices, wakeCases } from '../../../src/exchange/index.js';
import type { ClockReading, InstrumentStatus } from '../../../src/treaty/index.js';
import {
  COORDINATOR,
  DAY,
  done,
  EXECUTING,
  faultOf,
  move,
  openStage,
  SIGNATORY,
  type Stage,
  send,
  states,
  uuid,
} from './stage.js';

const readAs = (clock: Partial<ClockReading>): ReadonlyMap<string, InstrumentStatus> =>
  new Map([...SAMPLE_STATUS].map(([id, status]) => [id, { ...status, clock }]));

/** A request that Baku has received and works on. */
async function received(stage: Stage): Promise<string> {
  const { id } = await send(stage);
  await stage.carry();
  await done(stage.az.desk.assign(COORDINATOR, { case: id, officer: EXECUTING.officer }));
  return id;
}

/** The clock of a case in Baku, and the end of its term by which lists go. */
async function clockIn({ az }: Stage, id: string) {
  const file = await az.rooms.cases.load(id);
  const clocks = file && az.desk.clocks(file);
  if (file === undefined || clocks == null) throw new Error('not received');
  return { ...clocks, listed: file.dueBefore };
}

const ASKED = { kind: 'ASK_CONFIRMATION', reasons: ['Подпись?'] } as const;
const WAITED = 7;

describe.each([
  ['RUNS', 0],
  ['STOPS', WAITED],
] as const)('question 3 read as %s', (questions, added) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ status: readAs({ questions }) });
  });
  afterAll(() => stage.close());

  test(`A-10.3 a doubt of ${WAITED} days adds ${added}; both readings are shown`, async () => {
    const id = await received(stage);
    const before = await clockIn(stage, id);
    await move(stage.az, EXECUTING, id, ASKED);
    await stage.carry();
    for (let day = 0; day < WAITED; day += 1) {
      stage.clock.at += DAY;
      await wakeCases(stage.az.rooms);
    }
    const during = await clockIn(stage, id);
    expect(during.term.paused).toBe(questions === 'STOPS');
    // Lists go by the last day as it is today, though nobody has moved the case.
    expect(during.listed).toBe(during.term.dueBefore);
    await move(stage.kz, SIGNATORY, id, { kind: 'CONFIRM', question: 2, text: 'Подтверждаем.' });
    await stage.carry();
    const after = await clockIn(stage, id);
    const days = (after.term.dueBefore - before.term.dueBefore) / DAY;
    expect(days).toBe(added);
    expect(after.listed).toBe(after.term.dueBefore);
    const { runs, stops } = after.readings;
    expect((stops.dueBefore - runs.dueBefore) / DAY).toBe(WAITED);
  });

  test('A-10.1c while it is waited for, the last days warn only where the clock runs', async () => {
    const id = await received(stage);
    await move(stage.az, EXECUTING, id, ASKED);
    stage.clock.at += 31 * DAY;
    const { notices } = await clockIn(stage, id);
    expect(notices).toEqual(questions === 'RUNS' ? ['OVERDUE', 'DELAY_NOT_TOLD'] : []);
    const { files } = await stage.az.desk.list(EXECUTING, {
      ...{ box: 'INBOX', states: ['CONFIRMATION_REQUESTED'], after: null, first: 50 },
      dueBefore: stage.clock.at,
    });
    await wakeCases(stage.az.rooms);
    const woken = await stage.az.desk.list(EXECUTING, {
      ...{ box: 'INBOX', states: ['CONFIRMATION_REQUESTED'], after: null, first: 50 },
      dueBefore: stage.clock.at,
    });
    expect(files.map((file) => file.case.head.id)).toContain(id);
    expect(woken.files.some((file) => file.case.head.id === id)).toBe(questions === 'RUNS');
  });
});

describe.each([
  ['MAY_EXCEED', 'A-10.2 may outlast the term'],
  ['WITHIN_TERM', 'A-10.2 ends within the term'],
] as const)('question 4 read as %s', (postponement, what) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ status: readAs({ postponement }) });
  });
  afterAll(() => stage.close());
  const postpone = (id: string, reviewAt: number) =>
    stage.az.desk.move(EXECUTING, {
      ...{ case: id, id: uuid() },
      move: { kind: 'POSTPONE', reason: 'Статья 10(2).', reviewAt },
    });

  test(`a postponement ${what}`, async () => {
    const id = await received(stage);
    const { term } = await clockIn(stage, id);
    const isRefused = postponement === 'WITHIN_TERM';
    const sealed = stage.az.sealed.length;
    expect(await faultOf(postpone(id, term.dueBefore))).toBe(
      isRefused ? 'REVIEW_AFTER_TERM' : null,
    );
    expect(stage.az.sealed.length - sealed).toBe(isRefused ? 0 : 1);
    expect(await faultOf(postpone(id, term.dueBefore - 1))).toBeNull();
    await stage.carry();
    expect(await states(stage, id)).toEqual(['POSTPONED', 'POSTPONED']);
    expect((await clockIn(stage, id)).term.paused).toBe(!isRefused);
  });

  test('in a state in which nobody may postpone, the state is what is told', async () => {
    const id = await received(stage);
    await move(stage.az, EXECUTING, id, ASKED);
    expect(await faultOf(postpone(id, stage.clock.at + 400 * DAY))).toBe('NOT_IN_THIS_STATE');
  });
});

test('A-10.2 each side reads for itself: what one may do, the other records without a fault', async () => {
  const stage = await openStage({
    status: readAs({ postponement: 'MAY_EXCEED' }),
    kzStatus: readAs({ postponement: 'WITHIN_TERM' }),
  });
  const id = await received(stage);
  const reviewAt = stage.clock.at + 200 * DAY;
  await move(stage.az, EXECUTING, id, { kind: 'POSTPONE', reason: 'Статья 10(2).', reviewAt });
  await stage.carry();
  expect(await states(stage, id)).toEqual(['POSTPONED', 'POSTPONED']);
  const kept = await stage.kz.rooms.cases.load(id);
  expect(kept?.case.side === 'REQUESTING' && kept.case.fault).toBeNull();
  await stage.close();
});

test('A-10.1c the notices of all cases are counted from the instant on which they are told', async () => {
  const stage = await openStage();
  const postponed = await received(stage);
  const id = await received(stage);
  const { term } = await clockIn(stage, id);
  const reviewAt = stage.clock.at + 3 * DAY;
  await move(stage.az, EXECUTING, postponed, { kind: 'POSTPONE', reason: '10(2)', reviewAt });
  const { dueBefore } = term;
  const near = 'INBOX NEARLY_DUE 1, INBOX DELAY_NOT_TOLD 1';
  const review = 'INBOX REVIEW_DUE 1';
  for (const [at, told] of [
    [reviewAt - 1, ''],
    [reviewAt, review],
    [dueBefore - 6 * DAY - 1, review],
    [dueBefore - 6 * DAY, `${near}, ${review}`],
    [dueBefore - DAY - 1, `${near}, ${review}`],
    [dueBefore - DAY, `INBOX DUE 1, INBOX DELAY_NOT_TOLD 1, ${review}`],
    [dueBefore - 1, `INBOX DUE 1, INBOX DELAY_NOT_TOLD 1, ${review}`],
    [dueBefore, `INBOX OVERDUE 1, INBOX DELAY_NOT_TOLD 1, ${review}`],
  ] as const) {
    stage.clock.at = at;
    await wakeCases(stage.az.rooms);
    const counts = await countNotices(stage.az.rooms.cases, at);
    const said = counts.map(({ box, notice, cases }) => `${box} ${notice} ${cases}`).sort();
    expect([at - dueBefore, said]).toEqual([
      at - dueBefore,
      told.split(', ').filter(Boolean).sort(),
    ]);
  }
  await move(stage.az, EXECUTING, id, { kind: 'TELL_DELAY', reason: 'Архив.', expectedAt: null });
  const counts = await countNotices(stage.az.rooms.cases, stage.clock.at);
  expect(counts.map(({ notice }) => notice).sort()).toEqual(['OVERDUE', 'REVIEW_DUE']);
  await stage.close();
});
