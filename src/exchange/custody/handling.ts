/** What is done with received information stands in the ledger: what was told, and what was refused. */

import type { SubjectValues } from '../../custody/index.js';
import { handledEntry, refusedHandlingEntry } from '../../journal/index.js';
import type { ExchangeRooms } from '../rooms.js';
import type { CustodyDeskFault } from './asked.js';
import type { Using } from './weigh.js';

type HandlingClause = '11(2)' | '11(3)';

interface Told {
  readonly clause: HandlingClause;
  /** The digest on which it stands; of the holding where it is null. */
  readonly record: string | null;
  readonly values: readonly SubjectValues[];
  readonly body: Uint8Array;
}

/** Seals what is about to be told. */
export async function sealHandling(
  { ledger, head }: ExchangeRooms,
  using: Using,
  { clause, record, values, body }: Told,
): Promise<void> {
  await ledger.seal(handledEntry(head, handledBy(using, { clause, record }), values), body);
}

/** Seals why nothing was. */
export async function sealRefusal(
  { ledger, head }: ExchangeRooms,
  using: Using,
  { clause, code }: { readonly clause: HandlingClause; readonly code: CustodyDeskFault },
): Promise<void> {
  const handled = handledBy(using, { clause, record: null });
  const refused = { code, items: using.scope.items };
  await ledger.seal(refusedHandlingEntry(head, handled, refused), Buffer.from(code));
}

function handledBy(
  { officer, holding, purpose }: Using,
  { clause, record }: { readonly clause: HandlingClause; readonly record: string | null },
) {
  const { about, instrument } = holding.file;
  const { officer: name, unit, role } = officer;
  return {
    ...{ officer: name, unit, role, about, instrument, purpose, clause },
    record: record ?? about.digest,
  };
}
