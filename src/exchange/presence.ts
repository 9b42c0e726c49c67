/**
 * Whom an answer could speak of (A-10.4c). Asked before a case is concluded, by the very statement by which the partner's
 * grant finds its subjects, and for whoever was not matched too: the work is the same, and so is what leaves.
 */
import type { Request, RequestDocument } from '../requests/index.js';
import type { CaseFile, FindPresent } from '../store/index.js';
import { grantTables } from './grant-tables.js';
import { type GrantRooms, partnerGrant } from './partner-grant.js';
import type { ExchangeRooms } from './rooms.js';

/** Opens the question which subjects of a request are found under the grant of its requesting authority. */
export function openPresence(
  rooms: GrantRooms & { readonly findPresent: FindPresent },
): ExchangeRooms['present'] {
  return async (request) => {
    const asker = { authority: request.requestingAuthority, role: 'PARTNER_GATEWAY' };
    const present = new Set<number>();
    for (const { purpose } of request.purposes) {
      const grant = partnerGrant(rooms, { standsOn: 'ANSWER', asker, request, purpose });
      if (grant === null) continue;
      for (const n of await rooms.findPresent(grant)) present.add(n);
    }
    return present;
  };
}

/** A case in execution, as it would be read once it is answered. */
export interface Concluded {
  readonly file: CaseFile;
  readonly document: RequestDocument;
  /** Milliseconds since the epoch: when the officer approved. */
  readonly asOf: number;
}

/** The subjects of whom an answer can tell nothing. */
export async function absentFrom(
  rooms: Pick<ExchangeRooms, 'present' | 'clock'>,
  { file, document, asOf }: Concluded,
): Promise<ReadonlySet<number>> {
  if (file.case.side !== 'REQUESTED') return new Set();
  const tables = grantTables({ document, kept: file.case, file, now: rooms.clock.now() });
  const request: Request = {
    ...tables,
    state: 'ANSWERED',
    asOf,
    grantUntil: Number.POSITIVE_INFINITY,
    subjects: tables.subjects.map((subject) => ({ ...subject, items: null })),
  };
  const present = await rooms.present(request);
  return new Set(document.subjects.map(({ n }) => n).filter((n) => !present.has(n)));
}
