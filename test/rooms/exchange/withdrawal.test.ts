/**
 * A consent that its provider withdraws: from its arrival on nothing is read for the other purpose or
 * passed on under it; what was done before stays, and is accounted for.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../src/base/index.js';
import type { CustodyAct, CustodyMessage } from '../../../src/custody/index.js';
import { custodyDigest } from '../../../src/custody/index.js';
import {
  type Officer,
  type OfficerAct,
  openCustodyDesk,
  sendMail,
  takeMail,
} from '../../../src/exchange/index.js';
import { recordFact } from '../../../src/requests/index.js';
import {
  closePool,
  openCustodyFiles,
  openExchangePool,
  type Sql,
} from '../../../src/store/index.js';
import { wholePerson } from '../../support/whole-person.js';
import {
  ALL,
  AZ_HEAD,
  askAt,
  consented,
  consentTo,
  faultHeld,
  held,
  heldCase,
  JUSTICE,
  OTHER_PURPOSE,
  opens,
  PURPOSE,
  READER,
  signedConsent,
} from './custody-stage.js';
import {
  bodyOf,
  COORDINATOR,
  DAY,
  EXECUTING,
  envelopeOf,
  openStage,
  post,
  STRANGER,
  type Stage,
  take,
  told,
  uuid,
} from './stage.js';

const person = {
  ...wholePerson('one', ''),
  citizenships: [{ country: 'KAZ', since: '1992', until: null }],
};
let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ people: [person], withLabour: true });
});
afterAll(() => stage.close());

const TAKEN = { delivery: 'TAKEN', code: null };
const UNTOLD = { delivery: 'LATER', code: null };
const KINDS = ['PURPOSE_CHANGE', 'ONWARD_TRANSFER'] as const;
type Kind = (typeof KINDS)[number];

const astana = (about: string) => ({ side: stage.kz, officer: READER, about });
const wish = (kind: Kind): OfficerAct => {
  const common = {
    step: 'ASK',
    scope: ALL,
    until: stage.clock.at + 5 * DAY,
    text: 'Нужно.',
  } as const;
  return kind === 'PURPOSE_CHANGE'
    ? { kind, ...common, purpose: OTHER_PURPOSE }
    : { kind, ...common, purpose: PURPOSE, recipient: JUSTICE };
};
/** A holding with a consent; the matter in which it was given. */
async function consentedCase(kind: Kind) {
  const about = await heldCase(stage);
  const { matter } = await consented(stage, astana(about), wish(kind));
  return { about, matter };
}
interface At {
  readonly about: string;
  readonly matter: string;
}
const withdraw = ({ about, matter }: At, kind: Kind, change: { id?: string; by?: Officer } = {}) =>
  stage.az.custody.act(
    change.by ?? EXECUTING,
    { about, matter, id: change.id ?? uuid() },
    { kind, step: 'WITHDRAW', text: 'Основание отпало.' },
  );
/** Makes the withdrawal, and gives what would carry it. */
async function withdrawn(at: At, kind: Kind): Promise<string> {
  await held(withdraw(at, kind));
  const [mail = ''] = stage.az.going.splice(0);
  return bodyOf(stage.az, mail);
}
const stateAt = async (side: Stage['az'], { about, matter }: At) =>
  (await side.rooms.custodyFiles.load(about))?.matters.find(({ id }) => id === matter)?.state;

const uses = {
  PURPOSE_CHANGE: async (about: string) => {
    const read = await stage.kz.custody.read(READER, { about, purpose: OTHER_PURPOSE, scope: ALL });
    return read.values === null ? read.fault : 'DONE';
  },
  ONWARD_TRANSFER: async (about: string) => {
    const asked = { about, id: uuid(), recipient: JUSTICE, scope: ALL, purpose: PURPOSE };
    const exported = await stage.kz.custody.export(READER, asked);
    return exported.transfer === null ? exported.fault : 'DONE';
  },
} as const;
const query = '{ subjects { edges { node { id dateOfBirth } } } }';
const ask = (about: string, purpose: string = OTHER_PURPOSE) =>
  stage.kz.ask(READER, { request: about, purpose }, query);
