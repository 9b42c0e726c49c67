/** The competent authorities that the instruments name (Article 2; memorandum, heading). Anybody else is nobody here. */
import type { Language } from '../base/index.js';

/** ISO 3166-1 alpha-3, as ICAO Doc 9303-3 extends it. */
export type CountryCode = string;

export interface Authority {
  readonly code: string;
  readonly country: CountryCode;
  /** The language in which the gateway speaks to it: the working language of its instrument, or its own. */
  readonly language: Language;
  readonly name: Readonly<Record<Language, string>>;
}

export const AUTHORITIES = {
  'AZ-SMS': {
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
  'KZ-MIA': {
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
  'KZ-MLSPP': {
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
  'BE-IO': {
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
} as const satisfies Record<string, Authority>;

export type AuthorityCode = keyof typeof AUTHORITIES;

/** The competent authority of this code, or undefined for a body that no instrument names. */
export function authorityOf(code: string): Authority | undefined {
  return Object.hasOwn(AUTHORITIES, code) ? AUTHORITIES[code as AuthorityCode] : undefined;
}
