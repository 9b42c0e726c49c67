/** Custody attacked: by a holder further up, by a recipient, by disorder and by a power failure. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canonicalJson } from '../../../src/base/index.js';
import type { CustodyAct, CustodyMessage, Scope } from '../../../src/custody/index.js';
import { custodyDigest } from '../../../src/custody/index.js';
import { destroyDue, type OfficerAct, takeMail } from '../../../src/exchange/index.js';
import { signJws } from '../../../src/partner/index.js';
import { openHeldReader } from '../../../src/store/index.js';
import { wholePerson } from '../../support/whole-person.js';
import {
  ALL,
  BIRTH,
  consented,
  held,
  heldCase,
  ITEMS_HELD,
  LABOUR,
  LABOUR_BODY,
  LABOUR_COORDINATOR,
  OTHER_PURPOSE,
  opens,
  PURPOSE,
  READER,
} from './custody-stage.js';
import { given, sendProvision } from './provisions.js';
import {
  ANALYST,
  bodyOf,
  DAY,
  EXECUTING,
  envelopeOf,
  openStage,
  type Side,
  type Stage,
  take,
  told,
  uuid,
} from './stage.js';

const { civilStatus: _, ...whole } = wholePerson('one', '');
const person = { ...whole, citizenships: [{ country: 'KAZ', since: '1992', until: null }] };
const NAME: Scope = { subjects: [1], items: ['NAME_CYRILLIC'] };
const RECALL = { kind: 'RECALL', step: 'TELL', scope: BIRTH, text: 'Отзыв.' } as const;
const CORRECTION: OfficerAct = {
  ...({ kind: 'CORRECTION', step: 'TELL', scope: BIRTH } as const),
  ...{ text: 'Верно.', rectification: null },
};
const UNTOLD = { delivery: 'LATER', code: null };
const FAULTY = { delivery: 'MISDIRECTED', code: 'CUSTODY_FAULTY' };
const TAKEN = { delivery: 'TAKEN', code: null };

let stage: Stage;
let labour: Side;
beforeAll(async () => {
  stage = await openStage({ people: [person], withLabour: true });
  if (stage.labour === null) throw new Error('no third side');
  labour = stage.labour;
});
afterAll(() => stage.close());

/** Sooner than the provider's own end: so that what is held anew could end later. */
const shorten = (purpose: string, days: number): void => {
  Object.assign(stage.kz.rooms, { shortenings: [{ purpose, days }] });
};

const told11 = (about: string, act: OfficerAct) =>
  opens({ side: stage.az, officer: EXECUTING, about }, act).then(() => stage.carry());
const ask = (about: string, fields: string, purpose: string = PURPOSE) =>
  stage.kz.ask(
    READER,
    { request: about, purpose },
    `{ subjects { edges { node { id ${fields} } } } }`,
  );
const read = (about: string, scope: Scope = ALL, purpose: string = PURPOSE) =>
  stage.kz.custody.read(READER, { about, purpose, scope });

/** Passes on to the other Kazakh authority; the id of the transfer. */
async function passed(about: string, scope: Scope): Promise<string> {
  const asked = { about, id: uuid(), recipient: LABOUR_BODY, scope, purpose: PURPOSE };
  const answer = await stage.kz.custody.export(READER, asked);
  if (answer.transfer === null) throw new Error(answer.fault);
  return answer.transfer.id;
}

async function onLabour(about: string) {
  await held(labour.custody.assign(LABOUR_COORDINATOR, { about, officer: LABOUR.officer }));
}

/** A message about a holding, as a gateway writes it past its desk. */
async function messageOn(
  about: string,
  [from, to]: readonly [Side, Side],
  change: Pick<CustodyMessage, 'act'> & Partial<CustodyMessage>,
): Promise<CustodyMessage> {
  const holding = await stage.kz.custody.show(READER, about);
  if (holding === undefined) throw new Error('no holding');
  return {
    ...{ v: 1, kind: 'CUSTODY', id: uuid(), matter: uuid(), instrument: 'AZ-KZ-2019' },
    ...{ about: holding.file.about, from: from.authority, to: to.authority },
    by: { role: 'SIGNATORY', officer: 'X-1' },
    at: new Date(stage.clock.at).toISOString(),
    ...change,
  };
}

