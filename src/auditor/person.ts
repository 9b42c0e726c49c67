/** Who saw a person: the tags that he can have, and the entries they stand in. */
import { type Access, accessOfSubject } from '../audit/index.js';
import type { Accesses } from '../graph/index.js';
import { DOMESTIC_LOG } from '../journal/index.js';
import { originOf, parseEntry, tagOf, tagScopes } from '../ledger/index.js';
import type { AboutPerson, FoundRow } from '../store/index.js';
import type { AuditorRooms } from './rooms.js';

/** A person of the register, with the key of his tags: as it is kept, and opened. */
export interface Sought {
  readonly person: string;
  readonly kept: Uint8Array;
  readonly key: Uint8Array;
}

/** Milliseconds. Ten years: longer than any key of a tag lives unused. */
export const LONGEST = 10 * 366 * 86_400_000;

const personIdForm = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.([1-9][0-9]{0,8})$/;

/** The person whom an auditor names; a fault where nobody is, or where somebody changed the key in the table. */
export async function seek(
  { shelf, keys }: Pick<AuditorRooms, 'shelf' | 'keys'>,
  named: string,
): Promise<Sought | { readonly fault: 'UNKNOWN_SUBJECT' | 'SUBJECT_KEY_CHANGED' }> {
  const [, request, n] = personIdForm.exec(named) ?? [];
  const person = request === undefined ? named : await shelf.personOf(request, Number(n));
  const kept = person === undefined ? undefined : await shelf.keyOf(person);
  if (person === undefined || kept === undefined) return { fault: 'UNKNOWN_SUBJECT' };
  const key = keys.openFor(person, kept);
  return key === undefined ? { fault: 'SUBJECT_KEY_CHANGED' } : { person, kept, key };
}

export interface Looking {
  readonly from: number;
  readonly until: number;
  readonly first: number;
  readonly after: { readonly origin: string; readonly index: number } | null;
}

/** The accesses of a span, a page at a time, by log and index. */
export async function accessesOf(
  rooms: Pick<AuditorRooms, 'shelf' | 'head'>,
  sought: Sought,
  { from, until, ...page }: Looking,
): Promise<Accesses> {
  const about = await requestsAbout(rooms, sought, until);
  const tags = tagsOf(rooms, { key: sought.key, about }, { from, until });
  const rows = await rooms.shelf.tagged(tags, { ...page, first: page.first + 1 });
  return pageOf(rows, page.first, (row) => accessIn(row).filter(isIn({ from, until })));
}

/** A page of what is told of rows, of which one more was read than it holds. */
export function pageOf<Row extends { readonly origin: string; readonly index: number }>(
  rows: readonly Row[],
  first: number,
  tell: (row: Row) => readonly Access[],
): Accesses {
  const looked = rows.slice(0, first);
  const { origin, index } = looked.at(-1) ?? {};
  const last = origin === undefined || index === undefined ? null : { origin, index };
  return { accesses: looked.flatMap(tell), more: rows.length > first, last };
}

/**
 * What is about a person by the tables, and by the ledger: nobody is matched but out of a search, so the entries of
 * searches name also the requests whose match was changed afterwards, by an officer or in the database.
 */
async function requestsAbout(
  rooms: Pick<AuditorRooms, 'shelf' | 'head'>,
  { person, key }: Sought,
  until: number,
): Promise<readonly RequestAbout[]> {
  const shown = tagsOf(rooms, { key, about: [] }, { from: until - LONGEST, until });
  const searched = await rooms.shelf.searchedUnder(shown);
  const open = { from: null, until: null };
  return [
    ...(await rooms.shelf.about([person])),
    ...searched.map((request) => ({ ...request, ...open })),
  ];
}

type RequestAbout = Pick<AboutPerson, 'id' | 'authority' | 'from' | 'until'>;

/** Every tag that a person can have in a span, in hexadecimal. */
export function tagsOf(
  { head }: Pick<AuditorRooms, 'head'>,
  { key, about }: { readonly key: Uint8Array; readonly about: readonly RequestAbout[] },
  span: { readonly from: number; readonly until: number },
): readonly string[] {
  const domestic = originOf(head.ownAuthority, DOMESTIC_LOG);
  const requests = about.map(({ id, authority, from, until }) => ({
    ...{ id, origins: [originOf(head.ownAuthority, authority), domestic] },
    ...{ from: from ?? span.from, until: until ?? span.until },
  }));
  // `until` is no longer in the span.
  const window = { from: span.from, until: span.until - 1, domestic };
  return tagScopes(requests, window).map((scope) => tagOf(key, scope).toString('hex'));
}

const accessIn = ({ leaf, origin, index, coordinates }: FoundRow): readonly Access[] => {
  const entry = parseEntry(leaf);
  return entry === undefined ? [] : [accessOfSubject(entry, { origin, index }, coordinates)];
};

// Tags hold for whole months.
const isIn =
  ({ from, until }: { readonly from: number; readonly until: number }) =>
  ({ at }: Access): boolean =>
    Date.parse(at) >= from && Date.parse(at) < until;
