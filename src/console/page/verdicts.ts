/** Verdicts of the gateway, shown: marked in shape as well as in colour, with the clause. */
import { createElement as h, type ReactElement } from 'react';
import type { CoordinateVerdict } from './explain.js';

/** The verdicts on one operation, in document order. */
export function VerdictList({
  verdicts,
}: {
  readonly verdicts: readonly CoordinateVerdict[];
}): ReactElement {
  const rows = verdicts.map((each) =>
    h(
      'li',
      { key: `${each.instrument} ${each.coordinate}`, className: classOf(each) },
      h(
        'div',
        null,
        h(Mark, { verdict: each }),
        h('code', null, each.coordinate),
        h('small', { className: 'reason' }, reasonOf(each)),
      ),
    ),
  );
  return h('ul', null, rows);
}

/** Open or withheld, by a sign that is also read out. */
export function Mark({ verdict }: { readonly verdict: CoordinateVerdict }): ReactElement {
  const isOpen = verdict.verdict === 'DISCLOSE';
  return h(
    'span',
    { className: 'mark' },
    h('span', { 'aria-hidden': true }, isOpen ? '\u2713' : '\u2013'),
    h('span', { className: 'unseen' }, isOpen ? 'open: ' : 'withheld: '),
  );
}

/** How a row of this verdict is drawn. */
export const classOf = ({ verdict }: CoordinateVerdict): 'open' | 'closed' =>
  verdict === 'DISCLOSE' ? 'open' : 'closed';

/** The clause, and of what is withheld the purposes that would open it. */
export function reasonOf(verdict: CoordinateVerdict): string {
  const { instrument, clauses, permittedPurposes } = verdict;
  const clause =
    clauses.length === 0 ? `no basis in ${instrument}` : `${instrument} ${clauses.join(';')}`;
  if (classOf(verdict) === 'open') return clause;
  if (permittedPurposes.length === 0) return `${clause} · opened by no purpose`;
  return `${clause} · opened by ${permittedPurposes.map(inWords).join(', ')}`;
}

const inWords = (code: string): string => code.toLowerCase().replaceAll('_', ' ');

/** How many are open and withheld. */
export function countsOf(verdicts: readonly CoordinateVerdict[]): string {
  if (verdicts.length === 0) return 'It asks nothing that is guarded.';
  const open = verdicts.filter((each) => classOf(each) === 'open').length;
  return `${open} open, ${verdicts.length - open} withheld`;
}
