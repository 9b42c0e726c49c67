/** A-Final, B-Final A letter says at its end what the clauses say that it names, in an authentic text, and which prevails. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/base/index.js';
import { openLetters } from '../../../src/letters/index.js';
import type { RequestDocument } from '../../../src/requests/index.js';
import { clauseTexts, loadInstruments } from '../../../src/treaty/index.js';
import { clauseWords, letterWords, standingOfTexts } from '../../../src/words/index.js';
import { readPdf, wholeText } from './read-pdf.js';
import { ANSWER_LETTER, REFUSAL_LETTER, REQUEST, REQUEST_LETTER } from './written.js';

const letters = openLetters();

const LETTERS = {
  request: (request: RequestDocument) => letters.request({ ...REQUEST_LETTER, request }),
  answer: (request: RequestDocument) => letters.answer({ ...ANSWER_LETTER, request }),
  refusal: (request: RequestDocument) => letters.refusal({ ...REFUSAL_LETTER, request }),
};
const kinds = Object.keys(LETTERS) as (keyof typeof LETTERS)[];

const bare = (text: string) => text.replace(/\s/g, '');
const said = (kind: keyof typeof LETTERS, change: Partial<RequestDocument> = {}) =>
  bare(wholeText(readPdf(LETTERS[kind]({ ...REQUEST, ...change }))));
const times = (text: string, part: string) => text.split(bare(part)).length - 1;

function textOf(id: string, clause: string, language: string): string {
  const texts = clauseTexts(loadInstruments().get(id) ?? { languages: [], prevailing: 'ru' });
  const found = texts.find((each) => each.clause === clause && each.language === language);
  if (found === undefined) throw new Error(`no text of ${id} ${clause} in ${language}`);
  return found.text;
}

const bases = (...clauses: readonly string[]): Partial<RequestDocument> => ({
  purposes: clauses.map((basis) => ({
    ...{ purpose: 'LEGAL_STATUS_DETERMINATION', basis, justification: 'x' },
  })),
});

describe('what the clauses say that a letter names', () => {
  it.each(kinds)('A-Final the %s shows each once, after its end', (kind) => {
    const text = said(kind, bases('3(1)(5)', '6(4)', '3(1)(5)'));
    for (const clause of ['3(1)(5)', '6(4)']) {
      expect(times(text, textOf('AZ-KZ-2019', clause, 'az')), clause).toBe(1);
    }
    const end = text.indexOf(bare(letterWords('ru').MADE_FROM));
    expect(end).toBeGreaterThan(0);
    expect(text.indexOf(bare(clauseWords('ru')('CLAUSES')))).toBeGreaterThan(end);
  });

  it('A-10.4b the refusal shows what 10(4) says, and the answer does not', () => {
    const grounds = textOf('AZ-KZ-2019', '10(4)', 'az');
    expect(times(said('refusal'), grounds)).toBe(1);
    expect(times(said('answer'), grounds)).toBe(0);
  });

  it.each(LANGUAGES)(
    'A-Final says in %s that the text that prevails is not at hand',
    (language) => {
      const standing = {
        ...{ instrument: 'AZ-KZ-2019', language: 'az', prevailing: 'ru', confirmed: true },
      };
      const sentence = standingOfTexts(clauseWords(language), standing);
      expect(times(said('refusal', { language }), sentence)).toBe(1);
    },
  );

  it('B-Final shows the English text of the memorandum as the one that prevails', () => {
    const text = said('request', { instrument: 'AZ-BE-2019', ...bases('4(c)') });
    expect(times(text, textOf('AZ-BE-2019', '4(c)', 'en'))).toBe(1);
    expect(times(text, textOf('AZ-BE-2019', '4(c)', 'az'))).toBe(0);
    expect(times(text, clauseWords('ru')('PREVAILS', { language: 'английский' }))).toBe(1);
  });

  it('B-4d shows no text of an instrument that has none at hand, and says so', () => {
    const text = said('request', { instrument: 'EU-AZ-2014', ...bases('4') });
    expect(times(text, clauseWords('ru')('TEXT_UNCONFIRMED', { instrument: 'EU-AZ-2014' }))).toBe(
      1,
    );
  });

  it.each([
    ['no clause is named', bases('', '')],
    ['the instrument is none of ours', { instrument: '__proto__', ...bases('6') }],
  ])('has no notes where %s', (_, change) => {
    expect(times(said('request', change), clauseWords('ru')('CLAUSES'))).toBe(0);
  });

  it('takes a clause that stands in no text for none', () => {
    const text = said('request', bases('99', '6(4)', 'constructor'));
    expect(times(text, textOf('AZ-KZ-2019', '6(4)', 'az'))).toBe(1);
  });

  it('A-15 tells a reader of the file in which language each text is', () => {
    const { source } = readPdf(LETTERS.refusal(REQUEST));
    expect(source).toContain('/Lang (az)');
    expect(source).toContain('/Lang (ru)');
  });
});
