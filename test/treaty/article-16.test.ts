/** Article 16: amendments by protocol, in force as the agreement is; decisions of a past day replay unchanged. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide, policyVersion } from '../../src/policy/index.js';
import { grantFor } from '../../src/requests/index.js';
import {
  type Day,
  ITEMS,
  type LifeRecord,
  versionOn,
  whyNotRecorded,
} from '../../src/treaty/index.js';
import { AMENDED, agreementIn, lawAt, NOTIFIED } from '../support/amended-law.js';
import { heldRequest } from '../support/held-request.js';
import { notified, recordOf } from '../support/lives.js';

const PURPOSE = 'PERSON_DETECTION';
const at = (day: Day): number => Date.parse(`${day}T12:00:00Z`);

/** What the version in force on a day opens for detection, as the law of an instant has it. */
function opensOn(records: readonly LifeRecord[], day: Day, now: Day = day) {
  const version = versionOn(agreementIn(lawAt(records, at(now))), day);
  return { card: version.opens.get(PURPOSE)?.has('FINGERPRINT_CARD'), days: version.executionDays };
}

describe('A-16 a protocol is in force from the last notification of it', () => {
  const one = notified(1, ['2023-09-01', '2024-01-15']);
  const BEFORE = { card: false, days: 30 };
  const AFTER = { card: true, days: 20 };

  test.each<[string, readonly LifeRecord[], Day, typeof BEFORE]>([
    ['signed is not in force', [], '2023-12-01', BEFORE],
    ['one notification is not enough', one.slice(0, 1), '2030-01-01', BEFORE],
    ['the day before the later', one, '2024-01-14', BEFORE],
    ['the day of the later', one, '2024-01-15', AFTER],
    ['and from then on', one, '2030-01-01', AFTER],
  ])('%s', (...[, records, day, opened]) => {
    expect(opensOn(records, day, '2031-01-01')).toEqual(opened);
  });

  test('a request is decided by the version of the day it came, whatever came into force since', () => {
    const law = lawAt(one, at('2024-03-01'), { today: '2024-03-01' });
    const granted = (receivedAt: Day) => {
      const { grant } = grantFor({
        ...{ asker: PARTNER, request: answered(receivedAt) },
        ...{ purpose: PURPOSE, instruments: law.granting, status: law.status },
        ...{ ownAuthority: 'AZ-SMS', now: at('2024-03-01') },
      });
      return grant?.subjects[0]?.items.has('FINGERPRINT_CARD');
    };
    expect([granted('2024-01-14'), granted('2024-01-15')]).toEqual([false, true]);
  });

  test('protocols take effect in the order of their own days, not of their numbers', () => {
    const records = [
      ...notified(2, ['2024-03-01', '2024-03-02']),
      ...notified(1, ['2024-05-01', '2024-05-02']),
    ];
    const law = agreementIn(lawAt(records, at('2025-01-01')));
    expect(law.versions?.map(({ from, amendments }) => [from, amendments])).toEqual([
      [null, []],
      ['2024-03-02', [2]],
      ['2024-05-02', [2, 1]],
    ]);
  });

  test.each([
    [
      'a protocol by written consents',
      { kind: 'CONSENT', amendment: 1, on: '2024-01-01' },
      'NOT_AMENDED_SO',
    ],
    [
      'a protocol there is not',
      { kind: 'NOTIFICATION', amendment: 3, on: '2024-01-01' },
      'NO_AMENDMENT',
    ],
    [
      'before it was signed',
      { kind: 'NOTIFICATION', amendment: 1, on: '2023-05-09' },
      'BEFORE_SIGNATURE',
    ],
    ['a day to come', { kind: 'NOTIFICATION', amendment: 1, on: '2024-06-02' }, 'DAY_TO_COME'],
    ['as it is', { kind: 'NOTIFICATION', amendment: 1, on: '2024-06-01' }, undefined],
  ] as const)('%s: %#', (_, act, fault) => {
    const ground = { instrument: AMENDED, settings: NOTIFIED, records: [] };
    const when = { today: '2024-06-01', now: at('2024-06-01') } as const;
    expect(whyNotRecorded({ ...ground, ...when }, { act, party: 'KAZ' })).toBe(fault);
  });
});

const days = fc
  .integer({ min: Date.UTC(2021, 6, 1), max: Date.UTC(2029, 11, 31) })
  .map((instant) => new Date(instant).toISOString().slice(0, 10) as Day);
const acts = fc.oneof(
  fc.record({
    kind: fc.constant('NOTIFICATION' as const),
    amendment: fc.constantFrom(1, 2),
    on: days,
  }),
  fc.record({
    kind: fc.constant('TERMINATION' as const),
    writtenOn: fc.constant<Day>('2021-07-01'),
    on: days,
  }),
  fc.record({
    kind: fc.constant('DISAGREEMENT' as const),
    rules: fc.constantFrom([], [{ purpose: PURPOSE, item: 'SEX' as const }]),
    requests: fc.constant([]),
    freezes: fc.boolean(),
  }),
);
const histories = fc.array(
  fc.record({ act: acts, party: fc.constantFrom('AZE', 'KAZ'), made: days }),
  {
    maxLength: 8,
  },
);

const moments = fc.record({
  ...{ past: histories, later: histories },
  ...{ decided: days, received: days },
});

test('A-3.2 A-16 whatever is recorded later, each past decision replays as it was made', () => {
  fc.assert(
    fc.property(moments, ({ past, later, decided, received }) => {
      const instant = at(decided);
      const before = past
        .map(({ act, party, made }) => recordOf(act, Math.min(at(made), instant), { party }))
        .sort((a, b) => a.recordedAt - b.recordedAt);
      const known = before.map(({ id }) => id);
      const since = later.map(({ act, party }, i) => recordOf(act, instant + 1 + i, { party }));
      const annulled = known.map((record, i) =>
        recordOf({ kind: 'ANNULMENT', record }, instant + 50 + i),
      );
      const now = lawAt(before, instant, { today: decided });
      const replayed = lawAt([...before, ...since, ...annulled], instant, { today: decided });
      for (const item of ITEMS) {
        const [was, is] = [now, replayed].map((law) => {
          const instrument = versionOn(agreementIn(law), received);
          return decide({ instrument, purpose: PURPOSE }, item);
        });
        expect(is).toEqual(was);
      }
      expect(replayed.status).toEqual(now.status);
      expect(policyVersion(replayed.granting.values())).toBe(policyVersion(now.granting.values()));
    }),
    { numRuns: 60 },
  );
});

const PARTNER = {
  officer: 'KZ-1',
  authority: 'KZ-MIA',
  unit: null,
  role: 'PARTNER_GATEWAY',
} as const;
const answered = (received: Day) =>
  heldRequest({
    ...{ receivedAt: at(received), asOf: at('2024-02-01'), grantUntil: at('2025-01-01') },
  });
