/** Mail between two gateways: once, in order, and and never lost. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../src/base/index.js';
import { MOST_OF_A_CASE } from '../../../src/exchange/declines.js';
import { openDeclines, takeMail } from '../../../src/exchange/index.js';
import { signJws } from '../../../src/partner/index.js';
import type { Motion } from '../../../src/requests/index.js';
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

  test('the receipt of what changes a case stands by the commit that keeps the change', async () => {
    await send(stage);
    const [mail = ''] = stage.kz.going.splice(0);
    const arriving = { authority: 'KZ-MIA', body: await bodyOf(stage.kz, mail) };
    const { inbox } = stage.az.rooms;
    const cutOff = { ...inbox, answered: () => Promise.reject(new Error('a second commit')) };
    const first = await takeMail({ ...stage.az.rooms, inbox: cutOff }, arriving);
    expect(first.receipt).not.toBeNull();
    expect(await takeMail(stage.az.rooms, arriving)).toEqual(first);
    await stage.carry();
  });

  test('the lists are read once for a message, and anew for the next', async () => {
    const { book } = stage.az.rooms;
    let read = 0;
    const counting = {
      ...book,
      standing() {
        read += 1;
        return book.standing();
      },
    };
    for (const reads of [1, 2]) {
      await send(stage);
      const [mail = ''] = stage.kz.going.splice(0);
      const arriving = { authority: 'KZ-MIA', body: await bodyOf(stage.kz, mail) };
      await takeMail({ ...stage.az.rooms, book: counting }, arriving);
      expect(read).toBe(reads);
    }
    await stage.carry();
  });

  test('the same id with other bytes is a conflict', async () => {
    const one = envelopeOf({ kind: 'INPUT', motion: withdrawal(uuid()) });
    await post(stage, one);
    const other = { ...one, sentAt: '2026-06-15T09:00:01.000Z' };
    expect(await post(stage, other)).toEqual({ delivery: 'REFUSED', code: 'MAIL_CONFLICT' });
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

describe('A-11.4 inputs that are declined', () => {
  /** A confirmation of what nobody doubted: sound in form, and lawful in no state that the case is in. */
  const groundless = (id: string): Motion => ({
    ...withdrawal(id),
    move: { kind: 'CONFIRM', question: 2, text: 'Подтверждаем.' },
  });
  const put = (motion: Motion) => envelopeOf({ kind: 'INPUT', motion });
  const TOO_MANY = { delivery: 'REFUSED', code: 'TOO_MANY_DECLINED' };
  const TAKEN = { delivery: 'TAKEN', code: null };
  const takenIn = async (id: string) => {
    const kept = (await stage.az.rooms.cases.load(id))?.case;
    return kept?.side === 'REQUESTED' ? kept.taken : [];
  };

  test('a case keeps a bounded number; what is lawful is taken after it, and what was declined is said again', async () => {
    const { id } = await send(stage);
    await stage.carry();
    const first = put(groundless(id));
    expect(await post(stage, first)).toEqual(TAKEN);
    for (let n = 1; n < MOST_OF_A_CASE; n += 1) await post(stage, put(groundless(id)));
    expect(await takenIn(id)).toHaveLength(1 + MOST_OF_A_CASE);
    const going = stage.az.going.length;
    for (let n = 0; n < 3; n += 1) {
      expect(await post(stage, put(groundless(id)))).toEqual(TOO_MANY);
    }
    expect(await takenIn(id)).toHaveLength(1 + MOST_OF_A_CASE);
    expect(stage.az.going).toHaveLength(going);
    // Its sender may not have heard: the same mail has the same receipt.
    expect(await post(stage, first)).toEqual(TAKEN);
    // Another case is not concerned, and nothing lawful is.
    const other = await send(stage);
    await stage.carry();
    expect(await post(stage, put(groundless(other.id)))).toEqual(TAKEN);
    const lawful = put(withdrawal(id));
    expect(await post(stage, lawful)).toEqual(TAKEN);
    expect((await stage.az.rooms.cases.load(id))?.case.state).toBe('WITHDRAWN');
    stage.az.going.splice(0);
  });

  test('of one authority no more than some are taken on a day, over all of its cases', async () => {
    const { id } = await send(stage);
    await stage.carry();
    const declines = openDeclines(stage.clock, 2);
    const rooms = { ...stage.az.rooms, declines };
    const say = async (motion: Motion) => {
      const envelope = put(motion);
      const body = await signJws(
        Buffer.from(canonicalJson(envelope)),
        'sorgu-message+jws',
        stage.kz.signer,
      );
      return told(await takeMail(rooms, { authority: 'KZ-MIA', body }));
    };
    const same = groundless(id);
    expect(await say(same)).toEqual(TAKEN);
    // The same input in other mail is known: it is no more than one.
    expect(await say(same)).toMatchObject({ delivery: 'DUPLICATE' });
    expect(await say(groundless(id))).toEqual(TAKEN);
    expect(await say(groundless(id))).toEqual(TOO_MANY);
    expect(declines.count('AZ-SMS')).toBe(true);
    stage.clock.at += DAY;
    expect(await say(groundless(id))).toEqual(TAKEN);
    expect(await say(withdrawal(id))).toEqual(TAKEN);
    stage.az.going.splice(0);
  });

  test("A-11.1 whether a case is there, or is another authority's, the answer does not tell", async () => {
    const nowhere = put(groundless(uuid()));
    expect(await post(stage, nowhere)).toEqual({ delivery: 'LATER', code: null });
  });
});
