/** What is given unasked: over both desks, with real databases, ledgers, keys and packages. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Officer } from '../../../src/exchange/index.js';
import { destroyDue, endProvisions } from '../../../src/exchange/index.js';
import { type Envelope, provisionDigest } from '../../../src/requests/index.js';
import { closePool, openOwner } from '../../../src/store/index.js';
import { wholePerson } from '../../support/whole-person.js';
import { ed25519Key, signerOf } from '../partner/workbench.js';
import {
  draftOf,
  faultIn,
  given,
  HEAD,
  provisionOf,
  sendProvision,
  signedProvision,
  signing,
  soughtAs,
  stepOn,
} from './provisions.js';
import {
  ANALYST,
  bodyOf,
  COORDINATOR,
  EXECUTING,
  envelopeOf,
  headFact,
  openStage,
  packageOf,
  post,
  record,
  STRANGER,
  type Stage,
  take,
  told,
  uuid,
} from './stage.js';

const KZ_COORDINATOR: Officer = { ...ANALYST, role: 'COORDINATOR', officer: 'KZ-MIA-0002' };
const { civilStatus: _, ...whole } = wholePerson('one', '');
const national = { ...whole, citizenships: [{ country: 'KAZ', since: '1992', until: null }] };
const people = [
  { ...national, id: 'one' },
  { ...national, id: 'hidden', protected: true },
];

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({ people });
});
afterAll(() => stage.close());

/** Received, with the analyst of Astana on it. */
async function received(change: Parameters<typeof sendProvision>[1] = {}) {
  const provision = await sendProvision(stage, change);
  await stage.carry();
  const on = { provision: provision.id, officer: ANALYST.officer };
  await given(stage.kz.unasked.assign(KZ_COORDINATOR, on));
  return provision;
}
const reading = (provision: { id: string }, purpose = 'PERSON_DETECTION') => ({
  provision: provision.id,
  purpose,
});
const read = (by: Officer, provision: { id: string }, purpose?: string) =>
  stage.kz.unasked.read(by, reading(provision, purpose));
const faultOfRead = async (...asked: Parameters<typeof read>) => {
  const told = await read(...asked);
  return 'fault' in told ? told.fault : null;
};

