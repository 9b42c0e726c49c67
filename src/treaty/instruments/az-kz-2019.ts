/**
 * AZ-KZ-2019: Agreement between the Governments of Azerbaijan and Kazakhstan on cooperation in the field of
 * migration, Baku, 14 October 2019. Articles 5 and 6 say what may be exchanged; which purpose opens which item is
 * the assessment of necessity under Articles 5, 6 and 11(2).
 */
import type { InstrumentData } from '../instrument-data.js';
import type { Item } from '../items.js';
import { AZ_KZ_2019_AZ } from '../texts/az-kz-2019-az.js';

const IDENTITY = [
  'NAME_CYRILLIC',
  'NAME_LATIN',
  'DATE_OF_BIRTH',
  'CITIZENSHIP',
  'CITIZENSHIP_BELONGING',
  'DOCUMENT',
] as const satisfies readonly Item[];

const STAY = [
  'CITIZENSHIP_EVENT',
  'REGISTRATION',
  'PERMIT',
  'WORK_RIGHT',
  'ENTRY_BAN',
  'ENTRY_BAN_GROUNDS',
] as const satisfies readonly Item[];

export const AZ_KZ_2019 = {
  id: 'AZ-KZ-2019',
  title: {
    ru: 'Соглашение между Правительством Азербайджанской Республики и Правительством Республики Казахстан о сотрудничестве в области миграции, Баку, 14 октября 2019 года',
    en: 'Agreement between the Government of the Republic of Azerbaijan and the Government of the Republic of Kazakhstan on cooperation in the field of migration, Baku, 14 October 2019',
    az: 'Azərbaycan Respublikası Hökuməti ilə Qazaxıstan Respublikası Hökuməti arasında miqrasiya sahəsində əməkdaşlıq haqqında Saziş, Bakı, 14 oktyabr 2019-cu il',
    kk: 'Әзербайжан Республикасының Үкіметі мен Қазақстан Республикасының Үкіметі арасындағы көші-қон саласындағы ынтымақтастық туралы келісім, Баку, 2019 жылғы 14 қазан',
  },
  states: [
    {
      country: 'AZE',
      zone: 'Asia/Baku',
      name: {
        ru: 'Азербайджанская Республика',
        en: 'Republic of Azerbaijan',
        az: 'Azərbaycan Respublikası',
        kk: 'Әзербайжан Республикасы',
      },
    },
    {
      country: 'KAZ',
      zone: 'Asia/Almaty',
      name: {
        ru: 'Республика Казахстан',
        en: 'Republic of Kazakhstan',
        az: 'Qazaxıstan Respublikası',
        kk: 'Қазақстан Республикасы',
      },
    },
  ],
  authorities: [
    {
      code: 'AZ-SMS',
      country: 'AZE',
      language: 'az',
      name: {
        ru: 'Государственная миграционная служба Азербайджанской Республики',
        en: 'State Migration Service of the Republic of Azerbaijan',
        az: 'Azərbaycan Respublikasının Dövlət Miqrasiya Xidməti',
        kk: 'Әзербайжан Республикасының Мемлекеттік миграция қызметі',
      },
    },
    {
      code: 'KZ-MIA',
      country: 'KAZ',
      language: 'ru',
      name: {
        ru: 'Министерство внутренних дел Республики Казахстан',
        en: 'Ministry of Internal Affairs of the Republic of Kazakhstan',
        az: 'Qazaxıstan Respublikasının Daxili İşlər Nazirliyi',
        kk: 'Қазақстан Республикасының Ішкі істер министрлігі',
      },
    },
    {
      code: 'KZ-MLSPP',
      country: 'KAZ',
      language: 'ru',
      name: {
        ru: 'Министерство труда и социальной защиты населения Республики Казахстан',
        en: 'Ministry of Labour and Social Protection of the Population of the Republic of Kazakhstan',
        az: 'Qazaxıstan Respublikasının Əmək və Əhalinin Sosial Müdafiəsi Nazirliyi',
        kk: 'Қазақстан Республикасының Еңбек және халықты әлеуметтік қорғау министрлігі',
      },
    },
  ],
  parties: [
    { country: 'AZE', authorities: ['AZ-SMS'] },
    { country: 'KAZ', authorities: ['KZ-MIA', 'KZ-MLSPP'] },
  ],
  bindingForce: 'TREATY',
  confirmed: true,
  languages: ['az', 'kk', 'ru'],
  prevailing: 'ru',
  workingLanguage: 'ru',
  executionDays: 30,
  listDays: 45,
  entryIntoForce: { on: 'LAST_NOTIFICATION' },
  terminationMonths: 6,
  amendedBy: 'PROTOCOL',
  items: {
    NAME_CYRILLIC: ['6(1)'],
    NAME_LATIN: ['6(1)'],
    SEX: ['6(2)'],
    DATE_OF_BIRTH: ['6(3)'],
    PLACE_OF_BIRTH: ['6(4)'],
    CITIZENSHIP: ['6(5)'],
    CITIZENSHIP_BELONGING: ['5(1)(3)'],
    CITIZENSHIP_EVENT: ['5(1)(3)'],
    DOCUMENT: ['5(1)(4)', '6(6)'],
    ADMINISTRATIVE_LIABILITY: ['6(7)'],
    CRIMINAL_LIABILITY: ['6(8)'],
    REGISTRATION: ['5(1)(1)', '6(9)'],
    REGISTRATION_PLACE: ['5(1)(1)', '6(9)'],
    PERMIT: ['5(1)(2)', '6(10)'],
    WORK_RIGHT: ['5(1)(2)', '6(10)'],
    ENTRY_BAN: ['6(11)'],
    ENTRY_BAN_GROUNDS: ['5(2)'],
    PHOTOGRAPH: ['6(12)'],
    FINGERPRINT_CARD: ['6(13)'],
  },
  purposes: [
    {
      purpose: 'IRREGULAR_MIGRATION_PREVENTION',
      name: {
        ru: 'Предупреждение незаконной миграции',
        en: 'Prevention of illegal migration',
        az: 'Qanunsuz miqrasiyanın qarşısının alınması',
        kk: 'Заңсыз көші-қонның алдын алу',
      },
      clauses: ['5(1)'],
      dpv: 'https://w3id.org/dpv/sector/law#UnauthorisedMigrationManagement',
      statedBy: 'requesting',
      opens: [...IDENTITY, ...STAY],
      retentionDays: 365,
    },
    {
      purpose: 'RIGHTS_PROTECTION',
      name: {
        ru: 'Обеспечение прав граждан',
        en: 'Ensuring the rights of nationals',
        az: 'Vətəndaşların hüquqlarının təmin edilməsi',
        kk: 'Азаматтардың құқықтарын қамтамасыз ету',
      },
      clauses: ['5(1)', '3(1)(4)'],
      dpv: 'https://w3id.org/dpv#RightsFulfilment',
      statedBy: 'requesting',
      opens: [...IDENTITY, ...STAY, 'REGISTRATION_PLACE'],
      conditions: { '3(1)(4)': 'VALID_PERMIT' },
      retentionDays: 365,
    },
    {
      purpose: 'PERSON_DETECTION',
      name: {
        ru: 'Выявление лиц',
        en: 'Detection of persons',
        az: 'Şəxslərin aşkar edilməsi',
        kk: 'Адамдарды анықтау',
      },
      clauses: ['6'],
      dpv: 'https://w3id.org/dpv/sector/law#UnauthorisedMigrationDetection',
      statedBy: 'requesting',
      opens: [
        ...IDENTITY,
        'SEX',
        'PLACE_OF_BIRTH',
        'REGISTRATION',
        'REGISTRATION_PLACE',
        'PHOTOGRAPH',
      ],
      retentionDays: 180,
    },
    {
      purpose: 'IDENTITY_ESTABLISHMENT',
      name: {
        ru: 'Установление личности',
        en: 'Establishing identity',
        az: 'Şəxsiyyətin müəyyənləşdirilməsi',
        kk: 'Жеке басын анықтау',
      },
      clauses: ['6'],
      dpv: 'https://w3id.org/dpv/sector/law#ImmigrationIdentityVerification',
      statedBy: 'requesting',
      opens: [...IDENTITY, 'SEX', 'PLACE_OF_BIRTH', 'PHOTOGRAPH', 'FINGERPRINT_CARD'],
      retentionDays: 180,
    },
    {
      purpose: 'LEGAL_STATUS_DETERMINATION',
      name: {
        ru: 'Определение правового статуса',
        en: 'Determining legal status',
        az: 'Hüquqi statusun müəyyənləşdirilməsi',
        kk: 'Құқықтық мәртебесін айқындау',
      },
      clauses: ['6', '3(1)(5)'],
      dpv: 'https://w3id.org/dpv/sector/law#ImmigrationResidencyPermitManagement',
      statedBy: 'requesting',
      opens: [
        ...IDENTITY,
        ...STAY,
        'PLACE_OF_BIRTH',
        'ADMINISTRATIVE_LIABILITY',
        'CRIMINAL_LIABILITY',
      ],
      conditions: { '3(1)(5)': 'GROUNDS_FOR_STAY' },
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
      clauses: ['10(1)'],
      statedBy: 'requested',
      under: ['10(1)'],
      opens: [
        ...IDENTITY,
        ...STAY,
        'SEX',
        'PLACE_OF_BIRTH',
        'REGISTRATION_PLACE',
        'ADMINISTRATIVE_LIABILITY',
        'CRIMINAL_LIABILITY',
        'PHOTOGRAPH',
        'FINGERPRINT_CARD',
      ],
    },
  ],
  publications: {
    LEGISLATION: ['3(1)(1)'],
    LEGISLATION_CHANGE: ['3(1)(1)'],
    METHOD: ['3(1)(1)'],
    COMPARISON: ['3(1)(1)'],
    EXPERIENCE: ['3(1)(3)'],
    PRACTICE_NOTE: ['3(1)(3)'],
    STATISTICS: ['3(1)(1)'],
  },
  rows: {
    nationalsOfPartiesOnly: true,
    citizenships: 'OF_PARTIES',
    documents: 'TRAVEL_OR_RESIDENCE',
    entryBans: 'IN_FORCE',
  },
  // Done in Azerbaijani, Kazakh and Russian; the Kazakh text and the Russian one, which prevails, are not at hand.
  texts: { az: AZ_KZ_2019_AZ },
  reports: {
    consent: 'BOTH_SIDES',
    kinds: {
      VIOLATIONS_AND_CHANNELS: ['4'],
      ORGANISERS: ['4'],
      VISAS_AND_DOCUMENTS: ['4'],
      LEGISLATION: ['4'],
      PREVENTION: ['4'],
      REGULATION_METHODS: ['4'],
    },
  },
  cooperation: {
    activities: {
      '1(2)': { kinds: ['INITIATIVE', 'CONFERENCE', 'SEMINAR'], joinedBy: 'BUSINESS' },
      '3(1)(3)': { kinds: ['EXPERT_EXCHANGE', 'TECHNICAL_ASSISTANCE'] },
      '7(1)': { kinds: ['TRAINING', 'TRAINEESHIP', 'SEMINAR'] },
      '7(2)': { kinds: ['WORKING_GROUP', 'EXPERT_EXCHANGE'] },
      '7(3)': { kinds: ['CONFERENCE', 'SEMINAR', 'JOINT_ACTION'] },
      '7(4)': { kinds: ['STUDY_VISIT'] },
      '7(5)': { kinds: ['JOINT_PROJECT'], joinedBy: 'INTERNATIONAL_ORGANISATION' },
    },
  },
} as const satisfies InstrumentData;
