/**
 * The ways into the database: pools of postgres.js, each for one role. Nobody else opens a connection.
 *
 * - No `sql.begin` on a pool that others use: with 99 queries queued, BEGIN goes out without its connection, and
 *   inserts already acknowledged are lost. A transaction runs on `sql.reserve()` or on a pool of its own.
 * - drizzle changes the parsers of the pool it wraps (dates and JSON become text): wrap a pool, or use it plain.
 */
import { connect as connectSocket, type Socket } from 'node:net';
import postgres from 'postgres';
import { StoreFault } from './fault.js';

export type Sql = postgres.Sql;

/** Milliseconds, but for `max`. */
export interface PoolOptions {
  /** Shown by PostgreSQL beside the connection. */
  readonly name: string;
  readonly max: number;
  /** PostgreSQL ends a statement that runs longer; 0 lets it run. */
  readonly statementMs: number;
  /**
   * A connection on which nothing arrives for longer is dead: the network or the server hangs. 0 waits for ever. Not
   * seen over TLS, where postgres.js takes our listeners off: there TCP's own keep-alive ends a dead connection.
   */
  readonly silenceMs: number;
  /**
   * Whether somebody waits for its answer. Where it can tell, silence is no death while nobody does, and the connection
   * is kept for minutes: to open it anew and plan its statements again costs more than hundreds of readings.
   */
  readonly isAwaited?: () => boolean;
  /** Called when a connection is gone, whoever ended it. */
  readonly closed?: () => void;
  /**
   * Whether JavaScript's arrays are sent as PostgreSQL's. postgres.js then asks each new connection for types first, in
   * a query whose failure nobody can catch and which ends the process: never where we serve.
   */
  readonly arrays?: boolean;
  /**
   * Plans a statement once for a connection, whatever it is asked with later, and through indexes, however small a table
   * was when it was planned: for statements that are large and find everything by keys. Others are planned for their
   * parameters.
   */
  readonly plansOnce?: boolean;
  /** Commits without waiting for the disk: for what may be lost with the answer that it was made for. */
  readonly lazy?: boolean;
}

const connectMs = 5_000;
/** How long a connection that nobody waits for is kept. */
const IDLE_SECONDS = 600;
const closeMs = 5_000;

/** Opens the owner's connection, for migrations and imports: one at a time, however long it takes. */
export function openOwner(url: string): Sql {
  return openPool(url, {
    name: 'sorgu owner',
    max: 1,
    statementMs: 0,
    silenceMs: 0,
    arrays: true,
  });
}

/** Opens one more connection like a pool's, for a transaction on it alone; close it after. */
export function openBeside({ options }: Sql): Sql {
  const settings = {
    max: 1,
    database: options.database,
    username: options.user,
    password: options.pass ?? '',
    ssl: options.ssl,
    // Kept by postgres.js as it was given, though its types do not say so: where the server listens.
    socket: Reflect.get(options, 'socket'),
    onnotice: () => undefined,
    connect_timeout: options.connect_timeout,
    fetch_types: false,
    connection: { ...options.connection, statement_timeout: 0 },
  };
  return postgres(settings);
}

/** Lets running queries end, five seconds at most. */
export const closePool = (sql: Sql): Promise<void> => sql.end({ timeout: closeMs / 1000 });

/**
 * Opens a pool. `url` is a PostgreSQL URL; a Unix socket's directory stands in `?host=` or, percent-encoded, in the
 * host's place. While its database is gone a pool rejects within a quarter of a second; it connects again by itself.
 */
