/** Custody over the desks of two gateways: consents, what they cover, and what does not count. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Consent, CustodyAct, CustodyMessage } from '../../../src/custody/index.js';
import { custodyDigest } from '../../../src/custody/index.js';
import { destroyDue, type OfficerAct } from '../../../src/exchange/index.js';
import { closePool, openOwner } from '../../../src/store/index.js';
import { wholePerson } from '../../support/whole-person.js';
import { ed25519Key, signerOf } from '../partner/workbench.js';
import {
  ALL,
  AZ_HEAD,
  askAt,
  BIRTH,
  COURT,
  consented,
  consentTo,
  faultHeld,
  held,
  heldCase,
  JUSTICE,
  LABOUR_BODY,
  OTHER_PURPOSE,
  opens,
  PURPOSE,
  READER,
  signedConsent,
  TERMS,
} from './custody-stage.js';
import {
  COORDINATOR,
  DAY,
  EXECUTING,
  envelopeOf,
  openStage,
  post,
  STRANGER,
  type Stage,
  uuid,
} from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ people: [wholePerson('one', '')] });
});
afterAll(() => stage.close());

const astana = (about: string) => ({ side: stage.kz, officer: READER, about });
const wish = () => ({
  ...({ step: 'ASK', scope: ALL, until: stage.clock.at + 5 * DAY, text: 'Обоснование.' } as const),
});
const onward = (): OfficerAct => ({
  ...{ kind: 'ONWARD_TRANSFER', ...wish(), purpose: PURPOSE, recipient: JUSTICE },
});
const change = (): OfficerAct => ({ kind: 'PURPOSE_CHANGE', ...wish(), purpose: OTHER_PURPOSE });
const exporting = (about: string, given: object = {}) =>
  stage.kz.custody.export(READER, {
    ...{ about, id: uuid(), recipient: JUSTICE, scope: ALL, purpose: PURPOSE },
    ...given,
  });
const faultOf = (answer: Awaited<ReturnType<typeof exporting>>) =>
  answer.transfer === null ? answer.fault : null;
const contentOf = (jws: string) =>
  JSON.parse(Buffer.from(jws.split('.')[1] ?? '', 'base64url').toString());

describe('A-11.3 onward transfer', () => {
  test('without consent nothing leaves, by a code, and the refusal stands in the ledger', async () => {
    const about = await heldCase(stage);
    const before = stage.kz.sealed.length;
    expect(await exporting(about)).toEqual({ transfer: null, fault: 'CONSENT_MISSING' });
    expect(stage.kz.sealed.slice(before)).toMatchObject([
      {
        ...{ log: 'DOMESTIC', outcome: 'REFUSED', clauses: ['11(3)'], request: about },
        refusal: { code: 'NO_GRANT', reason: 'CONSENT_MISSING' },
      },
    ]);
  });

  test('a consent for two items exports exactly two, with what binds them', async () => {
    const about = await heldCase(stage);
    const consent = await consented(stage, astana(about), onward());
    const before = stage.kz.sealed.length;
    const answer = await exporting(about);
    if (answer.transfer === null) throw new Error(answer.fault);
    const content = contentOf(answer.file);
    expect(Object.keys(content.subjects[0].values).sort()).toEqual(['dateOfBirth', 'nameCyrillic']);
    expect(content.transfer).toMatchObject({
      ...{ from: 'KZ-MIA', recipient: JUSTICE, purpose: PURPOSE, until: consent.until },
      conditions: [TERMS],
    });
    expect(stage.kz.sealed.slice(before)).toMatchObject([
      {
        ...{ log: 'DOMESTIC', outcome: 'ANSWERED', clauses: ['11(3)'] },
        subjects: [{ released: ['Person.dateOfBirth', 'Person.nameCyrillic'] }],
      },
    ]);
    expect(JSON.stringify(stage.kz.sealed.slice(before))).not.toContain('1980');
    const wider = { subjects: [1], items: ['NAME_CYRILLIC', 'SEX'] } as const;
    expect(faultOf(await exporting(about, { scope: wider }))).toBe('CONSENT_FOR_OTHER_ITEMS');
    expect(faultOf(await exporting(about, { recipient: COURT }))).toBe(
      'CONSENT_FOR_OTHER_RECIPIENT',
    );
    expect(faultOf(await exporting(about, { purpose: OTHER_PURPOSE }))).toBe(
      'CONSENT_FOR_OTHER_PURPOSE',
    );
  });

  test('a consent that comes after the act does not cure it, not even dated back', async () => {
    const about = await heldCase(stage);
    const matter = await opens(astana(about), onward());
    await stage.carry();
    const acted = stage.clock.at;
    stage.clock.at += 1000;
    const ask = await askAt(stage, about, matter);
    const signed = await signedConsent(consentTo(ask, acted - DAY), stage.az.signer);
    await held(stage.az.custody.give(AZ_HEAD, { about, id: uuid(), matter }, signed));
    await stage.carry();
    const parent = await exporting(about);
    if (parent.transfer === null) throw new Error(parent.fault);
    // Justice tells that it had passed it on before; the record says that nothing covered it.
    const passed = { about, id: uuid(), recipient: COURT, scope: ALL, purpose: PURPOSE };
    const told = { ...passed, parent: parent.transfer.id, at: acted };
    const { file } = await held(stage.kz.custody.registerTransfer(READER, told));
    expect(file.transfers.map(({ consent }) => consent !== null)).toEqual([true, false]);
  });

  test('asked again under its id it is one transfer, under another scope a conflict', async () => {
    const about = await heldCase(stage);
    await consented(stage, astana(about), onward());
    const id = uuid();
    await exporting(about, { id });
    stage.clock.at += 1000;
    expect(faultOf(await exporting(about, { id }))).toBe(null);
    expect(faultOf(await exporting(about, { id, scope: BIRTH }))).toBe('CONFLICT');
    const holding = await stage.kz.custody.show(READER, about);
    expect(holding?.file.transfers).toHaveLength(1);
  });

  test('an authority that Article 2 lists needs no consent, and none can be asked for', async () => {
    const about = await heldCase(stage);
    const asked = { ...onward(), recipient: LABOUR_BODY } as OfficerAct;
    const place = { about, id: uuid(), matter: null };
    expect(await faultHeld(stage.kz.custody.act(READER, place, asked))).toBe('NOT_A_THIRD_PARTY');
    expect(faultOf(await exporting(about, { recipient: LABOUR_BODY }))).toBe(null);
  });

  test('at its end, or when the consent ends, nothing leaves any more', async () => {
    const about = await heldCase(stage);
    const { until } = await consented(stage, astana(about), onward());
    const now = stage.clock.at;
    stage.clock.at = until - 1;
    expect(faultOf(await exporting(about))).toBe(null);
    stage.clock.at = until;
    expect(faultOf(await exporting(about))).toBe('CONSENT_ENDED');
    stage.clock.at = now + 7 * DAY;
    expect(faultOf(await exporting(about))).toBe('RETENTION_ENDED');
    stage.clock.at = now;
  });

  test('who is not on it by name passes nothing on; a stranger hears of nothing', async () => {
    const about = await heldCase(stage);
    const asked = { about, id: uuid(), recipient: LABOUR_BODY, scope: ALL, purpose: PURPOSE };
    const coordinator = { ...READER, role: 'COORDINATOR', officer: 'KZ-MIA-0002' } as const;
    const stranger = { ...READER, officer: 'KZ-MIA-0999' };
    const otherUnit = { ...READER, unit: 'other' };
    for (const [by, fault] of [
      [coordinator, 'NOT_THIS_ROLE'],
      [otherUnit, 'NOT_THIS_ROLE'],
      [stranger, 'NO_HOLDING'],
    ] as const) {
      expect(faultOf(await stage.kz.custody.export(by, asked))).toBe(fault);
    }
    expect(await stage.az.custody.show(STRANGER, about)).toBeUndefined();
    expect(faultOf(await stage.kz.custody.export(READER, { ...asked, about: uuid() }))).toBe(
      'NO_HOLDING',
    );
  });
});

describe('A-11.2 purpose change', () => {
  const reading = (about: string, purpose: string, scope = ALL) =>
    stage.kz.custody.read(READER, { about, purpose, scope });

  test('another purpose is refused, though the value was lawfully received for the first', async () => {
    const about = await heldCase(stage);
    expect(await reading(about, PURPOSE)).toMatchObject({
      values: [{ n: 1 }],
      conditions: [TERMS],
    });
    expect(await reading(about, OTHER_PURPOSE)).toEqual({ values: null, fault: 'CONSENT_MISSING' });
    await consented(stage, astana(about), { ...change(), scope: BIRTH } as OfficerAct);
    expect(await reading(about, OTHER_PURPOSE)).toMatchObject({ fault: 'CONSENT_FOR_OTHER_ITEMS' });
    const read = await reading(about, OTHER_PURPOSE, BIRTH);
    expect(read).toMatchObject({ values: [{ n: 1, values: { dateOfBirth: '1980-02' } }] });
    expect(stage.kz.sealed.at(-1)).toMatchObject({ purpose: OTHER_PURPOSE, clauses: ['11(2)'] });
  });

  test('a consent to use is none to pass on', async () => {
    const about = await heldCase(stage);
    await consented(stage, astana(about), change());
    expect(faultOf(await exporting(about, { purpose: OTHER_PURPOSE }))).toBe('CONSENT_MISSING');
  });

  test('declined it opens nothing, and cannot be given afterwards', async () => {
    const about = await heldCase(stage);
    const matter = await opens(astana(about), change());
    await stage.carry();
    const ask = await askAt(stage, about, matter);
    const decline = { kind: 'PURPOSE_CHANGE', step: 'DECLINE', text: 'Нет.' } as const;
    await held(stage.az.custody.act(EXECUTING, { about, id: uuid(), matter }, decline));
    const signed = await signedConsent(consentTo(ask, stage.clock.at), stage.az.signer);
    const given = stage.az.custody.give(AZ_HEAD, { about, id: uuid(), matter }, signed);
    expect(await faultHeld(given)).toBe('NOT_IN_THIS_STATE');
    await stage.carry();
    expect(await reading(about, OTHER_PURPOSE)).toEqual({ values: null, fault: 'CONSENT_MISSING' });
  });
});

describe('who may consent, and to what', () => {
  const asked = async () => {
    const about = await heldCase(stage);
    const matter = await opens(astana(about), onward());
    await stage.carry();
    return { about, matter, ask: await askAt(stage, about, matter) };
  };

  test.each<[string, Partial<Consent>]>([
    ['wider in items', { scope: { subjects: [1], items: [...ALL.items, 'SEX'] } }],
    ['wider in persons', { scope: { ...ALL, subjects: [1, 2] } }],
    ['longer', { until: 253_402_300_799_999 }],
    ['to another holder', { holder: 'KZ-MLSPP' }],
    ['of another provider', { provider: 'BE-IO' }],
    ['for another purpose', { purpose: OTHER_PURPOSE }],
    ['for another recipient', { recipient: COURT } as Partial<Consent>],
    ['for another matter', { matter: '00000000-0000-4000-8000-000000000000' }],
    ['over already', { until: 1 }],
  ])('a consent %s is not given, and not taken', async (_case, bent) => {
    const { about, matter, ask } = await asked();
    const consent = consentTo(ask, stage.clock.at, bent);
    const signed = await signedConsent(consent, stage.az.signer);
    const given = stage.az.custody.give(AZ_HEAD, { about, id: uuid(), matter }, signed);
    expect(await faultHeld(given)).toBe('CONSENT_DIFFERS');
    // As a partner would send it, past any desk.
    const act = { kind: 'ONWARD_TRANSFER', step: 'GIVE', consent: signed.jws, key: signed.key };
    expect(await sent(ask, act as CustodyAct)).toEqual({
      delivery: 'MISDIRECTED',
      code: 'CONSENT_DIFFERS',
    });
    expect(faultOf(await exporting(about))).toBe('CONSENT_MISSING');
  });

  test('one that no signatory of the lists signed waits, and opens nothing', async () => {
    const { about, matter, ask } = await asked();
    const forger = signerOf(ed25519Key(99));
    const signed = await signedConsent(consentTo(ask, stage.clock.at), forger);
    const given = stage.az.custody.give(AZ_HEAD, { about, id: uuid(), matter }, signed);
    expect(await faultHeld(given)).toBe('SIGNATURE_REFUSED');
    const act = { kind: 'ONWARD_TRANSFER', step: 'GIVE', consent: signed.jws, key: signed.key };
    expect(await sent(ask, act as CustodyAct)).toEqual({
      delivery: 'LATER',
      code: 'SIGNATORY_NOT_LISTED',
    });
    expect(faultOf(await exporting(about))).toBe('CONSENT_MISSING');
  });

  test('only a signatory gives it, and only one who is on the case', async () => {
    const { about, matter, ask } = await asked();
    const signed = await signedConsent(consentTo(ask, stage.clock.at), stage.az.signer);
    const place = { about, id: uuid(), matter };
    expect(await faultHeld(stage.az.custody.give(EXECUTING, place, signed))).toBe('NOT_THIS_ROLE');
    const other = { ...AZ_HEAD, officer: 'AZ-SMS-0998' };
    expect(await faultHeld(stage.az.custody.give(other, place, signed))).toBe('NO_HOLDING');
  });

  /** A step that Baku's gateway signed, sent past its desk. */
  async function sent(ask: CustodyMessage, act: CustodyAct) {
    const by = { role: 'SIGNATORY', officer: 'AZ-SMS-0001' } as const;
    return deliver(stage, { ...ask, id: uuid(), from: ask.to, to: ask.from, by, act });
  }
});

