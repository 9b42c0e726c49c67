/** Article 17: in force on the last notification, ended six months after the other side received the notice. */
import { describe, expect, test } from 'vitest';
import { grantFor } from '../../src/requests/index.js';
import {
  type Day,
  type InstrumentStatus,
  type LifeAct,
  type LifeRecord,
  whyNotRecorded,
} from '../../src/treaty/index.js';
import { AMENDED, lawAt, NOTIFIED } from '../support/amended-law.js';
import { heldRequest } from '../support/held-request.js';
import { notified, recordOf } from '../support/lives.js';

const at = (day: Day): number => Date.parse(`${day}T12:00:00Z`);

/** Why there is no grant on a day, on a request received on another. */
function whyNo(
  records: readonly LifeRecord[],
  { on, received = on, status = {} }: { on: Day; received?: Day; status?: InstrumentStatus },
) {
  const law = lawAt(records, at(on), { status, today: on });
  const result = grantFor({
    asker: { officer: 'KZ-1', authority: 'KZ-MIA', unit: null, role: 'PARTNER_GATEWAY' },
    request: heldRequest({
      receivedAt: at(received),
      asOf: at(received),
      grantUntil: at('2031-01-01'),
    }),
    ...{ purpose: 'PERSON_DETECTION', instruments: law.granting, status: law.status },
    ...{ ownAuthority: 'AZ-SMS', now: at(on) },
  });
  return result.grant === null ? result.reason : undefined;
}

describe('A-17a recorded notifications', () => {
  const both = notified(null, ['2019-11-20', '2021-07-01']);

  test.each<[string, readonly LifeRecord[], Day, string | undefined]>([
    ['none', [], '2026-01-10', 'NOT_IN_FORCE'],
    ['one alone: no grant, ever', both.slice(0, 1), '2030-01-10', 'NOT_IN_FORCE'],
    ['both, the day before the later', both, '2021-06-30', 'NOT_IN_FORCE'],
    ['both, on the day of the later', both, '2021-07-01', undefined],
  ])('%s', (...[, records, on, why]) => {
    expect(whyNo(records, { on })).toBe(why);
  });

  test('the settings and the records together: one from each', () => {
    const status = { notifications: { AZE: '2019-11-20' } } as const;
    const [, other] = both;
    expect(whyNo(other === undefined ? [] : [other], { on: '2021-07-01', status })).toBeUndefined();
  });

  test('where they contradict nothing is granted until they agree', () => {
    const status = { notifications: { AZE: '2019-11-21', KAZ: '2021-07-01' } } as const;
    const law = lawAt(both, at('2026-01-10'), { status });
    expect(law.contradicted).toEqual(['AZ-KZ-2019']);
    expect(law.granting.size).toBe(0);
    expect(whyNo(both, { on: '2026-01-10', status })).toBe('PURPOSE_NOT_STATED');
  });
});

describe('A-17b six months from receipt', () => {
  const noticed = (on: Day) => [
    recordOf({ kind: 'TERMINATION', writtenOn: on, on }, on, { party: 'KAZ' }),
  ];

  test.each<[Day, Day, Day]>([
    ['2023-08-31', '2024-02-28', '2024-02-29'],
    ['2022-08-31', '2023-02-27', '2023-02-28'],
    ['2023-12-31', '2024-06-29', '2024-06-30'],
    ['2023-03-15', '2023-09-14', '2023-09-15'],
    ['2023-01-31', '2023-07-30', '2023-07-31'],
  ])('received on %s: the last day is %s', (received, last, ended) => {
    const status = NOTIFIED;
    expect(whyNo(noticed(received), { on: last, status })).toBeUndefined();
    expect(whyNo(noticed(received), { on: ended, status })).toBe('NOT_IN_FORCE');
  });

  test('of two notices the one received first ends it', () => {
    const two = [
      ...noticed('2024-01-10'),
      recordOf({ kind: 'TERMINATION', writtenOn: '2023-01-01', on: '2023-06-10' }, '2024-01-11'),
    ];
    expect(whyNo(two, { on: '2024-02-01', received: '2023-05-01', status: NOTIFIED })).toBe(
      'NOT_IN_FORCE',
    );
  });

  test.each<[string, InstrumentStatus, Day, string | undefined]>([
    ['by default nothing is answered any more', {}, '2023-09-01', 'NOT_IN_FORCE'],
    ['STOP says the same', { pending: 'STOP' }, '2023-09-01', 'NOT_IN_FORCE'],
    ['FINISH answers what came before the end', { pending: 'FINISH' }, '2023-09-01', undefined],
    ['and nothing that came on its day', { pending: 'FINISH' }, '2023-09-15', 'NOT_IN_FORCE'],
  ])('open requests follow the configured rule: %s', (...[, rule, received, why]) => {
    const status = { ...NOTIFIED, ...rule };
    expect(whyNo(noticed('2023-03-15'), { on: '2023-10-01', received, status })).toBe(why);
  });
});