describe('A-8.2 from the provider’s draft to the recipient’s reading', () => {
  test('it is signed, sealed, kept, sent, received and read for its purpose', async () => {
    const provision = await received();
    const [az, kz] = await Promise.all(
      [stage.az, stage.kz].map((side) => side.rooms.provisions.load(provision.id)),
    );
    expect([az?.state, kz?.state]).toEqual(['SENT', 'RECEIVED']);
    expect(kz?.provision).toEqual(provision);
    const opened = await read(ANALYST, provision);
    if (opened.content === null) throw new Error(opened.fault);
    const { data } = JSON.parse(opened.content);
    expect(data.subjects.edges[0].node).toMatchObject({
      id: `${provision.id}.1`,
      nameCyrillic: { surname: 'Образцов' },
      dateOfBirth: '1980-02',
      photograph: null,
    });
    expect(opened).toMatchObject({ purpose: provision.purpose, conditions: provision.conditions });
  });

  test('every step and every reading stands in the ledger, and no value', async () => {
    const before = { az: stage.az.sealed.length, kz: stage.kz.sealed.length };
    const provision = await received();
    await read(ANALYST, provision);
    const of = (side: 'az' | 'kz') =>
      stage[side].sealed.slice(before[side]).map(({ log, outcome, clauses, basis, asking }) => ({
        ...{ log, outcome, clauses, basis, role: asking.role },
      }));
    const step = { outcome: 'MOVED', clauses: ['8(2)'], basis: '6' };
    expect(of('az')).toEqual([
      { ...step, log: 'KZ-MIA', role: 'SIGNATORY' },
      // What was read of the register to be given.
      expect.objectContaining({ log: 'KZ-MIA', outcome: 'ANSWERED', role: 'PARTNER_GATEWAY' }),
      { ...step, log: 'KZ-MIA', role: 'EXECUTING_OFFICER' },
    ]);
    expect(of('kz')).toEqual([
      { ...step, log: 'AZ-SMS', role: 'GATEWAY' },
      { ...step, log: 'DOMESTIC', outcome: 'ANSWERED', role: 'REQUESTING_ANALYST' },
    ]);
    const [entry] = stage.kz.sealed.slice(-1);
    expect(entry?.requestDigest).toBe(provisionDigest(provision));
    expect(entry?.subjects[0]?.released).toContain('Person.dateOfBirth');
    expect(JSON.stringify(stage.kz.sealed)).not.toContain('Образцов');
  });

  test('A-11.4 at rest it is encrypted on both sides', async () => {
    const provision = await received();
    for (const side of [stage.az, stage.kz]) {
      const owner = openOwner(side.urls.owner);
      const rows = await owner`
        select p.content, p.document, p.package, m.envelope from exchange.provision p
        left join exchange.mail m on m.provision_id = p.id where p.id = ${provision.id}`;
      await closePool(owner);
      const text = JSON.stringify(rows);
      expect(rows).toHaveLength(1);
      expect(text).not.toContain('1980-02');
    }
  });

  test('it may go the other way: a step asked twice is one, under another move a conflict', async () => {
    const provision = await draftOf(stage);
    const signed = await signing(stage, provision);
    await given(stage.az.unasked.sign(HEAD, signed));
    await given(stage.az.unasked.sign(HEAD, signed));
    const sent = { ...stepOn(provision), move: 'SEND' } as const;
    await given(stage.az.unasked.move(EXECUTING, sent));
    await given(stage.az.unasked.move(EXECUTING, sent));
    expect(stage.az.going.splice(0)).toHaveLength(1);
    const other = { ...sent, move: 'DISCARD' } as const;
    expect(await faultIn(stage.az.unasked.move(EXECUTING, other))).toBe('CONFLICT');
    const file = await stage.az.unasked.show(EXECUTING, provision.id);
    expect(file?.motions.map(({ move }) => move)).toEqual(['SIGN', 'SEND']);
  });
});

