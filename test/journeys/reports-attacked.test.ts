/** Strategic reports under attack by whoever may write the database, over real HTTP and real PostgreSQL. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { parseVkey, verifyRows } from '../../src/ledger/index.js';
import {
  clearReport,
  consentTo,
  digestOf,
  type ReportFile,
  scanReport,
  writeReport,
} from '../../src/reports/index.js';
import { closePool, openLedgerReader, openOwner, type Sql } from '../../src/store/index.js';
import { startGateway, type TestGateway } from '../support/gateway.js';
import {
  ASTANA,
  AUDITOR,
  CHANNELS,
  COORDINATOR,
  LABOUR,
  PASSPORT,
  type ReportSite,
  reportsOn,
  SIGNATORY,
  WRITER,
} from '../support/reports.js';
import { NOW } from '../support/requests.js';

let gateway: TestGateway;
let site: ReportSite;
let owner: Sql;
let isLedgerAway = false;
beforeAll(async () => {
  gateway = await startGateway({
    people: [],
    requests: [],
    belowLedger: ({ store, ...rest }) => ({
      ...rest,
      store: Object.assign(Object.create(store), {
        append: (...given: Parameters<typeof store.append>) => {
          if (isLedgerAway) throw new Error('planted');
          return store.append(...given);
        },
      }),
    }),
  });
  site = reportsOn(gateway);
  owner = openOwner(gateway.urls.admin);
});
afterAll(async () => {
  await closePool(owner);
  await gateway.close();
});

const ATTACHMENT = { mediaType: 'text/plain', content: Buffer.from('Таблица.').toString('base64') };
let id: string;
let digest: string;
beforeEach(async () => {
  const report = { ...CHANNELS, attachments: [ATTACHMENT] };
  ({ id, digest } = await site.done(WRITER, 'draftReport', { report }));
});

async function share(): Promise<void> {
  await site.done(SIGNATORY, 'consentToReport', { id, digest });
  await site.done(ASTANA, 'consentToReport', { id, digest });
}

const load = async (): Promise<ReportFile> => {
  const [row] = await owner<{ content: string }[]>`
    select content from exchange.strategic_report where id = ${id}`;
  return JSON.parse(row?.content ?? '');
};

/** Puts a file in the place of the one that is kept, and opens it to Astana. */
async function plant(file: ReportFile): Promise<void> {
  await owner`update exchange.strategic_report set content = ${JSON.stringify(file)} where id = ${id}`;
  await open('KZ-MIA');
}

async function open(authority: string): Promise<void> {
  await owner`
    insert into exchange.strategic_report_sight (report_id, authority, sight)
    values (${id}, ${authority}, 'OPEN') on conflict do nothing`;
}

const acting = (authority: string) => ({
  by: { authority, role: 'COORDINATOR', officer: 'X-1', gateway: null },
  at: NOW,
});

const made = (step: ReturnType<typeof consentTo>): ReportFile => {
  if ('fault' in step) throw new Error(step.fault);
  return step.file;
};

/** The same report with another text, whole in itself: digest, verdict, steps and consents all forged anew. */
function forged(file: ReportFile, text: string): ReportFile {
  const document = { ...file.document, text };
  const verdict = scanReport(document, [Buffer.from('Таблица.')]);
  const written = writeReport(null, { document, verdict }, acting('AZ-SMS'));
  const given = { digest: digestOf(document), consent: 'BOTH_SIDES' } as const;
  const offered = made(consentTo(written, given, acting('AZ-SMS')));
  return made(consentTo(offered, given, acting('KZ-MIA')));
}

