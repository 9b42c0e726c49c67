/** `sorgu keys`: makes the key that signs checkpoints, and shows what partners check them with. */
import { formatVkey, originOf } from '../ledger/index.js';
import type { createKeyFile, KeyUse, openKeyFile } from '../store/index.js';
import type { ExitCode, Voice } from './tools.js';

export interface KeysCommand {
  /** Where the key stands or shall stand. */
  readonly path: string;
  readonly use: KeyUse;
  readonly files: {
    readonly create: typeof createKeyFile;
    readonly open: typeof openKeyFile;
  };
  /** The authority that answers, and the logs it keeps. */
  readonly authority: string;
  readonly logs: readonly string[];
}

/** Makes a key and shows it; rejects with a StoreFault where one stands already. */
export async function createKey(command: KeysCommand, voice: Voice): Promise<ExitCode> {
  await command.files.create(command.path, command.use);
  voice.say(`made ${command.path}: back it up where only the ledger's officer can read it`);
  return showKeys(command, voice);
}

/** Writes the verifier key of each log (C2SP signed-note), one a line. */
export async function showKeys(command: KeysCommand, voice: Voice): Promise<ExitCode> {
  const { publicKey } = await command.files.open(command.path, command.use);
  for (const log of command.logs) {
    voice.out(`${formatVkey({ name: originOf(command.authority, log), publicKey })}\n`);
  }
  return 0;
}
