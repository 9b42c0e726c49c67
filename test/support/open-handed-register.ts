/** The real register with its first wall open: every column of whoever is found, whatever the grant says of items. */
import type { Grant, GrantSubject } from '../../src/requests/index.js';
import type { FoundSubject, OpenReader, RegisterReader, Row } from '../../src/store/index.js';
import { ITEMS } from '../../src/treaty/index.js';
import { EVERYTHING } from './register-rows.js';

/** Opens readers that hand out everything; scope, row rules and protection stay as they are. */
export function openHanded(open: OpenReader): OpenReader {
  return ({ grant, now }) => {
    const reader = open({ grant: openGrant(grant), asked: EVERYTHING, now });
    return new OpenHanded(reader, grant);
  };
}

/** The grant with every item open, of everybody it is about. */
export function openGrant(grant: Grant): Grant {
  const { instrument, purpose } = grant;
  const all = new Map(ITEMS.map((item) => [item, ['1'] as const]));
  const items = new Set(ITEMS);
  return {
    ...grant,
    instrument: { ...instrument, opens: new Map([...instrument.opens, [purpose, all]]) },
    subjects: grant.subjects.map((subject) => ({ ...subject, items })),
  };
}

/** Gives subjects back with the items that the grant gave them: the rules read those. */
class OpenHanded implements RegisterReader {
  get tickets(): readonly string[] {
    return this.#reader.tickets;
  }
  readonly #reader: RegisterReader;
  readonly #subjects: ReadonlyMap<number, GrantSubject>;
  /** What the reader knows as whom. */
  readonly #inner = new Map<FoundSubject, FoundSubject>();
  readonly #known = new Map<FoundSubject, FoundSubject>();

  constructor(reader: RegisterReader, { subjects }: Grant) {
    this.#reader = reader;
    this.#subjects = new Map(subjects.map((subject) => [subject.n, subject]));
  }

  async list(page: Parameters<RegisterReader['list']>[0]) {
    const { found, more } = await this.#reader.list(page);
    return { found: found.map((one) => this.#outer(one)), more };
  }

  async load(n: number): Promise<FoundSubject | undefined> {
    const found = await this.#reader.load(n);
    return found === undefined ? undefined : this.#outer(found);
  }

  fact(found: FoundSubject, field: string): Promise<string | null> {
    return this.#reader.fact(this.#innerOf(found), field);
  }

  async record(found: FoundSubject, field: string): Promise<Row | null> {
    const row = await this.#reader.record(this.#innerOf(found), field);
    return row === null ? null : { ...row, subject: found.subject };
  }

  async records(found: FoundSubject, field: string): Promise<readonly Row[] | null> {
    const rows = await this.#reader.records(this.#innerOf(found), field);
    return rows?.map((row) => ({ ...row, subject: found.subject })) ?? null;
  }

  isNationalOf(found: FoundSubject, state: string) {
    return this.#reader.isNationalOf(this.#innerOf(found), state);
  }

  #outer(inner: FoundSubject): FoundSubject {
    const subject = this.#subjects.get(inner.subject.n) ?? inner.subject;
    const outer = this.#known.get(inner) ?? { ...inner, subject };
    this.#known.set(inner, outer);
    this.#inner.set(outer, inner);
    return outer;
  }

  #innerOf(outer: FoundSubject): FoundSubject {
    return this.#inner.get(outer) ?? outer;
  }
}
