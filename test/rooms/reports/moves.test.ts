/** A-4, B-3c What an authority may see after any sequence of steps, against a model that knows nothing of them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  consentTo,
  digestOf,
  mayPassOn,
  permitOnward,
  type ReportDocument,
  type ReportFile,
  scanReport,
  sightOf,
  stateOf,
  withdrawFrom,
  writeReport,
} from '../../../src/reports/index.js';

const RECIPIENTS = ['KZ-MIA', 'KZ-MLSPP'] as const;

function documentOf(version: number, change: Partial<ReportDocument> = {}): ReportDocument {
  return {
    ...{ v: 1, id: '11111111-1111-4111-8111-111111111111', version, instrument: 'AZ-KZ-2019' },
    ...{ clause: '4', kind: 'PREVENTION', originator: 'AZ-SMS', recipients: RECIPIENTS },
    ...{ classification: 'RESTRICTED', originatorControl: true, namesPersons: false },
    ...{ language: 'ru', title: 'Опыт', text: `Версия ${version}.`, attachments: [] },
    ...{ writtenAt: '2026-06-15T09:00:00.000Z', salt: '0'.repeat(64), ...change },
  };
}

const acting = (authority: string) => ({
  by: { authority, role: 'COORDINATOR', officer: '1', gateway: null },
  at: 1,
});

function written(before: ReportFile | null, change: Partial<ReportDocument> = {}): ReportFile {
  const document = documentOf((before?.document.version ?? 0) + 1, change);
  return writeReport(before, { document, verdict: scanReport(document, []) }, acting('AZ-SMS'));
}

const AUTHORITIES = ['AZ-SMS', ...RECIPIENTS, 'BE-IO'] as const;
const STEP = fc.record({
  move: fc.constantFrom('WRITE', 'CONSENT', 'WITHDRAW', 'STALE'),
  by: fc.constantFrom(...AUTHORITIES),
});

interface Model {
  offered: boolean;
  /** Recipients that consented, and those that withdrew, since the offer. */
  readonly yes: Set<string>;
  readonly no: Set<string>;
}

const isRecipient = (code: string): boolean => RECIPIENTS.some((known) => known === code);

function move(model: Model, { move: kind, by }: { move: string; by: string }): void {
  const isOwn = by === 'AZ-SMS';
  const isNew =
    kind === 'WRITE' || (isOwn && (kind === 'WITHDRAW' || (kind === 'CONSENT' && !model.offered)));
  if (isNew) {
    model.offered = kind === 'CONSENT';
    model.yes.clear();
    model.no.clear();
  } else if (!isOwn && isRecipient(by) && model.offered && kind !== 'STALE') {
    (kind === 'CONSENT' ? model.yes : model.no).add(by);
    (kind === 'CONSENT' ? model.no : model.yes).delete(by);
  }
}

function step(
  file: ReportFile,
  asked: { move: string; by: string },
  consent: 'BOTH_SIDES' | 'NONE',
) {
  const { move: kind, by } = asked;
  if (kind === 'WRITE') return written(file);
  const digest = kind === 'STALE' ? '0'.repeat(64) : digestOf(file.document);
  const made =
    kind === 'WITHDRAW'
      ? withdrawFrom(file, consent, acting(by))
      : consentTo(file, { digest, consent }, acting(by));
  return 'fault' in made ? file : made.file;
}

type Asked = { readonly move: string; readonly by: string };
type Consent = 'BOTH_SIDES' | 'NONE';

/** What a recipient sees by the model. */
function seenBy({ offered, yes, no }: Model, code: string, consent: Consent): string {
  const isOpen = consent === 'BOTH_SIDES' ? yes.has(code) : !no.has(code);
  return offered ? (isOpen ? 'OPEN' : 'OFFER') : 'NONE';
}

/** Makes a step on the report and on the model, and holds them against each other. */
function follow(before: ReportFile, model: Model, asked: Asked & { readonly consent: Consent }) {
  const { move: kind, by, consent } = asked;
  const file = step(before, asked, consent);
  // Whoever sees only an offer has nothing to take back.
  const isIdle = by !== 'AZ-SMS' && kind === 'WITHDRAW' && seenBy(model, by, consent) !== 'OPEN';
  if (!isIdle) move(model, asked);
  const seen = AUTHORITIES.map((code) => sightOf(file, code, consent));
  const expected = RECIPIENTS.map((code) => seenBy(model, code, consent));
  expect(seen).toEqual(['OWN', ...expected, 'NONE']);
  return file;
}

