/**
 * Numbers that show by their form what they are, without a word beside them: letters of a series and digits, as on the
 * passports and cards of the Parties and of the states on the routes; written together, apart, or over a line's end.
 */
import type { Candidate } from './candidate.js';
import { KIND } from './characters.js';
import type { FoldedText } from './fold.js';
import { digitsOf, isDate, isGap, MISREAD_LETTERS, partsFrom } from './gaps.js';
import type { Run } from './runs.js';

/** How many digits follow a series of so many letters: KZ N and eight, AZ AA and seven, BE EA and six, a visa BEL and nine. */
const DIGITS: Readonly<Record<number, readonly [number, number]>> = {
  1: [7, 9],
  2: [6, 8],
  3: [6, 9],
};
/** Of a number without its series, and with it. */
const MOST_DIGITS = 9;
const LONGEST = 12;
/** Letters before a number that make it something else. */
const NO_SERIES =
  /^(?:NO|NR|OJ|BP|PO|UN|US|KM|KG|IN|AT|TO|OF|BY|ON|OR|DO|ZA|VE|EUR|USD|AZN|KZT|RUB|TRY|GBP|IMO|ISO|TEL|FAX|THE|AND|FOR|ISB|BIN|TIN|VAT|INN|БИH|ИHH|INC|REQ|SR|CHG|TKT|RGS|REF|DOC|FAQ|PNR|AWB|TIR|CMR|BЭД|TN|SN|TK|GMT|UTC|MHZ|CZ|PS|TSD)$/;

const fits = (letters: string, digits: number): boolean => {
  const [least, most] = DIGITS[letters.length] ?? [1, 0];
  return digits >= least && digits <= most;
};

/** A number whose series stands at its head, in the run at this place or right before it. */
export function seriesNumber(
  folded: FoldedText,
  runs: readonly Run[],
  at: number,
): Candidate | undefined {
  const run = runs[at];
  if (run === undefined) return undefined;
  const joined = joinedNumber(folded, runs, at);
  if (joined !== undefined) return joined;
  if (digitsOf(run) === undefined) return undefined;
  const head = seriesBefore(folded, run.from);
  if (head === undefined || NO_SERIES.test(head.letters)) return undefined;
  const parts = takeDigits(
    partsFrom(folded, runs, { at, marks: WITHIN, longest: MOST_DIGITS }),
    (count) => fits(head.letters, count),
  );
  if (parts === undefined || isOtherThing(folded, head.letters, parts)) return undefined;
  return candidateOf(head.from, parts, { at, weight: 2 });
}

const SERIES = new RegExp(`^[A-Z\\u0400-\\u052f]{1,3}[0-9${MISREAD_LETTERS}]{1,9}$`);
/** A series whose letter was read as a figure, or one of whose letters was. */
const FIGURE_IN_SERIES = /^(?:[0158][A-Z]|[A-Z][0158])\d{7}$/;
/** What may stand within a number beside spaces. */
const WITHIN = '-\t';
const HEAD = /^[A-Z\u0400-\u052f]+$/;
/** Türkiye's card, and Georgia's two digits, two letters, five digits; also in parts. */
const FIGURE = `[0-9${MISREAD_LETTERS}]`;
const IN_PARTS = new RegExp(`^(?:[A-Z]${FIGURE}{2}[A-Z]|${FIGURE}{2}[A-Z]{2})${FIGURE}{5}$`);
const LENGTH_IN_PARTS = 9;
/**
 * Numbers with letters at fixed places: Italy's card and tax code, Spain's identity numbers, the United
 * Kingdom's insurance number, India's tax number of persons, Finland's and Belarus's personal numbers, Sri Lanka's, China's where its check is an X.
 */
const LETTERED =
  /^(?:C[A-Z]\d{5}[A-Z]{2}|[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]|[XYZ]\d{7}[A-HJ-NP-TV-Z]|[A-CEGHJ-PR-TW-Z]{2}\d{6}[A-D]|[A-Z]{3}P[A-Z]\d{4}[A-Z]|[0-3]\d[01]\d{3}A\d{3}[0-9A-Y]|[1-6]\d{6}[ABCHKEM]\d{3}[A-Z]{2}\d|\d{9}[VX]|\d{6}(?:19|20)\d{9}X)$/;
const SPANISH = /^(\d{8})([A-HJ-NP-TV-Z])$/;

function joinedNumber(folded: FoldedText, runs: readonly Run[], at: number): Candidate | undefined {
  const run = runs[at];
  if (run === undefined) return undefined;
  const within = lettersWithin(folded, runs, at);
  if (within !== undefined) return candidateOf(within.from, within.parts, { at, weight: 2 });
  if (run.digits === run.text.length) return undefined;
  if (isLettered(run.text)) return candidateOf(run.from, [run], { at, weight: 2 });
  if (!SERIES.test(run.text)) return undefined;
  const [, ...following] = partsFrom(folded, runs, { at, marks: WITHIN, longest: LONGEST });
  for (const letters of [2, 1, 3]) {
    const parts = partsBehind(run, letters, following);
    const isOther = parts !== undefined && isOtherThing(folded, run.text.slice(0, letters), parts);
    if (parts !== undefined && !isOther) return candidateOf(run.from, parts, { at, weight: 2 });
  }
  return undefined;
}

