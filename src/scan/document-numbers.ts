/** Numbers of documents and of persons in a text. */
import type { Candidate } from './candidate.js';
import { checkedNumber } from './checked-numbers.js';
import type { Finding } from './finding.js';
import type { FoldedText } from './fold.js';
import { isDate, partsFrom } from './gaps.js';
import { namedNumber } from './named-numbers.js';
import { type Naming, openNaming } from './naming.js';
import type { Run } from './runs.js';
import { seriesNumber } from './series-numbers.js';
import { tableHeads } from './table-heads.js';

/** Finds them; runs once over what has a digit. */
export function findDocumentNumbers(folded: FoldedText, runs: readonly Run[]): readonly Finding[] {
  const found: Finding[] = [];
  const naming = openNaming(folded);
  const isHeaded = tableHeads(folded.lower, naming.isDocumentHead);
  const addresses = addressesIn(folded.lower);
  let lastEnd = -1;
  for (let at = 0; at < runs.length; ) {
    const candidate =
      checkedNumber(folded, runs, at) ??
      namedNumber(folded, runs, { at, naming, isHeaded, lastEnd }) ??
      unnamedNumber(folded, runs, { at, naming });
    if (candidate === undefined || isWithin(addresses, candidate.from)) {
      at += isDateAt(folded, runs, at) ? 3 : 1;
      continue;
    }
    found.push(findingOf(folded, candidate));
    lastEnd = candidate.to;
    at = candidate.next;
  }
  return found;
}

/** A day, all of whose parts are passed over. */
function isDateAt(folded: FoldedText, runs: readonly Run[], at: number): boolean {
  const length = runs[at]?.text.length ?? 0;
  if (length !== 4 && length > 2) return false;
  return isDate(partsFrom(folded, runs, { at, marks: '-' }));
}

function findingOf(folded: FoldedText, { from, to, weight, why }: Candidate): Finding {
  const place = { from: folded.from[from] ?? 0, to: folded.to[to - 1] ?? 0 };
  return { kind: 'DOCUMENT_NUMBER', ...place, weight, why };
}

/** In capitals, digits and letters by turns: Azerbaijan's personal code, which has neither I nor O. */
const CODE = /^(?=(?:.*\d){2})(?=(?:.*[A-Z]){2})[0-9A-HJ-NP-Z]{7}$/;
const TURNS = /\d(?=[A-Z])|[A-Z](?=\d)/g;
/** A vehicle's plate. */
const PLATE = /^\d{2}[A-Z]{2}\d{3}$/;
/** How near a word has to stand to say that a number by its form is another thing's. */
const NEAR = 12;

function unnamedNumber(
  folded: FoldedText,
  runs: readonly Run[],
  { at, naming }: { readonly at: number; readonly naming: Naming },
): Candidate | undefined {
  const candidate = seriesNumber(folded, runs, at) ?? codeNumber(runs[at], at);
  if (candidate === undefined || isPartOfMore(folded, candidate)) return undefined;
  const word = naming.before(candidate.from);
  const isOther = word?.ofDocument === false && word.between.length <= NEAR;
  return isOther ? undefined : candidate;
}

function codeNumber(run: Run | undefined, at: number): Candidate | undefined {
  if (run === undefined || !CODE.test(run.text) || PLATE.test(run.text)) return undefined;
  if ((run.text.match(TURNS) ?? []).length < 2) return undefined;
  return { from: run.from, to: run.to, next: at + 1, weight: 1, why: 'FORM' };
}

/** What goes on before or behind is a file's number, an address or an account. */
function isPartOfMore({ latin }: FoldedText, { from, to }: Candidate): boolean {
  return /[/@=_]/.test(latin.charAt(from - 1)) || /^(?:\/\d|@|_)/.test(latin.slice(to, to + 2));
}

type Place = readonly [from: number, to: number];

/** Addresses of pages: their numbers are nobody's. */
function addressesIn(lower: string): readonly Place[] {
  if (!lower.includes('://') && !lower.includes('www.')) return [];
  return [...lower.matchAll(/(?:https?:\/\/|www\.)\S{1,400}/g)].map(
    ({ index, 0: text }) => [index, index + text.length] as const,
  );
}

function isWithin(places: readonly Place[], at: number): boolean {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.[0] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return at < (places[low - 1]?.[1] ?? -1);
}
