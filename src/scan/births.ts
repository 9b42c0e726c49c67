/** Names of persons with a date of birth near them: the word for birth tells, or a date right beside a name. */
import { KIND } from './characters.js';
import { dateAt, type WrittenDate } from './dates.js';
import type { Finding } from './finding.js';
import { type FoldedText, placeIn } from './fold.js';
import { labelledName } from './labelled-names.js';
import { lettered } from './letters.js';
import { casedText, namesIn, type WrittenName } from './person-names.js';
import type { Run } from './runs.js';
import { type Lines, openTables, type Span } from './table-rows.js';

const BIRTH = lettered({
  flags: 'u',
  source: `(?:(?<!\\p{L})(?:${[
    ...[
      'born',
      'date of birth',
      'd\\.?\\s?o\\.?\\s?b',
      'birth\\s?da(?:te|y)',
      'year of birth',
      'née?',
      'geboren',
    ],
    ...[
      'роди(?:л|вш)\\p{L}*',
      'рожд\\p{L}*',
      'г\\.?\\s?/?р',
      'д\\.?\\s?/?р',
      'р\\.',
      'род\\.',
      'уроже\\p{L}*',
    ],
    ...[
      'doğul\\p{L}*',
      'təvəllüd\\p{L}*',
      'doğum\\p{L}*',
      'doğ\\.',
      'təv\\.',
      'anadan ol\\p{L}*',
      'd\\.t',
    ],
    ...[
      'ту(?:ған|ылған|ыл)\\p{L}*',
      'ту[уғ]\\p{L}*',
      'т\\.\\s?ж',
      'ж\\.\\s?т',
      'дүниеге кел\\p{L}*',
    ],
  ].join('|')})(?!\\p{L}))|(?<=[\\s(])b\\.(?=\\s{0,2}\\d)|\\(b\\.|(?<=[\\s,(])\\*(?=\\s?\\d)`,
});

/** How far, in characters, a word for birth stands from its date, and a name from both. */
const WORD_BEFORE = 36;
const WORD_BEHIND = 30;
const NAME_BEFORE = 130;
const NAME_BEHIND = 70;
/** Characters of a column's head that are read. */
const LONGEST_HEAD = 80;
/** Beside each other. */
const BESIDE = 6;
const BORN = { from: 1920, to: 2012 } as const;

/** Finds them. */
export function findBirths(
  folded: FoldedText,
  runs: readonly Run[],
  lines: Lines,
): readonly Finding[] {
  const isOfBirth = ([from, to]: Span): boolean =>
    BIRTH.test(folded.lower.slice(from, Math.min(to, from + LONGEST_HEAD)));
  const tables = openTables(lines, (cells) => cells.some(isOfBirth));
  const isHeaded = (place: number): boolean => {
    const head = tables.headOf(place);
    return head !== undefined && isOfBirth(head);
  };
  const found: Finding[] = [];
  let [end, least] = [0, 0];
  for (const run of runs) {
    const date = run.from < end ? undefined : dateAt(folded, run);
    if (date === undefined || date.year < BORN.from) continue;
    end = date.isWhole ? date.to : end;
    const finding = birthAt(folded, date, { isHeaded, least });
    least = Math.max(least, date.isWhole ? date.to : 0);
    if (finding !== undefined) found.push(finding);
  }
  return found;
}

interface Around {
  readonly isHeaded: (place: number) => boolean;
  /** Where the date before ended: names of a form above it are another person's. */
  readonly least: number;
}

function birthAt(
  folded: FoldedText,
  date: WrittenDate,
  { isHeaded, least }: Around,
): Finding | undefined {
  const isNamed = isBirthNamed(folded.lower, date) || isHeaded(date.from);
  if (!isNamed && (!date.isWhole || date.year > BORN.to)) return undefined;
  const labelled = isNamed ? labelledName(folded, date, least) : undefined;
  const name = labelled ?? nameNear(folded, date, isNamed);
  if (name === undefined) return undefined;
  const [from, to] = [Math.min(name.from, date.from), Math.max(name.to, date.to)];
  return {
    kind: 'NAME_AND_BIRTH_DATE',
    ...placeIn(folded, from, to),
    weight: isNamed ? 3 : 2,
    why: isNamed ? 'BIRTH_NAMED' : 'DATE_BESIDE_NAME',
  };
}

const isBirthNamed = (lower: string, { from, to }: WrittenDate): boolean =>
  BIRTH.test(lower.slice(Math.max(0, from - WORD_BEFORE), from + 1)) ||
  BIRTH.test(lower.slice(to, to + WORD_BEHIND));

