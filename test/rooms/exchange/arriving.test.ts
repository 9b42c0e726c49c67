/** Requests that arrive: which are doubted, which are asked back, and which are none (9(2) to 9(5), 10(1), 17). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { endFact } from '../../../src/requests/index.js';
import { ed25519Key, signerOf } from '../partner/workbench.js';
import {
  ANALYST,
  arrive,
  COORDINATOR,
  done,
  EXECUTING,
  envelopeOf,
  faultOf,
  headFact,
  openStage,
  post,
  record,
  requestAbout,
  SIGNATORY,
  type Stage,
  send,
  signed,
  states,
  uuid,
  withdrawal,
} from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

describe('A-9.5 doubt by the machine', () => {
  const doubted = [
    ['a signatory who is not on the list', signerOf(ed25519Key(72)), {}, 'SIGNATORY_UNKNOWN'],
    ['an unknown letterhead', undefined, { letterhead: 'KZ-MIA-1999' }, 'LETTERHEAD_UNKNOWN'],
  ] as const;
  test.each(doubted)(
    '%s: held, nothing opens before CONFIRM',
    async (...[, by, change, reason]) => {
      const document = requestAbout(change);
      const sent = await arrive(stage, document, by);
      expect(sent).toEqual({ delivery: 'TAKEN', code: null });
      stage.az.going.splice(0);
      const kept = await stage.az.rooms.cases.load(document.id);
      expect(kept?.case.state).toBe('CONFIRMATION_REQUESTED');
      expect(kept?.held).toContain(reason);
      await done(
        stage.az.desk.assign(COORDINATOR, { case: document.id, officer: EXECUTING.officer }),
      );
      const accepting = { case: document.id, id: uuid(), move: { kind: 'ACCEPT' } } as const;
      expect(await faultOf(stage.az.desk.move(EXECUTING, accepting))).toBe('NOT_IN_THIS_STATE');
      const standing = { request: document.id, purpose: 'REQUEST_EXECUTION' };
      await expect(stage.az.grants.open(EXECUTING, standing)).rejects.toThrow('NO_GRANT');
      expect(await stage.az.desk.candidates(EXECUTING, { case: document.id, n: 1 })).toBeNull();
      const confirm = { kind: 'CONFIRM', question: 2, text: 'Подтверждаем.' } as const;
      const by2 = { side: 'REQUESTING', role: 'SIGNATORY', officer: 'KZ-MIA-0001' } as const;
      const motion = { case: document.id, id: uuid(), by: by2, at: stage.clock.at, move: confirm };
      expect(await post(stage, envelopeOf({ kind: 'INPUT', motion }))).toEqual({
        delivery: 'TAKEN',
        code: null,
      });
      stage.az.going.splice(0);
      expect(await faultOf(stage.az.desk.move(EXECUTING, { ...accepting, id: uuid() }))).toBeNull();
    },
  );

  test('our own desk does not send what the partner would hold', async () => {
    const asked = requestAbout({ letterhead: 'KZ-MIA-1999' });
    await done(stage.kz.desk.draft(ANALYST, asked));
    await done(stage.kz.desk.assign(ANALYST, { case: asked.id, officer: SIGNATORY.officer }));
    const signing = {
      case: asked.id,
      id: uuid(),
      jws: await signed(asked, stage.head),
      key: stage.head.publicJwk,
    };
    expect(await faultOf(stage.kz.desk.sign(SIGNATORY, signing))).toBe('SIGNATURE_REFUSED');
  });
});

describe('what is asked back, and what is no request', () => {
  test('A-10.1 an incomplete request is asked back, and not refused', async () => {
    const document = requestAbout({ substance: '', purposes: [] });
    expect(await arrive(stage, document)).toEqual({ delivery: 'TAKEN', code: null });
    const kept = await stage.az.rooms.cases.load(document.id);
    expect(kept?.case.state).toBe('INFO_REQUESTED');
    const asked = kept?.case.chain.at(-1)?.motion;
    expect(asked?.by.role).toBe('GATEWAY');
    expect(JSON.stringify(asked?.move)).toMatch(/SUBSTANCE_MISSING.*|PURPOSE_MISSING.*/);
    stage.az.going.splice(0);
  });

  const outside = [
    ['an instrument that is not known', { instrument: 'KZ-XX-2001' }],
    ['an instrument without requests', { instrument: 'EU-AZ-2014' }],
    ['an authority the instrument does not name', { instrument: 'AZ-BE-2019' }],
  ] as const;
  test.each(outside)('A-17 %s', async (_, change) => {
    const document = requestAbout(change);
    expect(await arrive(stage, document)).toEqual({
      delivery: 'MISDIRECTED',
      code: 'OUTSIDE_INSTRUMENT',
    });
    expect(await stage.az.rooms.cases.load(document.id)).toBeUndefined();
  });

  test('A-17 an instrument not in force yet, and one terminated', async () => {
    const since = (status: object) => openStage({ status: new Map([['AZ-KZ-2019', status]]) });
    for (const status of [{}, { inForceFrom: '2020-01-01', terminatedFrom: '2026-06-01' }]) {
      const closed = await since(status);
      try {
        const sent = await arrive(closed, requestAbout());
        expect(sent).toEqual({ delivery: 'MISDIRECTED', code: 'OUTSIDE_INSTRUMENT' });
      } finally {
        await closed.close();
      }
    }
  });
});

