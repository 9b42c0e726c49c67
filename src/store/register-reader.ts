/** The register as the graph reads it: opened once, and for each operation under its own grant. */
import { dayOf } from '../treaty/index.js';
import type { Sql } from './connect.js';
import type { OpenReader, ReadOptions } from './reader.js';
import { openOperation } from './register/operation.js';
import { type Statements, textArray, type Values } from './register/statement.js';

export interface RegisterOptions {
  /** The application role's pool; it only selects. */
  readonly sql: Sql;
  /** Codes of the bodies of asylum, whose rows are released to nobody (A-10.4c). */
  readonly asylumBodies: Iterable<string>;
}

/** Opens the register for reading. Rejections of its readers are Refusal(UNAVAILABLE) where the database is away. */
export function openRegister({ sql, asylumBodies }: RegisterOptions): OpenReader {
  const asylum = textArray(asylumBodies);
  const statements: Statements = new Map();
  return (options) =>
    openOperation({
      opening: { sql, statements },
      options,
      values: valuesOf(options, asylum),
    });
}

function valuesOf({ grant: { asOf, instrument }, now }: ReadOptions, asylum: string): Values {
  return {
    asOf: new Date(asOf).toISOString(),
    day: dayOf(asOf),
    today: dayOf(Math.max(asOf, now)),
    parties: textArray(instrument.parties.map(({ country }) => country)),
    asylum,
  };
}
