import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import {
  adultFrom,
  HARD_CASES,
  type HardCaseName,
  type ImageRecord,
  isCountryCode,
  issuingBodyOf,
  type PersonRecord,
  parsePerson,
  samplePeople,
} from '../../../src/register/index.js';

const today = '2026-11-22';
const people = [...samplePeople({ seed: 7, count: 500, today })];
const byId = new Map(people.map((person) => [person.id, person]));

function hard(name: HardCaseName): PersonRecord {
  const person = byId.get(HARD_CASES[name]);
  if (person === undefined) throw new Error('a hard case is missing');
  return person;
}

describe('the sample', () => {
  it('is the same for the same seed and day, and another for another', () => {
    const text = (seed: number, day: '2026-11-22' | '2026-11-23') =>
      JSON.stringify([...samplePeople({ seed, count: 120, today: day })]);
    expect(text(7, today)).toBe(text(7, today));
    expect(text(8, today)).not.toBe(text(7, today));
    expect(text(7, '2026-11-23')).not.toBe(text(7, today));
  });

  it('does not change for those who come first when more are wanted', () => {
    expect([...samplePeople({ seed: 7, count: 80, today })]).toEqual(people.slice(0, 80));
  });

  it('is what an import takes, line by line, each id once', () => {
    const faults = people.map((person) => parsePerson(JSON.stringify(person)).fault);
    expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
    expect(byId.size).toBe(people.length);
  });

  it('refuses a reference day that is none', () => {
    expect(() => [...samplePeople({ seed: 1, count: 1, today: '2026-13-41' })]).toThrow(RangeError);
  });

  it('names only bodies that have names, and countries that exist', () => {
    const codes = people.flatMap((person) => bodyCodes(person));
    expect(codes.length).toBeGreaterThan(500);
    expect(codes.filter((code) => issuingBodyOf(code) === undefined)).toEqual([]);
    const countries = people.flatMap(({ citizenships }) => citizenships ?? []);
    expect(countries.every(({ country }) => isCountryCode(country ?? ''))).toBe(true);
  });

  it.each([
    { script: 'az-Latn', letters: 'əğıöüşç' },
    { script: 'kk-Cyrl', letters: 'әғқңөұүһі' },
    { script: 'az-Cyrl', letters: 'әғыөүшчҹҝһј' },
  ])('writes names in $script with all its letters', ({ script, letters }) => {
    const names = people.flatMap(({ searchNames }) => searchNames ?? []);
    const text = names.filter((name) => name.script === script).map((name) => JSON.stringify(name));
    const written = text.join('').toLowerCase();
    expect([...letters].filter((letter) => !written.includes(letter))).toEqual([]);
  });

  it('keeps nameCyrillic Russian and nameLatin Latin', () => {
    for (const { nameCyrillic, nameLatin } of people) {
      const { surname: russian = '' } = nameCyrillic ?? {};
      const { surname: latin = '' } = nameLatin ?? {};
      expect(russian ?? '').toMatch(/^[а-яё-]*$/iu);
      expect(latin ?? '').toMatch(/^[\p{Script=Latin}' -]*$/u);
    }
  });

  it('has patronymics of both peoples in both sexes', () => {
    const text = JSON.stringify(people);
    for (const form of ['oğlu', 'qızı', 'оглы', 'кызы', 'ұлы', 'қызы', 'ович', 'овна']) {
      expect(text).toContain(form);
    }
  });
});

describe('hard cases', () => {
  const has: readonly (readonly [HardCaseName, (person: PersonRecord) => unknown])[] = [
    ['noPatronymic', ({ nameLatin }) => nameLatin?.patronymic === undefined],
    ['birthYearOnly', ({ dateOfBirth }) => dateOfBirth?.length === 4],
    ['birthMonthOnly', ({ dateOfBirth }) => dateOfBirth?.length === 7],
    ['twoCitizenships', (person) => countries(person) === 'KAZ AZE'],
    ['naturalised', ({ citizenshipEvents }) => citizenshipEvents?.[0]?.kind === 'ADMITTED'],
    ['restored', ({ citizenshipEvents }) => citizenshipEvents?.[0]?.kind === 'RESTORED'],
    ['thirdNationality', (person) => countries(person) === 'KAZ RUS'],
    ['thirdCountryNational', (person) => countries(person) === 'UZB'],
    ['stateless', ({ citizenships }) => citizenships?.length === 0],
    ['unknownCitizenship', ({ citizenships }) => citizenships === null],
    ['lapsedPermit', ({ permits }) => permits?.[0]?.validUntil === '2026-11-21'],
    ['validPermit', ({ permits }) => (permits?.[0]?.validUntil ?? '') > today],
    ['banWithoutEnd', ({ entryBans }) => entryBans?.[0]?.indefinite && !entryBans[0].until],
    ['endedBan', ({ entryBans }) => (entryBans?.[0]?.until ?? '9') < today],
    ['spentConviction', ({ criminalLiability }) => criminalLiability?.[0]?.spent],
    ['expungedConviction', ({ criminalLiability }) => criminalLiability?.[0]?.expunged],
    ['juvenileRecord', ({ criminalLiability }) => criminalLiability?.[0]?.juvenile],
    [
      'child',
      ({ dateOfBirth, photograph, fingerprintCard }) =>
        adultFrom(dateOfBirth ?? '') > today && photograph && fingerprintCard,
    ],
    ['nearlyAdult', ({ dateOfBirth }) => adultFrom(dateOfBirth ?? '') === '2026-12-31'],
    ['noFingerprintCard', ({ fingerprintCard }) => fingerprintCard === null],
    [
      'noImages',
      ({ photograph, fingerprintCard }) => photograph === null && fingerprintCard === null,
    ],
    ['formerNames', ({ otherNames }) => otherNames?.length === 2],
    ['protectedPerson', (person) => person.protected && countries(person).includes('KAZ')],
    [
      'otherDocuments',
      ({ documents }) =>
        documents?.some(({ refugee }) => refugee) &&
        documents.some(({ use, refugee }) => use === undefined && refugee === undefined),
    ],
    [
      'receptionRegistration',
      ({ registrations }) => registrations?.some(({ reception }) => reception),
    ],
    [
      'asylumBody',
      ({ documents }) =>
        documents?.some(
          ({ issuingAuthority }) => issuingBodyOf(issuingAuthority?.code ?? '')?.asylum,
        ),
    ],
    ['refugeeCode', (person) => countries(person).includes('XXB')],
    ['nothingKnown', ({ documents, citizenships }) => documents === null && citizenships === null],
    ['knownNone', ({ documents }) => documents?.length === 0],
  ];

  it.each(has)('%s', (name, holds) => {
    expect(holds(hard(name))).toBeTruthy();
  });

  it('keep their ids whatever the seed', () => {
    const other = [...samplePeople({ seed: 99, count: 60, today })];
    const child = other.find(({ id }) => id === HARD_CASES.child);
    expect(child?.dateOfBirth).toBe('2014-11-22');
  });

  it.each(['complete1', 'complete2', 'complete3', 'complete4', 'complete5'] as const)(
    '%s: a grown national of Kazakhstan with a value behind every field',
    (name) => {
      const person = hard(name);
      expect(countries(person)).toMatch(/^KAZ/);
      expect(adultFrom(person.dateOfBirth ?? '') < today).toBe(true);
      expect(person.protected).toBeUndefined();
      expect(missingFields(person)).toEqual([]);
    },
  );
});

const COORDINATES: Readonly<Record<string, readonly string[]>> = {
  nameCyrillic: ['surname', 'givenName', 'patronymic', 'origin'],
  nameLatin: ['surname', 'givenName', 'patronymic', 'origin', 'transliteration'],
  otherNames: ['surname', 'givenName', 'patronymic', 'origin', 'transliteration'],
  sex: [],
  civilStatus: [],
  dateOfBirth: [],
  placeOfBirth: [],
  citizenships: ['country', 'since', 'until'],
  citizenshipEvents: ['kind', 'country', 'on'],
  documents: [
    'series',
    'number',
    'issuedOn',
    'issuingAuthority',
    'use',
    'kind',
    'expiresOn',
    'placeOfIssue',
  ],
  registrations: ['kind', 'place', 'registeredOn', 'validUntil', 'deregisteredOn', 'authority'],
  permits: ['kind', 'validFrom', 'validUntil', 'indefinite', 'status', 'authority'],
  workRights: ['basis', 'validFrom', 'validUntil', 'indefinite'],
  entryBans: ['kind', 'from', 'until', 'indefinite', 'grounds'],
  administrativeLiability: ['stage', 'on', 'provision', 'authority'],
  criminalLiability: ['stage', 'on', 'provision', 'authority'],
  photograph: ['mediaType', 'content', 'takenOn'],
  fingerprintCard: ['mediaType', 'content', 'takenOn'],
  travelRoute: ['country', 'place', 'arrivedOn', 'leftOn'],
};

/** Coordinates of the schema without a value in any row of this person. */
function missingFields(person: PersonRecord): string[] {
  const values: Readonly<Record<string, unknown>> = { ...person };
  return Object.entries(COORDINATES).flatMap(([field, children]) => {
    const rows = [values[field]].flat().map((row) => Object(row ?? {}) as Record<string, unknown>);
    if (values[field] === undefined || values[field] === null) return [field];
    return children.filter((child) => rows.every((row) => isNone(row[child])));
  });
}

const isNone = (value: unknown) => value === undefined || value === null;

const countries = ({ citizenships }: PersonRecord): string =>
  (citizenships ?? []).map(({ country }) => country).join(' ');

function bodyCodes(person: PersonRecord): string[] {
  const bodies = [
    ...(person.documents ?? []).map(({ issuingAuthority }) => issuingAuthority),
    ...(person.registrations ?? []).map(({ authority }) => authority),
    ...(person.permits ?? []).map(({ authority }) => authority),
    ...(person.administrativeLiability ?? []).map(({ authority }) => authority),
    ...(person.criminalLiability ?? []).map(({ authority }) => authority),
  ];
  return bodies.flatMap((body) => body?.code ?? []);
}

describe('images', () => {
  it.each(['photograph', 'fingerprintCard'] as const)('%s is a PNG of about 1 KB', (kind) => {
    const images = people.flatMap((person) => person[kind] ?? []);
    expect(images.length).toBeGreaterThan(300);
    expect(new Set(images.map(({ content }) => content)).size).toBeGreaterThan(10);
    for (const image of images.slice(0, 40)) expect(readPng(image)).toBe('complete');
  });
});

/** Walks the chunks of a PNG, checks the sizes, and inflates its points. */
function readPng({ content, mediaType }: ImageRecord): string {
  expect(mediaType).toBe('image/png');
  const png = Buffer.from(content ?? '', 'base64');
  expect(png.length).toBeGreaterThan(900);
  expect(png.length).toBeLessThan(3000);
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const depth = png.readUInt8(24);
  const start = png.indexOf('IDAT') + 4;
  const data = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)));
  expect(data.length).toBe(height * (1 + Math.ceil((width * depth) / 8)));
  return png.subarray(-8, -4).toString('latin1') === 'IEND' ? 'complete' : 'cut';
}
