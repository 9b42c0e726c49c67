/** A register of a test's own, opened as the gateway opens it, with every statement that is sent written down. */
import {
  closePool,
  type OpenReader,
  openOwner,
  openPools,
  openRegister,
  type ReadCompiled,
  type Sql,
} from '../../src/store/index.js';
import { openTestDatabase } from './postgres.js';

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

/** Opens an empty register. The bodies of asylum are AZ-SMS-ASYLUM and UNHCR. */
export async function openTestRegister(): Promise<TestRegister> {
  const database = await openTestDatabase();
  const pools = openPools(database.urls);
  const owner = openOwner(database.urls.owner);
  const register = openRegister({ sql: pools.register, asylumBodies: ['AZ-SMS-ASYLUM', 'UNHCR'] });
  const sent: string[] = [];
  const debug = (_connection: number, text: string) => sent.push(text);
  Object.assign(pools.register.options, { debug });
  return {
    owner,
    app: pools.register,
    open: register.openReader,
    readCompiled: register.readCompiled,
    sent,
    forget: () => sent.splice(0),
    close: async () => {
      await pools.close();
      await closePool(owner);
      await database.drop();
    },
  };
}
