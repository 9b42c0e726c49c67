/** What stays when the key of an epoch is destroyed: each value's key is wrapped by the key of a new epoch of its day. */
import { millisOf } from '../exchange/instants.js';
import { textArray } from '../register/statement.js';
import { orUnavailable } from '../unavailable.js';
import { type CustodyGround, epochFor } from './epochs.js';
import { unwrapKey, type WrappedKey, wrapKey } from './value-key.js';

const AT_ONCE = 1_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Moves them, in portions; done again it moves what is left. A value whose key does not open stays behind, and is as
 * unreadable afterwards as it was before.
 */
export async function moveSurvivors(
  ground: CustodyGround,
  epoch: string,
  going: readonly string[],
): Promise<void> {
  const old = await ground.keys.find(epoch);
  if (old === undefined) return;
  let after = FIRST_ID;
  for (;;) {
    const rows = await survivorsAfter(ground, { epoch, going, after });
    await move(ground, { epoch, old, rows });
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}

interface Portion {
  readonly epoch: string;
  readonly going: readonly string[];
  readonly after: string;
}

const survivorsAfter = ({ sql }: CustodyGround, { epoch, going, after }: Portion) =>
  orUnavailable(
    () => sql<WrappedKey[]>`
      select id::text as id, epoch::text as epoch, wrapped, ${sql.unsafe(millisOf('ends_at'))} as "endsAt"
      from exchange.held_value
      where epoch = ${epoch} and id > ${after} and id <> all(${textArray(going)}::text::uuid[])
      order by id limit ${AT_ONCE}`,
  );

interface Moving {
  readonly epoch: string;
  readonly old: Uint8Array;
  readonly rows: readonly WrappedKey[];
}

async function move(ground: CustodyGround, { epoch, old, rows }: Moving): Promise<void> {
  const moved: { readonly id: string; readonly epoch: string; readonly wrapped: string }[] = [];
  for (const row of rows) {
    const key = unwrapKey(old, row);
    if (key === undefined) continue;
    const { id, endsAt } = row;
    const next = await epochFor(ground, endsAt);
    const wrapped = wrapKey(next.key, key, { id, epoch: next.id, endsAt });
    moved.push({ id, epoch: next.id, wrapped: wrapped.toString('base64') });
  }
  if (moved.length === 0) return;
  const parameters = [JSON.stringify(moved), epoch];
  await orUnavailable(async () => await ground.sql.unsafe(MOVE, parameters, { prepare: true }));
}

const MOVE = `
  update exchange.held_value v set epoch = (m->>'epoch')::uuid, wrapped = decode(m->>'wrapped', 'base64')
  from jsonb_array_elements($1::text::jsonb) as m
  where v.id = (m->>'id')::uuid and v.epoch = $2::text::uuid`;
