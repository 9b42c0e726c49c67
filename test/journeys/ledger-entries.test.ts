/** which operations are sealed, what their entries say, and what no entry ever says. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closePool, openOwner } from '../../src/store/index.js';
import { COORDINATES_OF, ITEMS } from '../../src/treaty/index.js';
import { CANARY_OF } from '../support/canaries.js';
import { everything } from '../support/everything.js';
import type { Standing } from '../support/gateway.js';
import { KEYS, type LedgerVisit, NAMES, openVisit } from '../support/ledger-visit.js';
import { readPolicy } from '../support/policy-tables.js';
import { coordinatesIn, readEntry, readReceipt } from '../support/receipt-holder.js';

let visit: LedgerVisit;
beforeAll(async () => {
  visit = await openVisit();
});
afterAll(() => visit.gateway.close());

interface Sealing {
  readonly what: string;
  readonly query: string;
  readonly change: Partial<Standing>;
  readonly status: number;
  /** By how many entries the log grows. */
  readonly grown: number;
}

describe('what is sealed', () => {
  const about = (what: string, query: string, expected: Partial<Sealing>): Sealing => ({
    ...{ what, query, change: {}, status: 200, grown: 0 },
    ...expected,
  });
  const unknown = { request: 'none' };
  const verdicts = '{ explain(operation: "{ subjects { edges { node { sex } } } }") { verdict } }';
  const cases = [
    about('an answer', NAMES, { grown: 1 }),
    about('an answer about nobody', '{ person(id: "1") { id } }', { grown: 1 }),
    about('a refusal: an unknown request', NAMES, { change: unknown, status: 403, grown: 1 }),
    about('a refusal: a purpose not stated', NAMES, {
      change: { purpose: 'PERSON_DETECTION' },
      status: 403,
      grown: 1,
    }),
    about('public coordinates alone', '{ instruments { id } }', {}),
    about('public coordinates on an unknown request', '{ instruments { id } }', {
      change: unknown,
    }),
    about('a judgement that reads nobody', verdicts, {}),
    about('a document that is none', '{ subjects {', {}),
  ];

  test.each(cases)('A-8.1 A-11.1 $what', async ({ query, change, status, grown }) => {
    await visit.answerTo(visit.partner, NAMES);
    const before = (await visit.head(visit.partner)).size;
    const answer = await visit.answerTo({ ...visit.partner, ...change }, query);
    expect(answer.status).toBe(status);
    expect((await visit.head(visit.partner)).size).toBe(before + grown);
    expect(answer.receipt !== null).toBe(status === 200 && grown === 1);
  });

  test('A-8.1 headers that are missing are refused on record', async () => {
    await visit.answerTo(visit.partner, NAMES);
    const before = (await visit.head(visit.partner)).size;
    const reply = await visit.gateway.ask({ persona: visit.partner.persona }, { query: NAMES });
    expect([reply.status, reply.headers.get('exchange-receipt')]).toEqual([400, null]);
    expect((await visit.head(visit.partner)).size).toBe(before + 1);
  });
});

const itemByCoordinate = new Map<string, string>(
  ITEMS.flatMap((item) => COORDINATES_OF[item].map((coordinate) => [coordinate, item] as const)),
);

describe('what an entry says', () => {
  test('A-8.1 A-11.1 who asked, on which request, why, and what was given about whom', async () => {
    const { body, receipt } = await visit.answerTo(visit.partner, everything());
    const entry = readEntry(readReceipt(receipt).entry);
    const { id, digest } = visit.requests.identity;
    expect(entry).toMatchObject({
      outcome: 'ANSWERED',
      refusal: null,
      asking: {
        officer: 'KZ-MIA-0417',
        gateway: 'gateway.kz-mia.invalid',
        authority: 'KZ-MIA',
        role: 'PARTNER_GATEWAY',
      },
      answering: 'AZ-SMS',
      request: id,
      requestDigest: digest,
      instrument: 'AZ-KZ-2019',
      purpose: 'IDENTITY_ESTABLISHMENT',
      basis: visit.requests.identity.purposes[0]?.basis,
    });
    const told: { extensions: { coordinate: string } }[] = JSON.parse(body.toString()).errors;
    const withheld = told.map(({ extensions }) => extensions.coordinate).sort();
    expect(withheld.length).toBeGreaterThan(0);
    expect(coordinatesIn(entry, entry.withheld)).toEqual(withheld);
    const tags = entry.subjects.map((group) => Buffer.from(group.tags, 'base64url').length / 16);
    expect(tags.reduce((sum, count) => sum + count, 0)).toBe(KEYS.length);
    for (const group of entry.subjects) {
      const released = coordinatesIn(entry, group.released);
      expect(released).toContain('Person.id');
      expect(released).toContain('Person.nameLatin');
      expect(released.filter((coordinate) => withheld.includes(coordinate))).toEqual([]);
      expect(coordinatesIn(entry, group.withheld)).toEqual(withheld);
    }
  });

  test('A-8.1 the clauses are those of the items released, no more', async () => {
    const query = '{ subjects { edges { node { nameLatin { surname } dateOfBirth sex } } } }';
    const entry = readEntry(
      readReceipt((await visit.answerTo(visit.partner, query)).receipt).entry,
    );
    const released = entry.subjects.flatMap((group) => coordinatesIn(entry, group.released));
    const items = new Set(released.map((coordinate) => itemByCoordinate.get(coordinate)));
    const clauses = readPolicy('field-policy').filter(
      ({ instrument, purpose, item }) =>
        instrument === 'AZ-KZ-2019' && purpose === 'IDENTITY_ESTABLISHMENT' && items.has(item),
    );
    const expected = clauses.flatMap(({ clause = '' }) => clause.split(/[ ;]+/));
    expect(entry.clauses).toEqual([...new Set(expected)].sort());
  });

  test('A-11.1 no personal value, in any entry, answered or refused', async () => {
    const standings = [
      visit.partner,
      visit.belgian,
      visit.officer,
      { ...visit.partner, request: visit.requests.detection.id, purpose: 'PERSON_DETECTION' },
    ];
    for (const standing of standings) {
      const { body, receipt } = await visit.answerTo(standing, everything());
      expect(canariesIn(body.toString()).length).toBeGreaterThan(0);
      expect(canariesIn(readReceipt(receipt).entry)).toEqual([]);
      const literal = '{ person(id: "Canarylatin") { id } }';
      await visit.answerTo({ ...standing, request: 'canary-number' }, literal);
    }
    const stored = await everyLeaf();
    expect(stored.length).toBeGreaterThan(2 * standings.length);
    expect(stored.flatMap(canariesIn)).toEqual([]);
    expect(stored.filter((leaf) => KEYS.some((key) => leaf.includes(key)))).toEqual([]);
  });
});

/** Every leaf stored, seen from behind the walls. */
async function everyLeaf(): Promise<readonly string[]> {
  const admin = openOwner(visit.gateway.urls.admin);
  try {
    const rows = await admin<{ leaf: string }[]>`select leaf from ledger.leaf`;
    return rows.map(({ leaf }) => leaf);
  } finally {
    await closePool(admin);
  }
}

const canaries = Object.values(CANARY_OF).flat();
const canariesIn = (text: string) => canaries.filter((canary) => text.includes(canary));
