/** The frame of a printed reply: letterhead, day, the request it replies to, who signs it, and what it is a copy of. */
import type { Letterhead, RefusalLetter } from '../../letters/index.js';
import {
  calendarDay,
  chainHistory,
  digestOf,
  letterheadAt,
  nameAt,
  paperOf,
  type RequestDocument,
} from '../../requests/index.js';
import { authorityOf } from '../../treaty/index.js';
import type { ExchangeRooms } from '../rooms.js';
import type { Drawing } from './ground.js';

export type Frame = Omit<RefusalLetter, 'subjects' | 'clause' | 'id'>;

/** The frame of both letters. */
export async function frameOf({ rooms, file, document, record, asked }: Drawing): Promise<Frame> {
  const { zoneOf } = rooms;
  const { requested, requesting, writtenAt } = document;
  const seat = zoneOf(requested.authority);
  const receivedAt = chainHistory(file.case.chain).receivedAt ?? record.at;
  const paper = paperOf(file.enclosures, file.case.head.id);
  const { office, name } = asked;
  return {
    letterhead: await letterheadOf(rooms, document),
    day: calendarDay(record.at, seat),
    signature: { kind: 'BY_HAND', office, name },
    digest: digestOf(record),
    writtenAt: new Date(record.at).toISOString(),
    request: document,
    requestDay: calendarDay(Date.parse(writtenAt), zoneOf(requesting.authority)),
    receivedOn: calendarDay(receivedAt, seat),
    paper: paper === undefined ? null : paper,
  };
}

/** Our own letterhead, as the Parties have it (9(3)): the authority in its own language and in the working one. */
async function letterheadOf(
  { book, clock }: ExchangeRooms,
  { requested, language }: RequestDocument,
): Promise<Letterhead> {
  const { authority } = requested;
  const now = clock.now();
  const moment = { validAt: now, knownAt: now };
  const standing = await book.standing();
  const nameIn = (wanted: RequestDocument['language']): string =>
    nameAt(standing, { authority, language: wanted }, moment) ??
    authorityOf(authority)?.name[wanted] ??
    requested.name;
  const own = authorityOf(authority)?.language ?? language;
  const sample = standing
    .flatMap(({ fact }) => (fact.register === 'LETTERHEAD' ? [fact] : []))
    .filter((fact) => fact.authority === authority)
    .map(({ version }) => letterheadAt(standing, { authority, version }, moment))
    .filter((fact) => fact !== undefined)
    .at(-1);
  return {
    columns: own === language ? [[nameIn(language)]] : [[nameIn(own)], [nameIn(language)]],
    ...{ emblem: null, contacts: '' },
    version: sample?.version ?? UNKNOWN,
    digest: sample?.sha256 ?? UNKNOWN,
  };
}

/** What stands where no sample of the letterhead was recorded. */
const UNKNOWN = '—';
