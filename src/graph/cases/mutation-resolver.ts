/** The mutations, made from their rows: each takes what its row says and answers with the case or with faults. */
import { Arg, Ctx, Resolver } from 'type-graphql';
import { RoleMutation } from '../field-kinds.js';
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

for (const [name, row] of Object.entries(MUTATIONS)) declare(name, row);

/** Declares one as a method of the resolver, as its decorators would. */
function declare(name: string, row: MutationRow): void {
  const target = CaseMutationResolver.prototype;
  const takes = Object.entries(row.takes);
  Object.defineProperty(target, name, {
    value: ({ cases }: WithCases, ...given: readonly unknown[]) =>
      cases.act(row, Object.fromEntries(takes.map(([argument], at) => [argument, given[at]]))),
  });
  Ctx('reading')(target, name, 0);
  for (const [at, [argument, { type, nullable, description }]] of takes.entries()) {
    Arg(argument, type, { nullable, ...(description === undefined ? {} : { description }) })(
      target,
      name,
      at + 1,
    );
  }
  RoleMutation(() => CaseAnswer, { description: row.description })(target, name);
}
