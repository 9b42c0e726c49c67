/**
 * Mail in the statement that keeps what it is about: kept together, and let go by the same commit. Its entry stands in
 * the ledger before that statement is sent, so that nothing has to be looked at again before it may leave.
 */

/** Attempts are counted by the mail, durably and in our terms: graphile-worker's own count never ends. */
export const JOB = `graphile_worker.add_job('send', json_build_object('id', id), job_key => id::text, max_attempts => 32767)`;

/** Writes `sent.d->'mail'` beside what `kept` wrote, at `row.at`. */
export const lettersAbout = (
  column: 'case_id' | 'provision_id' | 'custody_about',
): string => `letters as (
    insert into exchange.mail (id, ${column}, addressee, envelope, kept_at, sealed_at)
    select (m->>'id')::uuid, kept.id, m->>'to', m->>'envelope', row.at, row.at
    from kept, row, sent, jsonb_array_elements(sent.d->'mail') as m returning id)`;

/** Ends the statement: one row where something was kept, and a job for each of its letters. */
export const LET_GO = `select kept.id, (select count(${JOB}) from letters) as going from kept`;