/** Delivers it with what lies beside it; delivery and code. */
async function deliver(
  [from, to]: readonly [Side, Side],
  message: CustodyMessage,
  answer: string | null = null,
) {
  const brought = { kind: 'CUSTODY', id: message.id, digest: custodyDigest(message) } as const;
  const document = await from.rooms.post.writeCustody(message);
  const sent = { from: from.authority, to: to.authority, document, answer };
  const envelope = Buffer.from(canonicalJson(envelopeOf(brought, sent)));
  const body = await signJws(envelope, 'sorgu-message+jws', from.signer);
  return told(await take(to, from.authority, body));
}

describe('A-11.4 what was corrected', () => {
  test('is read by a query as it was corrected, and a second correction stands', async () => {
    const about = await heldCase(stage);
    for (const dateOfBirth of ['1981-03', '1982-04']) {
      stage.clock.at += 1000;
      await stage.az.register([{ ...person, dateOfBirth }]);
      stage.clock.at += 1000;
      await told11(about, CORRECTION);
      const { data, errors } = await ask(about, 'dateOfBirth nameCyrillic { surname }');
      expect(errors).toBeUndefined();
      expect(JSON.stringify(data)).toContain(dateOfBirth);
      expect(JSON.stringify(data)).toContain('Образцов');
    }
    await destroyDue(stage.kz.rooms);
    expect(JSON.stringify(await ask(about, 'dateOfBirth'))).toContain('1982-04');
    const certificates = await stage.kz.rooms.erasures.certificates(about);
    expect(new Set(certificates.map(({ ground }) => ground))).toEqual(new Set(['CORRECTED']));
    stage.clock.at += 1000;
    await stage.az.register([person]);
    stage.clock.at += 1000;
  });

  test('is read by one statement, however many corrections there are and ways to come to it', async () => {
    const about = await heldCase(stage);
    for (const dateOfBirth of ['1981-03', '1982-04']) {
      stage.clock.at += 1000;
      await stage.az.register([{ ...person, dateOfBirth }]);
      stage.clock.at += 1000;
      await told11(about, CORRECTION);
    }
    const { custody } = stage.kz.rooms;
    let statements = 0;
    const counted = openHeldReader({
      findFrom(...asked) {
        statements += 1;
        return custody.findFrom(...asked);
      },
    });
    const caller = { ...READER, gateway: null };
    const grant = await stage.kz.grants.open(caller, { request: about, purpose: PURPOSE });
    const asked = new Set(['Person.dateOfBirth', 'Person.nameCyrillic', 'PersonName.surname']);
    const reader = counted({ grant, asked, now: stage.clock.at });
    expect(grant.held?.sources).toHaveLength(3);
    const [{ found }, one, nobody] = await Promise.all([
      reader.list({ first: 25, after: 0 }),
      reader.load(1),
      reader.load(2),
    ]);
    expect([found.length, one?.subject.n, nobody]).toEqual([1, 1, undefined]);
    for (const subject of [...found, ...(one === undefined ? [] : [one])]) {
      expect(await reader.fact(subject, 'dateOfBirth')).toBe('1982-04');
      expect(await reader.record(subject, 'nameCyrillic')).toMatchObject({ surname: 'Образцов' });
    }
    await reader.load(1);
    expect(statements).toBe(1);
    stage.clock.at += 1000;
    await stage.az.register([person]);
    stage.clock.at += 1000;
  });

  test('A-11.5 is held no longer than what it corrects, nor is what stands beside', async () => {
    shorten(PURPOSE, 3);
    const about = await heldCase(stage);
    const ends = async () =>
      (await stage.kz.rooms.custody.holdings(about)).map(({ endsAt }) => endsAt);
    const [end] = await ends();
    const before = stage.clock.at;
    stage.clock.at += DAY;
    await told11(about, CORRECTION);
    expect(new Set(await ends())).toEqual(new Set([end]));
    expect(end).toBe(before + 3 * DAY);
    stage.clock.at = before;
    Object.assign(stage.kz.rooms, { shortenings: [] });
  });
});

