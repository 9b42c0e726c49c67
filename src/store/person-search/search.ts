/**
 * Finding the person a request speaks of, in the register as recorded now. For an executing officer of this authority
 * alone: what comes back goes to no partner, and is an access that the ledger records (11(4)): `key` of each candidate
 * makes its tag, `searchedBy` and `passes` tell how one looked, and neither tells a value.
 */
import { rank } from '../../register/index.js';
import type { Lanes } from '../lanes.js';
import { readAsked } from './asked.js';
import { type CandidateRow, candidateOf, foundOf, type KnownCandidate } from './candidate-row.js';
import type { SearchAnswer, SearchPass, SearchPersons, SearchQuestion } from './question.js';
import { lookAdmitted } from './run.js';
import { exactText, WEIGHED, wideText } from './texts.js';

const LIMIT = { usual: 5, most: 20 } as const;
/** A candidate of this score convinces: nobody is looked for among names that sound alike. */
const CONVINCING = 0.85;

/** Opens the search on lanes of the application's role: it becomes the role of searches for each look. */
export function openPersonSearch(lanes: Lanes): SearchPersons {
  return (question) => search(lanes, question);
}

async function search(lanes: Lanes, question: SearchQuestion): Promise<SearchAnswer> {
  const { scope, under, subject, wide = false } = question;
  const limit = Math.max(1, Math.min(question.limit ?? LIMIT.usual, LIMIT.most));
  const { form, values, searchedBy } = readAsked(subject, scope.instrument);
  const looks: Look[] = [];
  const look = async (pass: SearchPass, text: string) => {
    if (text !== '')
      looks.push({ pass, ...(await lookAdmitted<CandidateRow>(lanes, { under, text, values })) });
    return rank(subject, candidatesOf(looks), limit);
  };

  let best = await look('EXACT', exactText(form, scope));
  const convinces = (best[0]?.score ?? 0) >= CONVINCING;
  if (wide || !convinces) best = await look('WIDE', wideText(form, scope));
  return {
    candidates: best.map(foundOf),
    more: looks.some(({ rows }) => rows.length > WEIGHED),
    passes: looks.map(({ pass }) => pass),
    tickets: looks.map(({ ticket }) => ticket),
    searchedBy,
  };
}

interface Look {
  readonly pass: SearchPass;
  readonly ticket: string;
  readonly rows: readonly CandidateRow[];
}

/** Each person once, whichever pass found them. */
function candidatesOf(looks: readonly Look[]): readonly KnownCandidate[] {
  const byRecord = new Map(looks.flatMap(({ rows }) => rows).map((row) => [row.record, row]));
  return [...byRecord.values()].map(candidateOf);
}