/** Delivers a message as the gateway of its sender would sign it. */
async function deliver({ az, kz }: Stage, message: CustodyMessage) {
  const from = message.from === 'AZ-SMS' ? az : kz;
  const brought = { kind: 'CUSTODY', id: message.id, digest: custodyDigest(message) } as const;
  const document = await from.rooms.post.writeCustody(message);
  const { from: sender, to } = message;
  return post(stage, envelopeOf(brought, { from: sender, to, document }));
}

describe('A-11.4 rectification and breach', () => {
  const asks = { kind: 'RECTIFICATION', step: 'ASK', scope: BIRTH, text: 'Дата неверна.' } as const;

  test('a request to rectify is accepted, and the correction that follows names it', async () => {
    const about = await heldCase(stage);
    const matter = await opens(astana(about), asks);
    await stage.carry();
    const correct = { kind: 'CORRECTION', step: 'TELL', scope: BIRTH, text: 'Верно.' } as const;
    const place = { about, id: uuid(), matter: null };
    const early = stage.az.custody.act(EXECUTING, place, { ...correct, rectification: matter });
    expect(await faultHeld(early)).toBe('NO_MATTER');
    const accept = { kind: 'RECTIFICATION', step: 'ACCEPT', text: 'Проверим.' } as const;
    await held(stage.az.custody.act(EXECUTING, { about, id: uuid(), matter }, accept));
    await opens(
      { side: stage.az, officer: EXECUTING, about },
      { ...correct, rectification: matter },
    );
    await stage.carry();
    const holding = await stage.kz.custody.show(READER, about);
    expect(holding?.file.matters.map(({ kind, state }) => [kind, state])).toEqual([
      ['RECTIFICATION', 'ACCEPTED'],
      ['CORRECTION', 'ACCOUNTED'],
    ]);
  });

  test('one that is declined says why', async () => {
    const about = await heldCase(stage);
    const matter = await opens(astana(about), asks);
    await stage.carry();
    const decline = { kind: 'RECTIFICATION', step: 'DECLINE', text: 'Верно и так.' } as const;
    await held(stage.az.custody.act(EXECUTING, { about, id: uuid(), matter }, decline));
    await stage.carry();
    const holding = await stage.kz.custody.show(READER, about);
    const last = holding?.file.matters[0]?.steps.at(-1)?.message.act;
    expect(last).toMatchObject({ step: 'DECLINE', text: 'Верно и так.' });
  });

  test('a breach is told to the provider and acknowledged; both sides have it in the ledger', async () => {
    const about = await heldCase(stage);
    const now = stage.clock.at;
    const before = [stage.az.sealed.length, stage.kz.sealed.length] as const;
    const matter = await opens(astana(about), {
      ...{ kind: 'BREACH', step: 'TELL', scope: ALL, natures: ['ACCESS'], happenedAt: null },
      ...{ knownAt: now, text: 'Доступ.', measures: 'Закрыт.' },
    });
    await stage.carry();
    const acknowledge = { kind: 'BREACH', step: 'ACKNOWLEDGE' } as const;
    await held(stage.az.custody.act(COORDINATOR, { about, id: uuid(), matter }, acknowledge));
    await stage.carry();
    const holding = await stage.kz.custody.show(READER, about);
    expect(holding?.file.matters[0]?.state).toBe('ACKNOWLEDGED');
    for (const [side, other, from] of [
      [stage.az, 'KZ-MIA', before[0]],
      [stage.kz, 'AZ-SMS', before[1]],
    ] as const) {
      const entries = side.sealed.slice(from).filter(({ clauses }) => clauses.includes('11(4)'));
      expect(entries.map(({ log, outcome }) => [log, outcome])).toEqual([
        [other, 'MOVED'],
        [other, 'MOVED'],
      ]);
    }
  });
});

