/**
 * What a log asks a witness (C2SP tlog-witness, the body of add-checkpoint):
 *
 *   "old ", size in decimal, newline     the size that the log believes the witness saw last
 *   base64(hash), newline                at most 63: the consistency proof from that size
 *   newline
 *   checkpoint                           a signed note
 */
import { parseBase64 } from '../note.js';

export interface Submission {
  readonly oldSize: number;
  readonly proof: readonly Uint8Array[];
  /** The checkpoint with its signatures. */
  readonly note: string;
}

const MOST_HASHES = 63;
const HASH_LENGTH = 32;
const oldLine = /^old (0|[1-9][0-9]{0,15})$/;

/** Writes a submission. */
export function formatSubmission({ oldSize, proof, note }: Submission): string {
  const hashes = proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`);
  return `old ${oldSize}\n${hashes.join('')}\n${note}`;
}

/** Reads a submission; undefined if it is not in its one form. Attacker-controlled. */
export function parseSubmission(body: string): Submission | undefined {
  const end = body.indexOf('\n\n');
  const [first = '', ...encoded] = body.slice(0, Math.max(end, 0)).split('\n');
  const oldSize = Number(oldLine.exec(first)?.[1] ?? Number.NaN);
  if (!Number.isSafeInteger(oldSize) || encoded.length > MOST_HASHES) return undefined;
  const proof = encoded.map(parseBase64).filter((hash) => hash?.length === HASH_LENGTH);
  const hashes = proof.filter((hash) => hash !== undefined);
  return hashes.length === encoded.length
    ? { oldSize, proof: hashes, note: body.slice(end + 2) }
    : undefined;
}
