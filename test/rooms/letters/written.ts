/** Letters of an invented case: a request of Kazakhstan's ministry about three people, its answer and its refusal. */
import type {
  AnswerLetter,
  Letterhead,
  RefusalLetter,
  RequestLetter,
} from '../../../src/letters/index.js';
import { samplePeople } from '../../../src/register/index.js';
import type { DocumentSubject, RequestDocument } from '../../../src/requests/index.js';
import { AUTHORITIES } from '../../../src/treaty/index.js';

const KZ = AUTHORITIES['KZ-MIA'].name;
const AZ = AUTHORITIES['AZ-SMS'].name;

const bytesOf = (base64: string): Uint8Array => Buffer.from(base64, 'base64');

/** The first images of the invented sample. */
function sampleImages() {
  for (const { photograph, fingerprintCard } of samplePeople({
    count: 50,
    seed: 7,
    today: '2026-11-14',
  })) {
    if (photograph?.content && fingerprintCard?.content) {
      return { face: bytesOf(photograph.content), card: bytesOf(fingerprintCard.content) };
    }
  }
  throw new Error('nobody in the sample has images');
}
const { face, card } = sampleImages();
/** A photograph of the sample. */
export const FACE = face;

const FIRST: DocumentSubject = {
  n: 1,
  names: [
    { script: 'ru-Cyrl', surname: 'Гасанов', givenName: 'Эльчин', patronymic: 'Вагиф оглы' },
    { script: 'az-Latn', surname: 'Həsənov', givenName: 'Elçin', patronymic: 'Vaqif oğlu' },
    { script: 'und-Latn', surname: 'HASANOV', givenName: 'ELCHIN', patronymic: null },
  ],
  dateOfBirth: '1988-03-07',
  sex: 'MALE',
  citizenship: 'AZE',
  placeOfBirth: 'г. Гянджа, Азербайджанская Республика',
  documents: [
    {
      series: 'C',
      number: '01234567',
      issuedBy: 'Министерство внутренних дел Азербайджанской Республики',
    },
  ],
  mrz: 'P<AZEHASANOV<<ELCHIN<<<<<<<<<<<<<<<<<<<<<<<<<\nC012345672AZE8803076M2905033<<<<<<<<<<<<<<04',
};

const SECOND: DocumentSubject = {
  n: 2,
  names: [
    { script: 'ru-Cyrl', surname: 'Ибрагимова', givenName: 'Шабнам', patronymic: null },
    { script: 'kk-Cyrl', surname: 'Ибрагимова', givenName: 'Шәбнәм', patronymic: null },
  ],
  dateOfBirth: '1995',
  sex: 'FEMALE',
  citizenship: 'AZE',
  placeOfBirth: null,
  documents: [],
  mrz: null,
};

/** Known by a Latin name and a document alone. */
export const THIRD: DocumentSubject = {
  n: 3,
  names: [{ script: 'und-Latn', surname: 'Mammadov', givenName: 'Orkhan', patronymic: null }],
  dateOfBirth: null,
  sex: null,
  citizenship: null,
  placeOfBirth: null,
  documents: [{ series: null, number: 'AA0987654', issuedBy: null }],
  mrz: null,
};

