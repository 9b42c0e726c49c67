/** A-11.4 The auditor's bench over real HTTP: who saw whom, in numbers, by sample, as evidence; and each look on record. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock, systemIds } from '../../src/base/index.js';
import type { PersonaView } from '../../src/development/index.js';
import { closePool, openOwner, type Sql, wrapSubjectKeys } from '../../src/store/index.js';
import { requestIn } from '../../src/store/schema/ledger.js';
import { type EvidenceWhole, verifyEvidence } from '../../verifier/verify-evidence.mjs';
import { canaryPerson } from '../support/canaries.js';
import { type LedgerVisit, NAMES, openVisit } from '../support/ledger-visit.js';
import { readReceipt } from '../support/receipt-holder.js';
import { NOW } from '../support/requests.js';

/** In the register, and in no request. */
const STRANGER = 'C-3';
let visit: LedgerVisit;
let auditor: PersonaView;
let owner: Sql;
beforeAll(async () => {
  visit = await openVisit();
  auditor = visit.gateway.persona('AZ-SMS', 'AUDITOR');
  await visit.gateway.importPeople([canaryPerson(STRANGER)]);
  owner = openOwner(visit.gateway.urls.owner);
});
afterAll(async () => {
  await closePool(owner);
  await visit.gateway.close();
});

const SPAN = `span: { from: "${new Date(NOW - 86_400_000).toISOString()}", until: "${new Date(NOW + 1).toISOString()}" }`;
const ACCESS =
  'origin index at outcome authority role officer request purpose items released subjects';

async function ask(query: string, persona = auditor): Promise<Record<string, unknown>> {
  const { json } = await visit.gateway.ask({ persona }, { query });
  if (json.errors !== undefined) throw new Error(JSON.stringify(json.errors));
  return json.data as Record<string, unknown>;
}

interface Access {
  readonly origin: string;
  readonly index: number;
  readonly authority: string;
  readonly role: string;
  readonly request: string;
  readonly purpose: string;
  readonly items: readonly string[];
}

async function person(id: string, rest = ''): Promise<readonly Access[]> {
  const { auditPerson } = await ask(
    `{ auditPerson(person: "${id}"${rest}) { nodes { ${ACCESS} } hasNextPage endCursor fault } }`,
  );
  const { nodes, fault } = auditPerson as { nodes: readonly Access[]; fault: string | null };
  expect(fault).toBeNull();
  return nodes;
}

const requestOf = () => visit.partner.request ?? '';
const subject = () => `${requestOf()}.1`;

