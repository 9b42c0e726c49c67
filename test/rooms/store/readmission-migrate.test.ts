/** Readmission cases that an older version wrote in clear do not outlive the migration; what is of nobody does. */
import { expect, test } from 'vitest';
import { closePool, migrate, openOwner } from '../../../src/store/index.js';
import { migrateWhile } from '../../support/older-database.js';
import { openEmptyDatabase } from '../../support/postgres.js';

test('A-11.5 cases, bookings and notes are removed with the files they stood in; windows stay', async () => {
  const database = await openEmptyDatabase();
  const owner = openOwner(database.urls.owner);
  const files = () => owner<{ file: string }[]>`
    select pg_relation_filepath(format('exchange.%I', name)::regclass) as file
    from unnest(array['readmission_case', 'interview_booking', 'humanitarian_note']) as name`;
  try {
    await migrateWhile(owner, ({ tag }) => !tag.endsWith('_readmission_retention'));
    await owner.unsafe(OLD);
    const before = await files();
    await migrate(database.urls);
    const [left] = await owner`
      select (select count(*)::int from exchange.readmission_case) as cases,
        (select count(*)::int from exchange.interview_booking) as bookings,
        (select count(*)::int from exchange.humanitarian_note) as notes,
        (select count(*)::int from exchange.interview_window) as windows`;
    expect(left).toEqual({ cases: 0, bookings: 0, notes: 0, windows: 1 });
    const after = new Set((await files()).map(({ file }) => file));
    expect(before.filter(({ file }) => after.has(file))).toEqual([]);
  } finally {
    await closePool(owner);
    await database.drop();
  }
});

const OLD = `
  with request as (select '7f1f6f0a-6a0e-4b0a-9c0d-0d8f5a2f8a11'::uuid as id)
  insert into exchange.readmission_case select id, 1, '{"records":[]}' from request;
  insert into exchange.interview_channel values ('brussels', 'OFFICE', 'BE-IO', 'Brussels', '10 to 16', 'office', '{az}');
  insert into exchange.interview_window
    values ('00000000-0000-4000-8000-000000000001', 'brussels', '2026-06-16T09:00Z', '2026-06-16T10:00Z', '{az}');
  insert into exchange.interview_booking
    select '00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', request_id, 1, 'az', 'BE-IO', 'BE-1', now()
    from exchange.readmission_case;
  insert into exchange.humanitarian_note
    select '00000000-0000-4000-8000-000000000003', request_id, 'AZ-1', 'He cares for a sick parent.', now()
    from exchange.readmission_case;`;
