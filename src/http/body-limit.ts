/**
 * How long a body may be: as long as any operation is, and longer for an officer of this authority who attaches a scan
 * (9(1)). So nobody unknown has the gateway read megabytes, and what is too long answers as before, whoever sends it.
 */
import { Refusal } from '../base/index.js';
import type { Identity } from '../identity/index.js';
import { LONGEST_FILE, REGISTRARS } from '../requests/index.js';
import { checkSingleHeaders, credentialsOf, type Incoming } from './incoming.js';

export interface BodyLimits {
  readonly identity: Pick<Identity, 'recognise'>;
  /** The authority this gateway answers for. */
  readonly ownAuthority: string;
  readonly tlsTerminated: boolean;
  /** Bytes, for everybody. */
  readonly usual: number;
}

/** A file in base64. */
const ENCODED_FILE = Math.ceil(LONGEST_FILE / 3) * 4;
const ATTACHING: ReadonlySet<string> = new Set(Object.values(REGISTRARS).flat());

/** Bytes of this caller's body at most; who calls is asked only where the body says that it is long. */
export async function bodyLimitOf(
  { identity, ownAuthority, tlsTerminated, usual }: BodyLimits,
  { request }: Incoming,
): Promise<number> {
  if (!(Number(request.headers['content-length']) > usual)) return usual;
  try {
    checkSingleHeaders(request);
    const caller = await identity.recognise(credentialsOf(request, tlsTerminated));
    const isOfficer = caller.authority === ownAuthority && ATTACHING.has(caller.role);
    return isOfficer ? usual + ENCODED_FILE : usual;
  } catch (error) {
    if (error instanceof Refusal) return usual;
    throw error;
  }
}
