/**
 * A register in memory behind the seam of src/store/reader.ts, for tests of the graph alone. It keeps the seam's
 * promises: nothing that was not asked or is not granted leaves it. Not an imitation of the database.
 */
import { createHash } from 'node:crypto';
import { decideCoordinate } from '../../src/policy/index.js';
import type { PersonRecord } from '../../src/register/index.js';
import type { GrantSubject } from '../../src/requests/index.js';
import type {
  FoundSubject,
  OpenReader,
  ReadOptions,
  RegisterReader,
  Row,
} from '../../src/store/index.js';

export interface MemoryRegister {
  readonly open: OpenReader;
  /** What readers were opened with, in order. */
  readonly opened: readonly ReadOptions[];
  /** `Person.field` of every value or record handed out. */
  readonly given: readonly string[];
}

export interface MemoryOptions {
  /** Gives whatever is asked for, granted or not: for tests of the walls before it. */
  readonly openHanded?: boolean;
  /** Thrown by every look-up of a value. */
  readonly failure?: Error;
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** A register of these persons, by their keys. */
export function memoryRegister(
  people: readonly PersonRecord[],
  options: MemoryOptions = {},
): MemoryRegister {
  const byKey = new Map(people.map((person) => [person.id, person]));
  const opened: ReadOptions[] = [];
  const given: string[] = [];
  const open: OpenReader = (reading) => {
    opened.push(reading);
    return new MemoryReader(byKey, { reading, given, ...options });
  };
  return { open, opened, given };
}

interface Reading extends MemoryOptions {
  readonly reading: ReadOptions;
  readonly given: string[];
}

const TYPE_OF: Readonly<Record<string, string>> = {
  documents: 'IdentityDocument',
  registrations: 'Registration',
  entryBans: 'EntryBan',
};

class MemoryReader implements RegisterReader {
  readonly tickets = [];
  readonly #people: ReadonlyMap<string, PersonRecord>;
  readonly #options: Reading;

  constructor(people: ReadonlyMap<string, PersonRecord>, options: Reading) {
    this.#people = people;
    this.#options = options;
  }

  async list({ first, after }: { readonly first: number; readonly after: number }) {
    const rest = this.#found().filter(({ subject }) => subject.n > after);
    return { found: rest.slice(0, first), more: rest.length > first };
  }

  async load(n: number): Promise<FoundSubject | undefined> {
    return this.#found().find(({ subject }) => subject.n === n);
  }

  async fact(found: FoundSubject, field: string): Promise<string | null> {
    const value = this.#take(found, field);
    return typeof value === 'string' ? value : null;
  }

  async record(found: FoundSubject, field: string): Promise<Row | null> {
    const value = this.#take(found, field);
    return isFields(value) ? this.#row(found.subject, field, value) : null;
  }

  async records(found: FoundSubject, field: string): Promise<readonly Row[] | null> {
    const value = this.#take(found, field);
    if (!Array.isArray(value)) return null;
    return value.filter(isFields).map((row) => this.#row(found.subject, field, row));
  }

  async isNationalOf(found: FoundSubject, state: string) {
    if (!this.#isOpen(found.subject, 'Person.isNationalOf')) return null;
    this.#options.given.push('Person.isNationalOf');
    const own = this.#people.get(found.record)?.citizenships;
    if (!own) return 'UNDETERMINED';
    return own.some(({ country }) => country === state) ? 'YES' : 'NO';
  }

  #found(): readonly FoundSubject[] {
    const { subjects } = this.#options.reading.grant;
    return subjects.flatMap((subject) => {
      const record = subject.person ?? '';
      const known = this.#people.get(record);
      if (known === undefined || known.protected === true) return [];
      return [{ subject, record, key: createHash('sha256').update(record).digest() }];
    });
  }

  #isOpen({ items }: GrantSubject, coordinate: string): boolean {
    const { reading, openHanded } = this.#options;
    if (openHanded === true) return true;
    const { instrument, purpose } = reading.grant;
    const verdict = decideCoordinate({ instrument, purpose, items }, coordinate);
    return reading.asked.has(coordinate) && verdict?.verdict !== 'WITHHOLD';
  }

  #take(found: FoundSubject, field: string): unknown {
    const { failure, given } = this.#options;
    if (failure !== undefined) throw failure;
    if (!this.#isOpen(found.subject, `Person.${field}`)) return null;
    given.push(`Person.${field}`);
    const person: Fields = { ...this.#people.get(found.record) };
    return person[field] ?? null;
  }

  #row(subject: GrantSubject, field: string, record: Fields): Row {
    const type = TYPE_OF[field];
    const open = Object.entries(record).filter(
      ([name]) => type === undefined || this.#isOpen(subject, `${type}.${name}`),
    );
    return { ...Object.fromEntries(open), subject };
  }
}
