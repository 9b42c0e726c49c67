/** Held values, read: decrypted in memory, one statement for all that an operation asks of a holding. */
import { Refusal } from '../../base/index.js';
import type { Holding, ValuePlace } from '../../custody/index.js';
import { instantOf, millisOf } from '../exchange/instants.js';
import { StoreFault } from '../fault.js';
import { textArray } from '../register/statement.js';
import { orUnavailable } from '../unavailable.js';
import type { CustodyGround } from './epochs.js';
import { openValue, unwrapKey, type WrappedKey } from './value-key.js';

export interface FoundValue extends Pick<ValuePlace, 'source' | 'n' | 'group'> {
  readonly text: string;
}

interface ValueRow extends WrappedKey, Pick<ValuePlace, 'source' | 'n' | 'group'> {
  readonly sealed: Uint8Array;
}

/** One holding, as several sources of it may have brought its values. */
export interface HeldFrom extends Pick<Holding, 'case' | 'purpose' | 'provider'> {
  readonly sources: readonly string[];
}

export interface Places {
  readonly ns: readonly number[];
  readonly groups: readonly ValuePlace['group'][];
}

/** In no order of their sources. Rejects with Refusal(UNAVAILABLE) where a key was lost, with a StoreFault where a value is not what was kept. */
export async function findValues(
  ground: CustodyGround,
  holding: HeldFrom,
  places: Places,
): Promise<readonly FoundValue[]> {
  if (places.ns.length === 0 || places.groups.length === 0) return [];
  const found = await openAll(ground, holding, await select(ground, holding, places));
  if (found !== undefined) return found.values;
  // A key may have been wrapped anew, and its epoch's erased, between the statement and the file.
  const again = await select(ground, holding, places);
  const isErased = await erasedAmong(ground, again);
  const left = again.filter(({ epoch }) => !isErased.has(epoch));
  const opened = await openAll(ground, holding, left);
  if (opened === undefined) throw await whyNotOpened(ground, left);
  return opened.values;
}

function select({ sql, clock }: CustodyGround, holding: HeldFrom, { ns, groups }: Places) {
  const { case: id, sources, purpose } = holding;
  return orUnavailable(
    () => sql<ValueRow[]>`
      select id::text as id, source, n, item_group as "group", epoch::text as epoch, wrapped, sealed,
        ${sql.unsafe(millisOf('ends_at'))} as "endsAt"
      from exchange.held_value
      where case_id = ${id} and source = any(${textArray(sources)}::text::text[]) and purpose = ${purpose}
        and n = any(${textArray(ns.map(String))}::text::int[]) and item_group = any(${textArray(groups)}::text::text[])
        and ends_at > ${instantOf(clock.now())} and recalled_at is null
      order by n, item_group`,
  );
}

/** All of them, or undefined where one does not open. */
async function openAll({ keys }: CustodyGround, holding: HeldFrom, rows: readonly ValueRow[]) {
  const values: FoundValue[] = [];
  for (const row of rows) {
    const epochKey = await keys.find(row.epoch);
    const text = epochKey && openRow(epochKey, row, holding);
    if (text === undefined) return undefined;
    values.push({ source: row.source, n: row.n, group: row.group, text });
  }
  return { values };
}

function openRow(epochKey: Uint8Array, row: ValueRow, holding: HeldFrom): string | undefined {
  const { source, n, group } = row;
  const { case: id, purpose, provider } = holding;
  const key = unwrapKey(epochKey, row);
  return key && openValue(key, row.sealed, { case: id, source, purpose, provider, n, group });
}

/** Of a database older than the destruction: what was destroyed stays so. */
async function erasedAmong({ keys }: CustodyGround, rows: readonly ValueRow[]) {
  const epochs = [...new Set(rows.map(({ epoch }) => epoch))];
  const fates = await Promise.all(epochs.map((epoch) => keys.fate(epoch)));
  return new Set(epochs.filter((_, at) => fates[at] === 'ERASED'));
}

async function whyNotOpened({ keys }: CustodyGround, rows: readonly ValueRow[]): Promise<Error> {
  const fates = await Promise.all(rows.map(({ epoch }) => keys.fate(epoch)));
  return fates.includes('LOST')
    ? new Refusal('UNAVAILABLE', {}, { cause: 'CUSTODY_KEY_LOST' })
    : new StoreFault('custody: a value is not what was kept');
}
