import { describe, expect, it, test } from 'vitest';
import {
  askedBack,
  type DocumentSubject,
  DRAFT_FAULTS,
  draftFaults,
  outsideInstrument,
  type RequestDocument,
  readRequestDocument,
  refusingSigning,
} from '../../../../src/requests/index.js';
import { loadInstruments } from '../../../../src/treaty/index.js';
import { aboutSubject, document, subject } from './documents.js';

const instruments = loadInstruments();
const IN_FORCE = { notifications: { AZE: '2021-01-01', KAZ: '2021-07-01' } } as const;

const faultsOf = (draft: RequestDocument, status: object = IN_FORCE) =>
  draftFaults(draft, instruments.get(draft.instrument), { status, on: '2026-06-15' });

const [purpose] = document.purposes;
const stating = (change: object): RequestDocument => ({
  ...document,
  purposes: [{ ...(purpose ?? { purpose: '', basis: '', justification: '' }), ...change }],
});
const wanting = (...itemsWanted: string[]): RequestDocument => ({ ...document, itemsWanted });
const named = (name: object) =>
  aboutSubject({
    names: [{ script: 'ru-Cyrl', surname: null, givenName: null, patronymic: null, ...name }],
  });
const nobody: Partial<DocumentSubject> = { names: [], documents: [], mrz: null };
const passport =
  'P<KAZOBRAZTSOV<<PRIMER<<<<<<<<<<<<<<<<<<<<<<\nN012345679KAZ8402024M3001019<<<<<<<<<<<<<<08';

type Row = readonly [what: string, draft: RequestDocument, code: string, at: string];

