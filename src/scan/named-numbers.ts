/** Numbers that a word beside them, the head of their column, or the number before them calls those of a document. */
import type { Candidate } from './candidate.js';
import type { FoldedText } from './fold.js';
import { isDate, partsFrom } from './gaps.js';
import type { Naming, WordBefore } from './naming.js';
import type { Run } from './runs.js';
import type { IsHeaded } from './table-heads.js';

export interface Surroundings {
  readonly naming: Naming;
  /** Whether a place stands in a column of documents. */
  readonly isHeaded: IsHeaded;
  /** Where the last number of a document ended: what follows in a list is one too. */
  readonly lastEnd: number;
}

const LONGEST = 14;

/** A number that begins with the run at this place. */
export function namedNumber(
  folded: FoldedText,
  runs: readonly Run[],
  { at, ...around }: Surroundings & { readonly at: number },
): Candidate | undefined {
  const place = runs[at]?.from ?? 0;
  const isNear = around.naming.isDocumentNear(place) || place - around.lastEnd <= MOST_BETWEEN;
  if (!isNear && !around.isHeaded(place)) return undefined;
  const parts = joined(partsFrom(folded, runs, { at, marks: '-#' }));
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined || isDate(parts)) return undefined;
  const weight = weightOf(folded, parts, around);
  if (weight === undefined) return undefined;
  const { from } = first;
  return { from, to: last.to, next: at + parts.length, weight, why: 'NAMED_AS_SUCH' };
}

/** How surely what stands around these parts calls them a number of a document; undefined where it does not. */
function weightOf(
  folded: FoldedText,
  parts: readonly Run[],
  { naming, isHeaded, lastEnd }: Surroundings,
): Candidate['weight'] | undefined {
  const text = parts.map((part) => part.text).join('');
  const digits = text.replace(/\D/g, '').length;
  if (text.length < 5 || digits < 2) return undefined;
  const { from, to } = spanOf(parts);
  const word = naming.before(from);
  if (word?.ofDocument === true && isNamed(word, parts)) return 3;
  if (text.length > 5 && isHeaded(from)) return 3;
  if (digits >= 5 && isListed(folded, lastEnd, from)) return 2;
  if (digits < 7 || word?.ofDocument === false) return undefined;
  return naming.isNamedBehind(to) && !isThousands(parts) ? 2 : undefined;
}

const spanOf = (parts: readonly Run[]) => ({
  from: parts[0]?.from ?? 0,
  to: parts.at(-1)?.to ?? 0,
});

/** As many parts as one number may have. */
function joined(parts: readonly Run[]): readonly Run[] {
  let length = 0;
  const taken: Run[] = [];
  for (const part of parts) {
    length += part.text.length;
    if (length > LONGEST) break;
    taken.push(part);
  }
  return taken;
}

const NUMBER_SIGN =
  /(?:#|(?<!\p{L})(?:no|nr|n|num|nº|n°|number|номер\p{L}*|нөмір\p{L}*|nömrə\p{L}*|сери\p{L}*|seri\p{L}*|код\p{L}*|kod\p{L}*|code)|:|\|)[^\p{L}\d]{0,6}(?:\p{L}{1,3}[^\p{L}\d]{0,4})?$/u;
const NEAR = 14;
/** Digits alone that mean nothing else when a document was named a little before. */
const LONG = 9;

/** Whether the word speaks of this number: it is signed as one, it stands near, or it is like no other. */
function isNamed(word: WordBefore, parts: readonly Run[]): boolean {
  const text = parts.map((part) => part.text).join('');
  const digits = text.replace(/\D/g, '').length;
  if (word.ofCode && text.length === 7) return true;
  if (digits < 5) return false;
  if (digits < text.length) return true;
  if (NUMBER_SIGN.test(word.between)) return true;
  if (isThousands(parts)) return false;
  const isNear = word.between.length <= NEAR && !/[.;!?]/.test(word.between);
  return isNear ? digits >= 6 : digits >= LONG;
}

/** 1 234 567: a quantity. */
const isThousands = (parts: readonly Run[]): boolean =>
  parts.length > 1 &&
  /^[1-9]\d{0,2}$/.test(parts[0]?.text ?? '') &&
  parts.slice(1).every(({ text }) => /^\d{3}$/.test(text));

const AND =
  /^[\s,;/&()\-#.]{1,6}(?:(?:and|or|и|или|və|və ya|и|және|немесе|мен|no|[a-z]{1,2})[\s#.]{1,3})?$/u;
const MOST_BETWEEN = 14;

function isListed({ lower }: FoldedText, lastEnd: number, from: number): boolean {
  if (lastEnd < 0 || from - lastEnd > MOST_BETWEEN) return false;
  return AND.test(lower.slice(lastEnd, from));
}
