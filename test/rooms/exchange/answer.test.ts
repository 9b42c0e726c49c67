/** An answer package is opened in Astana: by whom, for what, until when, and what stands in the ledger before it is shown. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '../../../src/base/index.js';
import { type Officer, openDesk } from '../../../src/exchange/index.js';
import { parseReceipt } from '../../../src/ledger/index.js';
import { noteOutcome, type Outcome, recordAge } from '../../../src/requests/index.js';
import type { CaseFile } from '../../../src/store/index.js';
import { wholePerson } from '../../support/whole-person.js';
import {
  ANALYST,
  DAY,
  done,
  EXECUTING,
  inExecution,
  move,
  openStage,
  packageOf,
  record,
  requestAbout,
  SIGNATORY,
  type Stage,
  uuid,
} from './stage.js';

const { unit } = requestAbout().requesting;
const of = (officer: Officer, change: Partial<Officer> = {}): Officer => ({
  ...officer,
  unit,
  ...change,
});
const READER = of(ANALYST);
const purpose = 'IDENTITY_ESTABLISHMENT';
const REFUSED: Outcome = { outcome: 'REFUSED', grounds: ['SECURITY'], text: 'Статья 10(4).' };

let stage: Stage;
/** A case that is answered, but for a photograph that is refused. */
let known: string;
beforeAll(async () => {
  stage = await openStage({ people: [wholePerson('one', '')] });
  known = await answered();
});
afterAll(() => stage.close());

async function answered(): Promise<string> {
  const { id } = await inExecution(stage);
  const { desk } = stage.az;
  await done(desk.match(EXECUTING, { case: id, n: 1, person: 'one' }));
  await done(desk.note(EXECUTING, id, (sheet) => recordAge(sheet, 1, false)));
  for (const item of ['NAME_CYRILLIC', 'DATE_OF_BIRTH', 'PHOTOGRAPH'] as const) {
    const outcome = item === 'PHOTOGRAPH' ? REFUSED : ({ outcome: 'DISCLOSED' } as const);
    await done(desk.note(EXECUTING, id, (sheet) => noteOutcome(sheet, { n: 1, item }, outcome)));
  }
  const grantUntil = stage.clock.at + 7 * DAY;
  await done(desk.conclude(EXECUTING, { case: id, id: uuid(), conditions: [], grantUntil }));
  await stage.carry();
  return id;
}

const show = (officer: Officer, id = known, asked = purpose) =>
  stage.kz.desk.answer(officer, { case: id, purpose: asked });

/** Does something to the case as Astana keeps it, and takes it back. */
async function whileKept(change: Partial<CaseFile>, work: () => Promise<void>): Promise<void> {
  const put = (file: Partial<CaseFile>) =>
    stage.kz.rooms.cases.change(known, (found) => {
      if (found === undefined) throw new Error('no case');
      return { file: { ...found, ...file }, request: null, mail: [], result: found };
    });
  const before = await put(change);
  await work();
  await put(before);
}

describe('A-11.2 the answer package is opened', () => {
  test('for an officer on the case: what was disclosed, nothing that was refused, with its receipt', async () => {
    const shown = await show(READER);
    expect(shown?.fault).toBeNull();
    expect(shown?.answer).toContain('1980-02');
    expect(shown?.answer).not.toContain('iVBORw0KGgo=');
    const { request, purpose: stated } = JSON.parse(
      parseReceipt(shown?.receipt ?? '')?.entry ?? '{}',
    );
    expect([request, stated]).toEqual([known, purpose]);
  });

  test('A-11.4 it stands in the ledger first: who, for what, which coordinates of whom, and no value', async () => {
    const before = stage.kz.sealed.length;
    await show(READER);
    const [entry, ...more] = stage.kz.sealed.slice(before);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      log: 'DOMESTIC',
      outcome: 'ANSWERED',
      asking: { officer: ANALYST.officer, role: 'REQUESTING_ANALYST', unit },
      ...{ request: known, purpose, instrument: 'AZ-KZ-2019' },
    });
    expect(entry?.subjects.map(({ released }) => released)).toEqual([
      ['Person.dateOfBirth', 'Person.nameCyrillic'],
    ]);
    expect(entry?.withheld).toContain('Person.photograph');
    expect(entry?.clauses).not.toEqual([]);
    expect(JSON.stringify({ ...entry, subjects: [] })).not.toMatch(/Образцов|1980/);
  });

  test('the same person has one tag for one package, and another in another case', async () => {
    const other = await answered();
    const before = stage.kz.sealed.length;
    for (const id of [known, known, other]) await show(READER, id);
    const keys = stage.kz.sealed
      .slice(before)
      .map(({ subjects: [one] }) => Buffer.from(one?.key ?? []).toString('hex'));
    expect(keys.map(({ length }) => length)).toEqual([64, 64, 64]);
    expect([keys[0] === keys[1], keys[0] === keys[2]]).toEqual([true, false]);
  });

  test('without its entry nothing is shown', async () => {
    const ledger = { seal: () => Promise.reject(new Refusal('LEDGER_UNAVAILABLE')) };
    const desk = openDesk({ ...stage.kz.rooms, ledger });
    await expect(desk.answer(READER, { case: known, purpose })).rejects.toThrow(
      'LEDGER_UNAVAILABLE',
    );
  });
});

