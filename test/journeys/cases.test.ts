/** A request from the first draft to the closing, through GraphQL alone, at two authorities with stores of their own. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ANALYST,
  AUDITOR,
  COORDINATOR,
  done,
  draft,
  EXECUTING,
  SIGNATORY,
  sendDraft,
  WANTED,
} from '../support/case-drafts.js';
import { type CaseSite, openCaseSite, uuid } from '../support/case-site.js';
import { wholePerson } from '../support/whole-person.js';

const DAY = 86_400_000;
let site: CaseSite;
beforeAll(async () => {
  site = await openCaseSite([wholePerson('one', ''), wholePerson('two', 'Q')]);
});
afterAll(() => site.close());

describe('A-8.2, A-9.2 to A-10.4 a request through GraphQL', () => {
  test('draft, doubt, confirmation, execution, partial refusal, live query, closing', async () => {
    const { az, kz, clock } = site;
    const id = await sendDraft(site);
    expect(await kz.look(ANALYST, id, 'state side timeline { kind state number }')).toEqual({
      state: 'SENT',
      side: 'REQUESTING',
      timeline: [
        { kind: 'SIGN', state: 'SIGNED', number: null },
        { kind: 'SEND', state: 'SENT', number: null },
      ],
    });
    await site.deliver();
    // Day 30 is the last in Baku, where it is decided; in Almaty the next day has begun by then.
    const FIELDS =
      'state dueOn { requested requesting } daysLeft notices heldFor officers draftFaults { code }';
    expect(await az.look(COORDINATOR, id, FIELDS)).toEqual({
      state: 'RECEIVED',
      dueOn: { requested: '2026-07-15', requesting: '2026-07-16' },
      daysLeft: 30,
      notices: [],
      heldFor: [],
      officers: [],
      draftFaults: [],
    });
    const officer = 'AZ-SMS-EXECUTING-OFFICER';
    await done(az.act(COORDINATOR, 'assign', { case: id, officer }));

    const reasons = ['Просим подтвердить.'];
    await done(az.act(EXECUTING, 'askConfirmation', { case: id, id: uuid(), reasons }));
    await site.deliver();
    const asked = await kz.look<{ questions: { number: number }[] }>(
      SIGNATORY,
      id,
      'state questions { number kind texts open }',
    );
    expect(asked).toMatchObject({
      state: 'CONFIRMATION_REQUESTED',
      questions: [{ kind: 'ASK_CONFIRMATION', texts: reasons, open: true }],
    });
    const question = asked?.questions[0]?.number;
    const confirming = { case: id, id: uuid(), question, text: 'Подтверждаем.' };
    await done(kz.act(SIGNATORY, 'confirm', confirming));
    // Put forward, and not recorded by the other side yet.
    expect(await kz.look(SIGNATORY, id, 'state')).toEqual({ state: 'CONFIRMATION_REQUESTED' });
    await site.deliver();
    expect(await kz.look(SIGNATORY, id, 'state')).toEqual({ state: 'RECEIVED' });

    await done(az.act(EXECUTING, 'accept', { case: id, id: uuid() }));
    const { data } = await az.ask(
      EXECUTING,
      `{ candidates(case: "${id}", n: 1) { candidate score surname givenName dateOfBirth } }`,
    );
    const [best] = data.candidates as [{ candidate: string }];
    expect(best).toMatchObject({ surname: 'SAME_LETTERS', dateOfBirth: 'SAME' });
    expect(best.candidate).not.toContain('one');
    const matching = { case: id, n: 1, candidate: best.candidate };
    expect(
      await done(az.act(EXECUTING, 'recordMatch { subjects { n match child } }', matching)),
    ).toEqual({ subjects: [{ n: 1, match: 'FOUND', child: null }] });
    // What he must weigh he reads in the register, under REQUEST_EXECUTION.
    const weighed = await az.askOn(
      EXECUTING,
      { request: id, purpose: 'REQUEST_EXECUTION' },
      '{ subjects { edges { node { nameLatin { surname } } } } }',
    );
    expect(weighed.text).toContain('"Obraztsov"');

    await done(az.act(EXECUTING, 'recordAge', { case: id, n: 1, child: false }));
    const noting = { case: id, n: 1 };
    for (const item of ['NAME_CYRILLIC', 'DATE_OF_BIRTH']) {
      await done(az.act(EXECUTING, 'noteOutcome', { ...noting, item, outcome: 'DISCLOSED' }));
    }
    const grantUntil = new Date(clock.now() + 7 * DAY).toISOString();
    const concluding = { case: id, id: uuid(), grantUntil };
    expect((await az.act(EXECUTING, 'conclude', concluding)).faults).toEqual([
      { code: 'ITEMS_NOT_COMPLETE', at: 'case' },
      { code: 'ITEMS_NOT_COMPLETE', at: 'outcomes[1].PHOTOGRAPH' },
    ]);
    const refusal = {
      ...noting,
      item: 'PHOTOGRAPH',
      outcome: 'REFUSED',
      grounds: ['NATIONAL_LEGISLATION'],
      text: 'Противоречит законодательству.',
    };
    await done(az.act(EXECUTING, 'noteOutcome', refusal));
    const conditions = [
      { kind: 'NOT_AS_EVIDENCE', items: ['DATE_OF_BIRTH'], text: 'Не как доказательство.' },
    ];
    await done(az.act(EXECUTING, 'conclude', { ...concluding, conditions }));
    await site.deliver();
    const ANSWER =
      'state outcomes { n items { item outcome grounds text clause } } conditions { kind items text until } grantUntil daysLeft';
    const answered = await kz.look(ANALYST, id, ANSWER);
    expect(answered).toEqual({
      state: 'PARTLY_REFUSED',
      outcomes: [
        {
          n: 1,
          items: [
            {
              item: 'NAME_CYRILLIC',
              outcome: 'DISCLOSED',
              grounds: null,
              text: null,
              clause: '6(1)',
            },
            {
              item: 'DATE_OF_BIRTH',
              outcome: 'DISCLOSED',
              grounds: null,
              text: null,
              clause: '6(3)',
            },
            {
              item: 'PHOTOGRAPH',
              outcome: 'REFUSED',
              grounds: ['NATIONAL_LEGISLATION'],
              text: 'Противоречит законодательству.',
              clause: '10(4)',
            },
          ],
        },
      ],
      conditions: [{ ...conditions[0], until: null }],
      grantUntil,
      daysLeft: null,
    });
    expect(await az.look(EXECUTING, id, ANSWER)).toEqual(answered);

    // The package is opened in Astana, for the purpose of the request, and its entry is sealed there.
    const PACKAGE =
      'query ($id: ID!) { answer(case: $id, purpose: IDENTITY_ESTABLISHMENT) { answer receipt fault } }';
    const sealed = kz.sealed();
    const { data: shown } = await kz.ask(ANALYST, PACKAGE, { id });
    const { answer, fault } = shown.answer as { readonly answer: string; readonly fault: null };
    expect(fault).toBeNull();
    expect(JSON.parse(answer).data.subjects.edges).toMatchObject([
      { node: { id: `${id}.1`, photograph: null } },
    ]);
    expect(kz.sealed()).toBe(sealed + 1);
    expect((await az.ask(EXECUTING, PACKAGE, { id })).data).toEqual({ answer: null });

    const partner = { role: 'PARTNER_GATEWAY', authority: 'KZ-MIA' } as const;
    const live = await az.askOn(
      partner,
      { request: id, purpose: 'IDENTITY_ESTABLISHMENT' },
      '{ subjects { edges { node { id dateOfBirth photograph { mediaType } } } } }',
    );
    expect(live.data).toEqual({
      subjects: { edges: [{ node: { id: `${id}.1`, dateOfBirth: '1980-02', photograph: null } }] },
    });

    await done(kz.act(ANALYST, 'close', { case: id, id: uuid() }));
    await site.deliver();
    for (const side of [az, kz]) {
      const seen = await side.look<{ state: string; timeline: { kind: string }[] }>(
        AUDITOR,
        id,
        'state timeline { kind }',
      );
      expect(seen?.state).toBe('CLOSED');
      expect(seen?.timeline.map(({ kind }) => kind).slice(-6)).toEqual([
        'RECEIVE',
        'ASK_CONFIRMATION',
        'CONFIRM',
        'ACCEPT',
        'PARTLY_REFUSE',
        'CLOSE',
      ]);
    }
  });

  test('A-9.2 an incomplete draft lists what is missing, and cannot be signed', async () => {
    const { kz } = site;
    const incomplete = { ...draft, letterhead: '', purposes: [] };
    const saved = await done(
      kz.act(ANALYST, 'saveDraft { id document draftFaults { code at } }', {
        document: incomplete,
      }),
    );
    const missing = [
      { code: 'LETTERHEAD_MISSING', at: 'letterhead' },
      { code: 'PURPOSE_MISSING', at: 'purposes' },
    ];
    expect(saved.draftFaults).toEqual(expect.arrayContaining(missing));
    const id = String(saved.id);
    await done(kz.act(ANALYST, 'assign', { case: id, officer: 'KZ-MIA-SIGNATORY' }));
    const signed = await site.sign(String(saved.document));
    const { faults } = await kz.act(SIGNATORY, 'signDraft', { case: id, id: uuid(), ...signed });
    expect(faults[0]).toEqual({ code: 'DRAFT_INCOMPLETE', at: 'case' });
    expect(faults).toEqual(
      expect.arrayContaining(missing.map(({ code, at }) => ({ code, at: `document.${at}` }))),
    );
    // Written anew under its own id, it is complete.
    expect(
      await done(
        kz.act(ANALYST, 'saveDraft { id draftFaults { code } }', { case: id, document: draft }),
      ),
    ).toEqual({ id, draftFaults: [] });
    // What was signed is another text.
    expect(
      (await kz.act(SIGNATORY, 'signDraft', { case: id, id: uuid(), ...signed })).faults,
    ).toEqual([{ code: 'SIGNATURE_REFUSED', at: 'jws' }]);
  });

  test('A-11.1b the handshake, A-10.2 postponement, A-10.4d a child, and a refusal', async () => {
    const { az, kz, clock } = site;
    const id = await sendDraft(site);
    await site.deliver();
    await done(az.act(COORDINATOR, 'assign', { case: id, officer: 'AZ-SMS-EXECUTING-OFFICER' }));
    const name = { case: id };
    await done(
      az.act(EXECUTING, 'tellNotConfidential', { ...name, id: uuid(), terms: 'Только лично.' }),
    );
    await site.deliver();
    const told = await kz.look<{ questions: { number: number }[] }>(
      SIGNATORY,
      id,
      'questions { number }',
    );
    const question = told?.questions[0]?.number;
    await done(kz.act(SIGNATORY, 'proceed', { ...name, id: uuid(), question }));
    await site.deliver();
    const reviewAt = new Date(clock.now() + 20 * DAY).toISOString();
    await done(
      az.act(EXECUTING, 'postpone', { ...name, id: uuid(), reason: 'Ведётся проверка.', reviewAt }),
    );
    expect(await az.look(EXECUTING, id, 'state reviewAt')).toEqual({
      state: 'POSTPONED',
      reviewAt,
    });
    await done(az.act(EXECUTING, 'resume', { ...name, id: uuid() }));
    await done(az.act(EXECUTING, 'accept', { ...name, id: uuid() }));
    await done(az.act(EXECUTING, 'recordMatch', { ...name, n: 1, nobody: true }));
    await done(az.act(EXECUTING, 'recordAge', { ...name, n: 1, child: true }));
    const photograph = { ...name, n: 1, item: 'PHOTOGRAPH', outcome: 'DISCLOSED' };
    expect((await az.act(EXECUTING, 'noteOutcome', photograph)).faults).toEqual([
      { code: 'COORDINATOR_NEEDED', at: 'case' },
    ]);
    const deciding = { ...name, n: 1, give: true, reason: 'В интересах ребёнка.' };
    expect((await az.act(EXECUTING, 'decideForChild', deciding)).faults).toEqual([
      { code: 'NOT_THIS_ROLE', at: 'case' },
    ]);
    const decided = await done(
      az.act(
        COORDINATOR,
        'decideForChild { subjects { match child childDecision { give officer } } }',
        deciding,
      ),
    );
    expect(decided.subjects).toEqual([
      {
        match: 'NOBODY',
        child: true,
        childDecision: { give: true, officer: 'AZ-SMS-COORDINATOR' },
      },
    ]);
    const inquiry = uuid();
    const dueBefore = new Date(clock.now() + DAY).toISOString();
    const asking = { ...name, id: inquiry, to: 'POLICE', n: 1, items: ['PHOTOGRAPH'], dueBefore };
    await done(az.act(EXECUTING, 'openInquiry', asking));
    expect((await az.act(EXECUTING, 'noteOutcome', photograph)).faults).toEqual([
      { code: 'INQUIRY_OPEN', at: 'case' },
    ]);
    clock.at += DAY;
    expect(await az.look(EXECUTING, id, 'inquiries { to items late }')).toEqual({
      inquiries: [{ to: 'POLICE', items: ['PHOTOGRAPH'], late: true }],
    });
    await done(az.act(EXECUTING, 'dropInquiry', { ...name, inquiry, reason: 'Ответа нет.' }));
    await done(az.act(EXECUTING, 'noteOutcome', photograph));
    await done(
      az.act(EXECUTING, 'refuse', {
        ...name,
        id: uuid(),
        grounds: ['SOVEREIGNTY'],
        text: 'Отказ.',
      }),
    );
    await site.deliver();
    const refused = await kz.look<{ state: string; outcomes: { items: unknown[] }[] }>(
      ANALYST,
      id,
      'state outcomes { items { item outcome } }',
    );
    expect(refused?.state).toBe('REFUSED');
    expect(refused?.outcomes[0]?.items).toEqual(
      WANTED.map((item) => ({ item, outcome: 'REFUSED' })),
    );
  });
});
