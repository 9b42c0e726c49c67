import { describe, expect, test } from 'vitest';
import { type ConfigResult, readConfig } from '../../src/config.js';

function read(text: string | undefined): ConfigResult {
  const environment = { SORGU_MODE: 'development', ...(text && { READMISSION: 'file.json' }) };
  return readConfig(environment, { task: 'serve', readFile: () => text ?? '' });
}

const clock = { clock: 'ANSWER', from: 'OPENED', days: 15, clause: '11(2)' };
const file = (change: object = {}) =>
  JSON.stringify({ 'EU-AZ-2014': { basis: 'As read.', clocks: [clock], ...change } });

test('B-4d basis and clocks of an instrument', () => {
  expect(read(file()).config?.readmission).toEqual(
    new Map([['EU-AZ-2014', { basis: 'As read.', clocks: [clock] }]]),
  );
});

test('A-11.5 how long a case is kept, as the operator read it', () => {
  const retention = { days: 90, longest: 365 };
  expect(read(file({ retention })).config?.readmission.get('EU-AZ-2014')).toMatchObject({
    retention,
  });
  expect(read(file()).config?.readmission.get('EU-AZ-2014')?.retention).toBeUndefined();
});

test('B-4d without the setting no clock runs', () => {
  expect(read(undefined).config?.readmission).toEqual(new Map());
});

const at = (place: string) => `READMISSION: EU-AZ-2014: not well formed at ${place}`;

describe('B-4d a fault is told by our own names alone', () => {
  test.each([
    ['no JSON', '{"EU', 'READMISSION: a JSON object by instrument, of basis, clocks and retention'],
    ['no object', '[]', 'READMISSION: a JSON object by instrument, of basis, clocks and retention'],
    ['no basis', file({ basis: ' ' }), at('basis')],
    ['no days', file({ clocks: [{ ...clock, days: 0 }] }), at('clocks.0.days')],
    ['half a day', file({ clocks: [{ ...clock, days: 1.5 }] }), at('clocks.0.days')],
    ['an unknown clock', file({ clocks: [{ ...clock, clock: 'secret' }] }), at('clocks.0.clock')],
    ['an unknown event', file({ clocks: [{ ...clock, from: 'secret' }] }), at('clocks.0.from')],
    ['kept for no days', file({ retention: { days: 0, longest: 9 } }), at('retention.days')],
    [
      'kept without an end',
      file({ retention: { days: 9, longest: null } }),
      at('retention.longest'),
    ],
    ['kept for ages', file({ retention: { days: 9, longest: 9_999 } }), at('retention.longest')],
    ['kept for longer than longest', file({ retention: { days: 9, longest: 8 } }), at('retention')],
    [
      'a clock that starts at its end',
      file({ clocks: [{ ...clock, from: 'ANSWERED' }] }),
      at('clocks.0'),
    ],
    [
      'a clock twice',
      file({ clocks: [clock, clock] }),
      'READMISSION: EU-AZ-2014: a clock stands twice',
    ],
    [
      'an instrument without readmission',
      '{"AZ-BE-2019":{"basis":"x"}}',
      'READMISSION: no instrument of readmission',
    ],
    [
      'an unknown instrument',
      '{"secret":{"basis":"x"}}',
      'READMISSION: no instrument of readmission',
    ],
  ])('%s', (...[, text, fault]) => {
    const result = read(text);
    expect(result.config === null ? result.faults : []).toEqual([fault]);
  });
});
