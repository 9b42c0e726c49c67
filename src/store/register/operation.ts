/**
 * One operation's reading of the register under one grant. What several resolvers ask in the same turn becomes one
 * statement per kind; what a subject's items do not open reaches no statement.
 */
import DataLoader from 'dataloader';
import type { GrantSubject } from '../../requests/index.js';
import type { FoundSubject, RegisterReader, Row } from '../reader.js';
import { type Belonging, mayBeTold, readBelonging } from './belonging.js';
import { openFinder } from './finder.js';
import { type Plan, planFor, planKey } from './plan.js';
import { type FactRow, type Reading, readFacts, readRows } from './reading.js';

type Found = readonly FoundSubject[];
type Loader<T> = DataLoader<FoundSubject, T>;

/** Opens the reader of one operation. */
export function openOperation(opened: Omit<Reading, 'tickets'>): RegisterReader {
  const reading = { ...opened, tickets: [] };
  const planOf = planner(reading);
  const facts: Loader<FactRow | undefined> = new DataLoader((found: Found) =>
    perPlan(found, planOf, (plan, group) => readFacts(reading, plan.facts, group)),
  );
  const rows = perName<readonly Row[] | undefined>(
    (field) => (found) =>
      perPlan(found, planOf, (plan, group) => readRows(reading, plan.records.get(field), group)),
  );
  const belonging = perName<Belonging>((state) => (found) => readBelonging(reading, state, found));
  const { instrument } = reading.options.grant;

  return {
    tickets: reading.tickets,
    ...openFinder(reading),
    async fact(found, field) {
      if (!planOf(found).opens.has(field)) return null;
      const value = (await facts.load(found))?.[field];
      return typeof value === 'string' ? value : null;
    },
    async record(found, field) {
      if (!planOf(found).records.has(field)) return null;
      return (await rows(field).load(found))?.[0] ?? null;
    },
    async records(found, field) {
      if (!planOf(found).records.has(field)) return null;
      const own = rows(field).load(found);
      const [known, list] = await Promise.all([facts.load(found), own]);
      return known?.[field] === true ? (list ?? []) : null;
    },
    async isNationalOf(found, state) {
      if (!planOf(found).opens.has('isNationalOf')) return null;
      return mayBeTold(instrument, state) ? belonging(state).load(found) : 'UNDETERMINED';
    },
  };
}

function planner({ options, opening }: Reading): (found: FoundSubject) => Plan {
  const bySubject = new Map<GrantSubject, Plan>();
  const byKey = new Map<string, Plan>();
  const { grant, asked } = options;
  return ({ subject }) => {
    const known = bySubject.get(subject);
    if (known !== undefined) return known;
    const key = planKey(subject);
    const plan =
      byKey.get(key) ?? planFor({ grant, asked, statements: opening.statements }, subject);
    byKey.set(key, plan);
    bySubject.set(subject, plan);
    return plan;
  };
}

// A loader for each field or state that is asked, made when it is first asked.
function perName<T>(
  batch: (name: string) => (found: Found) => Promise<T[]>,
): (name: string) => Loader<T> {
  const loaders = new Map<string, Loader<T>>();
  return (name) => {
    const loader: Loader<T> = loaders.get(name) ?? new DataLoader(batch(name));
    loaders.set(name, loader);
    return loader;
  };
}

// Subjects that hold the same items share a statement; what one does not hold is never selected for it.
async function perPlan<T>(
  found: Found,
  planOf: (found: FoundSubject) => Plan,
  read: (plan: Plan, group: Found) => Promise<(one: FoundSubject) => T | undefined>,
): Promise<(T | undefined)[]> {
  const groups = new Map<Plan, FoundSubject[]>();
  for (const one of found) {
    const plan = planOf(one);
    const group = groups.get(plan);
    if (group === undefined) groups.set(plan, [one]);
    else group.push(one);
  }
  const reads = [...groups].map(async ([plan, group]) => [plan, await read(plan, group)] as const);
  const results = new Map(await Promise.all(reads));
  return found.map((one) => results.get(planOf(one))?.(one));
}
