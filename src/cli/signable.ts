/** What a signatory signs, read from its file by its kind: a request (9(2)), a provision (8(2)), a notice of change (9(4)). */
import { canonicalJson, type Json } from '../base/index.js';
import type { SignedKind } from '../partner/index.js';
import {
  bytesDigest,
  documentBytes,
  draftFaults,
  type NoticeOfChange,
  type ProvisionDocument,
  provisionBytes,
  provisionFaults,
  type RequestDocument,
  readNotice,
  readProvision,
  readRequestDocument,
  refusingSigning,
} from '../requests/index.js';
import type { Day, Instrument } from '../treaty/index.js';
import { type FileFault, readJsonFile } from './request-file.js';

/** A document ready to be signed: its bytes, and what it says without a person's data. */
export interface Signable {
  readonly kind: SignedKind;
  readonly bytes: Uint8Array;
  readonly words: readonly string[];
}

export type SignableReading =
  | { readonly paper: Signable }
  | { readonly paper: null; readonly faults: readonly FileFault[] };

export interface SignableLaw {
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly today: Day;
}

/** Reads the file; every fault for which it cannot be signed. Rejects where there is no such file. */
export async function readSignable(path: string, law: SignableLaw): Promise<SignableReading> {
  const read = await readJsonFile(path);
  if (read.json === null && 'faults' in read) return { paper: null, faults: read.faults };
  switch (kindOf(read.json)) {
    case 'PROVISION':
      return provision(readProvision(read.json), law);
    case 'NOTICE_OF_CHANGE':
      return notice(readNotice(read.json));
    default:
      return request(readRequestDocument(read.json), law);
  }
}

const kindOf = (json: Json): Json | undefined =>
  typeof json === 'object' && json !== null && 'kind' in json ? json.kind : undefined;

const faulty = (faults: readonly FileFault[]): SignableReading => ({ paper: null, faults });

function request(
  read: ReturnType<typeof readRequestDocument>,
  { instruments, today }: SignableLaw,
): SignableReading {
  if (read.document === null) return faulty(read.faults);
  const { document } = read;
  const standing = { status: {}, on: today };
  const faults = refusingSigning(
    draftFaults(document, instruments.get(document.instrument), standing),
  ).filter(({ code }) => !DATED.includes(code));
  const bytes = documentBytes(document);
  return faults.length > 0
    ? faulty(faults)
    : { paper: { kind: 'request', bytes, words: requestWords(document) } };
}

// Whether the instrument is in force the gateway says, which has its dates; here may be another machine.
const DATED: readonly string[] = ['INSTRUMENT_NOT_IN_FORCE', 'INSTRUMENT_TERMINATED'];

function provision(
  read: ReturnType<typeof readProvision>,
  { instruments, today }: SignableLaw,
): SignableReading {
  if (read.document === null) return faulty(read.faults);
  const { document } = read;
  const instrument = instruments.get(document.instrument);
  if (instrument === undefined) return faulty([{ code: 'INSTRUMENT_UNKNOWN', at: 'instrument' }]);
  const faults = provisionFaults(document, instrument, Date.parse(today));
  if (faults.length > 0) return faulty(faults.map((code) => ({ code, at: '' })));
  const bytes = provisionBytes(document);
  return { paper: { kind: 'provision', bytes, words: provisionWords(document) } };
}

function notice(read: ReturnType<typeof readNotice>): SignableReading {
  if (read.message === null) return faulty(read.faults);
  const bytes = Buffer.from(canonicalJson(read.message));
  return { paper: { kind: 'notice', bytes, words: noticeWords(read.message) } };
}

/** What is signed, without a person's data: those are read in the letter. */
function requestWords(document: RequestDocument): readonly string[] {
  const { id, instrument, requesting, requested, aim, purposes, itemsWanted, subjects } = document;
  const unit = requesting.unit === null ? '' : `, ${requesting.unit}`;
  return [
    `request ${id} under ${instrument}, written at ${document.writtenAt}`,
    `from    ${requesting.authority} (${requesting.name}${unit})`,
    `to      ${requested.authority} (${requested.name})`,
    `aim     ${aim}`,
    ...purposes.map(({ purpose, basis }) => `for     ${purpose} by ${basis}`),
    `wants   ${itemsWanted.join(', ')}`,
    `about   ${people(subjects.length)}: read it whole with sorgu letter`,
    `SHA-256 ${bytesDigest(documentBytes(document))}`,
  ];
}

function provisionWords(document: ProvisionDocument): readonly string[] {
  const { id, instrument, provider, recipient, purpose, basis, subjects, conditions } = document;
  const items = [...new Set(subjects.flatMap((subject) => subject.items))];
  return [
    `provision ${id} under ${instrument}, written at ${document.writtenAt}`,
    `from    ${provider}`,
    `to      ${recipient}`,
    `for     ${purpose} by ${basis}, and nothing else`,
    `gives   ${items.join(', ')}`,
    `about   ${people(subjects.length)}`,
    `limits  ${conditions.length} ${conditions.length === 1 ? 'condition' : 'conditions'}, kept until ${new Date(document.keepUntil).toISOString()}`,
    `SHA-256 ${bytesDigest(provisionBytes(document))}`,
  ];
}

function noticeWords(document: NoticeOfChange): readonly string[] {
  const { id, occasion, from, to, effectiveFrom, changes, list, writtenAt } = document;
  return [
    `notice  ${id} (${occasion}), written at ${writtenAt}`,
    `from    ${from}`,
    `to      ${to}`,
    `changes ${changes.length}, effective from ${effectiveFrom}`,
    ...changes.map((change) =>
      change.change === 'RECORDED'
        ? `        ${change.fact.register} of ${change.fact.authority} recorded`
        : `        ${change.register} ended`,
    ),
    `list    ${list}`,
    `SHA-256 ${bytesDigest(Buffer.from(canonicalJson(document)))}`,
  ];
}

const people = (n: number): string => `${n} ${n === 1 ? 'person' : 'people'}`;