describe('A-11.3 who passed it on takes back what it passed, and nothing else', () => {
  test('what came from another stays', async () => {
    const about = await heldCase(stage);
    await passed(about, NAME);
    await stage.carry();
    await onLabour(about);
    const way = [stage.kz, labour] as const;
    expect(await deliver(way, await messageOn(about, way, { act: RECALL }))).toEqual(UNTOLD);
    const both = { ...RECALL, scope: ALL };
    expect(await deliver(way, await messageOn(about, way, { act: both }))).toEqual(TAKEN);
    const file = await labour.rooms.custodyFiles.load(about);
    expect(file?.matters.map(({ kind }) => kind)).toEqual(['TRANSFER', 'RECALL']);
    const asked = { about, purpose: PURPOSE, scope: NAME };
    expect(await labour.custody.read(LABOUR, asked)).toMatchObject({ fault: 'RECALLED' });
    labour.going.splice(0);
  });

  test('who got it brings nothing back to who has it from the provider', async () => {
    const about = await heldCase(stage);
    await passed(about, ALL);
    await stage.carry();
    await onLabour(about);
    const way = [labour, stage.kz] as const;
    const transfer = {
      ...{ id: uuid(), parent: null, from: 'KZ-MLSPP', gateway: true, scope: BIRTH },
      recipient: { code: 'KZ-MIA', name: 'МВД' },
      ...{ purpose: PURPOSE, until: stage.clock.at + DAY, consent: null, conditions: [] },
      at: stage.clock.at,
    };
    const act = { kind: 'TRANSFER', step: 'TELL', provider: 'AZ-SMS', transfer } as const;
    const message = await messageOn(about, way, { act });
    const forged = {
      ...{ v: 1, kind: 'EXPORT', instrument: 'AZ-KZ-2019', provider: 'AZ-SMS' },
      ...{ about: message.about, transfer, subjects: [{ n: 1, values: { dateOfBirth: '1999' } }] },
    };
    const key = await labour.rooms.book.recipient(stage.kz.decryption.publicJwk.kid);
    if (key === undefined) throw new Error('no key');
    const packed = await labour.rooms.post.writeAnswer(canonicalJson(forged), key);
    expect(await deliver(way, message, packed)).toEqual(UNTOLD);
    expect(await read(about, BIRTH)).toMatchObject({
      values: [{ values: { dateOfBirth: '1980-02' } }],
    });
    const recall = await messageOn(about, way, { act: RECALL });
    expect(await deliver(way, recall)).toEqual(UNTOLD);
  });
});

describe('A-11.3 a recipient hides nobody', () => {
  test('an account with somebody outstanding does not end it, nor one that leaves him out', async () => {
    const about = await heldCase(stage);
    const matter = await opens({ side: stage.az, officer: EXECUTING, about }, RECALL);
    stage.az.going.splice(0);
    const way = [stage.kz, stage.az] as const;
    const line = {
      ...{ transfer: uuid(), from: 'KZ-MIA', recipient: 'KZ-MOJ' },
      ...{ answeredAt: null, by: null, receipt: null },
    };
    const by = { role: 'GATEWAY', officer: 'gateway.kz' } as const;
    const says = async (
      step: 'ACKNOWLEDGE' | 'REPORT' | 'ACCOUNT',
      number: number,
      account: object[],
    ) => {
      const act = { kind: 'RECALL', step, number, account } as CustodyAct;
      return deliver(way, await messageOn(about, way, { matter, by, act }));
    };
    expect(await says('ACKNOWLEDGE', 1, [line])).toEqual(TAKEN);
    expect(await says('ACCOUNT', 2, [line])).toEqual(FAULTY);
    expect(await says('ACCOUNT', 2, [])).toEqual(FAULTY);
    const answered = { ...line, answeredAt: stage.clock.at, by: 'CLERK', receipt: 'a'.repeat(64) };
    expect(await says('ACCOUNT', 2, [answered])).toEqual(TAKEN);
    const holding = await stage.az.custody.show(EXECUTING, about);
    expect(holding?.file.matters[0]?.state).toBe('ACCOUNTED');
  });
});

