/** The mutations, made from their rows: each takes what its row says and answers with the case or with faults. */
import { Resolver } from 'type-graphql';
import { declareMutation } from '../mutation-rows.js';
import type { WithCases } from './case-reading.js';
import { DRAFTS } from './moves/drafts.js';
import { EXECUTION } from './moves/execution.js';
import { PAPERS } from './moves/papers.js';
import { PLAIN_MOVES } from './moves/plain-moves.js';
import type { MutationRow } from './moves/row.js';
import { CaseAnswer } from './types/case-page.js';

/** Every mutation by its name. */
const MUTATIONS: Readonly<Record<string, MutationRow>> = {
  ...DRAFTS,
  ...PLAIN_MOVES,
  ...EXECUTION,
  ...PAPERS,
};

@Resolver()
export class CaseMutationResolver {}

for (const [name, row] of Object.entries(MUTATIONS)) {
  declareMutation<WithCases>(CaseMutationResolver, name, {
    ...{ ...row, type: () => CaseAnswer },
    answer: ({ cases }, given) => cases.act(row, given),
  });
}
