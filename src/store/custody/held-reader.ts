/**
 * Reading custody for one operation, as the register is read: the persons that an answer told of, and their values by
 * item group, by one statement however the operation comes to them. Only groups that it asks and the verdicts open are decrypted. A value that has ended or was
 * destroyed is thrown as such where it stood.
 */
import DataLoader from 'dataloader';
import type { Json } from '../../base/index.js';
import { Destroyed, groupOf } from '../../custody/index.js';
import type { HeldGround } from '../../requests/index.js';
import { type Coordinate, type Item, itemOf } from '../../treaty/index.js';
import type { FoundSubject, OpenReader, ReadOptions, RegisterReader, Row } from '../reader.js';
import type { Custody } from './custody.js';

/** Opens readers over custody; the grant has to be one on what is held. */
export function openHeldReader({ findFrom }: Pick<Custody, 'findFrom'>): OpenReader {
  return (options) => {
    const { grant } = options;
    if (grant.held === undefined) throw new Error('a grant on the register reads no custody');
    return new HeldReader({ ...options, held: grant.held, findFrom });
  };
}

interface HeldOptions extends ReadOptions, Pick<Custody, 'findFrom'> {
  readonly held: HeldGround;
}

class HeldReader implements RegisterReader {
  /** None: custody is no part of the register, and its wall is the key. */
  readonly tickets: readonly string[] = [];
  readonly #options: HeldOptions;
  /** By `n group`. */
  readonly #values = new Map<string, Json>();

  /** By subject number: those asked for at once are read at once, and none twice. */
  readonly #reading = new DataLoader((ns: readonly number[]) => this.#read(ns));

  constructor(options: HeldOptions) {
    this.#options = options;
  }

  async list({ first, after }: { readonly first: number; readonly after: number }) {
    const all = this.#subjects().filter(({ subject }) => subject.n > after);
    const found = all.slice(0, first);
    await Promise.all(found.map(({ subject }) => this.#reading.load(subject.n)));
    return { found, more: all.length > first };
  }

  async load(n: number) {
    const found = this.#subjects().find(({ subject }) => subject.n === n);
    if (found !== undefined) await this.#reading.load(n);
    return found;
  }

  async fact(found: FoundSubject, field: string): Promise<string | null> {
    const value = this.#value(found, `Person.${field}`);
    return typeof value === 'string' ? value : null;
  }

  async record(found: FoundSubject, field: string): Promise<Row | null> {
    const value = this.#value(found, `Person.${field}`);
    return isRecord(value) ? rowOf(value, found) : null;
  }

  async records(found: FoundSubject, field: string): Promise<readonly Row[] | null> {
    const value = this.#value(found, `Person.${field}`);
    return Array.isArray(value) ? value.filter(isRecord).map((row) => rowOf(row, found)) : null;
  }

  async isNationalOf(found: FoundSubject, state: string) {
    const value = this.#value(found, 'Person.isNationalOf');
    if (value === null) return null;
    const told = isRecord(value) && Object.hasOwn(value, state) ? value[state] : undefined;
    return told === 'YES' || told === 'NO' ? told : 'UNDETERMINED';
  }

  #subjects(): readonly FoundSubject[] {
    const { grant, held } = this.#options;
    return grant.subjects.flatMap((subject) => {
      const tagKey = held.tagKeys.get(subject.n);
      const key = tagKey && Buffer.from(tagKey, 'base64url');
      return key === undefined || key === '' ? [] : [{ subject, record: '', key }];
    });
  }

  async #read(ns: readonly number[]): Promise<readonly true[]> {
    const { asked, findFrom, grant, held } = this.#options;
    const groups = new Set([...asked].flatMap((coordinate) => groupsIn(coordinate)));
    const from = { case: grant.request, ...held };
    const found = await findFrom(from, { ns, groups: [...groups] });
    // What came later stands in the place of what it corrected.
    for (const source of held.sources) {
      for (const { n, group, text } of found.filter((value) => value.source === source)) {
        // JSON of our own writing: nobody without its key could change it.
        this.#values.set(`${n} ${group}`, JSON.parse(text));
      }
    }
    return ns.map(() => true);
  }

  #value({ subject }: FoundSubject, coordinate: Coordinate): Json {
    const item = itemOf(coordinate);
    if (item === undefined || !subject.items.has(item)) return null;
    const value = this.#values.get(`${subject.n} ${groupOf(item)}`);
    if (value === undefined) throw new Destroyed(subject.n, coordinate);
    return value;
  }
}

function groupsIn(coordinate: string): readonly Item[] {
  const item = itemOf(coordinate);
  return item === undefined ? [] : [groupOf(item)];
}

const isRecord = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const rowOf = (value: object, { subject }: FoundSubject): Row => ({ ...value, subject });
