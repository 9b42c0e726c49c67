/** B-4b The file of channels and windows: read whole or not at all, each fault by its place. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/base/index.js';
import { readChannels } from '../../../src/readmission/index.js';
import { NOW } from '../../support/requests.js';

const window = { from: '2026-06-16T09:00Z', until: '2026-06-16T12:00+02:00' };
const office = {
  ...{ code: 'brussels', kind: 'OFFICE', offeredTo: 'BE-IO', place: 'Brussels', hours: '10 to 16' },
  ...{ contact: 'interviews@consulate.invalid', languages: ['az', 'ru'], windows: [window] },
};
const video = {
  ...office,
  kind: 'VIDEO',
  windows: [{ ...window, videoLink: 'https://v.invalid/1' }],
};
const faultsOf = (json: Json) => {
  const read = readChannels(json, NOW);
  return read.channels === null ? read.faults : [];
};

test('a channel with its windows; a window has the languages of its channel where it names none', () => {
  const read = readChannels(
    [{ ...office, windows: [window, { ...window, from: '2026-06-16T08:00Z', languages: ['ru'] }] }],
    NOW,
  );
  expect(read.channels?.[0]?.windows).toEqual([
    {
      from: Date.UTC(2026, 5, 16, 9),
      until: Date.UTC(2026, 5, 16, 10),
      languages: ['az', 'ru'],
      videoLink: null,
    },
    {
      from: Date.UTC(2026, 5, 16, 8),
      until: Date.UTC(2026, 5, 16, 10),
      languages: ['ru'],
      videoLink: null,
    },
  ]);
  expect(faultsOf([video])).toEqual([]);
});

const changed = (change: object): Json => [{ ...office, ...change } as Json];
const at = (change: object): Json => changed({ windows: [{ ...window, ...change }] });

describe('what is wrong, and where', () => {
  test.each<[string, Json, string]>([
    ['no list', {}, 'a list of at most 100 channels'],
    ['no object', ['x'], '[0]: an object of'],
    ['a member more', changed({ secret: 1 }), '[0]: an object of'],
    ['a code of other letters', changed({ code: 'Brüssel' }), '[0].code'],
    ['a code twice', [office, office], 'a code stands twice'],
    ['a kind that is none', changed({ kind: 'PHONE' }), '[0].kind: OFFICE or VIDEO'],
    ['a body that no instrument names', changed({ offeredTo: 'XX-NONE' }), '[0].offeredTo'],
    ['no place', changed({ place: ' ' }), '[0].place'],
    ['a hidden character', changed({ contact: 'a\u202eb' }), '[0].contact'],
    ['two lines', changed({ hours: 'a\nb' }), '[0].hours'],
    ['no language', changed({ languages: [] }), '[0].languages'],
    ['a language that is none', changed({ languages: ['und'] }), '[0].languages'],
    ['a language twice', changed({ languages: ['az', 'az'] }), '[0].languages'],
    ['windows that are none', changed({ windows: 'all' }), '[0].windows'],
    ['no instant', at({ from: 'soon' }), '[0].windows[0].from'],
    ['an instant without offset', at({ from: '2026-06-16T09:00' }), '[0].windows[0].from'],
    ['a window that has begun', at({ from: '2026-06-15T08:59Z' }), '[0].windows[0]: is not ahead'],
    ['an end before the beginning', at({ until: '2026-06-16T08:00Z' }), '[0].windows[0]: ends'],
    ['a window of a day', at({ until: '2026-06-17T09:00Z' }), '[0].windows[0]: ends'],
    ['a language that nobody interprets', at({ languages: ['nl'] }), '[0].windows[0].languages'],
    ['a link at an office', at({ videoLink: 'https://v.invalid/1' }), '[0].windows[0].videoLink'],
    ['a video without a link', changed({ kind: 'VIDEO' }), '[0].windows[0].videoLink'],
    [
      'a link in the clear',
      [{ ...video, windows: [{ ...window, videoLink: 'http://v.invalid/1' }] }],
      '[0].windows[0].videoLink',
    ],
  ])('%s', (...[, json, fault]) => {
    const faults = faultsOf(json);
    expect(faults.join('\n')).toContain(fault);
    expect(faults.join('\n')).not.toMatch(/secret|Brüssel|v\.invalid/);
  });
});
