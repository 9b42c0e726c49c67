/** Numbers that a word beside them or the number before them calls those of a document. */
import type { Candidate } from './candidate.js';
import type { FoldedText } from './fold.js';
import { digitsOf, isDate, isThousands, partsFrom } from './gaps.js';
import { lettered } from './letters.js';
import { type Claim, isOfDocument, type Naming } from './naming.js';
import type { Run } from './runs.js';

export interface Surroundings {
  readonly naming: Naming;
  /** Where the last number of a document ended: what follows in a list is one too. */
  readonly lastEnd: number;
}

/** Letters and figures of one number at most. */
const LONGEST = 20;

/** A number that begins with the run at this place. */
export function namedNumber(
  folded: FoldedText,
  runs: readonly Run[],
  { at, naming, lastEnd }: Surroundings & { readonly at: number },
): Candidate | undefined {
  const place = runs[at]?.from ?? 0;
  if (!naming.isDocumentNear(place) && place - lastEnd > MOST_BETWEEN) return undefined;
  const parts = partsFrom(folded, runs, { at, marks: '-#.', longest: LONGEST });
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined || isDate(parts)) return undefined;
  const weight = weightOf(folded, parts, { naming, lastEnd });
  if (weight === undefined) return undefined;
  const { from } = first;
  return { from, to: last.to, next: at + parts.length, weight, why: 'NAMED_AS_SUCH' };
}

/** How surely what stands around these parts calls them a number of a document; undefined where it does not. */
function weightOf(
  folded: FoldedText,
  parts: readonly Run[],
  { naming, lastEnd }: Surroundings,
): Candidate['weight'] | undefined {
  const text = parts.map((part) => part.text).join('');
  const digits = figuresIn(parts);
  const { from, to } = { from: parts[0]?.from ?? 0, to: parts.at(-1)?.to ?? 0 };
  const claim = naming.claimOn(from, to);
  if (digits < 5) return undefined;
  if (claim?.isLinked !== true && isListed(folded, lastEnd, from)) return 2;
  if (claim === undefined || !isOfDocument(claim.kind)) return undefined;
  if (!claim.isBehind) return isNamed(claim, parts, { text, digits }) ? 3 : undefined;
  return digits >= 7 && isOneNumber(folded, parts, claim) ? 2 : undefined;
}

/** No quantity: a sign says so where it is written as one. */
function isOneNumber({ lower }: FoldedText, parts: readonly Run[], { between }: Claim): boolean {
  const from = parts[0]?.from ?? 0;
  return (
    !isThousands(parts) || BESIDE_SIGN.test(lower.slice(Math.max(0, from - 3), from) + between)
  );
}

/** Figures, and in a number of figures alone the letters that are misread ones. */
const figuresIn = (parts: readonly Run[]): number =>
  parts.reduce((sum, part) => sum + (digitsOf(part)?.length ?? part.digits), 0);
const BESIDE_SIGN = /#|n[öo]mr|нөмір|seriya|серия/u;

const SIGN = lettered(
  /(?:#|(?<!\p{L})(?:no|nr|n|num|nº|n°)\.?)[^\p{L}\d]{0,4}(?:\p{L}{1,3}[^\p{L}\d]{0,4})?$/u,
);
const NUMBER_WORD = lettered(
  /(?:(?<!\p{L})(?:number|номер\p{L}*|нөмір\p{L}*|n[öo]mr[əe]\p{L}*|сери\p{L}*|seri\p{L}*|код\p{L}*|kod\p{L}*|code)|:|\|)[^\p{L}\d]{0,6}(?:\p{L}{1,3}[^\p{L}\d]{0,4})?$/u,
);
const NEAR = 14;
/** Digits alone that mean nothing else when a document was named a little before. */
const LONG = 9;

/** Whether the word speaks of this number: it is signed as one, it stands near, or it is like no other. */
function isNamed(
  { between }: Claim,
  parts: readonly Run[],
  { text, digits }: { readonly text: string; readonly digits: number },
): boolean {
  if (digits < text.length || SIGN.test(between)) return true;
  if (isThousands(parts) && digits < LONG) return false;
  if (NUMBER_WORD.test(between)) return true;
  if (isThousands(parts)) return between.length === 1 && digits === LONG;
  const isNear = between.length <= NEAR && !/[.;!?]/.test(between);
  return isNear ? digits >= 6 : digits >= LONG;
}

const AND =
  /^[\s,;/&()\-#.]{1,6}(?:(?:and|or|и|или|və|və ya|ve|и|және|немесе|мен|no|[a-z]{1,2})[\s#.]{1,3})?$/u;
const MOST_BETWEEN = 14;

function isListed({ lower }: FoldedText, lastEnd: number, from: number): boolean {
  if (lastEnd < 0 || from - lastEnd > MOST_BETWEEN) return false;
  const between = lower.slice(lastEnd, from);
  return !/\s{2}/.test(between) && AND.test(between);
}
