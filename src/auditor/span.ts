/** What was done in a span of time: one reading of its entries, folded as they come. */
import {
  type Access,
  accessOf,
  type Outlier,
  outliers,
  type Repeat,
  Repeats,
  type Statistics,
  Tally,
} from '../audit/index.js';
import { type Entry, parseEntry } from '../ledger/index.js';
import { tagsOf } from './person.js';
import type { AuditorRooms } from './rooms.js';

export interface Span {
  readonly from: number;
  readonly until: number;
}

/** More entries are not read for one question. */
export const MOST_ENTRIES = 50_000;

export async function statisticsOf(
  rooms: AuditorRooms,
  span: Span,
): Promise<{
  readonly statistics: Statistics;
  readonly outliers: readonly Outlier[];
  /** Undefined where somebody changed a key in the table: with it repeats would be hidden. */
  readonly repeats: readonly Repeat[] | undefined;
}> {
  const tally = new Tally();
  const seen: Seen[] = [];
  for await (const { access, entry } of accessesIn(rooms, span)) {
    tally.add(access);
    if (access.subjects > 0 && access.request !== null) seen.push({ access, tags: tagsIn(entry) });
  }
  const { statistics } = tally;
  const repeats = await repeatsIn(rooms, seen, span);
  return { statistics, outliers: outliers(statistics.askers), repeats };
}

/** The entries of a span that are in their one form. */
export async function* accessesIn(
  { shelf }: AuditorRooms,
  span: Span,
): AsyncGenerator<{ readonly access: Access; readonly entry: Entry }> {
  for await (const { origin, index, leaf } of shelf.entriesIn(span)) {
    const entry = parseEntry(leaf);
    if (entry !== undefined) yield { entry, access: accessOf(entry, { origin, index }) };
  }
}

interface Seen {
  readonly access: Access;
  /** Hexadecimal. */
  readonly tags: readonly string[];
}

/** Names the persons behind tags for as long as it takes to compare, by the requests that are about them. */
async function repeatsIn(
  rooms: AuditorRooms,
  seen: readonly Seen[],
  span: Span,
): Promise<readonly Repeat[] | undefined> {
  const requests = new Set(seen.flatMap(({ access }) => access.request ?? []));
  const nameOf = await namesOf(rooms, [...requests], span);
  if (nameOf === undefined) return undefined;
  const repeats = new Repeats();
  for (const { access, tags } of seen) {
    for (const tag of tags) repeats.add(nameOf.get(tag) ?? `${access.request} ${tag}`, access);
  }
  return repeats.list;
}

/** From tags to a person: called by the first of the requests about him, as the API calls a subject. */
async function namesOf(
  rooms: AuditorRooms,
  requests: readonly string[],
  span: Span,
): Promise<ReadonlyMap<string, string> | undefined> {
  const matched = await rooms.shelf.matchedIn(requests);
  const about = await rooms.shelf.about(matched.map(({ person }) => person));
  const names = new Map<string, string>();
  for (const { person, key: kept } of matched) {
    const own = about.filter((one) => one.person === person);
    const key = rooms.keys.openFor(person, kept);
    const first = own.map(({ id, n }) => `${id}.${n}`).sort()[0];
    if (key === undefined) return undefined;
    if (first === undefined) continue;
    for (const tag of tagsOf(rooms, { key, about: own }, span)) names.set(tag, first);
  }
  return names;
}

const TAG_LENGTH = 16;

function tagsIn({ subjects }: Entry): readonly string[] {
  return subjects.flatMap(({ tags }) => {
    const bytes = Buffer.from(tags, 'base64url');
    const count = bytes.length / TAG_LENGTH;
    return Array.from({ length: count }, (_, at) =>
      bytes.toString('hex', at * TAG_LENGTH, (at + 1) * TAG_LENGTH),
    );
  });
}
