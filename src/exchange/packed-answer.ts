/** What stands in an answer package, read on the requesting side: signed by the partner, and no more trusted than that. */
import { canonicalJson, type Json, readObject } from '../base/index.js';
import type { ToldPerson } from '../journal/index.js';
import { type Entry, openReceipt, parseReceipt, type Receipt } from '../ledger/index.js';

/** The answer under one purpose, with the other gateway's proof that it stands in its ledger. */
export interface PackedAnswer {
  /** The text whose bytes the receipt speaks of. */
  readonly answer: string;
  readonly receipt: Receipt;
  /** The other gateway's entry about these very bytes. */
  readonly entry: Entry;
  readonly persons: readonly ToldPerson[];
}

/** What a package has to be about. */
export interface PackageSubject {
  readonly request: string;
  readonly digest: string;
  readonly purpose: string;
}

/** The answer for the purpose; null where the package says nothing under it, undefined where it is not good. */
export function readPacked(text: string, about: PackageSubject): PackedAnswer | null | undefined {
  const { v, kind, request, digest, answers } = readObject(Buffer.from(text)) ?? {};
  const isAbout = request === about.request && digest === about.digest;
  if (v !== 1 || kind !== 'ANSWER' || !isAbout || !Array.isArray(answers)) return undefined;
  const found = answers.find((one) => memberOf(one, 'purpose') === about.purpose);
  return found === undefined ? null : readAnswer(found, about);
}

function readAnswer(packed: Json, about: PackageSubject): PackedAnswer | undefined {
  const answer = memberOf(packed, 'answer');
  const given = memberOf(packed, 'receipt') ?? null;
  const receipt = parseReceipt(Buffer.from(canonicalJson(given)).toString('base64url'));
  if (typeof answer !== 'string' || receipt === undefined) return undefined;
  const entry = openReceipt(receipt, Buffer.from(answer));
  if (entry?.request !== about.request || entry.purpose !== about.purpose) return undefined;
  const persons = personsIn(answer);
  return persons && { answer, receipt, entry, persons };
}

/** The persons of an answer; undefined where it is none. */
export function personsIn(answer: string): readonly ToldPerson[] | undefined {
  const body = readObject(Buffer.from(answer));
  const edges = memberOf(memberOf(memberOf(body, 'data'), 'subjects'), 'edges');
  if (!Array.isArray(edges)) return undefined;
  const nodes = edges.map((edge) => memberOf(edge, 'node'));
  return nodes.every(isPerson) ? nodes : undefined;
}

const isPerson = (value: Json | undefined): value is { readonly [name: string]: Json } =>
  typeof memberOf(value, 'id') === 'string';

function memberOf(value: Json | undefined, name: string): Json | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, name)
    ? (value as { readonly [name: string]: Json })[name]
    : undefined;
}
