/** Running a search's statement: `{name}` becomes a parameter, sent as text and cast by the statement. */
import type { Sql } from '../connect.js';
import { orUnavailable } from '../unavailable.js';
import type { SearchValues } from './asked.js';

const placeholder = /\{([a-zA-Z]+)\}/g;

/** Rejects with Refusal(UNAVAILABLE) where the database cannot answer, else with a StoreFault. */
export function run<T extends object>(sql: Sql, text: string, values: SearchValues): Promise<T[]> {
  const names: (keyof SearchValues)[] = [];
  const numbered = text.replace(placeholder, (_, name: keyof SearchValues) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}::text`;
  });
  const given = names.map((name) => values[name]);
  return orUnavailable(async () => await sql.unsafe<T[]>(numbered, given, { prepare: true }));
}
