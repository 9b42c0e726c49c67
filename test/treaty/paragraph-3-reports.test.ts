/** B-3c, B-4a Strategic reports under the memorandum: no consent is needed, nothing personal leaves, nobody else reads. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.js';
import {
  ASTANA,
  BRUSSELS,
  COORDINATOR,
  type ReportSite,
  reportsOn,
  SIGNATORY,
  SMUGGLING,
  WRITER,
} from '../support/reports.js';

let gateway: TestGateway;
let site: ReportSite;
beforeAll(async () => {
  gateway = await startGateway({ people: [], requests: [] });
  site = reportsOn(gateway);
});
afterAll(() => gateway.close());

const base64 = (bytes: string | Uint8Array): string => Buffer.from(bytes).toString('base64');
const draft = (change: object) =>
  site.done(WRITER, 'draftReport', { report: { ...SMUGGLING, ...change } });

test('B-3c a report is open to Brussels once its originator gives it, and until it takes it back', async () => {
  const { id, digest } = await draft({});
  expect(await site.read(BRUSSELS, id)).toBeNull();
  await site.done(SIGNATORY, 'consentToReport', { id, digest });
  expect(await site.read(BRUSSELS, id)).toEqual({ title: SMUGGLING.title, text: SMUGGLING.text });
  expect(await site.read(ASTANA, id)).toBeNull();
  // A consent that nobody asked for changes nothing.
  await site.done(BRUSSELS, 'consentToReport', { id, digest });
  await site.done(SIGNATORY, 'withdrawReportConsent', { id });
  expect(await site.read(BRUSSELS, id)).toBeNull();
  expect(await site.offers(BRUSSELS)).not.toContain(id);
});

test('B-4a practice in general goes the same way, under its own paragraph', async () => {
  const { id, digest } = await draft({ kind: 'IDENTIFICATION_AND_RETURN' });
  await site.done(SIGNATORY, 'consentToReport', { id, digest });
  const query = `{ one: strategicReport(id: "${id}") { clause instrument consents { authority { code } officer isGiven } } }`;
  expect(await site.ask(BRUSSELS, query)).toEqual({
    one: {
      ...{ clause: '4(a)', instrument: 'AZ-BE-2019' },
      consents: [{ authority: { code: 'AZ-SMS' }, officer: null, isGiven: true }],
    },
  });
});

const JPEG = Buffer.concat([
  Buffer.from('ffd8ffe000104a464946', 'hex'),
  Buffer.alloc(40),
  Buffer.from('ffd9', 'hex'),
]);
const PDF = Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\n%%EOF');
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const HELD: readonly (readonly [string, object, object])[] = [
  [
    'a passport number',
    { text: 'One carried passport No. C01234567.' },
    { kind: 'DOCUMENT_NUMBER', part: 'TEXT' },
  ],
  [
    'a name with a birth date',
    { text: 'The driver was Elchin Mammadov, born on 12 March 1985.' },
    { kind: 'NAME_AND_BIRTH_DATE', part: 'TEXT' },
  ],
  [
    'a number in the title',
    { title: 'On the holder of AA1234567' },
    { kind: 'DOCUMENT_NUMBER', part: 'TITLE' },
  ],
  [
    'a face',
    { attachments: [{ mediaType: 'image/jpeg', content: base64(JPEG) }] },
    { kind: 'IMAGE', part: 'ATTACHMENT' },
  ],
  [
    'a PDF',
    { attachments: [{ mediaType: 'application/pdf', content: base64(PDF) }] },
    { kind: 'IMAGE', part: 'ATTACHMENT' },
  ],
  [
    'a document of an office',
    { attachments: [{ mediaType: DOCX, content: base64('PK\u0003\u0004word/media/image1.png') }] },
    { kind: 'IMAGE', part: 'ATTACHMENT' },
  ],
  [
    'a text that is attached',
    { attachments: [{ mediaType: 'text/csv', content: base64('a;b\nN12345678;1') }] },
    { kind: 'DOCUMENT_NUMBER', part: 'ATTACHMENT' },
  ],
];

describe('B-3c nothing personal leaves unseen', () => {
  test.each(HELD)(
    'B-3c %s holds the report until a coordinator says why it may go',
    async (_, change, finding) => {
      const { id, digest, state, findings } = await draft(change);
      expect([state, findings]).toMatchObject(['HELD', [finding]]);
      await site.act(SIGNATORY, 'consentToReport', { id, digest });
      expect(await site.read(BRUSSELS, id)).toBeNull();
      const reasons = [{ finding: 1, reason: 'Invented for a training.' }];
      await site.done(COORDINATOR, 'clearReport', { id, digest, reasons });
      await site.done(SIGNATORY, 'consentToReport', { id, digest });
      expect(await site.read(BRUSSELS, id)).not.toBeNull();
    },
  );

  test('B-3c edited instead, it is scanned anew', async () => {
    const { id } = await draft({ text: 'One carried passport No. C01234567.' });
    const next = await site.done(WRITER, 'reviseReport', { id, report: SMUGGLING });
    expect(next).toMatchObject({ state: 'CLEAR', version: 2, findings: [] });
    const again = await site.done(WRITER, 'reviseReport', {
      id,
      report: { ...SMUGGLING, text: 'Again C 0123 4567.' },
    });
    expect(again).toMatchObject({ state: 'HELD', version: 3 });
  });

  test('B-3c what the coordinator wrote of a finding does not leave with the report', async () => {
    const { id, digest } = await draft({ text: 'One carried passport No. C01234567.' });
    const reasons = [{ finding: 1, reason: 'Invented for a training.' }];
    await site.done(COORDINATOR, 'clearReport', { id, digest, reasons });
    await site.done(SIGNATORY, 'consentToReport', { id, digest });
    const query = `{ one: strategicReport(id: "${id}") { document findings { n } } }`;
    const told = await site.raw(BRUSSELS, query);
    expect(told).toContain('C01234567');
    expect(told).not.toContain('training');
    expect(JSON.parse(told).data.one.findings).toBeNull();
  });
});
