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

/** As other people write them: a row for each rule. What is found first is the number. */
const WRITTEN: readonly (readonly [string, string, string])[] = [
  ['a table in spaces', 'No.   Post   Passport No.\n1   Korday   C01234567', 'C01234567'],
  [
    'a head far above',
    'Государство | Паспорт\nИран | –\n\nАфганистан | 038 811 927',
    '038 811 927',
  ],
  [
    'a head behind a paragraph’s number',
    '1. № визовой наклейки;Пункт\n054939386;Карасу',
    '054939386',
  ],
  ['figures in a column, misread', 'Ölkə   Pasport\nRusiya   4S 43 941453', '4S 43 941453'],
  ['a code in a column', 'Name\tFIN\nX\tIXV1JFE', 'IXV1JFE'],
  ['a file of commas', 'Seq,Name,DocNo\n1,"SHARIPOV, Anvar",401182734', '401182734'],
  ['a certificate of birth', 'запись II-АГ 118273 в книге', 'АГ 118273'],
  ['a code in parts', 'указано: ФИН 6HT QHLV, и', '6HT QHLV'],
  ['a code of capitals', 'FIN: TSVTPUP', 'TSVTPUP'],
  ['a code some words on', 'The PIN (FIN) on the card reads 3CRR-RQ5.', '3CRR-RQ5'],
  ['a code of the state in brackets', 'ФИН (Әзербайжан) 5UC PF1 K.', '5UC PF1 K'],
  ['PINFL in parts of any length', 'PINFL 317 066 131 282 33, AB', '317 066 131 282 33'],
  ['PINFL by its check digit', 'the slip says 31508851230040 in', '31508851230040'],
  ['an Iranian code', 'İran milli kodu 00896 33581.', '00896 33581'],
  ['a tazkira', 'номер электронной тазкиры 1403-4994-92626', '1403-4994-92626'],
  ['a tazkira by its parts', 'the man wrote 1403-4994-92626 there', '1403-4994-92626'],
  ['full-width figures', 'NID ８４５５１４３３３１.', '８４５５１４３３３１'],
  ['a joiner within', 'NID 709\u200d0197554.', '709\u200d0197554'],
  ['an inner passport', 'в блокноте 45 53 453829 и', '45 53 453829'],
  ['СНИЛС', 'запись 112-233-445 95 там', '112-233-445 95'],
  ['ИНН of a person', 'ИНН физического лица 500100732259.', '500100732259'],
  ['CNIC', 'CNIC 3520277128435 shown', '3520277128435'],
  ['PESEL', 'the form has 44051401359 in it', '44051401359'],
  ['CNP', 'the form has 1800101221144 in it', '1800101221144'],
  ['NIR', 'the form has 255081416802538 in it', '255081416802538'],
  ['an Estonian code', 'the form has 37605030299 in it', '37605030299'],
  ['a Chinese number', 'the form has 110105199012310027 in it', '110105199012310027'],
  ['an Egyptian number', 'the form has 29001011234567 in it', '29001011234567'],
  ['Aadhaar', 'Aadhaar no. 4821 7733 0912', '4821 7733 0912'],
  ['PAN', 'he wrote BQRPS4471K there', 'BQRPS4471K'],
  ['codice fiscale', 'he wrote RSSMRA85T10A562S there', 'RSSMRA85T10A562S'],
  ['DNI', 'he wrote 12345678Z there', '12345678Z'],
  ['NIE', 'he wrote X1234567L there', 'X1234567L'],
  ['a Turkish card, in parts', 'he wrote A12 B34 567 there', 'A12 B34 567'],
  ['letters for figures', 'Pasportunu (BXO4S9IS9) itirib', 'BXO4S9IS9'],
  ['a figure in the series', 'he wrote 0A1234567 there', '0A1234567'],
  ['a small L as the series', 'l99869643 паспортымен шығып', 'l99869643'],
  ['a sticker some words on', 'Viza stikeri № 044669646 ləğv edilib', '044669646'],
  [
    'a sign where a document is spoken of',
    'Виза была отозвана в Баку накануне, наклейка с него снята, № 044669646',
    '044669646',
  ],
  [
    'its owner behind, another thing before',
    'Cihaz N25024970 nömrəli pasportu oxuyub',
    'N25024970',
  ],
  ['signed behind, in threes', 'Жолаушыда № 718 495 136 паспорт болды', '718 495 136'],
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

  test.each(WRITTEN)('%s', (_, text, number) => {
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

/** Forms, where a label says what the name is. */
const FORMS: readonly (readonly [string, string])[] = [
  ['en', 'Surname: <Stanikzay\nGiven name, patronymic: Najib\nDate of birth: 1966-03-28>\nX'],
  ['az', 'Soyadı: <Stanikzay\nAdı, atasının adı: Nəcibullah\nDoğum tarixi: 1966-03-28>\nX'],
  ['ru', 'Фамилия: <Ахмади\nИмя, отчество: Фарид\nДата рождения: 01.02.1988>\nX'],
  ['kk', 'Тегі: <Хоссейн\nАты, әкесінің аты: Мд. Рафикул\nТуған күні: 11/05/1992>\nX'],
  ['quoted', '> Soyadı: <Verhaegen\n> Adı: Pieter\n> Doğum tarixi: 1957-02-23>\n> X'],
  ['date first', 'Date of birth: <1966-03-28\nSurname: Stanikzay>\nX: 1'],
  [
    'a table in spaces',
    'ФИО   Дата рождения\n<АЛИЯРЛЫ Рашад Шахин оглы   25 ноября 1978>   Карасу',
  ],
  ['a table, date first', 'No.   Date of birth   Name\n3   <06.09.2000   HOSSEINI Kamran>   x'],
];

test.each(FORMS)('B-3c a form: %s', (_, marked) => {
  const from = marked.search(/<(?=[\p{L}\d])/u);
  const to = marked.indexOf('>', from) === -1 ? from : marked.lastIndexOf('>', marked.length - 2);
  const end = marked.startsWith('>') ? marked.indexOf('>\n>', from) : to;
  const text = marked.slice(0, from) + marked.slice(from + 1, end) + marked.slice(end + 1);
  expect(foundIn(text)).toEqual([`NAME_AND_BIRTH_DATE ${text.slice(from, end - 1)}`]);
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
  'Passport readers (ISO/IEC 39794-5), serial numbers RGS-9768-39 to HG9264673.',
  'Device | Serial No. | Post\npassport reader | DK87467271 | Korday',
  'Pasport skanerinin nasazlığı barədə INC0093950 müraciəti bağlanıb.',
  'Паспортный стол: 8 7172 74-35-49; отдел документирования: 8 (7172) 72-75-98.',
  'The passport desk can be reached under (012) 535-97-27.',
  'Книжка МДП VX11929640 оформлена 8 июля; TIR carnet XV79174024; XV27171680 nömrəli TIR kitabçası.',
  'Helpdesk ticket SR-2026-00763 on the passport reader.',
  '771-44602183 aviaqaiməsi ilə pasport blankları gəlib; 020-51140323 әуе жүкқұжатымен.',
  'Number of passports issued last year: 728 257; of identity cards: 416 518.',
  'Почтовый индекс нового визового центра Z05T3X9; код ТН ВЭД 8471 90 000 0.',
  'Parcel RR473124829GB with passports; container CSQU3054383 with visa forms.',
  'Flight   Date   Passengers\nTK 332   2024-07-13   728\nJ2-75   2024-07-28   427',
  'Most of those refused were born in the 1990s; Minister Ali Veliyev said so.',
  'İmtina alanların çoxu 1990-cı illərdə doğulub. Большинство – люди 1990-х годов рождения. Бас тартылғандардың көбі 1990-жылдары туған.',
  'Chair: Bart Dumortier\n\n1. Those born in 1985 were heard.',
  'The contractor (0765.212.206) and the firm (БИН 111240083430) supply passports.',
  'Технический паспорт здания 77-11827; приказ МВД № 118273.',

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

test('a telephone of a passport desk is a telephone', () => {
  const text = 'Passport desk: +32 2 501 10 53; vəsiqə bölməsi: +994 12 489 26 44';
  expect(foundIn(text)).toEqual(['CONTACT +32 2 501 10 53', 'CONTACT +994 12 489 26 44']);
});

test.each(CLEAN)('nothing in: %s', (text) => {
  expect(foundIn(text)).toEqual([]);
});
