/** Numbers of documents and of persons in a text. */
import type { Candidate } from './candidate.js';
import { checkedNumber } from './checked-numbers.js';
import { isElsewhere, isOfThing } from './elsewhere.js';
import type { Finding } from './finding.js';
import { type FoldedText, placeIn } from './fold.js';
import { isDate, partsFrom } from './gaps.js';
import { findHeadedCells } from './headed-cells.js';
import { lettered } from './letters.js';
import { findNamedCodes } from './named-codes.js';
import { namedNumber } from './named-numbers.js';
import { isOfDocument, type Naming, openNaming } from './naming.js';
import type { Run } from './runs.js';
import { seriesNumber } from './series-numbers.js';
import { type Lines, openTables, type Tables } from './table-rows.js';

/** Finds them. */
export function findDocumentNumbers(
  folded: FoldedText,
  runs: readonly Run[],
  lines: Lines,
): readonly Finding[] {
  const naming = openNaming(folded);
  const tables = openTables(lines, (cells) =>
    cells.some((cell) => naming.headSays(cell) !== undefined),
  );
  return [
    ...findHeadedCells(folded, tables, naming),
    ...findNamedCodes(folded, naming),
    ...findWritten(folded, runs, { naming, tables }),
  ];
}

interface Context {
  readonly naming: Naming;
  readonly tables: Tables;
}

/** Runs once over what has a digit. */
function findWritten(
  folded: FoldedText,
  runs: readonly Run[],
  { naming, tables }: Context,
): readonly Finding[] {
  const found: Finding[] = [];
  let lastEnd = -1;
  for (let at = 0; at < runs.length; ) {
    const candidate = numberAt(folded, runs, { at, naming, tables, lastEnd });
    if (candidate === undefined || isElsewhere(folded, candidate.from)) {
      at += datePartsAt(folded, runs, at);
      continue;
    }
    found.push(findingOf(folded, candidate));
    lastEnd = candidate.to;
    at = candidate.next;
  }
  return found;
}

function numberAt(
  folded: FoldedText,
  runs: readonly Run[],
  { at, naming, tables, lastEnd }: Context & { readonly at: number; readonly lastEnd: number },
): Candidate | undefined {
  const run = runs[at];
  if (run === undefined || isOfThing(run)) return undefined;
  const candidate =
    checkedNumber(folded, runs, at) ??
    namedNumber(folded, runs, { at, naming, lastEnd }) ??
    seriesNumber(folded, runs, at) ??
    codeNumber(run, at);
  if (candidate === undefined || isPartOfMore(folded, candidate)) return undefined;
  const head = tables.headOf(candidate.from);
  if (head !== undefined && naming.headSays(head) === 'other') return undefined;
  const isNamed = candidate.why === 'NAMED_AS_SUCH';
  return isNamed || !isOfOtherThing(folded, candidate, naming) ? candidate : undefined;
}

const SIGNED = lettered(/#|(?<!\p{L})(?:no|nr|номер\p{L}*|number)(?!\p{L})|-li /u);

/** Whether a word bound to a number says that it is another thing's, whatever its form. */
function isOfOtherThing({ lower }: FoldedText, { from, to }: Candidate, naming: Naming): boolean {
  const claim = naming.claimOn(from, to);
  if (claim === undefined || !claim.isLinked || isOfDocument(claim.kind)) return false;
  return claim.kind !== 'paper' || SIGNED.test(claim.between + lower.slice(from, to));
}

/** Figures of a day, month and year. */
const LONGEST_DATE = 10;

/** How many runs the day that begins here takes up; one where there is none. */
function datePartsAt(folded: FoldedText, runs: readonly Run[], at: number): number {
  const length = runs[at]?.text.length ?? 0;
  if (length !== 4 && length > 2) return 1;
  const parts = partsFrom(folded, runs, { at, marks: '-./', longest: LONGEST_DATE }).slice(0, 3);
  const last = parts.at(-1);
  const isLine = last !== undefined && folded.lower.slice(runs[at]?.from, last.to).includes('\n');
  return parts.length === 3 && !isLine && isDate(parts) ? 3 : 1;
}

function findingOf(folded: FoldedText, { from, to, weight, why }: Candidate): Finding {
  return { kind: 'DOCUMENT_NUMBER', ...placeIn(folded, from, to), weight, why };
}

/** In capitals, digits and letters by turns: Azerbaijan's personal code, which has neither I nor O. */
const CODE = /^(?=(?:.*\d){2})(?=(?:.*[A-Z]){2})[0-9A-HJ-NP-Z]{7}$/;
const CODE_LENGTH = 7;
const TURNS = /\d(?=[A-Z])|[A-Z](?=\d)/g;
/** A vehicle's plate. */
const PLATE = /^\d{2}[A-Z]{2}\d{3}$/;

function codeNumber(run: Run, at: number): Candidate | undefined {
  if (run.text.length !== CODE_LENGTH || !CODE.test(run.text) || PLATE.test(run.text))
    return undefined;
  if ((run.text.match(TURNS) ?? []).length < 2) return undefined;
  return { from: run.from, to: run.to, next: at + 1, weight: 1, why: 'FORM' };
}

/** What goes on before or behind is a file's number, an address or an account. */
function isPartOfMore({ latin }: FoldedText, { from, to }: Candidate): boolean {
  return /[/@=_]/.test(latin.charAt(from - 1)) || /^(?:\/\d|@|_)/.test(latin.slice(to, to + 2));
}
