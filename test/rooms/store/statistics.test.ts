/** A-3.1(1), B-2a Tables over a real register: who is counted, when, how often; refusals leave nothing behind. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PermitRecord, PersonRecord } from '../../../src/register/index.js';
import { regionOf, type ShownFigure, TOTAL } from '../../../src/statistics/index.js';
import { closePool, openOwner, openPublicationKeeper, type Sql } from '../../../src/store/index.js';
import { testImport } from '../../support/import.js';
import { person } from '../../support/people.js';
import { openTestDatabase, type TestDatabase } from '../../support/postgres.js';
import { publicationOf, published } from '../../support/publications.js';
import { statisticsDesk } from '../../support/statistics.js';

const NOW = '2026-06-01T12:00:00Z';
const SOURCE = 'https://stat.example.az/permits';
const BY_REGION = { table: 'permits-by-region', period: '2025' };

let database: TestDatabase;
let owner: Sql;
beforeAll(async () => {
  database = await openTestDatabase();
  owner = openOwner(database.urls.owner);
});
afterAll(async () => {
  await closePool(owner);
  await database.drop();
});
beforeEach(async () => {
  await owner`truncate register.person, statistics.counted, statistics.statistical_table,
    publication.version cascade`;
});

const desk = () => statisticsDesk(database, NOW);
const permit = (validFrom: string, change: Partial<PermitRecord> = {}): PermitRecord => ({
  ...{ kind: 'TEMPORARY_RESIDENCE', validFrom, status: 'VALID' },
  ...change,
});
const holder = (id: string, change: Partial<PersonRecord> = {}): PersonRecord =>
  person(id, {
    sex: 'FEMALE',
    registrations: [
      { kind: 'STAY', place: 'Bakı şəhəri, Nizami küçəsi 1', registeredOn: '2024-01-01' },
    ],
    permits: [permit('2025-02-03')],
    ...change,
  });
const many = (count: number, change: Partial<PersonRecord> = {}, name = 'p') =>
  Array.from({ length: count }, (_, nth) => holder(`${name}${nth}`, change));

async function record(people: readonly PersonRecord[], at = '2024-06-01T00:00:00Z') {
  const importing = testImport(database.urls.owner);
  importing.clock.time = Date.parse(at);
  const { rejected } = await importing.load(people);
  expect(rejected).toEqual([]);
}

async function figures(
  wish: Partial<Parameters<ReturnType<typeof desk>['compute']>[0]> = {},
): Promise<readonly ShownFigure[]> {
  const asked = { ...BY_REGION, threshold: 5, recorded: null, ...wish };
  const done = await desk().compute(asked);
  if (done.fault !== null) throw new Error(done.fault);
  return done.table.figures;
}

/** Numbers of one kind that are not 0, by place. */
async function told(wish: Parameters<typeof figures>[0] = {}, kind = 'TEMPORARY_RESIDENCE') {
  const found = (await figures(wish)).filter((figure) => figure.kind === kind);
  return Object.fromEntries(
    found.filter(({ persons }) => persons !== 0).map(({ at, persons }) => [at.join(), persons]),
  );
}

