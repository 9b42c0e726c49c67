/** The file of an instrument between two states that do not exist, and what it becomes with one thing changed in it. */
import { readFileSync } from 'node:fs';
import type { InstrumentData } from '../../src/treaty/index.js';

export const INVENTED = new URL('../cases/instruments/xl-xo-2031.json', import.meta.url);

const text = readFileSync(INVENTED, 'utf8');

/** The data of it, as a file gives them: every time anew. */
export const inventedFile = (): InstrumentData => JSON.parse(text) as InstrumentData;

type Place = readonly (string | number)[];

/** The data with a value put in a place, or taken out of it where the value is undefined. */
export function withChange(data: unknown, [first, ...rest]: Place, value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(data)) {
    const list: unknown[] = [...data];
    list[Number(first)] = withChange(list[Number(first)], rest, value);
    return list;
  }
  const members = { ...(data as Readonly<Record<string, unknown>>) };
  const { [first]: old, ...others } = members;
  const now = withChange(old, rest, value);
  return now === undefined ? others : { ...members, [first]: now };
}
