/** Mail between two gateways: once, in order, and never lost between its keeping and its release. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { releaseMail } from '../../../src/exchange/index.js';
import {
  bodyOf,
  DAY,
  EXECUTING,
  envelopeOf,
  inExecution,
  move,
  openStage,
  post,
  type Stage,
  send,
  states,
  take,
  told,
  uuid,
  withdrawal,
} from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('A-11.3 mail', () => {
  test('the same envelope twice is one move, and has the same receipt', async () => {
    const { id } = await send(stage);
    const [mail = ''] = stage.kz.going.splice(0);
    const body = await bodyOf(stage.kz, mail);
    const first = await take(stage.az, 'KZ-MIA', body);
    expect(await take(stage.az, 'KZ-MIA', body)).toEqual(first);
    expect((await stage.az.rooms.cases.load(id))?.case.chain).toHaveLength(1);
    const both = await Promise.all([
      take(stage.az, 'KZ-MIA', body),
      take(stage.az, 'KZ-MIA', body),
    ]);
    expect(both).toEqual([first, first]);
    await stage.carry();
  });

  test('the same id with other bytes is a conflict', async () => {
    const one = envelopeOf({ kind: 'INPUT', motion: withdrawal(uuid()) });
    await post(stage, one);
    const other = { ...one, sentAt: '2026-06-15T09:00:01.000Z' };
    expect(await post(stage, other)).toEqual({ delivery: 'REFUSED', code: 'MAIL_CONFLICT' });
  });

  test('kept and not released: the watch lets it go, and not before', async () => {
    stage.kz.isReleasing = false;
    const { id } = await send(stage);
    stage.kz.isReleasing = true;
    expect(stage.kz.going).toEqual([]);
    stage.clock.at += 29_000;
    await releaseMail(stage.kz.rooms);
    expect(stage.kz.going).toEqual([]);
    stage.clock.at += 2_000;
    await releaseMail(stage.kz.rooms);
    expect(stage.kz.going).toHaveLength(1);
    await stage.carry();
    expect(await states(stage, id)).toEqual(['RECEIVED', 'RECEIVED']);
  });

  test('a record that comes before its turn is held, and applied after it', async () => {
    const { id } = await inExecution(stage);
    await move(stage.az, EXECUTING, id, {
      kind: 'POSTPONE',
      reason: 'Статья 10(2).',
      reviewAt: stage.clock.at + 9 * DAY,
    });
    const late = stage.az.going.splice(0);
    await move(stage.az, EXECUTING, id, { kind: 'RESUME' });
    const soon = stage.az.going.splice(0);
    stage.az.going.push(...soon.reverse(), ...late.reverse());
    const replies = await stage.carry();
    expect(replies.map((reply) => told(reply).delivery)).toContain('HELD');
    expect(await states(stage, id)).toEqual(['RECEIVED', 'RECEIVED']);
  });
});
