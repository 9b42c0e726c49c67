import type { Chance } from './chance.js';
import { citizen, stateName } from './citizens.js';
import { onTheDay, pointedDate, shortDate, wordyDate, yearEnding } from './dates.js';
import { written, zoneWritten } from './disguise.js';
import * as documents from './documents.js';
import { nameOf } from './naming.js';
import {
  ALL_STATES,
  type Language,
  type Person,
  type State,
  somebody,
  surnameOf,
} from './people.js';
import { marked } from './spans.js';
import { zoneOf } from './zones.js';

/** Where a place is filled: by what, in which language, about whom. */
export interface Scene {
  readonly chance: Chance;
  readonly language: Language;
  /** A cell, or a line of a list: nothing in it may run over two lines. */
  readonly oneLine: boolean;
  person: Person;
}

const numeral = (figures: string, printed?: string) => (scene: Scene) => {
  const asPrinted = printed !== undefined && scene.chance.roll(2) === 0;
  const text = asPrinted ? printed : written({ series: '', figures }, scene.chance, scene.oneLine);
  return marked('DOCUMENT_NUMBER', text);
};

const number = (scene: Scene, of: documents.Printed): string =>
  marked('DOCUMENT_NUMBER', written(of, scene.chance, scene.oneLine));

function belgian(scene: Scene): string {
  const figures = documents.registerNumber(scene.person, scene.chance);
  return numeral(figures, figures.replace(/(..)(..)(..)(...)(..)/, '$1.$2.$3-$4.$5'))(scene);
}

function pakistani(scene: Scene): string {
  const figures = documents.cnic(scene.person, scene.chance);
  return numeral(figures, figures.replace(/(.{5})(.{7})(.)/, '$1-$2-$3'))(scene);
}

function cardNumber(scene: Scene): string {
  const of = documents.card(scene.person, scene.chance);
  if (scene.person.state !== 'BE') return number(scene, of);
  return numeral(of.figures, of.figures.replace(/(.{3})(.{7})(..)/, '$1-$2-$3'))(scene);
}

const GROUPS: Readonly<Record<string, readonly State[]>> = {
  '': ALL_STATES,
  S: documents.STATES_WITH_SERIES,
  C: documents.STATES_WITH_CARDS,
  F: documents.FOREIGN_STATES,
};

/** Somebody of one of the states named, or of a group of them. */
function who(argument: string, { chance }: Scene): Person {
  const named = argument.split(' ');
  const states = GROUPS[argument] ?? ALL_STATES.filter((state) => named.includes(state));
  return somebody(chance.pick(states), chance);
}

type Giver = keyof typeof documents.RESIDENCE;
const isGiver = (state: string): state is Giver => Object.hasOwn(documents.RESIDENCE, state);

function giver(argument: string): Giver {
  if (!isGiver(argument)) throw new RangeError('no giver of cards and stickers');
  return argument;
}

const born = ({ person }: Scene) => person.born;

type Place = (scene: Scene, argument: string) => string;

/** Places of which a person is the matter. `who` writes nothing: it brings another person in. */
export const PERSON_PLACES: Readonly<Record<string, Place>> = {
  who: (scene, argument) => {
    scene.person = who(argument, scene);
    return '';
  },
  nm: ({ person, language, chance }) => nameOf(person, language, chance),
  fam: ({ person, language }) => surnameOf(person, language === 'en' ? 'latin' : language),
  giv: ({ person, language }) => person.given[language === 'en' ? 'latin' : language],
  cit: ({ person, language }) => citizen(person, language),
  cty: ({ person, language }) => stateName(person.state, language),
  mf: ({ person }, argument) => argument.split('|')[person.woman ? 1 : 0] ?? '',
  bd: (scene) => shortDate(born(scene), scene.chance),
  bq: (scene) => pointedDate(born(scene)),
  bw: (scene) => wordyDate(born(scene), scene.language),
  bl: (scene) => onTheDay(born(scene)),
  by: (scene) => String(born(scene).year),
  be: (scene) => yearEnding(born(scene).year),
  pp: (scene) => number(scene, documents.passport(scene.person, scene.chance)),
  idc: cardNumber,
  rc: (scene, argument) => number(scene, documents.RESIDENCE[giver(argument)](scene.chance)),
  vs: (scene, argument) => number(scene, documents.STICKERS[giver(argument)](scene.chance)),
  iin: (scene) => numeral(documents.iin(scene.person, scene.chance))(scene),
  fin: (scene) => number(scene, { series: '', figures: documents.fin(scene.chance) }),
  brn: belgian,
  tckn: (scene) => numeral(documents.turkishNumber(scene.chance))(scene),
  cnic: pakistani,
  mrz: (scene) => zone(scene, scene.oneLine),
  mrzi: (scene) => zone(scene, true),
};

function zone({ person, chance }: Scene, oneLine: boolean): string {
  return marked('MRZ', zoneWritten(zoneOf(person, chance), chance, oneLine));
}
