/** the second wall says of which PostgreSQL it stands on at least. */
import { expect, test } from 'vitest';
import { closePool, openOwner } from '../../../src/store/index.js';
import { checkServer, isServerNewEnough } from '../../../src/store/server-version.js';
import { openTestDatabase } from '../../support/postgres.js';

test.each([
  [90_624, false],
  [140_019, false],
  [149_999, false],
  [150_000, true],
  [160_004, true],
  [180_001, true],
])('A-8.1 version %i: %s', (number, isNewEnough) => {
  expect(isServerNewEnough(number)).toBe(isNewEnough);
});

test('A-8.1 the server that is asked is believed, and an older one is refused by its code', async () => {
  const database = await openTestDatabase();
  const owner = openOwner(database.urls.owner);
  await expect(checkServer(owner)).resolves.toBeUndefined();
  // The name that the question asks, as an older server would answer it.
  await owner.unsafe(`create function public.current_setting(text) returns text language sql
    as $$ select case $1 when 'server_version_num' then '140011' else pg_catalog.current_setting($1) end $$`);
  await owner`set search_path = public, pg_catalog`;
  await expect(checkServer(owner)).rejects.toThrow(/^POSTGRES_TOO_OLD: this is PostgreSQL 14,/);
  await closePool(owner);
  await database.drop();
});