describe('A-8.2 what is not signed', () => {
  const cases = [
    ['without an end', { keepUntil: 0 }, 'PROVISION_INCOMPLETE'],
    ['for the execution of a request', { purpose: 'REQUEST_EXECUTION' }, 'PROVISION_INCOMPLETE'],
    ['under an instrument not in force', { instrument: 'AZ-BE-2019' }, 'PROVISION_INCOMPLETE'],
    ['under no instrument', { instrument: 'XX-YY-2000' }, 'INSTRUMENT_NOT_IN_FORCE'],
    ['within one state', { recipient: 'AZ-SMS' }, 'PROVISION_INCOMPLETE'],
  ] as const;
  test.each(cases)('%s', async (_what, change, fault) => {
    const provision = await draftOf(stage, change);
    expect(await faultIn(stage.az.unasked.sign(HEAD, await signing(stage, provision)))).toBe(fault);
  });

  test('about a person who was not matched', async () => {
    const provision = provisionOf();
    const sought = [soughtAs('Образцов')];
    await given(stage.az.unasked.draft(EXECUTING, { provision, sought }));
    await given(
      stage.az.unasked.assign(EXECUTING, { provision: provision.id, officer: HEAD.officer }),
    );
    const answer = await stage.az.unasked.sign(HEAD, await signing(stage, provision));
    expect(answer).toMatchObject({ gaps: [{ n: 1, code: 'MATCH_MISSING' }] });
    // Looked for again as somebody else, what was found falls.
    const on = { provision: provision.id, n: 1, note: { person: 'one' } };
    await given(stage.az.unasked.note(EXECUTING, on));
    const other = { provision, sought: [soughtAs('Иной')] };
    expect((await given(stage.az.unasked.draft(EXECUTING, other))).sheet?.matches).toEqual({});
  });

  test('by another key, by a key that is not listed, or over another text', async () => {
    const provision = await draftOf(stage);
    const stranger = signerOf(ed25519Key(99));
    const signed = await signing(stage, provision);
    const other = await signing(stage, { ...provision, justification: 'Другое.' });
    for (const bad of [
      await signing(stage, provision, stranger),
      { ...signed, key: stranger.publicJwk },
      { ...signed, jws: other.jws },
    ]) {
      expect(await faultIn(stage.az.unasked.sign(HEAD, bad))).toBe('SIGNATURE_REFUSED');
    }
  });

  test('A-10.4d a child’s photograph, before the coordinator decided', async () => {
    const subjects = [{ n: 1, items: ['NAME_CYRILLIC', 'PHOTOGRAPH'] }] as const;
    const provision = await draftOf(stage, { subjects });
    const on = { provision: provision.id, n: 1 };
    const sign = async () => stage.az.unasked.sign(HEAD, await signing(stage, provision));
    await given(stage.az.unasked.note(EXECUTING, { ...on, note: { child: true } }));
    expect(await sign()).toMatchObject({ gaps: [{ n: 1, code: 'COORDINATOR_NEEDED' }] });
    const note = { give: true, reason: 'В интересах ребёнка.' };
    expect(await faultIn(stage.az.unasked.note(EXECUTING, { ...on, note }))).toBe('NOT_THIS_ROLE');
    await given(stage.az.unasked.note(COORDINATOR, { ...on, note }));
    expect((await sign()).file?.state).toBe('SIGNED');
  });
});

describe('A-10.4c a protected person is never provided', () => {
  test('is not among the candidates, whoever looks', async () => {
    const provision = provisionOf();
    const sought = [soughtAs('Образцов')];
    await given(stage.az.unasked.draft(EXECUTING, { provision, sought }));
    const person = { provision: provision.id, n: 1 };
    const found = await stage.az.unasked.candidates(EXECUTING, person);
    expect(found?.map((one) => one.person)).toEqual(['one']);
    expect(await stage.az.unasked.candidates(COORDINATOR, person)).toBeNull();
    expect(await stage.az.unasked.candidates(STRANGER, person)).toBeNull();
  });

  test('nor sent, though matched before the flag was set: nothing leaves', async () => {
    const provision = await draftOf(stage, {}, 'hidden');
    await given(stage.az.unasked.sign(HEAD, await signing(stage, provision)));
    const asked = { ...stepOn(provision), move: 'SEND' } as const;
    expect(await faultIn(stage.az.unasked.move(EXECUTING, asked))).toBe('SUBJECT_NOT_PROVIDED');
    expect(stage.az.going).toEqual([]);
    expect((await stage.az.unasked.show(EXECUTING, provision.id))?.state).toBe('SIGNED');
  });
});

