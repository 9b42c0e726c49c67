/**
 * Who may do what. `sorgu_app` may read requests and the ledger, and become a purpose's role to read the register under a
 * ticket; `sorgu_ledger` may insert into the ledger and consume tickets; `sorgu_exchange` writes cases and mail: the
 * migrations give them that and nothing else. A login role of another name becomes a member
 * of the one whose work it does.
 */
import type { DatabaseUrls } from './bundled/roles.js';
import { roleIn, type Sql } from './connect.js';
import { StoreFault } from './fault.js';
import { databaseCode } from './unavailable.js';

/** Makes the login roles of the URLs members of the roles whose work they do. Run by the owner. */
export async function grantToLogins(sql: Sql, urls: DatabaseUrls): Promise<void> {
  await join(sql, 'sorgu_app', roleIn(urls.app));
  await join(sql, 'sorgu_ledger', roleIn(urls.ledger));
  if (urls.exchange !== undefined) await join(sql, 'sorgu_exchange', roleIn(urls.exchange));
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
 * Refuses to serve with roles that may do more than their work: an application that may write, or read the register
 * without a ticket, a ledger writer that may change or remove what it wrote (Article 11(4)), an exchange that reaches the register or the ledger. Rejects with
 * a StoreFault.
 */
export async function checkRoles(roles: {
  readonly app: Sql;
  readonly ledger: Sql;
  readonly exchange?: Sql;
}): Promise<void> {
  const every = ['register', 'exchange', 'ledger', 'publication'];
  await refuse(roles.app, {
    setting: 'DATABASE_URL',
    schemas: every,
    privileges: ['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE'],
  });
  await refuse(roles.app, {
    setting: 'DATABASE_URL',
    schemas: ['register'],
    privileges: ['SELECT'],
  });
  await refuse(roles.ledger, {
    setting: 'DATABASE_LEDGER_URL',
    schemas: every,
    privileges: ['UPDATE', 'DELETE', 'TRUNCATE'],
  });
  if (roles.exchange === undefined) return;
  const setting = 'DATABASE_EXCHANGE_URL';
  await refuse(roles.exchange, { setting, schemas: every, privileges: ['TRUNCATE'] });
  await refuse(roles.exchange, {
    setting,
    schemas: ['register', 'ledger'],
    privileges: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  });
}

// The others are of whole tables alone.
const onColumns = (privileges: readonly string[]): string | null =>
  privileges.filter((one) => ['SELECT', 'INSERT', 'UPDATE'].includes(one)).join(',') || null;

interface Excess {
  readonly setting: string;
  readonly schemas: readonly string[];
  readonly privileges: readonly string[];
}

async function refuse(sql: Sql, { setting, schemas, privileges }: Excess): Promise<void> {
  const [found] = await sql<{ role: string }[]>`
    select current_user as role
    from pg_class
    where relkind in ('r', 'p')
      and relnamespace in (select oid from pg_namespace where nspname = any(string_to_array(${schemas.join(',')}, ',')))
      and (has_table_privilege(oid, ${privileges.join(',')})
        or has_any_column_privilege(oid, ${onColumns(privileges)}))
    limit 1`;
  if (found === undefined) return;
  throw new StoreFault(
    `${setting} logs in as ${found.role}, which may do more than its work: use a role that only sorgu migrate gave rights`,
  );
}
