/** The life of a publication: what is weighed, and which versions it leaves. */
import { describe, expect, test } from 'vitest';
import type { Json } from '../../../src/base/index.js';
import {
  type Inspect,
  type PublicationVersion,
  type Published,
  publish,
  release,
  withdraw,
} from '../../../src/publications/index.js';
import { PUBLICATION_LAW, publicationOf, published, TODAY } from '../../support/publications.js';

const kazakh = (kind: string, clause: string, more: Record<string, Json> = {}) => ({
  instrument: 'AZ-KZ-2019',
  ...{ kind, clause, ...more },
});
const change = { reference: 'Law No 12', publication: null };
const dates = (more: Record<string, Json>): Json => ({ published: '2026-01-15', ...more });

/** What comes of publishing: NEW, or the faults. */
const outcomeOf = (done: Published): string =>
  done.outcome === 'REFUSED'
    ? done.faults.map(({ code, at }) => `${code} ${at}`).join(', ')
    : done.outcome;

describe('what its instrument and the calendar say', () => {
  test.each<[string, Record<string, Json>, string]>([
    ['B-1a legislation under 1(a)', {}, 'NEW'],
    ['B-1a a clause that exchanges something else', { clause: '4(a)' }, 'UNKNOWN_CLAUSE clause'],
    ['B-2a a comparison under 2(a)', { kind: 'COMPARISON', clause: '2(a)' }, 'NEW'],
    [
      'B-2b a change under 2(b)',
      { kind: 'LEGISLATION_CHANGE', clause: '2(b)', changes: change },
      'NEW',
    ],
    ['B-3a a campaign under 3(a)', { kind: 'CAMPAIGN', clause: '3(a)' }, 'NEW'],
    ['B-4a a note on practice under 4(a)', { kind: 'PRACTICE_NOTE', clause: '4(a)' }, 'NEW'],
    ['A-3.1(1) statistics', kazakh('STATISTICS', '3(1)(1)'), 'NEW'],
    ['A-3.1(1) methods', kazakh('METHOD', '3(1)(1)'), 'NEW'],
    ['A-3.1(3) experience', kazakh('EXPERIENCE', '3(1)(3)'), 'NEW'],
    [
      'A-3.1(3) experience by the wrong point',
      kazakh('EXPERIENCE', '3(1)(2)'),
      'UNKNOWN_CLAUSE clause',
    ],
    [
      'a campaign, which this agreement does not name',
      kazakh('CAMPAIGN', '3(1)(1)'),
      'UNKNOWN_CLAUSE clause',
    ],
    [
      'an instrument that nobody knows',
      { instrument: 'AZ-XX-2030' },
      'UNKNOWN_INSTRUMENT instrument',
    ],
    [
      'one that publishes nothing, whose text is not at hand',
      { instrument: 'EU-AZ-2014' },
      'UNKNOWN_CLAUSE clause',
    ],
    ['a publisher of no party', { publisher: 'KZ-MIA' }, 'UNKNOWN_PUBLISHER publisher'],
    [
      'published before its adoption',
      { dates: dates({ adopted: '2026-01-16' }) },
      'DATES_OUT_OF_ORDER dates.published',
    ],
    [
      'changed before it was published',
      { dates: dates({ changed: '2026-01-14' }) },
      'DATES_OUT_OF_ORDER dates.changed',
    ],
    [
      'in force before its adoption',
      { dates: dates({ adopted: '2026-01-10', inForceFrom: '2026-01-09' }) },
      'DATES_OUT_OF_ORDER dates.inForceFrom',
    ],
    ['in force later', { dates: dates({ inForceFrom: '2030-01-01' }) }, 'NEW'],
    ['published tomorrow', { dates: { published: '2026-06-02' } }, 'DATE_AHEAD dates.published'],
    ['changed tomorrow', { dates: dates({ changed: '2026-06-02' }) }, 'DATE_AHEAD dates.changed'],
  ])('%s: %s', (_, changes, expected) => {
    const done = published(publicationOf(changes));
    expect(outcomeOf(done).replace(/, INSTRUMENT_NOT_IN_FORCE instrument$/, '')).toBe(expected);
  });

  test('A-17 nothing is published under an agreement before it is in force', () => {
    const publication = publicationOf(kazakh('STATISTICS', '3(1)(1)'));
    const now = Date.parse('2020-01-31T23:00:00Z');
    const early = { law: PUBLICATION_LAW, now, by: 'import', current: undefined };
    expect(outcomeOf(publish(publication, early))).toContain('INSTRUMENT_NOT_IN_FORCE');
    expect(outcomeOf(published(publication))).toBe('NEW');
  });
});