describe('A-11.4 who saw this person', () => {
  test('is every answer about them, each with who, why, and which items; and nothing of a value', async () => {
    await visit.answerTo(visit.partner, NAMES);
    const seen = await person(subject());
    const theirs = seen.filter(({ authority }) => authority === 'KZ-MIA');
    expect(theirs.length).toBeGreaterThan(0);
    expect(theirs[0]).toMatchObject({
      ...{ role: 'PARTNER_GATEWAY', request: requestOf(), purpose: visit.partner.purpose },
      ...{ origin: 'sorgu/AZ-SMS/KZ-MIA', subjects: 1 },
    });
    expect(theirs[0]?.items).toContain('NAME_LATIN');
  });

  test('is the same by the key of the register, page by page, and another person has none of it', async () => {
    await visit.answerTo(visit.partner, NAMES);
    const rows = await owner<{ person: string }[]>`
      select person_key as person from exchange.request_subject
      where request_id = ${requestOf()} and n = 1`;
    const byKey = await person(rows[0]?.person ?? '');
    const seen = (one: Access) => `${one.origin} ${one.index}`;
    const paged: string[] = [];
    for (let after = ''; ; ) {
      const rest = after === '' ? ', first: 2' : `, first: 2, after: "${after}"`;
      const { auditPerson } = await ask(
        `{ auditPerson(person: "${subject()}"${rest}) { nodes { origin index } hasNextPage endCursor } }`,
      );
      const page = auditPerson as { nodes: Access[]; hasNextPage: boolean; endCursor: string };
      paged.push(...page.nodes.map(seen));
      after = page.endCursor;
      if (!page.hasNextPage) break;
    }
    // Each page is a look of its own, and itself an entry about the person.
    expect(paged).toEqual(expect.arrayContaining(byKey.map(seen)));
    expect(new Set(paged).size).toBe(paged.length);
    const others = await person(STRANGER);
    expect(others.every(({ role }) => role === 'AUDITOR')).toBe(true);
  });

  test('is found behind pages of which nothing is in the span', async () => {
    for (let n = 0; n < 3; n += 1) await visit.answerTo(visit.partner, NAMES);
    // Tags hold for a month: what stands before the span is looked at first.
    const span = `span: { from: "${new Date(NOW + 1).toISOString()}", until: "${new Date(NOW + 2).toISOString()}" }`;
    const cursors: (string | null)[] = [];
    for (let after = ''; ; ) {
      const rest = after === '' ? '' : `, after: "${after}"`;
      const { auditPerson } = await ask(
        `{ auditPerson(person: "${subject()}", ${span}, first: 2${rest}) { hasNextPage endCursor } }`,
      );
      const page = auditPerson as { hasNextPage: boolean; endCursor: string | null };
      cursors.push(page.endCursor);
      if (!page.hasNextPage || page.endCursor === null) break;
      after = page.endCursor;
    }
    expect(cursors).not.toContain(null);
    expect(cursors.length).toBeGreaterThan(1);
    expect(new Set(cursors).size).toBe(cursors.length);
  });

  test('is itself seen: the next look finds the one before', async () => {
    await person(subject());
    const looks = (await person(subject())).filter(({ role }) => role === 'AUDITOR');
    expect(looks.length).toBeGreaterThan(0);
    expect(looks[0]).toMatchObject({ origin: 'sorgu/AZ-SMS/DOMESTIC', items: [] });
  });

  describe('says that a key was changed in the table', () => {
    type Kept = { readonly person: string; readonly key: Uint8Array };
    let kept: readonly Kept[];
    beforeAll(async () => {
      await visit.answerTo(visit.partner, NAMES);
      await wrapSubjectKeys({
        ...{ url: visit.gateway.urls.owner, directory: join(visit.gateway.dataDir, 'keys') },
        ...{ authority: 'AZ-SMS', clock: systemClock, ids: systemIds },
      });
      kept = await owner<Kept[]>`
        select k.person_key as person, k.key from register.subject_key k
        join exchange.request_subject s using (person_key)
        where s.request_id = ${requestOf()} order by s.n`;
      await person(subject());
    });
    const put = async (keys: readonly (Uint8Array | undefined)[]) => {
      for (const [at, key] of keys.entries()) {
        await owner`update register.subject_key set key = ${Buffer.from(key ?? Buffer.of())}
          where person_key = ${kept[at]?.person ?? ''}`;
      }
    };

    test.each<[string, (keys: readonly Uint8Array[]) => readonly (Uint8Array | undefined)[]]>([
      ['cut short', () => [Buffer.alloc(7)]],
      ['exchanged for a plain one', () => [Buffer.alloc(32, 1)]],
      ['by one bit', ([key]) => [key?.map((byte, at) => (at === 40 ? byte ^ 1 : byte))]],
      ['exchanged with another person’s', (keys) => [...keys].reverse()],
    ])('%s: to who looks for the person, and to who asks for repeats', async (_, change) => {
      const keys = kept.map(({ key }) => key);
      await put(change(keys));
      const { auditPerson } = await ask(`{ auditPerson(person: "${subject()}") { fault } }`);
      const { auditStatistics } = await ask(`{ auditStatistics(${SPAN}) { entries fault } }`);
      await put(keys);
      expect(auditPerson).toEqual({ fault: 'SUBJECT_KEY_CHANGED' });
      expect(auditStatistics).toEqual({ entries: null, fault: 'SUBJECT_KEY_CHANGED' });
      expect((await person(subject())).length).toBeGreaterThan(0);
    });
  });
});

const QUESTIONS = [
  [
    'auditPerson',
    () => `{ auditPerson(person: "${subject()}") { nodes { index } hasNextPage fault } }`,
  ],
  ['auditRequest', () => `{ auditRequest(request: "${requestOf()}") { nodes { index } fault } }`],
  ['auditStatistics', () => `{ auditStatistics(${SPAN}) { entries fault } }`],
  ['auditSample', () => `{ auditSample(${SPAN}) { seed population fault } }`],
  ['auditEvidence', () => `{ auditEvidence(request: "${requestOf()}") { text fault } }`],
  ['subjectReport', () => `{ subjectReport(person: "${subject()}") { text fault } }`],
  ['dueDeferrals', () => '{ dueDeferrals { due { request } fault } }'],
  [
    'decideReport',
    () =>
      `mutation { decideReport(request: "${requestOf()}", decision: TELL, reason: "x") { done fault } }`,
  ],
] as const;

