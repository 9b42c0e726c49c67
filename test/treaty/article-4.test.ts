/** A-4 Strategic reports: visible with the consent of both sides, to this very version, and not a moment longer. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.js';
import {
  ASTANA,
  ASTANA_OFFICER,
  type As,
  AUDITOR,
  BRUSSELS,
  CHANNELS,
  COORDINATOR,
  LABOUR,
  PASSPORT,
  type ReportSite,
  reportsOn,
  SIGNATORY,
  WRITER,
} from '../support/reports.js';

let gateway: TestGateway;
let site: ReportSite;
beforeAll(async () => {
  gateway = await startGateway({ people: [], requests: [] });
  site = reportsOn(gateway);
});
afterAll(() => gateway.close());

const draft = (change: object = {}) =>
  site.done(WRITER, 'draftReport', { report: { ...CHANNELS, ...change } });

/** Drafted, and offered by its originator. */
async function offered(change: object = {}) {
  const { id, digest } = await draft(change);
  await site.done(SIGNATORY, 'consentToReport', { id, digest });
  return { id, digest };
}

async function shared(change: object = {}) {
  const version = await offered(change);
  await site.done(ASTANA, 'consentToReport', version);
  return version;
}

/** What somebody sees of a report: whether it is read, listed, offered. */
async function seen(as: As, id: string): Promise<readonly string[]> {
  const { page } = await site.ask<{ page: { nodes: { id: string }[] } }>(
    as,
    '{ page: strategicReports(first: 100) { nodes { id title } } }',
  );
  return [
    ...((await site.read(as, id)) === null ? [] : ['read']),
    ...(page.nodes.some((one) => one.id === id) ? ['listed'] : []),
    ...((await site.offers(as)).includes(id) ? ['offered'] : []),
  ];
}

describe('A-4 consent of both sides', () => {
  test('A-4 a draft exists for nobody else, an offer without its text, and the report with both consents', async () => {
    const { id, digest, state } = await draft();
    expect(state).toBe('CLEAR');
    expect(await seen(ASTANA, id)).toEqual([]);
    await site.done(SIGNATORY, 'consentToReport', { id, digest });
    expect(await seen(ASTANA, id)).toEqual(['offered']);
    const answered = await site.done(ASTANA, 'consentToReport', { id, digest });
    expect(answered).toMatchObject({ state: 'SHARED', findings: null });
    expect(await seen(ASTANA, id)).toEqual(['read', 'listed']);
    expect(await site.read(ASTANA_OFFICER, id)).toEqual({
      title: CHANNELS.title,
      text: CHANNELS.text,
    });
  });

  test('A-4 one recipient’s consent opens nothing to another recipient', async () => {
    const { id } = await shared({ recipients: ['KZ-MLSPP', 'KZ-MIA'] });
    expect(await seen(ASTANA, id)).toEqual(['read', 'listed']);
    expect(await seen(LABOUR, id)).toEqual(['offered']);
  });

  test.each([
    ['originator', SIGNATORY, []],
    ['recipient', ASTANA, ['offered']],
  ] as const)('A-4 the %s takes its consent back, and nobody reads on', async (_, by, left) => {
    const { id, digest } = await shared();
    await site.done(by, 'withdrawReportConsent', { id });
    expect(await seen(ASTANA, id)).toEqual(left);
    // A new offer needs a new answer.
    await site.done(SIGNATORY, 'consentToReport', { id, digest });
    expect(await seen(ASTANA, id)).toEqual(['offered']);
    await site.done(ASTANA, 'consentToReport', { id, digest });
    expect(await seen(ASTANA, id)).toEqual(['read', 'listed']);
  });

  test('A-4 a new version needs new consents, and one to the version before is none', async () => {
    const { id, digest } = await shared();
    const { digest: newer } = await site.done(WRITER, 'reviseReport', {
      id,
      report: { ...CHANNELS, text: 'Выявлен третий канал.' },
    });
    expect(await seen(ASTANA, id)).toEqual([]);
    const stale = await site.act(SIGNATORY, 'consentToReport', { id, digest });
    expect(stale.faults).toEqual([{ code: 'OTHER_VERSION', at: 'digest' }]);
    await site.done(SIGNATORY, 'consentToReport', { id, digest: newer });
    const older = await site.act(ASTANA, 'consentToReport', { id, digest });
    expect(older.faults).toEqual([{ code: 'OTHER_VERSION', at: 'digest' }]);
    expect(await seen(ASTANA, id)).toEqual(['offered']);
  });

  test('A-4 a third authority’s consent is none, and it hears what it would of an unknown report', async () => {
    const { id, digest } = await offered();
    const query = `mutation ($id: ID!, $digest: String!) { consentToReport(id: $id, digest: $digest) { report { id } faults { code at } } }`;
    const unknown = crypto.randomUUID();
    for (const as of [BRUSSELS, LABOUR]) {
      expect(await site.raw(as, query, { id, digest })).toBe(
        await site.raw(as, query, { id: unknown, digest }),
      );
    }
    expect(await seen(ASTANA, id)).toEqual(['offered']);
  });
});