function isLettered(text: string): boolean {
  if (LETTERED.test(text) || FIGURE_IN_SERIES.test(text)) return true;
  const [, digits, letter] = SPANISH.exec(text) ?? [];
  return digits !== undefined && 'TRWAGMYFPDXBNJZSQVHLCKE'.charAt(Number(digits) % 23) === letter;
}

/** The parts that come to a number with letters within it; the letter before them counts too. */
function lettersWithin(
  folded: FoldedText,
  runs: readonly Run[],
  at: number,
): { readonly from: number; readonly parts: readonly Run[] } | undefined {
  const parts = partsFrom(folded, runs, {
    ...{ at, marks: `${WITHIN}#`, longest: LENGTH_IN_PARTS },
  });
  const from = parts[0]?.from ?? 0;
  let [text, digits] = ['', 0];
  for (const [place, part] of parts.entries()) {
    text += part.text;
    digits += part.digits;
    if (digits < 4 || digits === text.length || text.length < LENGTH_IN_PARTS - 1) continue;
    const taken = parts.slice(0, place + 1);
    if (IN_PARTS.test(text)) return { from, parts: taken };
    const head = seriesBefore(folded, from);
    const isBehind = head?.letters.length === 1 && IN_PARTS.test(head.letters + text);
    if (isBehind) return { from: head.from, parts: taken };
  }
  return undefined;
}

/** The number behind so many letters of a run, as far as it goes. */
function partsBehind(
  run: Run,
  letters: number,
  following: readonly Run[],
): readonly Run[] | undefined {
  const head = run.text.slice(0, letters);
  const rest = { ...run, from: run.from + letters, text: run.text.slice(letters) };
  if (!HEAD.test(head)) return undefined;
  const parts = takeDigits([rest, ...following], (count) => fits(head, count));
  const isOther = NO_SERIES.test(head) && parts?.length !== 1;
  return isOther ? undefined : parts;
}

/** The first parts that come to a right count of digits: the first alone where it does, else as many as fit. */
function takeDigits(
  parts: readonly Run[],
  isRight: (count: number) => boolean,
): readonly Run[] | undefined {
  let count = 0;
  let taken: readonly Run[] | undefined;
  for (const [at, part] of parts.entries()) {
    const digits = digitsOf(part);
    if (digits === undefined) break;
    count += digits.length;
    if (isRight(count)) taken = parts.slice(0, at + 1);
    if (taken !== undefined && (at === 0 || !isRight(count))) break;
  }
  return taken;
}

const YEAR = /^(?:19|20)\d\d$/;

/** Whether what follows a series is no number: a day, years, or after three letters a number of a file or a device. */
function isOtherThing({ latin }: FoldedText, letters: string, parts: readonly Run[]): boolean {
  const [first] = parts;
  if (first === undefined || parts.length === 1) return false;
  if (isDate(parts) || parts.every(({ text }) => YEAR.test(text))) return true;
  return letters.length === 3 && latin.slice(first.to, parts.at(-1)?.from).includes('-');
}

/** As before the series of a certificate of birth: `II-АГ`. */
const ROMAN = /(?<![A-Z\d])[IVX]{1,4}-$/;

/** One to three capitals that stand alone right before a place. */
function seriesBefore(
  folded: FoldedText,
  place: number,
): { readonly from: number; readonly letters: string } | undefined {
  const { kinds, latin } = folded;
  let to = place;
  while (to > 0 && place - to < 4 && isApart(folded, to - 1)) to -= 1;
  let from = to;
  while (from > 0 && kinds[from - 1] === KIND.capital && to - from <= 3) from -= 1;
  const before = kinds[from - 1];
  const stands =
    before !== KIND.small &&
    before !== KIND.capital &&
    before !== KIND.digit &&
    (!/[\dA-Z][-/]$/.test(latin.slice(Math.max(0, from - 2), from)) ||
      ROMAN.test(latin.slice(Math.max(0, from - 6), from)));
  if (from === to || to - from > 3 || !stands || !isGap(folded, [to, place], '-#.:'))
    return undefined;
  return { from, letters: latin.slice(from, to) };
}

const isApart = ({ kinds, latin }: FoldedText, at: number): boolean =>
  kinds[at] === KIND.space || kinds[at] === KIND.line || '-#.:'.includes(latin.charAt(at));

function candidateOf(
  from: number,
  parts: readonly Run[],
  { at, weight }: { readonly at: number; readonly weight: 2 },
): Candidate {
  return { from, to: parts.at(-1)?.to ?? from, next: at + parts.length, weight, why: 'FORM' };
}
