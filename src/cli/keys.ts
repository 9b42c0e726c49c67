/** `sorgu keys`: makes the gateway's own keys, and shows what partners check and encrypt with. */
import type { JsonObject } from '../base/index.js';
import { formatVkey, originOf, witnessNameOf } from '../ledger/index.js';
import type { createKeyFile, KeyUse, openKeyFile } from '../store/index.js';
import { lineWords } from '../words/index.js';
import { CommandFault, type ExitCode, type Voice } from './tools.js';

export interface KeysCommand {
  /** Where the ledger's key stands or shall stand. */
  readonly path: string;
  /** The same of the key that cosigns the logs of partners. */
  readonly witnessPath: string;
  readonly use: KeyUse;
  readonly files: {
    readonly create: typeof createKeyFile;
    readonly open: typeof openKeyFile;
    readonly exists: (path: string) => boolean;
  };
  /** The authority that answers, and the logs it keeps. */
  readonly authority: string;
  readonly logs: readonly string[];
  /** The keys of the messages between gateways. */
  readonly messageKeys: readonly MessageKey[];
}

/** A key of messages in its file. */
export interface MessageKey {
  readonly path: string;
  readonly create: () => Promise<void>;
  /** The public half (RFC 7517) with `kid` and `use`. */
  readonly publicJwk: () => Promise<JsonObject>;
}

/** Makes every key that is missing and shows them all; rejects where none is. */
export async function createKey(command: KeysCommand, voice: Voice): Promise<ExitCode> {
  const { use, files, messageKeys } = command;
  const sealing = [command.path, command.witnessPath].map((path) => ({
    path,
    create: () => files.create(path, use),
  }));
  const missing = [...sealing, ...messageKeys].filter((key) => !files.exists(key.path));
  if (missing.length === 0) {
    throw new CommandFault((say) => say('KEYS_STAND'));
  }
  for (const key of missing) {
    await key.create();
    voice.say(lineWords(voice.language)('KEY_MADE', { path: key.path }));
  }
  return showKeys(command, voice);
}

/**
 * Writes the verifier key of each log (C2SP signed-note), that of the witness (C2SP tlog-cosignature), then the public
 * key of each message key (JWK), one a line; of those that stand.
 */
export async function showKeys(command: KeysCommand, voice: Voice): Promise<ExitCode> {
  const { path, use, files, authority, logs, messageKeys } = command;
  const { publicKey } = await files.open(path, use);
  for (const log of logs) {
    voice.out(`${formatVkey({ name: originOf(authority, log), publicKey })}\n`);
  }
  if (files.exists(command.witnessPath)) {
    const witness = await files.open(command.witnessPath, use);
    const key = { name: witnessNameOf(authority), publicKey: witness.publicKey };
    voice.out(`${formatVkey(key, 'COSIGNATURE')}\n`);
  } else voice.say(missingKey(command.witnessPath, voice));
  for (const key of messageKeys) {
    if (files.exists(key.path)) voice.out(`${JSON.stringify(await key.publicJwk())}\n`);
    else voice.say(missingKey(key.path, voice));
  }
  return 0;
}

const missingKey = (path: string, { language }: Voice): string =>
  lineWords(language)('KEY_MISSING', { path });
