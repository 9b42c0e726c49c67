/** Humanitarian notes on a case (memorandum, 4(c)): of this authority's officers, for its officers. */
import { instantOf, millisOf } from '../exchange/instants.js';
import { idOrNone } from '../requests.js';
import type { Ask } from './ask.js';

export interface HumanitarianNote {
  /** UUID version 4: written twice under it, it is one note. */
  readonly id: string;
  /** Service number. */
  readonly officer: string;
  readonly note: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface HumanitarianNotes {
  list(request: string): Promise<readonly HumanitarianNote[]>;
  /** False where something else was written under this id. */
  write(note: HumanitarianNote & { readonly request: string }): Promise<boolean>;
}

/** Opens them. */
export function openHumanitarianNotes(ask: Ask): HumanitarianNotes {
  return {
    list: (request) => ask<HumanitarianNote>(LIST, [idOrNone(request)]),
    async write({ id, request, officer, note, at }) {
      const rows = await ask(WRITE, [id, request, officer, note, instantOf(at)]);
      if (rows.length === 1) return true;
      return (await ask(SAME, [id, request, officer, note])).length === 1;
    },
  };
}

const LIST = `
  select id::text as id, officer, note, ${millisOf('written_at')} as at
  from exchange.humanitarian_note where request_id = $1::text::uuid order by written_at, id limit 200`;
const WRITE = `
  insert into exchange.humanitarian_note (id, request_id, officer, note, written_at)
  values ($1::text::uuid, $2::text::uuid, $3::text, $4::text, $5::text::timestamptz)
  on conflict do nothing returning id`;
const SAME = `
  select id from exchange.humanitarian_note
  where id = $1::text::uuid and request_id = $2::text::uuid and officer = $3::text and note = $4::text`;
