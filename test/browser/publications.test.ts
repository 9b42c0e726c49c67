/** A-3.1(1), B-2a A published table in a browser: read by everybody, also by who hears it; under the page's own policy. */
import axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/base/index.js';
import { samplePeople } from '../../src/register/index.js';
import { openBrowser, openPage } from '../support/browser.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import { statisticsDesk } from '../support/statistics.js';

const PATIENCE = 120_000;
const TABLE = { table: 'permits-by-age-and-sex', period: '2025' };
const ADDRESS = '/publications/statistics-permits-by-age-and-sex-2025';

let browser: Browser;
let gateway: TestGateway;

beforeAll(async () => {
  browser = await openBrowser();
  const people = samplePeople({ seed: 1, count: 300, today: '2026-06-01' });
  gateway = await startGateway({ people: [...people], requests: [] });
  const desk = statisticsDesk(gateway, '2026-11-20T12:00:00Z');
  await desk.compute({ ...TABLE, threshold: 5, recorded: '2026-11-01' });
  await desk.release(TABLE, 'https://stat.example.az/permits');
}, PATIENCE);

afterAll(async () => {
  await browser?.close();
  await gateway?.close();
});

it.each(LANGUAGES)(
  'is a table with its headers and keeps nobody out, in %s',
  async (language) => {
    const { page, strangers, faults } = await openPage(browser, gateway.url);
    // Browsers ask for one by themselves; the gateway has none.
    await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
    await page.goto(`${gateway.url}${ADDRESS}?language=${language}`);
    expect(await page.getByRole('table').count()).toBe(3);
    const table = page.getByRole('table').first();
    expect(await table.getByRole('columnheader').count()).toBe(5);
    expect(await table.getByRole('rowheader').count()).toBe(7);
    expect(await table.locator('caption').textContent()).toContain('2025');
    expect({ strangers, faults }).toEqual({ strangers: [], faults: [] });
    // Run after the faults were looked at: it is no part of the page, and its policy would not have it.
    await page.evaluate(axe.source);
    const found = await page.evaluate(
      'axe.run().then((all) => all.violations.map((one) => one.id))',
    );
    expect(found).toEqual([]);
  },
  PATIENCE,
);
