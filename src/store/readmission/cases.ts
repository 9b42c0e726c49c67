/** Readmission cases, a file for each request. Changed as exchange cases are: whole or not at all. */
import { canonicalJson } from '../../base/index.js';
import type { ReadmissionFile } from '../../readmission/index.js';
import { type Found, openChanging } from '../exchange/changing.js';
import { idOrNone } from '../requests.js';
import type { Ask } from './ask.js';

/** What a step leaves: the file is kept, or nothing is. */
export interface KeptReadmission<T> {
  readonly file: ReadmissionFile | null;
  readonly result: T;
}

export interface ReadmissionCases {
  /** The case of this request, or undefined. `request` may be anything; the work is the same for one that is unknown. */
  load(request: string): Promise<ReadmissionFile | undefined>;
  /** As `Cases.change`. */
  change<T>(
    request: string,
    step: (found: ReadmissionFile | undefined) => KeptReadmission<T> | Promise<KeptReadmission<T>>,
  ): Promise<T>;
}

/** Opens them. */
export function openReadmissionCases(ask: Ask): ReadmissionCases {
  const find = async (request: string): Promise<Found<ReadmissionFile> | undefined> => {
    const rows = await ask<{ content: string; version: number }>(SELECT, [idOrNone(request)]);
    const [row] = rows;
    // Written by `keep` alone.
    return row && { file: JSON.parse(row.content) as ReadmissionFile, version: row.version };
  };
  const keep = async (
    found: Found<ReadmissionFile> | undefined,
    { file }: KeptReadmission<unknown>,
  ): Promise<boolean> => {
    if (file === null) return true;
    const content = canonicalJson(file);
    const rows =
      found === undefined
        ? await ask(INSERT, [file.request, content])
        : await ask(UPDATE, [file.request, content, String(found.version)]);
    return rows.length === 1;
  };
  return {
    load: async (request) => (await find(request))?.file,
    change: openChanging<ReadmissionFile, KeptReadmission<unknown>>({ find, keep }),
  };
}

const SELECT = `
  select content, version from exchange.readmission_case where request_id = $1::text::uuid`;
const INSERT = `
  insert into exchange.readmission_case (request_id, version, content) values ($1::text::uuid, 1, $2::text)
  on conflict do nothing returning version`;
const UPDATE = `
  update exchange.readmission_case set version = version + 1, content = $2::text
  where request_id = $1::text::uuid and version = $3::text::int returning version`;