describe('what a partner may not', () => {
  const recall = (about: CustodyMessage['about'], change: Partial<CustodyMessage> = {}) => ({
    ...({ v: 1, kind: 'CUSTODY', id: uuid(), matter: uuid(), instrument: 'AZ-KZ-2019' } as const),
    ...{ about, from: 'AZ-SMS', to: 'KZ-MIA', at: new Date(stage.clock.at).toISOString() },
    by: { role: 'SIGNATORY', officer: 'AZ-SMS-0001' } as const,
    act: { kind: 'RECALL', step: 'TELL', scope: ALL, text: 'Отзыв.' } as const,
    ...change,
  });
  const aboutOf = async (id: string) => {
    const holding = await stage.kz.custody.show(READER, id);
    if (holding === undefined) throw new Error('no holding');
    return holding.file.about;
  };
  const UNTOLD = { delivery: 'LATER', code: null };
  const FAULTY = { delivery: 'MISDIRECTED', code: 'CUSTODY_FAULTY' };

  test('the recipient recalls nothing from its provider', async () => {
    const about = await aboutOf(await heldCase(stage));
    expect(await deliver(stage, recall(about, { from: 'KZ-MIA', to: 'AZ-SMS' }))).toEqual(UNTOLD);
  });

  test('who does not name the digest of the document is told nothing, as of an unknown one', async () => {
    const about = await aboutOf(await heldCase(stage));
    const guessed = { ...about, digest: '0'.repeat(64) };
    expect(await deliver(stage, recall(guessed))).toEqual(UNTOLD);
    expect(await deliver(stage, recall({ ...about, id: uuid() }))).toEqual(UNTOLD);
  });

  test.each<[string, CustodyAct]>([
    ['a person who is not in it', { ...recallAct(), scope: { subjects: [2], items: ['SEX'] } }],
    ['nothing', { ...recallAct(), scope: { subjects: [], items: [] } }],
    ['one item twice', { ...recallAct(), scope: { subjects: [1], items: ['SEX', 'SEX'] } }],
    ['without a word', { ...recallAct(), text: ' ' }],
  ])('a recall of %s is faulty and kept nowhere', async (_case, act) => {
    const id = await heldCase(stage);
    expect(await deliver(stage, recall(await aboutOf(id), { act }))).toEqual(FAULTY);
    expect(await stage.kz.rooms.custodyFiles.load(id)).toBeUndefined();
  });

  test('a step twice is one; under its id with other words it is a conflict', async () => {
    const id = await heldCase(stage);
    const message = recall(await aboutOf(id));
    expect(await deliver(stage, message)).toEqual({ delivery: 'TAKEN', code: null });
    expect(await deliver(stage, message)).toEqual({ delivery: 'DUPLICATE', code: null });
    const act = { ...message.act, text: 'Иначе.' };
    expect(await deliver(stage, { ...message, act })).toEqual({ delivery: 'CONFLICT', code: null });
    stage.kz.going.splice(0);
  });

  test('a step that overtook another comes again; one of a matter that is over is a conflict', async () => {
    const id = await heldCase(stage);
    const matter = await opens({ side: stage.az, officer: EXECUTING, about: id }, recallAct());
    const report = {
      ...recall(await aboutOf(id), { from: 'KZ-MIA', to: 'AZ-SMS', matter }),
      by: { role: 'GATEWAY', officer: 'gateway.kz' } as const,
      act: { kind: 'RECALL', step: 'ACCOUNT', number: 1, account: [] } as const,
    };
    expect(await deliver(stage, report)).toEqual(UNTOLD);
    await stage.carry();
    expect(await deliver(stage, { ...report, id: uuid() })).toEqual({
      delivery: 'CONFLICT',
      code: null,
    });
  });

  function recallAct() {
    return { kind: 'RECALL', step: 'TELL', scope: ALL, text: 'Отзыв.' } as const;
  }
});

