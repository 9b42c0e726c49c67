/** The explorer in a browser: what a grant opens, as one types, and receipts checked where they arrive. */
import axe from 'axe-core';
import { parse } from 'graphql';
import type { Browser, Page, Request } from 'playwright-core';
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

async function openOn(purpose = 'IDENTITY_ESTABLISHMENT', authority = 'KZ-MIA') {
  // Under a clock of the test's the editor's own measuring of key strokes fails.
  const opened = await openConsolePage(browser, gateway.url, { hasOwnClock: true });
  await chooseIn(opened.page, { url: gateway.url, authority, purpose });
  return opened;
}

const grant = (page: Page) => page.getByRole('region', { name: 'What the grant opens' });
const operationRows = (page: Page) => grant(page).locator('> ul').first().locator('> li');
const schemaRow = (page: Page, coordinate: string) =>
  grant(page).locator(`li:has(> div > code[title="${coordinate}"])`);

/** Replaces what stands in the editor. */
async function type(page: Page, text: string): Promise<void> {
  await page.locator(OPERATION).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  // The editor closes a brace by itself.
  await page.keyboard.press('Delete');
}

/** Pixels by which the page is taller than the window. */
const overhang = (page: Page) =>
  page.evaluate(() => {
    const { scrollHeight, clientHeight } = document.documentElement;
    return scrollHeight - clientHeight;
  });

/** The operation that a request has explained, if it is one. */
function explainedBy(request: Request): string | undefined {
  const body = request.url().endsWith('/graphql') ? request.postDataJSON() : undefined;
  const operation: unknown = body?.variables?.operation;
  return typeof operation === 'string' ? operation : undefined;
}

const asking = (fields: string) => `{ subjects(first: 2) { edges { node { ${fields} } } } }`;

