/** The notice in a kept envelope: it was verified when it was kept. */
import { parseStrictJson } from '../../base/index.js';
import type { Opened } from '../../partner/index.js';
import { type NoticeOfChange, readEnvelope } from '../../requests/index.js';
import type { UnsealedNotice } from '../../store/index.js';
import type { ExchangeRooms } from '../rooms.js';

/** Opens it again. Throws where the row is not what was kept. */
export async function readEnvelopeOf(
  { post }: ExchangeRooms,
  { envelope: text, document }: UnsealedNotice,
): Promise<Opened<NoticeOfChange>> {
  const { envelope } = readEnvelope(parseStrictJson(Buffer.from(text)));
  const key = envelope?.key ?? null;
  const opened = key === null ? null : await post.openNotice(document, key);
  if (opened === null || 'fault' in opened) throw new Error('a kept notice does not open');
  return opened;
}
