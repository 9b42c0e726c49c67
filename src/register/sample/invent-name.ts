/** Names of one invented person in every script: Russian, Latin as on the document, and the forms only searched by. */
import type { NameRecord, SearchName } from '../person.js';
import { azCyrillicOf, ICAO_TABLE, latinOfRussian } from './letters.js';
import { AZERBAIJANI_MEN, AZERBAIJANI_SURNAMES, AZERBAIJANI_WOMEN } from './names/azerbaijani.js';
import { KAZAKH_MEN, KAZAKH_SURNAMES, KAZAKH_WOMEN } from './names/kazakh.js';
import { OTHER_NAMES, type OtherCountry } from './names/others.js';
import type { NamePair } from './names/pairs.js';
import type { Random } from './random.js';

export interface InventedName {
  readonly nameCyrillic: NameRecord;
  readonly nameLatin: NameRecord;
  readonly searchNames: readonly SearchName[];
}

export interface NameWish {
  readonly random: Random;
  /** Whose names it is made of. */
  readonly people: 'KAZ' | 'AZE' | OtherCountry;
  readonly female: boolean;
}

/** A name as people of that country write it. People of third countries have no patronymic here. */
export function inventName(wish: NameWish): InventedName {
  if (wish.people === 'KAZ') return kazakhName(wish);
  if (wish.people === 'AZE') return azerbaijaniName(wish);
  return otherName(wish, wish.people);
}

function kazakhName({ random, female }: NameWish): InventedName {
  const surname = inflect(random.pick(KAZAKH_SURNAMES), female);
  const given = random.pick(female ? KAZAKH_WOMEN : KAZAKH_MEN);
  const father = random.pick(KAZAKH_MEN);
  const russianForm = random.chance(50);
  const ending = female ? ['овна', 'кызы', 'қызы'] : ['ович', 'улы', 'ұлы'];
  const patronymic = father.russian + (russianForm ? ending[0] : ending[1]);
  return {
    nameCyrillic: asWritten(surname.russian, given.russian, patronymic),
    nameLatin: {
      surname: latinOfRussian(surname.russian),
      givenName: latinOfRussian(given.russian),
      patronymic: latinOfRussian(patronymic),
      origin: 'AS_WRITTEN',
      transliteration: ICAO_TABLE,
    },
    searchNames: [searched('kk-Cyrl', [surname.own, given.own, `${father.own}${ending[2]}`])],
  };
}

function azerbaijaniName({ random, female }: NameWish): InventedName {
  const surname = inflect(random.pick(AZERBAIJANI_SURNAMES), female);
  const given = random.pick(female ? AZERBAIJANI_WOMEN : AZERBAIJANI_MEN);
  const father = random.pick(AZERBAIJANI_MEN);
  const patronymic = `${father.own} ${female ? 'qızı' : 'oğlu'}`;
  const own: NameParts = [surname.own, given.own, patronymic];
  return {
    nameCyrillic: {
      surname: surname.russian,
      givenName: given.russian,
      patronymic: `${father.russian} ${female ? 'кызы' : 'оглы'}`,
      origin: 'TRANSLITERATED',
      transliteration: 'ru-Cyrl-t-az-latn',
    },
    nameLatin: asWritten(...own),
    searchNames: [searched('az-Latn', own), searched('az-Cyrl', cyrillic(own))],
  };
}

function otherName({ random, female }: NameWish, country: OtherCountry): InventedName {
  const tables = OTHER_NAMES[country];
  const surname = inflect(random.pick<NamePair>(tables.surnames), female);
  const given = random.pick<NamePair>(female ? tables.women : tables.men);
  return {
    nameCyrillic: {
      surname: surname.russian,
      givenName: given.russian,
      origin: country === 'RUS' ? 'AS_WRITTEN' : 'TRANSLITERATED',
    },
    nameLatin: { surname: surname.own, givenName: given.own, origin: 'AS_WRITTEN' },
    searchNames: [],
  };
}

type NameParts = readonly [surname: string, givenName: string, patronymic: string];

function asWritten(...[surname, givenName, patronymic]: NameParts): NameRecord {
  return { surname, givenName, patronymic, origin: 'AS_WRITTEN' };
}

function searched(script: string, [surname, givenName, patronymic]: NameParts): SearchName {
  return { script, surname, givenName, patronymic };
}

const cyrillic = ([surname, given, patronymic]: NameParts): NameParts => [
  azCyrillicOf(surname),
  azCyrillicOf(given),
  azCyrillicOf(patronymic).replace(/ (Оғлу|Гызы)$/u, (end) => end.toLowerCase()),
];

const changesWithSex = /(?:[оеё]в|ин|[oe]v|in)$/u;

function inflect({ own, russian }: NamePair, female: boolean): NamePair {
  const end = (name: string, vowel: string) =>
    female && changesWithSex.test(name) ? name + vowel : name;
  const ownVowel = /\p{Script=Cyrillic}$/u.test(own) ? 'а' : 'a';
  return { own: end(own, ownVowel), russian: end(russian, 'а') };
}
