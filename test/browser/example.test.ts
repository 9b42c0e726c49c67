/** The client's example page in a browser, before the real gateway: chosen fields, clauses, the receipt; nothing kept. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import config from '../../vite.example.config.js';
import { openBrowser, openPage } from '../support/browser.js';
import { startGateway } from '../support/gateway.js';

const PATIENCE = 60_000;
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};
const policy = String(config.preview?.headers?.['content-security-policy']);

let browser: Browser;
let gateway: Awaited<ReturnType<typeof startGateway>>;

beforeAll(async () => {
  const options = ['node_modules/vite/bin/vite.js', 'build', '--config', 'vite.example.config.ts'];
  await promisify(execFile)(process.execPath, options, { env: { NODE_ENV: 'production' } });
  browser = await openBrowser();
  gateway = await startGateway();
}, PATIENCE);

afterAll(async () => {
  await browser?.close();
  await gateway?.close();
});

/** The built page on the gateway's own origin, under the policy of its preview. */
async function openExample() {
  const watched = await openPage(browser, gateway.url);
  await watched.page.route(`${gateway.url}/example/**`, async (route) => {
    const name = new URL(route.request().url()).pathname.slice('/example/'.length) || 'index.html';
    const body = await readFile(`dist/example/${name}`);
    const headers = { 'content-security-policy': policy };
    await route.fulfill({ contentType: TYPES[extname(name)] ?? '', body, headers });
  });
  await watched.page.goto(`${gateway.url}/example/`);
  return watched;
}

async function ask({ page }: Awaited<ReturnType<typeof openExample>>, purpose: string) {
  const select = page.getByLabel('On request, for purpose');
  await select.waitFor();
  const texts = await select.locator('option').allTextContents();
  const label = texts.find((text) => text.includes(purpose)) ?? '';
  await select.selectOption({ label });
  for (const field of ['nameLatin', 'sex', 'registrations', 'travelRoute']) {
    await page.getByLabel(field, { exact: true }).check();
  }
  await page.getByRole('button', { name: 'Ask' }).click();
}

interface Violation {
  readonly id: string;
  readonly impact: string;
}

/** What axe finds that keeps somebody out. Run after the faults were looked at: it is no part of the page. */
async function seriousOn(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const found: readonly Violation[] = await page.evaluate(
    'axe.run().then((all) => all.violations)',
  );
  return found.filter(({ impact }) => /serious|critical/.test(impact)).map(({ id }) => id);
}

it(
  'shows what was given and what was withheld, with the clause and a verified receipt',
  async () => {
    const watched = await openExample();
    const { page, strangers, faults } = watched;
    await ask(watched, 'IDENTITY_ESTABLISHMENT');
    await page.getByText(/^Receipt verified: entry \d+ of sorgu\/AZ-SMS\/KZ-MIA\.$/).waitFor();
    const row = (name: string) => page.getByRole('row', { name }).first();
    expect(await row('sex').textContent()).toMatch(/Given(?:FE)?MALE$/);
    expect(await row('registrations').textContent()).toContain('Withheld');
    expect(await row('registrations').textContent()).toContain('AZ-KZ-2019 5(1)(1);6(9)');
    expect(await row('travelRoute').textContent()).toContain('no clause of AZ-KZ-2019');

    expect(strangers).toEqual([]);
    expect(faults).toEqual([]);
    expect(await seriousOn(page)).toEqual([]);
    const kept = await page.evaluate(
      'indexedDB.databases().then((all) => all.length + localStorage.length + sessionStorage.length)',
    );
    expect(kept).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
  },
  PATIENCE,
);

it(
  'shows nothing of an answer whose receipt does not verify',
  async () => {
    const watched = await openExample();
    const { page } = watched;
    await page.route(`${gateway.url}/graphql`, async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace('"MALE"', '"NOT_KNOWN"').replace('{', '{ ');
      await route.fulfill({ response, body });
    });
    await ask(watched, 'IDENTITY_ESTABLISHMENT');
    await page.getByText('Nothing was handed on: RECEIPT_REFUSED.').waitFor();
    expect(await page.locator('table').count()).toBe(0);
  },
  PATIENCE,
);
