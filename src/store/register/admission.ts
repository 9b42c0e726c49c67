/**
 * A reading behind the second wall: one transaction that becomes the purpose's role, asks for a ticket, reads what the
 * ticket lets through, and ends. Its statements are sent at once; what the ticket does not open, they do not find.
 */
import { Refusal } from '../../base/index.js';
import { type Grant, GrantOutdated, type GrantSubject } from '../../requests/index.js';
import type { Sql } from '../connect.js';
import type { Lanes } from '../lanes.js';
import { orUnavailable } from '../unavailable.js';
import { readerOf } from '../wall/readers.js';
import { run, statement } from './statement.js';

/** Whom a reading is about: of these subjects the first so many who are found, in order of their numbers. */
export interface Admitting {
  readonly grant: Grant;
  readonly subjects: readonly GrantSubject[];
  readonly first: number;
}

/** A subject that the wall found: in scope, not protected. */
export interface AdmittedSubject {
  readonly n: number;
  /** The record as of `asOf`. */
  readonly record: string;
  /** The subject's ledger key, 32 bytes. */
  readonly key: Uint8Array;
}

export interface Admitted {
  /** What the entry of the reading names; null where nobody was found, so that nothing was opened. */
  readonly ticket: string | null;
  /** One more than `first` where there are more; the ticket does not cover that one. */
  readonly found: readonly AdmittedSubject[];
}

type AdmittedRow = { readonly [K in keyof AdmittedSubject]: AdmittedSubject[K] | null } & {
  readonly standing: 'OPEN' | 'OUTDATED' | 'CLOSED';
  readonly ticket: string | null;
};

const ADMIT = statement(
  'select standing, ticket, n, record_id as record, key from granted.admit({kind}, {request}::uuid, {version}, ' +
    '{authority}, {purpose}, {asOf}::timestamptz, {numbers}::int[], {first}::int)',
);

/**
 * Reads under a ticket of its own. `read` sends its statements before it waits for anything. Rejects as every reader does,
 * with GrantOutdated where a remembered request no longer stands as it was weighed, and with Refusal(NO_GRANT) where the
 * database does not find the grant open.
 */
export async function readAdmitted<T>(
  lanes: Lanes,
  admitting: Admitting,
  read: (lane: Sql) => Promise<T>,
): Promise<{ readonly admitted: Admitted; readonly rows: T }> {
  const { grant, subjects, first } = admitting;
  const [admission, rows] = await inRole(
    lanes,
    readerOf(grant.instrument.id, grant.purpose),
    (lane) => [
      run<AdmittedRow>(lane, ADMIT, {
        ...{ kind: grant.standsOn, request: grant.request, authority: grant.authority },
        ...{ purpose: grant.purpose, asOf: new Date(grant.asOf).toISOString() },
        ...(grant.version !== undefined && { version: grant.version }),
        numbers: `{${subjects.map(({ n }) => n).join()}}`,
        first: String(first),
      }),
      read(lane),
    ],
  );
  const [answer] = admission;
  if (answer?.standing !== 'OPEN') throw closed(grant);
  return { admitted: { ticket: answer.ticket, found: admission.flatMap(foundIn) }, rows };
}

const closed = ({ version }: Grant): Error =>
  version === undefined ? new Refusal('NO_GRANT', {}, { cause: 'NOT_OPEN' }) : new GrantOutdated();

const foundIn = ({ n, record, key }: AdmittedRow): readonly AdmittedSubject[] =>
  n === null || record === null || key === null ? [] : [{ n, record, key }];

/** Runs statements in one transaction as a role; all of them are sent before the first is answered. */
export function inRole<A, B>(
  lanes: Lanes,
  role: string,
  work: (lane: Sql) => readonly [Promise<A>, Promise<B>],
): Promise<readonly [A, B]> {
  return lanes.take(async (lane) => {
    // Should the connection be lost between them, what is sent on the next one has no role, and is let nowhere.
    const begun = send(lane, `begin; set local role ${role}`);
    const [one, other] = work(lane);
    const ended = send(lane, 'commit');
    await Promise.allSettled([begun, one, other, ended]);
    const [, first, second] = await Promise.all([begun, one, other, ended]);
    return [first, second];
  });
}

function send(lane: Sql, text: string): Promise<unknown> {
  return orUnavailable(async () => await lane.unsafe(text).simple().execute());
}
