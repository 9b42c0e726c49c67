/** A-4 What is wrong with a report as it is written, against the instrument it is exchanged under. */
import { expect, test } from 'vitest';
import { type WrittenReport, writtenFaults } from '../../../src/reports/index.js';
import { loadInstruments } from '../../../src/treaty/index.js';
import { CHANNELS } from '../../support/reports.js';

const instruments = loadInstruments();
const usual = { ...CHANNELS, originatorControl: true, namesPersons: false, attachments: [] };
// Rows are written by hand.
const written = (change: object) => ({ ...usual, ...change }) as WrittenReport;
const faultsOf = (change: object) => {
  const report = written(change);
  return writtenFaults(report, 'AZ-SMS', instruments.get(report.instrument));
};
const file = (mediaType: string, content: string | Uint8Array) => ({
  mediaType,
  content: Buffer.from(content),
});
const text = (content: string) => file('text/plain', content);

test('A-4 nothing is wrong with one that may be exchanged', () => {
  expect(
    faultsOf({ attachments: [text('a'), file('image/jpeg', Buffer.from('ffd8ffe0', 'hex'))] }),
  ).toEqual([]);
});

const WRONG: readonly (readonly [string, object, string, string])[] = [
  [
    'for an authority that is no party',
    { recipients: ['BE-IO'] },
    'RECIPIENT_NOT_A_PARTY',
    'recipients[0]',
  ],
  [
    'for an authority of its own side',
    { recipients: ['AZ-SMS'] },
    'RECIPIENT_NOT_A_PARTY',
    'recipients[0]',
  ],
  ['for nobody', { recipients: [] }, 'RECIPIENT_MISSING', 'recipients'],
  [
    'for the same authority twice',
    { recipients: ['KZ-MIA', 'KZ-MIA'] },
    'RECIPIENT_NOT_A_PARTY',
    'recipients[1]',
  ],
  [
    'of a kind that Article 4 does not have',
    { kind: 'SMUGGLING_OF_MIGRANTS' },
    'KIND_NOT_IN_INSTRUMENT',
    'kind',
  ],
  [
    'under an instrument that exchanges none',
    { instrument: 'EU-AZ-2014' },
    'KIND_NOT_IN_INSTRUMENT',
    'kind',
  ],
  ['under an unknown instrument', { instrument: 'AZ-XX-2019' }, 'INSTRUMENT_UNKNOWN', 'instrument'],
  [
    'that names persons under the memorandum',
    {
      instrument: 'AZ-BE-2019',
      kind: 'SMUGGLING_OF_MIGRANTS',
      recipients: ['BE-IO'],
      namesPersons: true,
    },
    'PERSONS_NEED_BOTH_CONSENTS',
    'namesPersons',
  ],
  ['without a text', { text: ' \n' }, 'CONTENT_MISSING', 'text'],
  ['with a title of two lines', { title: 'a\nb' }, 'CONTROL_CHARACTER', 'title'],
  ['with a control character', { text: 'a\u0000b' }, 'CONTROL_CHARACTER', 'text'],
  ['that is too long', { text: 'a'.repeat(1_000_001) }, 'TOO_LONG', 'text'],
  [
    'with too many attachments',
    { attachments: Array.from({ length: 9 }, () => text('a')) },
    'TOO_MANY',
    'attachments',
  ],
  [
    'with attachments that are too large',
    { attachments: [text('a'.repeat(4 * 1024 * 1024 + 1))] },
    'FILE_TOO_LARGE',
    'attachments',
  ],
  [
    'with an attachment of another kind than it says',
    { attachments: [file('image/png', '%PDF-1.7')] },
    'MEDIA_TYPE_DIFFERS',
    'attachments[0]',
  ],
  [
    'with an image that says it is text',
    { attachments: [file('text/plain', Buffer.from('ffd8ffe0', 'hex'))] },
    'MEDIA_TYPE_DIFFERS',
    'attachments[0]',
  ],
  ['with an empty attachment', { attachments: [text('')] }, 'CONTENT_MISSING', 'attachments[0]'],
];

test.each(WRONG)('A-4 a report %s is not kept', (...[, change, code, at]) => {
  expect(faultsOf(change)).toContainEqual({ code, at });
});
