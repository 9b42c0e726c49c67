/**
 * The file of what a Party told of itself (2, 9(3), 9(4), memorandum 5): the members of a notice of change that its
 * teller decides, and beside them the public keys that its facts name. An operator writes it from a note on paper.
 */
import type { Ids, Json, JsonObject } from '../base/index.js';
import type { ToldKey } from '../partner/index.js';
import { type NoticeOfChange, readNotice } from '../requests/index.js';
import { type FileFault, readJsonFile } from './request-file.js';

/** What the file says. `list`: the digest that the Party told of its list, or null. */
export interface ToldFacts {
  readonly notice: NoticeOfChange;
  readonly list: string | null;
  readonly keys: readonly (ToldKey & { readonly jwk: JsonObject })[];
}

export interface FactsFrame {
  /** The authority that answers here. */
  readonly authority: string;
  /** The reference of the diplomatic note; null where there is none. */
  readonly note: string | null;
  readonly now: number;
  readonly ids: Ids;
  readonly readKey: (jwk: JsonObject) => ToldKey | { readonly fault: string };
}

type FactsReading =
  | { readonly facts: ToldFacts }
  | { readonly facts: null; readonly faults: readonly FileFault[] };

/** Reads the file; every fault of it, by place. Rejects where there is no such file. */
export async function readFactsFile(path: string, frame: FactsFrame): Promise<FactsReading> {
  const read = await readJsonFile(path);
  if (read.json === null && 'faults' in read) return { facts: null, faults: read.faults };
  if (!isObject(read.json)) return { facts: null, faults: [{ code: 'WRONG_TYPE', at: '' }] };
  const { keys = [], list = null, ...told } = read.json;
  const { message: notice, ...rest } = readNotice(asNotice(told, list, frame));
  const { jwks, faults } = readKeys(keys, frame);
  const all = [...('faults' in rest ? rest.faults : []), ...faults];
  if (notice === null || all.length > 0) return { facts: null, faults: all };
  // The reader found a digest or, in the place of null, ours.
  return { facts: { notice, list: list === null ? null : notice.list, keys: jwks } };
}

/** Stands for a digest that was not told. */
const NO_LIST = '0'.repeat(64);

// What the frame says stands last: the file cannot say it.
function asNotice(told: JsonObject, list: Json, { authority, note, now, ids }: FactsFrame): Json {
  return {
    ...told,
    v: 1,
    kind: 'NOTICE_OF_CHANGE',
    id: ids.uuid(),
    to: authority,
    note,
    list: list ?? NO_LIST,
    writtenAt: new Date(now).toISOString(),
  };
}

function readKeys(keys: Json, { readKey }: FactsFrame) {
  if (!Array.isArray(keys)) return { jwks: [], faults: [{ code: 'WRONG_TYPE', at: 'keys' }] };
  const read = keys.map((jwk: Json) =>
    isObject(jwk) ? { jwk, ...readKey(jwk) } : { fault: 'WRONG_TYPE' },
  );
  return {
    jwks: read.flatMap((key) => ('kid' in key ? [key] : [])),
    faults: read.flatMap((key, n) =>
      'fault' in key ? [{ code: key.fault, at: `keys[${n}]` }] : [],
    ),
  };
}

const isObject = (json: Json): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);
