/**
 * What an answer tells of each subject, taken apart by item group: only what the provider's record discloses and the
 * purpose opens is held, whatever else a package may say. Attacker-controlled as far as its provider is.
 */
import type { Json } from '../base/index.js';
import { COORDINATES_OF, ITEMS, type Item } from '../treaty/index.js';
import { fieldsOf, groupOf, itemsIn } from './item-group.js';

/** A member of `data.subjects.edges[].node`. */
export type ToldNode = { readonly [field: string]: Json };

/** A subject as told: the items that are held of it, and the value of each group. */
export interface ToldSubject {
  readonly n: number;
  readonly items: readonly Item[];
  readonly values: ReadonlyMap<Item, Json>;
}

export interface Telling {
  readonly n: number;
  readonly node: ToldNode;
  /** What the provider's record discloses of the subject and the purpose opens. */
  readonly allowed: ReadonlySet<Item>;
  /** Coordinates that the provider's own answer names as withheld, from all or from some. */
  readonly withheld: ReadonlySet<string>;
}

/** Takes one subject apart. */
export function toldSubject(telling: Telling): ToldSubject {
  const values = new Map<Item, Json>();
  const items = new Set<Item>();
  for (const group of new Set([...telling.allowed].map(groupOf))) {
    const value = valueIn(telling, group);
    if (value === undefined || !telling.allowed.has(group)) continue;
    const inner = itemsIn(group).filter((item) => item !== group && isTold(telling, item, value));
    values.set(group, without(value, closedFields(group, inner)));
    for (const item of [group, ...inner]) items.add(item);
  }
  return { n: telling.n, items: ITEMS.filter((item) => items.has(item)), values };
}

/** Answers ask for the belonging to each Party under a key of its own: this, and the state. */
export const BELONGING = 'nationalOf';

/** The value of a group; undefined where nothing is told, which is another thing than that there is none. */
function valueIn({ node, withheld }: Telling, group: Item): Json | undefined {
  if (group === 'CITIZENSHIP_BELONGING') return belongingIn(node);
  const [field] = fieldsOf(group);
  const value = field !== undefined && Object.hasOwn(node, field) ? node[field] : undefined;
  return value === null && isWithheld(withheld, group) ? undefined : value;
}

/** By state: `isNationalOf` is asked once for each Party, under an alias that names it. */
function belongingIn(node: ToldNode): Json | undefined {
  const told = Object.entries(node).flatMap(([key, value]) =>
    key.startsWith(BELONGING) && value !== null ? [[key.slice(BELONGING.length), value]] : [],
  );
  return told.length === 0 ? undefined : Object.fromEntries(told);
}

const isWithheld = (withheld: ReadonlySet<string>, item: Item): boolean =>
  COORDINATES_OF[item].some((coordinate) => withheld.has(coordinate));

function isTold({ allowed, withheld }: Telling, item: Item, value: Json): boolean {
  if (!allowed.has(item)) return false;
  const rows = rowsIn(value);
  const fields = fieldsOf(item);
  const isThere = rows.every((row) => fields.every((field) => Object.hasOwn(row, field)));
  const isSaid = rows.some((row) => fields.some((field) => (row[field] ?? null) !== null));
  return isThere && (isSaid || !isWithheld(withheld, item));
}

/** Fields of the group's records that carry an item which is not held. */
const closedFields = (group: Item, held: readonly Item[]): readonly string[] =>
  itemsIn(group)
    .filter((item) => item !== group && !held.includes(item))
    .flatMap(fieldsOf);

function without(value: Json, fields: readonly string[]): Json {
  if (fields.length === 0 || !Array.isArray(value)) return value;
  return rowsIn(value).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([field]) => !fields.includes(field))),
  );
}

const rowsIn = (value: Json): readonly ToldNode[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

const isRecord = (value: Json): value is ToldNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
