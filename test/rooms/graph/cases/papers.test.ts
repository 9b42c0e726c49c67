/** Paper in GraphQL: registered, shown as paper wherever the case is shown, and faulty input told by code and place. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ANALYST,
  AUDITOR,
  COORDINATOR,
  caseIn,
  done,
  EXECUTING,
  type ReachedCase,
  receivedCase,
  statedOnPaper,
} from '../../../support/case-drafts.js';
import { type As, type CaseSite, openCaseSite, uuid } from '../../../support/case-site.js';
import { CMS, paperAt, signedPdf } from '../../../support/files.js';

const SECRET = 'C0000Z';
let site: CaseSite;
let onPaper: ReachedCase;
beforeAll(async () => {
  site = await openCaseSite();
  onPaper = await caseIn(site, 'ON_PAPER');
});
afterAll(() => site.close());

const paper = () => paperAt(site.clock.now());
const given = (change: object = {}) => ({
  ...{ id: uuid(), document: statedOnPaper(), paper: paper(), signatory: 'head' },
  ...change,
});
const register = (as: As, change: object = {}) =>
  site.az.act(as, 'registerPaperRequest', given(change));

const SEEN = `channel state receivedOn { requested } dueOn { requested } timeline { kind paper officer }
  enclosures { id kind format mediaType size registryNumber receivedAt officer role checks { outcome means officer } }`;

describe('A-9.1 a paper is seen as paper', () => {
  test('in its case, its timeline and its enclosures; one that came by gateway is not', async () => {
    const seen = await site.az.look(COORDINATOR, onPaper.id, SEEN);
    expect(seen).toMatchObject({
      channel: 'PAPER',
      state: 'RECEIVED',
      receivedOn: { requested: '2026-06-15' },
      dueOn: { requested: '2026-07-15' },
      timeline: [{ kind: 'RECEIVE', paper: onPaper.enclosure, officer: 'AZ-SMS-COORDINATOR' }],
      enclosures: [
        {
          ...{ id: onPaper.enclosure, kind: 'PAPER', format: 'SCAN' },
          ...{ mediaType: 'application/pdf', registryNumber: '77-15/2026', checks: [] },
        },
      ],
    });
    const other = await receivedCase(site);
    expect(await site.az.look(COORDINATOR, other, SEEN)).toMatchObject({
      channel: 'ELECTRONIC',
      timeline: [{ kind: 'RECEIVE', paper: null }],
      enclosures: [],
    });
  });

  test('its scan comes back byte for byte, to those on the case and to nobody else', async () => {
    const query = `query ($case: ID!, $enclosure: ID!) {
      enclosure(case: $case, enclosure: $enclosure) { mediaType sha256 content } }`;
    const names = { case: onPaper.id, enclosure: onPaper.enclosure };
    for (const as of [EXECUTING, COORDINATOR, AUDITOR]) {
      const { data } = await site.az.ask(as, query, names);
      expect(data.enclosure).toMatchObject({ content: paper().content });
    }
    const strangers: readonly As[] = [
      { role: 'EXECUTING_OFFICER', officer: 'AZ-SMS-99' },
      { role: 'PARTNER_GATEWAY', authority: 'KZ-MIA' },
      { role: 'COORDINATOR', authority: 'KZ-MIA' },
    ];
    for (const as of strangers) {
      const { text } = await site.az.ask(as, query, names);
      expect(text).toBe((await site.az.ask(as, query, { ...names, case: uuid() })).text);
      expect(text).not.toContain('content');
    }
  });
});

describe('A-9.1 who registers a paper', () => {
  test.each([EXECUTING, COORDINATOR])('$role may, and is on its case', async (as) => {
    const { id } = await done(register(as));
    expect(await site.az.look(as, String(id), 'state')).toEqual({ state: 'RECEIVED' });
  });

  test.each([ANALYST, { role: 'SIGNATORY' }, AUDITOR] as const)('$role may not', async (as) => {
    expect(await register(as)).toEqual({
      case: null,
      faults: [{ code: 'NOT_THIS_ROLE', at: 'case' }],
    });
  });

  test.each([
    { role: 'PARTNER_GATEWAY', authority: 'KZ-MIA' },
    { role: 'EXECUTING_OFFICER', authority: 'KZ-MIA' },
    { role: 'DEVELOPER' },
  ] as const)('to $role of $authority there are no cases', async (as) => {
    expect(await register(as)).toEqual({ case: null, faults: [{ code: 'NO_CASE', at: 'case' }] });
  });
});

type Row = readonly [what: string, change: () => object, faults: readonly string[]];
const with_ = (change: object) => () => ({ paper: { ...paper(), ...change } });
const stating = (change: object) => () => ({ document: { ...statedOnPaper(), ...change } });

const FAULTY: readonly Row[] = [
  ['an id that is none', () => ({ id: SECRET }), ['WRONG_FORM id']],
  ['no scan', with_({ content: '' }), ['CONTENT_MISSING paper.content']],
  [
    'a scan that is none',
    with_({ content: Buffer.from(SECRET).toString('base64') }),
    ['FILE_NOT_RECOGNISED case'],
  ],
  ['a CMS for a scan', with_({ content: CMS.toString('base64') }), ['FILE_NOT_RECOGNISED case']],
  [
    'too long a scan',
    with_({ content: 'A'.repeat(6 * 1024 * 1024 * 2) }),
    ['FILE_TOO_LARGE paper.content'],
  ],
  ['a stamp that is none', with_({ receivedAt: SECRET }), ['WRONG_FORM paper.receivedAt']],
  [
    'a stamp of tomorrow',
    with_({ receivedAt: '2026-06-16T09:00:00.000Z' }),
    ['STAMP_IN_FUTURE paper.receivedAt'],
  ],
  ['no registry number', with_({ registryNumber: ' ' }), ['CONTENT_MISSING paper.registryNumber']],
  [
    'a registry number of two lines',
    with_({ registryNumber: `${SECRET}\n2` }),
    ['CONTROL_CHARACTER paper.registryNumber'],
  ],
  ['too long a number', with_({ number: SECRET.repeat(20) }), ['TOO_LONG paper.number']],
  ['a signatory of no form', () => ({ signatory: '\u202e' }), ['CONTROL_CHARACTER signatory']],
  ['a day that is none', stating({ writtenOn: '2026-02-30' }), ['WRONG_FORM document.writtenOn']],
  ['a day of no form', stating({ writtenOn: SECRET }), ['WRONG_FORM document.writtenOn']],
  [
    'an authority of no form',
    stating({ requestingAuthority: 'x' }),
    ['WRONG_FORM document.requestingAuthority'],
  ],
  [
    'an authority that the instrument does not name',
    stating({ requestingAuthority: 'BE-IO' }),
    ['OUTSIDE_INSTRUMENT case', 'AUTHORITY_NOT_COMPETENT document.requesting.authority'],
  ],
  [
    'a control character in a name',
    stating({ subjects: [{ names: [{ script: 'ru-Cyrl', surname: `${SECRET}\u0007` }] }] }),
    ['CONTROL_CHARACTER document.subjects[0].names[0].surname'],
  ],
  [
    'several faults at once',
    () => ({ id: '', signatory: 'x'.repeat(65), paper: { ...paper(), content: '', number: '' } }),
    [
      'WRONG_FORM id',
      'CONTENT_MISSING paper.content',
      'CONTENT_MISSING paper.number',
      'TOO_LONG signatory',
    ],
  ],
];

describe('A-9.1 faulty input is told by code and place, and nothing of it comes back', () => {
  test.each(FAULTY)('%s', async (_, change, faults) => {
    const sealed = site.az.sealed();
    const answer = await register(EXECUTING, change());
    expect(answer.case).toBeNull();
    expect(answer.faults.map(({ code, at }) => `${code} ${at}`)).toEqual(faults);
    expect(JSON.stringify(answer)).not.toContain(SECRET);
    expect(site.az.sealed()).toBe(sealed);
  });

  test.each([
    ['a confirmation of no question', { says: 'CONFIRM', texts: ['Да.'] }, 'question'],
    ['a confirmation without words', { says: 'CONFIRM', question: 2 }, 'texts'],
    ['a confirmation of two texts', { says: 'CONFIRM', question: 2, texts: ['a', 'b'] }, 'texts'],
    ['an answer without words', { says: 'INFORM', question: 2 }, 'texts'],
    ['a decision on no question', { says: 'PROCEED' }, 'question'],
    ['a withdrawal for no reason', { says: 'WITHDRAW' }, 'reason'],
  ])('a letter: %s', async (_, says, at) => {
    const check = { means: 'Сличено.', signatory: 'head' };
    const letter = { case: onPaper.id, id: uuid(), paper: paper(), check, ...says };
    expect(await site.az.act(EXECUTING, 'registerPaperLetter', letter)).toEqual({
      case: null,
      faults: [{ code: 'CONTENT_MISSING', at }],
    });
  });

  test('a check that says nothing of how', async () => {
    const check = { means: ' ', signatory: 'a\nb' };
    const letter = { case: onPaper.id, id: uuid(), paper: paper(), check, says: 'CLOSE' };
    expect((await site.az.act(EXECUTING, 'registerPaperLetter', letter)).faults).toEqual([
      { code: 'CONTENT_MISSING', at: 'check.means' },
      { code: 'CONTROL_CHARACTER', at: 'check.signatory' },
    ]);
  });
});

describe('A-9.3 national signatures are attached, and are none of ours', () => {
  test('a CMS on the request of another gateway: format, what it is over, and who says that it is good', async () => {
    const id = await receivedCase(site);
    const name = uuid();
    const content = CMS.toString('base64');
    const attach = { case: id, id: name, signs: 'REQUEST', content };
    await done(site.az.act(EXECUTING, 'attachSignature', attach));
    const means = 'NUCASign 2.1, цепочка до НУЦ РК, отзыв проверен 15.06.2026';
    const check = { case: id, enclosure: name, outcome: 'VERIFIED', means, signatory: 'head' };
    await done(site.az.act(EXECUTING, 'recordCheck', check));
    const seen = await site.az.look(
      AUDITOR,
      id,
      'enclosures { kind format signs over covers checks { outcome means officer letterhead lists } }',
    );
    expect(seen?.enclosures).toEqual([
      {
        ...{ kind: 'SIGNATURE', format: 'CMS', signs: 'REQUEST', covers: null },
        over: expect.stringMatching(/^[0-9a-f]{64}$/),
        checks: [
          {
            ...{ outcome: 'VERIFIED', means, officer: 'AZ-SMS-EXECUTING-OFFICER' },
            ...{ letterhead: '2021-1', lists: [] },
          },
        ],
      },
    ]);
    // Twice under one id it is one; other bytes under it are a conflict.
    await done(site.az.act(EXECUTING, 'attachSignature', attach));
    const other = { ...attach, content: signedPdf().toString('base64') };
    expect((await site.az.act(EXECUTING, 'attachSignature', other)).faults).toEqual([
      { code: 'CONFLICT', at: 'id' },
    ]);
    const answer = { ...attach, id: uuid(), signs: 'ANSWER' };
    expect((await site.az.act(EXECUTING, 'attachSignature', answer)).faults).toEqual([
      { code: 'NOT_IN_THIS_STATE', at: 'case' },
    ]);
  });

  test('a draft takes none: it may still change under it, and no signature but a JWS signs it', async () => {
    const { id } = await caseIn(site, 'DRAFT');
    const attach = { case: id, id: uuid(), signs: 'REQUEST', content: CMS.toString('base64') };
    expect((await site.kz.act(ANALYST, 'attachSignature', attach)).faults).toEqual([
      { code: 'NOT_IN_THIS_STATE', at: 'case' },
    ]);
    const signed = await caseIn(site, 'SIGNED');
    const content = signedPdf().toString('base64');
    const own = { case: signed.id, id: uuid(), signs: 'REQUEST', content };
    await done(site.kz.act(ANALYST, 'attachSignature', own));
    const seen = await site.kz.look(ANALYST, signed.id, 'state enclosures { format coversWhole }');
    expect(seen).toEqual({
      state: 'SIGNED',
      enclosures: [{ format: 'PADES', coversWhole: true }],
    });
  });
});
