/**
 * The journal of an answer package that is opened: an officer of the requesting authority reads what the other Party
 * answered (11(2)). What is shown of whom stands in the entry as any reading does; no value does.
 */
import { createHash, createHmac } from 'node:crypto';
import type { EntryDraft, SubjectDraft } from '../ledger/index.js';
import { isClause, itemOf } from '../treaty/index.js';
import { DOMESTIC_LOG, type JournalHead } from './journal.js';

/** Stands where the hash of a document stands: a package is opened as a whole for one purpose. */
const OPERATION = createHash('sha256').update('answer').digest('hex');

/** A person as a package tells of him: attacker-controlled JSON, of which only names that we know are noted. */
export type ToldPerson = Readonly<Record<string, unknown>>;

export interface OpenedPackage {
  readonly officer: string;
  readonly unit: string | null;
  readonly role: string;
  readonly request: string;
  readonly requestDigest: string;
  readonly instrument: string;
  readonly purpose: string;
  /** The clause on which the request rests the purpose. */
  readonly basis: string;
  /** As the answering gateway's own entry has them. */
  readonly clauses: readonly string[];
  readonly withheld: readonly string[];
  readonly persons: readonly ToldPerson[];
  /** The salt that came with the package: whoever has destroyed the package can no longer tell whose a tag is. */
  readonly salt: string;
}

/** The entry of an opened package, in the log of the authority's own officers. */
export function openedEntry(head: JournalHead, opened: OpenedPackage): EntryDraft {
  const { officer, unit, role, request, requestDigest, instrument, purpose, basis } = opened;
  const { ownAuthority, policy, schema } = head;
  return {
    log: DOMESTIC_LOG,
    outcome: 'ANSWERED',
    refusal: null,
    asking: { authority: ownAuthority, unit, role, officer, gateway: null },
    answering: ownAuthority,
    ...{ request, requestDigest, instrument, purpose, basis },
    clauses: [...new Set(opened.clauses)].filter(isClause).sort(),
    operation: OPERATION,
    withheld: opened.withheld.filter(isGuarded).sort(),
    subjects: opened.persons.map((person) => subjectOf(person, opened.salt)),
    ...{ policy, schema },
  };
}

const isGuarded = (coordinate: string): boolean => itemOf(coordinate) !== undefined;

/** The ledger key of a person whom a package tells of, 32 bytes: by the salt that came with it. */
export const tagKeyOf = (salt: string, id: string): Buffer =>
  createHmac('sha256', salt).update(id).digest();

function subjectOf(person: ToldPerson, salt: string): SubjectDraft {
  const key = tagKeyOf(salt, String(person.id));
  const released = [...new Set(toldIn('Person', person))].filter(isGuarded).sort();
  return { key, released, withheld: [] };
}

/** Records with guarded fields of their own. */
const LEADS_TO: ReadonlyMap<string, string> = new Map([
  ['Person.documents', 'IdentityDocument'],
  ['Person.registrations', 'Registration'],
  ['Person.entryBans', 'EntryBan'],
]);

/** The coordinates under which something is told. */
function toldIn(type: string, told: ToldPerson): readonly string[] {
  return Object.entries(told).flatMap(([field, value]) => {
    if (value === null) return [];
    const coordinate = `${type}.${field}`;
    const inner = LEADS_TO.get(coordinate);
    const rows = inner === undefined || !Array.isArray(value) ? [] : value.filter(isRecord);
    return [coordinate, ...rows.flatMap((row) => toldIn(inner ?? '', row))];
  });
}

const isRecord = (value: unknown): value is ToldPerson =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
