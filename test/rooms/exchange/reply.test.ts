/** A-10.4b, A-15 The printed reply: what the answer opened and nothing else, on the letterhead, in Russian. */
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../../../src/exchange/index.js';
import type { Condition, Outcome } from '../../../src/requests/index.js';
import { wholePerson } from '../../support/whole-person.js';
import { readPdf, wholeText } from '../letters/read-pdf.js';
import { concluded, ended, noted, VERIFIED, verified } from './paper-stage.js';
import {
  ANALYST,
  COORDINATOR,
  DAY,
  done,
  EXECUTING,
  inExecution,
  move,
  openStage,
  requestAbout,
  SIGNATORY,
  STRANGER,
  type Stage,
  uuid,
} from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({
    people: [wholePerson('one', ''), { ...wholePerson('hidden', 'а'), protected: true }],
  });
});
afterAll(() => stage.close());

type Asked = Parameters<Desk['letter']>[1];
const HAND = { office: 'Начальник управления', name: 'Н. Ə. Quliyev' };
const letter = (id: string, change: Partial<Asked> = {}) =>
  stage.az.desk.letter(EXECUTING, { case: id, kind: 'ANSWER', ...HAND, ...change });

async function drawn(id: string, change: Partial<Asked> = {}) {
  const answer = await letter(id, change);
  if (answer.letter === null) throw new Error(answer.fault);
  return answer.letter;
}
const textOf = async (...asked: Parameters<typeof drawn>) =>
  wholeText(readPdf((await drawn(...asked)).content)).replaceAll(/\s+/g, ' ');
const faultOf = async (...asked: Parameters<typeof letter>) => {
  const answer = await letter(...asked);
  return answer.letter === null ? answer.fault : null;
};

const REFUSED: Outcome = {
  outcome: 'REFUSED',
  grounds: ['SECURITY'],
  text: 'Сведения составляют государственную тайну.',
};

const asked = requestAbout();
// The letter knows the year; the month is the register's, so that `02.1980` came from there.
const document = {
  ...asked,
  subjects: asked.subjects.map((subject) => ({ ...subject, dateOfBirth: '1980' })),
};

/** A case on paper that Baku has in execution. */
async function executing(): Promise<string> {
  const { id } = await verified(stage, { document });
  await move(stage.az, EXECUTING, id, { kind: 'ACCEPT' });
  return id;
}

