/** What a step makes of a readmission case, or why it is not made. */
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  type Actor,
  type CaseStep,
  DEFAULT_RETENTION,
  type Draft,
  mayStep,
  type ReadmissionFile,
  type StepKind,
  type Stepped,
  stepCase,
  whyNotBeside,
} from '../../../src/readmission/index.js';
import { RETENTION_DAYS } from '../../../src/treaty/index.js';
import { NOW } from '../../support/requests.js';

const REQUEST = '7f1f6f0a-6a0e-4b0a-9c0d-0d8f5a2f8a11';
const [ID, OTHER_ID] = [randomUUID(), randomUUID()];
const partner: Actor = {
  ...{ side: 'REQUESTING', authority: 'BE-IO', officer: 'BE-1', role: 'PARTNER_GATEWAY' },
};
const officer: Actor = {
  ...{ side: 'REQUESTED', authority: 'AZ-SMS', officer: 'AZ-1', role: 'EXECUTING_OFFICER' },
};
const ground = {
  ...{ request: REQUEST, instrument: 'EU-AZ-2014', requesting: 'BE-IO', requested: 'AZ-SMS' },
  ...{ items: new Set(['DOCUMENT', 'DATE_OF_BIRTH'] as const), subjects: new Set([1, 2]) },
};
const DAY = 86_400_000;
const retention = { days: 90, longest: 365 };
const coordinator: Actor = { ...officer, role: 'COORDINATOR' };
const making = (
  ...[file, actor, step, id = randomUUID()]: [ReadmissionFile | undefined, Actor, CaseStep, string?]
) =>
  stepCase({
    ...{ file, ground, actor, step, id, now: NOW, today: '2026-06-15', retention },
    inspect: (text) => (text.includes('C0123456') ? ['DOCUMENT_NUMBER'] : []),
  });

function fileOf(stepped: Stepped): ReadmissionFile {
  if (stepped.outcome === 'REFUSED') throw new Error(stepped.fault);
  return stepped.file;
}
const opened = fileOf(making(undefined, partner, { kind: 'OPEN' }));
const faultOf = (stepped: Stepped) => (stepped.outcome === 'REFUSED' ? stepped.fault : 'made');
const write = (draft: Partial<Draft>): CaseStep => ({
  kind: 'WRITE',
  draft: { kind: 'LETTER', text: 'Said.', n: null, item: null, answers: null, due: null, ...draft },
});
const evidence: CaseStep = {
  ...{ kind: 'EVIDENCE', n: 1, evidence: 'PASSPORT', grade: 'PROOF', item: 'DOCUMENT' },
};
const question = write({ kind: 'USE_QUESTION', due: '2026-06-15' });
const asked = fileOf(making(opened, officer, question));
const answered = fileOf(making(asked, partner, write({ kind: 'USE_REPORT', answers: 1 })));

