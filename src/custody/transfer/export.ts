/** What leaves an authority that received it (11(3)): the values a consent covers, with what binds whoever gets them. */
import { canonicalJson, type Json } from '../../base/index.js';
import { compileCheck } from '../../requests/index.js';
import type { About } from '../consents/scope.js';
import type { SubjectValues } from './only-items.js';
import { TRANSFER, type Transfer } from './transfer.js';

/** Plain JSON, signed by the gateway of the authority that passes it on. */
export type Export = {
  readonly v: 1;
  readonly kind: 'EXPORT';
  readonly instrument: string;
  readonly provider: string;
  readonly about: About;
  /** Purpose, end and handling conditions stand in it, beside who got it. */
  readonly transfer: Transfer;
  readonly subjects: readonly SubjectValues[];
};

/** The bytes that are signed: canonical JSON (RFC 8785) in UTF-8. */
export const exportBytes = (content: Export): Uint8Array =>
  Buffer.from(canonicalJson(content), 'utf8');

const checkTransfer = compileCheck(TRANSFER);

/** The values of an export under a transfer; null where it is not that of this transfer. Never throws. */
export function readExport(
  json: Json,
  of: { readonly about: About; readonly transfer: Transfer },
): readonly SubjectValues[] | null {
  const { v, kind, about, transfer, subjects } = membersOf(json);
  if (v !== 1 || kind !== 'EXPORT' || about === undefined || transfer === undefined) return null;
  if (checkTransfer(transfer).length > 0) return null;
  const isSame =
    canonicalJson(about) === canonicalJson(of.about) &&
    canonicalJson(transfer) === canonicalJson(of.transfer);
  if (!isSame || !Array.isArray(subjects)) return null;
  return subjects.flatMap((subject: Json) => {
    const { n, values } = membersOf(subject);
    return typeof n === 'number' ? [{ n, values: membersOf(values ?? null) }] : [];
  });
}

const membersOf = (json: Json): { readonly [name: string]: Json } =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
    ? (json as { readonly [name: string]: Json })
    : {};
