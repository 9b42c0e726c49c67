/**
 * `sorgu lists write`, `send` and `notices`: this authority's own notice of change (2, 9(4), memorandum 5) to a partner's
 * gateway. Written from a file of facts, signed by the signatory elsewhere (`sorgu sign`), recorded here and kept to be
 * sent; the gateway seals it in the ledger and lets it go.
 */
import { canonicalJson, type Ids, isPublicJwk, type Json, type PublicJwk } from '../base/index.js';
import type { Opened } from '../partner/index.js';
import {
  type Envelope,
  envelopeBytes,
  type NoticeOfChange,
  noticeDigest,
  readNoticeReceipt,
  receiveNotice,
  type Standing,
  whyHeld,
  whyNotTold,
} from '../requests/index.js';
import type { ListedNotice, Mail, Notices, Standings } from '../store/index.js';
import { lineWords } from '../words/index.js';
import { type FactsFrame, readFactsFile } from './facts-file.js';
import { recordNotice } from './record-lists.js';
import { type FileFault, faultLine, readJsonFile } from './request-file.js';
import type { ExitCode, Voice } from './tools.js';

export interface WriteCommand extends Omit<FactsFrame, 'authority'> {
  readonly file: string;
  /** The authority that answers here: a notice speaks of its Party alone. */
  readonly own: string;
  readonly to: string;
  readonly standing: Standing;
}

/** Writes the notice to be signed, with the digest of the list as it then is; 1, each fault a line. */
export async function writeNotice(command: WriteCommand, voice: Voice): Promise<ExitCode> {
  const { own, to, standing, now } = command;
  const read = await readFactsFile(command.file, { ...command, authority: to });
  if (read.facts === null) return refused(read.faults, voice);
  const { notice } = read.facts;
  const why = whyNotOwn(notice, { own, standing, now });
  if (why !== undefined) return refused([why], voice);
  const { list } = receiveNotice(standing, notice, now).receipt;
  voice.out(`${canonicalJson({ ...notice, list })}\n`);
  voice.say(lineWords(voice.language)('TO_BE_SIGNED'));
  return 0;
}

interface Own {
  readonly own: string;
  readonly standing: Standing;
  readonly now: number;
}

function whyNotOwn(notice: NoticeOfChange, { own, standing, now }: Own): FileFault | undefined {
  if (notice.from !== own) return { code: 'FOREIGN_FACT', at: 'from' };
  if (notice.to === own) return { code: 'WRONG_CODE', at: 'to' };
  const code = whyNotTold(standing, notice, now);
  return code === undefined ? undefined : { code, at: 'changes' };
}

export interface SendCommand {
  /** What `sorgu sign` printed. */
  readonly file: string;
  readonly own: string;
  readonly now: number;
  readonly ids: Ids;
  readonly standings: Pick<Standings, 'all' | 'change'>;
  readonly notices: Pick<Notices, 'keep' | 'load'>;
  readonly open: (
    jws: string,
    key: PublicJwk,
  ) => Promise<Opened<NoticeOfChange> | { readonly fault: string }>;
}

/** Records the notice here and keeps it to be sent; 1, each fault a line, where nothing was done. */
export async function sendNotice(command: SendCommand, voice: Voice): Promise<ExitCode> {
  const { own, now, standings, notices } = command;
  const read = await readJsonFile(command.file);
  if (read.json === null && 'faults' in read) return refused(read.faults, voice);
  const signed = signedIn(read.json);
  const opened = signed && (await command.open(signed.jws, signed.key));
  if (signed === null || opened === null || 'fault' in opened) {
    return refused([{ code: 'SIGNATURE_REFUSED', at: '' }], voice);
  }
  const { document: notice, kid } = opened;
  if ((await notices.load(notice)) !== undefined) {
    voice.say(lineWords(voice.language)('SENT_BEFORE'));
    return 1;
  }
  const standing = await standings.all();
  const faults = faultsOf(notice, { kid, own, standing, now });
  if (faults.length > 0) return refused(faults, voice);
  await recordNotice(notice, { standings, now });
  const mail = mailOf(notice, signed, command);
  await notices.keep({ ...keptOf(notice, signed.jws, now), receipt: null }, mail);
  voice.say(lineWords(voice.language)('NOTICE_RECORDED'));
  voice.out(`${notice.id}\n`);
  return 0;
}

