/** `sorgu operations`: the hashes by which operations are listed, and whether a list has them. No gateway, no register. */
import { existsSync, readFileSync } from 'node:fs';
import { Refusal } from '../base/index.js';
import type { OperationLists } from '../safelist/index.js';
import { authorityOf, PURPOSES } from '../treaty/index.js';
import { type CheckWishes, CommandFault, type ExitCode, UsageFault, type Voice } from './tools.js';

/** The hash of a document; throws a Refusal for one that the gateway would not take. */
export type HashOperation = (text: string) => { readonly hash: string };

/** One line a file, hash and name as sha256sum has them; 1 where a file is no operation. */
export function hashOperations(
  files: readonly string[],
  hash: HashOperation,
  voice: Voice,
): ExitCode {
  return forEach(files, hash, (read, file) => {
    if (typeof read === 'string') voice.out(`${read}  ${file}\n`);
    else voice.say(`${file}: ${faultOf(read)}`);
    return typeof read === 'string';
  });
}

export interface CheckCommand {
  readonly lists: OperationLists;
  readonly hash: HashOperation;
}

/** Whether the list of an authority has each of the files for a purpose; 1 where it lacks one. Throws UsageFault. */
export function checkOperations(
  { files, authority, purpose }: CheckWishes,
  { lists, hash }: CheckCommand,
  voice: Voice,
): ExitCode {
  if (authorityOf(authority) === undefined) throw new UsageFault((say) => say('AUTHORITY_UNKNOWN'));
  if (!PURPOSES.some((known) => known === purpose)) {
    throw new UsageFault((say) => say('PURPOSE_UNKNOWN', { known: PURPOSES.join(', ') }));
  }
  const list = lists.get(authority);
  if (list === undefined) throw new UsageFault((say) => say('LIST_MISSING'));
  const listed = list.purposes.get(purpose) ?? new Set();
  return forEach(files, hash, (read, file) => {
    const isListed = typeof read === 'string' && listed.has(read);
    const told = isListed ? 'LISTED' : 'NOT LISTED';
    voice.out(`${typeof read === 'string' ? told : faultOf(read)}  ${file}\n`);
    return isListed;
  });
}

function forEach(
  files: readonly string[],
  hash: HashOperation,
  tell: (read: string | Refusal, file: string) => boolean,
): ExitCode {
  const told = files.map((file) => tell(readOperation(file, hash), file));
  return told.every(Boolean) ? 0 : 1;
}

function readOperation(file: string, hash: HashOperation): string | Refusal {
  if (!existsSync(file)) throw new CommandFault((say) => say('NO_FILE'));
  try {
    return hash(readFileSync(file, 'utf8')).hash;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function faultOf({ code, detail }: Refusal): string {
  const [place] = detail.locations ?? [];
  const at = place === undefined ? '' : ` at ${place.line}:${place.column}`;
  return `${detail.reason ?? code}${at}`;
}
