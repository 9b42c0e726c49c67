/** One access to data about persons, as the ledger's entry tells of it: who got what, for what, when (11(4)). */
import { type Entry, listCoordinates, readBitmap } from '../ledger/index.js';
import { type Item, itemOf } from '../treaty/index.js';

/** Where an entry stands. */
export interface EntryPlace {
  readonly origin: string;
  readonly index: number;
}

export interface Access extends EntryPlace {
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly outcome: Entry['outcome'];
  /** The code of a refusal. */
  readonly refusal: string | null;
  readonly authority: string;
  readonly unit: string | null;
  readonly role: string;
  readonly officer: string;
  readonly gateway: string | null;
  readonly request: string | null;
  readonly instrument: string | null;
  readonly purpose: string | null;
  readonly clauses: readonly string[];
  /** Coordinates, of the subject in question or of all. */
  readonly released: readonly string[];
  readonly withheld: readonly string[];
  /** Of what was released, each once. */
  readonly items: readonly Item[];
  /** Subjects of the entry. */
  readonly subjects: number;
}

/** What an entry tells of everybody in it. */
export function accessOf(entry: Entry, place: EntryPlace): Access {
  const names = listCoordinates(entry.coordinates);
  const sets = entry.subjects.map(({ released, withheld }) => ({
    released: named(released, names),
    withheld: named(withheld, names),
  }));
  const withheld = [...named(entry.withheld, names), ...sets.flatMap((set) => set.withheld)];
  const subjects = entry.subjects.reduce((count, { tags }) => count + countTags(tags), 0);
  const released = sets.flatMap((set) => set.released);
  return { ...commonOf(entry, place), ...listed(released, withheld), subjects };
}

/** What an entry tells of one subject: two bitmaps of equal length, as they stand beside the entry. */
export function accessOfSubject(entry: Entry, place: EntryPlace, bitmaps: Uint8Array): Access {
  const names = listCoordinates(entry.coordinates);
  const middle = bitmaps.length / 2;
  const released = readBitmap(bitmaps.subarray(0, middle), names) ?? [];
  const withheld = readBitmap(bitmaps.subarray(middle), names) ?? [];
  return { ...commonOf(entry, place), ...listed(released, withheld), subjects: 1 };
}

function commonOf(entry: Entry, { origin, index }: EntryPlace) {
  const { time: at, outcome, refusal, asking, request, instrument, purpose, clauses } = entry;
  const { authority, unit, role, officer, gateway } = asking;
  return {
    ...{ origin, index, at, outcome, refusal: refusal?.code ?? null },
    ...{ authority, unit, role, officer, gateway },
    ...{ request, instrument, purpose, clauses },
  };
}

function listed(released: readonly string[], withheld: readonly string[]) {
  const items = released.flatMap((coordinate) => itemOf(coordinate) ?? []);
  return { released: once(released), withheld: once(withheld), items: once(items) };
}

const once = <T>(list: readonly T[]): readonly T[] => [...new Set(list)].sort();
const named = (bitmap: string, names: readonly string[]): readonly string[] =>
  readBitmap(Buffer.from(bitmap, 'base64url'), names) ?? [];

const TAG_LENGTH = 16;
const countTags = (tags: string): number => Buffer.byteLength(tags, 'base64url') / TAG_LENGTH;