export function openPool(url: string, options: PoolOptions): Sql {
  const target = addressIn(url);
  const failures = new Set<Socket>();
  const settings = {
    max: options.max,
    connect_timeout: connectMs / 1000,
    fetch_types: options.arrays ?? false,
    idle_timeout: idleSeconds(options),
    // The ledger's connection holds a lock, and a lane a transaction: one alone must not be closed for its age.
    max_lifetime: options.max === 1 ? null : 3600,
    backoff: () => Math.min(0.02 * 2 ** failures.size, 0.25),
    // By default notices, which may quote values, are printed.
    onnotice: () => undefined,
    ...(options.closed && { onclose: options.closed }),
    socket: () => openSocket(target, { ...options, failures }),
    connection: {
      application_name: options.name,
      statement_timeout: options.statementMs,
      idle_in_transaction_session_timeout: 60_000,
      TimeZone: 'UTC',
      // To compile a plan to machine code takes longer than any statement of ours.
      jit: 'off',
      ...(options.lazy && { synchronous_commit: 'off' }),
      ...(options.plansOnce && { plan_cache_mode: 'force_generic_plan', enable_seqscan: 'off' }),
    },
  };
  return postgres(withoutAddress(url), settings);
}

function idleSeconds({ silenceMs, isAwaited }: PoolOptions): number | undefined {
  if (silenceMs === 0) return undefined;
  // Closed in good order before the silence could be taken for death.
  return isAwaited === undefined ? (silenceMs * 2) / 3 / 1000 : IDLE_SECONDS;
}

/** The role that a URL logs in as. */
export function roleIn(url: string): string {
  return decodeURIComponent(parse(url).username);
}

export type Address = { readonly path: string } | { readonly host: string; readonly port: number };

/** Where a URL's server listens: a Unix socket or a TCP port. */
export function addressIn(url: string): Address {
  const { hostname, port: written, searchParams } = parse(url);
  const host = searchParams.get('host') ?? decodeURIComponent(hostname).replace(/^\[|\]$/g, '');
  const port = Number(searchParams.get('port') ?? (written || '5432'));
  return host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
}

/**
 * postgres.js sets no TCP_NODELAY, hangs on a silent server, and asks for ever where a proxy accepts and closes. And a
 * statement that it takes between a socket's error and its close is never answered: it believes that after an error
 * everybody was told. So a socket of ours always closes as if without one, and whoever still waits is told then.
 */
function openSocket(
  target: Address,
  { silenceMs, failures, isAwaited = () => true }: Line,
): Socket {
  const socket = connectSocket({ ...target, noDelay: true, ...KEEP_ALIVE });
  // Its TLS takes the name to check from here.
  if ('host' in target) Object.assign(socket, { host: target.host });
  // What is sent later starts the time anew.
  socket.setTimeout(silenceMs, () => {
    if (isAwaited()) socket.destroy(fault('ETIMEDOUT'));
  });
  socket.once('data', () => failures.clear());
  const emit: Emit = socket.emit.bind(socket);
  const close = (failed: unknown): boolean => {
    if (socket.bytesRead === 0) failures.add(socket);
    if (failed !== true && socket.bytesRead === 0) emit('error', fault('ECONNRESET'));
    return emit('close', false);
  };
  const told: Emit = (event, ...given) =>
    event === 'close' ? close(given[0]) : emit(event, ...given);
  return Object.assign(socket, { emit: told });
}

type Emit = (event: string | symbol, ...given: unknown[]) => boolean;

// Before what stands between forgets a connection on which nothing is said.
const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelay: 60_000 };

interface Line extends Pick<PoolOptions, 'silenceMs' | 'isAwaited'> {
  /** Sockets that brought nothing, since one last did. */
  readonly failures: Set<Socket>;
}

const fault = (code: string): Error => Object.assign(new Error(`database: ${code}`), { code });

/** Role, database and settings of a URL: the socket is ours, and postgres.js would misread some addresses. */
function withoutAddress(url: string): string {
  const parsed = parse(url);
  parsed.searchParams.delete('host');
  parsed.searchParams.delete('port');
  parsed.hostname = 'localhost';
  parsed.port = '';
  return parsed.href;
}

function parse(url: string): URL {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed && ['postgres:', 'postgresql:'].includes(parsed.protocol)) return parsed;
  // The URL holds a password: it is not shown.
  throw new StoreFault(
    'a database URL is not of the form postgres://user:password@host:port/database',
  );
}
