/** The register as the graph reads it: opened once, and for each operation under its own grant. */
import { dayOf } from '../treaty/index.js';
import type { Lanes } from './lanes.js';
import type { FindPresent, OpenReader, ReadCompiled, ReadOptions } from './reader.js';
import { KeptStatements } from './register/compiled/kept-statements.js';
import { readCompiled } from './register/compiled/read-compiled.js';
import { openOperation } from './register/operation.js';
import { run, type Statements, statement, type Values } from './register/statement.js';

export interface RegisterOptions {
  /** Of the application's role: by itself it reads nothing, it becomes the role of a purpose for each reading. */
  readonly lanes: Lanes;
}

/** The register as it is read: field by field for the resolvers, or a page at once. */
export interface Register {
  readonly openReader: OpenReader;
  readonly readCompiled: ReadCompiled;
  readonly findPresent: FindPresent;
}

/** Opens the register for reading. Rejections of its readers are Refusal(UNAVAILABLE) where the database is away. */
export function openRegister({ lanes }: RegisterOptions): Register {
  const opening = { lanes, statements: new Map() satisfies Statements };
  const compiled = { lanes, statements: new KeptStatements() };
  return {
    openReader: (options) => openOperation({ opening, options, values: valuesOf(options) }),
    readCompiled: (asked) => readCompiled(compiled, asked, valuesOf(asked)),
    findPresent: (grant) => findPresent(lanes, grant),
  };
}

const valuesOf = ({ grant }: Pick<ReadOptions, 'grant'>): Values => ({ day: dayOf(grant.asOf) });

const FIND = statement(
  'select n from granted.find({request}::uuid, {purpose}, {asOf}::timestamptz, {numbers}::int[])',
);

async function findPresent(
  lanes: Lanes,
  { request, purpose, asOf, subjects }: ReadOptions['grant'],
): Promise<ReadonlySet<number>> {
  const values = {
    ...{ request, purpose, asOf: new Date(asOf).toISOString() },
    numbers: `{${subjects.map(({ n }) => n).join()}}`,
  };
  const rows = await lanes.take((lane) => run<{ n: number }>(lane, FIND, values));
  return new Set(rows.map(({ n }) => n));
}
