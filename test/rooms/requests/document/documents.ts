/** A whole request of invented people, and ways to change it. */
import type { DocumentSubject, RequestDocument } from '../../../../src/requests/index.js';

export const subject: DocumentSubject = {
  n: 1,
  names: [
    { script: 'ru-Cyrl', surname: 'Образцов', givenName: 'Пример', patronymic: 'Примерович' },
    { script: 'az-Latn', surname: 'Nümunəyev', givenName: 'Nümunə', patronymic: null },
  ],
  dateOfBirth: '1984-02',
  sex: 'MALE',
  citizenship: 'KAZ',
  placeOfBirth: null,
  documents: [{ series: 'N', number: '01234567', issuedBy: null }],
  mrz: null,
};

export const document: RequestDocument = {
  v: 1,
  kind: 'REQUEST',
  id: '0b9f6f6e-3c53-4d0c-9a54-5d1c6f0f9a11',
  instrument: 'AZ-KZ-2019',
  requesting: {
    authority: 'KZ-MIA',
    unit: 'Комитет миграционной службы',
    name: 'Министерство внутренних дел Республики Казахстан',
  },
  requested: {
    authority: 'AZ-SMS',
    name: 'Государственная миграционная служба Азербайджанской Республики',
  },
  language: 'ru',
  letterhead: 'KZ-MIA-2021-1',
  aim: 'PREVENTION',
  purposes: [
    {
      purpose: 'IDENTITY_ESTABLISHMENT',
      basis: '6',
      justification: 'Лицо задержано без документов, его личность необходимо установить.',
    },
  ],
  substance: 'Просим сообщить сведения о личности указанного лица.',
  otherInformation: null,
  itemsWanted: ['NAME_CYRILLIC', 'DATE_OF_BIRTH', 'PHOTOGRAPH'],
  subjects: [subject],
  writtenAt: '2026-06-15T09:00:00.000Z',
};

export const aboutSubject = (change: Partial<DocumentSubject>): RequestDocument => ({
  ...document,
  subjects: [{ ...subject, ...change }],
});
