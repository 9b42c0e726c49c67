import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/base/index.js';
import { type LetterFrame, openLetters } from '../../../src/letters/index.js';
import type { RequestDocument } from '../../../src/requests/index.js';
import { loadInstruments } from '../../../src/treaty/index.js';
import { letterWords } from '../../../src/words/index.js';
import { bodyOf, type ReadPdf, readPdf, textOf, wholeText } from './read-pdf.js';
import { ANSWER_LETTER, REFUSAL_LETTER, REQUEST, REQUEST_LETTER } from './written.js';

const letters = openLetters();
const ru = letterWords('ru');

const requestWith = (change: Partial<RequestDocument>): ReadPdf =>
  readPdf(letters.request({ ...REQUEST_LETTER, request: { ...REQUEST, ...change } }));

const KINDS = {
  request: (language: RequestDocument['language'] = 'ru') =>
    letters.request({ ...REQUEST_LETTER, request: { ...REQUEST, language } }),
  answer: (language: RequestDocument['language'] = 'ru') =>
    letters.answer({ ...ANSWER_LETTER, request: { ...REQUEST, language } }),
  refusal: (language: RequestDocument['language'] = 'ru') =>
    letters.refusal({ ...REFUSAL_LETTER, request: { ...REQUEST, language } }),
};
const FRAMES: Readonly<Record<keyof typeof KINDS, LetterFrame & { readonly id: string }>> = {
  request: { ...REQUEST_LETTER, id: REQUEST.id },
  answer: ANSWER_LETTER,
  refusal: REFUSAL_LETTER,
};
const SENDERS = {
  request: REQUEST.requesting.name,
  answer: REQUEST.requested.name,
  refusal: REQUEST.requested.name,
};
const kinds = Object.keys(KINDS) as (keyof typeof KINDS)[];

describe.each(kinds)('A-9.1 the %s as a letter', (kind) => {
  const file = KINDS[kind]();
  const pdf = readPdf(file);
  const frame = FRAMES[kind];

  it('names number, day, signatory, key and the digest of the signed document', () => {
    const text = wholeText(pdf);
    const { signature, digest, letterhead } = frame;
    expect(text).toContain(`№ ${frame.id} от ${frame.day.split('-').reverse().join('.')}`);
    expect(text).toContain(`${ru.SIGNED_BY} ${signature.name}, ${signature.office}`);
    expect(text).toContain(`${ru.DIGEST} ${digest}`);
    expect(text).toContain(`${letterhead.version}, SHA-256 ${letterhead.digest}`);
    expect(text).toContain(signature.kind === 'ELECTRONIC' ? signature.key : 'none');
  });

  it('says on each page whose it is, its number and which page of how many', () => {
    expect(pdf.pages.length).toBeGreaterThan(1);
    for (const [index, pieces] of pdf.pages.entries()) {
      const text = textOf(pieces);
      expect(text).toContain(SENDERS[kind]);
      expect(text).toContain(`№ ${frame.id}`);
      expect(text).toContain(`Страница ${index + 1} из ${pdf.pages.length}`);
    }
  });

  it('has a title and a language, and nothing personal in its metadata', () => {
    expect([...pdf.info.keys()].sort()).toEqual(
      ['CreationDate', 'Creator', 'Keywords', 'Producer', 'Title'].sort(),
    );
    expect(pdf.info.get('Title')).toBe(
      wholeText(pdf).match(/(Запрос|Ответ|Частичный отказ)[^№]*? содействия/)?.[0],
    );
    expect(pdf.info.get('Keywords')).toBe(`SHA-256 ${frame.digest}`);
    expect(pdf.source).toContain('/Lang (ru)');
    expect(Buffer.from(file).toString('utf8')).not.toMatch(/Гасанов|Həsənov|HASANOV/);
  });

  it('is tagged: headings, tables, and words for its images', () => {
    expect(pdf.source).toContain('/Marked true');
    expect(pdf.tags.filter((tag) => tag === 'H1')).toHaveLength(1);
    for (const tag of ['H2', 'Table', 'TR', 'TH', 'TD', 'P']) expect(pdf.tags).toContain(tag);
    expect(pdf.alts).toEqual(
      kind === 'answer' ? [ru.ITEM_PHOTOGRAPH, ru.ITEM_FINGERPRINT_CARD] : [],
    );
  });

  it('gives the same bytes again, also from a typeface read anew', () => {
    const { request, answer, refusal } = openLetters();
    const again = {
      request: () => request(REQUEST_LETTER),
      answer: () => answer(ANSWER_LETTER),
      refusal: () => refusal(REFUSAL_LETTER),
    };
    expect(digestOf(again[kind]())).toBe(digestOf(file));
  });

  it.each(LANGUAGES)('A-15 has its words in %s and leaves no place unfilled', (language) => {
    const own = readPdf(KINDS[kind](language));
    const words = letterWords(language);
    expect(wholeText(own)).toContain(words.LEGAL_BASIS);
    expect(wholeText(own)).toContain(loadInstruments().get('AZ-KZ-2019')?.title[language]);
    expect(wholeText(own)).not.toMatch(/\{(n|of)\}|undefined|null/);
    expect(own.source).toContain(`/Lang (${language})`);
  });
});

