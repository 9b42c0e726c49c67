/** A developer opens /graphiql in a browser: nothing from elsewhere, nothing kept, and the pickers say who asks. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildConsole } from '../../src/console/index.js';
import { openBrowser } from '../support/browser.js';
import { answerText, chooseIn, OPERATION, openConsolePage, run } from '../support/console-page.js';
import { startGateway } from '../support/gateway.js';

const PATIENCE = 60_000;

let browser: Browser;
let gateway: Awaited<ReturnType<typeof startGateway>>;

beforeAll(async () => {
  await buildConsole({ outDir: 'dist/console' });
  browser = await openBrowser();
  gateway = await startGateway();
}, PATIENCE);

afterAll(async () => {
  await browser?.close();
  await gateway?.close();
});

const openConsole = () => openConsolePage(browser, gateway.url);
const choose = (page: Page, authority: string, purpose: string) =>
  chooseIn(page, { url: gateway.url, authority, purpose });

function callerIn(token = ''): unknown {
  const payload = token.split('.')[1] ?? '';
  const { sub, authority, role } = JSON.parse(Buffer.from(payload, 'base64url').toString());
  return { sub, authority, role };
}

describe('the console', () => {
  it(
    'asks no other origin, breaks no policy and keeps nothing, also after a run',
    async () => {
      const { page, strangers, faults, policy } = await openConsole();
      await choose(page, 'KZ-MIA', 'IDENTITY_ESTABLISHMENT');
      await run(page);
      // GraphiQL stores tabs half a second after an edit.
      await page.clock.runFor(5_000);

      expect(policy).toContain("default-src 'none'; script-src 'self';");
      expect(strangers).toEqual([]);
      expect(faults).toEqual([]);
      const kept = await page.evaluate(
        'indexedDB.databases().then((all) => all.length + localStorage.length + sessionStorage.length)',
      );
      expect(kept).toBe(0);
      expect(await page.context().cookies()).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'is at most 2 MB on the wire, when it has answered too',
    async () => {
      const { page } = await openConsole();
      const sizes: Promise<number>[] = [];
      page.context().on('requestfinished', (request) => {
        const isPage = request.url().startsWith(`${gateway.url}/graphiql`);
        if (isPage) sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
      });
      // Nothing of it is kept by the browser: all of it comes anew.
      await page.reload();
      await page.locator(OPERATION).waitFor();
      await choose(page, 'KZ-MIA', 'IDENTITY_ESTABLISHMENT');
      await run(page);

      const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
      expect(sizes.length).toBeGreaterThan(5);
      expect(bytes).toBeGreaterThan(500_000);
      expect(bytes).toBeLessThanOrEqual(2_000_000);
    },
    PATIENCE,
  );

  it(
    'answers the example of the chosen purpose, with what was withheld and its receipt',
    async () => {
      const { page } = await openConsole();
      await choose(page, 'KZ-MIA', 'IDENTITY_ESTABLISHMENT');
      await run(page);

      await expect.poll(() => answerText(page)).toContain('"subjects"');
      const withheld = page.getByRole('row', { name: 'Person.registrations' });
      expect(await withheld.textContent()).toMatch(/REGISTRATIONAZ-KZ-2019 .*6\(9\)$/);
      expect(await page.getByRole('status').textContent()).toMatch(
        /^HTTP 200 · \d+ fields? withheld · sealed as entry \d+$/,
      );
      await page.getByText(/^Receipt: entry \d+ of /).click();
      expect(await page.locator('.notes pre').textContent()).toContain('"AZ-KZ-2019"');
    },
    PATIENCE,
  );

  it(
    'states what the pickers say, and never the last persona',
    async () => {
      const { page } = await openConsole();
      for (const [authority, purpose] of [
        ['KZ-MIA', 'LEGAL_STATUS_DETERMINATION'],
        ['BE-IO', 'READMISSION'],
        ['AZ-SMS', 'REQUEST_EXECUTION'],
      ] as const) {
        const { persona, request } = await choose(page, authority, purpose);
        const asked = await run(page);
        // Every list of personas carries fresh tokens: the same caller, another jti.
        expect(callerIn(asked.headers().authorization)).toEqual(callerIn(persona.token));
        expect(asked.headers()).toMatchObject({
          'exchange-request': request.id,
          'exchange-purpose': purpose,
        });
        expect(asked.postDataJSON().operationName?.toUpperCase()).toBe(purpose.replaceAll('_', ''));
      }
    },
    PATIENCE,
  );

  it(
    'shows no answer of one persona under the name of another',
    async () => {
      const { page } = await openConsole();
      await choose(page, 'KZ-MIA', 'IDENTITY_ESTABLISHMENT');
      await run(page);
      await choose(page, 'BE-IO', 'READMISSION');

      await expect.poll(() => answerText(page)).not.toContain('subjects');
      expect(await page.getByRole('status').textContent()).not.toContain('HTTP');
    },
    PATIENCE,
  );

  it(
    'lets a developer leave the purpose out, and shows the code',
    async () => {
      const { page } = await openConsole();
      await choose(page, 'KZ-MIA', 'IDENTITY_ESTABLISHMENT');
      await page.getByLabel('For purpose').selectOption('');
      const asked = await run(page);

      expect(asked.headers()).not.toHaveProperty('exchange-purpose');
      expect(await page.getByRole('status').textContent()).toBe(
        'HTTP 400 · PURPOSE_REQUIRED · no receipt',
      );
    },
    PATIENCE,
  );

  it(
    "keeps a developer's own text in its tab when another example is loaded",
    async () => {
      const { page } = await openConsole();
      await page.locator(OPERATION).click();
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.insertText('query Mine { instruments { id } }');
      await page.getByLabel('Example').selectOption('explain');

      await page.locator('#graphiql-session-tab-0').click();
      await expect.poll(() => page.locator(OPERATION).textContent()).toContain('query\u00a0Mine');
    },
    PATIENCE,
  );
});
