/** Rows of one table in the text format of COPY (PostgreSQL documentation, COPY, "Text Format"). */
import { getTableColumns, type InferSelectModel } from 'drizzle-orm';
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core';

type NullableKey<M> = { [K in keyof M]: null extends M[K] ? K : never }[keyof M];
type RowOfModel<M> = { readonly [K in Exclude<keyof M, NullableKey<M>>]: M[K] } & {
  readonly [K in NullableKey<M>]?: M[K] | undefined;
};

/** Every column of the table, also those with a default; what may be null may be left out. */
export type RowOf<T extends PgTable> = RowOfModel<InferSelectModel<T>>;

type CopyValue = string | number | bigint | boolean | Date | Uint8Array | null | undefined;

/** UTF-16 code units after which text becomes bytes. */
const FLUSH_AT = 64 * 1024;

const special = /[\\\t\n\r]/;
const specials = /[\\\t\n\r]/g;
const ESCAPED: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\t': '\\t',
  '\n': '\\n',
  '\r': '\\r',
};

/** Gathers rows of a table; `take` gives what was gathered and starts anew. */
export class CopyText<T extends PgTable> {
  /** The statement that takes the text. */
  readonly statement: string;
  readonly #columns: readonly (keyof RowOf<T> & string)[];
  #text = '';
  #full: Buffer[] = [];

  constructor(table: T) {
    const { schema = 'public', name } = getTableConfig(table);
    const columns = getTableColumns(table);
    // Object.keys loses the names, which are those of the row type.
    this.#columns = Object.keys(columns) as (keyof RowOf<T> & string)[];
    const names = Object.values(columns).map((column) => `"${column.name}"`);
    this.statement = `copy "${schema}"."${name}" (${names.join(', ')}) from stdin`;
  }

  add(row: RowOf<T>): void {
    let line = '';
    for (const column of this.#columns) {
      // The columns of these tables hold nothing but these kinds of value.
      line += `${line === '' ? '' : '\t'}${copyValue(row[column] as CopyValue)}`;
    }
    this.#text += `${line}\n`;
    if (this.#text.length >= FLUSH_AT) this.#flush();
  }

  /** What was gathered, in pieces of some size; the text is empty afterwards. */
  take(): readonly Buffer[] {
    if (this.#text !== '') this.#flush();
    const full = this.#full;
    this.#full = [];
    return full;
  }

  // As bytes the text lies outside the heap: long strings that grow are what the collector works hardest on.
  #flush(): void {
    this.#full.push(Buffer.from(this.#text));
    this.#text = '';
  }
}

function copyValue(value: CopyValue): string {
  if (typeof value === 'string') return escapeText(value);
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'boolean') return value ? 't' : 'f';
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `\\\\x${hexOf(value)}`;
  return String(value);
}

const hexOf = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('hex');

/** A text with what COPY reads as structure escaped: a value can end neither its column nor its row. */
export function escapeText(text: string): string {
  return special.test(text) ? text.replace(specials, (found) => ESCAPED[found] ?? '') : text;
}