const digestOf = (file: Uint8Array): string => createHash('sha256').update(file).digest('hex');

describe('A-9.2 the request says what the article wants it to say', () => {
  const text = wholeText(readPdf(KINDS.request()));
  const SAID = {
    'the requesting body': `${ru.REQUESTING_AUTHORITY} ${REQUEST.requesting.name}`,
    'its unit': `${ru.UNIT} ${REQUEST.requesting.unit}`,
    'the requested body': `${ru.REQUESTED_AUTHORITY} ${REQUEST.requested.name}`,
    'the aim': `${ru.AIM} ${ru.AIM_PREVENTION}`,
    'the substance': REQUEST.substance.replace('\n', ' '),
    'a purpose and its basis': `Определение правового статуса Основание статья 3, пункт 1, подпункт 5`,
    'its justification': `${ru.JUSTIFICATION} ${REQUEST.purposes[1]?.justification}`,
    'a person': 'Лицо 1. Гасанов Эльчин Вагиф оглы, 07.03.1988',
    'the name in each script': '(азербайджанское написание, латиница) Həsənov, Elçin, Vaqif oğlu',
    'a patronymic that is missing': '(латинское написание) HASANOV, ELCHIN, —',
    'a year of birth': 'Лицо 2. Ибрагимова Шабнам, 1995',
    'the citizenship': 'Гражданство Азербайджанская Республика (AZE)',
    'a document': 'C 01234567, выдан: Министерство внутренних дел Азербайджанской Республики',
    'the machine readable zone': REQUEST.subjects[0]?.mrz?.replace('\n', ' ') ?? '',
    'an item wanted': `9. ${ru.ITEM_WORK_RIGHT}`,
    'other information': `5. ${ru.OTHER_INFORMATION} ${REQUEST.otherInformation}`,
  };
  it.each(Object.entries(SAID))('%s', (_, said) => {
    expect(text).toContain(said);
  });

  it('A-10.1b shows the gaps of one that arrived incomplete', () => {
    const pdf = requestWith({
      purposes: [{ purpose: 'LATER_PURPOSE', basis: '', justification: ' ' }],
      substance: '',
      subjects: [],
      itemsWanted: [],
      otherInformation: null,
      instrument: 'AZ-XX-2030',
    });
    const whole = wholeText(pdf);
    expect(whole).toContain('1. Существо запроса —');
    expect(whole).toContain('LATER_PURPOSE Основание — Обоснование —');
    expect(whole).toContain('Правовая основа AZ-XX-2030');
    expect(whole).not.toContain(ru.SUBJECTS);
  });
});

describe('the answer, item by item', () => {
  const text = wholeText(readPdf(KINDS.answer()));
  const SAID = {
    'the request it answers': `${ru.ON_REQUEST} № ${REQUEST.id} от 14.11.2026`,
    'what is disclosed': 'Орган: Министерство внутренних дел Азербайджанской Республики',
    'what is not available': `${ru.ITEM_WORK_RIGHT} ${ru.NOT_AVAILABLE}`,
    'what is refused': `${ru.ITEM_CRIMINAL_LIABILITY} ${ru.REFUSED}`,
    'the refusal document': `${ru.REFUSAL_DOCUMENT} № ${ANSWER_LETTER.refusal}`,
    'what the purpose does not open': `${ru.ITEM_CIVIL_STATUS} ${ru.WITHHELD_BY_POLICY}`,
    'the end of the grant': `${ru.ACCESS_UNTIL} 02.03.2027`,
    'how it may be used (11(2), 11(3))': `1. ${ru.USE}`,
    'a condition of 10(2)': `2. ${ANSWER_LETTER.conditions[0]}`,
  };
  it.each(Object.entries(SAID))('says %s', (_, said) => {
    expect(text).toContain(said);
  });

  it('A-10.4b leaves grounds and reasons to the refusal document', () => {
    expect(text).not.toContain(ru.GROUND_NATIONAL_LEGISLATION);
    expect(text).not.toContain('прекращённому делу');
  });

  it('A-10.4c says one sentence of a person about whom there is nothing, and no item', () => {
    const nobody = ANSWER_LETTER.subjects.slice(2);
    const { pages } = readPdf(
      letters.answer({ ...ANSWER_LETTER, subjects: nobody, conditions: [] }),
    );
    const { office } = ANSWER_LETTER.signature;
    expect(textOf(bodyOf(pages))).toContain(
      `Лицо 3. Mammadov Orkhan ${ru.NOTHING_AVAILABLE} ${office}`,
    );
  });

  it('A-10.4c cannot tell in how many items there is nothing', () => {
    const withItems = (count: number) =>
      letters.answer({
        ...ANSWER_LETTER,
        subjects: [{ n: 3, items: ANSWER_LETTER.subjects[2]?.items.slice(0, count) ?? [] }],
      });
    expect(digestOf(withItems(13))).toBe(digestOf(withItems(1)));
  });
});

