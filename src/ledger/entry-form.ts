/** Reads an entry back, strictly: one form only, so that a leaf means the same to everybody who verifies it. */
import { canonicalJson, type Json } from '../base/index.js';
import { bitmapLength, listCoordinates, readBitmap } from './coordinates.js';
import { type Entry, SALT_LENGTH, type SubjectGroup, TAG_LENGTH } from './entry.js';
import { ENTRY_OUTCOMES } from './ledger.js';
import type { SubjectRow } from './rows.js';

type Form = (value: Json | undefined) => boolean;

const isString: Form = (value) => typeof value === 'string';
const isTextOrNull: Form = (value) => value === null || typeof value === 'string';
const isListOf =
  (member: Form): Form =>
  (value) =>
    Array.isArray(value) && value.every(member);

const isObjectOf =
  (forms: Readonly<Record<string, Form>>): Form =>
  (value) =>
    isObject(value) &&
    Object.keys(value).length === Object.keys(forms).length &&
    Object.entries(forms).every(([name, form]) => form(value[name]));

function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const isBytes =
  (length?: number): Form =>
  (value) =>
    typeof value === 'string' && bytesOf(value, length) !== undefined;

function bytesOf(text: string, length?: number): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url');
  const isCanonical = bytes.toString('base64url') === text;
  return isCanonical && (length === undefined || bytes.length === length) ? bytes : undefined;
}

const isTime: Form = (value) => {
  if (typeof value !== 'string') return false;
  const time = new Date(value);
  return !Number.isNaN(time.getTime()) && time.toISOString() === value;
};

const isEntryObject = isObjectOf({
  v: (value) => value === 1,
  origin: isString,
  time: isTime,
  outcome: (value) => ENTRY_OUTCOMES.some((known) => known === value),
  refusal: (value) => value === null || isObjectOf({ code: isString, reason: isTextOrNull })(value),
  asking: isObjectOf({
    authority: isString,
    unit: isTextOrNull,
    role: isString,
    officer: isString,
    gateway: isTextOrNull,
  }),
  answering: isString,
  request: isTextOrNull,
  requestDigest: isTextOrNull,
  instrument: isTextOrNull,
  purpose: isTextOrNull,
  basis: isTextOrNull,
  clauses: isListOf(isString),
  operation: isString,
  policy: isString,
  schema: isString,
  coordinates: (value) => isObject(value) && Object.values(value).every(isString),
  withheld: isBytes(),
  subjects: isListOf(isObjectOf({ released: isBytes(), withheld: isBytes(), tags: isBytes() })),
  hmac: isBytes(32),
  salt: isBytes(SALT_LENGTH),
});

const isEntry = (value: Json): value is Entry => isEntryObject(value);

/** Reads a leaf; undefined if it is not an entry of version 1 in its canonical form. */
export function parseEntry(leaf: string): Entry | undefined {
  const value = parseJson(leaf);
  if (value === undefined || !isEntry(value) || canonicalJson(value) !== leaf) return undefined;
  return hasFittingBitmaps(value) ? value : undefined;
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function hasFittingBitmaps(entry: Entry): boolean {
  const names = listCoordinates(entry.coordinates);
  const isSorted = names.every((name, at) => at === 0 || (names[at - 1] ?? '') < name);
  const bitmaps = [entry.withheld, ...entry.subjects.flatMap((g) => [g.released, g.withheld])];
  const tags = entry.subjects.map((group) => Buffer.from(group.tags, 'base64url').length);
  return (
    isSorted &&
    bitmaps.every((text) => readBitmap(Buffer.from(text, 'base64url'), names) !== undefined) &&
    tags.every((length) => length > 0 && length % TAG_LENGTH === 0)
  );
}

/** The rows that stand beside an entry, one per subject, numbered in the order of its groups. */
export function subjectRows(entry: Entry, place: { logId: number; seq: number }): SubjectRow[] {
  const width = bitmapLength(listCoordinates(entry.coordinates).length);
  return entry.subjects
    .flatMap((group) => tagsOf(group).map((tag) => ({ tag, coordinates: setsOf(group, width) })))
    .map((row, n) => ({ kind: 'subject', ...place, n, ...row }));
}

function tagsOf({ tags }: SubjectGroup): readonly Buffer[] {
  const bytes = Buffer.from(tags, 'base64url');
  return Array.from({ length: bytes.length / TAG_LENGTH }, (_, at) =>
    bytes.subarray(at * TAG_LENGTH, (at + 1) * TAG_LENGTH),
  );
}

// Released, then withheld; both `width` bytes, checked when the entry was read.
function setsOf({ released, withheld }: SubjectGroup, width: number): Buffer {
  const sets = Buffer.concat([
    Buffer.from(released, 'base64url'),
    Buffer.from(withheld, 'base64url'),
  ]);
  return sets.subarray(0, width * 2);
}