describe('A-11.1 for whom there is a bench', () => {
  test.each(QUESTIONS)('%s is told to an auditor, and sealed before', async (name, query) => {
    const count = async () => (await owner`select from ledger.entry`).length;
    const before = await count();
    const told = (await ask(query()))[name] as { fault: string | null };
    expect([told.fault, await count()]).toEqual([null, before + 1]);
  });

  test.each(QUESTIONS)('%s is told to nobody else, whatever is asked', async (name, query) => {
    const strangers = await Promise.all([
      visit.gateway.callAs({ authority: 'AZ-SMS', role: 'COORDINATOR' }),
      visit.gateway.callAs({ authority: 'AZ-SMS', role: 'EXECUTING_OFFICER' }),
      visit.gateway.callAs({ authority: 'KZ-MIA', role: 'AUDITOR' }),
      visit.gateway.callAs({ authority: 'KZ-MIA', role: 'PARTNER_GATEWAY' }),
    ]);
    const unknown = query().replaceAll(requestOf(), '00000000-0000-4000-8000-000000000000');
    for (const stranger of strangers) {
      const known = JSON.stringify(await ask(query(), stranger));
      expect(known).toContain('NOT_THIS_ROLE');
      expect(known).toBe(JSON.stringify(await ask(unknown, stranger)));
      expect((await ask(query(), stranger))[name]).toBeDefined();
    }
  });
});

describe('A-11.4 in numbers', () => {
  test('by purpose and item, and by who asked', async () => {
    await visit.answerTo(visit.partner, NAMES);
    const { auditStatistics } = await ask(
      `{ auditStatistics(${SPAN}) { entries items { authority purpose item entries subjects } askers { authority role officer entries refused subjects } outliers { officer } repeats { coordinate } fault } }`,
    );
    const { entries, items, askers } = auditStatistics as {
      entries: number;
      items: { authority: string; purpose: string; item: string; entries: number }[];
      askers: { authority: string; entries: number }[];
    };
    const counted =
      await owner`select from ledger.leaf where leaf ~ '"outcome":"(ANSWERED|REFUSED)"'`;
    // The look itself came after.
    expect(entries).toBe(counted.length - 1);
    expect(askers.reduce((sum, one) => sum + one.entries, 0)).toBe(entries);
    const { purpose = '' } = visit.partner;
    expect(items).toContainEqual(
      expect.objectContaining({ authority: 'KZ-MIA', purpose, item: 'NAME_LATIN' }),
    );
  });

  test('by a sample that anybody draws again, each answer with its justification', async () => {
    for (let n = 0; n < 4; n += 1) await visit.answerTo(visit.partner, NAMES);
    const span = `span: { from: "${new Date(NOW - 1).toISOString()}", until: "${new Date(NOW + 1).toISOString()}" }`;
    const draw = async (seed: string) =>
      (
        await ask(
          `{ auditSample(${span}, count: 2${seed}) { seed population drawn { access { origin index authority } justification } } }`,
        )
      ).auditSample as {
        seed: string;
        population: number;
        drawn: { access: Access; justification: string | null }[];
      };
    const first = await draw('');
    const again = await draw(`, seed: "${first.seed}"`);
    expect(first.seed).toMatch(/^[0-9a-f]{32}$/);
    expect(first.drawn).toHaveLength(2);
    // A look tells nothing of anybody: the population is the same.
    expect(again).toEqual(first);
    for (const { justification } of first.drawn) expect(justification).toBe('test');
    expect((await draw(', seed: "another"')).population).toBe(first.population);
  });

  test.each([
    [
      'ends before it begins',
      `span: { from: "${new Date(NOW).toISOString()}", until: "${new Date(NOW).toISOString()}" }`,
      'WRONG_SPAN',
    ],
    [
      'is longer than any key lives',
      'span: { from: "1990-01-01T00:00:00.000Z", until: "2026-01-01T00:00:00.000Z" }',
      'SPAN_TOO_WIDE',
    ],
  ])('but not of a span that %s', async (_, span, fault) => {
    const { auditStatistics } = await ask(`{ auditStatistics(${span}) { fault } }`);
    expect(auditStatistics).toEqual({ fault });
  });
});

describe('A-11.4 as evidence', () => {
  test('the bundle of a request verifies without the gateway, and tells which entry an answer is that of', async () => {
    const { body, receipt } = await visit.answerTo(visit.partner, NAMES);
    const { auditEvidence } = await ask(
      `{ auditEvidence(request: "${requestOf()}") { text fault } }`,
    );
    const { text } = auditEvidence as { text: string };
    const verdict = await verifyEvidence([Buffer.from(text)], { answer: Buffer.from(body) });
    expect(verdict).not.toHaveProperty('fault');
    const { entries, logs, matches } = verdict as EvidenceWhole;
    const named =
      await owner`select from ledger.leaf where leaf like ${`%"request":"${requestOf()}"%`}`;
    // The look that fetched it names the request too, and came after.
    expect(entries).toBe(named.length - 1);
    expect(logs.map(({ name }) => name)).toContain('sorgu/AZ-SMS/KZ-MIA');
    const { origin, index } = readReceipt(receipt);
    expect(matches).toContainEqual({ log: origin, index });
    const other = await verifyEvidence([Buffer.from(text)], { answer: Buffer.from('{}') });
    expect(other).toMatchObject({ matches: [] });
  });

  test('the entries of a request are found by index, not by reading the log', async () => {
    await owner`set enable_seqscan = off`;
    const plan = await owner.unsafe(`explain select from ledger.leaf e
      where ${requestIn('e.stored')} = '${requestOf()}"'`);
    expect(JSON.stringify(plan)).toContain('entry_request');
  });
});

