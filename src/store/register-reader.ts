/** The register as the graph reads it: opened once, and for each operation under its own grant. */
import { dayOf } from '../treaty/index.js';
import type { Sql } from './connect.js';
import type { OpenReader, ReadCompiled, ReadOptions } from './reader.js';
import { KeptStatements } from './register/compiled/kept-statements.js';
import { readCompiled } from './register/compiled/read-compiled.js';
import { openOperation } from './register/operation.js';
import { type Statements, textArray, type Values } from './register/statement.js';

export interface RegisterOptions {
  /** The application role's pool; it only selects. */
  readonly sql: Sql;
  /** Codes of the bodies of asylum, whose rows are released to nobody (A-10.4c). */
  readonly asylumBodies: Iterable<string>;
}

/** The register as it is read: field by field for the resolvers, or a page at once. */
export interface Register {
  readonly openReader: OpenReader;
  readonly readCompiled: ReadCompiled;
}

/** Opens the register for reading. Rejections of its readers are Refusal(UNAVAILABLE) where the database is away. */
export function openRegister({ sql, asylumBodies }: RegisterOptions): Register {
  const asylum = textArray(asylumBodies);
  const opening = { sql, statements: new Map() satisfies Statements };
  const compiled = { sql, statements: new KeptStatements() };
  return {
    openReader: (options) => openOperation({ opening, options, values: valuesOf(options, asylum) }),
    readCompiled: (asked) => readCompiled(compiled, asked, valuesOf(asked, asylum)),
  };
}

type Dated = Pick<ReadOptions, 'grant' | 'now'>;

function valuesOf({ grant: { asOf, instrument }, now }: Dated, asylum: string): Values {
  return {
    asOf: new Date(asOf).toISOString(),
    day: dayOf(asOf),
    today: dayOf(Math.max(asOf, now)),
    parties: textArray(instrument.parties.map(({ country }) => country)),
    asylum,
  };
}