/** The name to which the date belongs: the nearest where birth is named, else one right beside it. */
function nameNear(
  folded: FoldedText,
  date: WrittenDate,
  isNamed: boolean,
): WrittenName | undefined {
  if (isNamed) return (nameBefore(folded, date, true) ?? nameBehind(folded, date, true))?.name;
  const before = isCapitalBeside(folded, date.from, -1)
    ? nameBefore(folded, date, false)
    : undefined;
  if (before !== undefined && isBeside(before.between) && !isInOffice(before, date)) {
    return before.name;
  }
  const behind = isCapitalBeside(folded, date.to, 1) ? nameBehind(folded, date, false) : undefined;
  if (behind === undefined || !isBeside(behind.between) || isInOffice(behind, date)) {
    return undefined;
  }
  return behind.name.isSure || behind.name.isInCapitals ? behind.name : undefined;
}

interface NameNear {
  readonly name: WrittenName;
  /** What stands between it and the date. */
  readonly between: string;
  /** It, and what stands before it. */
  readonly upTo: string;
}

function nameBefore(
  folded: FoldedText,
  { from }: WrittenDate,
  isNamed: boolean,
): NameNear | undefined {
  const start = Math.max(0, from - NAME_BEFORE);
  const text = casedText(folded, start, from);
  const name = namesIn(text, isNamed).at(-1);
  if (name === undefined || APART.test(text.slice(name.to))) return undefined;
  return {
    name: moved(name, start),
    between: text.slice(name.to),
    upTo: text.slice(Math.max(0, name.from - OFFICE_BEFORE), name.to),
  };
}

function nameBehind(
  folded: FoldedText,
  { to }: WrittenDate,
  isNamed: boolean,
): NameNear | undefined {
  const text = casedText(folded, to, to + NAME_BEHIND);
  const [name] = namesIn(text, isNamed);
  if (name === undefined || APART.test(text.slice(0, name.from))) return undefined;
  const upTo = text.slice(0, name.to);
  return { name: moved(name, to), between: text.slice(0, name.from), upTo };
}

/** An empty line, a paragraph's number or the end of a sentence stands between: what is said is said of another. */
const APART = lettered(/\n[^\S\n]*\n|\n\s*\d{1,3}[.)]\s|\p{L}{3,}[.!?]\s+\p{Lu}\p{L}/u);

/** Whether a word with a capital, or an initial, ends or begins within a few places of here. */
function isCapitalBeside({ kinds, latin }: FoldedText, place: number, step: 1 | -1): boolean {
  let at = step === 1 ? place : place - 1;
  const end = at + BESIDE * step;
  while (
    at !== end &&
    kinds[at] !== undefined &&
    !isLetter(kinds[at]) &&
    latin.charAt(at) !== '.'
  ) {
    at += step;
  }
  if (step === -1)
    while (isLetter(kinds[at - 1]) && (isLetter(kinds[at]) || latin.charAt(at) === '.')) at -= 1;
  return kinds[at] === KIND.capital;
}

const isLetter = (kind: number | undefined): boolean =>
  kind === KIND.capital || kind === KIND.small;

const moved = (name: WrittenName, by: number): WrittenName => ({
  ...name,
  from: name.from + by,
  to: name.to + by,
});

const isBeside = (between: string): boolean =>
  between.length <= BESIDE && /^[\s,;:|()\-/]*$/.test(between);

/** Who holds a public office is named for what he does, and the day is that on which he did it. */
const OFFICE = lettered(
  /(?<!\p{L})(?:minister|министр\p{L}*|nazir\p{L}*|president|президент\p{L}*|prezident\p{L}*|ambassador|посол\p{L}*|посл\p{L}+|səfir\p{L}*|елші\p{L}*|director|директор\p{L}*|direktor\p{L}*|начальник\p{L}*|head|rəis\p{L}*|бастығ\p{L}*|chair\p{L}*|председател\p{L}*|sədr\p{L}*|төраға\p{L}*|general|генерал\p{L}*|colonel|полковник\p{L}*|secretary|секретар\p{L}*|katib\p{L}*|commissioner|комиссар\p{L}*|deputy|депутат\p{L}*|judge|судь\p{L}*)(?!\p{L})/iu,
);
const OFFICE_BEFORE = 30;
/** An earlier day is no act of an office of today: the states on both sides are younger. */
const OFFICES_SINCE = 1991;
const isInOffice = ({ upTo }: NameNear, { year }: WrittenDate): boolean =>
  year >= OFFICES_SINCE && OFFICE.test(upTo);
