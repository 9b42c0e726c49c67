/** What the other rooms may see of an error of the database: that it is away, or a SQLSTATE. Never a value. */
import { Refusal } from '../base/index.js';
import { StoreFault } from './fault.js';

const retryAfterSeconds = 5;

/** From the socket (Node.js) and from postgres.js. */
const lostConnection = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'EACCES',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EIO',
  'ENOSPC',
  'CONNECT_TIMEOUT',
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
]);

/**
 * SQLSTATE of a server that cannot serve now: 08 connection, 53 out of resources, 57 told to stop or over its time,
 * 58 disk, 25006 a standby took over, 25P03 and 55P03 waited too long.
 */
const cannotServe = /^(08...|53...|57...|58...|25006|25P03|55P03)$/;

/**
 * Turns an error of the database into what may leave the store: `Refusal('UNAVAILABLE')` if the database is away or
 * cannot serve, else a StoreFault with the SQLSTATE alone (messages of PostgreSQL and drizzle quote values and
 * parameters). What is no error of a database comes back as it is.
 *
 * @example catch (error) { throw unavailableIf(error); }
 */
export function unavailableIf(error: unknown): unknown {
  if (error instanceof Refusal || error instanceof StoreFault) return error;
  const code = databaseCode(error);
  if (code === undefined) return error;
  const fault = new StoreFault(`database: ${code}`);
  return lostConnection.has(code) || cannotServe.test(code)
    ? new Refusal('UNAVAILABLE', { retryAfter: retryAfterSeconds }, { cause: fault })
    : fault;
}

/** Runs a piece of work on the database; its errors leave as `unavailableIf` tells. */
export async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw unavailableIf(error);
  }
}

/** The code of an error of the database or of its connection, also of one that drizzle wrapped; else undefined. */
export function databaseCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (lostConnection.has(code) || error.name === 'PostgresError') return code;
  if (error.cause !== undefined) return databaseCode(error.cause);
  return /^[0-9A-Z]{5}$/.test(code) && 'severity' in error ? code : undefined;
}
