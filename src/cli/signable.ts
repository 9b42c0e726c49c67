/** What a signatory signs, read from its file by its kind: a request (9(2)), a provision (8(2)), a notice of change (9(4)). */
import { canonicalJson, type Json } from '../base/index.js';
import type { SignedKind } from '../partner/index.js';
import {
  documentBytes,
  draftFaults,
  provisionBytes,
  provisionFaults,
  readNotice,
  readProvision,
  readRequestDocument,
  refusingSigning,
} from '../requests/index.js';
import type { Day, Instrument } from '../treaty/index.js';
import type { LineWords } from '../words/index.js';
import { type FileFault, readJsonFile } from './request-file.js';
import { noticeLines, provisionLines, requestLines } from './signed-lines.js';

/** A document ready to be signed: its bytes, and what it says without a person's data. */
export interface Signable {
  readonly kind: SignedKind;
  readonly bytes: Uint8Array;
  readonly words: (say: LineWords) => readonly string[];
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
    : { paper: { kind: 'request', bytes, words: (say) => requestLines(document, say) } };
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
  return { paper: { kind: 'provision', bytes, words: (say) => provisionLines(document, say) } };
}

function notice(read: ReturnType<typeof readNotice>): SignableReading {
  if (read.message === null) return faulty(read.faults);
  const { message } = read;
  const bytes = Buffer.from(canonicalJson(message));
  return { paper: { kind: 'notice', bytes, words: (say) => noticeLines(message, say) } };
}
