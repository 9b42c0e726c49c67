/** A folder of files, a voice that is listened to, and the document of an invented request. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json } from '../../../src/base/index.js';
import type { RequestDocument } from '../../../src/requests/index.js';
import { AUTHORITIES } from '../../../src/treaty/index.js';

/** Stands in the request: nothing a command prints may hold it. */
export const SECRET = 'Образцов';

export const DOCUMENT: RequestDocument = {
  v: 1,
  kind: 'REQUEST',
  id: '3f0c2f9e-6a44-4b59-9a51-0d8f3a4f2b11',
  instrument: 'AZ-KZ-2019',
  requesting: { authority: 'KZ-MIA', unit: null, name: AUTHORITIES['KZ-MIA'].name.ru },
  requested: { authority: 'AZ-SMS', name: AUTHORITIES['AZ-SMS'].name.ru },
  language: 'ru',
  letterhead: '2021-1',
  aim: 'PREVENTION',
  purposes: [
    {
      purpose: 'IDENTITY_ESTABLISHMENT',
      basis: '6',
      justification: `${SECRET} задержан без документов, его личность необходимо установить.`,
    },
  ],
  substance: 'Просим сообщить сведения о личности указанного лица.',
  otherInformation: null,
  itemsWanted: ['NAME_CYRILLIC', 'DATE_OF_BIRTH'],
  subjects: [
    {
      n: 1,
      names: [{ script: 'ru-Cyrl', surname: SECRET, givenName: null, patronymic: null }],
      dateOfBirth: '1980-02',
      sex: null,
      citizenship: null,
      placeOfBirth: null,
      documents: [],
      mrz: null,
    },
  ],
  writtenAt: '2026-11-20T20:30:00.000Z',
};

export interface Desk {
  readonly path: (name: string) => string;
  /** Writes a file of JSON, or of a text as it is. */
  readonly file: (name: string, content: Json | Buffer) => string;
  readonly close: () => void;
}

export function openDesk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'sorgu-desk-'));
  const path = (name: string) => join(folder, name);
  return {
    path,
    file(name, content) {
      writeFileSync(path(name), Buffer.isBuffer(content) ? content : JSON.stringify(content));
      return path(name);
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A voice that keeps what it says. */
export function listen() {
  const said: string[] = [];
  const written: string[] = [];
  return {
    language: 'en' as const,
    said,
    written,
    out: (text: string) => void written.push(text),
    say: (line: string) => void said.push(line),
  };
}

/** A document with a member changed or, with undefined, left out. */
export const changed = (change: Record<string, Json | undefined>): Json =>
  JSON.parse(JSON.stringify({ ...DOCUMENT, ...change })) as Json;
