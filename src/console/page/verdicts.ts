/** Verdicts of the gateway, shown: marked in shape as well as in colour, with the clause. */
import { Fragment, createElement as h, type ReactElement } from 'react';
import { ClauseTexts } from './clause-texts.js';
import type { CoordinateVerdict } from './explain.js';
import { type Speech, useSpeech } from './speech.js';

/** The verdicts on one operation, in document order. */
export function VerdictList({
  verdicts,
}: {
  readonly verdicts: readonly CoordinateVerdict[];
}): ReactElement {
  const speech = useSpeech();
  const rows = verdicts.map((each) =>
    h(
      'li',
      { key: `${each.instrument} ${each.coordinate}`, className: classOf(each) },
      h(
        'div',
        null,
        h(Mark, { verdict: each }),
        h('code', null, each.coordinate),
        h('small', { className: 'reason' }, reasonOf(each, speech)),
      ),
    ),
  );
  const named = verdicts.flatMap(({ instrument, clauses }) =>
    clauses.map((clause) => ({ instrument: instrument ?? '', clause })),
  );
  return h(Fragment, null, h('ul', null, rows), h(ClauseTexts, { named }));
}

/** Open or withheld, by a sign that is also read out. */
export function Mark({ verdict }: { readonly verdict: CoordinateVerdict }): ReactElement {
  const { say } = useSpeech();
  const isOpen = verdict.verdict === 'DISCLOSE';
  return h(
    'span',
    { className: 'mark' },
    h('span', { 'aria-hidden': true }, isOpen ? '\u2713' : '\u2013'),
    h('span', { className: 'unseen' }, `${say(isOpen ? 'OPEN' : 'WITHHELD')}: `),
  );
}

/** How a row of this verdict is drawn. */
export const classOf = ({ verdict }: CoordinateVerdict): 'open' | 'closed' =>
  verdict === 'DISCLOSE' ? 'open' : 'closed';

/** The clause, and of what is withheld the purposes that would open it. */
export function reasonOf(verdict: CoordinateVerdict, { say, purpose }: Speech): string {
  const { instrument, clauses, permittedPurposes } = verdict;
  const clause =
    clauses.length === 0
      ? say('NO_BASIS', { instrument: instrument ?? '' })
      : `${instrument} ${clauses.join(';')}`;
  if (classOf(verdict) === 'open') return clause;
  if (permittedPurposes.length === 0) return `${clause} · ${say('OPENED_BY_NONE')}`;
  const purposes = permittedPurposes.map(purpose).join(', ');
  return `${clause} · ${say('OPENED_BY', { purposes })}`;
}

/** How many are open and withheld. */
export function countsOf(verdicts: readonly CoordinateVerdict[], { say }: Speech): string {
  if (verdicts.length === 0) return say('NOTHING_GUARDED');
  const open = verdicts.filter((each) => classOf(each) === 'open').length;
  return say('VERDICTS', { open, withheld: verdicts.length - open });
}