describe('A-4 what was changed in the database is not served', () => {
  test('a text that was changed by itself: to nobody else, and its originator offers it no more', async () => {
    await share();
    const file = await load();
    await plant({ ...file, document: { ...file.document, text: `Изъят ${PASSPORT}.` } });
    expect(await site.read(ASTANA, id)).toBeNull();
    const { faults } = await site.act(SIGNATORY, 'consentToReport', { id, digest });
    expect(faults).toEqual([{ code: 'REPORT_CHANGED', at: 'id' }]);
  });

  test('a text with digest, verdict, steps and consents of its own, that the ledger does not have', async () => {
    await share();
    expect(await site.read(ASTANA, id)).not.toBeNull();
    await plant(forged(await load(), 'Другой текст.'));
    expect(await site.read(ASTANA, id)).toBeNull();
    expect(await site.offers(ASTANA)).not.toContain(id);
  });

  test('a consent of the other side that it never gave', async () => {
    await site.done(SIGNATORY, 'consentToReport', { id, digest });
    const file = await load();
    await plant(made(consentTo(file, { digest, consent: 'BOTH_SIDES' }, acting('KZ-MIA'))));
    expect(await site.read(ASTANA, id)).toBeNull();
  });

  test.each([
    ['originator', SIGNATORY],
    ['recipient', ASTANA],
  ] as const)('a withdrawal of the %s that was taken back', async (_, by) => {
    await share();
    const before = await load();
    await site.done(by, 'withdrawReportConsent', { id });
    await plant(before);
    expect(await site.read(ASTANA, id)).toBeNull();
  });

  test('the bytes of an attachment', async () => {
    await share();
    const query = `{ one: strategicReport(id: "${id}") { attachments { content } } }`;
    expect(await site.ask(ASTANA, query)).toEqual({
      one: { attachments: [{ content: ATTACHMENT.content }] },
    });
    await owner`update exchange.strategic_report_attachment set content = 'x' where report_id = ${id}`;
    expect(await site.ask(ASTANA, query)).toEqual({ one: null });
  });

  test('a row that opens it to a third authority', async () => {
    await share();
    await open('KZ-MLSPP');
    expect(await site.read(LABOUR, id)).toBeNull();
  });

  test('reasons for what was found, that no coordinator gave: nothing is offered on them', async () => {
    const report = { ...CHANNELS, text: `Изъят ${PASSPORT}.` };
    ({ id, digest } = await site.done(WRITER, 'draftReport', { report }));
    const reasons = [{ finding: 1, reason: 'A model.' }];
    await plant(made(clearReport(await load(), { digest, reasons }, acting('AZ-SMS'))));
    const { faults } = await site.act(SIGNATORY, 'consentToReport', { id, digest });
    expect(faults).toEqual([{ code: 'REPORT_CHANGED', at: 'id' }]);
    // Nor does a coordinator's own clearing make them his.
    const given = { id, digest, reasons };
    const { report: cleared } = await site.act(COORDINATOR, 'clearReport', given);
    expect(cleared).toBeNull();
  });

  test.each([
    ['a permission to pass on', 'permitReportOnward', { to: 'Europol' }],
    ['a withdrawal and a new offer', 'withdrawReportConsent', {}],
  ] as const)(
    'a forged consent under %s of its originator, that would vouch for it',
    async (_, move, rest) => {
      await site.done(SIGNATORY, 'consentToReport', { id, digest });
      await plant(
        made(consentTo(await load(), { digest, consent: 'BOTH_SIDES' }, acting('KZ-MIA'))),
      );
      const given = move === 'permitReportOnward' ? { id, digest, ...rest } : { id };
      await site.act(SIGNATORY, move, given);
      await site.act(SIGNATORY, 'consentToReport', { id, digest });
      await open('KZ-MIA');
      expect(await site.read(ASTANA, id)).toBeNull();
      expect(await site.offers(ASTANA)).not.toContain(id);
    },
  );

  test('a withdrawal that was taken back, under a permission of its originator', async () => {
    await share();
    const before = await load();
    await site.done(ASTANA, 'withdrawReportConsent', { id });
    await plant(before);
    const given = { id, digest, to: 'Europol' };
    const { faults } = await site.act(SIGNATORY, 'permitReportOnward', given);
    expect(faults).toEqual([{ code: 'REPORT_CHANGED', at: 'id' }]);
    expect(await site.read(ASTANA, id)).toBeNull();
  });

  test('a verdict without its findings, by itself or with its steps', async () => {
    const report = { ...CHANNELS, text: `Изъят ${PASSPORT}.` };
    ({ id, digest } = await site.done(WRITER, 'draftReport', { report }));
    const { document, verdict: found, ...rest } = await load();
    const verdict = { ...found, findings: [] };
    await plant({ ...rest, document, verdict, clearances: [] });
    const first = await site.act(SIGNATORY, 'consentToReport', { id, digest });
    expect(first.faults).toEqual([{ code: 'REPORT_CHANGED', at: 'id' }]);
    await plant(writeReport(null, { document, verdict }, acting('AZ-SMS')));
    const second = await site.act(SIGNATORY, 'consentToReport', { id, digest });
    expect(second.faults).toEqual([{ code: 'NOT_SCANNED', at: 'id' }]);
  });
});