describe('A-11.5 disorder and power failures', () => {
  test('a transfer that a recall overtook brings nothing of what was recalled', async () => {
    const about = await heldCase(stage);
    await passed(about, ALL);
    await stage.carry();
    await passed(about, ALL);
    const [late = ''] = stage.kz.going.splice(0);
    const body = await bodyOf(stage.kz, late);
    await told11(about, RECALL);
    expect(told(await take(labour, 'KZ-MIA', body))).toEqual(TAKEN);
    await destroyDue(labour.rooms);
    const holdings = await labour.rooms.custody.holdings(about);
    const places = { ns: [1], groups: ['DATE_OF_BIRTH', 'NAME_CYRILLIC'] as const };
    const found = await Promise.all(holdings.map((one) => labour.rooms.custody.find(one, places)));
    expect(new Set(found.flat().map(({ group }) => group))).toEqual(new Set(['NAME_CYRILLIC']));
    await stage.carry();
    const file = await stage.kz.rooms.custodyFiles.load(about);
    expect(file?.matters.find(({ kind }) => kind === 'RECALL')?.state).toBe('ACCOUNTED');
  });

  test('cut off between the closing of values and the keeping of the file, it comes again and loses nothing', async () => {
    const about = await heldCase(stage);
    await opens({ side: stage.az, officer: EXECUTING, about }, RECALL);
    const [id = ''] = stage.az.going;
    const body = await bodyOf(stage.az, id);
    const { rooms } = stage.kz;
    const sealed = stage.kz.sealed.length;
    const recall: typeof rooms.custody.recall = async (...closed) => {
      await rooms.custody.recall(...closed);
      throw new Error('cut off');
    };
    const cut = { ...rooms, custody: { ...rooms.custody, recall } };
    await expect(takeMail(cut, { authority: 'AZ-SMS', body })).rejects.toThrow('cut off');
    // What was done to the values stands in the ledger, though the file was not kept.
    expect(stage.kz.sealed.slice(sealed).map(({ log }) => log)).toContain('AZ-SMS');
    expect(await rooms.custodyFiles.load(about)).toBeUndefined();
    await stage.carry();
    expect(await read(about, BIRTH)).toMatchObject({ fault: 'RECALLED' });
    expect(await read(about, NAME)).toMatchObject({
      values: [{ values: { nameCyrillic: { surname: 'Образцов' } } }],
    });
    expect((await rooms.custodyFiles.load(about))?.matters).toHaveLength(1);
  });
});

describe('A-11.4 a recall of an item inside a record', () => {
  const DETECTION = {
    purposes: [{ purpose: 'PERSON_DETECTION', basis: '6', justification: 'Розыск лица.' }],
  };
  const REGISTERED = ['NAME_CYRILLIC', 'REGISTRATION', 'REGISTRATION_PLACE'] as const;
  const PLACE: Scope = { subjects: [1], items: ['REGISTRATION_PLACE'] };

  test('takes it out of the record, which stays', async () => {
    const about = await heldCase(stage, REGISTERED, DETECTION);
    const fields = 'registrations { kind place }';
    const before = JSON.stringify(await ask(about, fields, 'PERSON_DETECTION'));
    expect(before).toContain('Street');
    await told11(about, { ...RECALL, scope: PLACE });
    const after = await ask(about, fields, 'PERSON_DETECTION');
    expect(JSON.stringify(after)).not.toContain('Street');
    expect(JSON.stringify(after.data)).toContain('STAY');
    // That it is not said is told: no null that means that the register has none.
    expect(after.errors).toMatchObject([{ extensions: { coordinate: 'Registration.place' } }]);
    const registration = { subjects: [1], items: ['REGISTRATION', 'REGISTRATION_PLACE'] } as const;
    expect(await read(about, registration, 'PERSON_DETECTION')).toMatchObject({
      fault: 'RECALLED',
    });
    const rest = { subjects: [1], items: ['REGISTRATION'] } as const;
    const shown = JSON.stringify(await read(about, rest, 'PERSON_DETECTION'));
    expect(shown).toContain('STAY');
    expect(shown).not.toContain('Street');
  });
});

