/** What was given unasked (8(2)) goes into custody as an answer does: for its provider's purpose, until its end. */
import { createHash } from 'node:crypto';
import { endOfRetention } from '../../custody/index.js';
import { type ProvisionDocument, provisionDigest } from '../../requests/index.js';
import type { ExchangeRooms } from '../rooms.js';

/** Holds it; false where nothing of it may be held. Rejects with Refusal(UNAVAILABLE). */
export async function holdProvision(
  { custody, shortenings, clock }: Pick<ExchangeRooms, 'custody' | 'shortenings' | 'clock'>,
  provision: ProvisionDocument,
  jwe: string,
): Promise<boolean> {
  const { id, purpose, basis, instrument, provider, conditions, keepUntil: limit } = provision;
  const receivedAt = clock.now();
  const endsAt = endOfRetention({ purpose, receivedAt, limit, shortenings });
  if (endsAt === undefined || endsAt <= receivedAt) return false;
  const digest = provisionDigest(provision);
  const subjects = provision.subjects.map(({ n, items }) => ({
    ...{ n, items },
    tagKey: providedTagKey(digest, n).toString('base64url'),
  }));
  const holding = {
    ...({ kind: 'PROVISION', case: id, source: digest, digest, purpose, basis } as const),
    ...{ instrument, provider, subjects, clauses: {}, conditions, receivedAt, endsAt, limit },
  };
  await custody.keep([{ holding, values: [{ n: 0, group: 'PACKAGE', text: jwe }] }]);
  return true;
}

/** The ledger key of a person of a provision: the register here does not know him. */
export const providedTagKey = (digest: string, n: number): Buffer =>
  createHash('sha256').update(`${digest} ${n}`).digest();
