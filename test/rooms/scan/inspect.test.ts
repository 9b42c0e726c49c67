/** B-3c What the scanner finds, and what it leaves alone: invented texts, a row for each form and each trick. */
import { describe, expect, test } from 'vitest';
import { inspect } from '../../../src/scan/index.js';

/** What is found, each as its kind and the characters it stands on. */
const foundIn = (text: string): readonly string[] =>
  inspect(text).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);

const ZONE =
  'P<AZEMAMMADOV<<ELCHIN<<<<<<<<<<<<<<<<<<<<<<<<\nC012345678AZE8503124M3001018<<<<<<<<<<<<<<04';

const NUMBERS: readonly (readonly [string, string, string])[] = [
  ['an Azerbaijani passport', 'verildi: C01234567', 'C01234567'],
  ['an Azerbaijani identity card', 'kart AA1234567 idi', 'AA1234567'],
  ['an old Azerbaijani series', 'sənəd AZE 12345678 idi', 'AZE 12345678'],
  ['a Kazakh passport', 'паспорт N12345678', 'N12345678'],
  ['a Belgian passport', 'holder of EA123456 left', 'EA123456'],
  ['a Georgian passport', 'the booklet 12AB34567 was', '12AB34567'],
  ['a Russian passport by its word', 'паспорт серии 45 08 № 123456 изъят', '45 08 № 123456'],
  ['a Kazakh personal number', 'число 850312300121 в записке', '850312300121'],
  ['a Belgian national number', 'slip 85.03.12-123.48 was', '85.03.12-123.48'],
  ['a Belgian card number', 'card 591-1234567-53 was', '591-1234567-53'],
  ['an Azerbaijani personal code', 'FİN: 5VZ8KQ2', '5VZ8KQ2'],
  ['a number named behind', '№ 038244331 жеке куәліктің көшірмесі', '038244331'],
  ['a number in a column', 'Name | Document\nX | 4612 323391', '4612 323391'],
  ['a list', 'passports 12345678, 23456789 and 34567890', '12345678'],
];

const TRICKS: readonly (readonly [string, string])[] = [
  ['Cyrillic letters that look Latin', '\u0421\u041e1234567'],
  ['full-width characters', '\uff23\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17'],
  ['Arabic-Indic digits', 'C\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667'],
  ['extended Arabic-Indic digits', 'C\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7'],
  ['digits of Devanagari', 'C\u0966\u0967\u0968\u0969\u096a\u096b\u096c\u096d'],
  [
    'mathematical digits',
    'C\u{1d7ce}\u{1d7cf}\u{1d7d0}\u{1d7d1}\u{1d7d2}\u{1d7d3}\u{1d7d4}\u{1d7d5}',
  ],
  ['zero-width spaces', 'C0\u200b1\u200b2\u200b34567'],
  ['soft hyphens', 'C0123\u00ad4567'],
  ['a line’s end', 'C0123\n4567'],
  ['a line’s end in an answered letter', 'C0123\n> 4567'],
  ['spaced characters', 'C 0 1 2 3 4 5 6 7'],
  ['hyphens', 'C-0123-4567'],
  ['dashes', 'C\u20140123\u20134567'],
  ['spaces that do not break', 'C\u00a00123\u202f4567'],
  ['a tab', 'C0123\t4567'],
  ['entities', '&#67;0123&#x34;567'],
  ['a soft hyphen written as an entity', 'C0123&shy;4567'],
  ['tags', 'C<b>0123</b>4567'],
  ['marks of layout', 'C**0123**4567'],
  ['misread digits', 'CO1234S67'],
  ['a small letter', 'c01234567'],
  ['a small L for a one', 'C0l234567'],
  ['marks set on letters', 'C\u03010123\u03014567'],
];

describe('B-3c numbers of documents and of persons', () => {
  test.each(NUMBERS)('%s', (_, text, number) => {
    expect(foundIn(text)[0]).toBe(`DOCUMENT_NUMBER ${number}`);
  });

  test.each(TRICKS)('hidden by %s', (_, written) => {
    const text = `Он видел ${written} в тетради.`;
    expect(foundIn(text)).toEqual([`DOCUMENT_NUMBER ${written}`]);
  });
});