test.each(['BOTH_SIDES', 'NONE'] as const)(
  'A-4 where consent of %s is needed, nobody sees more than the consents that stand open',
  (consent) => {
    fc.assert(
      fc.property(fc.array(STEP, { maxLength: 14 }), (steps) => {
        const model: Model = { offered: false, yes: new Set(), no: new Set() };
        steps.reduce((file, asked) => follow(file, model, { ...asked, consent }), written(null));
      }),
      { numRuns: 200 },
    );
  },
);

test('A-4 any member changed by itself leaves nothing that anybody else may see', () => {
  const given = (file: ReportFile) =>
    ({ digest: digestOf(file.document), consent: 'BOTH_SIDES' }) as const;
  const made = (result: ReturnType<typeof consentTo>) => {
    if ('fault' in result) throw new Error(result.fault);
    return result.file;
  };
  const first = written(null);
  const offered = made(consentTo(first, given(first), acting('AZ-SMS')));
  const open = made(consentTo(offered, given(first), acting('KZ-MIA')));
  expect(sightOf(open, 'KZ-MIA', 'BOTH_SIDES')).toBe('OPEN');
  const [write, offer, answer] = open.steps;
  if (write === undefined || offer === undefined || answer === undefined)
    throw new Error('no steps');
  const changed: readonly ReportFile[] = [
    { ...open, document: { ...open.document, text: 'Другое.' } },
    { ...open, document: { ...open.document, classification: 'PUBLIC' } },
    { ...open, verdict: { ...open.verdict, digest: '0'.repeat(64) } },
    { ...open, verdict: { ...open.verdict, scanner: 0 } },
    { ...open, clearances: [{ reason: 'x', officer: '2', at: 2 }] },
    { ...open, steps: [write, answer] },
    { ...open, steps: [offer, answer] },
    { ...open, steps: [write, { ...offer, at: 2 }, answer] },
    { ...open, steps: [write, offer, { ...answer, digest: '0'.repeat(64) }] },
  ];
  for (const file of changed) {
    expect(sightOf(file, 'KZ-MIA', 'BOTH_SIDES')).toBe('NONE');
    expect(stateOf(file, 'BOTH_SIDES')).not.toBe('SHARED');
  }
});

test('A-4 originator control: what was permitted of one offer is not permitted of the next', () => {
  const first = written(null);
  const digest = digestOf(first.document);
  const offer = (file: ReportFile) =>
    consentTo(file, { digest, consent: 'BOTH_SIDES' }, acting('AZ-SMS'));
  const steps = [
    offer,
    (file: ReportFile) => permitOnward(file, { digest, to: 'Europol' }, acting('AZ-SMS')),
  ];
  const permitted = steps.reduce((file, make) => {
    const made = make(file);
    return 'fault' in made ? file : made.file;
  }, first);
  expect(mayPassOn(permitted, 'Europol')).toBe(true);
  expect(mayPassOn(permitted, 'Frontex')).toBe(false);
  const withdrawn = withdrawFrom(permitted, 'BOTH_SIDES', acting('AZ-SMS'));
  if ('fault' in withdrawn) throw new Error(withdrawn.fault);
  expect(mayPassOn(withdrawn.file, 'Europol')).toBe(false);
  const free = { ...first, document: { ...first.document, originatorControl: false } };
  expect(mayPassOn(free, 'Frontex')).toBe(true);
});

test('A-4 a recipient does not fill a report by consenting and withdrawing for ever, and can always withdraw', () => {
  const first = written(null);
  const digest = digestOf(first.document);
  const consent = 'BOTH_SIDES';
  let file = fileOf(consentTo(first, { digest, consent }, acting('AZ-SMS')));
  const answers = [];
  for (let n = 0; n < 30; n += 1) {
    const given = consentTo(file, { digest, consent }, acting('KZ-MIA'));
    answers.push('fault' in given ? given.fault : 'MADE');
    if ('fault' in given) break;
    file = fileOf(withdrawFrom(given.file, consent, acting('KZ-MIA')));
  }
  expect(answers.at(-1)).toBe('TOO_MANY');
  expect(sightOf(file, 'KZ-MIA', consent)).toBe('OFFER');
  // Nor does it keep another recipient, or the next offer, from being answered.
  expect(consentTo(file, { digest, consent }, acting('KZ-MLSPP'))).not.toHaveProperty('fault');
  const withdrawn = fileOf(withdrawFrom(file, consent, acting('AZ-SMS')));
  const again = fileOf(consentTo(withdrawn, { digest, consent }, acting('AZ-SMS')));
  expect(consentTo(again, { digest, consent }, acting('KZ-MIA'))).not.toHaveProperty('fault');
});

function fileOf(made: ReturnType<typeof consentTo>): ReportFile {
  if ('fault' in made) throw new Error(made.fault);
  return made.file;
}
