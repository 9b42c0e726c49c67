/**
 * What an answer says of a person, as the lines of a letter (9(1), 15): from the very JSON that a gateway would get, so
 * that a letter holds what the grant opened and nothing else. One row for each item; what is null writes no line.
 */
import type { Json } from '../base/index.js';
import type { Item } from '../treaty/index.js';
import type { LetterFact, LetterImage } from './letter.js';
import type { Wording } from './wording.js';

/** A person as an answer has him: `data.subjects.edges[].node`. */
export type AnsweredPerson = { readonly [field: string]: Json };

export interface ItemFacts {
  readonly facts: readonly LetterFact[];
  readonly image?: LetterImage;
}

type Part = { readonly [field: string]: Json };
type Write = (value: Json, wording: Wording) => string;
/** A line of a record: its field, its label, how its value is written. */
type Line = readonly [field: string, label: FactLabel, write: Write];
type FactLabel =
  | 'ISSUED_ON'
  | 'BODY'
  | 'ON'
  | 'SINCE'
  | 'UNTIL'
  | 'INDEFINITE'
  | 'STATUS'
  | 'PLACE'
  | 'PROVISION'
  | 'KIND'
  | 'TAKEN_ON'
  | 'REGISTERED_ON'
  | 'DEREGISTERED_ON'
  | 'COUNTRY'
  | 'GROUND';

const asIs: Write = (value) => String(value);
const day: Write = (value, wording) => wording.day(String(value));
const coded =
  (prefix: string): Write =>
  (value, { name }) =>
    name(prefix, String(value));
const country = coded('COUNTRY_');
const body: Write = (value) => (isPart(value) ? String(value.name ?? value.code) : '');
const indefinite: Write = (value, { words }) => (value === true ? words.INDEFINITE : '');

const SPAN: readonly Line[] = [
  ['validFrom', 'SINCE', day],
  ['validUntil', 'UNTIL', day],
  ['indefinite', 'INDEFINITE', indefinite],
];
const LIABILITY: readonly Line[] = [
  ['stage', 'STATUS', coded('STAGE_')],
  ['on', 'ON', day],
  ['provision', 'PROVISION', asIs],
  ['authority', 'BODY', body],
];

/** Items that are lists of records: the field of the person, and the lines of each record. */
const RECORDS: Partial<Readonly<Record<Item, readonly [field: string, lines: readonly Line[]]>>> = {
  CITIZENSHIP: [
    'citizenships',
    [
      ['country', 'COUNTRY', country],
      ['since', 'SINCE', day],
      ['until', 'UNTIL', day],
    ],
  ],
  CITIZENSHIP_EVENT: [
    'citizenshipEvents',
    [
      ['kind', 'KIND', coded('EVENT_')],
      ['country', 'COUNTRY', country],
      ['on', 'ON', day],
    ],
  ],
  DOCUMENT: [
    'documents',
    [
      ['use', 'KIND', coded('USE_')],
      ['issuedOn', 'ISSUED_ON', day],
      ['issuingAuthority', 'BODY', body],
    ],
  ],
  REGISTRATION: [
    'registrations',
    [
      ['kind', 'KIND', coded('REGISTRATION_')],
      ['registeredOn', 'REGISTERED_ON', day],
      ['validUntil', 'UNTIL', day],
      ['deregisteredOn', 'DEREGISTERED_ON', day],
      ['authority', 'BODY', body],
    ],
  ],
  REGISTRATION_PLACE: ['registrations', [['place', 'PLACE', asIs]]],
  PERMIT: [
    'permits',
    [
      ['kind', 'KIND', coded('PERMIT_')],
      ...SPAN,
      ['status', 'STATUS', coded('STATUS_')],
      ['authority', 'BODY', body],
    ],
  ],
  WORK_RIGHT: ['workRights', [['basis', 'KIND', coded('BASIS_')], ...SPAN]],
  ADMINISTRATIVE_LIABILITY: ['administrativeLiability', LIABILITY],
  CRIMINAL_LIABILITY: ['criminalLiability', LIABILITY],
  ENTRY_BAN: [
    'entryBans',
    [
      ['kind', 'KIND', coded('BAN_')],
      ['from', 'SINCE', day],
      ['until', 'UNTIL', day],
      ['indefinite', 'INDEFINITE', indefinite],
    ],
  ],
};