describe('explain beside the query', () => {
  it(
    'marks what the grant opens and what it does not, each with its clause, as one types',
    async () => {
      const { page, faults } = await openOn();
      await type(page, asking('dateOfBirth registrations { place }'));
      await expect
        .poll(() => operationRows(page).allTextContents(), { timeout: 20_000 })
        .toEqual([
          expect.stringMatching(/open: Person\.dateOfBirthAZ-KZ-2019 .*6\(3\)$/),
          expect.stringMatching(/withheld: Person\.registrationsAZ-KZ-2019 .*6\(9\) · opened by /),
          expect.stringMatching(/withheld: Registration\.place.*opened by /),
        ]);
      expect(await grant(page).getByText('1 open, 2 withheld').count()).toBe(1);
      expect(await overhang(page)).toBe(0);
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'stays quiet and as it was while the document is half typed',
    async () => {
      const { page, faults } = await openOn();
      await type(page, asking('dateOfBirth'));
      await expect.poll(() => operationRows(page).count(), { timeout: 20_000 }).toBe(1);
      const asked: Request[] = [];
      page.on('request', (request) => asked.push(request));
      await type(page, '{ subjects { edges { node { dateOf');
      const answered = page.waitForResponse((response) =>
        /dateOfBir\b/.test(explainedBy(response.request()) ?? ''),
      );
      await type(page, asking('dateOfBir'));
      await answered;
      // What is no document is not asked about; what is none of the schema is, and answered quietly.
      for (const one of asked) expect(() => parse(explainedBy(one) ?? '{ none }')).not.toThrow();
      expect(await operationRows(page).allTextContents()).toEqual([
        expect.stringContaining('Person.dateOfBirth'),
      ]);
      expect(await grant(page).getByText('The gateway says').count()).toBe(0);
      expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
    },
    PATIENCE,
  );
});

describe('the schema', () => {
  it(
    'follows the purpose: open is marked, withheld is greyed, with the clause and the purposes that open it',
    async () => {
      const { page } = await openOn('IDENTITY_ESTABLISHMENT');
      const [birth, registrations] = ['Person.dateOfBirth', 'Person.registrations'];
      await expect
        .poll(() => schemaRow(page, registrations ?? '').getAttribute('class'), { timeout: 20_000 })
        .toBe('closed');
      expect(await schemaRow(page, birth ?? '').getAttribute('class')).toBe('open');
      expect(await schemaRow(page, 'Registration.kind').getAttribute('class')).toBe('closed');

      await chooseIn(page, {
        ...{ url: gateway.url, authority: 'KZ-MIA', purpose: 'LEGAL_STATUS_DETERMINATION' },
      });
      await expect
        .poll(() => schemaRow(page, registrations ?? '').getAttribute('class'), { timeout: 20_000 })
        .toBe('open');
    },
    PATIENCE,
  );

  it(
    'B-8b shows nothing open under the memorandum',
    async () => {
      const { page } = await openOn('INTERVIEW_ARRANGEMENT', 'BE-IO');
      await expect
        .poll(() => schemaRow(page, 'Person.dateOfBirth').textContent(), { timeout: 20_000 })
        .toMatch(/withheld: .*no basis in AZ-BE-2019 · opened by no purpose$/);
      expect(await grant(page).locator('li.open').count()).toBe(0);
    },
    PATIENCE,
  );
});

describe('what the clauses say', () => {
  /** The clauses that the notes on the last answer name, unfolded. */
  async function unfold(page: Page) {
    await run(page);
    const clauses = page.locator('.notes .clauses');
    await clauses.locator('summary').click();
    return clauses;
  }

  it(
    'A-Final stands beside what is withheld, in a text that does not pass for the one that prevails',
    async () => {
      const { page, faults } = await openOn();
      await type(page, asking('dateOfBirth registrations { place }'));
      const clauses = await unfold(page);
      await expect
        .poll(() => clauses.locator('p').allTextContents(), { timeout: 20_000 })
        .toEqual([
          'AZ-KZ-2019: authentic text in Azerbaijani; the text in Russian, which prevails, is not at hand',
        ]);
      expect(await clauses.locator('dt').allTextContents()).toEqual(['5(1)(1)', '6(9)']);
      const said = clauses.locator('dd').last();
      expect(await said.getAttribute('lang')).toBe('az');
      expect(await said.textContent()).toContain('uçotu (qeydiyyatı) barədə');
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'A-15 speaks the language that is chosen, and asks for messages in it',
    async () => {
      const { page, faults } = await openOn();
      await type(page, asking('registrations { place }'));
      await page.getByLabel('Language').selectOption('kk');
      await page.getByRole('region', { name: 'Рұқсат нені ашады' }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe('kk');
      const asked = await run(page);
      expect(asked.headers()['accept-language']).toBe('kk');
      await expect
        .poll(() => page.getByRole('status').textContent(), { timeout: 20_000 })
        .toMatch(/2 өріс ашылмады · журналға \d+ жазба болып енгізілді$/);
      // The editor's spaces are no-break ones, and it breaks long lines.
      expect((await answerText(page)).replace(/\s+/gu, ' ')).toContain(
        'Осы сұрау салу бойынша бұл өріс ашылмайды.',
      );
      await page.locator('.notes .clauses summary').click();
      await page.getByText('басым күші бар мәтін (тілі: орыс тілі) қолда жоқ').waitFor();
      expect(faults).toEqual([]);
    },
    PATIENCE,
  );
});

/** What stands between gateway and page does to an answer, and the step of the check that finds it. */
const FORGERIES: readonly {
  readonly name: string;
  readonly step: string;
  readonly forge: (answer: { body: string; receipt: string }) => { body: string; receipt: string };
}[] = [
  {
    name: 'a changed body',
    step: 'BODY',
    forge: ({ body, receipt }) => ({ body: body.replace(/"(19|20)\d\d-/, '"1901-'), receipt }),
  },
  {
    name: 'a changed index',
    step: 'INCLUSION',
    forge: ({ body, receipt }) => ({ body, receipt: change(receipt, { index: 4_000 }) }),
  },
  {
    name: 'a changed entry',
    step: 'LEAF',
    forge: ({ body, receipt }) => ({ body, receipt: change(receipt, { entry: '{"v":1}' }) }),
  },
  {
    name: 'a checkpoint that nobody signed',
    step: 'CHECKPOINT',
    forge: ({ body, receipt }) => ({
      body,
      receipt: change(receipt, { checkpoint: 'sorgu\n1\n' }),
    }),
  },
  {
    name: 'no receipt in the header',
    step: 'FORM',
    forge: ({ body }) => ({ body, receipt: 'none' }),
  },
];

function change(receipt: string, members: object): string {
  const value = JSON.parse(Buffer.from(receipt, 'base64url').toString());
  return Buffer.from(JSON.stringify({ ...value, ...members })).toString('base64url');
}

describe('the receipt of the last answer', () => {
  it(
    'is verified in the browser, with log, index and size',
    async () => {
      const { page, strangers, faults } = await openOn();
      await run(page);
      await expect
        .poll(() => page.locator('.proof').textContent(), { timeout: 20_000 })
        .toMatch(
          /^Receipt verified in this browser: log sorgu\/AZ-SMS\/KZ-MIA, index \d+, size \d+\.$/,
        );
      expect([strangers, faults]).toEqual([[], []]);
    },
    PATIENCE,
  );

  it.each(FORGERIES)(
    'is refused with $name, at $step',
    async ({ step, forge }) => {
      const { page } = await openOn();
      await page.route('**/graphql', async (route) => {
        const response = await route.fetch();
        const receipt = response.headers()['exchange-receipt'];
        if (receipt === undefined) return route.fulfill({ response });
        const forged = forge({ body: await response.text(), receipt });
        const headers = { ...response.headers(), 'exchange-receipt': forged.receipt };
        return route.fulfill({ response, headers, body: forged.body });
      });
      await run(page);
      await expect
        .poll(() => page.locator('.proof').textContent(), { timeout: 20_000 })
        .toContain(`Receipt not verified, ${step}:`);
      expect(await page.locator('.proof.failed[role=alert]').count()).toBe(1);
      expect(await page.locator('.proof.verified').count()).toBe(0);
    },
    PATIENCE,
  );

  it(
    'of an earlier answer on another request proves nothing',
    async () => {
      const { page } = await openOn('LEGAL_STATUS_DETERMINATION');
      let kept: { body: string; receipt: string } | undefined;
      await page.route('**/graphql', async (route) => {
        const response = await route.fetch();
        const receipt = response.headers()['exchange-receipt'];
        if (receipt === undefined) return route.fulfill({ response });
        kept ??= { body: await response.text(), receipt };
        const headers = { ...response.headers(), 'exchange-receipt': kept.receipt };
        return route.fulfill({ response, headers, body: kept.body });
      });
      await run(page);
      expect(await page.locator('.proof.verified').count()).toBe(1);
      await chooseIn(page, {
        ...{ url: gateway.url, authority: 'KZ-MIA', purpose: 'IDENTITY_ESTABLISHMENT' },
      });
      await run(page);
      expect(await page.locator('.proof').textContent()).toContain('Receipt not verified, ASKED:');
    },
    PATIENCE,
  );
});

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}

describe('the explorer and its promises', () => {
  it(
    'breaks no policy, asks nobody else, keeps nothing, and is open to everybody',
    async () => {
      const { page, strangers, faults } = await openOn();
      await expect.poll(() => operationRows(page).count(), { timeout: 20_000 }).toBeGreaterThan(3);
      await run(page);
      // What is ours; GraphiQL's own controls are its own.
      await page.evaluate(axe.source);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const result: AxeResult = await page.evaluate(
          "axe.run({ include: [['#access'], ['.notes'], ['.grant']] })",
        );
        const grave = result.violations
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
        expect(grave).toEqual([]);
      }
      expect([strangers, faults]).toEqual([[], []]);
      const kept = await page.evaluate(
        'indexedDB.databases().then((all) => all.length + localStorage.length + sessionStorage.length)',
      );
      expect([kept, await page.context().cookies()]).toEqual([0, []]);
    },
    PATIENCE,
  );
});
