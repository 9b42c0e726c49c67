/** The requests that a course's answers stand on, and the keys of the persons they are about. */
import { hash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock, systemIds } from '../../../src/base/index.js';
import { closePool, openOwner, type Sql, wrapSubjectKeys } from '../../../src/store/index.js';
import type { Course } from './course.js';
import { AUTHORITY } from './load-log.js';

/** The register's key of a person. */
export const personName = (person: number): string => `P-${person}`;
/** What his tags are made with. */
export const personKey = (person: number): Uint8Array => hash('sha256', `key ${person}`, 'buffer');

export interface GroundOptions {
  /** A superuser's URL, and the owner's. */
  readonly urls: { readonly admin: string; readonly owner: string };
  readonly course: Course;
  /** For files that the server reads, and for the epoch key that wraps the keys. */
  readonly dir: string;
  readonly keys: string;
}

const LOT = 100_000;

/** Loads them, and wraps the keys as the product keeps them. */
export async function loadGround({ urls, course, dir, keys }: GroundOptions): Promise<void> {
  const sql = openOwner(urls.admin);
  try {
    for (let from = 0; from < course.requests; from += LOT)
      await copyRequests(sql, course, { from, dir });
    const people = Array.from({ length: course.plan.people }, (_, n) => n);
    const rows = people.map((n) => `${personName(n)}\t\\\\x${hex(personKey(n))}\n`);
    await copy(sql, 'register.subject_key (person_key, key)', { rows, dir });
    await sql.unsafe('vacuum analyze exchange.request, exchange.request_subject');
  } finally {
    await closePool(sql);
  }
  await wrapSubjectKeys({
    ...{ url: urls.owner, directory: keys, authority: AUTHORITY },
    ...{ clock: systemClock, ids: systemIds },
  });
}

async function copyRequests(
  sql: Sql,
  course: Course,
  { from, dir }: { readonly from: number; readonly dir: string },
): Promise<void> {
  const until = Math.min(course.requests, from + LOT);
  const list = Array.from({ length: until - from }, (_, at) => course.request(from + at));
  const requests = list.map(({ id, authority, received, until: end }) => {
    const at = new Date(received).toISOString();
    const cells = [id, hash('sha256', id), 'AZ-KZ-2019', authority, AUTHORITY, 'PREVENTION'];
    return `${[...cells, 'ANSWERED', at, new Date(end).toISOString(), '', '{}', at].join('\t')}\n`;
  });
  const subjects = list.flatMap(({ id, people }) =>
    people.map((person, at) => `${id}\t${at + 1}\t{}\t${personName(person)}\n`),
  );
  const purposes = list.map(({ id, purpose }) => `${id}\t${purpose}\t1\t6\tbench\n`);
  const columns = `id, digest, instrument, requesting_authority, requested_authority, aim, state,
    as_of, grant_until, substance, items_wanted, received_at`;
  await copy(sql, `exchange.request (${columns})`, { rows: requests, dir });
  const subject = 'exchange.request_subject (request_id, n, identification, person_key)';
  await copy(sql, subject, { rows: subjects, dir });
  const purpose = 'exchange.request_purpose (request_id, purpose, ordinal, basis, justification)';
  await copy(sql, purpose, { rows: purposes, dir });
}

async function copy(
  sql: Sql,
  into: string,
  { rows, dir }: { readonly rows: readonly string[]; readonly dir: string },
): Promise<void> {
  const path = join(dir, 'ground.copy');
  await writeFile(path, rows.join(''), { mode: 0o644 });
  await sql.unsafe(`copy ${into} from '${path}'`);
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