describe('A-9.1 a request on paper gets a printed reply', () => {
  test('the answer: what was opened, under the number and date of the letter that it replies to', async () => {
    const id = await executing();
    await concluded(stage, id);
    const text = await textOf(id);
    expect(text).toContain('Ответ на запрос об оказании содействия');
    expect(text).toContain('№ 1-4/8812');
    expect(text).toContain('12.06.2026, вх. № 77-15/2026');
    expect(text).toContain('Образцов');
    expect(text).toContain('02.1980');
    expect(text).toContain('Начальник управления');
    expect(text).toContain('Quliyev');
    expect(text).toContain('М. П.');
    // Its sender has no access through a gateway, and no end of one is told.
    expect(text).not.toContain('Доступ к сведениям');
    // Sex was not asked.
    expect(text).not.toContain('мужской');
  });

  test('the same twice is the same letter, and each reading stands in the ledger', async () => {
    const id = await executing();
    await concluded(stage, id);
    const before = stage.az.sealed.length;
    const [one, other] = [await drawn(id), await drawn(id)];
    expect(other.sha256).toBe(one.sha256);
    const entries = stage.az.sealed.slice(before);
    expect(entries).toHaveLength(2);
    expect(entries[0]).toMatchObject({
      ...{ outcome: 'ANSWERED', log: 'KZ-MIA', request: id },
      asking: { officer: EXECUTING.officer },
    });
    expect(entries[0]?.subjects).toHaveLength(1);
  });

  test('A-10.4b a partial refusal: two letters, and what was refused is in neither but by name', async () => {
    const id = await executing();
    await concluded(stage, id, { DATE_OF_BIRTH: REFUSED });
    const answer = await textOf(id);
    expect(answer).not.toContain('02.1980');
    expect(answer).toContain('Документ об отказе');
    const refusal = await textOf(id, { kind: 'REFUSAL' });
    expect(refusal).toContain('Частичный отказ в оказании содействия');
    expect(refusal).toContain('может нанести ущерб безопасности');
    expect(refusal).toContain('государственную тайну');
    expect(refusal).toContain('статья 10, пункт 4');
  });

  test('A-10.2 what a condition closes is not printed before its day', async () => {
    const id = await executing();
    await noted(stage, { id, person: 'one' });
    const until = stage.clock.at + 2 * DAY;
    const condition: Condition = {
      kind: 'CLOSED_UNTIL',
      ...{ until, items: ['DATE_OF_BIRTH'], text: 'До решения суда.' },
    };
    await ended(stage, id, [condition]);
    const closed = await textOf(id);
    // Its heading names him as the request did: by name and year.
    expect(closed).toContain('Образцов, 1980');
    expect(closed).not.toContain('02.1980');
    expect(closed).toContain('не ранее 17.06.2026');
    expect(closed).toContain('До решения суда.');
    stage.clock.at = until;
    expect(await textOf(id)).toContain('02.1980');
  });

  /** The text of a letter without what every letter has of its own. */
  async function toldOf(id: string): Promise<string> {
    const kept = await stage.az.rooms.cases.load(id);
    const motion = kept?.case.chain.at(-1)?.motion.id ?? '';
    return (await textOf(id)).replaceAll(motion, 'ID').replaceAll(/[0-9a-f]{64}/g, 'SHA');
  }

  const GONE: Outcome = { outcome: 'NOT_AVAILABLE' };
  const NOTHING = { NAME_CYRILLIC: GONE, DATE_OF_BIRTH: GONE, PHOTOGRAPH: GONE };
  async function toldOfNobody(): Promise<string> {
    const id = await executing();
    await noted(stage, { id, person: null, outcomes: NOTHING });
    await ended(stage, id);
    return toldOf(id);
  }

  test('A-10.4c somebody protected and nobody at all: one letter', async () => {
    const id = await executing();
    await noted(stage, { id, person: 'hidden', outcomes: NOTHING });
    await ended(stage, id);
    const text = await toldOf(id);
    expect(text).toContain('По данным, указанным в запросе, сведений не имеется.');
    expect(text).toBe(await toldOfNobody());
  });

  const register = (id: string, isProtected: boolean) =>
    stage.az.register([{ ...wholePerson(id, ''), protected: isProtected }]);
  const ON_BIRTH = { items: ['DATE_OF_BIRTH'], text: 'До решения суда.' } as const;
  const onTerms = (): Condition => ({ kind: 'ON_TERMS', ...ON_BIRTH });
  const closing = (): Condition => ({
    kind: 'CLOSED_UNTIL',
    until: stage.clock.at + 2 * DAY,
    ...ON_BIRTH,
  });
  test.each<[string, Readonly<Record<string, Outcome>>, readonly (() => Condition)[]]>([
    ['disclosed', {}, [onTerms]],
    ['closed by a condition', {}, [closing]],
    ['refused in part', { PHOTOGRAPH: REFUSED }, []],
  ])('A-10.4c put under protection after the conclusion, %s: as nobody at all', async (...row) => {
    const [name, outcomes, conditions] = row;
    await register(name, false);
    const id = await executing();
    await noted(stage, { id, person: name, outcomes });
    await ended(
      stage,
      id,
      conditions.map((make) => make()),
    );
    expect(await textOf(id)).toContain('Образцов Sample');
    await register(name, true);
    expect(await toldOf(id)).toBe(await toldOfNobody());
    expect(await faultOf(id, { kind: 'REFUSAL' })).toBe('NOT_IN_THIS_STATE');
  });

  test('A-10.4c put under protection while the letter is drawn: there is none', async () => {
    await register('turning', false);
    const id = await executing();
    await noted(stage, { id, person: 'turning' });
    await ended(stage, id);
    await register('turning', true);
    // Found a moment ago, and under protection when the answer is read.
    const late = openDesk({ ...stage.az.rooms, present: async () => new Set([1]) });
    const drawing = late.letter(EXECUTING, { case: id, kind: 'ANSWER', ...HAND });
    await expect(drawing).rejects.toThrow('UNAVAILABLE');
  });
});

