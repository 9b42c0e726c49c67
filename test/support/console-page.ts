/** The pages under /graphiql as a developer uses them. */
import type { Browser, Page, Request } from 'playwright-core';
import { openPage, type PageOptions } from './browser.js';

interface PersonaRow {
  readonly persona: string;
  readonly authority: string;
  readonly token: string;
  readonly requests: readonly { readonly id: string; readonly purposes: readonly string[] }[];
}

/** The text of the operation. */
export const OPERATION = '.graphiql-query-editor .view-lines';

/** Opens /graphiql; resolves once its editor stands. */
export async function openConsolePage(browser: Browser, url: string, options: PageOptions = {}) {
  const watched = await openPage(browser, url, options);
  const answer = await watched.page.goto(`${url}/graphiql`);
  await watched.page.locator(OPERATION).waitFor();
  return { ...watched, policy: answer?.headers()['content-security-policy'] ?? '' };
}

interface Choice {
  readonly url: string;
  readonly authority: string;
  readonly purpose: string;
}

async function personaOf({ url, authority, purpose }: Choice) {
  const personas: PersonaRow[] = await (await fetch(`${url}/dev/personas`)).json();
  for (const persona of personas.filter((each) => each.authority === authority)) {
    const request = persona.requests.find(({ purposes }) => purposes.join() === purpose);
    if (request) return { persona, request };
  }
  throw new Error(`no sample persona of ${authority} may state ${purpose}`);
}

/** Picks a persona of this authority, a request of it for this purpose alone, and the purpose. */
export async function chooseIn(page: Page, choice: Choice) {
  const chosen = await personaOf(choice);
  await page.getByLabel('Ask as').selectOption(chosen.persona.persona);
  await page.getByLabel('On request').selectOption(chosen.request.id);
  await page.getByLabel('For purpose').selectOption(choice.purpose);
  return chosen;
}

/** Runs what stands in the editor; resolves once the note about its answer is shown. */
export async function run(page: Page): Promise<Request> {
  const isOperation = (request: Request) =>
    request.url().endsWith('/graphql') &&
    !/IntrospectionQuery|query Explain\(/.test(request.postData() ?? '');
  const [asked] = await Promise.all([
    page.waitForRequest(isOperation),
    page.getByRole('button', { name: /^Execute/ }).click(),
  ]);
  await page.getByRole('status').filter({ hasText: 'HTTP' }).waitFor();
  return asked;
}

/** The answer as the page shows it. */
export async function answerText(page: Page): Promise<string> {
  return (await page.locator('.result-window .view-lines').textContent()) ?? '';
}
