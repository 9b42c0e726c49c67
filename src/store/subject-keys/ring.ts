/** The epoch keys at hand: makes keys for new subjects, and opens those of the table. */
import type { Ids } from '../../base/index.js';
import type { Sql } from '../connect.js';
import { StoreFault } from '../fault.js';
import { readEpochKeys } from './files.js';
import {
  type EpochKey,
  epochOf,
  KEY_LENGTH,
  type UnwrappedKey,
  unwrapKey,
  wrapKey,
} from './wrap.js';

export interface SubjectKeys {
  /** Looks again which epochs there are. Throws a StoreFault. */
  refresh(): void;
  /** A new key for a person, wrapped as the register keeps it; plain, for `sorgu migrate` to wrap, where there is no epoch yet. */
  make(person: string): Uint8Array;
  /** A key of the table as the tags are made with. Throws a StoreFault where its epoch key is not there. */
  open(kept: Uint8Array): Uint8Array;
  /** The same for a person by name: undefined where it was wrapped for another, exchanged for a plain one, or changed. */
  openFor(person: string, kept: Uint8Array): Uint8Array | undefined;
}

const NONCE = 12;
/** Keys held open, so that a subject asked about all day is unwrapped once. */
const MOST_OPEN = 4096;

/** Opens the keys of a directory. Throws a StoreFault for a file that is no key, or that others may read. */
export function openSubjectKeys(options: {
  readonly directory: string;
  readonly ids: Ids;
}): SubjectKeys {
  return new Ring(options.directory, options.ids);
}

/** Refuses to go on where the keys of the table cannot be opened. Rejects with a StoreFault that names the file. */
export async function checkSubjectKeys(sql: Sql, keys: SubjectKeys): Promise<void> {
  // All are wrapped by one epoch but while some are destroyed, which goes by person.
  const ends = await sql<{ person: string; key: Uint8Array }[]>`
    select person, key from granted.outer_tag_keys()`;
  for (const { person, key } of ends) {
    if (keys.openFor(person, key) !== undefined) continue;
    throw new StoreFault(
      'the key of a subject was changed in the table: restore register.subject_key',
    );
  }
}

class Ring implements SubjectKeys {
  readonly #directory: string;
  readonly #ids: Ids;
  #keys: ReadonlyMap<number, EpochKey> = new Map();
  readonly #open = new Map<string, UnwrappedKey>();

  constructor(directory: string, ids: Ids) {
    this.#directory = directory;
    this.#ids = ids;
    this.#reload();
  }

  refresh(): void {
    this.#reload();
  }

  make(person: string): Uint8Array {
    const newest = [...this.#keys.values()].at(-1);
    const key = this.#ids.bytes(KEY_LENGTH);
    if (newest === undefined) return key;
    return wrapKey(newest, { key, person }, this.#ids.bytes(NONCE));
  }

  open(kept: Uint8Array): Uint8Array {
    // As it came: a key of a package that was received, or of the register before keys were wrapped.
    if (epochOf(kept) === undefined) return kept;
    const opened = this.#unwrap(kept);
    if (opened === undefined) throw new StoreFault('the key of a subject was changed in the table');
    return opened.key;
  }

  openFor(person: string, kept: Uint8Array): Uint8Array | undefined {
    // Once there is an epoch every key of the table is wrapped: a plain one names nobody, and anybody could have put it there.
    const isPlain = epochOf(kept) === undefined;
    if (isPlain) return kept.length === KEY_LENGTH && this.#keys.size === 0 ? kept : undefined;
    const opened = this.#unwrap(kept);
    return opened?.isOf(person) === true ? opened.key : undefined;
  }

  #unwrap(kept: Uint8Array): UnwrappedKey | undefined {
    const name = Buffer.from(kept.buffer, kept.byteOffset, kept.length).toString('latin1');
    const known = this.#open.get(name);
    if (known !== undefined) return known;
    const opened = unwrapKey(this.#epoch(epochOf(kept) ?? 0), kept);
    if (this.#open.size >= MOST_OPEN) this.#open.clear();
    if (opened !== undefined) this.#open.set(name, opened);
    return opened;
  }

  #epoch(epoch: number): EpochKey {
    if (!this.#keys.has(epoch)) this.#reload();
    const found = this.#keys.get(epoch);
    if (found === undefined) throw this.#missing(epoch);
    return found;
  }

  // A newer epoch means that keys were destroyed: none of them may live on in memory.
  #reload(): void {
    const keys = readEpochKeys(this.#directory);
    const isSame =
      keys.length === this.#keys.size && keys.every((one) => this.#keys.has(one.epoch));
    if (isSame) return;
    this.#keys = new Map(keys.map((one) => [one.epoch, one]));
    this.#open.clear();
  }

  #missing(epoch: number): StoreFault {
    return new StoreFault(
      `the key of subject tags subject-${epoch}.key is not in ${this.#directory}: restore it from its own backup; ` +
        'without it nobody it belongs to can be read about or found in the ledger, which verifies as before',
    );
  }
}