describe('A-11.1 to whoever is not on it, it does not exist', () => {
  test('every question is answered as for an unknown id', async () => {
    const provision = await received();
    const unknown = { ...provision, id: uuid() };
    const other: Officer = { ...ANALYST, officer: 'KZ-MIA-0999' };
    for (const [side, by] of [
      [stage.kz, other],
      [stage.az, STRANGER],
    ] as const) {
      const asks = async ({ id }: { id: string }) => [
        await side.unasked.show(by, id),
        await side.unasked.read(by, reading({ id })),
        await side.unasked.candidates(by, { provision: id, n: 1 }),
        await side.unasked.assign(by, { provision: id, officer: by.officer }),
        await side.unasked.move(by, { provision: id, id: uuid(), move: 'CLOSE' }),
        await side.unasked.list(by, { side: 'RECIPIENT', after: null, first: 10 }),
      ];
      expect(await asks(provision)).toEqual(await asks(unknown));
    }
  });

  test('the coordinator sees it and reads it only when on it; an auditor never reads', async () => {
    const provision = await received();
    expect(await faultOfRead(KZ_COORDINATOR, provision)).toBe('NOT_THIS_ROLE');
    const on = { provision: provision.id, officer: KZ_COORDINATOR.officer };
    await given(stage.kz.unasked.assign(KZ_COORDINATOR, on));
    expect(await faultOfRead(KZ_COORDINATOR, provision)).toBeNull();
    const auditor: Officer = { ...KZ_COORDINATOR, role: 'AUDITOR' };
    expect(await faultOfRead(auditor, provision)).toBe('NOT_THIS_ROLE');
    expect(await faultIn(stage.kz.unasked.assign(auditor, on))).toBe('NOT_THIS_ROLE');
  });

  test('the provider does not read back what it gave, and changes nothing at the recipient', async () => {
    const provision = await received();
    const back = await stage.az.unasked.read(EXECUTING, reading(provision));
    expect(back).toEqual({ content: null, fault: 'NOT_IN_THIS_STATE' });
    const close = { ...stepOn(provision), move: 'CLOSE' } as const;
    expect(await faultIn(stage.az.unasked.move(HEAD, close))).toBe('NOT_THIS_ROLE');
  });
});

describe('A-11.2, A-11.5a read for its purpose, until its end', () => {
  test('not for another purpose', async () => {
    const provision = await received();
    expect(await faultOfRead(ANALYST, provision, 'IDENTITY_ESTABLISHMENT')).toBe(
      'NOT_FOR_THIS_PURPOSE',
    );
  });

  test('not once it is closed', async () => {
    const provision = await received();
    await given(stage.kz.unasked.move(ANALYST, { ...stepOn(provision), move: 'CLOSE' }));
    expect(await faultOfRead(ANALYST, provision)).toBe('NOT_IN_THIS_STATE');
  });

  test('to the last instant and not after; then the gateway closes it', async () => {
    const fresh = await openStage({ people });
    try {
      const provision = await sendProvision(fresh);
      await fresh.carry();
      const on = { provision: provision.id, officer: ANALYST.officer };
      await given(fresh.kz.unasked.assign(KZ_COORDINATOR, on));
      fresh.clock.at = provision.keepUntil - 1;
      expect(await fresh.kz.unasked.read(ANALYST, reading(provision))).toHaveProperty('purpose');
      await endProvisions(fresh.kz.rooms);
      expect((await fresh.kz.rooms.provisions.load(provision.id))?.state).toBe('RECEIVED');
      fresh.clock.at = provision.keepUntil;
      expect(await fresh.kz.unasked.read(ANALYST, reading(provision))).toEqual({
        content: null,
        fault: 'RETENTION_ENDED',
      });
      await endProvisions(fresh.kz.rooms);
      const file = await fresh.kz.rooms.provisions.load(provision.id);
      expect(file?.state).toBe('CLOSED');
      expect(file?.motions.at(-1)?.by.role).toBe('GATEWAY');
    } finally {
      await fresh.close();
    }
  });

  test('not while the ledger is away: nothing is told that is not sealed', async () => {
    const provision = await received();
    const { ledger } = stage.kz.rooms;
    const seal = ledger.seal;
    ledger.seal = async () => {
      throw new Error('away');
    };
    await expect(read(ANALYST, provision)).rejects.toThrow('away');
    ledger.seal = seal;
    expect(await faultOfRead(ANALYST, provision)).toBeNull();
  });
});

/** The envelope that Baku sent, and may send otherwise. */
async function sentEnvelope(change: Parameters<typeof sendProvision>[1] = {}): Promise<Envelope> {
  await sendProvision(stage, change);
  const [id] = stage.az.going.splice(0);
  return JSON.parse((await stage.az.rooms.outbox.load(id ?? ''))?.envelope ?? '') as Envelope;
}