describe('A-11.1 to anybody else, and for anything else, there is nothing', () => {
  const WHO: readonly (readonly [string, Officer, boolean])[] = [
    ['the analyst', READER, true],
    ['the signatory who was put on it', of(SIGNATORY), true],
    ['an analyst who is not on it', of(ANALYST, { officer: 'KZ-MIA-0999' }), false],
    ['the analyst in another unit', { ...READER, unit: 'Другой комитет' }, false],
    ['the analyst without a unit', { ...READER, unit: null }, false],
    ['an auditor', of(ANALYST, { role: 'AUDITOR', officer: 'KZ-MIA-0003' }), false],
    ['an auditor under the number of one who is on it', of(ANALYST, { role: 'AUDITOR' }), false],
    ['an executing officer on it', of(ANALYST, { role: 'EXECUTING_OFFICER' }), false],
    ['a coordinator', of(ANALYST, { role: 'COORDINATOR', officer: 'KZ-MIA-0002' }), false],
    ['a coordinator who was put on it', of(ANALYST, { role: 'COORDINATOR' }), true],
  ];
  test.each(WHO)('%s', async (_, officer, mayOpen) => {
    const before = stage.kz.sealed.length;
    expect((await show(officer)) !== null).toBe(mayOpen);
    expect(stage.kz.sealed.length - before).toBe(mayOpen ? 1 : 0);
  });

  const WHAT: readonly (readonly [string, () => string, string])[] = [
    ['a purpose that the request does not state', () => known, 'READMISSION'],
    ['the purpose of who executes', () => known, 'REQUEST_EXECUTION'],
    ['no purpose', () => known, ''],
    ['an unknown case', uuid, purpose],
    ['what is no id', () => 'no-id', purpose],
  ];
  test.each(WHAT)('%s', async (_, id, asked) => {
    expect(await show(READER, id(), asked)).toBeNull();
  });

  test('on the side that answered there is no package to open', async () => {
    const asked = { case: known, purpose };
    for (const role of ['REQUESTING_ANALYST', 'COORDINATOR'] as const) {
      expect(await stage.az.desk.answer({ ...EXECUTING, role, unit }, asked)).toBeNull();
    }
  });

  test('A-9.5 while the answer is doubted, and once the case is closed', async () => {
    const id = await answered();
    await move(stage.az, EXECUTING, id, { kind: 'ASK_CONFIRMATION', reasons: ['Подпись?'] });
    await stage.carry();
    expect(await show(READER, id)).toBeNull();
    const closed = await answered();
    expect(await show(READER, closed)).not.toBeNull();
    await move(stage.kz, ANALYST, closed, { kind: 'CLOSE' });
    await stage.carry();
    expect(await show(READER, closed)).toBeNull();
  });

  test('from the end of the grant on', async () => {
    const { at } = stage.clock;
    stage.clock.at = at + 7 * DAY - 1;
    expect(await show(READER)).not.toBeNull();
    stage.clock.at = at + 7 * DAY;
    expect(await show(READER)).toBeNull();
    stage.clock.at = at;
  });

  test('while its chain is at fault', async () => {
    const kept = await stage.kz.rooms.cases.load(known);
    if (kept?.case.side !== 'REQUESTING') throw new Error('not ours');
    const fault = { fault: 'FORK', number: 4, record: '0'.repeat(64) } as const;
    await whileKept({ case: { ...kept.case, fault } }, async () => {
      expect(await show(READER)).toBeNull();
    });
  });
});