const codes = ({ errors = [] }: Awaited<ReturnType<typeof ask>>) =>
  errors.map(({ extensions }) => ('code' in extensions ? extensions.code : null));

describe.each(KINDS)('a %s that is withdrawn', (kind) => {
  const clause = kind === 'PURPOSE_CHANGE' ? '11(2)' : '11(3)';

  test('is acknowledged, stands in both logs, and covers nothing from its arrival on', async () => {
    const at = await consentedCase(kind);
    expect(await uses[kind](at.about)).toBe('DONE');
    const before = [stage.az.sealed.length, stage.kz.sealed.length] as const;
    await held(withdraw(at, kind));
    expect(await stateAt(stage.az, at)).toBe('WITHDRAWING');
    // Until it has come its holder cannot know of it.
    expect(await uses[kind](at.about)).toBe('DONE');
    await stage.carry();
    expect([await stateAt(stage.az, at), await stateAt(stage.kz, at)]).toEqual([
      'WITHDRAWN',
      'WITHDRAWN',
    ]);
    expect(await uses[kind](at.about)).toBe('CONSENT_WITHDRAWN');
    const moved = (side: Stage['az'], from: number) =>
      side.sealed
        .slice(from)
        .flatMap(({ outcome, clauses }) => (outcome === 'MOVED' ? clauses : []));
    expect(moved(stage.az, before[0])).toEqual([clause, clause]);
    expect(moved(stage.kz, before[1])).toEqual([clause, clause]);
    expect(stage.kz.sealed.at(-1)).toMatchObject({
      ...{ log: 'DOMESTIC', outcome: 'REFUSED', clauses: [clause] },
      refusal: { code: 'NO_GRANT', reason: 'CONSENT_WITHDRAWN' },
    });
  });

  test('is withdrawn once: again under its id it is the same step, under another it is none', async () => {
    const at = await consentedCase(kind);
    const id = uuid();
    await held(withdraw(at, kind, { id }));
    const { file } = await held(withdraw(at, kind, { id }));
    expect(file.matters[0]?.steps.map(({ message }) => message.act.step)).toEqual([
      'ASK',
      'GIVE',
      'WITHDRAW',
    ]);
    expect(await faultHeld(withdraw(at, kind))).toBe('NOT_IN_THIS_STATE');
    await stage.carry();
    expect(await faultHeld(withdraw(at, kind))).toBe('NOT_IN_THIS_STATE');
  });

  test('replayed it is one; nor does the consent that is replayed after it count again', async () => {
    const about = await heldCase(stage);
    const matter = await opens(astana(about), wish(kind));
    await stage.carry();
    const signed = await signedConsent(
      consentTo(await askAt(stage, about, matter), stage.clock.at),
      stage.az.signer,
    );
    await held(stage.az.custody.give(AZ_HEAD, { about, id: uuid(), matter }, signed));
    const given = await bodyOf(stage.az, stage.az.going[0] ?? '');
    await stage.carry();
    const body = await withdrawn({ about, matter }, kind);
    expect(told(await take(stage.kz, 'AZ-SMS', body))).toEqual(TAKEN);
    for (const again of [body, given]) {
      expect(['TAKEN', 'DUPLICATE']).toContain(
        told(await take(stage.kz, 'AZ-SMS', again)).delivery,
      );
    }
    const file = await stage.kz.rooms.custodyFiles.load(about);
    const step = (name: string) =>
      file?.matters[0]?.steps.find(({ message }) => message.act.step === name)?.message;
    for (const name of ['WITHDRAW', 'GIVE']) {
      // In a new envelope, as who holds the gateway's key could send it.
      expect(await resent(step(name))).toEqual({ delivery: 'DUPLICATE', code: null });
      expect(await resent(step(name), { id: uuid() })).toEqual({
        delivery: 'CONFLICT',
        code: null,
      });
    }
    expect(file?.consents).toHaveLength(1);
    expect(await uses[kind](about)).toBe('CONSENT_WITHDRAWN');
    await stage.carry();
  });

  test('before the consent came it counts at once; the consent comes, and opens nothing', async () => {
    const about = await heldCase(stage);
    const matter = await opens(astana(about), wish(kind));
    await stage.carry();
    const signed = await signedConsent(
      consentTo(await askAt(stage, about, matter), stage.clock.at),
      stage.az.signer,
    );
    await held(stage.az.custody.give(AZ_HEAD, { about, id: uuid(), matter }, signed));
    const [late = ''] = stage.az.going.splice(0);
    const at = { about, matter };
    const body = await withdrawn(at, kind);
    expect(told(await take(stage.kz, 'AZ-SMS', body))).toEqual(TAKEN);
    expect(await stateAt(stage.kz, at)).toBe('FORESTALLED');
    // Nothing is waited for, should it never come.
    const open = await stage.kz.rooms.custodyFiles.open({ after: null, first: 1000 });
    expect(open.map(({ about: { id } }) => id)).not.toContain(about);
    expect(await uses[kind](about)).toBe('CONSENT_MISSING');
    stage.az.going.push(late);
    await stage.carry();
    expect([await stateAt(stage.az, at), await stateAt(stage.kz, at)]).toEqual([
      'WITHDRAWN',
      'WITHDRAWN',
    ]);
    expect(await uses[kind](about)).toBe('CONSENT_WITHDRAWN');
    expect(await faultHeld(stage.az.custody.give(AZ_HEAD, { ...at, id: uuid() }, signed))).toBe(
      'NOT_IN_THIS_STATE',
    );
  });

  test('stays so when the clock runs backwards', async () => {
    const at = await consentedCase(kind);
    await held(withdraw(at, kind));
    await stage.carry();
    const now = stage.clock.at;
    stage.clock.at = now - DAY / 2;
    expect(await uses[kind](at.about)).toBe('CONSENT_WITHDRAWN');
    stage.clock.at = now;
  });

  test('may be asked for anew: the new consent counts, and the old one does not come back', async () => {
    const at = await consentedCase(kind);
    await held(withdraw(at, kind));
    await stage.carry();
    const { matter } = await consented(stage, astana(at.about), wish(kind));
    expect(await uses[kind](at.about)).toBe('DONE');
    await held(withdraw({ ...at, matter }, kind));
    await stage.carry();
    expect(await uses[kind](at.about)).toBe('CONSENT_WITHDRAWN');
  });

  test('what was not given cannot be withdrawn, nor by whoever it is not for', async () => {
    const about = await heldCase(stage);
    const matter = await opens(astana(about), wish(kind));
    await stage.carry();
    const at = { about, matter };
    expect(await faultHeld(withdraw(at, kind))).toBe('NOT_IN_THIS_STATE');
    expect(await faultHeld(withdraw({ about, matter: uuid() }, kind))).toBe('NO_MATTER');
    expect(await faultHeld(withdraw(at, kind, { by: STRANGER }))).toBe('NO_HOLDING');
    expect(stage.az.going).toEqual([]);
    const given = await consentedCase(kind);
    const act = { kind, step: 'WITHDRAW', text: 'Нет.' } as const;
    // The holder of a consent ends nothing of its provider's.
    const own = stage.kz.custody.act(READER, { ...given, id: uuid() }, act);
    expect(await faultHeld(own)).toBe('NOT_THIS_ROLE');
    const analyst = { ...COORDINATOR, role: 'REQUESTING_ANALYST' } as const;
    expect(await faultHeld(withdraw(given, kind, { by: analyst }))).toBe('NO_HOLDING');
    expect(await uses[kind](given.about)).toBe('DONE');
  });

  test('by another gateway it is none, whether a stranger or the holder', async () => {
    const { about, matter } = await consentedCase(kind);
    const ask = await askAt(stage, about, matter);
    const act: CustodyAct = { kind, step: 'WITHDRAW', text: 'Нет.' };
    const by = { role: 'SIGNATORY', officer: 'X-1' } as const;
    const step = { ...ask, act, by, id: uuid() };
    const { labour } = stage;
    if (labour === null) throw new Error('no third side');
    const foreign = { ...step, from: 'KZ-MLSPP', to: 'KZ-MIA' };
    const brought = { kind: 'CUSTODY', id: step.id, digest: custodyDigest(foreign) } as const;
    const document = await labour.rooms.post.writeCustody(foreign);
    const envelope = envelopeOf(brought, { from: 'KZ-MLSPP', to: 'KZ-MIA', document });
    const text = canonicalJson(envelope);
    expect(told(await take(stage.kz, 'KZ-MLSPP', await labour.rooms.post.write(text)))).toEqual(
      UNTOLD,
    );
    expect(await sentBy(step)).toEqual({ delivery: 'MISDIRECTED', code: 'CUSTODY_FAULTY' });
    expect(await uses[kind](about)).toBe('DONE');
  });

  /** As the gateway of its sender would sign it. */
  async function sentBy(message: CustodyMessage) {
    const from = message.from === 'AZ-SMS' ? stage.az : stage.kz;
    const brought = { kind: 'CUSTODY', id: message.id, digest: custodyDigest(message) } as const;
    const document = await from.rooms.post.writeCustody(message);
    return post(stage, envelopeOf(brought, { from: message.from, to: message.to, document }));
  }
  async function resent(message: CustodyMessage | undefined, change: { id?: string } = {}) {
    if (message === undefined) throw new Error('no such step');
    return sentBy({ ...message, ...change });
  }
});

