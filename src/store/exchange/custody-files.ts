/** What this gateway keeps of custody (11(2) to 11(5)), a file for each holding. Changed as cases are: whole or not at all. */
import type { Clock } from '../../base/index.js';
import { type CustodyFile, isOver } from '../../custody/index.js';
import type { Sql } from '../connect.js';
import { idOrNone } from '../requests.js';
import { orUnavailable } from '../unavailable.js';
import type { Mail } from './case-file.js';
import { type Found, openChanging } from './changing.js';
import { contentText } from './content.js';
import { instantOf } from './instants.js';
import { LET_GO, lettersAbout } from './letters.js';

/** What a step leaves: all of it is kept, or nothing. */
export type KeptCustody<T> =
  | {
      readonly file: CustodyFile;
      readonly mail: readonly Mail[];
      readonly result: T;
    }
  /** Nothing is kept. */
  | { readonly file: null; readonly result: T };

export interface CustodyFiles {
  /** The file of this request or provision, or undefined. `about` may be anything. */
  load(about: string): Promise<CustodyFile | undefined>;
  /** As `Cases.change`. */
  change<T>(
    about: string,
    step: (found: CustodyFile | undefined) => KeptCustody<T> | Promise<KeptCustody<T>>,
  ): Promise<T>;
  /** Files in which something waits, by id, after the last one of the page before. */
  open(page: {
    readonly after: string | null;
    readonly first: number;
  }): Promise<readonly CustodyFile[]>;
}

// Written by `change` alone.
const fileIn = (content: string): CustodyFile => JSON.parse(content) as CustodyFile;

/** Opens them on the exchange's pool. */
export function openCustodyFiles({
  sql,
  clock,
}: {
  readonly sql: Sql;
  readonly clock: Clock;
}): CustodyFiles {
  const ask = <Row extends object>(text: string, parameters: (string | number)[]) =>
    orUnavailable(async () => [...(await sql.unsafe<Row[]>(text, parameters, { prepare: true }))]);
  const find = async (about: string): Promise<Found<CustodyFile> | undefined> => {
    const [row] = await ask<{ content: string; version: number }>(SELECT, [idOrNone(about)]);
    return row && { file: fileIn(row.content), version: row.version };
  };
  const keep = async (
    found: Found<CustodyFile> | undefined,
    left: KeptCustody<unknown>,
  ): Promise<boolean> => {
    if (left.file === null) return true;
    const { file, mail } = left;
    const row = {
      ...{ about: file.about.id, version: found?.version ?? 0, mail },
      ...{ isOpen: file.matters.some((matter) => !isOver(matter)), at: instantOf(clock.now()) },
    };
    const content = contentText(file);
    return (
      (await ask(found === undefined ? INSERT : UPDATE, [JSON.stringify(row), content])).length ===
      1
    );
  };
  return {
    load: async (about) => (await find(about))?.file,
    change: openChanging<CustodyFile, KeptCustody<unknown>>({ find, keep }),
    open: async ({ after, first }) =>
      (await ask<{ content: string }>(OPEN, [after ?? FIRST_ID, first])).map(({ content }) =>
        fileIn(content),
      ),
  };
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const SELECT = `
  select content, version from exchange.custody_file where about = $1::text::uuid`;

const OPEN = `
  select content from exchange.custody_file where is_open and about > $1::text::uuid order by about limit $2::int`;

const SENT = `with sent as (select $1::text::jsonb as d),
  row as (
    select (d->>'about')::uuid as about, (d->>'isOpen')::boolean as is_open, (d->>'version')::int as version,
      (d->>'at')::timestamptz as at
    from sent),`;

const BESIDE = `${lettersAbout('custody_about')}
  ${LET_GO}`;

const INSERT = `${SENT} kept as (
    insert into exchange.custody_file (about, is_open, version, content)
    select about, is_open, 1, $2::text from row
    on conflict do nothing returning about as id),
  ${BESIDE}`;

const UPDATE = `${SENT} kept as (
    update exchange.custody_file f
    set is_open = row.is_open, version = f.version + 1, content = $2::text
    from row where f.about = row.about and f.version = row.version returning f.about as id),
  ${BESIDE}`;
