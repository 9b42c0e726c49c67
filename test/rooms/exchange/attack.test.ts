/** A partner who wants more than was granted, and officers who are not on the case. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../src/base/index.js';
import { sendMail } from '../../../src/exchange/index.js';
import type { PartnerTransport } from '../../../src/partner/index.js';
import {
  type ChainRecord,
  digestOf,
  type Envelope,
  type Fact,
  type Message,
  type Motion,
  type Move,
  noteOutcome,
  recordAge,
} from '../../../src/requests/index.js';
import { wholePerson } from '../../support/whole-person.js';
import { ed25519Key, signerOf } from '../partner/workbench.js';
import {
  ANALYST,
  arrive,
  bodyOf,
  COORDINATOR,
  DAY,
  done,
  EXECUTING,
  envelopeOf,
  faultOf,
  headFrom,
  inExecution,
  move,
  openStage,
  packageOf,
  post,
  record,
  requestAbout,
  SIGNATORY,
  STRANGER,
  type Stage,
  send,
  signed,
  states,
  take,
  told,
  uuid,
  withdrawal,
} from './stage.js';

/** The other Kazakh ministry, whose gateway is a partner of its own. */
const other = signerOf(ed25519Key(81));
let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ people: [wholePerson('one', ''), wholePerson('two', 'а')] });
  await stage.az.standings.deposit(other.kid, other.publicJwk);
  const fact: Fact = {
    register: 'MESSAGE_KEY',
    authority: 'KZ-MLSPP',
    kid: other.kid,
    use: 'SIGNATURE',
  };
  await record(stage.az, [fact], 0);
});
afterAll(() => stage.close());

const input = (motion: Motion): Message => ({ kind: 'INPUT', motion });
const put = (id: string, made: Move, role: Motion['by']['role'] = 'SIGNATORY'): Motion => ({
  ...withdrawal(id),
  by: { side: 'REQUESTING', role, officer: SIGNATORY.officer },
  move: made,
});

/** Concludes with everything disclosed; the post is not carried. */
async function answer(id: string, person: string | null = 'one') {
  const { desk } = stage.az;
  await done(desk.match(EXECUTING, { case: id, n: 1, person }));
  await done(desk.note(EXECUTING, id, (sheet) => recordAge(sheet, 1, false)));
  for (const item of ['NAME_CYRILLIC', 'DATE_OF_BIRTH', 'PHOTOGRAPH'] as const) {
    const place = { n: 1, item };
    await done(
      desk.note(EXECUTING, id, (sheet) => noteOutcome(sheet, place, { outcome: 'DISCLOSED' })),
    );
  }
  return desk.conclude(EXECUTING, concluding(id));
}

const concluding = (id: string) => ({
  ...{ case: id, id: uuid(), conditions: [] },
  grantUntil: stage.clock.at + DAY,
});

