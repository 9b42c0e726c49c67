/** What leaves the store of an error of the database. */
import { DrizzleQueryError } from 'drizzle-orm/errors';
import postgres from 'postgres';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/base/index.js';
import { orUnavailable, StoreFault, unavailableIf } from '../../../src/store/index.js';

const coded = (code: string) => Object.assign(new Error('AZE-CANARY'), { code });
/** As the server sends it, with values in every part. */
const fromServer = (code: string) =>
  Object.assign(Object.create(postgres.PostgresError.prototype), {
    name: 'PostgresError',
    code,
    severity: 'ERROR',
    message: 'AZE-CANARY',
    detail: 'Key (number)=(AZE-CANARY) already exists.',
  }) as Error;

describe('the database is away or cannot serve', () => {
  test.each([
    ...['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND'].map(coded),
    // A socket that the system broke, and a disk without room.
    ...['EIO', 'ENOSPC'].map(coded),
    ...['CONNECT_TIMEOUT', 'CONNECTION_CLOSED', 'CONNECTION_ENDED'].map(coded),
    ...['08006', '53300', '53100', '57014', '57P01', '57P02', '57P03'].map(fromServer),
    ...['58030', '25006', '25P03', '55P03'].map(fromServer),
    new DrizzleQueryError('select', ['AZE-CANARY'], coded('ECONNREFUSED')),
    new DrizzleQueryError('select', ['AZE-CANARY'], fromServer('57P01')),
  ])('%# is UNAVAILABLE', (error) => {
    const refusal = unavailableIf(error);
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal).toMatchObject({ code: 'UNAVAILABLE', detail: { retryAfter: 5 } });
    expect(shown(refusal)).not.toContain('CANARY');
  });
});

describe('other errors of the database keep their SQLSTATE and nothing else', () => {
  test.each([
    fromServer('23505'),
    fromServer('22P02'),
    new DrizzleQueryError('insert', ['AZE-CANARY'], fromServer('23505')),
  ])('%#', (error) => {
    const fault = unavailableIf(error);
    expect(fault).toBeInstanceOf(StoreFault);
    expect(shown(fault)).toMatch(/database: (23505|22P02)/);
    expect(shown(fault)).not.toContain('CANARY');
  });
});

test('what is no error of the database comes back as it is', () => {
  for (const error of [
    new TypeError('x'),
    new Refusal('NO_GRANT'),
    new StoreFault('x'),
    'x',
    undefined,
  ])
    expect(unavailableIf(error)).toBe(error);
});

test('work on the database rejects with what may leave', async () => {
  await expect(orUnavailable(() => Promise.reject(coded('EPIPE')))).rejects.toBeInstanceOf(Refusal);
  await expect(orUnavailable(() => Promise.resolve(7))).resolves.toBe(7);
});

/** Everything of an error that a log could write. */
function shown(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = Object.getOwnPropertyNames(error).map((name) => String(Reflect.get(error, name)));
  return [String(error), ...own, error.cause === undefined ? '' : shown(error.cause)].join('\n');
}