describe('A-9.1 a request that came by gateway may be answered by letter too', () => {
  test('the answer tells the number of the request and the end of its access', async () => {
    const { id } = await inExecution(stage);
    await concluded(stage, id);
    const text = await textOf(id);
    expect(text).toContain(`№ ${id}`);
    expect(text).toContain('Доступ к сведениям по запросу открыт до');
  });
});

describe('A-11.1 for whom there is a letter', () => {
  test('for who executes or coordinates the case; to a stranger it is an unknown case', async () => {
    const id = await executing();
    await concluded(stage, id);
    const { desk } = stage.az;
    const asked = { case: id, kind: 'ANSWER', ...HAND } as const;
    const told = async (by: typeof EXECUTING, at = id) => {
      const answer = await desk.letter(by, { ...asked, case: at });
      return answer.letter === null ? answer.fault : 'DRAWN';
    };
    const before = stage.az.sealed.length;
    expect(await told(STRANGER)).toBe('NO_CASE');
    expect(await told(EXECUTING, uuid())).toBe('NO_CASE');
    expect(await told({ ...EXECUTING, role: 'AUDITOR' })).toBe('NOT_THIS_ROLE');
    expect(await told({ ...EXECUTING, role: 'SIGNATORY' })).toBe('NOT_THIS_ROLE');
    expect(stage.az.sealed).toHaveLength(before);
    expect(await told(COORDINATOR)).toBe('DRAWN');
  });

  test('the requesting side draws no letter of the other one', async () => {
    const { id } = await inExecution(stage);
    await concluded(stage, id, {
      NAME_CYRILLIC: REFUSED,
      DATE_OF_BIRTH: REFUSED,
      PHOTOGRAPH: REFUSED,
    });
    await stage.carry();
    for (const by of [ANALYST, SIGNATORY]) {
      const answer = await stage.kz.desk.letter(by, { case: id, kind: 'REFUSAL', ...HAND });
      expect(answer).toEqual({ letter: null, fault: 'NOT_THIS_SIDE' });
    }
    expect(await textOf(id, { kind: 'REFUSAL' })).toContain('Отказ в оказании содействия');
    expect(await faultOf(id)).toBe('NOT_IN_THIS_STATE');
  });
});

describe('A-9.5, A-11.5 when there is none', () => {
  test('before a conclusion, after the end of the grant, after a doubt, and none of a refusal that was not', async () => {
    const id = await executing();
    expect(await faultOf(id)).toBe('NOT_IN_THIS_STATE');
    const ended = await concluded(stage, id);
    expect(await faultOf(id, { kind: 'REFUSAL' })).toBe('NOT_IN_THIS_STATE');
    const [paper] = ended.enclosures;
    const check = { case: id, enclosure: paper?.id ?? '', ...VERIFIED } as const;
    const { desk } = stage.az;
    await done(desk.checkEnclosure(EXECUTING, { ...check, outcome: 'NOT_VERIFIED' }));
    expect(await faultOf(id)).toBe('PAPER_NOT_VERIFIED');
    await done(desk.checkEnclosure(EXECUTING, check));
    expect(await faultOf(id)).toBeNull();
    const before = stage.az.sealed.length;
    stage.clock.at += 7 * DAY;
    expect(await faultOf(id)).toBe('GRANT_ENDED');
    expect(stage.az.sealed).toHaveLength(before);
    await move(stage.az, EXECUTING, id, { kind: 'ASK_CONFIRMATION', reasons: ['Подпись.'] });
    expect(await faultOf(id)).toBe('NOT_IN_THIS_STATE');
  });
});

// For whoever wants to look at the pages: SORGU_LETTERS names a folder.
test.runIf(process.env.SORGU_LETTERS)('pages to look at', async () => {
  const id = await executing();
  await concluded(stage, id, { DATE_OF_BIRTH: REFUSED });
  const folder = process.env.SORGU_LETTERS ?? '';
  for (const kind of ['ANSWER', 'REFUSAL'] as const) {
    writeFileSync(`${folder}/${kind}.pdf`, (await drawn(id, { kind })).content);
  }
});
