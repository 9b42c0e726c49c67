/** Hands the commands of the exchange their rooms. */
import { readFile } from 'node:fs/promises';
import { Refusal, systemClock, systemIds } from './base/index.js';
import * as cli from './cli/index.js';
import type { Config } from './config.js';
import { exchangeKeyPaths } from './data-folder.js';
import { countNotices, noticedCases, type Officer, officerOf } from './exchange/index.js';
import { logOf } from './journal/index.js';
import { originOf } from './ledger/index.js';
import { openLetters } from './letters/index.js';
import { openDatabase, settings } from './main-ground.js';
import { voice } from './main-voice.js';
import {
  openFileSigner,
  openNotice,
  openPost,
  openTokenSigner,
  readToldKey,
  signDocument,
} from './partner/index.js';
import { readLaw } from './policy/index.js';
import { openBookOn, openFindPartner } from './serve-exchange.js';
import { openReconciliation } from './serve-reconcile.js';
import { partnerLogsOf } from './serve-witness.js';
import * as store from './store/index.js';
import { dayOf } from './treaty/index.js';

export const exchangeTools: cli.ExchangeTools = {
  async sign({ file, key }) {
    const config = settings('maintain');
    const { instruments } = lawOf(config);
    return cli.signRequestFile(
      {
        ...{ file, instruments, today: dayOf(systemClock.now()) },
        openSigner: () => openSigner(key, config),
        sign: signDocument,
      },
      voice,
    );
  },

  letter: (wishes) =>
    cli.writeLetter({ ...wishes, draw: (letter) => openLetters().request(letter) }, voice),

  clock: ({ token, language }) =>
    withExchange(async (sql, config) => {
      const cases = store.openCases({ sql, clock: systemClock });
      const now = systemClock.now();
      const first = MOST_NOTICED;
      const command = {
        language,
        counts: () => countNotices(cases, now),
        async noticed() {
          if (token === undefined) return undefined;
          const officer = await officerBy(token, config);
          return officer && (await noticedCases(cases, { officer, now, first }));
        },
      };
      return cli.showClock(command, voice);
    }),

  listMail: () => withExchange((sql) => cli.listDeadMail({ outbox: outboxOn(sql) }, voice)),

  mailAgain: (id) => withExchange((sql) => cli.sendMailAgain({ outbox: outboxOn(sql), id }, voice)),

  showLists: () =>
    withExchange(async (sql, config) => {
      const standing = await store.openStandings(sql).all();
      const { authority } = config;
      return cli.showLists({ ...lawOf(config), standing, authority, clock: systemClock }, voice);
    }),

  recordLists: ({ file, note }) =>
    withExchange((sql, { authority }) => {
      const told = { file, note, authority, now: systemClock.now(), ids: systemIds };
      const standings = store.openStandings(sql);
      return cli.recordLists({ ...told, standings, readKey: readToldKey }, voice);
    }),

  writeNotice: ({ file, to, note }) =>
    withExchange(async (sql, { authority: own }) => {
      const standing = await store.openStandings(sql).all();
      const told = { file, to, note, own, now: systemClock.now(), ids: systemIds };
      return cli.writeNotice({ ...told, standing, readKey: readToldKey }, voice);
    }),

  sendNotice: (file) =>
    withExchange((sql, { authority: own }) => {
      const standings = store.openStandings(sql);
      const notices = store.openNotices({ sql, clock: systemClock });
      const sent = { file, own, now: systemClock.now(), ids: systemIds };
      return cli.sendNotice({ ...sent, standings, notices, open: openNotice }, voice);
    }),

  listNotices: () =>
    withExchange((sql) =>
      cli.listNotices({ notices: store.openNotices({ sql, clock: systemClock }) }, voice),
    ),

  listActivities: () =>
    withExchange((sql, { authority }) =>
      cli.listActivities({ activities: store.openActivities(sql), authority }, voice),
    ),

  listContacts: ({ isHistory }) =>
    withExchange(async (sql) => {
      const standing = await store.openStandings(sql).all();
      return cli.listContacts({ standing, isHistory, now: systemClock.now() }, voice);
    }),

  recordReceipts: (file) =>
    withExchange((sql, { exchange }) => {
      const receipts = store.openReceipts(sql);
      const logs = [...partnerLogsOf(exchange?.partners ?? []).values()];
      return cli.recordReceipts({ file, receipts, logs, now: systemClock.now() }, voice);
    }),

  listReceipts: (authority) =>
    withExchange((sql, config) => {
      const origin = originOf(authority, logOf(config.authority, authority));
      return cli.listReceipts({ receipts: store.openReceipts(sql), origin }, voice);
    }),

  reconcile: () => withExchange(reconcileOnce),
};

