/**
 * Builds that do not destroy what they say they do, each in its own way. A rig that does not find them out is blind.
 *
 * - `rows-only` deletes the rows and leaves the keys where they are.
 * - `kept-key` erases every key, once it has put it by.
 * - `unsealed` keeps one text of what it received as it came, until it destroys the rest.
 * - `remembered` keeps in memory what it opened.
 * - `said` writes what it opened into its log.
 */
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { closePool, type Erasures, openOwner } from '../../../src/store/index.js';
import type { Side } from '../../rooms/exchange/stage.js';

export const BUILDS = [
  'honest',
  'rows-only',
  'kept-key',
  'unsealed',
  'remembered',
  'said',
] as const;
export type Build = (typeof BUILDS)[number];

/** Makes a side this build. */
export async function plant(build: Build, side: Side): Promise<void> {
  const { rooms } = side;
  switch (build) {
    case 'honest':
    // These are planted in the gateway of heap.ts.
    case 'remembered':
    case 'said':
      return;
    case 'rows-only':
      Object.assign(rooms.erasures, { eraseKeys: async () => undefined });
      return;
    case 'kept-key':
      Object.assign(rooms.erasures, { eraseKeys: puttingBy(side, rooms.erasures.eraseKeys) });
      return;
    case 'unsealed':
      return keepUnsealed(side);
  }
}

/** Makes a side in a process of its own one of the builds that only its memory or its log gives away. */
export function plantInMemory(build: Build, { rooms: { custody } }: Side): void {
  const remembered: unknown[] = [];
  const keep = (found: unknown): void => {
    if (build === 'remembered') remembered.push(found);
    if (build === 'said') process.stderr.write(`${JSON.stringify(found)}\n`);
  };
  const { find, findFrom } = custody;
  Object.assign(custody, {
    remembered,
    async find(...asked: Parameters<typeof find>) {
      const found = await find(...asked);
      keep(found);
      return found;
    },
    async findFrom(...asked: Parameters<typeof findFrom>) {
      const found = await findFrom(...asked);
      keep(found);
      return found;
    },
  });
}

const puttingBy =
  ({ custodyKeys }: Side, erase: Erasures['eraseKeys']): Erasures['eraseKeys'] =>
  async (run) => {
    for (const epoch of run.epochs) {
      const path = join(custodyKeys, `${epoch}.key`);
      await copyFile(path, `${path}.old`).catch(() => undefined);
    }
    await erase(run);
  };

async function keepUnsealed({ rooms, urls }: Side): Promise<void> {
  const asOwner = async (text: string, values: string[] = []) => {
    const sql = openOwner(urls.owner);
    await sql.unsafe(text, values);
    await closePool(sql);
  };
  await asOwner('create table exchange.kept_text (content text)');
  const { keep } = rooms.custody;
  const { rewrap } = rooms.erasures;
  Object.assign(rooms.custody, {
    async keep(...[holdings]: Parameters<typeof keep>) {
      await keep(holdings);
      const [first] = holdings.flatMap(({ values }) => values);
      await asOwner('insert into exchange.kept_text values ($1)', [first?.text ?? '']);
    },
  });
  Object.assign(rooms.erasures, {
    async rewrap(...[run]: Parameters<typeof rewrap>) {
      await rewrap(run);
      await asOwner('delete from exchange.kept_text');
    },
  });
}