describe('A-11.4 power failures and races', () => {
  test('mail is let go by the statement that keeps its matter', async () => {
    const about = await heldCase(stage);
    const recall = { kind: 'RECALL', step: 'TELL', scope: ALL, text: 'Отзыв.' } as const;
    await opens({ side: stage.az, officer: EXECUTING, about }, recall);
    const [id = '', ...more] = stage.az.going;
    expect(more).toEqual([]);
    const kept = { about: 'CUSTODY', of: about, sealed: true, sent: false, dead: false };
    expect(await stage.az.rooms.outbox.load(id)).toMatchObject(kept);
    const sql = openOwner(stage.az.urls.owner);
    try {
      const jobs = await sql`select key from graphile_worker.jobs where key = ${id}`;
      expect(jobs).toHaveLength(1);
    } finally {
      await closePool(sql);
    }
    await stage.carry();
    const holding = await stage.az.custody.show(AZ_HEAD, about);
    expect(holding?.file.matters[0]?.state).toBe('ACCOUNTED');
  });

  test('an export and a recall at once: the export is in the account, or refused', async () => {
    const about = await heldCase(stage);
    await opens(
      { side: stage.az, officer: EXECUTING, about },
      { kind: 'RECALL', step: 'TELL', scope: ALL, text: 'Отзыв.' },
    );
    const [answer] = await Promise.all([
      exporting(about, { recipient: LABOUR_BODY }),
      stage.carry(),
    ]);
    const holding = await stage.kz.custody.show(READER, about);
    const told = holding?.file.matters.flatMap(({ steps }) =>
      steps.flatMap(({ message: { act } }) => ('account' in act ? act.account : [])),
    );
    const isTold = told?.some(({ transfer }) => transfer === answer.transfer?.id) === true;
    expect(isTold).toBe(answer.transfer !== null);
    if (answer.transfer === null) expect(answer.fault).toBe('RECALLED');
  });
});

