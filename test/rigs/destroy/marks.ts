/**
 * Marks: texts that stand in what Baku answers and nowhere else, and the forms in which a machine may keep them. Every
 * person's values begin with the same stem, so that a search for the stems is a search for every value of everybody.
 */
import type { PersonRecord } from '../../../src/register/index.js';
import type { MARKED_ITEMS } from './read-case.js';

const PHOTOGRAPH = Buffer.from('a7f31c905be2d84466019c3ef87ab5d20f4e91c3', 'hex');
/** By item: what its value begins with. A photograph travels as base64. */
export const STEMS: Readonly<Record<(typeof MARKED_ITEMS)[number], string>> = {
  NAME_CYRILLIC: 'Зябликовержаев',
  NAME_LATIN: 'Zyablikoverzhayev',
  PLACE_OF_BIRTH: 'Quarzgelbhausen',
  DOCUMENT: '739051826450',
  PHOTOGRAPH: PHOTOGRAPH.subarray(0, 18).toString('base64'),
};

/** A number as letters: a name with digits in it is none. */
const lettersOf = (number: number, letters: string): string =>
  [...String(number)].map((digit) => letters[Number(digit)]).join('');

/** A person of whom every value that is asked for bears a mark. `number` tells persons apart. */
export const markedPerson = (id: string, number: number): PersonRecord => ({
  id,
  nameCyrillic: {
    surname: `${STEMS.NAME_CYRILLIC}${lettersOf(number, 'абвгдежзик')}`,
    origin: 'AS_WRITTEN',
  },
  nameLatin: {
    surname: `${STEMS.NAME_LATIN}${lettersOf(number, 'abcdefghij')}`,
    origin: 'AS_WRITTEN',
  },
  dateOfBirth: '1980-02',
  placeOfBirth: `${STEMS.PLACE_OF_BIRTH} ${number}`,
  citizenships: [{ country: 'AZE' }],
  documents: [
    { series: 'AZE', number: `${STEMS.DOCUMENT}${number}`, use: 'TRAVEL', kind: 'PASSPORT' },
  ],
  photograph: {
    mediaType: 'image/png',
    content: Buffer.concat([PHOTOGRAPH, Buffer.alloc(600, number), PHOTOGRAPH]).toString('base64'),
  },
});

/** Bytes that are looked for. `name` says what of whom in which form, and not the value. */
export interface Pattern {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The stems, and a photograph's bytes, in every form. */
export const markPatterns = (): readonly Pattern[] => [
  ...Object.entries(STEMS).flatMap(([name, text]) => formsOf(name, text)),
  ...bytesForms('PHOTOGRAPH, binary', PHOTOGRAPH),
];

/** A text as UTF-8, UTF-16 of either order, JSON with escapes, hexadecimal, base64 wherever it begins in a group. */
export function formsOf(name: string, text: string): readonly Pattern[] {
  const utf16 = Buffer.from(text, 'utf16le');
  const escaped = [...text]
    .map((letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');
  return [
    ...bytesForms(name, Buffer.from(text)),
    { name: `${name}, UTF-16LE`, bytes: utf16 },
    { name: `${name}, UTF-16BE`, bytes: Buffer.from(utf16).swap16() },
    { name: `${name}, escaped`, bytes: Buffer.from(escaped) },
  ];
}

function bytesForms(name: string, bytes: Buffer): readonly Pattern[] {
  const hex = bytes.toString('hex');
  const texts = [
    ['hexadecimal', hex],
    ['hexadecimal, capitals', hex.toUpperCase()],
    ...[0, 1, 2].flatMap((offset) => [
      [`base64 at ${offset}`, base64At(bytes, offset, 'base64')],
      [`base64url at ${offset}`, base64At(bytes, offset, 'base64url')],
    ]),
  ] as const;
  return [
    { name: `${name}, as it is`, bytes },
    ...texts.map(([form, text]) => ({ name: `${name}, ${form}`, bytes: Buffer.from(text ?? '') })),
  ];
}

/** The digits of base64 that bytes have of their own, where so many bytes stand before them in a group of three. */
function base64At(bytes: Buffer, offset: number, form: 'base64' | 'base64url'): string {
  const text = Buffer.concat([Buffer.alloc(offset), bytes])
    .toString(form)
    .replace(/=+$/, '');
  const isWhole = (offset + bytes.length) % 3 === 0;
  return text.slice(offset === 0 ? 0 : offset + 1, isWhole ? undefined : -1);
}