describe('B-4d why a step is not made', () => {
  test.each<[string, ReadmissionFile | undefined, Actor, CaseStep, string]>([
    ['before the case is opened', undefined, partner, evidence, 'CASE_NOT_OPENED'],
    ['opened twice', opened, partner, { kind: 'OPEN' }, 'CASE_ALREADY_OPEN'],
    ['evidence of a person', opened, partner, evidence, 'made'],
    ['of nobody in the request', opened, partner, { ...evidence, n: 3 }, 'SUBJECT_NOT_IN_REQUEST'],
    [
      'by an item that is not opened',
      opened,
      partner,
      { ...evidence, item: 'PHOTOGRAPH' },
      'ITEM_NOT_OPENED',
    ],
    [
      'an event by the requesting side',
      opened,
      partner,
      { kind: 'EVENT', event: 'ANSWERED' },
      'NOT_THIS_ROLE',
    ],
    ['an event', opened, officer, { kind: 'EVENT', event: 'ANSWERED' }, 'made'],
    ['a letter', opened, partner, write({}), 'made'],
    ['a letter with an item', opened, partner, write({ item: 'DOCUMENT' }), 'NOT_OF_THIS_KIND'],
    ['a letter with a day', opened, partner, write({ due: '2026-06-20' }), 'NOT_OF_THIS_KIND'],
    ['a letter that answers', asked, partner, write({ answers: 1 }), 'NOT_OF_THIS_KIND'],
    [
      'personal data in a letter',
      opened,
      partner,
      write({ text: 'Passport C0123456.' }),
      'PERSONAL_DATA_IN_TEXT',
    ],
    [
      'personal data in a reason',
      opened,
      partner,
      { kind: 'VOLUNTARY_RETURN', offered: false, on: null, language: null, reason: 'C0123456' },
      'PERSONAL_DATA_IN_TEXT',
    ],
    [
      'a correction of an item',
      opened,
      officer,
      write({ kind: 'CORRECTION', n: 2, item: 'DATE_OF_BIRTH' }),
      'made',
    ],
    [
      'a correction of no item',
      opened,
      officer,
      write({ kind: 'CORRECTION', n: 2 }),
      'CORRECTION_WITHOUT_ITEM',
    ],
    [
      'a correction about nobody',
      opened,
      officer,
      write({ kind: 'CORRECTION', item: 'DOCUMENT' }),
      'CORRECTION_WITHOUT_ITEM',
    ],
    [
      'a correction of a stranger',
      opened,
      officer,
      write({ kind: 'CORRECTION', n: 3, item: 'DOCUMENT' }),
      'SUBJECT_NOT_IN_REQUEST',
    ],
    [
      'a correction of what is not opened',
      opened,
      officer,
      write({ kind: 'CORRECTION', n: 1, item: 'PHOTOGRAPH' }),
      'ITEM_NOT_OPENED',
    ],
    [
      'a question without a day',
      opened,
      officer,
      write({ kind: 'USE_QUESTION' }),
      'DUE_DAY_MISSING',
    ],
    [
      'a question for yesterday',
      opened,
      officer,
      write({ kind: 'USE_QUESTION', due: '2026-06-14' }),
      'DAY_PASSED',
    ],
    ['a report to the question', asked, partner, write({ kind: 'USE_REPORT', answers: 1 }), 'made'],
    [
      'a report by who asked',
      asked,
      officer,
      write({ kind: 'USE_REPORT', answers: 1 }),
      'NO_SUCH_QUESTION',
    ],
    [
      'a second report',
      answered,
      partner,
      write({ kind: 'USE_REPORT', answers: 1 }),
      'NO_SUCH_QUESTION',
    ],
    [
      'a report to a report',
      answered,
      officer,
      write({ kind: 'USE_REPORT', answers: 2 }),
      'NO_SUCH_QUESTION',
    ],
    ['a report to nothing', opened, partner, write({ kind: 'USE_REPORT' }), 'NO_SUCH_QUESTION'],
    [
      'confirming what is not there',
      opened,
      partner,
      { kind: 'CONFIRM', number: 1 },
      'UNKNOWN_RECORD',
    ],
    ['confirming one’s own', asked, officer, { kind: 'CONFIRM', number: 1 }, 'OWN_RECORD'],
    ['confirming the other’s', asked, partner, { kind: 'CONFIRM', number: 1 }, 'made'],
  ])('%s', (...[, file, actor, step, outcome]) => {
    expect(faultOf(making(file, actor, step))).toBe(outcome);
  });

  test('an event happens once', () => {
    const event: CaseStep = { kind: 'EVENT', event: 'TRANSFERRED' };
    expect(faultOf(making(fileOf(making(opened, officer, event)), officer, event))).toBe(
      'EVENT_TWICE',
    );
  });

  test('a case holds no more than a case comes to', () => {
    const many = { ...opened, evidence: Array(50).fill({}), records: Array(200).fill({}) };
    expect(faultOf(making(many, partner, evidence))).toBe('TOO_MANY');
    expect(faultOf(making(many, partner, write({})))).toBe('TOO_MANY');
    const steps = Array(1000).fill({ id: '', digest: '', number: null });
    expect(faultOf(making({ ...opened, steps }, partner, evidence))).toBe('TOO_MANY');
    const [answer, close] = (['ANSWERED', 'CLOSED'] as const).map(
      (event): CaseStep => ({ kind: 'EVENT', event }),
    );
    expect(faultOf(making({ ...opened, steps }, officer, answer ?? evidence))).toBe('TOO_MANY');
    expect(faultOf(making({ ...opened, steps }, officer, close ?? evidence))).toBe('made');
  });
});

describe('B-4d asked twice, it is one step', () => {
  const first = making(opened, partner, write({}), ID);
  const file = fileOf(first);

  test('the same under its id', () => {
    expect(making(file, partner, write({}), ID)).toEqual({
      outcome: 'DUPLICATE',
      file,
      number: 1,
    });
  });
  test.each<[string, Actor, CaseStep]>([
    ['other words', partner, write({ text: 'Other.' })],
    ['the other side', officer, write({})],
  ])('%s under its id are another', (_, actor, step) => {
    expect(faultOf(making(file, actor, step, ID))).toBe('CONFLICT');
  });
  test('opening under the same id', () => {
    const begun = fileOf(making(undefined, partner, { kind: 'OPEN' }, OTHER_ID));
    expect(making(begun, partner, { kind: 'OPEN' }, OTHER_ID).outcome).toBe('DUPLICATE');
  });
  test('a confirmation stays the first', () => {
    const once = fileOf(making(file, officer, { kind: 'CONFIRM', number: 1 }));
    const twice = fileOf(
      making(once, { ...officer, officer: 'AZ-2' }, { kind: 'CONFIRM', number: 1 }),
    );
    expect(twice.records).toEqual(once.records);
    expect(once.records[0]?.confirmed).toMatchObject({ authority: 'AZ-SMS', officer: 'AZ-1' });
  });
});