describe('who is counted', () => {
  const cases: readonly (readonly [string, Partial<PersonRecord>, number])[] = [
    ['A-3.1(2) a national of a Party', {}, 1],
    ['A-3.1(2) a national of neither is not', { citizenships: [{ country: 'TUR' }] }, 0],
    ['A-3.1(2) somebody of no known nationality', { citizenships: null }, 1],
    ['A-10.4c a protected person, as anybody', { protected: true }, 1],
    ['an event of a known month', { permits: [permit('2025-02')] }, 1],
    ['an event of a year alone is of no quarter', { permits: [permit('2025')] }, 0],
    ['an event of another year is not', { permits: [permit('2024-12-31')] }, 0],
    ['an event of no known day is not', { permits: [{ kind: 'TEMPORARY_RESIDENCE' }] }, 0],
    ['two events are one person', { permits: [permit('2025-01-01'), permit('2025-12-31')] }, 1],
  ];
  it('each of these once, or not at all', async () => {
    // Each case in a district of its own region, beside ten others.
    const districts = [
      ...['Naftalan', 'Babək', 'Xızı', 'Ağsu', 'Şuşa', 'Tovuz', 'Quba', 'Lerik', 'Ucar'],
    ];
    const living = (nth: number) => ({
      registrations: [
        { kind: 'STAY', place: `${districts[nth]} rayonu`, registeredOn: '2024-01-01' } as const,
      ],
    });
    const people = cases.flatMap(([, change], nth) => [
      ...many(10, living(nth), `c${nth}-`),
      holder(`x${nth}`, { ...living(nth), ...change }),
    ]);
    await record(people);
    const found = await told();
    const regions = districts.map((district) => regionOf(district) ?? '');
    expect(cases.map(([name], nth) => [name, found[regions[nth] ?? '']])).toEqual(
      cases.map(([name, , times]) => [name, 10 + times]),
    );
  });

  it('counts by the register as it stood at the end of each quarter', async () => {
    await record(many(10));
    // Known only in April: Q1 was counted without them, and no later quarter has their event.
    await record(many(6, {}, 'late'), '2025-04-10T00:00:00Z');
    // Superseded in July: in Q1 they stood with the permit that they no longer have.
    await record(many(3, { permits: [] }), '2025-07-10T00:00:00Z');
    expect((await told())[TOTAL]).toBe(10);
    expect(await told({ table: 'permits-by-region', period: '2025-Q1' })).toEqual({
      ...{ BAKU: 10, [TOTAL]: 10 },
    });
  });

  it('counts a person of two quarters in the first, though the record was changed between', async () => {
    await record(many(10));
    const moved = many(10, { permits: [permit('2025-02-03'), permit('2025-08-01')] });
    await record(moved, '2025-07-10T00:00:00Z');
    expect((await told({ period: '2025-Q3' }))[TOTAL]).toBeUndefined();
    expect((await told())[TOTAL]).toBe(10);
  });

  it('B-2a the other instrument counts its own population', async () => {
    await record([...many(10), ...many(20, { citizenships: [{ country: 'BEL' }] }, 'b')]);
    expect((await told())[TOTAL]).toBe(10);
    expect((await told({ table: 'regular-permits-by-region' }))[TOTAL]).toBe(20);
  });

  it('knows region, age and sex where the register does', async () => {
    const nowhere = { registrations: null, sex: null, dateOfBirth: null };
    const inGanja = {
      registrations: [{ kind: 'STAY', place: 'GƏNCƏ ŞƏHƏRİ', registeredOn: '2025-01-01' }],
    } as const;
    await record([...many(10), ...many(9, nowhere, 'n'), ...many(8, inGanja, 'g')]);
    expect(await told()).toEqual({ BAKU: 10, _U: 17, [TOTAL]: 27 });
    expect(await told({ table: 'permits-by-age-and-sex' })).toMatchObject({
      'Y45T64,FEMALE': 18,
      '_U,_U': 9,
    });
  });
});

describe('what is counted once', () => {
  it('is not counted anew, whatever the register becomes', async () => {
    await record(many(12));
    await told({ period: '2025-Q1' });
    await testImport(database.urls.owner).remove(many(12).map(({ id }) => id));
    await record(many(1, {}, 'other'));
    expect((await told())[TOTAL]).toBe(12);
  });

  it('a register that was begun later is read as of the day that is named', async () => {
    await record(many(9), '2026-05-01T00:00:00Z');
    const wish = { ...BY_REGION, threshold: 5 };
    expect(await desk().compute({ ...wish, recorded: null })).toEqual({
      fault: 'NOTHING_RECORDED',
    });
    expect((await told({ recorded: '2026-05-31' }))[TOTAL]).toBe(9);
    const other = await desk().compute({ ...wish, recorded: '2026-05-30' });
    expect(other).toEqual({ fault: 'COUNTED_OTHERWISE' });
  });
});