describe('A-17 what is not recorded, since it cannot have happened', () => {
  type Recorded = readonly [string, LifeAct, string, string | undefined];
  const today: Day = '2024-06-01';
  const written = recordOf(
    { kind: 'TERMINATION', writtenOn: '2024-05-01', on: '2024-05-02' },
    '2024-05-03',
  );
  const ended = recordOf(
    { kind: 'TERMINATION', writtenOn: '2023-05-01', on: '2023-05-02' },
    '2023-05-03',
  );
  const termination = (writtenOn: Day, on: Day): LifeAct => ({
    kind: 'TERMINATION',
    writtenOn,
    on,
  });
  const annulment = ({ id: record }: LifeRecord): LifeAct => ({ kind: 'ANNULMENT', record });

  test.each<[...Recorded, readonly LifeRecord[]]>([
    [
      'a termination dated before its notice',
      termination('2024-05-10', '2024-05-09'),
      'KAZ',
      'BEFORE_ITS_NOTICE',
      [],
    ],
    [
      'received on the day of its notice',
      termination('2024-05-10', '2024-05-10'),
      'KAZ',
      undefined,
      [],
    ],
    [
      'a receipt that is still to come',
      termination('2024-05-10', '2024-06-02'),
      'KAZ',
      'DAY_TO_COME',
      [],
    ],
    [
      'of what was not in force then',
      termination('2021-06-01', '2021-06-30'),
      'KAZ',
      'NOT_IN_FORCE',
      [],
    ],
    [
      'a second one of the same Party',
      termination('2024-05-10', '2024-05-11'),
      'AZE',
      'ALREADY_RECORDED',
      [written],
    ],
    [
      'one of a state that is no Party',
      termination('2024-05-10', '2024-05-11'),
      'BEL',
      'NOT_A_PARTY',
      [],
    ],
    [
      'a notification that the settings date otherwise',
      { kind: 'NOTIFICATION', amendment: null, on: '2021-07-02' },
      'KAZ',
      'CONTRADICTS_SETTINGS',
      [],
    ],
    ['its annulment by its own Party', annulment(written), 'AZE', undefined, [written]],
    ["its annulment by the other's", annulment(written), 'KAZ', 'NO_RECORD', [written]],
    ['its annulment after the end', annulment(ended), 'AZE', 'NOT_IN_FORCE', [ended]],
    ['an annulment of nothing', annulment(written), 'AZE', 'NO_RECORD', []],
  ])('%s', (...[, act, party, fault, records]) => {
    const ground = { instrument: AMENDED, settings: NOTIFIED, records, today, now: at(today) };
    expect(whyNotRecorded(ground, { act, party })).toBe(fault);
  });

  test('an annulled notice ends nothing from then on, and ended it until then', () => {
    const records = [written, recordOf(annulment(written), '2024-05-20')];
    expect(lawAt(records, at('2024-05-10')).status.get('AZ-KZ-2019')?.terminationNotice).toBe(
      '2024-05-02',
    );
    expect(
      lawAt(records, at('2024-05-21')).status.get('AZ-KZ-2019')?.terminationNotice,
    ).toBeUndefined();
  });

  test('nothing is recorded of an instrument that nobody knows', () => {
    const ground = { instrument: undefined, settings: {}, records: [], today, now: at(today) };
    expect(
      whyNotRecorded(ground, { act: termination('2024-05-10', '2024-05-11'), party: 'KAZ' }),
    ).toBe('NO_INSTRUMENT');
  });
});