describe('A-10.4b the refusal, with grounds and reasons', () => {
  const refused = (text: string) =>
    ({ outcome: 'REFUSED', grounds: ['SOVEREIGNTY', 'PUBLIC_ORDER'], text }) as const;
  const subject = (n: number, reasons: Readonly<Record<string, string>>) => ({
    n,
    items: Object.entries(reasons).map(([item, text]) => ({ item, ...refused(text) })),
  });

  it('names person, items, clause, grounds and reasons of each part', () => {
    const text = wholeText(readPdf(KINDS.refusal()));
    expect(text).toContain(ru.PARTIAL_REFUSAL);
    expect(text).toContain(
      `1. ${ru.REFUSED_PART} Лица Лицо 1. Гасанов Эльчин Вагиф оглы, 07.03.1988 ${ru.ITEMS_REFUSED} ${ru.ITEM_CRIMINAL_LIABILITY} Основание статья 10, пункт 4 ${ru.GROUNDS} ${ru.GROUND_NATIONAL_LEGISLATION} ${ru.REASONS} Сведения о привлечении`,
    );
    expect(text).toContain(`${ru.GROUND_SECURITY}; ${ru.GROUND_INTERNATIONAL_OBLIGATIONS}`);
  });

  it('does not name a person of whom nothing was refused, nor what was disclosed', () => {
    const text = wholeText(readPdf(KINDS.refusal()));
    expect(text).not.toContain('Лицо 3');
    expect(text).not.toContain('Həsənov');
  });

  it('puts together what was refused for the same reasons, and says when it is all', () => {
    const subjects = [1, 2, 3].map((n) =>
      subject(n, { SEX: 'Первое.', PERMIT: 'Первое.', DOCUMENT: 'Второе.' }),
    );
    const text = wholeText(readPdf(letters.refusal({ ...REFUSAL_LETTER, subjects })));
    expect(text).toContain(ru.FULL_REFUSAL);
    expect(text).toContain(
      `Лицо 3. Mammadov Orkhan ${ru.ITEMS_REFUSED} ${ru.ITEM_SEX} ${ru.ITEM_PERMIT} Основание`,
    );
    expect(text.match(new RegExp(`${ru.REASONS} `, 'g'))).toHaveLength(2);
  });
});

describe('A-9.1 a reply that is signed by hand', () => {
  const signature = { kind: 'BY_HAND', office: 'Начальник', name: 'Н. Ə. Quliyev' } as const;
  const text = wholeText(readPdf(letters.answer({ ...ANSWER_LETTER, signature })));

  it('has a place for signature and seal, and still names the document', () => {
    expect(text).toContain(`Начальник ${ru.SIGNATURE} ${ru.SEAL} Н. Ə. Quliyev`);
    expect(text).toContain(ANSWER_LETTER.digest);
    expect(text).not.toContain(ru.SIGNED_ELECTRONICALLY);
  });
});

describe('the same data give the same bytes, other data others', () => {
  const DIFFERENT: Readonly<Record<string, Partial<typeof REQUEST_LETTER>>> = {
    day: { day: '2026-11-15' },
    digest: { digest: ANSWER_LETTER.digest },
    signatory: { signature: ANSWER_LETTER.signature },
    letterhead: { letterhead: ANSWER_LETTER.letterhead },
    'a name': { request: { ...REQUEST, subjects: REQUEST.subjects.slice(1) } },
    'the instant of writing': { request: { ...REQUEST, writtenAt: '2026-11-14T05:12:41.118Z' } },
  };
  it.each(Object.entries(DIFFERENT))('%s', (_, change) => {
    const before = digestOf(letters.request({ ...REQUEST_LETTER }));
    expect(digestOf(letters.request({ ...REQUEST_LETTER, ...change }))).not.toBe(before);
    expect(digestOf(letters.request(structuredClone(REQUEST_LETTER)))).toBe(before);
  });
});
