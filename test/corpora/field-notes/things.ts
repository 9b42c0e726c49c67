import type { Chance } from './chance.js';
import * as check from './check-digits.js';

const two = (number: number): string => String(number).padStart(2, '0');
const noughts = (count: number, chance: Chance): string =>
  String(chance.roll(10 ** count)).padStart(count, '0');
const thousands = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, ' ');

function bin(chance: Chance): string {
  const eleven = `${two(chance.between(0, 24))}${two(chance.between(1, 12))}${chance.pick([4, 5, 6])}${chance.pick([0, 1, 2])}${noughts(5, chance)}`;
  const digit = check.kazakhDigit(eleven);
  return digit === undefined ? bin(chance) : `${eleven}${digit}`;
}

function container(chance: Chance): string {
  const ten = `${chance.letters(3)}U${noughts(6, chance)}`;
  return `${ten.slice(0, 4)}${chance.pick([' ', ''])}${ten.slice(4)}${chance.pick(['-', ' ', ''])}${check.containerDigit(ten)}`;
}

function wagon(chance: Chance): string {
  const seven = `${chance.pick(['2', '5', '6', '9'])}${noughts(6, chance)}`;
  return `${seven}${check.wagonDigit(seven)}`;
}

function iban(chance: Chance): string {
  const country = chance.pick(['AZ', 'KZ']);
  const bank = country === 'AZ' ? 'CTRE' : '070';
  const account = `${bank}${noughts(country === 'AZ' ? 20 - 12 : 13 - 3, chance)}${country === 'AZ' ? noughts(12, chance) : '106'}`;
  const all = country === 'AZ' ? account : account.slice(0, 16);
  const text = `${country}${check.ibanDigits(country, all)}${all}`;
  return chance.roll(2) === 0 ? text : (text.match(/.{1,4}/g) ?? []).join(' ');
}

/** A reference of payment as Belgian banks have it. */
function structured(chance: Chance): string {
  const ten = chance.figures(10);
  const all = `${ten}${two(Number(ten) % 97 || 97)}`;
  return all.replace(/(.{3})(.{4})(.{5})/, '+++$1/$2/$3+++');
}

function airWaybill(chance: Chance): string {
  const seven = chance.figures(7);
  return `${chance.pick(['771', '465', '235', '082'])}-${seven}${Number(seven) % 7}`;
}

const PHONES: Readonly<Record<string, (chance: Chance) => string>> = {
  az: (chance) => `+994 12 ${chance.figures(3)} ${noughts(2, chance)} ${noughts(2, chance)}`,
  ru: (chance) => `+7 (7172) ${chance.figures(2)}-${noughts(2, chance)}-${noughts(2, chance)}`,
  kk: (chance) => `8 (7172) ${chance.figures(2)} ${noughts(2, chance)} ${noughts(2, chance)}`,
  en: (chance) => `+32 2 ${chance.figures(3)} ${noughts(2, chance)} ${noughts(2, chance)}`,
};

/** Numbers that are nobody's: of acts, freight, firms, places and devices, as such texts are full of them. */
export const THINGS: Readonly<Record<string, (chance: Chance, argument: string) => string>> = {
  // Counts after which Russian has the genitive plural.
  n: ({ between, pick }) => String(pick([between(5, 20), between(2, 6) * 10 + between(5, 9)])),
  N: ({ between }) => thousands(between(105, 4_890) * 10 + between(5, 9)),
  pc: ({ between, roll }) => `${between(2, 71)},${roll(10)}`,
  y: ({ between }) => String(between(2016, 2025)),
  yo: ({ between }) => String(between(1986, 2014)),
  price: ({ between }) => `${between(8, 19) * 50}–${between(20, 39) * 50}`,
  fee: ({ between }) => `${between(180, 940)},${two(between(0, 99))}`,
  shift: ({ pick }) => pick(['08:00–20:00', '20:00–08:00', '09:00–21:00', '06:00–14:00']),
  awb: airWaybill,
  ogm: structured,
  ref: (chance) =>
    chance.pick([
      () => `${chance.between(1, 19)}/${chance.between(1, 9)}-${chance.between(110, 9_870)}`,
      () =>
        `${chance.between(2, 29)}-${chance.between(1, 9)}-${chance.between(4, 30)}/${chance.figures(4)}`,
      () => `${chance.letters(2)}-${chance.figures(3)}/${chance.between(24, 26)}`,
    ])(),
  act: ({ between, pick }) => `${between(45, 1_180)}-${pick(['IVQ', 'VIQ', 'VIIQ', 'IIIQD'])}`,
  zrk: ({ between, pick }) => `${between(14, 477)}-${pick(['IV', 'V', 'VI', 'VII', 'VIII'])}`,
  case: (chance) =>
    `${chance.figures(2)}${noughts(4, chance)}${chance.pick(['031', '071'])}${noughts(6, chance)}`,
  cont: container,
  wag: wagon,
  bin,
  voen: (chance) => `${chance.pick(['14', '17', '20', '99'])}${noughts(7, chance)}1`,
  tel: (chance, language) => PHONES[language]?.(chance) ?? '',
  coord: ({ between, figures }) =>
    `${between(38, 51)}.${figures(4)}, ${between(45, 79)}.${figures(4)}`,
  deg: ({ between }) =>
    `${between(38, 50)}°${two(between(1, 59))}′${two(between(1, 59))}″ N ${between(45, 79)}°${two(between(1, 59))}′${two(between(1, 59))}″ E`,
  iban,
  sum: ({ between }) => `${thousands(between(12_000, 980_000))},${two(between(0, 99))}`,
  tik: (chance) => `${chance.pick(['INC', 'REQ', 'CHG'])}${noughts(7, chance)}`,
  sn: (chance) => `${chance.letters(2)}${chance.pick(['', ' ', '-'])}${chance.figures(7)}`,
  flight: ({ between, pick }) =>
    `${pick(['J2', 'KC', 'TK', 'DV', 'SN', 'HY'])} ${between(101, 989)}`,
  train: ({ between }) => String(between(3, 698)),
  tender: (chance, script) =>
    `${chance.figures(8)}-${chance.pick(script === 'ru' ? ['ЗЦП1', 'ОК2'] : ['OK1', 'EI3'])}`,
  decl: (chance) =>
    `${chance.figures(5)}/${two(chance.between(1, 28))}${two(chance.between(1, 12))}${chance.between(24, 26)}/${noughts(7, chance)}`,
  isbn: (chance) => `978-9952-${chance.figures(2)}-${chance.figures(3)}-${chance.roll(10)}`,
  imo: (chance) => {
    const six = `9${noughts(5, chance)}`;
    return `IMO ${six}${check.shipDigit(six)}`;
  },
  oj: ({ between }) =>
    `L ${between(50, 340)}, ${between(1, 28)}.${between(1, 12)}.${between(2013, 2023)}, p. ${between(1, 99)}`,
  form: ({ between, pick }) => `${pick(['F', 'Q', 'T'])}-${two(between(1, 40))}/${between(2, 9)}`,
  iso: ({ pick }) =>
    pick([
      'ISO/IEC 7501-1',
      'ISO 3166-1',
      'ISO/IEC 19794-5',
      'ISO/IEC 14443',
      'ISO/IEC 27001:2022',
      'ICAO Doc 9303',
      'ISO 6346',
    ]),
  mzx: ({ pick }) => pick(['C XXXXXXXX', 'N XXXXXXXX', 'AA XXXXXXX', 'XXXXXXXXX', 'BEL XXXXXXXXX']),
};