describe('A-11.2 a query for the other purpose', () => {
  test('is answered until the withdrawal comes; for the stated purpose it is answered on', async () => {
    const at = await consentedCase('PURPOSE_CHANGE');
    expect(codes(await ask(at.about))).toEqual([]);
    await held(withdraw(at, 'PURPOSE_CHANGE'));
    await stage.carry();
    expect(codes(await ask(at.about))).toEqual(['NO_GRANT']);
    expect(codes(await ask(at.about, PURPOSE))).toEqual([]);
  });
});

describe('a withdrawal that crosses what is done', () => {
  const undo: (() => void)[] = [];
  const pools: Sql[] = [];
  afterEach(async () => {
    for (const one of undo.splice(0)) one();
    for (const one of pools.splice(0)) await closePool(one);
  });
  /** Puts something in the place of a member of Astana's rooms, until the test is over. */
  function putting<K extends keyof Stage['kz']['rooms']>(
    name: K,
    to: Stage['kz']['rooms'][K],
  ): void {
    const { rooms } = stage.kz;
    const before = rooms[name];
    undo.push(() => Object.assign(rooms, { [name]: before }));
    Object.assign(rooms, { [name]: to });
  }
  /** Has a step taken once, right before something is sealed in Astana. */
  function beforeSealing(step: () => Promise<unknown>): void {
    const { ledger } = stage.kz.rooms;
    let isDone = false;
    putting('ledger', {
      ...ledger,
      async seal(draft, body) {
        if (!isDone) {
          isDone = true;
          await step();
        }
        return ledger.seal(draft, body);
      },
    });
  }

  test('a reading that was sealed and not told yet is not told', async () => {
    const at = await consentedCase('PURPOSE_CHANGE');
    const body = await withdrawn(at, 'PURPOSE_CHANGE');
    beforeSealing(() => take(stage.kz, 'AZ-SMS', body));
    expect(await uses.PURPOSE_CHANGE(at.about)).toBe('CONSENT_WITHDRAWN');
    expect(stage.kz.sealed.slice(-2).map(({ outcome }) => outcome)).toEqual([
      'ANSWERED',
      'REFUSED',
    ]);
    await stage.carry();
  });

  test('a query that had its grant and was reading is refused', async () => {
    const at = await consentedCase('PURPOSE_CHANGE');
    const body = await withdrawn(at, 'PURPOSE_CHANGE');
    const { consents } = stage.kz.rooms;
    let isDone = false;
    putting('consents', async (request) => {
      const found = await consents(request);
      if (!isDone) {
        isDone = true;
        await take(stage.kz, 'AZ-SMS', body);
      }
      return found;
    });
    const answer = await ask(at.about);
    expect(codes(answer)).toEqual(['NO_GRANT']);
    expect(JSON.stringify(answer)).not.toContain('1980');
    await stage.carry();
  });

  test('a transfer that another process was about to keep is weighed anew, and not made', async () => {
    const at = await consentedCase('ONWARD_TRANSFER');
    const body = await withdrawn(at, 'ONWARD_TRANSFER');
    const { rooms, urls } = stage.kz;
    const sql = openExchangePool(urls.exchange);
    pools.push(sql);
    const other = { ...rooms, custodyFiles: openCustodyFiles({ sql, clock: stage.clock }) };
    beforeSealing(() => takeMail(other, { authority: 'AZ-SMS', body }));
    const desk = openCustodyDesk(rooms);
    const asked = { about: at.about, id: uuid(), recipient: JUSTICE, scope: ALL, purpose: PURPOSE };
    expect(await desk.export(READER, asked)).toEqual({
      transfer: null,
      fault: 'CONSENT_WITHDRAWN',
    });
    expect((await rooms.custodyFiles.load(at.about))?.transfers).toEqual([]);
    await stage.carry();
  });

  test('A-11.3 what was passed on before stays in the tree, and a recall accounts for it', async () => {
    const at = await consentedCase('ONWARD_TRANSFER');
    const { about } = at;
    const asked = { about, id: uuid(), recipient: JUSTICE, scope: ALL, purpose: PURPOSE };
    const made = await stage.kz.custody.export(READER, asked);
    if (made.transfer === null) throw new Error(made.fault);
    stage.clock.at += 2000;
    await held(withdraw(at, 'ONWARD_TRANSFER'));
    await stage.carry();
    // Its file is not handed out again.
    expect(await stage.kz.custody.export(READER, asked)).toMatchObject({
      fault: 'CONSENT_WITHDRAWN',
    });
    const passed = { about, recipient: JUSTICE, scope: ALL, purpose: PURPOSE, parent: asked.id };
    const register = (when: number) =>
      stage.kz.custody.registerTransfer(READER, { ...passed, id: uuid(), at: when });
    await held(register(stage.clock.at - 1000));
    const { file } = await held(register(stage.clock.at));
    expect(file.transfers.map(({ consent }) => consent !== null)).toEqual([true, true, false]);
    await held(
      stage.az.custody.act(
        EXECUTING,
        { about, id: uuid(), matter: null },
        { kind: 'RECALL', step: 'TELL', scope: ALL, text: 'Отзыв.' },
      ),
    );
    await stage.carry();
    const baku = await stage.az.custody.show(EXECUTING, about);
    const recall = baku?.file.matters.find(({ kind }) => kind === 'RECALL');
    const last = recall?.steps.at(-1)?.message.act;
    expect(last && 'account' in last && last.account.map(({ answeredAt }) => answeredAt)).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('A-11.3 mail that waits with a transfer is a dead letter, and is never sent', async () => {
    const at = await consentedCase('ONWARD_TRANSFER');
    const { about } = at;
    const { book } = stage.kz.rooms;
    const kid = stage.labour?.decryption.publicJwk.kid ?? '';
    // Justice has a gateway, to which no mail gets for now.
    const key = {
      register: 'MESSAGE_KEY',
      authority: JUSTICE.code,
      kid,
      use: 'ENCRYPTION',
    } as const;
    const known = { validFrom: 0, recordedAt: 0, validUntil: null, note: 'note' };
    putting('book', {
      ...book,
      standing: async () => recordFact(await book.standing(), key, known),
    });
    const asked = { about, id: uuid(), recipient: JUSTICE, scope: ALL, purpose: PURPOSE };
    expect(await stage.kz.custody.export(READER, asked)).toMatchObject({
      transfer: { gateway: true },
    });
    const [mail = ''] = stage.kz.going.splice(0);
    let sent = 0;
    const transport = {
      async send() {
        sent += 1;
        return { outcome: 'UNREACHABLE', code: 'NO_CONNECTION' } as const;
      },
      close: () => undefined,
    };
    expect(await sendMail(stage.kz.rooms, transport, mail)).toBe('AGAIN');
    await held(withdraw(at, 'ONWARD_TRANSFER'));
    await stage.carry();
    expect(await sendMail(stage.kz.rooms, transport, mail)).toBe('DEAD');
    expect(sent).toBe(1);
    const [dead] = await stage.kz.rooms.outbox.dead(1);
    expect(dead).toMatchObject({ id: mail, code: 'CONSENT_WITHDRAWN' });
    expect(await stage.kz.rooms.outbox.again(mail)).toBe(true);
    expect(await sendMail(stage.kz.rooms, transport, mail)).toBe('DEAD');
  });
});