describe('A-8.2, A-11.5 a recall and a correction of what was given unasked', () => {
  async function provided(): Promise<string> {
    const { id } = await sendProvision(stage, {});
    await stage.carry();
    const coordinator = { ...ANALYST, role: 'COORDINATOR', officer: 'KZ-MIA-0002' } as const;
    const on = { provision: id, officer: READER.officer };
    await given(stage.kz.unasked.assign(coordinator, on));
    return id;
  }
  const shown = async (id: string) =>
    JSON.stringify(
      await stage.kz.unasked.read(READER, { provision: id, purpose: 'PERSON_DETECTION' }),
    );
  const recalls = async (id: string, act: OfficerAct) => {
    await opens({ side: stage.az, officer: EXECUTING, about: id }, act);
    await stage.carry();
  };

  test('of all of it closes it at once and destroys it', async () => {
    const id = await provided();
    expect(await shown(id)).toContain('Образцов');
    await recalls(id, { ...RECALL, scope: ALL });
    expect(await shown(id)).not.toContain('Образцов');
    expect(await read(id, NAME, 'PERSON_DETECTION')).toMatchObject({ fault: 'RECALLED' });
    await destroyDue(stage.kz.rooms);
    const certificates = await stage.kz.rooms.erasures.certificates(id);
    expect(certificates.map(({ ground }) => ground)).toEqual(['RECALLED']);
    const holding = await stage.az.custody.show(EXECUTING, id);
    expect(holding?.file.matters[0]?.state).toBe('ACCOUNTED');
  });

  test('of one item leaves the others, which are held anew until the same end', async () => {
    shorten('PERSON_DETECTION', 3);
    const id = await provided();
    const end = stage.clock.at + 3 * DAY;
    const before = stage.clock.at;
    stage.clock.at += DAY;
    await recalls(id, RECALL);
    await destroyDue(stage.kz.rooms);
    expect(await shown(id)).not.toContain('1980-02');
    expect(await read(id, BIRTH, 'PERSON_DETECTION')).toMatchObject({ fault: 'RECALLED' });
    expect(await read(id, NAME, 'PERSON_DETECTION')).toMatchObject({
      values: [{ values: { nameCyrillic: { surname: 'Образцов' } } }],
    });
    const ends = (await stage.kz.rooms.custody.holdings(id)).map(({ endsAt }) => endsAt);
    expect(new Set(ends)).toEqual(new Set([end]));
    stage.clock.at = before;
    Object.assign(stage.kz.rooms, { shortenings: [] });
  });

  test('a correction stands in the place of what it corrects', async () => {
    const id = await provided();
    stage.clock.at += 1000;
    await stage.az.register([{ ...person, dateOfBirth: '1983-05' }]);
    stage.clock.at += 1000;
    await recalls(id, CORRECTION);
    expect(await shown(id)).not.toContain('1980-02');
    expect(await read(id, ALL, 'PERSON_DETECTION')).toMatchObject({
      values: [{ values: { dateOfBirth: '1983-05', nameCyrillic: { surname: 'Образцов' } } }],
    });
    await stage.az.register([person]);
    stage.clock.at += 1000;
  });
});

describe('A-11.2 a consent opens a purpose, and the purpose what the instrument opens for it', () => {
  test('what no purpose opens is not shown, whatever was consented', async () => {
    const items = [...ITEMS_HELD, 'PLACE_OF_BIRTH', 'FINGERPRINT_CARD'] as const;
    const about = await heldCase(stage, items);
    const scope: Scope = { subjects: [1], items: ['FINGERPRINT_CARD'] };
    const until = stage.clock.at + DAY;
    const wish = { step: 'ASK', scope, purpose: OTHER_PURPOSE, until, text: 'Нужно.' } as const;
    await consented(
      stage,
      { side: stage.kz, officer: READER, about },
      { kind: 'PURPOSE_CHANGE', ...wish },
    );
    expect(await read(about, scope, OTHER_PURPOSE)).toEqual({
      values: null,
      fault: 'SCOPE_FAULTY',
    });
    expect(await read(about, scope)).toMatchObject({ values: [{ n: 1 }] });
  });
});
