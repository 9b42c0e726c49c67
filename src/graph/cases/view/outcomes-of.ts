/** What became of each wanted item, and on what terms: from the officer's sheet while it is filled in, else as concluded. */
import type { Chain, Conclusion, ItemOutcome, SubjectOutcomes } from '../../../requests/index.js';
import type { ListedCase } from '../../../store/index.js';
import { basisOf, formatClauses, type Instrument } from '../../../treaty/index.js';
import type { CaseCondition, CaseOutcome, CaseSubjectOutcomes } from '../types/case-parts.js';

/** Of 10(4); the clause of every refusal. */
const REFUSAL_CLAUSE = '10(4)';

/** The outcomes with their clauses; null where execution has not begun. */
export function outcomesOf(
  { case: { state, chain }, sheet }: ListedCase,
  instrument: Instrument | undefined,
): readonly CaseSubjectOutcomes[] | null {
  const concluded = state === 'IN_EXECUTION' ? undefined : concludedIn(chain);
  const outcomes = concluded ?? sheet?.outcomes ?? null;
  return (
    outcomes?.map(({ n, items }) => ({
      n,
      items: items.map((one) => ({ ...said(one), clause: clauseOf(one, instrument) })),
    })) ?? null
  );
}

/** The conclusion of the last answer; null where nothing was answered. */
export function conclusionIn(chain: Chain): Conclusion | null {
  const moves = chain.map(({ motion }) => motion.move);
  return (
    moves.filter((move) => move.kind === 'ANSWER' || move.kind === 'PARTLY_REFUSE').at(-1) ?? null
  );
}

/** The conditions of 10(2) as they are shown. */
export function conditionsOf({
  conditions,
}: Pick<Conclusion, 'conditions'>): readonly CaseCondition[] {
  return conditions.map((one) => ({
    kind: one.kind,
    items: one.items,
    text: one.text,
    until: one.kind === 'ON_TERMS' ? null : one.until,
  }));
}

function concludedIn(chain: Chain): readonly SubjectOutcomes[] | undefined {
  return chain
    .map(({ motion }) => motion.move)
    .filter(({ kind }) => kind === 'ANSWER' || kind === 'PARTLY_REFUSE' || kind === 'REFUSE')
    .flatMap((move) => ('outcomes' in move ? [move.outcomes] : []))
    .at(-1);
}

function said(one: ItemOutcome): CaseOutcome {
  return {
    item: one.item,
    outcome: one.outcome,
    grounds: one.outcome === 'REFUSED' ? one.grounds : null,
    text: one.outcome === 'REFUSED' ? one.text : null,
    reason: one.outcome === 'WITHHELD_BY_POLICY' ? one.reason : null,
  };
}

function clauseOf({ item, outcome }: ItemOutcome, instrument: Instrument | undefined) {
  if (outcome === 'REFUSED') return REFUSAL_CLAUSE;
  if (outcome === 'NOT_AVAILABLE' || instrument === undefined) return null;
  const basis = basisOf(instrument, item);
  return basis.length === 0 ? null : formatClauses(basis);
}