describe('what is refused', () => {
  const wishes = [
    ['UNKNOWN_TABLE', { table: 'permits-by-citizenship' }],
    ['UNKNOWN_PERIOD', { period: '2025-Q5' }],
    ['UNKNOWN_PERIOD', { period: '2025-13' }],
    ['UNKNOWN_PERIOD', { period: '' }],
    ['PERIOD_NOT_ENDED', { period: '2026' }],
    ['PERIOD_NOT_ENDED', { period: '2026-Q2' }],
    ['THRESHOLD_TOO_LOW', { threshold: 4 }],
    ['RECORDED_TOO_EARLY', { recorded: '2025-12-30' }],
    ['RECORDED_AHEAD', { recorded: '2026-06-02' }],
    ['NOTHING_RECORDED', { period: '2019' }],
  ] as const;
  it.each(wishes)('%s: %o', async (fault, change) => {
    const wish = { ...BY_REGION, threshold: 5, recorded: null, ...change };
    expect(await desk().compute(wish)).toEqual({ fault });
    expect(await owner`select 1 from statistics.counted`).toHaveLength(0);
  });

  it('ALREADY_RELEASED: a table twice, drafted again or released again', async () => {
    await record(many(9));
    await told();
    const released = await desk().release(BY_REGION, SOURCE);
    expect(released).toEqual({
      ...{ fault: null, publication: 'statistics-permits-by-region-2025' },
    });
    const wish = { ...BY_REGION, threshold: 9, recorded: null };
    expect(await desk().compute(wish)).toEqual({ fault: 'ALREADY_RELEASED' });
    expect(await desk().release(BY_REGION, SOURCE)).toEqual({ fault: 'ALREADY_RELEASED' });
    expect(await owner`select 1 from publication.version`).toHaveLength(1);
  });

  it('NO_DRAFT', async () => {
    expect(await desk().release(BY_REGION, SOURCE)).toEqual({ fault: 'NO_DRAFT' });
    expect(await desk().show(BY_REGION)).toEqual({ fault: 'NO_DRAFT' });
  });

  it('DISCLOSES: a draft that another release made unsafe, or whose hidden cells somebody opened', async () => {
    await record([...many(20), ...many(3, { registrations: null }, 'n')]);
    await told();
    await owner`update statistics.statistical_table set hidden = '{}'`;
    expect(await desk().release(BY_REGION, SOURCE)).toEqual({ fault: 'DISCLOSES' });
    expect(await owner`select 1 from publication.version`).toHaveLength(0);
    const kept = await owner`select released_at from statistics.statistical_table`;
    expect(kept.map(({ released_at }) => released_at)).toEqual([null]);
  });

  it('NOT_PUBLISHED: nothing is marked released where the publication is refused', async () => {
    await record(many(9));
    await told({ period: '2025-Q1' });
    const late = { ...BY_REGION, period: '2025-Q1' };
    const id = 'statistics-permits-by-region-2025-q1';
    const taken = published(publicationOf({ id, publisher: 'BE-IO' }));
    if (taken.outcome === 'REFUSED') throw new Error(JSON.stringify(taken.faults));
    await openPublicationKeeper(owner).keep(taken.version);
    expect(await desk().release(late, SOURCE)).toEqual({ fault: 'NOT_PUBLISHED' });
    const kept = await owner`select released_at from statistics.statistical_table`;
    expect(kept.map(({ released_at }) => released_at)).toEqual([null]);
  });
});

describe('what others reach', () => {
  it.each(['app', 'ledger', 'exchange'] as const)(
    'the role %s reads no count and no draft',
    async (role) => {
      const sql = openOwner(database.urls[role]);
      try {
        for (const table of ['count', 'counted', 'statistical_table']) {
          await expect(sql.unsafe(`select * from statistics.${table}`)).rejects.toThrow(
            'permission denied',
          );
        }
      } finally {
        await closePool(sql);
      }
    },
  );
});
