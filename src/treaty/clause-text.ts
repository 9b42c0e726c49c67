/**
 * What the clauses of an instrument say, in those of its authentic languages that are at hand, and which of them prevails
 * where they diverge (final clauses of AZ-KZ-2019 and AZ-BE-2019). No translation of ours ever stands for a text.
 */
import type { Language } from '../base/index.js';
import { type Clause, isClause } from './clause.js';

/** The clauses in the order of the text. What a clause says in front of its own sub-clauses stands under its number. */
export type ClauseWords = readonly (readonly [clause: Clause, words: string])[];

/** The words of an instrument by language. A language that is missing is not at hand. */
export type InstrumentTexts = Readonly<Partial<Record<Language, ClauseWords>>>;

/** What a clause says in one authentic language, its sub-clauses included; lines are parted by a line end. */
export interface ClauseText {
  readonly clause: Clause;
  readonly language: Language;
  readonly text: string;
  /** Whether this is the text that is used where the texts diverge. */
  readonly prevails: boolean;
}

/** What an instrument says of its texts. */
interface WithTexts {
  readonly languages: readonly Language[];
  readonly prevailing: Language;
  readonly texts?: InstrumentTexts;
}

/** Every clause in every language at hand: the language that prevails first. Empty where no text is at hand. */
export function clauseTexts(instrument: WithTexts): readonly ClauseText[] {
  const { languages, prevailing, texts = {} } = instrument;
  const inOrder = [prevailing, ...languages.filter((language) => language !== prevailing)];
  return inOrder.flatMap((language) => {
    const words = texts[language] ?? [];
    const prevails = language === prevailing;
    return clausesOf(words).map((clause) => ({
      clause,
      language,
      text: textOf(words, clause),
      prevails,
    }));
  });
}

/**
 * What is shown of the clauses that are named, each once and in that order: the text that prevails, else an authentic one
 * at hand. What is named and stands in no text is left out.
 */
export function shownTexts(instrument: WithTexts, named: readonly string[]): readonly ClauseText[] {
  const texts = clauseTexts(instrument);
  return [...new Set(named)].flatMap(
    (clause) => texts.find((text) => text.clause === clause) ?? [],
  );
}

/** The clauses that stand in a text, and those that only their sub-clauses stand in. */
export function clausesOf(words: ClauseWords): readonly Clause[] {
  return [...new Set(words.flatMap(([clause]) => [...above(clause), clause]))];
}

/** `5(1)(3)` -> `5`, `5(1)`. */
function above(clause: Clause): readonly Clause[] {
  const ends = [...clause.matchAll(/\(/g)].map(({ index }) => clause.slice(0, index));
  return ends.filter(isClause);
}

const textOf = (words: ClauseWords, clause: Clause): string =>
  words
    .filter(([each]) => each === clause || each.startsWith(`${clause}(`))
    .map(([, text]) => text)
    .join('\n');
