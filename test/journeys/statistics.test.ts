/** A-3.1(1), B-2a A table from the register to everybody: counted, drafted, released, and read without a token. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samplePeople } from '../../src/register/index.js';
import type { StatisticsDesk } from '../../src/statistics/index.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { statisticsDesk } from '../support/statistics.js';

const TABLE = { table: 'permits-by-age-and-sex', period: '2025' };
const RECORDED = '2026-11-01';
const NOW = '2026-11-20T12:00:00Z';
const ID = 'statistics-permits-by-age-and-sex-2025';

let gateway: TestGateway;
let desk: StatisticsDesk;
beforeAll(async () => {
  const people = [...samplePeople({ seed: 1, count: 300, today: '2026-06-01' })].map(
    ({ photograph: _, fingerprintCard: __, ...person }) => person,
  );
  gateway = await startGateway({ people, requests: [] });
  desk = statisticsDesk(gateway, NOW);
});
afterAll(() => gateway.close());

const get = (path: string) => fetch(`${gateway.url}${path}`);

describe('a table of the sample', () => {
  it('is nowhere while it is a draft', async () => {
    const done = await desk.compute({ ...TABLE, threshold: 5, recorded: RECORDED });
    expect(done.fault).toBeNull();
    expect((await get(`/publications/${ID}`)).status).toBe(404);
  });

  it('is read by everybody once it is released, small cells hidden', async () => {
    expect(await desk.release(TABLE, 'https://stat.example.az/permits')).toEqual({
      ...{ fault: null, publication: ID },
    });
    const csv = await get(`/publications/${ID}/table.csv`);
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [header, ...lines] = (await csv.text()).trim().split('\r\n');
    expect(header).toBe('KIND,AGE,SEX,TIME_PERIOD,OBS_VALUE,OBS_FLAG');
    const values = lines.map((line) => line.split(',')[4] ?? '');
    expect(values.filter((value) => value === '').length).toBeGreaterThan(3);
    expect(values.filter((value) => Number(value) >= 5).length).toBeGreaterThan(5);
    expect(
      values.filter((value) => value !== '' && Number(value) > 0 && Number(value) < 5),
    ).toEqual([]);
  });

  it('is read by programs and by people', async () => {
    const json = await get(`/publications/${ID}/table.json`);
    expect(await json.json()).toMatchObject({ class: 'dataset', version: '2.0' });
    const chart = await get(`/publications/${ID}/chart.svg`);
    expect(chart.headers.get('content-type')).toContain('image/svg+xml');
    const page = await get(`/publications/${ID}`);
    const html = await page.text();
    expect(html).toContain('chart.svg');
    expect(html).toContain('table.csv');
    expect(html.match(/<table>/g)).toHaveLength(3);
    expect(html).not.toContain('<script');
  });

  it('stands in the feed', async () => {
    const feed = await get('/publications/feed.json?kind=STATISTICS');
    expect(await feed.text()).toContain(ID);
  });
});