describe('what is not his own', () => {
  test('A-11.1 a case of one partner is to another as an unknown one', async () => {
    const { id } = await send(stage);
    await stage.carry();
    const from = { from: 'KZ-MLSPP' };
    const said = async (at: string) => post(stage, envelopeOf(input(withdrawal(at)), from), other);
    expect(await said(id)).toEqual({ delivery: 'LATER', code: null });
    expect(await said(uuid())).toEqual(await said(id));
    expect(await states(stage, id)).toEqual(['RECEIVED', 'RECEIVED']);
  });

  const disguises: readonly (readonly [string, Partial<Envelope>])[] = [
    ['in the name of another authority', { from: 'KZ-MLSPP' }],
    ['in our own name', { from: 'AZ-SMS' }],
    ['to another authority', { to: 'BE-IO' }],
  ];
  test.each(disguises)('A-11.3 mail %s is refused', async (_, change) => {
    const envelope = envelopeOf(input(withdrawal(uuid())), change);
    const body = await stage.kz.rooms.post.write(canonicalJson(envelope));
    expect(told(await take(stage.az, 'KZ-MIA', body))).toEqual({
      delivery: 'REFUSED',
      code: 'MAIL_REFUSED',
    });
    expect(await post(stage, { ...envelope, from: 'KZ-MIA' }, other)).toEqual({
      delivery: 'REFUSED',
      code: 'MAIL_REFUSED',
    });
  });

  test('A-9.2 a message that says more than the document is none', async () => {
    const asked = requestAbout();
    const brought = { document: await signed(asked, stage.head), key: stage.head.publicJwk };
    const head = headFrom(asked);
    const wider = { ...head, wanted: [{ n: 1, items: ['SEX', ...(head.wanted[0]?.items ?? [])] }] };
    const told = async (said: object, change: Partial<Envelope> = {}) =>
      post(
        stage,
        envelopeOf({ kind: 'REQUEST', head: { ...head, ...said } }, { ...brought, ...change }),
      );
    const differs = { delivery: 'MISDIRECTED', code: 'DOCUMENT_DIFFERS' };
    expect(await told(wider)).toEqual(differs);
    expect(await told({ request: 'ab'.repeat(32) })).toEqual(differs);
    expect(await told({ id: uuid() })).toEqual(differs);
    expect(await told({}, { document: null })).toEqual(differs);
    expect(await told({}, { key: null })).toEqual(differs);
    // The key of the gateway, beside what the head signed.
    expect(await told({}, { key: stage.kz.signer.publicJwk })).toEqual(differs);
    expect(await stage.az.rooms.cases.load(asked.id)).toBeUndefined();
  });

  test('A-9.2 a document of another authority is not sent in its name', async () => {
    const { requesting, requested } = requestAbout();
    const theirs = { requesting: { ...requesting, authority: 'KZ-MLSPP' } };
    const elsewhere = { requested: { ...requested, authority: 'BE-IO' } };
    for (const change of [theirs, elsewhere]) {
      const sent = await arrive(stage, requestAbout(change));
      expect(sent).toEqual({ delivery: 'MISDIRECTED', code: 'DOCUMENT_DIFFERS' });
    }
  });

  test('A-11.3 a second request under the id of the first changes nothing', async () => {
    const asked = await send(stage);
    await stage.carry();
    const before = await stage.az.rooms.cases.load(asked.id);
    const wider = { ...asked, itemsWanted: [...asked.itemsWanted, 'SEX'] };
    expect(await arrive(stage, wider)).toEqual({ delivery: 'CONFLICT', code: null });
    const after = await stage.az.rooms.cases.load(asked.id);
    expect(after?.case).toEqual(before?.case);
    expect(after?.document).toBe(before?.document);
  });
});