/** What is told of an own draft and of one that arrives: R refuses signing, A asked back, O outside the instrument. */
const FAULTY: Readonly<Record<'RA' | 'RO' | 'R' | 'shown', readonly Row[]>> = {
  RO: [
    [
      'an instrument nobody knows',
      { ...document, instrument: 'AZ-XX-1999' },
      'INSTRUMENT_UNKNOWN',
      'instrument',
    ],
    [
      'a body that is no competent authority',
      { ...document, requesting: { ...document.requesting, authority: 'KZ-KNB' } },
      'AUTHORITY_NOT_COMPETENT',
      'requesting.authority',
    ],
    [
      'an authority of another instrument',
      { ...document, requested: { ...document.requested, authority: 'BE-IO' } },
      'AUTHORITY_NOT_COMPETENT',
      'requested.authority',
    ],
    [
      'both of one Party',
      { ...document, requested: { ...document.requested, authority: 'KZ-MLSPP' } },
      'AUTHORITIES_OF_ONE_PARTY',
      'requested.authority',
    ],
    [
      'a person under the memorandum',
      { ...document, instrument: 'AZ-BE-2019' },
      'SUBJECT_WITHOUT_BASIS',
      'subjects[0]',
    ],
  ],
  RA: [
    [
      'no name of the requesting body',
      { ...document, requesting: { ...document.requesting, name: '' } },
      'AUTHORITY_NAME_MISSING',
      'requesting.name',
    ],
    [
      'no name of the requested body',
      { ...document, requested: { ...document.requested, name: ' ' } },
      'AUTHORITY_NAME_MISSING',
      'requested.name',
    ],
    ['no letterhead', { ...document, letterhead: '' }, 'LETTERHEAD_MISSING', 'letterhead'],
    ['no substance', { ...document, substance: '\n' }, 'SUBSTANCE_MISSING', 'substance'],
    ['no purpose', { ...document, purposes: [] }, 'PURPOSE_MISSING', 'purposes'],
    [
      'a purpose of another instrument',
      stating({ purpose: 'READMISSION' }),
      'PURPOSE_UNKNOWN',
      'purposes[0].purpose',
    ],
    [
      'the purpose of the one who executes',
      stating({ purpose: 'REQUEST_EXECUTION', basis: '10(1)' }),
      'PURPOSE_UNKNOWN',
      'purposes[0].purpose',
    ],
    [
      'a purpose twice',
      { ...document, purposes: [...document.purposes, ...document.purposes] },
      'PURPOSE_TWICE',
      'purposes[1].purpose',
    ],
    ['no basis', stating({ basis: '' }), 'BASIS_MISSING', 'purposes[0].basis'],
    [
      'a basis of another purpose',
      stating({ basis: '3(1)(5)' }),
      'BASIS_NOT_OF_PURPOSE',
      'purposes[0].basis',
    ],
    [
      'no justification',
      stating({ justification: '  ' }),
      'JUSTIFICATION_MISSING',
      'purposes[0].justification',
    ],
    ['nothing wanted', wanting(), 'ITEM_MISSING', 'itemsWanted'],
    ['nobody', { ...document, subjects: [] }, 'SUBJECT_MISSING', 'subjects'],
    ['nothing that identifies', aboutSubject(nobody), 'SUBJECT_UNIDENTIFIED', 'subjects[0]'],
    [
      'a patronymic of blanks alone',
      aboutSubject({
        ...nobody,
        names: [{ script: 'ru-Cyrl', surname: null, givenName: null, patronymic: ' ' }],
      }),
      'SUBJECT_UNIDENTIFIED',
      'subjects[0]',
    ],
    ['an empty name', named({}), 'NAME_EMPTY', 'subjects[0].names[0]'],
    [
      'a Latin o in a Russian name',
      named({ surname: 'Oбразцов' }),
      'NAME_MIXES_SCRIPTS',
      'subjects[0].names[0].surname',
    ],
    [
      'a Latin name said to be Russian',
      named({ givenName: 'Primer' }),
      'NAME_IN_OTHER_SCRIPT',
      'subjects[0].names[0].givenName',
    ],
    [
      'a Greek name said to be Latin',
      named({ script: 'und-Latn', surname: 'Αβγ' }),
      'NAME_IN_OTHER_SCRIPT',
      'subjects[0].names[0].surname',
    ],
    [
      'a document without its number',
      aboutSubject({ documents: [{ series: 'N', number: '', issuedBy: null }] }),
      'DOCUMENT_NUMBER_MISSING',
      'subjects[0].documents[0].number',
    ],
    [
      'born after it was written',
      aboutSubject({ dateOfBirth: '2026-07' }),
      'BORN_AFTER_WRITING',
      'subjects[0].dateOfBirth',
    ],
    [
      'a state that is none',
      aboutSubject({ citizenship: 'UTO' }),
      'COUNTRY_UNKNOWN',
      'subjects[0].citizenship',
    ],
  ],
  R: [
    ['an item nobody knows', wanting('DNA_PROFILE'), 'ITEM_UNKNOWN', 'itemsWanted[0]'],
    [
      'an item of another instrument',
      wanting('TRAVEL_ROUTE'),
      'ITEM_NOT_IN_INSTRUMENT',
      'itemsWanted[0]',
    ],
    [
      'document details, which 6(6) omits',
      wanting('DOCUMENT_DETAILS'),
      'ITEM_NOT_IN_INSTRUMENT',
      'itemsWanted[0]',
    ],
    [
      'an item no stated purpose opens',
      wanting('SEX', 'CRIMINAL_LIABILITY'),
      'ITEM_NOT_OPENED',
      'itemsWanted[1]',
    ],
    ['an item twice', wanting('SEX', 'SEX'), 'ITEM_TWICE', 'itemsWanted[1]'],
    [
      'a place without its registration',
      { ...stating({ purpose: 'PERSON_DETECTION' }), itemsWanted: ['REGISTRATION_PLACE'] },
      'ITEM_WITHOUT_ITS_RECORD',
      'itemsWanted[0]',
    ],
    ['another language', { ...document, language: 'kk' }, 'LANGUAGE_NOT_WORKING', 'language'],
  ],
  shown: [
    [
      'a text in English',
      { ...document, substance: 'Please establish who this person is.' },
      'TEXT_NOT_IN_WORKING_LANGUAGE',
      'substance',
    ],
    [
      'a justification in Kazakh',
      stating({ justification: 'Аталған адамның жеке басын анықтау қажет болғандықтан сұраймыз.' }),
      'TEXT_NOT_IN_WORKING_LANGUAGE',
      'purposes[0].justification',
    ],
    [
      'a citizen of a third state',
      aboutSubject({ citizenship: 'BEL' }),
      'CITIZENSHIP_OF_NO_PARTY',
      'subjects[0].citizenship',
    ],
    [
      'a zone cut off',
      aboutSubject({ mrz: passport.slice(0, -1) }),
      'MRZ_UNREADABLE',
      'subjects[0].mrz',
    ],
    [
      'a zone that does not add up',
      aboutSubject({ mrz: passport.replace('N012345679', 'N012345678') }),
      'MRZ_CHECK_DIGIT',
      'subjects[0].mrz',
    ],
    [
      'a zone with another number',
      aboutSubject({ mrz: passport, documents: [{ series: null, number: 'N1', issuedBy: null }] }),
      'MRZ_CONTRADICTS',
      'subjects[0].mrz',
    ],
    [
      'a zone with another birth',
      aboutSubject({ mrz: passport, dateOfBirth: '1985' }),
      'MRZ_CONTRADICTS',
      'subjects[0].mrz',
    ],
  ],
};