const findsA: Inspect = (text) =>
  [...text.matchAll(/AZE\d{8}/g)].map(({ index, 0: found }) => ({
    ...{ kind: 'DOCUMENT_NUMBER', from: index, to: index + found.length },
  }));

function versionOf(done: Published): PublicationVersion {
  if (done.outcome === 'REFUSED') throw new Error(outcomeOf(done));
  return done.version;
}

const on = (current: PublicationVersion | undefined, inspect?: Inspect) => ({
  ...{ law: PUBLICATION_LAW, now: TODAY, by: 'AZ-1', current },
  ...(inspect && { inspect }),
});
const decide = (current: PublicationVersion | undefined, reason = 'checked') => ({
  ...{ now: TODAY, by: 'AZ-2', reason, current },
});

describe('versions', () => {
  const first = versionOf(publish(publicationOf(), on(undefined)));
  const changed = publicationOf({ source: { reference: 'No 13', url: 'https://a.example/13' } });
  const planted = publicationOf({ texts: { en: { title: 'Seen with AZE12345678' } } });
  const held = versionOf(publish(planted, on(undefined, findsA)));

  test('the first', () => {
    expect(first).toMatchObject({
      version: 1,
      state: 'PUBLISHED',
      recordedAt: TODAY,
      reason: null,
    });
  });

  test('the same again is none', () => {
    expect(publish(publicationOf(), on(first))).toEqual({ outcome: 'UNCHANGED', version: first });
  });

  test('a change is the next, and never older', () => {
    const next = versionOf(publish(changed, on(first)));
    expect(next).toMatchObject({ version: 2, state: 'PUBLISHED', recordedAt: TODAY + 1 });
  });

  test('another authority takes no id', () => {
    const taken = publicationOf({ publisher: 'BE-IO' });
    expect(outcomeOf(publish(taken, on(first)))).toBe('ID_TAKEN id');
  });

  test('what is found holds it back, and is placed without a word of it', () => {
    expect(held.state).toBe('HELD');
    const finding = { kind: 'DOCUMENT_NUMBER', at: 'texts.en.title', from: 10, to: 21 };
    expect(held.findings).toEqual([finding]);
  });

  test.each([
    ['source', { source: { reference: 'AZE12345678', url: 'https://a.example' } }],
    ['address', { source: { reference: 'No 1', url: 'https://a.example/AZE12345678' } }],
    ['summary', { texts: { kk: { title: 'a', summary: 'AZE12345678' } } }],
    ['text', { texts: { ru: { title: 'a', text: 'AZE12345678' } } }],
    ['table', { attachments: [{ name: 'a.csv', content: 'AZE12345678' }] }],
  ])('in its %s too', (_, changes) => {
    expect(versionOf(publish(publicationOf(changes), on(undefined, findsA))).state).toBe('HELD');
  });

  test('released with a reason, it is the next version', () => {
    const released = versionOf(release(decide(held)));
    expect(released).toMatchObject({ version: 2, state: 'PUBLISHED', reason: 'checked' });
    expect(released.publication).toEqual(planted);
  });

  test('withdrawn with a reason; the same file again leaves it so, another content publishes anew', () => {
    const withdrawn = versionOf(withdraw(decide(first)));
    expect(withdrawn).toMatchObject({ version: 2, state: 'WITHDRAWN', reason: 'checked' });
    expect(publish(publicationOf(), on(withdrawn)).outcome).toBe('UNCHANGED');
    expect(versionOf(publish(changed, on(withdrawn)))).toMatchObject({ version: 3 });
  });

  test.each([
    ['release of nothing', release(decide(undefined)), 'NO_PUBLICATION id'],
    ['release of what is not held', release(decide(first)), 'NOT_HELD id'],
    ['release without a reason', release(decide(held, ' ')), 'NO_REASON reason'],
    ['withdrawal of nothing', withdraw(decide(undefined)), 'NO_PUBLICATION id'],
    ['withdrawal without a reason', withdraw(decide(first, '')), 'NO_REASON reason'],
    ['withdrawal with half a reason', withdraw(decide(first, 'a\u0000')), 'NO_REASON reason'],
    [
      'withdrawal that names somebody',
      withdraw({ ...decide(first, 'Of AZE12345678'), inspect: findsA }),
      'PERSONAL_REASON reason',
    ],
    [
      'withdrawal twice',
      withdraw(decide(versionOf(withdraw(decide(first))))),
      'ALREADY_WITHDRAWN id',
    ],
  ])('%s: %s', (_, done, expected) => {
    expect(outcomeOf(done)).toBe(expected);
  });
});
