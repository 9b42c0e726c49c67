/**
 * Who may do what. `sorgu_app` may read the three schemas, `sorgu_ledger` may insert into the ledger: the migrations
 * give them that and nothing else. A login role of another name becomes a member of the one whose work it does.
 */
import type { DatabaseUrls } from './bundled/roles.js';
import { roleIn, type Sql } from './connect.js';
import { StoreFault } from './fault.js';
import { databaseCode } from './unavailable.js';

/** Makes the login roles of the URLs members of the roles whose work they do. Run by the owner. */
export async function grantToLogins(sql: Sql, urls: DatabaseUrls): Promise<void> {
  await join(sql, 'sorgu_app', roleIn(urls.app));
  await join(sql, 'sorgu_ledger', roleIn(urls.ledger));
}

async function join(sql: Sql, group: string, login: string): Promise<void> {
  const [{ member } = { member: true }] = await sql<{ member: boolean }[]>`
    select pg_has_role(${login}, ${group}, 'member') as member`;
  if (member) return;
  try {
    await sql`grant ${sql(group)} to ${sql(login)}`;
  } catch (error) {
    if (databaseCode(error) !== '42501') throw error;
    throw new StoreFault(`as administrator: grant ${group} to "${login}"; then migrate again`);
  }
}

/**
 * Refuses to serve with roles that may do more than their work: an application that may write, a ledger writer that
 * may change or remove what it wrote (Article 11(4)). Rejects with a StoreFault.
 */
export async function checkRoles(roles: {
  readonly app: Sql;
  readonly ledger: Sql;
}): Promise<void> {
  await refuse(roles.app, {
    setting: 'DATABASE_URL',
    privileges: ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'],
  });
  await refuse(roles.ledger, {
    setting: 'DATABASE_LEDGER_URL',
    privileges: ['UPDATE', 'DELETE', 'TRUNCATE'],
  });
}

interface Excess {
  readonly setting: string;
  readonly privileges: readonly string[];
}

async function refuse(sql: Sql, { setting, privileges }: Excess): Promise<void> {
  const [found] = await sql<{ role: string }[]>`
    select current_user as role
    from pg_class
    where relkind in ('r', 'p')
      and relnamespace in (select oid from pg_namespace where nspname in ('register', 'exchange', 'ledger'))
      and has_table_privilege(oid, ${privileges.join(',')})
    limit 1`;
  if (found === undefined) return;
  throw new StoreFault(
    `${setting} logs in as ${found.role}, which may do more than its work: use a role that only sorgu migrate gave rights`,
  );
}
