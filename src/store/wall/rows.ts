/** Which rows a reader sees: those of the ticket's subjects who hold the item, let through by the instrument's row rules. */
import { asylumBodies } from '../../register/index.js';
import { listReaders } from './readers.js';
import type { Relation } from './relations.js';

/** A text as SQL's constant. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
export const quotedArray = (texts: readonly string[]): string =>
  `array[${texts.map(quoted).join(', ')}]::text[]`;

/** Whether the row `c` is of somebody who holds the item; of anybody of the ticket where none is meant. */
export function heldBy(item: string | null): string {
  const asked = item === null ? '' : quoted(item);
  // In parentheses of its own: asked once for a statement, not once for a row.
  return `c.record_id = any ((select granted.records(${asked}))::bigint[])`;
}

/** The predicate over `c` by which rows are seen. */
export function rowsText({ item, rules, under }: Relation): string {
  const parts = [
    heldBy(item),
    ...rulesText(rules),
    ...(under === undefined ? [] : [hangsOn(under)]),
  ];
  return parts.join('\n    and ');
}

const hangsOn = ({ table, ordinal }: { readonly table: string; readonly ordinal: string }) =>
  `exists (select from granted.${table} b where b.record_id = c.record_id and b.ordinal = c.${ordinal})`;

/** The rules by instrument. Without a ticket there is no instrument, and no row. */
function rulesText(rules: Relation['rules']): readonly string[] {
  if (rules.length === 0) return [];
  const instruments = new Map(listReaders().map(({ instrument }) => [instrument.id, instrument]));
  const cases = [...instruments.values()].map(({ id, rows, parties }) => {
    const bound = rules.map((rule) => rule(rows)).filter((predicate) => predicate !== null);
    const countries = parties.map(({ country }) => country);
    return `when ${quoted(id)} then ${filled(bound.length === 0 ? 'true' : bound.join(' and '), countries)}`;
  });
  return [
    `case (select granted.instrument())\n      ${cases.join('\n      ')}\n      else false end`,
  ];
}

function filled(predicate: string, parties: readonly string[]): string {
  return predicate
    .replaceAll('{parties}::text[]', quotedArray(parties))
    .replaceAll('{asylum}::text[]', quotedArray([...asylumBodies()]))
    .replaceAll('{day}', '(select granted.day())');
}