describe('A-11.1 what a person is told of who got their data', () => {
  const report = async (id: string) => {
    const { subjectReport } = await ask(`{ subjectReport(person: "${id}") { text fault } }`);
    return subjectReport as { text: string | null; fault: string | null };
  };
  const decide = async (decision: string, reviewAt: string | null) => {
    const review = reviewAt === null ? '' : `, reviewAt: "${reviewAt}"`;
    const { decideReport } = await ask(
      `mutation { decideReport(request: "${requestOf()}", decision: ${decision}, reason: "11(1)"${review}) { done fault } }`,
    );
    return decideReport;
  };

  test('names the recipient, the purpose and the items, and no officer', async () => {
    await visit.answerTo(visit.partner, NAMES);
    const { text } = await report(subject());
    const told = JSON.parse(text ?? '');
    expect(told.disclosures[0]).toMatchObject({ recipient: 'KZ-MIA', instrument: 'AZ-KZ-2019' });
    expect(text).not.toContain(requestOf());
    expect(text).not.toContain('officer');
  });

  test('of what is deferred it is, byte for byte, the report of one of whom nothing was asked', async () => {
    await visit.answerTo(visit.partner, NAMES);
    const later = new Date(NOW + 86_400_000).toISOString();
    expect(await decide('DEFER', later)).toEqual({ done: true, fault: null });
    expect((await report(subject())).text).toBe((await report(STRANGER)).text);
    expect(await decide('TELL', null)).toEqual({ done: true, fault: null });
    expect((await report(subject())).text).toContain('KZ-MIA');
  });

  test.each([
    ['without a review date', 'DEFER', null],
    ['with one that is past', 'DEFER', new Date(NOW - 1).toISOString()],
    ['with one where it is told', 'TELL', new Date(NOW + 1).toISOString()],
  ])('is not deferred %s', async (_, decision, reviewAt) => {
    expect(await decide(decision, reviewAt)).toEqual({ done: false, fault: 'WRONG_FORM' });
  });

  const LATER = new Date(NOW + 86_400_000);
  test.each<[string, () => Promise<unknown>]>([
    [
      'that nobody sealed',
      () => owner`insert into exchange.report_decision (request_id, decision, reason, review_at, officer, decided_at)
        values (${requestOf()}, 'DEFER', '11(1)', ${LATER}, 'AZ-SMS-0901', ${new Date(NOW + 1)})`,
    ],
    [
      'whose review was put off in the table',
      async () => {
        await decide('DEFER', LATER.toISOString());
        await owner`update exchange.report_decision set review_at = review_at + interval '1 year'`;
      },
    ],
    [
      'that was taken back, and stands in the table',
      async () => {
        await decide('DEFER', LATER.toISOString());
        await decide('TELL', null);
        await owner`delete from exchange.report_decision where decision = 'TELL'`;
      },
    ],
  ])('is not given on a decision %s: it is made anew first', async (_, change) => {
    await visit.answerTo(visit.partner, NAMES);
    await decide('TELL', null);
    expect((await report(subject())).fault).toBeNull();
    await change();
    expect(await report(subject())).toEqual({ text: null, fault: 'DEFERRAL_DUE' });
    await decide('TELL', null);
    expect((await report(subject())).text).toContain('KZ-MIA');
  });

  test('is not given where a deferral is due: it is decided anew first', async () => {
    await visit.answerTo(visit.partner, NAMES);
    await owner`insert into exchange.report_decision (request_id, decision, reason, review_at, officer, decided_at)
      values (${requestOf()}, 'DEFER', '11(1)', ${new Date(NOW - 1)}, 'AZ-SMS-0901', ${new Date(NOW + 1)})`;
    expect(await report(subject())).toEqual({ text: null, fault: 'DEFERRAL_DUE' });
    const { dueDeferrals } = await ask('{ dueDeferrals { due { request reason } fault } }');
    expect(dueDeferrals).toEqual({ due: [{ request: requestOf(), reason: '11(1)' }], fault: null });
    await owner`delete from exchange.report_decision`;
  });
});
