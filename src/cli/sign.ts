/** `sorgu sign`: the signatory's own step (9(3)). The key stays with the signatory; what is printed goes to the gateway. */
import type { MessageSigner } from '../base/index.js';
import type { SignedKind } from '../partner/index.js';
import { lineWords } from '../words/index.js';
import { faultLine } from './request-file.js';
import { readSignable, type SignableLaw } from './signable.js';
import type { ExitCode, Voice } from './tools.js';

export interface SignCommand extends SignableLaw {
  /** The document, as `case.document` or `provision.document` gives it, or as `sorgu lists write` does. */
  readonly file: string;
  /** Asked once the document is known to be one that can be signed. */
  readonly openSigner: () => Promise<MessageSigner>;
  /** Gives the compact JWS. */
  readonly sign: (kind: SignedKind, bytes: Uint8Array, signer: MessageSigner) => Promise<string>;
}

/** Writes `{ "jws", "key" }`; 1, each fault a line, where the document cannot be signed. Rejects with a SignerFault. */
export async function signRequestFile(command: SignCommand, voice: Voice): Promise<ExitCode> {
  const read = await readSignable(command.file, command);
  if (read.paper === null) {
    for (const fault of read.faults) voice.say(faultLine(fault));
    voice.say(lineWords(voice.language)('NOT_SIGNED'));
    return 1;
  }
  const { kind, bytes, words } = read.paper;
  for (const line of words(lineWords(voice.language))) voice.say(line);
  const signer = await command.openSigner();
  const jws = await command.sign(kind, bytes, signer);
  voice.out(`${JSON.stringify({ jws, key: signer.publicJwk })}\n`);
  return 0;
}