describe('A-9.4 keys', () => {
  test('a revoked message key is refused from the next message', async () => {
    const fresh = await openStage();
    try {
      const { id } = await send(fresh);
      await fresh.carry();
      const withdrawing = { ...withdrawal(id), at: fresh.clock.at };
      const revocation = {
        register: 'REVOCATION',
        authority: 'KZ-MIA',
        kid: fresh.kz.signer.kid,
      } as const;
      await record(fresh.az, [revocation], fresh.clock.at);
      expect(await post(fresh, envelopeOf({ kind: 'INPUT', motion: withdrawing }))).toEqual({
        delivery: 'REFUSED',
        code: 'MAIL_REFUSED',
      });
      expect(await states(fresh, id)).toEqual(['RECEIVED', 'RECEIVED']);
    } finally {
      await fresh.close();
    }
  });

  test('a revoked signatory, and one dismissed who backdates, are held', async () => {
    const fresh = await openStage();
    try {
      const backdated = requestAbout({ writtenAt: '2026-03-01T09:00:00.000Z' });
      const successor = signerOf(ed25519Key(73));
      // The head changed on 1 June: the one before signs in June, and writes March.
      const changed = Date.UTC(2026, 5, 1);
      await fresh.az.standings.change('KZ-MIA', (standing) =>
        endFact(
          standing,
          { register: 'SIGNATORY', key: `KZ-MIA head ${fresh.head.kid}` },
          { validFrom: changed, recordedAt: changed, note: 'note 2' },
        ),
      );
      await record(fresh.az, [{ ...headFact(successor.kid), id: 'head-2' }], changed);
      await arrive(fresh, backdated);
      const kept = await fresh.az.rooms.cases.load(backdated.id);
      expect(kept?.held).toEqual(['SIGNATORY_NO_LONGER']);
      expect(kept?.case.state).toBe('CONFIRMATION_REQUESTED');

      await record(
        fresh.az,
        [{ register: 'REVOCATION', authority: 'KZ-MIA', kid: fresh.head.kid }],
        fresh.clock.at,
      );
      const after = requestAbout({ writtenAt: '2026-03-01T09:00:00.000Z' });
      await arrive(fresh, after);
      expect((await fresh.az.rooms.cases.load(after.id))?.held).toContain('SIGNATORY_KEY_REVOKED');
    } finally {
      await fresh.close();
    }
  });
});
