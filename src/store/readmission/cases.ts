/**
 * Readmission cases, a file for each request, encrypted under a key that is destroyed when the case ends. Changed as exchange
 * cases are: whole or not at all.
 */
import type { Holding } from '../../custody/index.js';
import type { ReadmissionFile } from '../../readmission/index.js';
import { type Found, openChanging } from '../exchange/changing.js';
import { idOrNone } from '../requests.js';
import type { Ask } from './ask.js';
import type { CaseKeys } from './case-keys.js';
import { openRow, sealRow } from './sealed-row.js';

/** The signed request that a case is kept under, and the clause on which it rests. */
export type CaseBasis = Pick<Holding, 'digest' | 'basis'>;

/** What a step leaves: the file is kept until its end, or nothing is. */
export interface KeptReadmission<T> {
  readonly file: ReadmissionFile | null;
  readonly under: CaseBasis;
  readonly result: T;
}

export interface ReadmissionCases {
  /** The case of this request; undefined where there is none or it has ended. `request` may be anything. */
  load(request: string): Promise<ReadmissionFile | undefined>;
  /** Whether there was a case of this request, and its end has come: no other is opened in its place. */
  hasEnded(request: string): Promise<boolean>;
  /** As `Cases.change`; an end that the step moved is moved first. */
  change<T>(
    request: string,
    step: (found: ReadmissionFile | undefined) => KeptReadmission<T> | Promise<KeptReadmission<T>>,
  ): Promise<T>;
}

interface CaseRow {
  readonly sealed: Uint8Array;
  readonly version: number;
}

/** Opens them. */
export function openReadmissionCases(ask: Ask, keys: CaseKeys): ReadmissionCases {
  const find = async (request: string): Promise<Found<ReadmissionFile> | undefined> => {
    const held = await keys.find(request, 'CASE_KEY');
    if (held === undefined || held === 'ENDED') return undefined;
    const [row] = await ask<CaseRow>(SELECT, [idOrNone(request)]);
    if (row === undefined) return undefined;
    const { sealed, version } = row;
    // Written by `keep` alone.
    const said = openRow(held.key, sealed, placeOf(request, version)) as ReadmissionFile;
    return { file: { ...said, endsAt: held.holding.endsAt }, version };
  };
  const keep = async (
    found: Found<ReadmissionFile> | undefined,
    { file, under }: KeptReadmission<unknown>,
  ): Promise<boolean> => {
    if (file === null) return true;
    const { endsAt, ...said } = file;
    const { request } = file;
    if (found === undefined) await keys.make(holdingOf(file, under));
    const { key, holding } = await keys.need(request, 'CASE_KEY');
    const isMoved = found !== undefined && found.file.endsAt !== endsAt;
    if (isMoved && !(await keys.move(holding, endsAt))) return false;
    const version = (found?.version ?? 0) + 1;
    const sealed = sealRow(key, said, placeOf(request, version));
    const rows = await ask(found === undefined ? INSERT : UPDATE, [
      request,
      String(version),
      sealed,
    ]);
    return rows.length === 1;
  };
  return {
    load: async (request) => (await find(request))?.file,
    hasEnded: async (request) => (await keys.find(request, 'CASE_KEY')) === 'ENDED',
    change: openChanging<ReadmissionFile, KeptReadmission<unknown>>({ find, keep }),
  };
}

const placeOf = (request: string, version: number) => ({ row: 'CASE', request, version });

/** Says of whom nothing: it outlives the case. */
function holdingOf(
  { request, instrument, requesting, opened, endsAt }: ReadmissionFile,
  { digest, basis }: CaseBasis,
): Parameters<CaseKeys['make']>[0] {
  return {
    ...{ case: request, purpose: 'READMISSION', provider: requesting, instrument, digest, basis },
    ...{ subjects: [], clauses: {}, conditions: [] },
    ...{ receivedAt: opened.at, endsAt, limit: endsAt },
  };
}

const SELECT = `
  select sealed, version from exchange.readmission_case where request_id = $1::text::uuid`;
const INSERT = `
  insert into exchange.readmission_case (request_id, version, sealed)
  values ($1::text::uuid, $2::text::int, decode($3::text, 'base64')) on conflict do nothing returning version`;
const UPDATE = `
  update exchange.readmission_case set version = $2::text::int, sealed = decode($3::text, 'base64')
  where request_id = $1::text::uuid and version = $2::text::int - 1 returning version`;