describe('A-4 held until somebody looked', () => {
  test('A-4 a planted passport number holds it; it says where and why, never the number', async () => {
    const { id, digest, state, findings } = await draft({ text: `Изъят ${PASSPORT}.` });
    expect(state).toBe('HELD');
    expect(findings).toMatchObject([{ kind: 'DOCUMENT_NUMBER', part: 'TEXT', from: 16, to: 25 }]);
    expect(JSON.stringify(findings)).not.toContain('C0123');
    const early = await site.act(SIGNATORY, 'consentToReport', { id, digest });
    expect(early.faults).toEqual([{ code: 'REPORT_HELD', at: 'id' }]);
    const reasons = [{ finding: 1, reason: 'Образец из учебного пособия.' }];
    const cleared = await site.done(COORDINATOR, 'clearReport', { id, digest, reasons });
    expect(cleared.state).toBe('CLEAR');
    await site.done(COORDINATOR, 'consentToReport', { id, digest });
    await site.done(ASTANA, 'consentToReport', { id, digest });
    expect((await site.read(ASTANA, id))?.text).toContain('C01234567');
  });
});

describe('A-4 who may do what', () => {
  const REASONS = [{ finding: 1, reason: 'Образец.' }];

  test('A-4 nobody clears a text of his own, without a reason for everything, or what is not held', async () => {
    const { id, digest } = await draft({ text: `Изъят ${PASSPORT}, и N12345678.` });
    const clear = (as: As, reasons: readonly object[]) =>
      site.act(as, 'clearReport', { id, digest, reasons });
    const codes = async (as: As, reasons: readonly object[]) =>
      (await clear(as, reasons)).faults.map(({ code }) => code);
    const self = { ...COORDINATOR, officer: 'AZ-SMS-0101' };
    const both = [...REASONS, { finding: 2, reason: 'Образец.' }];
    expect(await codes(self, both)).toEqual(['OWN_TEXT']);
    expect(await codes(SIGNATORY, both)).toEqual(['NOT_THIS_ROLE']);
    expect(await codes(COORDINATOR, REASONS)).toEqual(['FINDING_WITHOUT_REASON']);
    expect(await codes(COORDINATOR, [{ finding: 3, reason: 'Нет.' }])).toEqual(['UNKNOWN_FINDING']);
    expect(await codes(COORDINATOR, [{ finding: 1, reason: ' ' }])).toEqual(['CONTENT_MISSING']);
    expect(await codes(COORDINATOR, both)).toEqual([]);
    expect(await codes(COORDINATOR, both)).toEqual(['NOTHING_HELD']);
  });

  test('A-4 another’s retouching does not make a text another’s', async () => {
    const { id } = await draft({ text: `Изъят ${PASSPORT}.` });
    const report = { ...CHANNELS, text: `Изъят был ${PASSPORT}.` };
    const other = { ...WRITER, officer: 'AZ-SMS-0102' };
    const { digest } = await site.done(other, 'reviseReport', { id, report });
    const self = { ...COORDINATOR, officer: 'AZ-SMS-0101' };
    const { faults } = await site.act(self, 'clearReport', { id, digest, reasons: REASONS });
    expect(faults.map(({ code }) => code)).toEqual(['OWN_TEXT']);
  });

  test.each([
    ['an auditor writes', AUDITOR, 'draftReport', { report: CHANNELS }],
    ['a signatory writes', SIGNATORY, 'draftReport', { report: CHANNELS }],
    ['a partner writes', ASTANA, 'draftReport', { report: CHANNELS }],
  ] as const)('A-4 %s: not this role', async (...[, as, mutation, given]) => {
    const { faults } = await site.act(as, mutation, given);
    expect(faults).toEqual([{ code: 'NOT_THIS_ROLE', at: 'id' }]);
  });

  test('A-4 a partner who sees a report neither revises, clears nor permits it', async () => {
    const { id, digest } = await shared();
    for (const [mutation, given] of [
      ['reviseReport', { id, report: CHANNELS }],
      ['clearReport', { id, digest, reasons: REASONS }],
      ['permitReportOnward', { id, digest, to: 'KZ-MLSPP' }],
    ] as const) {
      const { faults } = await site.act(ASTANA, mutation, given);
      expect(faults).toEqual([{ code: 'NOT_THIS_ROLE', at: 'id' }]);
    }
  });

  test('A-4 passing on needs the originator: what it permits, the recipient reads', async () => {
    const { id, digest } = await shared();
    const permitted = () =>
      site.ask(
        ASTANA,
        `{ one: strategicReport(id: "${id}") { originatorControl mayBePassedOnTo } }`,
      );
    expect(await permitted()).toEqual({ one: { originatorControl: true, mayBePassedOnTo: [] } });
    await site.done(SIGNATORY, 'permitReportOnward', { id, digest, to: 'KZ-MLSPP' });
    expect(await permitted()).toEqual({
      one: { originatorControl: true, mayBePassedOnTo: ['KZ-MLSPP'] },
    });
    expect(await seen(LABOUR, id)).toEqual([]);
    await site.done(SIGNATORY, 'withdrawReportConsent', { id });
    const late = await site.act(SIGNATORY, 'permitReportOnward', { id, digest, to: 'KZ-MLSPP' });
    expect(late.faults).toEqual([{ code: 'NOT_OFFERED', at: 'id' }]);
  });

  test('A-4 consenting or withdrawing twice is one consent, and one withdrawal', async () => {
    const { id, digest } = await shared();
    await site.done(ASTANA, 'consentToReport', { id, digest });
    await site.done(SIGNATORY, 'consentToReport', { id, digest });
    expect(await seen(ASTANA, id)).toEqual(['read', 'listed']);
    await site.done(ASTANA, 'withdrawReportConsent', { id });
    const again = await site.act(ASTANA, 'withdrawReportConsent', { id });
    expect(again.faults).toEqual([{ code: 'NO_CONSENT_TO_WITHDRAW', at: 'id' }]);
  });
});

