/** The journal of a notice of change (2, 9(3), 9(4)): that it was told, by which signature, and of which digest. */
import type { EntryDraft } from '../ledger/index.js';
import type { NoticeOfChange } from '../requests/index.js';
import { type JournalHead, logOf } from './journal.js';

export interface ToldNotice {
  readonly notice: Pick<NoticeOfChange, 'id' | 'from' | 'to' | 'occasion'>;
  /** SHA-256 of the notice in canonical form, hexadecimal. */
  readonly digest: string;
  /** The thumbprint of the key it is signed with; whose it is, the lists say. */
  readonly kid: string;
}

/** The entry of a notice: in the log of the other authority, whichever side told it. */
export function toldNoticeEntry(
  head: JournalHead,
  { notice, digest, kid }: ToldNotice,
): EntryDraft {
  const other = notice.from === head.ownAuthority ? notice.to : notice.from;
  return {
    log: logOf(other, head.ownAuthority),
    outcome: 'MOVED',
    refusal: null,
    asking: { authority: notice.from, unit: null, role: 'SIGNATORY', officer: kid, gateway: null },
    answering: head.ownAuthority,
    request: notice.id,
    requestDigest: digest,
    ...{ instrument: null, purpose: null, basis: null },
    clauses: [notice.occasion === 'LIST' ? '9(3)' : '9(4)'],
    operation: digest,
    withheld: [],
    subjects: [],
    policy: head.policy,
    schema: head.schema,
  };
}
