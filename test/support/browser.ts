/** A headless Chromium that reaches this machine only, and a page that remembers everything that went wrong on it. */
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const CHROMIUM = '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Starts Chromium with an empty profile. Throws where it is not installed: a page nobody looked at is not tested. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) {
    throw new Error(
      `${CHROMIUM} is missing, which the tests of the console need: apt-get install chromium`,
    );
  }
  return chromium.launch({ executablePath: CHROMIUM, args: QUIET });
}

export interface WatchedPage {
  readonly page: Page;
  /** Requests to another origin than the page's, by address. */
  readonly strangers: readonly string[];
  /** Faults on the browser's console, uncaught errors and breaches of the content security policy. */
  readonly faults: readonly string[];
}

export interface PageOptions {
  /** Time passes by itself; else a test can run what the page put off (page.clock.runFor) instead of waiting for it. */
  readonly hasOwnClock?: boolean;
}

/** A fresh page, watched from before its first request. `origin` is the only one it should ask. */
export async function openPage(
  browser: Browser,
  origin: string,
  { hasOwnClock = false }: PageOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 820 } });
  const strangers: string[] = [];
  const faults: string[] = [];
  context.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !/^(data|blob):/.test(request.url())) {
      strangers.push(request.url());
    }
  });
  context.on('weberror', (error) => faults.push(error.error().message));
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  const page = await context.newPage();
  if (!hasOwnClock) await page.clock.install();
  await page.exposeFunction('noteBreach', (directive: string) => faults.push(`CSP ${directive}`));
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', (e) => noteBreach(e.effectiveDirective + ' ' + e.blockedURI))",
  );
  return { page, strangers, faults };
}
