import type { Language, Person, State } from './people.js';

const EN: Readonly<Record<State, string>> = {
  AZ: 'Azerbaijan',
  KZ: 'Kazakhstan',
  BE: 'Belgium',
  TR: 'Türkiye',
  GE: 'Georgia',
  PK: 'Pakistan',
  AF: 'Afghanistan',
  UZ: 'Uzbekistan',
  RU: 'the Russian Federation',
  IR: 'Iran',
  BD: 'Bangladesh',
};
const AZ: Readonly<Record<State, string>> = {
  AZ: 'Azərbaycan',
  KZ: 'Qazaxıstan',
  BE: 'Belçika',
  TR: 'Türkiyə',
  GE: 'Gürcüstan',
  PK: 'Pakistan',
  AF: 'Əfqanıstan',
  UZ: 'Özbəkistan',
  RU: 'Rusiya',
  IR: 'İran',
  BD: 'Banqladeş',
};
const RU: Readonly<Record<State, string>> = {
  AZ: 'Азербайджана',
  KZ: 'Казахстана',
  BE: 'Бельгии',
  TR: 'Турции',
  GE: 'Грузии',
  PK: 'Пакистана',
  AF: 'Афганистана',
  UZ: 'Узбекистана',
  RU: 'России',
  IR: 'Ирана',
  BD: 'Бангладеш',
};
const RU_ALONE: Readonly<Record<State, string>> = {
  AZ: 'Азербайджан',
  KZ: 'Казахстан',
  BE: 'Бельгия',
  TR: 'Турция',
  GE: 'Грузия',
  PK: 'Пакистан',
  AF: 'Афганистан',
  UZ: 'Узбекистан',
  RU: 'Россия',
  IR: 'Иран',
  BD: 'Бангладеш',
};
const KK: Readonly<Record<State, string>> = {
  AZ: 'Әзербайжан',
  KZ: 'Қазақстан',
  BE: 'Бельгия',
  TR: 'Түркия',
  GE: 'Грузия',
  PK: 'Пәкістан',
  AF: 'Ауғанстан',
  UZ: 'Өзбекстан',
  RU: 'Ресей',
  IR: 'Иран',
  BD: 'Бангладеш',
};

/** The state as a column of a table has it. */
export const stateName = (state: State, language: Language): string =>
  ({ az: AZ, ru: RU_ALONE, kk: KK, en: EN })[language][state].replace('the ', '');

/** What somebody is a citizen of, as the subject of a sentence. */
export function citizen({ state, woman }: Person, language: Language): string {
  const of = { az: AZ, ru: RU, kk: KK, en: EN }[language][state];
  switch (language) {
    case 'az':
      return `${of} vətəndaşı`;
    case 'ru':
      return `${woman ? 'гражданка' : 'гражданин'} ${of}`;
    case 'kk':
      return `${of} ${woman ? 'азаматшасы' : 'азаматы'}`;
    case 'en':
      return `national of ${of}`;
  }
}
