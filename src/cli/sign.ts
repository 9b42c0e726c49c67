/** `sorgu sign`: the signatory's own step (9(3)). The key stays with the signatory; what is printed goes to `signDraft`. */
import type { MessageSigner } from '../base/index.js';
import {
  documentBytes,
  documentDigest,
  draftFaults,
  type RequestDocument,
  refusingSigning,
} from '../requests/index.js';
import type { Day, Instrument } from '../treaty/index.js';
import { faultLine, readRequestFile } from './request-file.js';
import type { ExitCode, Voice } from './tools.js';

export interface SignCommand {
  /** The document, as `case.document` gives it. */
  readonly file: string;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly today: Day;
  /** Asked once the document is known to be one that can be signed. */
  readonly openSigner: () => Promise<MessageSigner>;
  /** Gives the compact JWS. */
  readonly sign: (bytes: Uint8Array, signer: MessageSigner) => Promise<string>;
}

/** Writes `{ "jws", "key" }`; 1, each fault a line, where the document cannot be signed. Rejects with a SignerFault. */
export async function signRequestFile(command: SignCommand, voice: Voice): Promise<ExitCode> {
  const read = await readRequestFile(command.file);
  const faults = read.document === null ? read.faults : missingFrom(read.document, command);
  if (read.document === null || faults.length > 0) {
    for (const fault of faults) voice.say(faultLine(fault));
    voice.say('nothing was signed: have the draft corrected, and take its document anew');
    return 1;
  }
  for (const line of plainWords(read.document)) voice.say(line);
  const signer = await command.openSigner();
  const jws = await command.sign(documentBytes(read.document), signer);
  voice.out(`${JSON.stringify({ jws, key: signer.publicJwk })}\n`);
  return 0;
}

// Whether the instrument is in force the gateway says, which has its dates; here may be another machine.
const DATED: readonly string[] = ['INSTRUMENT_NOT_IN_FORCE', 'INSTRUMENT_TERMINATED'];

function missingFrom(document: RequestDocument, { instruments, today }: SignCommand) {
  const standing = { status: {}, on: today };
  const faults = draftFaults(document, instruments.get(document.instrument), standing);
  return refusingSigning(faults).filter(({ code }) => !DATED.includes(code));
}

/** What is signed, without a person's data: those are read in the letter. */
function plainWords(document: RequestDocument): readonly string[] {
  const { id, instrument, requesting, requested, aim, purposes, itemsWanted, subjects } = document;
  const unit = requesting.unit === null ? '' : `, ${requesting.unit}`;
  return [
    `request ${id} under ${instrument}, written at ${document.writtenAt}`,
    `from    ${requesting.authority} (${requesting.name}${unit})`,
    `to      ${requested.authority} (${requested.name})`,
    `aim     ${aim}`,
    ...purposes.map(({ purpose, basis }) => `for     ${purpose} by ${basis}`),
    `wants   ${itemsWanted.join(', ')}`,
    `about   ${subjects.length} ${subjects.length === 1 ? 'person' : 'people'}: read it whole with sorgu letter`,
    `SHA-256 ${documentDigest(document)}`,
  ];
}