/** Items that are one value: the field of the person, and how it is written. */
const VALUES: Partial<Readonly<Record<Item, readonly [field: string, write: Write]>>> = {
  NAME_CYRILLIC: ['nameCyrillic', (value) => fullName(value)],
  NAME_LATIN: ['nameLatin', (value) => fullName(value)],
  SEX: ['sex', coded('SEX_')],
  DATE_OF_BIRTH: ['dateOfBirth', day],
  PLACE_OF_BIRTH: ['placeOfBirth', asIs],
};

const IMAGES: Partial<Readonly<Record<Item, string>>> = {
  PHOTOGRAPH: 'photograph',
  FINGERPRINT_CARD: 'fingerprintCard',
};

/** What an answer says about one item of a person; no fact where it says nothing. */
export function factsOf(item: Item, person: AnsweredPerson, wording: Wording): ItemFacts {
  const value = VALUES[item];
  if (value !== undefined) return { facts: plain(person[value[0]], value[1], wording) };
  const records = RECORDS[item];
  if (records !== undefined) return { facts: recordFacts(person, records, wording) };
  const image = IMAGES[item];
  if (image !== undefined) return imageFacts(person[image], wording);
  if (item === 'ENTRY_BAN_GROUNDS') return { facts: groundFacts(person, wording) };
  if (item === 'CITIZENSHIP_BELONGING') return { facts: belongingFacts(person, wording) };
  return { facts: [] };
}

const isPart = (value: Json | undefined): value is Part =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const partsOf = (value: Json | undefined): readonly Part[] =>
  Array.isArray(value) ? value.filter(isPart) : [];

const fullName = (value: Json): string =>
  isPart(value)
    ? [value.surname, value.givenName, value.patronymic].filter((part) => part != null).join(' ')
    : '';

function plain(value: Json | undefined, write: Write, wording: Wording): readonly LetterFact[] {
  if (value == null) return [];
  const written = write(value, wording);
  return written === '' ? [] : [{ label: '', value: written }];
}

function recordFacts(
  person: AnsweredPerson,
  [field, lines]: readonly [string, readonly Line[]],
  wording: Wording,
): readonly LetterFact[] {
  return partsOf(person[field]).flatMap((record) => [
    ...seriesAndNumber(field, record, wording),
    ...lines.flatMap(([name, label, write]) =>
      plain(record[name], write, wording).map(({ value }) => ({
        label: wording.words[`FACT_${label}`],
        value,
      })),
    ),
  ]);
}

function seriesAndNumber(field: string, record: Part, { words }: Wording): readonly LetterFact[] {
  if (field !== 'documents' || record.number == null) return [];
  const value = [record.series, record.number].filter((part) => part != null).join(' ');
  return [{ label: words.FACT_SERIES_NUMBER, value }];
}

function imageFacts(value: Json | undefined, { words, day: written }: Wording): ItemFacts {
  if (!isPart(value) || typeof value.content !== 'string') return { facts: [] };
  const { content, takenOn } = value;
  return {
    facts:
      typeof takenOn === 'string' ? [{ label: words.FACT_TAKEN_ON, value: written(takenOn) }] : [],
    image: { content: Buffer.from(content, 'base64') },
  };
}

function groundFacts(person: AnsweredPerson, { words }: Wording): readonly LetterFact[] {
  return partsOf(person.entryBans)
    .flatMap(({ grounds }) => partsOf(grounds))
    .map(({ provision, text, code }) => ({
      label: words.FACT_GROUND,
      value: [provision, text ?? code].filter((part) => part != null).join(': '),
    }));
}

/** `nationalOfAZE`: as the answer names it. */
function belongingFacts(person: AnsweredPerson, { name }: Wording): readonly LetterFact[] {
  return Object.entries(person).flatMap(([field, value]) => {
    const state = /^nationalOf([A-Z]{3})$/.exec(field)?.[1];
    if (state === undefined || typeof value !== 'string') return [];
    return [{ label: name('COUNTRY_', state), value: name('BELONGING_', value) }];
  });
}