describe('B-3c machine readable zones', () => {
  test.each([
    ['a book', ZONE],
    ['in one line', ZONE.replace('\n', '')],
    ['in parts', ZONE.replace('<<E', '<<\nE').replace('M30', 'M 30')],
    ['in entities', ZONE.replaceAll('<', '&lt;')],
    ['with another filler', ZONE.replaceAll('<', '«')],
    ['in small letters', ZONE.toLowerCase()],
    ['misread', ZONE.replace('C01', 'CO1')],
    [
      'a card',
      'I<BEL591234567<85031212345<<<<\n8503124M3001018BEL<<<<<<<<<<<4\nPEETERS<<JAN<<<<<<<<<<<<<<<<<<',
    ],
  ])('%s', (_, zone) => {
    expect(foundIn(`копия:\n${zone}\nи всё`)).toEqual([`MRZ ${zone}`]);
  });
});

const BIRTHS: readonly (readonly [string, string])[] = [
  ['en', 'Jan Peeters, born on 12 March 1985'],
  ['en, month first', 'Jan Peeters (DOB March 12, 1985'],
  ['ru', 'Иванов Иван Иванович, 12.03.1985'],
  ['ru, initials and a year', 'Иванов И.И., 1985'],
  ['ru, declined', 'Гулиева Рашада Эльчиновича, родившегося 21 октября\n1978'],
  ['az', 'Məmmədov Elçin Rauf oğlu, 12 mart 1985'],
  ['kk', 'Серікұлы Асқар, 1985 жылғы 12 наурызда'],
  ['in a row', 'RAHIMI FARID | 07.03.03'],
  ['date first', '2006-03-22 - SEITKALI MADINA'],
];
const BEHIND: Readonly<Record<string, string>> = {
  'ru, initials and a year': ' г.р.',
  az: ' təvəllüdlü',
  kk: ' туған',
};

describe('B-3c names with dates of birth', () => {
  test.each(BIRTHS)('%s', (name, written) => {
    const text = `Это ${written}${BEHIND[name] ?? ''}. Всё.`.replace('Это', '—');
    expect(foundIn(text)).toEqual([`NAME_AND_BIRTH_DATE ${written}`]);
  });
});

describe('lesser findings', () => {
  test.each([
    ['an account', 'KZ86 125K ZT50 0410 0100', 'BANK_ACCOUNT'],
    ['an address', 'driver.one@example.az', 'CONTACT'],
    ['a telephone number', '+994 50 123 45 67', 'CONTACT'],
    [
      'base64',
      Buffer.from(`паспорт! ${'C01234567 '.repeat(9)}`)
        .toString('base64')
        .replace(/=+$/, ''),
      'ENCODED',
    ],
  ])('%s', (_, written, kind) => {
    expect(foundIn(`see ${written} there`)).toEqual([`${kind} ${written}`]);
  });
});

const CLEAN: readonly string[] = [
  'Указ № 856 от 14 ноября 2019 года; Закон 51-VII от 18 июня 2021 года.',
  'Regulation (EU) 2017/2226, OJ L 327, 9.12.2017, p. 20; CELEX 32017R2226.',
  'Case No. AB123456/2019 and flight J2 8043 of 12.03.2021.',
  'Geneva Convention of 28 July 1951. Minister Jeyhun Bayramov signed on 12.05.2003.',
  'Выдано 1 234 567 паспортов за 2023 год; из них 123 456 повторно.',
  'Паспорт серии XX № XXXXXXX (образец), форма 0501.',
  'P<XXXXXXXXXX<<XXXXXX<<<<<<<<<<<<<<<<<<<<<<<<',
  'Coordinates N 40.409264, E 49.867092; ISBN 978-9952-8000-1-2.',
  'https://example.az/decisions/AA1234567?id=N12345678',
  'С 28-12-2025 по 18.03.2026 проверено 4 пункта.',
  'Maddə 5, bənd 1; 2019-cu il 14 oktyabr tarixli Saziş.',
  '2019 жылғы 14 қазандағы № 123 бұйрық.',
  'Budget 2024: AZN 1 200 000; EUR1500000.',
];

test.each(CLEAN)('nothing in: %s', (text) => {
  expect(foundIn(text)).toEqual([]);
});
