/** One person of an answer as a table: each chosen field, what became of it, and its value or its clause. */
import type { Guarded } from '../src/index.js';
import { element } from './elements.js';
import type { Words } from './words/words.js';

/** A person as `ChosenFields` answers it: an id, and what was chosen. */
export interface Shown {
  readonly id: string;
  readonly [field: string]: string | Guarded<unknown> | undefined;
}

export function personTable({ id, ...fields }: Shown, words: Words): HTMLElement {
  const heads = words.columns.map((text) => element('th', { scope: 'col' }, text));
  const rows = Object.entries(fields).flatMap(([name, guarded]) =>
    typeof guarded === 'object' ? [row(name, guarded, words)] : [],
  );
  return element(
    'table',
    {},
    element('caption', {}, id),
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, ...rows),
  );
}

function row(name: string, guarded: Guarded<unknown>, words: Words): HTMLElement {
  return element(
    'tr',
    { class: guarded.state },
    element('th', { scope: 'row' }, name),
    element('td', {}, words.states[guarded.state]),
    element('td', {}, detail(guarded, words)),
  );
}

function detail(guarded: Guarded<unknown>, words: Words): string {
  switch (guarded.state) {
    case 'given':
      return inWords(guarded.value, words);
    case 'notAvailable':
      return '';
    case 'withheld':
    case 'destroyed':
    case 'refused':
      return guarded.clause === null
        ? words.noClause(guarded.instrument)
        : `${guarded.instrument} ${guarded.clause}`;
  }
}

/** A value, a record or a list of them as text; a guarded value in a record by what became of it. */
function inWords(value: unknown, words: Words): string {
  if (Array.isArray(value)) return value.map((each) => inWords(each, words)).join('; ');
  if (typeof value !== 'object' || value === null) return String(value ?? '');
  if (isGuarded(value, words)) {
    return value.state === 'given'
      ? inWords(value.value, words)
      : [words.states[value.state], detail(value, words)].filter((text) => text !== '').join(', ');
  }
  return Object.values(value)
    .map((each) => inWords(each, words))
    .filter((text) => text !== '')
    .join(' ');
}

const isGuarded = (value: object, { states }: Words): value is Guarded<unknown> =>
  'state' in value && typeof value.state === 'string' && Object.hasOwn(states, value.state);