describe('A-8.2 what a partner’s gateway may do', () => {
  test('the same mail is one provision; another envelope of it a duplicate; altered, a conflict', async () => {
    await sendProvision(stage);
    const [id] = stage.az.going.splice(0);
    const body = await bodyOf(stage.az, id ?? '');
    const first = told(await take(stage.kz, 'AZ-SMS', body));
    expect(first).toEqual({ delivery: 'TAKEN', code: null });
    expect(told(await take(stage.kz, 'AZ-SMS', body))).toEqual(first);
    const envelope = JSON.parse((await stage.az.rooms.outbox.load(id ?? ''))?.envelope ?? '');
    expect(await post(stage, { ...envelope, id: uuid() })).toEqual({
      delivery: 'DUPLICATE',
      code: null,
    });
    const { provision } = (await stage.kz.rooms.provisions.load(envelope.message.id)) ?? {};
    if (provision === undefined) throw new Error('not received');
    const altered = { ...provision, justification: 'Другое.' };
    const again = {
      ...envelope,
      id: uuid(),
      message: { kind: 'PROVISION', id: provision.id, digest: provisionDigest(altered) },
      document: await signedProvision(altered, stage.az.signer),
    };
    expect(await post(stage, again)).toEqual({ delivery: 'CONFLICT', code: null });
  });

  type Change = (envelope: Envelope) => Promise<Partial<Envelope>> | Partial<Envelope>;
  const wrong: readonly (readonly [string, Change, string])[] = [
    ['without its document', () => ({ document: null }), 'DOCUMENT_DIFFERS'],
    ['without its key', () => ({ key: null }), 'DOCUMENT_DIFFERS'],
    [
      'with another document than it says',
      async () => ({ document: await signedProvision(provisionOf(), stage.az.signer) }),

      'DOCUMENT_DIFFERS',
    ],
    ['without its package', () => ({ answer: null }), 'PACKAGE_REFUSED'],
    [
      'with the package of another',
      async () => ({ answer: (await sentEnvelope()).answer }),

      'PACKAGE_REFUSED',
    ],
  ];
  test.each(wrong)('%s', async (_what, change, code) => {
    const envelope = await sentEnvelope();
    const altered = { ...envelope, id: uuid(), ...(await change(envelope)) };
    expect(await post(stage, altered)).toEqual({ delivery: 'MISDIRECTED', code });
    expect(await stage.kz.rooms.provisions.load(idOf(envelope))).toBeUndefined();
    // What was refused so does not stand in the way of what was sent.
    expect(await post(stage, envelope)).toEqual({ delivery: 'TAKEN', code: null });
  });

  test('signed as a request is signed, it is none', async () => {
    const provision = provisionOf();
    const envelope = await sentEnvelope();
    const jws = await stage.az.rooms.post.write(JSON.stringify(provision));
    const altered = { ...envelope, id: uuid(), document: jws };
    expect((await post(stage, altered)).code).toBe('DOCUMENT_DIFFERS');
  });

  test.each([
    ['for a purpose that the instrument does not have', { purpose: 'CURIOSITY' }],
    ['whose end is over', { keepUntil: 1 }],
    ['of an item not open for its purpose', { subjects: [{ n: 1, items: ['FINGERPRINT_CARD'] }] }],
  ] as const)('%s', async (_what, change) => {
    const provision = provisionOf(change as object);
    const envelope = await sentEnvelope();
    const altered = {
      ...envelope,
      id: uuid(),
      message: { kind: 'PROVISION', id: provision.id, digest: provisionDigest(provision) } as const,
      document: await signedProvision(provision, stage.az.signer),
    };
    const code = 'PROVISION_FAULTY';
    expect(await post(stage, altered)).toEqual({ delivery: 'MISDIRECTED', code });
  });

  test('A-9.3a signed by somebody not on the list it waits, and is taken when the list says so', async () => {
    const fresh = await openStage({ people });
    try {
      const successor = signerOf(ed25519Key(75));
      const provision = await sendProvision(fresh);
      const [id] = fresh.az.going.splice(0);
      const sent = JSON.parse((await fresh.az.rooms.outbox.load(id ?? ''))?.envelope ?? '');
      const envelope = {
        ...sent,
        id: uuid(),
        document: await signedProvision(provision, successor),
        key: successor.publicJwk,
      };
      const waits = { delivery: 'LATER', code: 'SIGNATORY_NOT_LISTED' };
      expect(await post(fresh, envelope)).toEqual(waits);
      expect(await fresh.kz.rooms.provisions.load(provision.id)).toBeUndefined();
      const fact = { ...headFact(successor.kid, 'AZ-SMS'), id: 'head-2' };
      await record(fresh.kz, [fact], fresh.clock.at);
      expect(await post(fresh, envelope)).toEqual({ delivery: 'TAKEN', code: null });
    } finally {
      await fresh.close();
    }
  });

  test('A-11.1 a provision of ours is not there for the partner, by its id', async () => {
    const mine = await draftOf(stage);
    const forged = { ...provisionOf(), id: mine.id, provider: 'KZ-MIA', recipient: 'AZ-SMS' };
    const envelope = envelopeOf(
      { kind: 'PROVISION', id: mine.id, digest: provisionDigest(forged) },
      { document: await signedProvision(forged, stage.head), key: stage.head.publicJwk },
    );
    expect(await post(stage, envelope)).toEqual({ delivery: 'LATER', code: null });
    expect((await stage.az.unasked.show(EXECUTING, mine.id))?.provision).toEqual(mine);
  });
});

