/**
 * Destroys the keys of subjects of whom nothing was disclosed for as long as keys are kept: after that the log names
 * nobody, and verifies as before. DELETE erases nothing, so it is done by destroying the epoch key: every key that is
 * still needed is wrapped anew under a new one, then the old one's file is overwritten and unlinked. Whoever is in the
 * register afterwards has a fresh key, that no tag was ever made with.
 *
 * Safe to end at any step: a run finds what the last one left, and a file is destroyed only when no row needs it.
 */
import type { Clock, Ids } from '../../base/index.js';
import { StoreFault } from '../fault.js';
import { alone } from '../import/alone.js';
import type { Session } from '../import/session.js';
import { createEpochKey, destroyEpochKey, readEpochKeys } from './files.js';
import { isTagged, type Judged } from './tagged.js';
import { type EpochKey, epochOf, KEY_LENGTH, unwrapKey, WRAPPED_LENGTH, wrapKey } from './wrap.js';

/** So that a complaint or a court can still be answered. */
const SUBJECT_KEY_RETENTION_YEARS = 3;

export interface RetireOptions {
  /** URL of the owner's role. */
  readonly url: string;
  readonly directory: string;
  /** The authority whose logs they are. */
  readonly authority: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly years?: number;
  /** Told before each named step; a test ends a run there. */
  readonly step?: (name: RetireStep) => void;
}

export const RETIRE_STEPS = ['EPOCH_MADE', 'DUE_REPLACED', 'REWRAPPED', 'FILE_DESTROYED'] as const;
export type RetireStep = (typeof RETIRE_STEPS)[number];

export interface RetiredKeys {
  readonly destroyed: number;
  readonly rewrapped: number;
  /** The epoch that all keys are now wrapped by. */
  readonly epoch: number;
}

/** Runs once; rejects with a StoreFault where an import is running or an epoch key is missing. */
export function retireSubjectKeys(options: RetireOptions): Promise<RetiredKeys> {
  return alone(options.url, async (session) => {
    await session.unlessLost(session.sql`set synchronous_commit = on`);
    return new Retirement(options, session).run();
  });
}

/** Makes the first epoch, wraps keys that are not, and ends what an earlier run began; destroys no key. */
export function wrapSubjectKeys(options: RetireOptions): Promise<RetiredKeys> {
  return alone(options.url, async (session) => new Retirement(options, session).wrap());
}

interface KeptKey {
  readonly person: string;
  readonly key: Uint8Array;
}

const PAGE = 500;
const NONCE = 12;

class Retirement {
  readonly #options: RetireOptions;
  readonly #session: Session;
  readonly #epochs: Map<number, EpochKey>;

  constructor(options: RetireOptions, session: Session) {
    this.#options = options;
    this.#session = session;
    this.#epochs = new Map(readEpochKeys(options.directory).map((one) => [one.epoch, one]));
  }

