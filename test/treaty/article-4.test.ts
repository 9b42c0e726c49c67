/** A-4 Strategic reports: visible with the consent of both sides, to this very version, and not a moment longer. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.js';
import {
  ASTANA,
  ASTANA_OFFICER,
  type As,
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
