/** A-11.4 `sorgu audit` and `sorgu evidence` against a running gateway: what each prints, its exit code, and its faults. */
import { readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { audit, runProgram, type Tools } from '../../src/cli/index.js';
import { closePool, openOwner } from '../../src/store/index.js';
import { verifyEvidence } from '../../verifier/verify-evidence.mjs';
import { type Desk, listen, openDesk } from '../rooms/cli/desk.js';
import { type LedgerVisit, NAMES, openVisit } from '../support/ledger-visit.js';
import { NOW } from '../support/requests.js';

const FIELD = 'Person.nameLatin';
const UNKNOWN = '00000000-0000-4000-8000-000000000000';
let visit: LedgerVisit;
let desk: Desk;
let request: string;
beforeAll(async () => {
  visit = await openVisit();
  desk = openDesk();
  request = visit.requests.identity.id;
  await askAsOfficers();
});
afterAll(async () => {
  desk.close();
  await visit.gateway.close();
});

/** Three officers ask for one purpose, the third eleven times; the first asks the same for another purpose. */
async function askAsOfficers(): Promise<void> {
  const ask = async (officer: string, about: 'identity' | 'detection') => {
    const persona = await visit.gateway.callAs({ officer });
    const { id, purposes } = visit.requests[about];
    const standing = { persona, request: id, purpose: purposes[0]?.purpose ?? '' };
    await visit.answerTo(standing, NAMES);
  };
  for (const officer of ['KZ-1', 'KZ-2']) await ask(officer, 'identity');
  await Promise.all(Array.from({ length: 11 }, () => ask('KZ-3', 'identity')));
  await ask('KZ-1', 'detection');
}

/** Runs a command line with the work of the product. */
async function sorgu(line: string, url = visit.gateway.url) {
  const voice = listen();
  const tools = { audit: (wishes) => audit(wishes, voice) } satisfies Partial<Tools>;
  const words = line.split(' ').filter((word) => word !== '');
  const argv = ['node', 'sorgu', ...words, ...(line.endsWith('--help') ? [] : ['--url', url])];
  const code = await runProgram(argv, tools as Partial<Tools> as Tools, voice);
  return { code, out: voice.written.join(''), said: voice.said.join('\n') };
}

const day = (offset: number) => new Date(NOW + offset * 86_400_000).toISOString().slice(0, 10);
const SPAN = `--from ${day(-1)} --until ${day(2)}`;
const told = (out: string) => JSON.parse(out);

describe('A-11.4 what is printed', () => {
  test('person: every access, with who and which items', async () => {
    const { code, out, said } = await sorgu(`audit person ${request}.1 ${SPAN}`);
    expect({ code, said }).toEqual({ code: 0, said: '' });
    const { nodes } = told(out);
    expect(nodes[0]).toMatchObject({ authority: 'KZ-MIA', items: ['NAME_LATIN'] });
    expect(nodes.map(({ officer }: { officer: string }) => officer)).toContain('KZ-3');
  });

  test('request: one page a line where there are more than a page', async () => {
    const more = Array.from({ length: 101 }, () => visit.answerTo(visit.partner, NAMES));
    await Promise.all(more);
    const { out } = await sorgu(`audit request ${request}`);
    const pages = out.trim().split('\n').map(told);
    expect(pages.map(({ hasNextPage }) => hasNextPage)).toEqual([true, false]);
    const indices = pages.flatMap(({ nodes }) =>
      nodes.map((one: { origin: string; index: number }) => `${one.origin} ${one.index}`),
    );
    expect(new Set(indices).size).toBe(indices.length);
    expect(indices.length).toBeGreaterThan(101);
  });

  test('A-11.2 statistics: who is far above the peers, and what was asked again for another purpose', async () => {
    const { out } = await sorgu(`audit statistics ${SPAN}`);
    const { outliers, repeats, items } = told(out);
    expect(outliers).toContainEqual(
      expect.objectContaining({ kind: 'OFFICER', officer: 'KZ-3', subjects: 22, median: '4' }),
    );
    const purposes = ['IDENTITY_ESTABLISHMENT', 'PERSON_DETECTION'];
    const again = repeats.filter(({ coordinate }: { coordinate: string }) => coordinate === FIELD);
    // Of either person once, called by the first of the requests about him.
    expect(again).toHaveLength(2);
    for (const repeat of again) expect(repeat).toMatchObject({ authority: 'KZ-MIA', purposes });
    const requests = [request, visit.requests.detection.id].sort();
    expect(again.map((one: { requests: string[] }) => one.requests)).toEqual([requests, requests]);
    expect(items.length).toBeGreaterThan(0);
  });

  test('sample: drawn again by its seed, each with its justification', async () => {
    const first = told((await sorgu(`audit sample ${SPAN} --count 3`)).out);
    expect(first.drawn).toHaveLength(3);
    for (const { justification } of first.drawn) expect(justification).toBe('test');
    const again = told((await sorgu(`audit sample ${SPAN} --count 3 --seed ${first.seed}`)).out);
    expect(again).toEqual(first);
    const other = told((await sorgu(`audit sample ${SPAN} --count 3 --seed another`)).out);
    expect(other.drawn).not.toEqual(first.drawn);
  });

  test('evidence: a file that nobody else reads, and that verifies', async () => {
    const file = desk.path('bundle');
    const { code, out } = await sorgu(`evidence --request ${request} --out ${file}`);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(await verifyEvidence([readFileSync(file)])).not.toHaveProperty('fault');
  });

  test('A-11.1 report, decide and deferrals: what is deferred is told of nowhere until it is decided', async () => {
    const later = `--defer-until ${day(2)}`;
    expect((await sorgu(`audit report ${request}.1`)).out).toContain('KZ-MIA');
    for (const { id } of Object.values(visit.requests)) {
      const { code, out } = await sorgu(`audit decide ${id} --reason 11(1) ${later}`);
      expect({ code, told: told(out) }).toEqual({ code: 0, told: { done: true } });
    }
    expect((await sorgu(`audit report ${request}.1`)).out).not.toContain('KZ-MIA');
    expect(told((await sorgu('audit deferrals')).out)).toEqual({ due: [] });
    await sorgu(`audit decide ${request} --reason told`);
    expect((await sorgu(`audit report ${request}.1`)).out).toContain('KZ-MIA');
  });
});

describe('A-11.4 where nothing is told', () => {
  test.each([
    ['audit person nobody', 'UNKNOWN_SUBJECT'],
    [`audit person ${UNKNOWN}.1`, 'UNKNOWN_SUBJECT'],
    [`audit statistics --from ${day(1)} --until ${day(0)}`, 'WRONG_SPAN'],
    ['audit statistics --from 1990-01-01 --until 2026-01-01', 'SPAN_TOO_WIDE'],
    ['audit request none', 'WRONG_FORM'],
    ['evidence --request none', 'WRONG_FORM'],
    [`audit sample ${SPAN} --count 101`, 'TOO_MANY'],
    [`audit decide ${UNKNOWN} --reason x --defer-until 2000-01-01`, 'WRONG_FORM'],
  ])('%s', async (line, fault) => {
    const refused = { code: 1, out: '', said: `nothing is told: ${fault}` };
    expect(await sorgu(line)).toEqual(refused);
  });

  test('to an officer who is no auditor: the same, whatever there is', async () => {
    const { token } = await visit.gateway.callAs({ authority: 'AZ-SMS', role: 'COORDINATOR' });
    const file = desk.file('coordinator.jwt', Buffer.from(`${token}\n`));
    const said = 'nothing is told: NOT_THIS_ROLE';
    for (const id of [request, UNKNOWN]) {
      const refused = await sorgu(`audit request ${id} --token ${file}`);
      expect(refused).toEqual({ code: 1, out: '', said });
    }
  });

  test('under a token that is none', async () => {
    const file = desk.file('none.jwt', Buffer.from('none'));
    const { code, out, said } = await sorgu(`audit deferrals --token ${file}`);
    expect({ code, out, said }).toEqual({
      ...{ code: 1, out: '', said: 'error: the gateway refused: UNAUTHENTICATED' },
    });
  });
});

describe('A-11.4 what cannot be asked', () => {
  let stranger: Server;
  let elsewhere: string;
  beforeAll(async () => {
    stranger = createServer((_, response) => response.end('<h1>SECRET</h1>'));
    await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
    elsewhere = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    stranger.close();
  });

  test.each([
    ['a token file that is not there', '--token missing.jwt', '--token names a file'],
    ['a certificate that is not there', '--cert missing.pem', '--cert, --cert-key and --ca name'],
    ['a key that is not there', '--cert-key missing.pem', '--cert, --cert-key and --ca name'],
  ])('%s is wrong usage', async (_, option, text) => {
    const { code, said } = await sorgu(`audit deferrals ${option}`);
    expect({ code, out: said.slice(0, 7 + text.length) }).toEqual({
      code: 2,
      out: `error: ${text}`,
    });
  });

  test('an address that is none is wrong usage', async () => {
    const { code, said } = await sorgu('audit deferrals', 'nowhere');
    expect({ code, said }).toEqual({ code: 2, said: 'error: --url takes http://… or https://…' });
  });

  test('nobody answers', async () => {
    const { code, said } = await sorgu('audit deferrals', 'http://127.0.0.1:1');
    expect({ code, said }).toEqual({
      code: 1,
      said: 'error: no gateway answers there: pass --url',
    });
  });

  test('what answers is no gateway: nothing of what it said is repeated', async () => {
    const token = desk.file('any.jwt', Buffer.from('any'));
    const { code, out, said } = await sorgu(`audit deferrals --token ${token}`, elsewhere);
    expect({ code, out, said }).toEqual({
      ...{ code: 1, out: '', said: 'error: what answers there is no gateway: pass --url' },
    });
  });

  test('a file that cannot be written is said before anything is asked', async () => {
    const owner = openOwner(visit.gateway.urls.owner);
    const entries = async () => (await owner`select from ledger.entry`).length;
    const before = await entries();
    const out = desk.path('no/such/folder');
    const { code, said } = await sorgu(`evidence --request ${request} --out ${out}`);
    expect({ code, said }).toEqual({
      code: 2,
      said: 'error: --out names a file that cannot be written',
    });
    expect(await entries()).toBe(before);
    await closePool(owner);
  });
});

describe('A-11.4 what a command says of itself', () => {
  test.each([
    [
      'audit --help',
      ['person', 'request', 'statistics', 'sample', 'report', 'deferrals', 'decide'],
    ],
    [
      'audit person --help',
      ['<person>', '--from', '--until', '--url', '--token', '--cert', '--ca'],
    ],
    ['audit request --help', ['<request>', '--url', '--token']],
    ['audit statistics --help', ['--from', '--until', 'another purpose']],
    ['audit sample --help', ['--count', '--seed', 'justification']],
    ['audit report --help', ['<person>', '--out', '11(1)']],
    ['audit deferrals --help', ['review is due']],
    ['audit decide --help', ['<request>', '--reason', '--defer-until']],
    ['evidence --help', ['--request', '--out', 'verify-evidence.mjs']],
  ])('%s', async (line, texts) => {
    const { code, out, said } = await sorgu(line);
    expect({ code, said }).toEqual({ code: 0, said: '' });
    // Lines are as wide as the terminal.
    const oneLine = out.replaceAll(/\s+/g, ' ');
    for (const text of texts) expect(oneLine).toContain(text);
  });
});