/** The request of the case; nobody in it exists. */
export const REQUEST: RequestDocument = {
  v: 1,
  kind: 'REQUEST',
  id: '7d1f0f4e-52a3-4d7b-9c55-0b8f6a1e2c90',
  instrument: 'AZ-KZ-2019',
  requesting: {
    authority: 'KZ-MIA',
    unit: 'Комитет миграционной службы, управление международного сотрудничества',
    name: KZ.ru,
  },
  requested: { authority: 'AZ-SMS', name: AZ.ru },
  language: 'ru',
  letterhead: 'KZ-MIA-2021-2',
  aim: 'PREVENTION',
  purposes: [
    {
      purpose: 'IDENTITY_ESTABLISHMENT',
      basis: '6',
      justification:
        'Названные лица выявлены 11 ноября 2026 года в г. Актау при проверке законности пребывания. Документов, удостоверяющих личность, при себе не имели либо предъявили документы с признаками повреждения; без сведений уполномоченного органа Азербайджанской Республики установить их личность невозможно.',
    },
    {
      purpose: 'LEGAL_STATUS_DETERMINATION',
      basis: '3(1)(5)',
      justification:
        'Решение о продлении срока пребывания зависит от того, имеют ли эти лица действующие разрешения и право на работу.',
    },
  ],
  substance:
    'В ходе проверки законности пребывания иностранных граждан на территории Мангистауской области выявлены три лица, назвавшиеся гражданами Азербайджанской Республики.\nПросим подтвердить их личность и гражданство и сообщить сведения, перечисленные в разделе 4.',
  otherInformation:
    'По словам лица 3, в 2024 году ему было оформлено свидетельство на возвращение. Контакт исполнителя: +7 7292 00 00 00.',
  itemsWanted: [
    'NAME_CYRILLIC',
    'NAME_LATIN',
    'DATE_OF_BIRTH',
    'PLACE_OF_BIRTH',
    'CITIZENSHIP',
    'DOCUMENT',
    'REGISTRATION',
    'PERMIT',
    'WORK_RIGHT',
    'CRIMINAL_LIABILITY',
    'PHOTOGRAPH',
    'FINGERPRINT_CARD',
    'CIVIL_STATUS',
  ],
  subjects: [FIRST, SECOND, THIRD],
  writtenAt: '2026-11-14T05:12:40.118Z',
};

const KZ_LETTERHEAD: Letterhead = {
  columns: [
    ['Қазақстан', 'Республикасының', 'Ішкі істер министрлігі'],
    ['Министерство', 'внутренних дел', 'Республики Казахстан'],
  ],
  emblem: null,
  contacts: '010000, г. Астана, проспект Тәуелсіздік, 1, тел. +7 7172 00 00 00, www.example.gov.kz',
  version: 'KZ-MIA-2021-2',
  digest: '9f2c4e7a1b3d5f60718293a4b5c6d7e8f90123456789abcdef0123456789abcd',
};

const AZ_LETTERHEAD: Letterhead = {
  columns: [
    ['Azərbaycan Respublikasının', 'Dövlət Miqrasiya Xidməti'],
    ['Государственная', 'миграционная служба', 'Азербайджанской Республики'],
  ],
  emblem: null,
  contacts:
    'AZ1114, Bakı şəhəri, Binəqədi şossesi 3123, tel. +994 12 000 00 00, www.example.gov.az',
  version: 'AZ-SMS-2021-1',
  digest: '0a1b2c3d4e5f60718293a4b5c6d7e8f90123456789abcdef0123456789abcdef',
};

/** The request as its letter takes it. */
export const REQUEST_LETTER: RequestLetter = {
  letterhead: KZ_LETTERHEAD,
  day: '2026-11-14',
  signature: {
    kind: 'ELECTRONIC',
    office: 'Заместитель Министра внутренних дел Республики Казахстан',
    name: 'Б. Қ. Әбдірахманов',
    signedAt: '2026-11-14T06:30:02.000Z',
    key: 'GzYq3o4n0o0v0Jm0Yk5r2lQm0c0y0p1bqf0g7h8i9jk',
  },
  digest: 'c2b1a09f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a39281706f5e4d3',
  request: REQUEST,
};

const REPLY = {
  letterhead: AZ_LETTERHEAD,
  day: '2026-12-02',
  request: REQUEST,
  requestDay: '2026-11-14',
  receivedOn: '2026-11-14',
  paper: null,
  writtenAt: '2026-12-02T07:00:00.000Z',
  signature: {
    kind: 'ELECTRONIC',
    office: 'Заместитель начальника Государственной миграционной службы Азербайджанской Республики',
    name: 'Н. Ə. Quliyev',
    signedAt: '2026-12-02T07:04:51.000Z',
    key: 'a0B1c2D3e4F5g6H7i8J9k0L1m2N3o4P5q6R7s8T9u0v',
  },
} as const;

const LAW_TEXT =
  'Сведения о привлечении к уголовной ответственности по прекращённому делу в соответствии с законодательством Азербайджанской Республики не предоставляются.';