  async run(): Promise<RetiredKeys> {
    const cutoff = yearsBefore(
      this.#options.clock.now(),
      this.#options.years ?? SUBJECT_KEY_RETENTION_YEARS,
    );
    const newest = Math.max(0, ...this.#epochs.keys());
    let target = await this.#unfinished();
    let destroyed = 0;
    for await (const page of this.#pages(cutoff)) {
      const due = await this.#due(page, cutoff);
      if (due.length === 0) continue;
      target ??= await this.#makeEpoch(newest + 1);
      destroyed += await this.#replace(due, target);
    }
    if (target === undefined) return { destroyed, rewrapped: 0, epoch: newest };
    this.#options.step?.('DUE_REPLACED');
    return { destroyed, ...(await this.#finish(target)) };
  }

  async wrap(): Promise<RetiredKeys> {
    const newest = Math.max(0, ...this.#epochs.keys());
    const target = newest === 0 ? await this.#makeFirst() : await this.#unfinished();
    if (target === undefined) return { destroyed: 0, rewrapped: 0, epoch: newest };
    return { destroyed: 0, ...(await this.#finish(target)) };
  }

  /** Wraps everything by the target; then no other epoch is needed any more. */
  async #finish(target: EpochKey): Promise<Omit<RetiredKeys, 'destroyed'>> {
    const rewrapped = await this.#rewrap(target);
    this.#options.step?.('REWRAPPED');
    for (const epoch of this.#epochs.keys()) {
      if (epoch !== target.epoch) await destroyEpochKey(this.#options.directory, epoch);
    }
    this.#options.step?.('FILE_DESTROYED');
    return { rewrapped, epoch: target.epoch };
  }

  /** The newest epoch where a run ended before its end, or where keys stand in the table that nothing wraps. */
  async #unfinished(): Promise<EpochKey | undefined> {
    const newest = [...this.#epochs.values()].at(-1);
    const isLeft = this.#epochs.size > 1 || (await this.#has(KEY_LENGTH));
    return isLeft ? newest : undefined;
  }

  // A first epoch beside keys that another one wrapped would look like all is well.
  async #makeFirst(): Promise<EpochKey> {
    if (await this.#has(WRAPPED_LENGTH)) {
      throw new StoreFault(
        `no key of subject tags is in ${this.#options.directory}: restore subject-<n>.key from its own backup`,
      );
    }
    return this.#makeEpoch(1);
  }

  async #has(length: number): Promise<boolean> {
    const { sql } = this.#session;
    const [row] = await this.#session.unlessLost(sql<{ found: boolean }[]>`
      select exists (select from register.subject_key where length(key) = ${length}) as found`);
    return row?.found === true;
  }

  async #makeEpoch(epoch: number): Promise<EpochKey> {
    const made = { epoch, key: this.#options.ids.bytes(KEY_LENGTH) };
    await createEpochKey(this.#options.directory, made);
    this.#epochs.set(epoch, made);
    this.#options.step?.('EPOCH_MADE');
    return made;
  }

  /** Keys made before the cutoff, page by page in the order of persons. */
  async *#pages(cutoff: number): AsyncGenerator<readonly KeptKey[]> {
    const { sql } = this.#session;
    for (let after = ''; ; ) {
      const page = await this.#session.unlessLost(sql<KeptKey[]>`
        select person_key as person, key from register.subject_key
        where made_at < ${new Date(cutoff)} and person_key > ${after}
        order by person_key limit ${PAGE}`);
      if (page.length === 0) return;
      yield page;
      after = page.at(-1)?.person ?? '';
    }
  }

  async #due(page: readonly KeptKey[], cutoff: number): Promise<readonly KeptKey[]> {
    const { authority, clock } = this.#options;
    const judged: Judged[] = page.map(({ person, key }) => ({ person, key: this.#open(key) }));
    const window = { from: cutoff, until: clock.now() };
    const tagged = await isTagged(this.#session, judged, { authority, ...window });
    return page.filter(({ person }) => !tagged.has(person));
  }

  /** Puts fresh keys in the place of those that are due. */
  async #replace(due: readonly KeptKey[], target: EpochKey): Promise<number> {
    const { ids, clock } = this.#options;
    const fresh = due.map(({ person, key }) => ({
      ...{ person, old: key },
      key: wrapKey(target, { key: ids.bytes(KEY_LENGTH), person }, ids.bytes(NONCE)),
    }));
    return this.#write(fresh, new Date(clock.now()));
  }

  async #rewrap(target: EpochKey): Promise<number> {
    const { sql } = this.#session;
    const head = Buffer.alloc(4);
    head.writeUInt32BE(target.epoch);
    let rewrapped = 0;
    for (let after = ''; ; ) {
      const page = await this.#session.unlessLost(sql<KeptKey[]>`
        select person_key as person, key from register.subject_key
        where person_key > ${after} and (length(key) = ${KEY_LENGTH} or substring(key from 2 for 4) <> ${head})
        order by person_key limit ${PAGE}`);
      if (page.length === 0) return rewrapped;
      const kept = page.map(({ person, key }) => ({
        ...{ person, old: key },
        key: wrapKey(target, { key: this.#open(key), person }, this.#options.ids.bytes(NONCE)),
      }));
      rewrapped += await this.#write(kept, null);
      after = page.at(-1)?.person ?? '';
    }
  }

  #open(kept: Uint8Array): Uint8Array {
    const epoch = epochOf(kept);
    if (epoch === undefined) return kept;
    const wrapping = this.#epochs.get(epoch);
    const opened = wrapping && unwrapKey(wrapping, kept);
    if (opened !== undefined) return opened.key;
    throw new StoreFault(
      wrapping === undefined
        ? `subject-${epoch}.key is missing: nothing was destroyed; restore it from its own backup`
        : 'a key of a subject was changed in the table: nothing was destroyed',
    );
  }

  async #write(
    rows: readonly {
      readonly person: string;
      readonly old: Uint8Array;
      readonly key: Uint8Array;
    }[],
    madeAt: Date | null,
  ): Promise<number> {
    const { sql } = this.#session;
    const persons = rows.map(({ person }) => person);
    const list = (of: (row: (typeof rows)[number]) => Uint8Array) =>
      rows.map((row) => Buffer.from(of(row)).toString('hex'));
    const written = await this.#session.unlessLost(sql`
      update register.subject_key k
      set key = decode(new.key, 'hex'), made_at = coalesce(${madeAt}::timestamptz, k.made_at)
      from unnest(${persons}::text[], ${list(({ old }) => old)}::text[], ${list(({ key }) => key)}::text[])
        as new (person, old, key)
      where k.person_key = new.person and k.key = decode(new.old, 'hex')`);
    return written.count;
  }
}

function yearsBefore(now: number, years: number): number {
  const date = new Date(now);
  return date.setUTCFullYear(date.getUTCFullYear() - years);
}