test('A-4 a report for an authority that is no party is not kept', async () => {
  const report = { ...CHANNELS, recipients: ['BE-IO'] };
  expect(await site.act(WRITER, 'draftReport', { report })).toEqual({
    report: null,
    faults: [{ code: 'RECIPIENT_NOT_A_PARTY', at: 'recipients[0]' }],
  });
});

test('A-4 an unknown kind, or an unknown classification, is no operation at all', async () => {
  const query =
    'mutation ($report: ReportInput!) { draftReport(report: $report) { faults { code } } }';
  for (const change of [{ kind: 'GOSSIP' }, { classification: 'TOP_SECRET' }]) {
    const told = await site.raw(WRITER, query, { report: { ...CHANNELS, ...change } });
    expect(told).toContain('"reason":"VARIABLES"');
    expect(told).not.toContain('GOSSIP');
  }
});

test('A-4 a named organiser stays the text of a document: exchanged with both consents, and never a person', async () => {
  const { id } = await shared({
    kind: 'ORGANISERS',
    namesPersons: true,
    text: 'Организатор: Образцов П. П.',
  });
  const query = `{ one: strategicReport(id: "${id}") { namesPersons kind text } subjects: __typename }`;
  expect(await site.ask(ASTANA, query)).toMatchObject({
    one: { namesPersons: true, kind: 'ORGANISERS' },
  });
});

test.each([
  ['a developer', { authority: 'AZ-SMS', role: 'DEVELOPER' } as const],
  [
    'a body that no instrument names',
    { authority: 'XX-BUSINESS', role: 'PARTNER_GATEWAY' } as const,
  ],
])('A-4 for %s there are no reports', async (_, as) => {
  const { id, digest } = await shared();
  expect(await seen(as, id)).toEqual([]);
  const { faults } = await site.act(as, 'consentToReport', { id, digest });
  expect(faults).toEqual([{ code: 'NO_REPORT', at: 'id' }]);
});
