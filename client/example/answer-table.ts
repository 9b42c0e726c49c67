/** One person of an answer as a table: each chosen field, what became of it, and its value or its clause. */
import type { Guarded } from '../src/index.js';
import { element } from './elements.js';
import { STATES, WORDS } from './words.js';

/** A person as `ChosenFields` answers it: an id, and what was chosen. */
export interface Shown {
  readonly id: string;
  readonly [field: string]: string | Guarded<unknown> | undefined;
}

export function personTable({ id, ...fields }: Shown): HTMLElement {
  const heads = WORDS.columns.map((text) => element('th', { scope: 'col' }, text));
  const rows = Object.entries(fields).flatMap(([name, guarded]) =>
    typeof guarded === 'object' ? [row(name, guarded)] : [],
  );
  return element(
    'table',
    {},
    element('caption', {}, id),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  );
}

function row(name: string, guarded: Guarded<unknown>): HTMLElement {
  return element(
    'tr',
    { class: guarded.state },
    element('th', { scope: 'row' }, name),
    element('td', {}, STATES[guarded.state]),
    element('td', {}, detail(guarded)),
  );
}

function detail(guarded: Guarded<unknown>): string {
  switch (guarded.state) {
    case 'given':
      return inWords(guarded.value);
    case 'notAvailable':
      return '';
    case 'withheld':
    case 'destroyed':
    case 'refused':
      return guarded.clause === null
        ? WORDS.noClause(guarded.instrument)
        : WORDS.clause(guarded.instrument, guarded.clause);
  }
}

/** A value, a record or a list of them as text; a guarded value in a record by what became of it. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join('; ');
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  if (isGuarded(value)) {
    return value.state === 'given'
      ? inWords(value.value)
      : [STATES[value.state], detail(value)].filter((text) => text !== '').join(', ');
  }
  return Object.values(value)
    .map(inWords)
    .filter((text) => text !== '')
    .join(' ');
}

const isGuarded = (value: object): value is Guarded<unknown> =>
  'state' in value && typeof value.state === 'string' && Object.hasOwn(STATES, value.state);
