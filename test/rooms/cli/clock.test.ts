/** `sorgu clock`: figures for an operator, cases only for the officer for whom they exist (11(1)). */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Language } from '../../../src/base/index.js';
import { showClock } from '../../../src/cli/index.js';
import { countNotices, noticedCases, type Officer } from '../../../src/exchange/index.js';
import { type CaseFile, type Cases, openCases } from '../../../src/store/index.js';
import {
  draftFile,
  NOW,
  openTestExchange,
  receivedFile,
  type TestExchange,
} from '../store/exchange-fixtures.js';
import { listen } from './desk.js';

const DAY = 86_400_000;
let exchange: TestExchange;
let cases: Cases;
beforeAll(async () => {
  exchange = await openTestExchange();
  cases = openCases(exchange);
});
afterAll(() => exchange.close());

const keep = async (file: CaseFile) => {
  const { id } = file.case.head;
  await cases.change(id, () => ({ ...{ file, request: null, mail: [], result: null } }));
  return id;
};
const received = (change: Partial<CaseFile>, state?: CaseFile['case']['state']) => {
  const file = receivedFile(randomUUID(), change);
  return keep(
    state === undefined ? file : ({ ...file, case: { ...file.case, state } } as CaseFile),
  );
};
const officer = (role: Officer['role'], number: string): Officer => ({
  ...{ authority: 'AZ-SMS', unit: null, role, officer: number },
});

async function clock(by?: Officer | null, language?: Language) {
  const voice = listen();
  const code = await showClock(
    {
      language,
      counts: () => countNotices(cases, NOW),
      noticed: async () => by && noticedCases(cases, { officer: by, now: NOW, first: 10 }),
    },
    voice,
  );
  return { code, lines: voice.written.join('').split('\n').filter(Boolean), said: voice.said };
}

describe('A-10.1c what the clock tells of all cases', () => {
  test('nothing, where nothing is near', async () => {
    await received({ dueBefore: NOW + DAY, notices: [] });
    expect(await clock()).toMatchObject({ code: 0, lines: [] });
    expect((await clock()).said).toEqual(['nothing is due, late or to be reviewed']);
  });

  test('figures to an operator, and no case; a case to who is on it, every case to a coordinator', async () => {
    const mine = await received({
      ...{ dueBefore: NOW - DAY, notices: ['OVERDUE', 'DELAY_NOT_TOLD'], officers: ['AZ-SMS-1'] },
    });
    const other = await received({ dueBefore: NOW + DAY, notices: ['DUE'] });
    const review = await received(
      { dueBefore: NOW + 90 * DAY, notices: ['REVIEW_DUE'] },
      'POSTPONED',
    );
    // What has ended, what is not near and what is a draft tells nothing, whatever was kept of it.
    await received({ dueBefore: NOW - DAY, notices: ['OVERDUE'] }, 'ANSWERED');
    await keep(draftFile(randomUUID(), { dueBefore: NOW - DAY, notices: ['OVERDUE'] }));
    const figures = [
      'INBOX  DELAY_NOT_TOLD  1',
      'INBOX  DUE  1',
      'INBOX  OVERDUE  1',
      'INBOX  REVIEW_DUE  1',
    ];
    const told = await clock();
    expect(told.lines).toEqual(figures);
    expect(told.said.join()).toContain('--token <file>');
    const until = (at: number): string => new Date(at).toISOString();
    const line = `${mine}  RECEIVED  until ${until(NOW - DAY)}  OVERDUE DELAY_NOT_TOLD`;
    expect((await clock(officer('EXECUTING_OFFICER', 'AZ-SMS-1'))).lines).toEqual([
      ...figures,
      line,
    ]);
    expect((await clock(officer('EXECUTING_OFFICER', 'AZ-SMS-2'))).lines).toEqual(figures);
    expect((await clock(officer('COORDINATOR', 'AZ-SMS-3'))).lines).toEqual([
      ...figures,
      line,
      `${other}  RECEIVED  until ${until(NOW + DAY)}  DUE`,
      `${review}  POSTPONED  until ${until(NOW + 90 * DAY)}  REVIEW_DUE`,
    ]);
  });

  test('A-15 in the language that is asked for: each code with its sentence', async () => {
    const told = await clock(officer('COORDINATOR', 'AZ-SMS-3'), 'kk');
    expect(told.lines).toContain('INBOX  OVERDUE  1  Сұрау салуды орындау мерзімі өтіп кетті.');
    expect(told.said).toEqual(['оның 3 ісі сізге ашық']);
    expect((await clock(null, 'az')).said).toEqual([
      'token hazırda etibarsızdır və ya bu orqanın əməkdaşına məxsus deyil',
    ]);
  });

  test("A-11.1 to a token that is not an officer's not even figures", async () => {
    const told = await clock(null);
    expect(told).toMatchObject({ code: 1, lines: [] });
    expect(told.said).toHaveLength(1);
  });

  test('a case that was kept before there were notices counts for none', async () => {
    const before = await clock();
    const id = await received({ dueBefore: NOW, notices: ['OVERDUE'] });
    await exchange.admin`
      update exchange.case_file set content = (content::jsonb - 'notices')::text where id = ${id}`;
    expect((await clock()).lines).toEqual(before.lines);
    expect((await cases.load(id))?.notices).toEqual([]);
  });
});
