/** Readings of the register in raw SQL, as one who holds the application's login and none of its checks. */
import { closePool, openPool, type Sql } from '../../src/store/index.js';
import { readerOf } from '../../src/store/wall/readers.js';

export interface RawAsked {
  readonly request: string;
  readonly purpose: string;
  readonly instrument?: string;
  readonly kind?: string;
  readonly authority?: string;
  readonly version?: string | null;
  readonly asOf: number;
  readonly numbers?: readonly number[];
  readonly first?: number;
}

export interface RawReading {
  readonly sql: Sql;
  /** Begins a transaction, and becomes the role of a purpose. */
  begin(purpose: string, instrument?: string): Promise<void>;
  /** Asks for a ticket in it. */
  admit(asked: RawAsked): Promise<{
    readonly standing: string;
    readonly ticket: string | null;
    readonly found: readonly number[];
  }>;
  /** The first column of the rows; the code of the error where there is one. */
  read(statement: string): Promise<readonly unknown[] | string>;
  end(how?: 'commit' | 'rollback'): Promise<void>;
  close(): Promise<void>;
}

/** Opens one connection of the application's login role. */
export function openRawReading(url: string): RawReading {
  const sql = openPool(url, { name: 'test', max: 1, statementMs: 0, silenceMs: 0 });
  return {
    sql,
    async begin(purpose, instrument = 'AZ-KZ-2019') {
      await sql.unsafe(`begin; set local role ${readerOf(instrument, purpose)}`).simple();
    },
    async admit(asked) {
      const {
        kind = 'REQUEST',
        authority = 'KZ-MIA',
        version = null,
        numbers = [1],
        first = 100,
      } = asked;
      const rows = await sql.unsafe(
        `select standing, ticket, n from granted.admit($1::text, $2::text::uuid, $3::text, $4::text, $5::text,
          $6::text::timestamptz, $7::text::int[], $8::text::int)`,
        [
          ...[
            kind,
            asked.request,
            version,
            authority,
            asked.purpose,
            new Date(asked.asOf).toISOString(),
          ],
          ...[`{${numbers.join()}}`, String(first)],
        ],
      );
      const found = rows.flatMap(({ n }) => (n === null ? [] : [Number(n)]));
      return { standing: rows[0]?.standing, ticket: rows[0]?.ticket, found };
    },
    read: (statement) =>
      sql.unsafe(statement).then(
        (rows) => rows.map((row) => Object.values(row)[0]),
        (error: { code?: string }) => error.code ?? 'lost',
      ),
    end: async (how = 'rollback') => {
      await sql.unsafe(how).simple();
    },
    close: () => closePool(sql),
  };
}