const fact = (label: string, value: string) => ({ label, value });

/** The first of the case in full but for what was refused; the second with little; the third not at all. */
export const ANSWER_LETTER: AnswerLetter = {
  ...REPLY,
  id: '1c9a7f10-7b2e-4f5f-8f1e-3f1f0f2b7a11',
  digest: 'd3c2b1a09f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a39281706f5e4',
  conditions: [
    'Сведения об уголовной ответственности не используются в качестве доказательства до 1 марта 2027 года (статья 10, пункт 2).',
  ],
  accessUntil: '2027-03-02',
  refusal: '5e0d3a52-0c2b-4a57-9e3a-7c1d2e3f4a5b',
  subjects: [
    {
      n: 1,
      items: [
        {
          item: 'NAME_CYRILLIC',
          outcome: 'DISCLOSED',
          facts: [fact('', 'Гасанов Эльчин Вагиф оглы')],
        },
        { item: 'NAME_LATIN', outcome: 'DISCLOSED', facts: [fact('', 'Həsənov Elçin Vaqif oğlu')] },
        { item: 'DATE_OF_BIRTH', outcome: 'DISCLOSED', facts: [fact('', '07.03.1988')] },
        { item: 'PLACE_OF_BIRTH', outcome: 'DISCLOSED', facts: [fact('', 'г. Гянджа')] },
        {
          item: 'CITIZENSHIP',
          outcome: 'DISCLOSED',
          facts: [fact('Азербайджанская Республика', 'с рождения')],
        },
        {
          item: 'DOCUMENT',
          outcome: 'DISCLOSED',
          facts: [
            fact('Серия и номер', 'C 01234567'),
            fact('Дата выдачи', '03.05.2019'),
            fact('Орган', 'Министерство внутренних дел Азербайджанской Республики'),
          ],
        },
        {
          item: 'REGISTRATION',
          outcome: 'DISCLOSED',
          facts: [fact('По месту жительства', 'с 12.01.2011')],
        },
        { item: 'PERMIT', outcome: 'NOT_AVAILABLE' },
        { item: 'WORK_RIGHT', outcome: 'NOT_AVAILABLE' },
        {
          item: 'CRIMINAL_LIABILITY',
          outcome: 'REFUSED',
          grounds: ['NATIONAL_LEGISLATION'],
          text: LAW_TEXT,
        },
        {
          item: 'PHOTOGRAPH',
          outcome: 'DISCLOSED',
          facts: [fact('Дата съёмки', '03.05.2019')],
          image: { content: face },
        },
        { item: 'FINGERPRINT_CARD', outcome: 'DISCLOSED', facts: [], image: { content: card } },
        { item: 'CIVIL_STATUS', outcome: 'WITHHELD_BY_POLICY' },
      ],
    },
    {
      n: 2,
      items: [
        {
          item: 'NAME_CYRILLIC',
          outcome: 'DISCLOSED',
          facts: [fact('', 'Ибрагимова Шабнам Рауф гызы')],
        },
        { item: 'CITIZENSHIP', outcome: 'NOT_AVAILABLE' },
        {
          item: 'CRIMINAL_LIABILITY',
          outcome: 'REFUSED',
          grounds: ['SECURITY', 'INTERNATIONAL_OBLIGATIONS'],
          text: 'Сообщение сведений может нанести ущерб проводимому международному разбирательству.',
        },
        { item: 'FINGERPRINT_CARD', outcome: 'NOT_AVAILABLE' },
      ],
    },
    {
      n: 3,
      items: REQUEST.itemsWanted.map((item) => ({ item, outcome: 'NOT_AVAILABLE' as const })),
    },
  ],
};

/** The refusal beside that answer. */
export const REFUSAL_LETTER: RefusalLetter = {
  ...REPLY,
  id: '5e0d3a52-0c2b-4a57-9e3a-7c1d2e3f4a5b',
  digest: 'e4d3c2b1a09f8e7d6c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a39281706f5',
  clause: '10(4)',
  subjects: ANSWER_LETTER.subjects,
};