/** The rooms of a reconciliation, opened for one command: what the gateway does by night. */
async function reconcileOnce(sql: store.Sql, config: Config): Promise<cli.ExitCode> {
  const { exchange, dataDir, mode, authority } = config;
  if (exchange === null) throw new cli.UsageFault((say) => say('EXCHANGE_NOT_SET'));
  const signer = await openFileSigner(exchangeKeyPaths(dataDir).signing, mode);
  const book = openBookOn(sql);
  const common = { ...exchange, clock: systemClock, ids: systemIds };
  const { urls, close } = await openDatabase(config, 'app');
  const pool = store.openOwner(urls.app);
  try {
    const reconciliation = openReconciliation({
      ...{ ...common, sql, signer, book, ownAuthority: authority },
      ...{ post: openPost(signer), find: openFindPartner(common, book) },
      reader: store.openLedgerReader(pool),
    });
    const all = await reconciliation.all();
    reconciliation.close();
    return cli.showPairs(all, voice);
  } finally {
    await store.closePool(pool);
    await close();
  }
}

/** More are not read from a terminal: `cases` has pages. */
const MOST_NOTICED = 1000;

/** The officer whose token a file holds; null where it is not good now. No certificate vouches for it at a terminal. */
async function officerBy(file: string, config: Config): Promise<Officer | null> {
  if (config.mode === 'production' && config.tokens === null) {
    throw new cli.UsageFault((say) => say('TOKENS_NOT_SET'));
  }
  const { openCallers } = await import('./serve-callers.js');
  const { identity } = await openCallers(config, systemClock, false);
  const authorization = `Bearer ${(await readFile(file, 'utf8')).trim()}`;
  try {
    const caller = await identity.recognise({ authorization, certificate: undefined });
    return officerOf(caller, config.authority);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Does a piece of work with the pool of the exchange's role. */
export async function withExchange(
  work: (sql: store.Sql, config: Config) => Promise<cli.ExitCode>,
): Promise<cli.ExitCode> {
  const config = settings('maintain');
  const { urls, close } = await openDatabase(config, 'exchange');
  const sql = store.openExchangePool(urls.exchange ?? '');
  try {
    if (!(await store.isMigrated(sql))) {
      throw new cli.CommandFault((say) => say('NOT_MIGRATED'));
    }
    return await work(sql, config);
  } finally {
    await store.closePool(sql);
    await close();
  }
}

const outboxOn = (sql: store.Sql) => store.openOutbox({ sql, clock: systemClock });

const lawOf = ({ instruments }: Config) =>
  readLaw({ settings: instruments, grantUnconfirmed: true });

/** Not settings of ours: what a token's module and tool read. Ours hold passwords that are none of theirs. */
const TOKEN_ENVIRONMENT = ['PATH', 'HOME', 'SOFTHSM2_CONF', 'OPENSC_CONF', 'PKCS11SPY'] as const;

function openSigner(key: cli.SigningKey, { mode }: Config) {
  if ('file' in key) return openFileSigner(key.file, mode);
  const { token, module, keyId, pinFile } = key;
  const environment = Object.fromEntries(
    TOKEN_ENVIRONMENT.map((name) => [name, process.env[name] ?? '']).filter(
      ([, value]) => value !== '',
    ),
  );
  return openTokenSigner({ token, module, keyId, environment, pin: { file: pinFile } });
}
