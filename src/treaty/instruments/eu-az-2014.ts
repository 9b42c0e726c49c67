/**
 * EU-AZ-2014: Agreement between the European Union and Azerbaijan on the readmission of persons residing without
 * authorisation, Brussels, 28 February 2014. Its text was not at hand: the list of 17(c) is that of sister
 * agreements, so the data say `confirmed: false`, and production refuses them until the operator confirms.
 */
import type { InstrumentData } from '../instrument-data.js';
import type { Item } from '../items.js';

const ARTICLE_17C = [
  'NAME_LATIN',
  'OTHER_NAMES',
  'SEX',
  'CIVIL_STATUS',
  'DATE_OF_BIRTH',
  'PLACE_OF_BIRTH',
  'CITIZENSHIP',
  'CITIZENSHIP_BELONGING',
  'DOCUMENT',
  'DOCUMENT_DETAILS',
  'TRAVEL_ROUTE',
] as const satisfies readonly Item[];

export const EU_AZ_2014 = {
  id: 'EU-AZ-2014',
  title: {
    ru: 'Соглашение между Европейским союзом и Азербайджанской Республикой о реадмиссии лиц, проживающих без разрешения, Брюссель, 28 февраля 2014 года',
    en: 'Agreement between the European Union and the Republic of Azerbaijan on the readmission of persons residing without authorisation, Brussels, 28 February 2014',
    az: 'Avropa İttifaqı ilə Azərbaycan Respublikası arasında icazəsiz yaşayan şəxslərin readmissiyası haqqında Saziş, Brüssel, 28 fevral 2014-cü il',
    kk: 'Еуропалық Одақ пен Әзербайжан Республикасы арасындағы рұқсатсыз тұратын адамдардың реадмиссиясы туралы келісім, Брюссель, 2014 жылғы 28 ақпан',
  },
  parties: [
    { country: 'AZE', authorities: ['AZ-SMS'] },
    { country: 'BEL', authorities: ['BE-IO'] },
  ],
  bindingForce: 'TREATY',
  confirmed: false,
  languages: ['az', 'en'],
  prevailing: 'en',
  workingLanguage: 'en',
  entryIntoForce: { on: 'DAY', day: '2014-09-01' },
  terminationMonths: 6,
  amendedBy: 'PROTOCOL',
  items: {
    NAME_LATIN: ['17(c)'],
    OTHER_NAMES: ['17(c)'],
    SEX: ['17(c)'],
    CIVIL_STATUS: ['17(c)'],
    DATE_OF_BIRTH: ['17(c)'],
    PLACE_OF_BIRTH: ['17(c)'],
    CITIZENSHIP: ['17(c)'],
    CITIZENSHIP_BELONGING: ['17(c)'],
    DOCUMENT: ['17(c)'],
    DOCUMENT_DETAILS: ['17(c)'],
    TRAVEL_ROUTE: ['17(c)'],
  },
  purposes: [
    {
      purpose: 'READMISSION',
      name: {
        ru: 'Реадмиссия',
        en: 'Readmission',
        az: 'Readmissiya',
        kk: 'Қайтарып қабылдау (реадмиссия)',
      },
      clauses: ['17'],
      statedBy: 'requesting',
      opens: ARTICLE_17C,
      retentionDays: 365,
    },
    {
      purpose: 'REQUEST_EXECUTION',
      name: {
        ru: 'Исполнение запроса',
        en: 'Execution of a request',
        az: 'Sorğunun icrası',
        kk: 'Сұрау салуды орындау',
      },
      clauses: ['17'],
      statedBy: 'requested',
      opens: ARTICLE_17C,
    },
  ],
  rows: {
    nationalsOfPartiesOnly: false,
    citizenships: 'ALL',
    documents: 'ALL',
    entryBans: 'ALL',
  },
} as const satisfies InstrumentData;