describe('more than was granted', () => {
  const theirs: readonly Move[] = [
    { kind: 'ACCEPT' },
    { kind: 'RESUME' },
    { kind: 'ANSWER', outcomes: [], conditions: [], asOf: 1, grantUntil: 253_402_300_799_999 },
  ];
  test.each(theirs)('A-10.1 a partner does not make our move $kind', async (made) => {
    const { id } = await inExecution(stage);
    expect(await post(stage, envelopeOf(input(put(id, made))))).toEqual({
      delivery: 'TAKEN',
      code: null,
    });
    expect((await stage.az.rooms.cases.load(id))?.case).toMatchObject({
      state: 'IN_EXECUTION',
      chain: { length: 2 },
    });
    const ours = { ...put(id, made), by: { ...EXECUTING, side: 'REQUESTED' } } as unknown as Motion;
    const disguised = {
      ...ours,
      by: { side: 'REQUESTED', role: 'EXECUTING_OFFICER', officer: EXECUTING.officer },
    } as const;
    expect(await post(stage, envelopeOf(input(disguised)))).toEqual({
      delivery: 'MISDIRECTED',
      code: null,
    });
    stage.az.going.splice(0);
  });

  test('A-9.5 a partner does not confirm another question than the open one', async () => {
    const { id } = await inExecution(stage);
    await move(stage.az, EXECUTING, id, { kind: 'ASK_CONFIRMATION', reasons: ['Подпись.'] });
    await post(stage, envelopeOf(input(put(id, { kind: 'CONFIRM', question: 2, text: 'Да.' }))));
    await post(
      stage,
      envelopeOf(
        input(put(id, { kind: 'CONFIRM', question: 3, text: 'Да.' }, 'REQUESTING_ANALYST')),
      ),
    );
    expect((await stage.az.rooms.cases.load(id))?.case.state).toBe('CONFIRMATION_REQUESTED');
    stage.az.going.splice(0);
  });

  test('A-10.3 the package of an answer is replaced by nothing but another answer', async () => {
    const { id } = await inExecution(stage);
    await done(answer(id));
    const kept = (await stage.az.rooms.cases.load(id))?.answer;
    const enclosed = async () =>
      Promise.all(
        stage.az.going.map(async (mail) => {
          const going = await stage.az.rooms.outbox.load(mail);
          return JSON.parse(going?.envelope ?? '{}').answer;
        }),
      );
    expect(await enclosed()).toEqual([null, kept]);
    const forged = { answer: 'aaaa.bbbb.cccc.dddd.eeee' };
    // The requesting side, at the requested: a move of its own, with a package beside it.
    await post(stage, envelopeOf(input(withdrawal(id)), forged));
    // It travels with its own record alone.
    expect(await enclosed()).toEqual([null, kept, null]);
    expect((await stage.az.rooms.cases.load(id))?.answer).toBe(kept);
    await stage.carry();
    // The requested side, at the requesting: a record said again, and one that answers nothing.
    const file = await stage.kz.rooms.cases.load(id);
    expect(file?.answer).toBeNull();
    expect(await packageOf(stage.kz, id)).toBe(kept);
    const back = { from: 'AZ-SMS', to: 'KZ-MIA', ...forged };
    const [first, , last] = file?.case.chain ?? [];
    for (const said of [first, last] as ChainRecord[]) {
      expect(await post(stage, envelopeOf({ kind: 'RECORD', record: said }, back))).toEqual({
        delivery: 'DUPLICATE',
        code: null,
      });
    }
    expect(await packageOf(stage.kz, id)).toBe(kept);
  });

  test('A-10.3 records at the end of time are kept, and harm nothing', async () => {
    const { id } = await send(stage);
    const [mail = ''] = stage.kz.going.splice(0);
    expect(mail).not.toBe('');
    const [end, beyond] = [253_370_764_799_999, 253_370_764_800_000];
    const request = headFrom({ ...requestAbout(), id }).request;
    const file = await stage.kz.rooms.cases.load(id);
    const receive: ChainRecord = {
      number: 1,
      previous: null,
      request: file?.case.head.request ?? request,
      motion: {
        case: id,
        id,
        by: { side: 'REQUESTED', role: 'GATEWAY', officer: 'gateway.AZ-SMS' },
        at: end,
        move: { kind: 'RECEIVE', receivedAt: end, channel: 'ELECTRONIC' },
      },
      at: end,
      state: 'RECEIVED',
    };
    const back = { from: 'AZ-SMS', to: 'KZ-MIA' };
    const say = (record: ChainRecord) => post(stage, envelopeOf({ kind: 'RECORD', record }, back));
    expect(await say({ ...receive, at: beyond })).toEqual({
      delivery: 'REFUSED',
      code: 'MAIL_REFUSED',
    });
    expect(await say(receive)).toEqual({ delivery: 'TAKEN', code: null });
    const page = { box: 'OUTBOX', states: null, dueBefore: null, after: null, first: 50 } as const;
    const listed = await stage.kz.desk.list(ANALYST, page);
    expect(listed.files.map((one) => one.case.head.id)).toContain(id);
    expect(() => listed.files.map((one) => stage.kz.desk.clocks(one))).not.toThrow();
  });
});

