/** Acts and records for tests of the life of an instrument. */
import { randomUUID } from 'node:crypto';
import type { Day, LifeAct, LifeRecord } from '../../src/treaty/index.js';

const DIGEST = 'ab'.repeat(32);

/** A record of an act, made on a day or at an instant. */
export function recordOf(
  act: LifeAct,
  on: Day | number,
  rest: Partial<Omit<LifeRecord, 'act'>> = {},
): LifeRecord {
  return {
    id: randomUUID(),
    instrument: 'AZ-KZ-2019',
    party: 'AZE',
    reference: 'Note 1',
    digest: DIGEST,
    officer: 'AZ-SMS-0002',
    recordedAt: typeof on === 'number' ? on : Date.parse(`${on}T09:00:00Z`),
    ...rest,
    act,
  };
}

/** Both Parties' notifications of the text, or of an amendment. */
export const notified = (
  amendment: number | null,
  [own, other]: readonly [Day, Day],
): readonly LifeRecord[] => [
  recordOf({ kind: 'NOTIFICATION', amendment, on: own }, own),
  recordOf({ kind: 'NOTIFICATION', amendment, on: other }, other, { party: 'KAZ' }),
];
