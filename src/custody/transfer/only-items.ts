/**
 * What of an answer may be told: exactly the items that are named, of exactly the subjects that are. The answer is a
 * partner's JSON and attacker-controlled: what is not known as a guarded value, or as a part of one, is left out.
 */
import type { Json } from '../../base/index.js';
import { type Item, itemOf, itemsNeeded } from '../../treaty/index.js';
import type { Scope } from '../consents/scope.js';

/** One subject's values by response key. */
export type SubjectValues = {
  readonly n: number;
  readonly values: { readonly [key: string]: Json };
};

type Members = { readonly [name: string]: Json };

/** Records with guarded fields of their own. */
const LEADS_TO: Readonly<Record<string, string>> = {
  'Person.documents': 'IdentityDocument',
  'Person.registrations': 'Registration',
  'Person.entryBans': 'EntryBan',
};

/** The values of an answer, by subject. */
export function valuesIn(answer: Json): readonly SubjectValues[] {
  const edges = memberOf(memberOf(memberOf(answer, 'data'), 'subjects'), 'edges');
  if (!isList(edges)) return [];
  return edges.map((edge) => {
    const { id = null, ...values } = membersOf(memberOf(edge, 'node'));
    return { n: numberOf(id), values };
  });
}

/** The values that lie within a scope and in none that is closed; a subject of whom none does is left out. */
export function onlyItems(
  held: readonly SubjectValues[],
  scope: Scope,
  closed: readonly Scope[] = [],
): readonly SubjectValues[] {
  return held.flatMap(({ n, values }) => {
    if (!scope.subjects.includes(n)) return [];
    const shut = closed.filter(({ subjects }) => subjects.includes(n));
    const isOpen = (item: Item): boolean => !shut.some(({ items }) => items.includes(item));
    const only = onlyOf('Person', values, new Set(scope.items.filter(isOpen)));
    return Object.keys(only).length === 0 ? [] : [{ n, values: only }];
  });
}

/** An answer as it came, with null in the place of every value that lies in a closed scope. */
export function struckOut(answer: Json, closed: readonly Scope[]): Json {
  const { data, ...rest } = membersOf(answer);
  const subjects = memberOf(data ?? null, 'subjects');
  const edges = memberOf(subjects, 'edges');
  if (!isList(edges)) return answer;
  const struck = edges.map((edge) => ({
    ...membersOf(edge),
    node: struckPerson(membersOf(memberOf(edge, 'node')), closed),
  }));
  const told = { ...membersOf(subjects), edges: struck };
  return { ...rest, data: { ...membersOf(data ?? null), subjects: told } };
}

function struckPerson({ id = null, ...values }: Members, closed: readonly Scope[]): Json {
  const shut = closed.filter(({ subjects }) => subjects.includes(numberOf(id)));
  return { id, ...struckOf('Person', values, new Set(shut.flatMap(({ items }) => items))) };
}

const struckOf = (type: string, told: Members, shut: ReadonlySet<Item>): Members =>
  Object.fromEntries(
    Object.entries(told).map(([key, value]) => {
      const coordinate = coordinateOf(type, key);
      if (itemsNeeded(coordinate).some((item) => shut.has(item))) return [key, null];
      const inner = LEADS_TO[coordinate];
      if (inner === undefined || !isList(value)) return [key, value];
      return [key, value.map((row) => struckOf(inner, membersOf(row), shut))];
    }),
  );

const numberOf = (id: Json): number => (typeof id === 'string' ? Number(id.split('.').at(-1)) : 0);

/** Several answers as one; of two values under one key the later stands. */
export function mergeValues(
  ...answers: readonly (readonly SubjectValues[])[]
): readonly SubjectValues[] {
  const merged = new Map<number, SubjectValues['values']>();
  for (const { n, values } of answers.flat()) {
    const told = Object.entries(values).filter(([, value]) => value !== null);
    merged.set(n, { ...merged.get(n), ...Object.fromEntries(told) });
  }
  return [...merged].map(([n, values]) => ({ n, values }));
}

/** The guarded coordinates under which values are told, each once, sorted. */
export function coordinatesTold({ values }: SubjectValues): readonly string[] {
  const inner = Object.entries(values).flatMap(([key, value]) => {
    const coordinate = coordinateOf('Person', key);
    const type = LEADS_TO[coordinate];
    const rows = type === undefined || !isList(value) ? [] : value.map(membersOf);
    const names = rows.flatMap((row) => Object.keys(row).map((name) => `${type}.${name}`));
    return [coordinate, ...names.filter((name) => itemOf(name) !== undefined)];
  });
  return [...new Set(inner)].sort();
}

function onlyOf(type: string, told: Members, items: ReadonlySet<Item>): Members {
  const kept = Object.entries(told).flatMap(([key, value]) => {
    const coordinate = coordinateOf(type, key);
    const needed = itemsNeeded(coordinate);
    const isNamed = needed.length > 0 && needed.every((item) => items.has(item));
    const isPart = needed.length === 0 && type !== 'Person';
    if (value === null || !(isNamed || isPart)) return [];
    return [[key, insideOf(coordinate, value, items)] as const];
  });
  return Object.fromEntries(kept);
}

function insideOf(coordinate: string, value: Json, items: ReadonlySet<Item>): Json {
  const type = LEADS_TO[coordinate];
  if (type === undefined || !isList(value)) return value;
  return value.map((row) => onlyOf(type, membersOf(row), items));
}

/** Packages ask for the belonging to each Party under a key of its own. */
const BELONGING = /^nationalOf[A-Z]{3}$/;
const coordinateOf = (type: string, key: string): string =>
  type === 'Person' && BELONGING.test(key) ? 'Person.isNationalOf' : `${type}.${key}`;

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
const membersOf = (value: Json): Members =>
  typeof value === 'object' && value !== null && !isList(value) ? (value as Members) : {};
const memberOf = (value: Json, name: string): Json => {
  const members = membersOf(value);
  return Object.hasOwn(members, name) ? (members[name] ?? null) : null;
};
