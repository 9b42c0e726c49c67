/** The login roles and the database `sorgu` of a bundled cluster, made if they are missing. */
import postgres from 'postgres';
import { rolesText } from '../wall/privileges-text.js';
import { type Passwords, type RoleName, roleNames } from './cluster.js';

export interface DatabaseUrls {
  /** Migrates and imports. */
  readonly owner: string;
  /** Reads the register, requests and the ledger. */
  readonly app: string;
  /** Inserts into the ledger. */
  readonly ledger: string;
  /** Writes cases, mail and jobs; left out where no other gateway is talked to. */
  readonly exchange?: string;
}

/** The superuser's URL too, for tests and restores. */
export interface BundledUrls extends DatabaseUrls {
  readonly admin: string;
  readonly exchange: string;
}

/** The URLs of a database in a cluster that listens in `socketDir`. */
export function urlsOf(socketDir: string, passwords: Passwords, database = 'sorgu'): BundledUrls {
  const url = (role: RoleName) =>
    `postgres://${role}:${passwords[role]}@localhost/${database}?host=${encodeURIComponent(socketDir)}`;
  return {
    admin: url('sorgu_admin'),
    owner: url('sorgu_owner'),
    app: url('sorgu_app'),
    ledger: url('sorgu_ledger'),
    exchange: url('sorgu_exchange'),
  };
}

/** Makes roles and database; changes nothing where they exist. */
export async function ensureDatabase(socketDir: string, passwords: Passwords): Promise<void> {
  const sql = postgres({
    host: socketDir,
    database: 'postgres',
    username: 'sorgu_admin',
    password: passwords.sorgu_admin,
    max: 1,
    onnotice: () => undefined,
  });
  try {
    for (const role of roleNames) await ensureRole(sql, role, passwords[role]);
    const [found] = await sql`select 1 from pg_database where datname = 'sorgu'`;
    if (found === undefined) await sql`create database sorgu owner sorgu_owner`;
    // Nobody but the four roles, and none of them beyond what it needs.
    await sql`revoke all on database sorgu, postgres, template1 from public`;
    await sql.unsafe(rolesText());
    await sql`grant connect on database sorgu to sorgu_app, sorgu_ledger, sorgu_exchange`;
  } finally {
    await sql.end();
  }
}

async function ensureRole(sql: postgres.Sql, role: RoleName, password: string): Promise<void> {
  const [found] = await sql`select 1 from pg_roles where rolname = ${role}`;
  // DDL takes no parameters; the password is hexadecimal and ours.
  if (found === undefined) await sql.unsafe(`create role ${role} login password '${password}'`);
}
