/** Running a search's statement under a ticket: `{name}` becomes a parameter, sent as text and cast by the statement. */
import { Refusal } from '../../base/index.js';
import type { Sql } from '../connect.js';
import type { Lanes } from '../lanes.js';
import { inRole } from '../register/admission.js';
import { orUnavailable } from '../unavailable.js';
import { SEARCH_ROLE } from '../wall/readers.js';
import type { SearchValues } from './asked.js';
import type { SearchQuestion } from './question.js';

const placeholder = /\{([a-zA-Z]+)\}/g;

const ADMIT =
  'select standing, ticket from granted.admit_search($1::text, $2::text::uuid) as a(standing, ticket)';

type Admission =
  | { readonly standing: 'OPEN'; readonly ticket: string }
  | { readonly standing: 'CLOSED'; readonly ticket: null };

export interface Looking {
  readonly under: SearchQuestion['under'];
  readonly text: string;
  readonly values: SearchValues;
}

/**
 * Looks once, in a transaction of its own. Rejects with Refusal(NO_GRANT) where the database does not find the search
 * open, with Refusal(UNAVAILABLE) where it cannot answer, else with a StoreFault.
 */
export async function lookAdmitted<T extends object>(
  lanes: Lanes,
  { under, text, values }: Looking,
): Promise<{ readonly ticket: string; readonly rows: readonly T[] }> {
  const [[admission], rows] = await inRole(lanes, SEARCH_ROLE, (lane) => [
    ask<Admission>(lane, ADMIT, [under.kind, under.id]),
    askNamed<T>(lane, text, values),
  ]);
  if (admission?.standing !== 'OPEN') throw new Refusal('NO_GRANT', {}, { cause: 'NOT_OPEN' });
  return { ticket: admission.ticket, rows };
}

function askNamed<T extends object>(sql: Sql, text: string, values: SearchValues): Promise<T[]> {
  const names: (keyof SearchValues)[] = [];
  const numbered = text.replace(placeholder, (_, name: keyof SearchValues) => {
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}::text`;
  });
  return ask<T>(
    sql,
    numbered,
    names.map((name) => values[name]),
  );
}

const ask = <T extends object>(sql: Sql, text: string, given: string[]): Promise<T[]> =>
  orUnavailable(async () => await sql.unsafe<T[]>(text, given, { prepare: true }).execute());
