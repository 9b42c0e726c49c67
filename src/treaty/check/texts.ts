/** Whether the texts of an instrument may stand behind its rules: each clause that a rule names stands in each of them. */
import type { Clause } from '../clause.js';
import { type ClauseWords, clausesOf } from '../clause-text.js';
import type { InstrumentData } from '../instrument-data.js';
import { below, type InstrumentFaultAt } from './fault.js';

type Faults = readonly InstrumentFaultAt[];
type Told = Pick<
  InstrumentData,
  'languages' | 'texts' | 'items' | 'purposes' | 'publications' | 'reports' | 'cooperation'
>;

/** Every contradiction between the texts and what they are the texts of. */
export function textFaults({ languages, texts = {}, items, purposes, ...others }: Told): Faults {
  const { publications = {}, reports, cooperation } = others;
  const named = [
    ...Object.values(items),
    ...purposes.flatMap(({ clauses, under = [] }) => [clauses, under]),
    ...Object.values(publications),
    ...Object.values(reports?.kinds ?? {}),
    ...(Object.keys(cooperation?.activities ?? {}) as Clause[]),
    cooperation?.contactPoints ?? [],
  ].flat();
  return Object.entries(texts).flatMap(([language, words = []]) => {
    const at = below('texts', language);
    const isSigned = languages.some((known) => known === language);
    return [
      ...(isSigned ? [] : [{ code: 'TEXT_NOT_OF_INSTRUMENT', at } as const]),
      ...numberFaults(words, at),
      ...missing(named, words).map(() => ({ code: 'CLAUSE_NOT_IN_TEXT', at }) as const),
    ];
  });
}

const missing = (named: readonly Clause[], words: ClauseWords): readonly Clause[] => {
  const standing = clausesOf(words);
  return [...new Set(named)].filter((clause) => !standing.includes(clause));
};

function numberFaults(words: ClauseWords, at: string): Faults {
  const numbers = words.map(([clause]) => clause);
  return numbers.flatMap((clause, i) =>
    numbers.indexOf(clause) === i ? [] : [{ code: 'CLAUSE_TWICE', at: below(at, i) } as const],
  );
}