interface Weighed extends Own {
  readonly kid: string;
}

// What the partner would not record is not sent at all.
function faultsOf(
  notice: NoticeOfChange,
  { kid, own, standing, now }: Weighed,
): readonly FileFault[] {
  const why = whyNotOwn(notice, { own, standing, now });
  if (why !== undefined) return [why];
  const paper = { requesting: { authority: own, name: '' }, letterhead: '', instrument: null };
  const held = whyHeld(standing, { document: paper, kid, signedAt: now, decidedAt: now });
  if (held.length > 0) return held.map((code) => ({ code, at: '' }));
  const { list } = receiveNotice(standing, notice, now).receipt;
  return list === notice.list ? [] : [{ code: 'LISTS_DIFFER', at: 'list' }];
}

interface Signed {
  readonly jws: string;
  readonly key: PublicJwk;
}

function signedIn(json: Json): Signed | null {
  if (typeof json !== 'object' || json === null || !('jws' in json) || !('key' in json))
    return null;
  const { jws, key } = json;
  return typeof jws === 'string' && isPublicJwk(key) ? { jws, key } : null;
}

function mailOf(
  notice: NoticeOfChange,
  { jws, key }: Signed,
  { ids, now }: Pick<SendCommand, 'ids' | 'now'>,
): Mail {
  const envelope: Envelope = {
    ...{ v: 1, id: ids.uuid(), from: notice.from, to: notice.to },
    sentAt: new Date(now).toISOString(),
    message: { kind: 'NOTICE', id: notice.id, digest: noticeDigest(notice) },
    ...{ document: jws, key, answer: null },
  };
  const { id, to } = envelope;
  return { id, to, envelope: Buffer.from(envelopeBytes(envelope)).toString() };
}

function keptOf(notice: NoticeOfChange, document: string, now: number) {
  const { id, from, to, list, writtenAt, effectiveFrom } = notice;
  return {
    ...{ id, from, to, list, document, digest: noticeDigest(notice), recordedAt: now },
    writtenAt: Date.parse(writtenAt),
    effectiveFrom: Date.parse(effectiveFrom),
  };
}

function refused(faults: readonly FileFault[], voice: Voice): ExitCode {
  for (const fault of faults) voice.say(faultLine(fault));
  voice.say(lineWords(voice.language)('NOTICE_REFUSED'));
  return 1;
}

const MOST = 200;

/** One notice a line, the newest first: id, parties, when it holds and was recorded, what became of it, both digests. */
export async function listNotices(
  { notices }: { readonly notices: Pick<Notices, 'list'> },
  voice: Voice,
): Promise<ExitCode> {
  const all = await notices.list(MOST);
  for (const notice of all) {
    const { id, from, to, effectiveFrom, recordedAt, list } = notice;
    const times = `holds from ${instant(effectiveFrom)}  recorded ${instant(recordedAt)}`;
    voice.out(`${id}  ${from} to ${to}  ${times}  ${stateOf(notice)}  list ${list}\n`);
  }
  if (all.length === 0) voice.say(lineWords(voice.language)('NO_NOTICES'));
  return 0;
}

/** AGREED: the other side has the same list; DIFFERS: it has another, whose digest is shown. */
function stateOf({ mail, failure, receipt, list }: ListedNotice): string {
  const told = receipt === null ? null : readNoticeReceipt(JSON.parse(receipt) as Json).message;
  if (told !== null) return told.list === list ? 'AGREED' : `DIFFERS there ${told.list}`;
  return failure === null ? `${mail}` : `${mail} ${failure}`;
}

const instant = (at: number): string => new Date(at).toISOString();
