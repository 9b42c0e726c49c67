/** Places whose figures are nobody's: addresses of pages, telephones, and numbers that show that they are a thing's. */
import type { FoldedText } from './fold.js';
import { lettered } from './letters.js';
import type { Run } from './runs.js';

/** What is dialled: after a plus, or with the code of an area in brackets. */
const TELEPHONE = /(?:\+\d[\d\s()-]{6,18}|\(\d{2,5}\)[\s-]{0,2}\d[\d\s-]{3,11})\d/g;
const STANDARD = lettered(
  /(?<!\p{L})(?:iso|iec|icao|itu|гост)(?:[\s/]{1,2}(?:iec|ts|tr|doc|р))?[\s-]{1,2}\d[\d.:-]{2,14}/gu,
);

/** Belgium's number of an enterprise. */
const ENTERPRISE = /(?<![\d.])[01]\d{3}\.\d{3}\.\d{3}(?![\d.])/g;

const FORMS = [TELEPHONE, STANDARD, ENTERPRISE];
/** Characters that may stand before a place in one of them. */
const REACH = 24;

/** Whether a place stands in one of them; looked at only where a number may be. */
export function isElsewhere({ lower }: FoldedText, place: number): boolean {
  const start = Math.max(0, place - REACH);
  const text = lower.slice(start, place + REACH);
  return FORMS.some((form) => isWithin(form, text, place - start)) || isInAddress(lower, place);
}

function isWithin(form: RegExp, text: string, place: number): boolean {
  form.lastIndex = 0;
  for (let match = form.exec(text); match !== null; match = form.exec(text)) {
    if (match.index > place) return false;
    if (place < form.lastIndex) return true;
  }
  return false;
}

const LONGEST_ADDRESS = 400;

/** Whether the word in which a place stands is an address of a page. */
function isInAddress(lower: string, place: number): boolean {
  const before = lower.slice(Math.max(0, place - LONGEST_ADDRESS), place);
  const start = Math.max(before.lastIndexOf('://'), before.lastIndexOf('www.'));
  return start !== -1 && !/\s/.test(before.slice(start));
}

/** As long as an account's number, whatever its check digits. */
const ACCOUNT = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/;
const POSTAL = /^[A-Z]{2}(\d{8})(\d)[A-Z]{2}$/;
const CONTAINER = /^([A-Z]{3}[UJZ]\d{6})(\d)$/;
/** Kazakhstan's code of a place: letter, two figures, letter, figure, letter, figure. */
const POST_CODE = /^[A-Z]\d{2}[A-Z]\d[A-Z]\d$/;

/**
 * Whether a run is a thing's by its own form: a postal item (UPU S10), a container (ISO 6346), an
 * account, a code of a place.
 */
export function isOfThing({ text, digits }: Run): boolean {
  if (digits === text.length) return false;
  if (POST_CODE.test(text) || ACCOUNT.test(text)) return true;
  const [, item = '', itemCheck] = POSTAL.exec(text) ?? [];
  if (itemCheck !== undefined) return postalCheck(item) === Number(itemCheck);
  const [, body = '', check] = CONTAINER.exec(text) ?? [];
  return check !== undefined && containerCheck(body) === Number(check);
}

function postalCheck(item: string): number {
  const sum = [8, 6, 4, 2, 3, 5, 9, 7].reduce(
    (total, weight, at) => total + weight * Number(item.charAt(at)),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? 0 : check === 11 ? 5 : check;
}

/** Letters count from 10, without the multiples of 11; each place twice as much as the one before. */
function containerCheck(body: string): number {
  const sum = [...body].reduce((total, sign, at) => {
    const value = Number.parseInt(sign, 36);
    const worth = value < 10 ? value : value + Math.floor((value - 1) / 10);
    return total + worth * 2 ** at;
  }, 0);
  return (sum % 11) % 10;
}
