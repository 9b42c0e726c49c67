/** The desk of cooperation over the database: what is held, and figures of real cases on both sides (memorandum 5). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemIds } from '../../../src/base/index.js';
import type { Participant } from '../../../src/cooperation/index.js';
import { SAMPLE_STATUS } from '../../../src/development/index.js';
import {
  countActivities,
  countProvisions,
  openCooperationDesk,
  openExecutions,
} from '../../../src/exchange/index.js';
import { zoneOf } from '../../../src/requests/index.js';
import * as store from '../../../src/store/index.js';
import { loadInstruments } from '../../../src/treaty/index.js';
import { caseIn } from '../../support/case-drafts.js';
import { type CaseSide, type CaseSite, openCaseSite } from '../../support/case-site.js';
import { PROJECT, TRAINING } from '../cooperation/plans.js';

let site: CaseSite;
beforeAll(async () => {
  site = await openCaseSite();
});
afterAll(() => site.close());

const sealed: string[] = [];
const noLedger = () => {
  throw new Error('no ledger');
};
const RECEIPT = {
  ...{ origin: '', index: 0, leafHash: '', entry: '', salt: '', proof: [], checkpoint: '' },
};
const ENDED: typeof SAMPLE_STATUS = new Map([
  [
    'AZ-KZ-2019',
    {
      notifications: { AZE: '2019-12-01', KAZ: '2021-07-01' },
      terminationNotice: '2025-01-01',
    } as const,
  ],
]);
interface Ground {
  readonly status?: typeof SAMPLE_STATUS;
  readonly seal?: () => void;
}
function deskOf(
  { authority: own, sql }: CaseSide,
  { status = SAMPLE_STATUS, seal = noLedger }: Ground = {},
) {
  const instruments = loadInstruments();
  const activities = store.openActivities(sql);
  const law = { instruments, status, zoneOf };
  return openCooperationDesk({
    ...{ activities, instruments, status, clock: site.clock, ids: systemIds },
    standings: store.openStandings(sql),
    ledger: {
      async seal({ log }) {
        sealed.push(log);
        seal();
        return RECEIPT;
      },
    },
    head: { ownAuthority: own, policy: '0'.repeat(64), schema: '0'.repeat(64) },
    inspect: (text) => (text.includes('PASSPORT') ? [{ kind: 'DOCUMENT_NUMBER' }] : []),
    monitored: [
      countActivities(activities, own),
      countProvisions(store.openProvisionsBetween(sql), own),
    ],
    executions: openExecutions(law, { own, find: (asked) => store.casesBetween(sql, asked) }),
  });
}

const officer = (authority: string, own: string, role: Participant['role'] = 'COORDINATOR') =>
  ({ authority, officer: '1', unit: null, role, isOwn: authority === own }) as const;
const OWN = officer('AZ-SMS', 'AZ-SMS');
const HELD = { activity: null, faults: [{ code: 'TEXT_HELD', at: 'plan.place' }] };
const NOT_CLEARED = { activity: null, faults: [{ code: 'NOT_THIS_ROLE', at: 'cleared' }] };

describe('A-7, B-1c a text that looks like a person’s data is held', () => {
  const plan = { ...PROJECT, place: 'PASSPORT C01234567' };
  test.each<{ when: string; who: Participant; cleared: string | null; answer: unknown }>([
    { when: 'and nobody said why not', who: OWN, cleared: null, answer: HELD },
    {
      ...{ when: 'whatever a partner says', cleared: 'A room.', answer: NOT_CLEARED },
      who: officer('BE-IO', 'AZ-SMS'),
    },
    {
      ...{ when: 'whatever a signatory says', cleared: 'A room.', answer: NOT_CLEARED },
      who: officer('AZ-SMS', 'AZ-SMS', 'SIGNATORY'),
    },
    {
      ...{ when: 'where the reason holds it too', who: OWN, cleared: 'PASSPORT is a hall.' },
      answer: { activity: null, faults: [{ code: 'TEXT_HELD', at: 'cleared' }] },
    },
  ])('$when', async ({ who, cleared, answer }) => {
    const before = sealed.length;
    expect(await deskOf(site.az).propose(who, plan, { cleared })).toEqual(answer);
    expect(sealed).toHaveLength(before);
  });

  test.each([
    ['the title', { title: { en: 'PASSPORT' } }, 'plan.title.en'],
    ['a body', { bodies: [{ kind: 'BUSINESS', name: 'PASSPORT' }] }, 'plan.bodies[0].name'],
  ] as const)('in %s', async (_, change, at) => {
    const answer = await deskOf(site.az).propose(OWN, { ...PROJECT, ...change }, { cleared: null });
    expect(answer).toEqual({ activity: null, faults: [{ code: 'TEXT_HELD', at }] });
  });

  test('B-5 in a contact point', async () => {
    const point = {
      ...{ id: 'one', name: 'Desk', unit: null, address: 'PASSPORT', telephone: null, email: null },
      ...{ from: 0, note: 'Letter' },
    };
    const wish = { ...point, duties: ['MONITORING'] as const };
    expect(await deskOf(site.az).recordContact(OWN, wish)).toEqual({
      ...{ point: null, faults: [{ code: 'TEXT_HELD', at: 'address' }] },
    });
  });
});

describe('A-17 once the instrument has ended', () => {
  test('nothing is proposed or agreed, and what was agreed can be called off', async () => {
    const seal = () => undefined;
    const desk = deskOf(site.az, { seal });
    const kazakh = officer('KZ-MIA', 'AZ-SMS');
    const { activity } = await desk.propose(OWN, TRAINING, { cleared: null });
    const ended = deskOf(site.az, { seal, status: ENDED });
    const step = { activity: activity?.id ?? '', cleared: null };
    const agreeing = { ...step, kind: 'AGREE', version: 1 } as const;
    const outside = (at: string) => ({
      ...{ activity: null, faults: [{ code: 'INSTRUMENT_NOT_IN_FORCE', at }] },
    });
    expect(await ended.move(kazakh, agreeing)).toEqual(outside('activity'));
    expect(await ended.propose(OWN, TRAINING, { cleared: null })).toEqual(
      outside('plan.instrument'),
    );
    expect(await desk.move(kazakh, agreeing)).toMatchObject({ activity: { state: 'AGREED' } });
    const cancelling = { ...step, kind: 'CANCEL', text: 'The agreement has ended.' } as const;
    expect(await ended.move(kazakh, cancelling)).toMatchObject({
      activity: { state: 'CANCELLED' },
    });
  });
});

describe('A-11.4 what cannot be sealed is not kept', () => {
  test('with the coordinator’s reason it goes on to the ledger, and without the ledger nothing is kept', async () => {
    const desk = deskOf(site.az);
    const plan = {
      ...TRAINING,
      place: 'PASSPORT hall',
      authorities: ['AZ-SMS', 'KZ-MLSPP', 'KZ-MIA'],
    };
    await expect(desk.propose(OWN, plan, { cleared: 'The name of a hall.' })).rejects.toThrow(
      'no ledger',
    );
    expect(sealed.at(-1)).toBe('KZ-MLSPP');
    const page = { instrument: null, after: null, first: 10 };
    const strange = { ...page, instrument: '\u0000' };
    expect((await desk.list(OWN, strange)).activities).toEqual([]);
    const kept = await desk.list(OWN, page);
    expect(kept.activities.filter((one) => one.plan.place === plan.place)).toEqual([]);
  });
});

describe('B-5 figures of real cases', () => {
  const asked = { instrument: 'AZ-KZ-2019', from: '2026-04-01', until: '2026-07-01' } as const;
  beforeAll(async () => {
    for (const state of ['RECEIVED', 'IN_EXECUTION', 'ANSWERED', 'DRAFT'] as const) {
      await caseIn(site, state);
    }
    await caseIn(site, 'ON_PAPER');
  });

  test('are the same on both sides, by clause and state, and the paper one stands where it was registered', async () => {
    const figures = async (side: CaseSide) => {
      const told = await deskOf(side).monitoring(officer(side.authority, side.authority), asked);
      const other = side.authority === 'AZ-SMS' ? 'KZ-MIA' : 'AZ-SMS';
      return told.periods?.find(({ authority }) => authority === other);
    };
    const line = { executing: 'AZ-SMS', concluded: 1, withinTerm: 1, medianDays: 0, overdue: 0 };
    const counts = (received: number) => [
      { what: 'REQUESTS', clause: '6', state: 'ANSWERED', count: 1 },
      { what: 'REQUESTS', clause: '6', state: 'IN_EXECUTION', count: 1 },
      { what: 'REQUESTS', clause: '6', state: 'RECEIVED', count: received },
    ];
    expect(await figures(site.kz)).toMatchObject({
      ...{ figures: counts(1), timeliness: [{ ...line, received: 3, open: 2 }], untold: [] },
    });
    expect(await figures(site.az)).toMatchObject({
      ...{ figures: counts(2), timeliness: [{ ...line, received: 4, open: 3 }], untold: [] },
    });
  });

  test('A-11.1 to a partner with it alone, and to the other ministry nothing of them', async () => {
    const desk = deskOf(site.az);
    const theirs = await desk.monitoring(officer('KZ-MIA', 'AZ-SMS'), asked);
    expect(theirs.periods?.map(({ authority }) => authority)).toEqual(['KZ-MIA']);
    const other = await desk.monitoring(officer('KZ-MLSPP', 'AZ-SMS'), asked);
    expect(other.periods).toMatchObject([
      { authority: 'KZ-MLSPP', figures: [], timeliness: [], untold: [] },
    ]);
  });

  test('A-10.3 the day after the term what is open is overdue', async () => {
    const { at } = site.clock;
    site.clock.at += 31 * 86_400_000;
    const next = { ...asked, from: '2026-07-01', until: '2026-10-01' } as const;
    const told = await deskOf(site.az).monitoring(OWN, next);
    site.clock.at = at;
    expect(told.periods?.find(({ authority }) => authority === 'KZ-MIA')?.timeliness).toMatchObject(
      [{ received: 0, open: 3, overdue: 3 }],
    );
  });
});
