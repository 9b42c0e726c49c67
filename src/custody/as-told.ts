/** A held value as answers tell it, so that what was taken apart by item group is read again like an answer. */
import type { Json } from '../base/index.js';
import type { Item } from '../treaty/index.js';
import { fieldsOf } from './item-group.js';
import { BELONGING } from './told.js';

/** The value of a group by response key. */
export function asTold(group: Item, value: Json): { readonly [key: string]: Json } {
  if (group === 'CITIZENSHIP_BELONGING') return byState(value);
  const [field] = fieldsOf(group);
  return field === undefined ? {} : { [field]: value };
}

const byState = (value: Json): { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).map(([state, one]) => [`${BELONGING}${state}`, one ?? null]),
      )
    : {};
