/** A register of a test's own, opened as the gateway opens it, with every statement that is sent written down. */
import {
  closePool,
  type OpenReader,
  openOwner,
  openPools,
  openRegister,
  type ReadCompiled,
  type ReadOptions,
  type RegisterReader,
  type Sql,
} from '../../src/store/index.js';
import { openTestDatabase } from './postgres.js';
import { putGrant, standAt } from './wall.js';

export interface TestRegister {
  readonly owner: Sql;
  readonly app: Sql;
  readonly open: OpenReader;
  readonly readCompiled: ReadCompiled;
  /** Texts sent on the application's pool since the last `forget`. */
  readonly sent: readonly string[];
  forget(): void;
  close(): Promise<void>;
}

// What every reading begins and ends with.
const FRAME = /^(?:begin;|commit$)/;

/** Opens an empty register. Whatever grant is read under stands on a request that is written first. */
export async function openTestRegister(): Promise<TestRegister> {
  const database = await openTestDatabase();
  const pools = openPools(database.urls);
  const owner = openOwner(database.urls.owner);
  const register = openRegister({ lanes: pools.register });
  const sent: string[] = [];
  const debug = (_connection: number, text: string) => {
    if (!FRAME.test(text)) sent.push(text);
  };
  for (const lane of pools.register.all) Object.assign(lane.options, { debug });
  const stand = async ({ grant, now }: Pick<ReadOptions, 'grant' | 'now'>) => {
    await standAt(owner, now);
    await putGrant(owner, grant);
  };
  return {
    owner,
    app: pools.app,
    open: (options) => {
      const ready = stand(options);
      return behind(ready, register.openReader(options));
    },
    readCompiled: async (asked) => {
      await stand(asked);
      return register.readCompiled(asked);
    },
    sent,
    forget: () => sent.splice(0),
    close: async () => {
      await pools.close();
      await closePool(owner);
      await database.drop();
    },
  };
}

/** A reader that waits, before it reads for the first time, for what it stands on. */
function behind(ready: Promise<void>, reader: RegisterReader): RegisterReader {
  ready.catch(() => undefined);
  return {
    get tickets() {
      return reader.tickets;
    },
    list: (page) => ready.then(() => reader.list(page)),
    load: (n) => ready.then(() => reader.load(n)),
    fact: (found, field) => ready.then(() => reader.fact(found, field)),
    record: (found, field) => ready.then(() => reader.record(found, field)),
    records: (found, field) => ready.then(() => reader.records(found, field)),
    isNationalOf: (found, state) => ready.then(() => reader.isNationalOf(found, state)),
  };
}
