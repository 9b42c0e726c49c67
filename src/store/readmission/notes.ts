/**
 * Humanitarian notes on a case (memorandum, 4(c)): of this authority's officers, for its officers, encrypted under a key of
 * their own that ends with the case.
 */
import { instantOf, millisOf } from '../exchange/instants.js';
import { idOrNone } from '../requests.js';
import type { Ask } from './ask.js';
import type { CaseKeys } from './case-keys.js';
import { openRow, sealRow } from './sealed-row.js';

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
  /** None once the case has ended. */
  list(request: string): Promise<readonly HumanitarianNote[]>;
  /** False where something else was written under this id. Rejects with Refusal(UNAVAILABLE) where there is no case. */
  write(note: HumanitarianNote & { readonly request: string }): Promise<boolean>;
}

interface NoteRow extends Pick<HumanitarianNote, 'id' | 'at'> {
  readonly sealed: Uint8Array;
}

/** Opens them. */
export function openHumanitarianNotes(ask: Ask, keys: CaseKeys): HumanitarianNotes {
  return {
    async list(request) {
      const held = await keys.find(request, 'NOTES_KEY');
      if (held === undefined || held === 'ENDED') return [];
      const rows = await ask<NoteRow>(LIST, [idOrNone(request)]);
      return rows.map((row) => noteIn(held.key, row, request));
    },
    async write({ id, request, officer, note, at }) {
      const { key } = await keys.need(request, 'NOTES_KEY');
      const sealed = sealRow(key, { officer, note }, placeOf(request, id));
      const rows = await ask(WRITE, [id, request, sealed, instantOf(at)]);
      if (rows.length === 1) return true;
      const [there] = await ask<NoteRow>(ONE, [id, request]);
      if (there === undefined) return false;
      const known = noteIn(key, there, request);
      return known.officer === officer && known.note === note;
    },
  };
}

function noteIn(key: Uint8Array, { id, at, sealed }: NoteRow, request: string): HumanitarianNote {
  // Written by `write` alone.
  const said = openRow(key, sealed, placeOf(request, id)) as Pick<
    HumanitarianNote,
    'officer' | 'note'
  >;
  return { id, at, ...said };
}

const placeOf = (request: string, id: string) => ({ row: 'NOTE', request, id });

const NOTE = `id::text as id, sealed, ${millisOf('written_at')} as at`;
const LIST = `
  select ${NOTE} from exchange.humanitarian_note
  where request_id = $1::text::uuid order by written_at, id limit 200`;
const ONE = `
  select ${NOTE} from exchange.humanitarian_note
  where id = $1::text::uuid and request_id = $2::text::uuid`;
const WRITE = `
  insert into exchange.humanitarian_note (id, request_id, sealed, written_at)
  values ($1::text::uuid, $2::text::uuid, decode($3::text, 'base64'), $4::text::timestamptz)
  on conflict do nothing returning id`;
