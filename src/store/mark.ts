/** The mark on a register of invented people: development refuses a register without it, production one with it. */
import type { Sql } from './connect.js';
import { orUnavailable } from './unavailable.js';

/** Marks the register as sample. Run by the owner. */
export async function markSample(sql: Sql): Promise<void> {
  await sql`insert into register.mark (sample) values (true)
    on conflict (one) do update set sample = excluded.sample`;
}

/** Whether the register is marked as sample. Rejects with Refusal(UNAVAILABLE) if the database is away. */
export function isSample(sql: Sql): Promise<boolean> {
  return orUnavailable(async () => {
    // The application reads no table of the register.
    const [found] = await sql<{ sample: boolean }[]>`select granted.is_sample() as sample`;
    return found?.sample === true;
  });
}

/** Whether the register holds nobody. */
export function isEmpty(sql: Sql): Promise<boolean> {
  return orUnavailable(async () => {
    const [found] = await sql<
      { some: boolean }[]
    >`select exists (select from register.person) as some`;
    return found?.some !== true;
  });
}