describe('A-11.4 the record of a report', () => {
  test('A-4 drafting stands in no partner’s log; offers, consents, withdrawals and readings do, and the ledger verifies', async () => {
    const sql = openOwner(gateway.urls.app);
    const reader = openLedgerReader(sql);
    const sizes = async () =>
      Object.fromEntries((await reader.heads()).map(({ origin, size }) => [origin, size]));
    const partner = 'sorgu/AZ-SMS/KZ-MIA';
    const before = (await sizes())[partner] ?? 0;
    await site.done(WRITER, 'reviseReport', { id, report: CHANNELS }).then((next) => {
      digest = next.digest;
    });
    expect((await sizes())[partner] ?? 0).toBe(before);
    await share();
    await site.read(ASTANA, id);
    await site.done(ASTANA, 'withdrawReportConsent', { id });
    expect((await sizes())[partner]).toBe(before + 4);
    // What is not to be seen was not told, and is no reading.
    await site.read(ASTANA, id);
    expect((await sizes())[partner]).toBe(before + 4);
    const { nodes } = (
      await site.ask<{ auditRequest: { nodes: { origin: string; outcome: string }[] } }>(
        AUDITOR,
        `{ auditRequest(request: "${id}", first: 100) { nodes { origin outcome } } }`,
      )
    ).auditRequest;
    const outcomes = nodes.filter(({ origin }) => origin === partner).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['REPORT_MOVED', 'REPORT_MOVED', 'REPORT_READ', 'REPORT_MOVED']);
    const response = await fetch(`${gateway.url}/ledger/key`, {
      headers: { authorization: `Bearer ${(await gateway.callAs(ASTANA)).token}` },
    });
    const key = parseVkey((await response.text()).trim());
    if (key === undefined) throw new Error('no key');
    const evidence = { publicKey: key.publicKey, kept: [], hasSalts: true };
    expect((await verifyRows(reader.rows(), evidence)).findings).toEqual([]);
    await closePool(sql);
  });

  describe('while the ledger cannot be written', () => {
    afterEach(() => {
      isLedgerAway = false;
    });

    test('A-4 nothing is read, and no step is made', async () => {
      await share();
      isLedgerAway = true;
      const query = `{ one: strategicReport(id: "${id}") { title } }`;
      expect(await site.raw(ASTANA, query)).toContain('LEDGER_UNAVAILABLE');
      const withdraw = `mutation { withdrawReportConsent(id: "${id}") { faults { code } } }`;
      expect(await site.raw(ASTANA, withdraw)).toContain('LEDGER_UNAVAILABLE');
      isLedgerAway = false;
      await expect.poll(() => site.raw(ASTANA, query)).toContain(CHANNELS.title);
    });
  });

  test('A-11.4 the application’s role reads no report; the exchange’s changes no version and no attachment', async () => {
    const app = openOwner(gateway.urls.app);
    const exchange = openOwner(gateway.urls.exchange ?? '');
    const denied = /permission denied/;
    await expect(app`select from exchange.strategic_report`).rejects.toThrow(denied);
    await expect(app`select from exchange.strategic_report_attachment`).rejects.toThrow(denied);
    await expect(
      exchange`update exchange.strategic_report_version set document = ''`,
    ).rejects.toThrow(denied);
    await expect(
      exchange`update exchange.strategic_report_attachment set content = ''`,
    ).rejects.toThrow(denied);
    await expect(exchange`delete from exchange.strategic_report`).rejects.toThrow(denied);
    await Promise.all([closePool(app), closePool(exchange)]);
  });
});
