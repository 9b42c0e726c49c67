/**
 * AZ-BE-2019: Memorandum of Understanding between the State Migration Service of Azerbaijan and the Immigration
 * Office of Belgium, Brussels, 13 November 2019. No international agreement, no rights or obligations (paragraph 8):
 * it opens nothing personal, and an item in this file does not load.
 */
import type { InstrumentData } from '../instrument-data.js';
import { AZ_BE_2019_AZ } from '../texts/az-be-2019-az.js';
import { AZ_BE_2019_EN } from '../texts/az-be-2019-en.js';

export const AZ_BE_2019 = {
  id: 'AZ-BE-2019',
  title: {
    ru: 'Меморандум о взаимопонимании между Государственной миграционной службой Азербайджанской Республики и Иммиграционным ведомством Королевства Бельгия, Брюссель, 13 ноября 2019 года',
    en: 'Memorandum of Understanding between the State Migration Service of the Republic of Azerbaijan and the Immigration Office of the Kingdom of Belgium, Brussels, 13 November 2019',
    az: 'Azərbaycan Respublikasının Dövlət Miqrasiya Xidməti ilə Belçika Krallığının İmmiqrasiya İdarəsi arasında Anlaşma Memorandumu, Brüssel, 13 noyabr 2019-cu il',
    kk: 'Әзербайжан Республикасының Мемлекеттік миграция қызметі мен Бельгия Корольдігінің Иммиграция басқармасы арасындағы өзара түсіністік туралы меморандум, Брюссель, 2019 жылғы 13 қараша',
  },
  states: [
    {
      country: 'BEL',
      zone: 'Europe/Brussels',
      name: {
        ru: 'Королевство Бельгия',
        en: 'Kingdom of Belgium',
        az: 'Belçika Krallığı',
        kk: 'Бельгия Корольдігі',
      },
    },
  ],
  authorities: [
    {
      code: 'BE-IO',
      country: 'BEL',
      language: 'en',
      name: {
        ru: 'Иммиграционное ведомство Федеральной государственной службы внутренних дел Королевства Бельгия',
        en: 'Immigration Office of the Federal Public Service Interior of the Kingdom of Belgium',
        az: 'Belçika Krallığının Daxili İşlər üzrə Federal İctimai Xidmətinin İmmiqrasiya İdarəsi',
        kk: 'Бельгия Корольдігінің Ішкі істер федералды мемлекеттік қызметінің Иммиграция басқармасы',
      },
    },
  ],
  parties: [
    { country: 'AZE', authorities: ['AZ-SMS'] },
    { country: 'BEL', authorities: ['BE-IO'] },
  ],
  bindingForce: 'NONE',
  confirmed: true,
  languages: ['az', 'en'],
  prevailing: 'en',
  workingLanguage: 'en',
  entryIntoForce: { on: 'DAY', day: '2019-11-13' },
  terminationMonths: 6,
  amendedBy: 'WRITTEN_CONSENTS',
  items: {},
  purposes: [
    {
      purpose: 'INTERVIEW_ARRANGEMENT',
      name: {
        ru: 'Организация собеседования',
        en: 'Arranging an interview',
        az: 'Müsahibənin təşkili',
        kk: 'Әңгімелесуді ұйымдастыру',
      },
      clauses: ['4(b)'],
      statedBy: 'requesting',
      opens: [],
    },
  ],
  publications: {
    LEGISLATION: ['1(a)'],
    LEGISLATION_CHANGE: ['2(b)', '1(a)'],
    METHOD: ['1(a)', '2(a)'],
    COMPARISON: ['2(a)'],
    EXPERIENCE: ['1(a)', '2(a)'],
    CAMPAIGN: ['3(a)'],
    PRACTICE_NOTE: ['4(a)'],
    STATISTICS: ['2(a)'],
  },
  rows: {
    nationalsOfPartiesOnly: true,
    citizenships: 'OF_PARTIES',
    documents: 'TRAVEL_OR_RESIDENCE',
    entryBans: 'IN_FORCE',
  },
  texts: { az: AZ_BE_2019_AZ, en: AZ_BE_2019_EN },
  reports: {
    consent: 'NONE',
    kinds: { SMUGGLING_OF_MIGRANTS: ['3(c)'], IDENTIFICATION_AND_RETURN: ['4(a)'] },
  },
  cooperation: {
    activities: {
      '1(b)': { kinds: ['INITIATIVE'] },
      '1(c)': { kinds: ['JOINT_PROJECT', 'TECHNICAL_ASSISTANCE', 'TRAINING'] },
      '3(a)': { kinds: ['CAMPAIGN'] },
      '3(b)': { kinds: ['JOINT_ACTION'] },
    },
    contactPoints: '5',
  },
} as const satisfies InstrumentData;
