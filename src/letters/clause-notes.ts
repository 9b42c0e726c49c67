/** What the clauses say that a letter names, each once, in an authentic text: the one that prevails where it is at hand. */
import { loadInstruments, shownTexts } from '../treaty/index.js';
import { clauseWords, standingOfTexts } from '../words/index.js';
import type { Block } from './blocks.js';
import type { Wording } from './wording.js';

/** The clauses of an instrument, as a request or a refusal names them. */
export interface NamedClauses {
  readonly instrument: string;
  readonly clauses: readonly string[];
}

/** The notes; none where no clause is named, or an instrument that is not ours. */
export function clauseNotes(
  { instrument: id, clauses }: NamedClauses,
  { language, clause: written }: Wording,
): readonly Block[] {
  const instrument = loadInstruments().get(id);
  const named = clauses.filter((clause) => clause !== '');
  if (instrument === undefined || named.length === 0) return [];
  const texts = shownTexts(instrument, named);
  const say = clauseWords(language);
  const remark = standingOfTexts(say, {
    ...instrument,
    instrument: id,
    language: texts[0]?.language,
  });
  const rows = texts.map((each) => ({
    label: written(each.clause),
    value: each.text,
    language: each.language,
  }));
  return [
    {
      kind: 'NOTES',
      title: say('CLAUSES'),
      remark: `${instrument.title[language]}: ${remark}`,
      rows,
    },
  ];
}