describe('B-4c which side and role makes which step', () => {
  const ROLES = ['PARTNER_GATEWAY', 'EXECUTING_OFFICER', 'COORDINATOR', 'AUDITOR', 'SIGNATORY'];
  const BOTH = [
    'REQUESTING PARTNER_GATEWAY',
    'REQUESTED EXECUTING_OFFICER',
    'REQUESTED COORDINATOR',
  ];
  test.each<[StepKind, readonly string[]]>([
    ['OPEN', BOTH],
    ['EVIDENCE', BOTH],
    ['VOLUNTARY_RETURN', BOTH],
    ['WRITE', BOTH],
    ['CONFIRM', BOTH],
    ['BOOK', BOTH],
    ['CANCEL', BOTH],
    ['EVENT', BOTH.slice(1)],
    ['OUTCOME', BOTH.slice(1)],
    ['NOTE', BOTH.slice(1)],
    ['EXTEND', ['REQUESTED COORDINATOR']],
  ])('%s', (kind, may) => {
    const all = (['REQUESTING', 'REQUESTED'] as const).flatMap((side) =>
      ROLES.filter((role) => mayStep({ side, role }, kind)).map((role) => `${side} ${role}`),
    );
    expect(all).toEqual(may);
  });
});

describe('A-11.5 a case has an end', () => {
  const closing: CaseStep = { kind: 'EVENT', event: 'CLOSED' };
  const closed = fileOf(making(opened, officer, closing));
  const putOff = (until: number): CaseStep => ({ kind: 'EXTEND', until, reason: 'A complaint.' });

  test('from its opening the latest, from its closing the shorter; closing never puts it off', () => {
    expect(opened.endsAt).toBe(NOW + 365 * DAY);
    expect(closed.endsAt).toBe(NOW + 90 * DAY);
    const nearly = { ...opened, endsAt: NOW + DAY };
    expect(fileOf(making(nearly, officer, closing)).endsAt).toBe(NOW + DAY);
  });

  test.each<[string, number, string]>([
    ['an instant earlier', closed.endsAt - 1, 'END_NOT_LATER'],
    ['as late as it is: asked again, it is made', closed.endsAt, 'made'],
    ['later', closed.endsAt + DAY, 'made'],
    ['to the longest from the opening', NOW + 365 * DAY, 'made'],
    ['beyond it', NOW + 365 * DAY + 1, 'BEYOND_LONGEST'],
  ])('put off: %s', (...[, until, outcome]) => {
    const stepped = making(closed, coordinator, putOff(until));
    expect(faultOf(stepped)).toBe(outcome);
    if (stepped.outcome !== 'REFUSED') expect(stepped.file.endsAt).toBe(until);
  });

  test.each<[CaseStep, Actor, string]>([
    [evidence, partner, 'CASE_CLOSED'],
    [closing, officer, 'CASE_CLOSED'],
    [{ kind: 'EVENT', event: 'TRANSFERRED' }, officer, 'CASE_CLOSED'],
    [
      { kind: 'VOLUNTARY_RETURN', offered: true, on: null, language: null, reason: null },
      partner,
      'CASE_CLOSED',
    ],
    [{ kind: 'OPEN' }, partner, 'CASE_ALREADY_OPEN'],
    [write({ kind: 'CORRECTION', n: 1, item: 'DOCUMENT' }), partner, 'made'],
    [question, officer, 'made'],
  ])('once closed: %j', (step, actor, outcome) => {
    expect(faultOf(making(closed, actor, step))).toBe(outcome);
  });

  test.each<[StepKind, string | undefined]>([
    ['BOOK', 'CASE_CLOSED'],
    ['NOTE', 'CASE_CLOSED'],
    ['CANCEL', undefined],
    ['OUTCOME', undefined],
  ])('once closed, beside the file: %s', (kind, fault) => {
    expect(whyNotBeside(closed, kind)).toBe(fault);
    expect(whyNotBeside(opened, kind)).toBeUndefined();
    expect(whyNotBeside(undefined, kind)).toBe('CASE_NOT_OPENED');
  });

  test('the default of this gateway is that of what was received for readmission', () => {
    expect(DEFAULT_RETENTION.days).toBe(RETENTION_DAYS.get('READMISSION'));
    expect(DEFAULT_RETENTION.longest).toBeGreaterThan(DEFAULT_RETENTION.days);
  });
});
