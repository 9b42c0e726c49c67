import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openLetters } from '../../../src/letters/index.js';
import { printable } from '../../../src/letters/printable.js';
import type { RequestDocument } from '../../../src/requests/index.js';
import { letterWords } from '../../../src/words/index.js';
import { jpeg, png } from './images.js';
import { bodyOf, type ReadPdf, readPdf, textOf, wholeText } from './read-pdf.js';
import { ANSWER_LETTER, REQUEST, REQUEST_LETTER, THIRD } from './written.js';

const letters = openLetters();
const ru = letterWords('ru');

const fileWith = (change: Partial<RequestDocument>): Uint8Array =>
  letters.request({ ...REQUEST_LETTER, request: { ...REQUEST, ...change } });
const requestWith = (change: Partial<RequestDocument>): ReadPdf => readPdf(fileWith(change));

describe('A-15 every letter comes back as it was written', () => {
  const ALPHABETS = {
    Russian: 'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
    Kazakh: 'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
    Azerbaijani: 'abcçdeəfgğhxıijkqlmnoöprsştuüvyzİI',
    'Azerbaijani in Cyrillic': 'абвгғдеәжзиыјкҝлмноөпрстуүфхһчҹш',
    signs: '№ «» „“ — – … § ₸ ₼ € % + < > / \\ ( ) [ ] { } @ # & * = _ ^ ~ `',
  };
  it.each(Object.entries(ALPHABETS))('%s', (_, alphabet) => {
    const written = `${alphabet} ${alphabet.toUpperCase()}`;
    const pdf = requestWith({
      substance: written,
      requesting: { ...REQUEST.requesting, name: written },
    });
    expect(wholeText(pdf).split(written).length).toBeGreaterThan(2);
  });

  it('has a glyph of its own for each character of the repertoire, in both cuts', () => {
    const purposes = [{ purpose: REPERTOIRE, basis: '', justification: '' }];
    const { pages } = requestWith({ substance: REPERTOIRE, purposes });
    expect(pages.flat().filter(({ missing }) => missing > 0)).toEqual([]);
    const bare = textOf(bodyOf(pages)).replace(/ /g, '');
    expect(bare.split(REPERTOIRE)).toHaveLength(3);
  });
});

/** Every character that is printed as itself, but marks. */
const REPERTOIRE = Array.from({ length: 0x2150 - 0x21 }, (_, index) =>
  String.fromCodePoint(index + 0x21),
)
  .filter((character) => !/[\s\p{C}\p{M}]/u.test(character))
  .filter((character) => character === character.normalize('NFC'))
  .filter((character) => printable(character) === character)
  .join('');

describe('nothing that is written moves anything off the page', () => {
  const inside = ({ pages }: ReadPdf) =>
    pages.flat().every(({ x, y, width }) => x >= 70 && x + width < 554 && y > 20 && y < 820);

  it('thirty people: each is there, and no line stands in the margin', () => {
    const subjects = Array.from({ length: 30 }, (_, index) => ({ ...THIRD, n: index + 1 }));
    const pdf = requestWith({ subjects });
    const text = wholeText(pdf);
    for (const { n } of subjects) expect(text).toContain(`Лицо ${n}. Mammadov Orkhan`);
    expect(inside(pdf)).toBe(true);
    expect(Math.min(...bodyOf(pdf.pages).map(({ y }) => y))).toBeGreaterThan(60);
  });

  it('a heading stands with what follows it, a signature with what was signed', () => {
    for (let lines = 4; lines < 32; lines += 3) {
      const pdf = requestWith({ substance: 'Строка.\n'.repeat(lines) });
      const last = pdf.pages.map((pieces) => bodyOf([pieces]).at(-1)?.text ?? '');
      expect(last.filter((text) => /^\d\. |^Лицо \d|^Заместитель/.test(text))).toEqual([]);
      expect(textOf(pdf.pages.at(-1) ?? [])).not.toMatch(
        /^Министерство[^.]* Казахстан Заместитель/,
      );
    }
  });

  it('long names without a space, and a field longer than a page', () => {
    const long = 'Ж'.repeat(200);
    const pdf = requestWith({
      requesting: { ...REQUEST.requesting, name: long, unit: long },
      requested: { ...REQUEST.requested, name: 'Щ '.repeat(200) },
      purposes: [{ purpose: 'PERSON_DETECTION', basis: '6', justification: 'Ѣ'.repeat(4000) }],
    });
    expect(inside(pdf)).toBe(true);
    expect(wholeText(pdf).replace(/ /g, '')).toContain(long);
    expect(pdf.pages.flat().flatMap(({ text }) => text.match(/Ѣ/g) ?? [])).toHaveLength(4000);
  });

  it('any text in any field: inside the page, a name back as printed', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 3 }),
        fc.constantFrom(' ', '\n', 'Қ', 'ə'),
      ),
      maxLength: 80,
    });
    fc.assert(
      fc.property(text, text, text, (name, substance, surname) => {
        const names = [{ script: 'und-Latn', surname, givenName: name, patronymic: null }] as const;
        const file = fileWith({
          requesting: { ...REQUEST.requesting, name },
          substance,
          purposes: [],
          itemsWanted: [],
          subjects: [{ ...THIRD, n: 1, names }],
        });
        const pdf = readPdf(file);
        expect(inside(pdf)).toBe(true);
        const bare = (written: string) => written.replace(/\s/g, '');
        const printed = bare(printable(`${surname}, ${name}, —`));
        expect(bare(textOf(bodyOf(pdf.pages)))).toContain(printed);
      }),
      { numRuns: 15 },
    );
  });
});

describe('images are bounded, and what is none is said to be enclosed', () => {
  const withImage = (content: Uint8Array): ReadPdf =>
    readPdf(
      letters.answer({
        ...ANSWER_LETTER,
        letterhead: { ...ANSWER_LETTER.letterhead, emblem: content },
        subjects: [
          {
            n: 3,
            items: [{ item: 'PHOTOGRAPH', outcome: 'DISCLOSED', facts: [], image: { content } }],
          },
        ],
      }),
    );
  const header = { width: 30, height: 40, depth: 8, colour: 2, interlace: 0 };

  it.each([png(header), jpeg(0xc0), png({ ...header, width: 5000, height: 1 })])(
    'draws %#',
    (content) => {
      const pdf = withImage(content);
      expect(pdf.images).toBe(2);
      expect(pdf.alts).toEqual([ru.ITEM_PHOTOGRAPH]);
      expect(wholeText(pdf)).not.toContain(ru.IMAGE_APART);
    },
  );

  it('leaves out what it cannot draw', () => {
    const pdf = withImage(png({ ...header, colour: 6 }));
    expect(pdf.images).toBe(0);
    expect(wholeText(pdf)).toContain(`${ru.ITEM_PHOTOGRAPH} ${ru.IMAGE_APART}`);
  });

  it('makes a whole letter of any damaged image', () => {
    const image = fc.constantFrom(png(header), jpeg(0xc0), jpeg(0xc2, 1));
    fc.assert(
      fc.property(image, fc.uint8Array({ maxLength: 20 }), fc.nat(80), (whole, noise, at) => {
        const damaged = Buffer.concat([
          whole.subarray(0, at),
          noise,
          whole.subarray(at + noise.length),
        ]);
        expect(wholeText(withImage(damaged))).toContain(ANSWER_LETTER.digest);
      }),
      { numRuns: 25 },
    );
  });
});
