/** What a consent, a transfer or a message of custody speaks of: by what it was given, of which subjects, which items. */
import {
  COUNT,
  DIGEST,
  exactly,
  ITEM,
  line,
  listOf,
  MAX_SUBJECTS,
  NAME_CODE,
  oneOf,
  type SchemaOf,
  UUID_V4,
} from '../../requests/index.js';
import { ITEMS, type Item } from '../../treaty/index.js';

/** By what the information was given. Its digest is known to those alone who hold it or gave it. */
export type About = {
  readonly kind: 'REQUEST' | 'PROVISION';
  /** UUID version 4. */
  readonly id: string;
  /** SHA-256 of the signed document, hexadecimal. */
  readonly digest: string;
};

/** Every named item of every numbered subject. */
export type Scope = {
  /** Their numbers in the signed document. */
  readonly subjects: readonly number[];
  readonly items: readonly Item[];
};

/** Who gets information onward. A body is known by its code; the name is for people. */
export type Body = { readonly code: string; readonly name: string };

export const ABOUT: SchemaOf<About> = exactly<About>({
  kind: oneOf(['REQUEST', 'PROVISION']),
  id: UUID_V4,
  digest: DIGEST,
});
export const SCOPE: SchemaOf<Scope> = exactly<Scope>({
  subjects: listOf(COUNT, MAX_SUBJECTS),
  items: listOf(ITEM, ITEMS.length),
});
export const BODY: SchemaOf<Body> = exactly<Body>({ code: NAME_CODE, name: line(200) });

/** Whether it names something, and nothing twice: two scopes of the same extent are the same text. */
export function isScope({ subjects, items }: Scope): boolean {
  const isSet = (list: readonly unknown[]): boolean =>
    list.length > 0 && new Set(list).size === list.length;
  return isSet(subjects) && isSet(items);
}

/** Whether all of one lies in the other. */
export const isWithin = (inner: Scope, outer: Scope): boolean =>
  inner.subjects.every((n) => outer.subjects.includes(n)) &&
  inner.items.every((item) => outer.items.includes(item));

/** Whether one item of one subject lies in both. */
export const meets = (one: Scope, other: Scope): boolean =>
  one.subjects.some((n) => other.subjects.includes(n)) &&
  one.items.some((item) => other.items.includes(item));