describe('A-11.4 a process that ends in between', () => {
  test('after it was kept and before its receipt: the mail that comes again is answered', async () => {
    const envelope = await sentEnvelope();
    const { inbox } = stage.kz.rooms;
    const answered = inbox.answered;
    inbox.answered = async () => {
      throw new Error('ended');
    };
    await expect(post(stage, envelope)).rejects.toThrow('ended');
    inbox.answered = answered;
    const before = stage.kz.sealed.length;
    expect(await post(stage, envelope)).toEqual({ delivery: 'DUPLICATE', code: null });
    expect(stage.kz.sealed.length).toBe(before);
  });
});

const idOf = ({ message }: Envelope): string => ('id' in message ? message.id : '');

describe('A-11.4, A-11.5 taken back', () => {
  test('a recall of one item destroys the package as it came; what was not recalled is held anew', async () => {
    const { id } = await received();
    const scope = { subjects: [1], items: ['DATE_OF_BIRTH'] } as const;
    const rest = { subjects: [1], items: ['NAME_CYRILLIC'] } as const;
    const purpose = 'PERSON_DETECTION';
    const held = (of: typeof scope | typeof rest) =>
      stage.kz.custody.read(ANALYST, { about: id, purpose, scope: of });
    expect(await held(scope)).toMatchObject({ values: [{ n: 1 }] });
    const act = { kind: 'RECALL', step: 'TELL', scope, text: 'Отзыв.' } as const;
    const place = { about: id, id: uuid(), matter: null };
    const acted = await stage.az.custody.act(EXECUTING, place, act);
    expect(acted.holding).not.toBeNull();
    await stage.carry();
    const read = await stage.kz.unasked.read(ANALYST, reading({ id }));
    expect(read).toMatchObject({ content: null, fault: 'RETENTION_ENDED' });
    expect(await held(scope)).toEqual({ values: null, fault: 'RECALLED' });
    await destroyDue(stage.kz.rooms);
    expect(await packageOf(stage.kz, id)).toBeNull();
    expect(await held(rest)).toMatchObject({
      values: [{ n: 1, values: { nameCyrillic: { surname: 'Образцов' } } }],
    });
  });
});