describe('what is missing or contradicts', () => {
  it('is nothing in a whole request', () => {
    expect(faultsOf(document)).toEqual([]);
    expect(faultsOf(wanting('REGISTRATION', 'REGISTRATION_PLACE')).map(({ code }) => code)).toEqual(
      ['ITEM_NOT_OPENED', 'ITEM_NOT_OPENED'],
    );
  });

  describe.each(Object.entries(FAULTY))('%s', (told, rows) => {
    test.each(rows.map(([what, draft, code, at]) => ({ what, draft, fault: { code, at } })))(
      '$what: $fault.code',
      ({ draft, fault }) => {
        const faults = faultsOf(draft);
        const isIn = (some: readonly object[]) =>
          some.some((one) => JSON.stringify(one) === JSON.stringify(fault));
        expect(faults).toContainEqual(fault);
        expect(isIn(refusingSigning(faults))).toBe(told.includes('R'));
        expect(isIn(askedBack(faults))).toBe(told.includes('A'));
        expect(isIn(outsideInstrument(faults))).toBe(told.includes('O'));
      },
    );
  });

  it('has a case here for every code but those of Article 17', () => {
    const seen = new Set(Object.values(FAULTY).flatMap((rows) => rows.map(([, , code]) => code)));
    expect(DRAFT_FAULTS.filter((code) => !seen.has(code))).toEqual([
      'INSTRUMENT_NOT_IN_FORCE',
      'INSTRUMENT_TERMINATED',
    ]);
  });

  it('is told of the form that the reader takes', () => {
    const drafts = Object.values(FAULTY).flatMap((rows) => rows.map(([, draft]) => draft));
    expect(drafts.filter((draft) => readRequestDocument(draft).document === null)).toEqual([]);
  });

  it('is nothing where a zone agrees with what is said beside it', () => {
    const documents = [{ series: 'N', number: '01234567', issuedBy: null }];
    expect(faultsOf(aboutSubject({ mrz: passport, documents, dateOfBirth: '1984-02' }))).toEqual(
      [],
    );
    expect(faultsOf(aboutSubject({ ...nobody, mrz: passport }))).toEqual([]);
  });

  it('is nothing where the memorandum is asked about interviews in general', () => {
    const inGeneral = {
      ...document,
      instrument: 'AZ-BE-2019',
      requesting: { authority: 'BE-IO', unit: null, name: 'Immigration Office' },
      language: 'en',
      purposes: [
        { purpose: 'INTERVIEW_ARRANGEMENT', basis: '4(b)', justification: 'Interviews are due.' },
      ],
      substance: 'Please name the windows in which interviews can be held.',
      itemsWanted: [],
      subjects: [],
    } as const;
    expect(faultsOf(inGeneral)).toEqual([]);
  });

  it('tells a person of several by number', () => {
    const two = { ...document, subjects: [subject, { ...subject, ...nobody, n: 2 }] };
    expect(faultsOf(two)).toEqual([{ code: 'SUBJECT_UNIDENTIFIED', at: 'subjects[1]' }]);
  });
});
