/**
 * Item groups: an item of the instrument with the items that stand inside its records. What is received is held, and
 * destroyed, by item group: each has a key of its own.
 */
import { COORDINATES_OF, ITEMS, type Item, itemsNeeded } from '../treaty/index.js';
import type { ValueGroup } from './holding.js';

/** The item that leads to the record an item stands in; the item itself where it is a person's own. */
export function groupOf(item: Item): Item {
  return itemsNeeded(COORDINATES_OF[item][0]).at(-1) ?? item;
}

/** Whether a value is an item group, and no package or key. */
export const isItemGroup = (group: ValueGroup): group is Item =>
  ITEMS.some((item) => item === group);

/** The items of a group, its own first. */
export const itemsIn = (group: Item): readonly Item[] => [
  group,
  ...ITEMS.filter((item) => item !== group && groupOf(item) === group),
];

/** The names of the fields that carry an item, within the type they belong to. */
export const fieldsOf = (item: Item): readonly string[] =>
  COORDINATES_OF[item].map((coordinate) => coordinate.slice(coordinate.indexOf('.') + 1));