describe('A-11.4, A-11.5 what was taken back is destroyed', () => {
  const QUERY = '{ subjects { edges { node { id dateOfBirth nameCyrillic { surname } } } } }';
  const ask = (about: string, purpose = PURPOSE) =>
    stage.kz.ask(READER, { request: about, purpose }, QUERY);
  const told = (about: string, act: OfficerAct) =>
    opens({ side: stage.az, officer: EXECUTING, about }, act).then(() => stage.carry());
  const recall: OfficerAct = { kind: 'RECALL', step: 'TELL', scope: BIRTH, text: 'Отзыв.' };
  const places = async (about: string) => {
    const sql = openOwner(stage.kz.urls.owner);
    try {
      const rows = await sql<{ group: string }[]>`
        select item_group as "group" from exchange.held_value where case_id = ${about} order by 1`;
      return rows.map(({ group }) => group);
    } finally {
      await closePool(sql);
    }
  };

  test('a recalled value goes with the package that held it; what was not recalled stays', async () => {
    const about = await heldCase(stage);
    const shown = () => stage.kz.desk.answer(READER, { case: about, purpose: PURPOSE });
    expect((await shown())?.answer).toContain('1980-02');
    await told(about, recall);
    // At once, before any run destroyed it.
    expect(await shown()).toMatchObject({ answer: null, fault: 'PACKAGE_DESTROYED' });
    const read = await ask(about);
    expect(JSON.stringify(read.data)).not.toContain('1980-02');
    expect(JSON.stringify(read.data)).toContain('Образцов');
    expect(read.errors).toMatchObject([{ extensions: { code: 'DESTROYED' } }]);
    await destroyDue(stage.kz.rooms);
    expect(await places(about)).toEqual(['NAME_CYRILLIC']);
    const certificates = await stage.kz.rooms.erasures.certificates(about);
    expect(certificates.map(({ ground }) => ground)).toEqual(['RECALLED']);
    const asked = { about, purpose: PURPOSE, scope: { ...ALL, items: ['NAME_CYRILLIC'] as const } };
    expect(await stage.kz.custody.read(READER, asked)).toMatchObject({
      values: [{ n: 1, values: { nameCyrillic: { surname: 'Образцов' } } }],
    });
  });

  test('the answer as it came is read without what was corrected; the wrong value is not read from custody', async () => {
    const about = await heldCase(stage);
    const correction = { kind: 'CORRECTION', step: 'TELL', scope: BIRTH, text: 'Верно.' } as const;
    await told(about, { ...correction, rectification: null });
    const shown = await stage.kz.desk.answer(READER, { case: about, purpose: PURPOSE });
    expect(shown?.answer).not.toContain('1980-02');
    expect(shown?.answer).toContain('Образцов');
    expect(shown?.receipt).toBeNull();
    expect(stage.kz.sealed.at(-1)?.subjects[0]?.released).not.toContain('Person.dateOfBirth');
    // By the path of a query it is the corrected one that is read.
    const queried = await ask(about);
    expect(JSON.stringify(queried.data)).toContain('1980-02');
    expect(queried.errors).toBeUndefined();
    expect(await stage.kz.custody.read(READER, { about, purpose: PURPOSE, scope: BIRTH })).toEqual(
      expect.objectContaining({ values: [expect.objectContaining({ n: 1 })] }),
    );
  });

  test('A-11.2 a query reads custody for another purpose once its provider consented, and no longer', async () => {
    const about = await heldCase(stage);
    const refused = { errors: [{ extensions: { code: 'NO_GRANT' } }] };
    expect(await ask(about, OTHER_PURPOSE)).toMatchObject(refused);
    const scoped = { ...change(), scope: BIRTH } as OfficerAct;
    const { until } = await consented(stage, astana(about), scoped);
    const read = await ask(about, OTHER_PURPOSE);
    expect(JSON.stringify(read.data)).toContain('1980-02');
    expect(JSON.stringify(read.data)).not.toContain('Образцов');
    const now = stage.clock.at;
    stage.clock.at = until;
    expect(await ask(about, OTHER_PURPOSE)).toMatchObject(refused);
    stage.clock.at = now;
  });

  test('A-11.5 nothing that a message brought outlives its end', async () => {
    const about = await heldCase(stage);
    const correction = { kind: 'CORRECTION', step: 'TELL', scope: BIRTH, text: 'Верно.' } as const;
    await told(about, { ...correction, rectification: null });
    // The wrong value is gone; this is the one that came in its place.
    await destroyDue(stage.kz.rooms);
    expect(await places(about)).toEqual(['DATE_OF_BIRTH', 'NAME_CYRILLIC', 'PACKAGE']);
    const now = stage.clock.at;
    stage.clock.at = now + 7 * DAY;
    await destroyDue(stage.kz.rooms);
    expect(await places(about)).toEqual([]);
    stage.clock.at = now;
  });
});