describe('A-11.1 A-10.1 officers', () => {
  test('an auditor reads all and changes nothing, also where he was put on the case', async () => {
    const { id } = await inExecution(stage);
    const auditor = { ...EXECUTING, role: 'AUDITOR' } as const;
    const { desk } = stage.az;
    expect(await desk.show(auditor, id)).toBeDefined();
    expect(await faultOf(desk.assign(auditor, { case: id, officer: 'X' }))).toBe('NOT_THIS_ROLE');
    expect(await faultOf(desk.match(auditor, { case: id, n: 1, person: 'one' }))).not.toBeNull();
    expect(await faultOf(desk.note(auditor, id, (sheet) => recordAge(sheet, 1, false)))).toBe(
      'NOT_THIS_ROLE',
    );
    expect(
      await faultOf(desk.move(auditor, { case: id, id: uuid(), move: { kind: 'CLOSE' } })),
    ).toBe('NOT_THIS_ROLE');
    expect(await desk.candidates(auditor, { case: id, n: 1 })).toBeNull();
  });

  test('nobody but the executing officer sees candidates, and only in execution', async () => {
    const { id } = await send(stage);
    await stage.carry();
    const { desk } = stage.az;
    await done(desk.assign(COORDINATOR, { case: id, officer: EXECUTING.officer }));
    expect(await desk.candidates(EXECUTING, { case: id, n: 1 })).toBeNull();
    await move(stage.az, EXECUTING, id, { kind: 'ACCEPT' });
    expect(await desk.candidates(COORDINATOR, { case: id, n: 1 })).toBeNull();
    expect(await desk.candidates(STRANGER, { case: id, n: 1 })).toBeNull();
    expect(await desk.candidates(EXECUTING, { case: id, n: 1 })).not.toHaveLength(0);
    expect(await desk.candidates(EXECUTING, { case: id, n: 9 })).toEqual([]);
  });

  test('the same move asked twice is one move, whatever the clock says', async () => {
    const asked = await send(stage);
    await stage.carry();
    const { desk } = stage.az;
    await done(desk.assign(COORDINATOR, { case: asked.id, officer: EXECUTING.officer }));
    const accepting = { case: asked.id, id: uuid(), move: { kind: 'ACCEPT' } } as const;
    await done(desk.move(EXECUTING, accepting));
    stage.clock.at += 1000;
    expect(await faultOf(desk.move(EXECUTING, accepting))).toBeNull();
    const other = { ...accepting, move: { kind: 'RESUME' } } as const;
    expect(await faultOf(desk.move(EXECUTING, other))).toBe('CONFLICT');
    const twice = {
      case: asked.id,
      id: uuid(),
      move: { kind: 'WITHDRAW', reason: 'NO_LONGER_NEEDED' },
    } as const;
    await done(stage.kz.desk.move(SIGNATORY, twice));
    stage.clock.at += 1000;
    expect(await faultOf(stage.kz.desk.move(SIGNATORY, twice))).toBeNull();
    await stage.carry();
    expect(await states(stage, asked.id)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
  });

  test('the same conclusion asked twice is one answer', async () => {
    const { id } = await inExecution(stage);
    await done(answer(id));
    const { case: kept } = (await stage.az.rooms.cases.load(id)) ?? {};
    const motion = kept?.chain.at(-1)?.motion;
    stage.clock.at += 1000;
    const again = { ...concluding(id), id: motion?.id ?? '' };
    const until = motion !== undefined && 'grantUntil' in motion.move ? motion.move.grantUntil : 0;
    expect(
      await faultOf(stage.az.desk.conclude(EXECUTING, { ...again, grantUntil: until })),
    ).toBeNull();
    await stage.carry();
  });

  test('A-10.4d what was weighed about one person does not hold for another', async () => {
    const { id } = await inExecution(stage);
    const { desk } = stage.az;
    await done(desk.match(EXECUTING, { case: id, n: 1, person: 'one' }));
    await done(desk.note(EXECUTING, id, (sheet) => recordAge(sheet, 1, false)));
    const place = { n: 1, item: 'PHOTOGRAPH' } as const;
    await done(
      desk.note(EXECUTING, id, (sheet) => noteOutcome(sheet, place, { outcome: 'DISCLOSED' })),
    );
    // The same person again takes nothing away.
    const same = await done(desk.match(EXECUTING, { case: id, n: 1, person: 'one' }));
    expect(same.sheet?.outcomes[0]?.items).toHaveLength(1);
    const { sheet } = await done(desk.match(EXECUTING, { case: id, n: 1, person: 'two' }));
    expect(sheet?.outcomes).toEqual([{ n: 1, items: [] }]);
    expect(sheet?.ages).toEqual([{ n: 1, child: null, decision: null }]);
  });

  test('A-10.4c nothing is disclosed about nobody', async () => {
    const { id } = await inExecution(stage);
    expect(await faultOf(answer(id, null))).toBe('MATCH_MISSING');
    expect((await stage.az.rooms.cases.load(id))?.case.state).toBe('IN_EXECUTION');
  });

  test('A-11.1 who is not on the case reads nothing under it', async () => {
    const { id } = await inExecution(stage);
    const stated = { request: id, purpose: 'REQUEST_EXECUTION' };
    await expect(stage.az.grants.open(EXECUTING, stated)).resolves.toBeDefined();
    await expect(stage.az.grants.open(STRANGER, stated)).rejects.toThrow('NO_GRANT');
  });

  test('A-2.1 another unit of the requesting authority reads nothing under it', async () => {
    const { id } = await inExecution(stage);
    await done(answer(id));
    await stage.carry();
    const asker = { authority: 'KZ-MIA', role: 'PARTNER_GATEWAY', unit: 'Дорожная полиция' };
    const stated = { request: id, purpose: 'IDENTITY_ESTABLISHMENT' };
    await expect(stage.az.grants.open(asker, stated)).rejects.toThrow('NO_GRANT');
  });

  test('A-9.3 nobody signs what was altered, or with a key that is not listed', async () => {
    const asked = requestAbout();
    const { desk } = stage.kz;
    await done(desk.draft(ANALYST, asked));
    await done(desk.assign(ANALYST, { case: asked.id, officer: SIGNATORY.officer }));
    const signing = async (document: typeof asked, by = stage.head) => ({
      ...{ case: asked.id, id: uuid(), key: by.publicJwk },
      jws: await signed(document, by),
    });
    const altered = await signing({ ...asked, substance: 'Иное.' });
    const stranger = await signing(asked, signerOf(ed25519Key(99)));
    expect(await faultOf(desk.sign(SIGNATORY, altered))).toBe('SIGNATURE_REFUSED');
    expect(await faultOf(desk.sign(SIGNATORY, stranger))).toBe('SIGNATURE_REFUSED');
    expect(await faultOf(desk.sign(ANALYST, await signing(asked)))).toBe('NOT_THIS_ROLE');
  });

  test('A-11.1 a colleague does not write over a draft, nor into a case', async () => {
    const asked = requestAbout();
    const { desk } = stage.kz;
    await done(desk.draft(ANALYST, asked));
    const colleague = { ...ANALYST, officer: 'KZ-MIA-0999' };
    expect(await faultOf(desk.draft(colleague, asked))).toBe('NO_CASE');
    expect(await faultOf(desk.draft({ ...ANALYST, role: 'SIGNATORY' }, asked))).toBe(
      'NOT_THIS_ROLE',
    );
    const theirs = requestAbout({ requesting: { ...asked.requesting, authority: 'KZ-MLSPP' } });
    expect(await faultOf(desk.draft(ANALYST, theirs))).toBe('NOT_THIS_ROLE');
    const sent = await send(stage);
    expect(await faultOf(desk.draft(ANALYST, sent))).toBe('NOT_A_DRAFT');
    await stage.carry();
  });
});

describe('A-11.3 receipts', () => {
  /** A partner's gateway that answers every mail with this receipt. */
  const answering = (receipt: string): PartnerTransport => ({
    send: async () => ({ outcome: 'DELIVERED', receipt }),
    close: () => undefined,
  });
  async function outgoing() {
    const { id } = await send(stage);
    const [mail = ''] = stage.kz.going.splice(0);
    const kept = await stage.kz.rooms.outbox.load(mail);
    const digest = digestOf(JSON.parse(kept?.envelope ?? '{}'));
    return { id, mail, told: { v: 1, id: mail, digest, delivery: 'TAKEN', code: null } as const };
  }
  const write = (told: Parameters<Stage['az']['rooms']['post']['writeReceipt']>[0]) =>
    stage.az.rooms.post.writeReceipt(told);

  test('a mail is done with when the partner signed that it was judged', async () => {
    const { mail, told } = await outgoing();
    expect(await sendMail(stage.kz.rooms, answering(await write(told)), mail)).toBe('SENT');
    expect((await stage.kz.rooms.outbox.load(mail))?.receipt).not.toBeNull();
  });

  test('a receipt for another mail, other bytes, LATER, or by another key is none', async () => {
    const { mail, told } = await outgoing();
    const receipts = [
      await write({ ...told, id: uuid() }),
      await write({ ...told, digest: 'ab'.repeat(32) }),
      await write({ ...told, delivery: 'LATER' }),
      await stage.kz.rooms.post.writeReceipt(told),
    ];
    for (const receipt of receipts) {
      expect(await sendMail(stage.kz.rooms, answering(receipt), mail)).toBe('AGAIN');
    }
  });

  test('a request that the partner does not take as one is a dead letter that an operator sees', async () => {
    const { mail, told } = await outgoing();
    const refused = await write({ ...told, delivery: 'MISDIRECTED', code: 'OUTSIDE_INSTRUMENT' });
    expect(await sendMail(stage.kz.rooms, answering(refused), mail)).toBe('DEAD');
    const dead = await stage.kz.rooms.outbox.dead(50);
    expect(dead.find(({ id }) => id === mail)?.code).toBe('OUTSIDE_INSTRUMENT');
  });

  test('a body of the outbox is the same bytes every time', async () => {
    const { mail } = await outgoing();
    expect(await bodyOf(stage.kz, mail)).toBe(await bodyOf(stage.kz, mail));
  });
});
