/**
 * What came back over a hop, judged. An answer on personal data counts where the gateway's own ledger says so: its
 * receipt is about these very bytes, on this request and for this purpose, in a tree that the registered log signed.
 */
import { readObject } from '../../../src/base/index.js';
import { checkReceipt, parseReceipt, parseVkey } from '../../../src/ledger/index.js';
import type { HttpResponse } from '../../../src/partner/index.js';
import { type HopFault, isErrorCode } from './faults.js';
import type { Operation, Standing } from './hop.js';

/** What a gateway answered. */
export interface Judged {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors: readonly StatedError[];
  /** The header Exchange-Receipt as it came; null for what has no entry. */
  readonly receipt: string | null;
}

/** An error beside data. */
export interface StatedError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: Readonly<Record<string, unknown>>;
}

export interface Judging {
  readonly operation: Operation;
  readonly standing: Standing;
  /** The verifier key of the log. */
  readonly log: string;
}

/** Judges an attacker-controlled answer. */
export function judgeAnswer(
  answer: HttpResponse,
  judging: Judging,
): Judged | { readonly fault: HopFault } {
  const read = readAnswer(answer.body);
  if (read === undefined) return { fault: 'ANSWER_MALFORMED' };
  if (answer.status !== 200 || read.data === null) return refusalOf(read);
  const receipt = headerOf(answer, 'exchange-receipt');
  const isGood =
    receipt === null ? !judging.operation.isOnRecord : isBorneOut(receipt, answer.body, judging);
  return isGood ? { ...read, receipt } : { fault: 'RECEIPT_NOT_GOOD' };
}

function readAnswer(body: Uint8Array): Omit<Judged, 'receipt'> | undefined {
  const { data = null, errors = [] } = readObject(body) ?? { errors: null };
  if (!isObjectOrNull(data) || !Array.isArray(errors) || !errors.every(isStatedError)) return;
  return { data, errors };
}

const isObjectOrNull = (value: unknown): value is Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && !Array.isArray(value);

function isStatedError(value: unknown): value is StatedError {
  if (!isObjectOrNull(value) || value === null) return false;
  const { message, extensions } = value;
  return typeof message === 'string' && isObjectOrNull(extensions) && extensions !== null;
}

/** Only mTLS vouches for a refusal: it can withhold, and gives nothing. */
function refusalOf({ errors }: Omit<Judged, 'receipt'>): { readonly fault: HopFault } {
  const code = errors[0]?.extensions.code;
  return { fault: isErrorCode(code) ? code : 'ANSWER_MALFORMED' };
}

function isBorneOut(header: string, body: Uint8Array, { standing, log }: Judging): boolean {
  const receipt = parseReceipt(header);
  const key = parseVkey(log);
  if (receipt === undefined || key === undefined || receipt.origin !== key.name) return false;
  const checked = checkReceipt(receipt, { publicKey: key.publicKey, body });
  if ('fault' in checked) return false;
  const { request, purpose } = checked.entry;
  return request === standing.request && purpose === standing.purpose;
}

const headerOf = ({ fields }: HttpResponse, name: string): string | null =>
  fields.find(([given]) => given.toLowerCase() === name)?.[1] ?? null;
