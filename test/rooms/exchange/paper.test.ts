/** Requests that came on paper: registered, verified, executed on the same clock, and nothing of them sent. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wakeCases } from '../../../src/exchange/index.js';
import { endFact, LONGEST_FILE } from '../../../src/requests/index.js';
import { CMS, scanOf } from '../../support/files.js';
import { wholePerson } from '../../support/whole-person.js';
import {
  concluded,
  HEAD,
  letterOf,
  paperOf,
  registered,
  VERIFIED,
  verified,
} from './paper-stage.js';
import {
  ANALYST,
  COORDINATOR,
  DAY,
  done,
  EXECUTING,
  envelopeOf,
  faultOf,
  inExecution,
  move,
  openStage,
  post,
  record,
  requestAbout,
  STRANGER,
  type Stage,
  uuid,
  withdrawal,
} from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ people: [wholePerson('one', '')] });
});
afterAll(() => stage.close());

const load = async (id: string) => {
  const file = await stage.az.rooms.cases.load(id);
  if (file === undefined) throw new Error('no such case');
  return file;
};
const stateOf = async (id: string) => (await load(id)).case.state;
const openTo = (authority: string, role: string, { id }: { readonly id: string }) =>
  stage.az.grants.open(
    { authority, role, officer: EXECUTING.officer, unit: requestAbout().requesting.unit },
    {
      request: id,
      purpose: role === 'EXECUTING_OFFICER' ? 'REQUEST_EXECUTION' : 'IDENTITY_ESTABLISHMENT',
    },
  );

describe('A-9.1 a paper is registered', () => {
  test('A-10.3 its term runs from the receipt stamp, whenever it is registered', async () => {
    const { id, asked } = await registered(stage);
    const { case: kept, dueBefore, document, enclosures } = await load(id);
    expect(kept).toMatchObject({ side: 'REQUESTED', state: 'RECEIVED' });
    expect(kept.chain[0]?.motion.move).toEqual({
      kind: 'RECEIVE',
      receivedAt: asked.paper.receivedAt,
      channel: 'PAPER',
    });
    const clocks = stage.az.desk.clocks(await load(id));
    expect(clocks?.daysLeft).toBe(27);
    expect(dueBefore).toBe(clocks?.term.dueBefore);
    expect(document).toBeNull();
    expect(enclosures).toMatchObject([
      {
        kind: 'PAPER',
        registryNumber: '77-15/2026',
        number: '1-4/8812',
        officer: COORDINATOR.officer,
      },
    ]);
  });

  test('the scan is kept as it came, and shown to those on the case alone', async () => {
    const { id, paper, asked } = await registered(stage);
    const { desk } = stage.az;
    const asking = { case: id, enclosure: paper };
    const file = await desk.enclosedFile(EXECUTING, asking);
    expect(file?.mediaType).toBe('application/pdf');
    expect(Buffer.from(file?.content ?? []).equals(asked.paper.content)).toBe(true);
    expect(await desk.enclosedFile(STRANGER, asking)).toBeNull();
    expect(await desk.enclosedFile(EXECUTING, { ...asking, enclosure: uuid() })).toBeNull();
    expect(await desk.enclosedFile(EXECUTING, { ...asking, case: uuid() })).toBeNull();
  });

  test('it stands in the ledger as paper, by the officer who registered it, and says nothing of it', async () => {
    const before = stage.az.sealed.length;
    const { id } = await registered(stage);
    const entries = stage.az.sealed.slice(before).filter(({ request }) => request === id);
    expect(entries.map(({ outcome, clauses }) => [outcome, ...clauses])).toEqual([
      ['MOVED_ON_PAPER', '10(3)', '9(1)'],
      ['ENCLOSED', '9(1)'],
    ]);
    expect(entries.every(({ asking }) => asking.officer === COORDINATOR.officer)).toBe(true);
    expect(JSON.stringify(entries)).not.toMatch(/Образцов|1980|77-15|8812/);
  });

  test('registered twice under one id it is one case; another paper under that id is a conflict', async () => {
    const asked = paperOf(stage);
    const { desk } = stage.az;
    const first = await done(desk.registerPaper(EXECUTING, asked));
    stage.clock.at += 1000;
    const [second, third] = await Promise.all([
      done(desk.registerPaper(EXECUTING, asked)),
      done(desk.registerPaper(EXECUTING, asked)),
    ]);
    expect([second, third].map((file) => file.case.head.id)).toEqual(
      Array(2).fill(first.case.head.id),
    );
    expect((await load(first.case.head.id)).enclosures).toHaveLength(1);
    for (const change of [
      { paper: { ...asked.paper, content: scanOf('another') } },
      { paper: { ...asked.paper, receivedAt: asked.paper.receivedAt - 1 } },
      { document: { ...asked.document, substance: 'Иное.' } },
    ]) {
      expect(await faultOf(desk.registerPaper(EXECUTING, { ...asked, ...change }))).toBe(
        'CONFLICT',
      );
    }
    // The id of a registration is the officer's own: another one's is another case.
    const other = await done(desk.registerPaper(STRANGER, asked));
    expect(other.case.head.id).not.toBe(first.case.head.id);
  });

  test.each([
    ['an analyst', ANALYST, {}, 'NOT_THIS_ROLE'],
    ['a signatory of ours', { ...EXECUTING, role: 'SIGNATORY' }, {}, 'NOT_THIS_ROLE'],
    ['an auditor', { ...EXECUTING, role: 'AUDITOR' }, {}, 'NOT_THIS_ROLE'],
    ['a stamp of tomorrow', EXECUTING, { receivedAt: DAY }, 'STAMP_IN_FUTURE'],
    ['text for a scan', EXECUTING, { content: Buffer.from('scan') }, 'FILE_NOT_RECOGNISED'],
    ['a CMS for a scan', EXECUTING, { content: CMS }, 'FILE_NOT_RECOGNISED'],
    ['too long a scan', EXECUTING, { content: Buffer.alloc(LONGEST_FILE + 1) }, 'FILE_TOO_LARGE'],
  ] as const)('refused: %s', async (...[, by, change, fault]) => {
    const asked = paperOf(stage);
    const { receivedAt } = { receivedAt: -DAY, ...change };
    const paper = { ...asked.paper, ...change, receivedAt: stage.clock.at + receivedAt };
    const before = stage.az.sealed.length;
    expect(await faultOf(stage.az.desk.registerPaper(by, { ...asked, paper }))).toBe(fault);
    expect(stage.az.sealed).toHaveLength(before);
  });

  test('A-17 refused where the instrument was not in force on the day of the stamp, or names nobody of it', async () => {
    const asked = paperOf(stage);
    const early = { ...asked.paper, receivedAt: Date.UTC(2019, 0, 1) };
    const { desk } = stage.az;
    const { requesting } = asked.document;
    const own = { ...asked.document, requesting: { ...requesting, authority: 'AZ-SMS' } };
    for (const change of [{ paper: early }, { document: own }]) {
      const answer = await desk.registerPaper(EXECUTING, { ...asked, ...change });
      expect(answer).toMatchObject({ file: null, fault: 'OUTSIDE_INSTRUMENT' });
      expect('faults' in answer && answer.faults?.length).toBeGreaterThan(0);
    }
  });
});

describe('A-9.1 nothing opens before its paper was verified', () => {
  test('no execution, no candidates, no grant; with what was verified recorded, execution begins', async () => {
    const { id, paper } = await registered(stage);
    const { desk } = stage.az;
    const accept = () => desk.move(EXECUTING, { case: id, id: uuid(), move: { kind: 'ACCEPT' } });
    expect(await faultOf(accept())).toBe('PAPER_NOT_VERIFIED');
    const doubted = { case: id, enclosure: paper, ...VERIFIED, outcome: 'NOT_VERIFIED' } as const;
    await done(desk.checkEnclosure(EXECUTING, doubted));
    expect(await faultOf(accept())).toBe('PAPER_NOT_VERIFIED');
    await done(desk.checkEnclosure(EXECUTING, { ...doubted, outcome: 'VERIFIED' }));
    await done(accept());
    expect(await desk.candidates(EXECUTING, { case: id, n: 1 })).not.toBeNull();
    await openTo('AZ-SMS', 'EXECUTING_OFFICER', { id });
    const [{ checks } = { checks: [] }] = (await load(id)).enclosures;
    expect(checks).toMatchObject([
      { outcome: 'NOT_VERIFIED' },
      {
        ...{ verifier: 'OFFICER', outcome: 'VERIFIED', officer: EXECUTING.officer },
        ...{ means: VERIFIED.means, signatory: HEAD, lists: [] },
        letterhead: { version: requestAbout().letterhead },
      },
    ]);
  });

  test('A-9.5 a later doubt closes what was open, at once', async () => {
    const { id, paper } = await verified(stage);
    const { desk } = stage.az;
    await move(stage.az, EXECUTING, id, { kind: 'ACCEPT' });
    await openTo('AZ-SMS', 'EXECUTING_OFFICER', { id });
    const doubt = { case: id, enclosure: paper, ...VERIFIED, outcome: 'NOT_VERIFIED' } as const;
    await done(desk.checkEnclosure(COORDINATOR, doubt));
    await expect(openTo('AZ-SMS', 'EXECUTING_OFFICER', { id })).rejects.toThrow('NO_GRANT');
    expect(await desk.candidates(EXECUTING, { case: id, n: 1 })).toBeNull();
    await expect(concluded(stage, id)).rejects.toThrow('PAPER_NOT_VERIFIED');
    // Nothing but the officers' next look opens it again: not the watch either.
    await wakeCases(stage.az.rooms);
    await expect(openTo('AZ-SMS', 'EXECUTING_OFFICER', { id })).rejects.toThrow('NO_GRANT');
  });

  test.each([
    ['nobody on the list', null],
    ['somebody the list does not have', 'deputy'],
  ])('A-9.3 the hand of %s bears nothing out', async (_, signatory) => {
    const { id, paper } = await registered(stage);
    const check = { case: id, enclosure: paper, ...VERIFIED, signatory };
    expect(await faultOf(stage.az.desk.checkEnclosure(EXECUTING, check))).toBe(
      'HAND_NOT_BORNE_OUT',
    );
  });

  test('only who executes or coordinates verifies', async () => {
    const { id, paper } = await registered(stage);
    const check = { case: id, enclosure: paper, ...VERIFIED };
    const { desk } = stage.az;
    await done(desk.assign(COORDINATOR, { case: id, officer: 'AZ-SMS-7' }));
    for (const role of ['REQUESTING_ANALYST', 'SIGNATORY', 'AUDITOR'] as const) {
      const by = { ...EXECUTING, role, officer: 'AZ-SMS-7' };
      expect(await faultOf(desk.checkEnclosure(by, check))).toBe('NOT_THIS_ROLE');
    }
    expect(await faultOf(desk.checkEnclosure(STRANGER, check))).toBe('NO_CASE');
    const unknown = { ...check, enclosure: uuid() };
    expect(await faultOf(desk.checkEnclosure(EXECUTING, unknown))).toBe('UNKNOWN_ENCLOSURE');
  });
});

describe('A-9.5 what the lists do not bear out is doubted at once', () => {
  const withLetterhead = (letterhead: string) => ({ document: requestAbout({ letterhead }) });
  test.each([
    ['an unknown signatory', { signatory: null }, 'SIGNATORY_UNKNOWN'],
    ['an unknown letterhead', withLetterhead('1999-1'), 'LETTERHEAD_UNKNOWN'],
  ])('%s', async (_, change, reason) => {
    const { id } = await registered(stage, change);
    const file = await load(id);
    expect(file.case.state).toBe('CONFIRMATION_REQUESTED');
    expect(file.held).toContain(reason);
    expect(file.case.chain.at(-1)?.motion.by.role).toBe('GATEWAY');
  });

  test('a confirmation by letter of a listed hand leads on; another one leads nowhere', async () => {
    const { id, paper } = await registered(stage, { signatory: null });
    const { desk } = stage.az;
    const confirm = { kind: 'CONFIRM', question: 2, text: 'Подтверждаем.' } as const;
    const unlisted = letterOf(stage, { id, move: confirm, check: { ...VERIFIED, signatory: 'x' } });
    expect(await faultOf(desk.registerLetter(EXECUTING, unlisted))).toBe('HAND_NOT_BORNE_OUT');
    const check = { ...VERIFIED, outcome: 'NOT_VERIFIED' } as const;
    const unverified = letterOf(stage, { id, move: confirm, check });
    expect(await faultOf(desk.registerLetter(EXECUTING, unverified))).toBe('PAPER_NOT_VERIFIED');
    expect(await stateOf(id)).toBe('CONFIRMATION_REQUESTED');
    await done(desk.registerLetter(EXECUTING, letterOf(stage, { id, move: confirm })));
    expect(await stateOf(id)).toBe('RECEIVED');
    // It was confirmed, and still nobody has said that its paper is what it seems.
    const accept = { case: id, id: uuid(), move: { kind: 'ACCEPT' } } as const;
    expect(await faultOf(desk.move(EXECUTING, accept))).toBe('PAPER_NOT_VERIFIED');
    const own = { case: id, enclosure: paper, ...VERIFIED, signatory: null };
    await done(desk.checkEnclosure(EXECUTING, own));
    await done(desk.move(EXECUTING, accept));
  });

  test('A-9.2 what is missing from it is asked back, not refused', async () => {
    const { id } = await registered(stage, { document: requestAbout({ substance: '' }) });
    const file = await load(id);
    expect(file.case.state).toBe('INFO_REQUESTED');
    expect(file.case.chain.at(-1)?.motion.move).toMatchObject({
      kind: 'ASK_INFORMATION',
      questions: ['SUBSTANCE_MISSING substance'],
    });
  });
});

describe('A-9.1 the other side moves by letter', () => {
  test('every letter is its move, in the name of the officer who registered it, with its paper', async () => {
    const { id } = await verified(stage);
    const { desk } = stage.az;
    await move(stage.az, EXECUTING, id, { kind: 'ASK_INFORMATION', questions: ['Где он был?'] });
    const inform = { kind: 'INFORM', question: 2, answers: ['В Актау.'] } as const;
    const asked = letterOf(stage, { id, move: inform });
    const file = await done(desk.registerLetter(EXECUTING, asked));
    const last = file.case.chain.at(-1)?.motion;
    expect(last).toMatchObject({
      id: asked.id,
      by: { side: 'REQUESTING', role: 'SIGNATORY', officer: `paper:${EXECUTING.officer}` },
      move: inform,
    });
    expect(file.enclosures.map(({ id: one }) => one)).toContain(asked.id);
    expect(stage.az.sealed.filter(({ request }) => request === id).at(-2)).toMatchObject({
      outcome: 'MOVED_ON_PAPER',
      asking: { authority: 'KZ-MIA', officer: `paper:${EXECUTING.officer}` },
    });
    // Handed in again, by whoever it is, it is the same letter; another under its id is not.
    expect((await done(desk.registerLetter(COORDINATOR, asked))).case.chain).toEqual(
      file.case.chain,
    );
    const other = { ...asked, paper: { ...asked.paper, content: scanOf('other') } };
    expect(await faultOf(desk.registerLetter(EXECUTING, other))).toBe('CONFLICT');
    const said = { ...asked, move: { ...inform, answers: ['В Баку.'] } };
    expect(await faultOf(desk.registerLetter(EXECUTING, said))).toBe('CONFLICT');
  });

  test('A-11.1 it proceeds, or withdraws, by letter alone; no officer of ours does so without one', async () => {
    const { id } = await verified(stage);
    const { desk } = stage.az;
    await move(stage.az, EXECUTING, id, { kind: 'TELL_NOT_CONFIDENTIAL', terms: 'Только лично.' });
    for (const kind of ['PROCEED', 'CONFIRM'] as const) {
      const put = { kind, question: 2, text: 'x' } as const;
      const asked = { case: id, id: uuid(), move: put };
      expect(await faultOf(desk.move(EXECUTING, asked))).toBe('NOT_THIS_SIDE');
    }
    const proceed = letterOf(stage, { id, move: { kind: 'PROCEED', question: 2 } });
    await done(desk.registerLetter(EXECUTING, proceed));
    expect(await stateOf(id)).toBe('RECEIVED');
    const withdraw = { kind: 'WITHDRAW', reason: 'NO_LONGER_NEEDED' } as const;
    await done(desk.registerLetter(EXECUTING, letterOf(stage, { id, move: withdraw })));
    expect(await stateOf(id)).toBe('WITHDRAWN');
  });

  test('the table decides: what is not due is declined, and no scan of it is kept', async () => {
    const { id } = await verified(stage);
    const asked = letterOf(stage, { id, move: { kind: 'PROCEED', question: 2 } });
    const { desk } = stage.az;
    expect(await faultOf(desk.registerLetter(EXECUTING, asked))).toBe('NOT_IN_THIS_STATE');
    expect((await load(id)).enclosures).toHaveLength(1);
  });

  test('a case that came by gateway takes no letter in its requesting side’s name', async () => {
    const { id } = await inExecution(stage);
    const withdraw = { kind: 'WITHDRAW', reason: 'NOT_OURS' } as const;
    const asked = letterOf(stage, { id, move: withdraw });
    expect(await faultOf(stage.az.desk.registerLetter(EXECUTING, asked))).toBe('NOT_ON_PAPER');
    expect(await faultOf(stage.az.desk.registerLetter(STRANGER, asked))).toBe('NO_CASE');
  });
});

describe('A-9.1 no gateway is on its other side', () => {
  test('nothing of it is sent, from its registration to its closing', async () => {
    const going = [...stage.az.going];
    const { id } = await verified(stage);
    await move(stage.az, EXECUTING, id, { kind: 'TELL_DELAY', reason: 'Архив.', expectedAt: null });
    await move(stage.az, EXECUTING, id, { kind: 'ACCEPT' });
    const answered = await concluded(stage, id);
    expect(answered.case.state).toBe('ANSWERED');
    const close = letterOf(stage, { id, move: { kind: 'CLOSE' } });
    await done(stage.az.desk.registerLetter(EXECUTING, close));
    expect(await stateOf(id)).toBe('CLOSED');
    expect(stage.az.going).toEqual(going);
  });

  test('its answer is no package, and opens no grant to the gateway of the authority that wrote', async () => {
    const { id } = await verified(stage);
    await move(stage.az, EXECUTING, id, { kind: 'ACCEPT' });
    const answered = await concluded(stage, id);
    expect(answered.answer).toBeNull();
    await expect(openTo('KZ-MIA', 'PARTNER_GATEWAY', { id })).rejects.toThrow('NO_GRANT');
    await wakeCases(stage.az.rooms);
    await expect(openTo('KZ-MIA', 'PARTNER_GATEWAY', { id })).rejects.toThrow('NO_GRANT');
  });

  test('a partner’s gateway that names it is answered as for a case that does not exist', async () => {
    const { id } = await verified(stage);
    await move(stage.az, EXECUTING, id, { kind: 'TELL_NOT_CONFIDENTIAL', terms: 'Лично.' });
    const before = await load(id);
    const proceed = { ...withdrawal(id), move: { kind: 'PROCEED', question: 2 } } as const;
    const unknown = await post(stage, envelopeOf({ kind: 'INPUT', motion: withdrawal(uuid()) }));
    for (const motion of [withdrawal(id), proceed]) {
      expect(await post(stage, envelopeOf({ kind: 'INPUT', motion }))).toEqual(unknown);
    }
    expect(await load(id)).toEqual(before);
  });

  test('a signatory taken off the list signs nothing any more, whatever day his letter bears', async () => {
    const asked = paperOf(stage, { signatory: 'gone' });
    const gone = {
      register: 'SIGNATORY',
      id: 'gone',
      authority: 'KZ-MIA',
      name: 'Былов Б.',
    } as const;
    await record(
      stage.az,
      [
        {
          ...gone,
          position: 'Министр',
          office: 'HEAD',
          authorisedBy: null,
          instruments: ['AZ-KZ-2019'],
          kid: 'k'.repeat(43),
        },
      ],
      Date.UTC(2026, 0, 1),
    );
    const left = { validFrom: stage.clock.at - DAY, recordedAt: stage.clock.at, note: 'note' };
    const key = `KZ-MIA gone ${'k'.repeat(43)}`;
    await stage.az.standings.change('KZ-MIA', (standing) =>
      endFact(standing, { register: 'SIGNATORY', key }, left),
    );
    const { case: kept, held } = await done(stage.az.desk.registerPaper(EXECUTING, asked));
    expect(kept.state).toBe('CONFIRMATION_REQUESTED');
    expect(held).toContain('SIGNATORY_NO_LONGER');
  });
});