describe('a package that is not good is told by a code, and nothing of it is shown', () => {
  const NOT_GOOD = { answer: null, receipt: null, fault: 'PACKAGE_REFUSED' };
  /** What is shown where custody holds this package in the place of the one that came. */
  const shownOf = (text: string | null) => {
    const { rooms } = stage.kz;
    const holdings = text === null ? async () => [] : rooms.custody.holdings;
    const find = async () =>
      text === null ? [] : [{ source: known, n: 0, group: 'PACKAGE', text } as const];
    const desk = openDesk({ ...rooms, custody: { ...rooms.custody, holdings, find } });
    return desk.answer(READER, { case: known, purpose });
  };
  const spoiled = async (text: string | null) => {
    const before = stage.kz.sealed.length;
    expect(await shownOf(text)).toEqual(NOT_GOOD);
    expect(stage.kz.sealed).toHaveLength(before);
  };
  const kept = async (id = known) => (await packageOf(stage.kz, id)) ?? '';

  test('none came', () => spoiled(null));
  test('no package at all', () => spoiled('package'));
  test('a byte of it is another', async () => {
    const answer = await kept();
    const at = answer.length - 40;
    await spoiled(answer.slice(0, at) + (answer[at] === 'A' ? 'B' : 'A') + answer.slice(at + 1));
  });
  test('it is that of another case', async () => spoiled(await kept(await answered())));
  /** A package with these answers, signed by one of the two and encrypted to Astana. */
  async function packed(by: 'az' | 'kz', write = (sound: object) => JSON.stringify(sound)) {
    const { rooms } = stage[by];
    const recipient = await rooms.book.recipient(stage.kz.decryption.publicJwk.kid);
    const digest = (await stage.kz.rooms.cases.load(known))?.case.head.request;
    if (recipient === undefined || digest === undefined) throw new Error('no key, or no case');
    const sound = { v: 1, kind: 'ANSWER', request: known, digest, answers: [] };
    return rooms.post.writeAnswer(write(sound), recipient);
  }
  test('it is signed by ourselves', async () => spoiled(await packed('kz')));
  test.each([
    ['no JSON', () => '{'],
    ['another version', (sound: object) => JSON.stringify({ ...sound, v: 2 })],
    ['another digest', (sound: object) => JSON.stringify({ ...sound, digest: '0'.repeat(64) })],
    ['answers that are none', (sound: object) => JSON.stringify({ ...sound, answers: 1 })],
    [
      'an answer without its receipt',
      (sound: object) => JSON.stringify({ ...sound, answers: [{ purpose, answer: '{}' }] }),
    ],
    [
      'an answer that its receipt is not about',
      (sound: object, receipt: object) =>
        JSON.stringify({ ...sound, answers: [{ purpose, answer: '{}', receipt }] }),
    ],
  ] as const)('signed by the partner: %s', async (_, write) => {
    const receipt = parseReceipt((await show(READER))?.receipt ?? '') ?? {};
    await spoiled(await packed('az', (sound) => write(sound, receipt)));
  });

  test('a package that says nothing for the purpose is good, and shows nothing', async () => {
    expect(await shownOf(await packed('az'))).toEqual({ answer: null, receipt: null, fault: null });
  });

  test('A-9.4 a key of the partner that was revoked after it answered still vouches for what came before', async () => {
    const { at } = stage.clock;
    stage.clock.at = at + DAY;
    const { kid } = stage.az.signer;
    await record(stage.kz, [{ register: 'REVOCATION', authority: 'AZ-SMS', kid }], at + DAY);
    expect(await show(READER)).toMatchObject({ fault: null });
    stage.clock.at = at;
  });
});
