/** The life of a request between two desks: what each way leaves on both sides, in the ledgers and in what leaves. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDesk, wakeCases } from '../../../src/exchange/index.js';
import {
  type CaseHead,
  digestOf,
  noteOutcome,
  type Outcome,
  recordAge,
  refuseAll,
} from '../../../src/requests/index.js';
import { openRequests } from '../../../src/store/index.js';
import { NOW } from '../../support/requests.js';
import { wholePerson } from '../../support/whole-person.js';
import {
  ANALYST,
  COORDINATOR,
  DAY,
  done,
  EXECUTING,
  faultOf,
  inExecution,
  move,
  openPackage,
  openStage,
  packageOf,
  requestAbout,
  SIGNATORY,
  STRANGER,
  type Stage,
  send,
  states,
  uuid,
} from './stage.js';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage({
    people: [
      wholePerson('one', ''),
      { ...wholePerson('hidden', 'а'), protected: true },
      { ...wholePerson('third', 'у'), citizenships: [{ country: 'RUS' }] },
    ],
  });
});
afterAll(() => stage.close());

const REFUSED: Outcome = { outcome: 'REFUSED', grounds: ['SECURITY'], text: 'Статья 10(4).' };
const DISCLOSED: Outcome = { outcome: 'DISCLOSED' };

interface Weighed {
  readonly person?: string | null;
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly conditions?: Parameters<Stage['az']['desk']['conclude']>[1]['conditions'];
}

/** Matches the subject, notes the outcomes, concludes, and carries the post. */
async function conclude(id: string, { person = 'one', outcomes, conditions = [] }: Weighed) {
  const { desk } = stage.az;
  await done(desk.match(EXECUTING, { case: id, n: 1, person }));
  await done(desk.note(EXECUTING, id, (sheet) => recordAge(sheet, 1, false)));
  for (const [item, outcome] of Object.entries(outcomes)) {
    const place = { n: 1, item: item as 'SEX' };
    await done(desk.note(EXECUTING, id, (sheet) => noteOutcome(sheet, place, outcome)));
  }
  const grantUntil = stage.clock.at + 7 * DAY;
  const ended = await done(
    desk.conclude(EXECUTING, { case: id, id: uuid(), conditions, grantUntil }),
  );
  await stage.carry();
  return ended;
}

const ALL = { NAME_CYRILLIC: DISCLOSED, DATE_OF_BIRTH: DISCLOSED, PHOTOGRAPH: DISCLOSED };
const { unit } = requestAbout().requesting;
const PARTNER = { authority: 'KZ-MIA', role: 'PARTNER_GATEWAY', unit };
const asking = (request: string) => ({ request, purpose: 'IDENTITY_ESTABLISHMENT' });

describe('whole lives', () => {
  test('A-10.3 an answer: both sides ANSWERED, every value in the package under a receipt', async () => {
    const { id } = await inExecution(stage);
    await conclude(id, { outcomes: ALL });
    expect(await states(stage, id)).toEqual(['ANSWERED', 'ANSWERED']);
    const kept = await stage.kz.rooms.cases.load(id);
    const { request, answers } = await openPackage(
      stage,
      (await packageOf(stage.kz, kept?.case.head.id ?? '')) ?? '',
    );
    expect(request).toBe(id);
    expect(answers).toHaveLength(1);
    expect(answers[0]?.answer).toContain('iVBORw0KGgo=');
    expect(answers[0]?.receipt).toHaveProperty('checkpoint');
    await move(stage.kz, ANALYST, id, { kind: 'CLOSE' });
    await stage.carry();
    expect(await states(stage, id)).toEqual(['CLOSED', 'CLOSED']);
    await expect(stage.az.grants.open(PARTNER, asking(id))).rejects.toThrow('NO_GRANT');
  });

  test('A-10.4 a partial refusal: the refused photograph is neither in the package nor in the grant', async () => {
    const { id } = await inExecution(stage);
    await conclude(id, { outcomes: { ...ALL, PHOTOGRAPH: REFUSED } });
    expect(await states(stage, id)).toEqual(['PARTLY_REFUSED', 'PARTLY_REFUSED']);
    const kept = await stage.kz.rooms.cases.load(id);
    const { answers } = await openPackage(
      stage,
      (await packageOf(stage.kz, kept?.case.head.id ?? '')) ?? '',
    );
    expect(answers[0]?.answer).toContain('1980-02');
    expect(answers[0]?.answer).not.toContain('iVBORw0KGgo=');
    // Sex was not asked, and is as closed as what was refused.
    expect(answers[0]?.answer).not.toContain('MALE');
    const grant = await stage.az.grants.open(PARTNER, asking(id));
    expect([...(grant.subjects[0]?.items ?? [])].sort()).toEqual([
      'DATE_OF_BIRTH',
      'NAME_CYRILLIC',
    ]);
  });

  test('A-10.4 a refusal as a whole: no package, no grant, both sides REFUSED', async () => {
    const { id } = await inExecution(stage);
    await conclude(id, {
      outcomes: { NAME_CYRILLIC: REFUSED, DATE_OF_BIRTH: REFUSED, PHOTOGRAPH: REFUSED },
    });
    expect(await states(stage, id)).toEqual(['REFUSED', 'REFUSED']);
    for (const side of [stage.az, stage.kz]) {
      expect((await side.rooms.cases.load(id))?.answer).toBeNull();
    }
    await expect(stage.az.grants.open(PARTNER, asking(id))).rejects.toThrow('NO_GRANT');
  });

  test('A-10.4 a refusal before anybody was looked for', async () => {
    const { id } = await send(stage);
    await stage.carry();
    const { head } = (await stage.az.rooms.cases.load(id))?.case ?? {};
    const outcomes = refuseAll((head as CaseHead).wanted, { grounds: ['SECURITY'], text: 'Нет.' });
    await move(stage.az, COORDINATOR, id, { kind: 'REFUSE', outcomes });
    await stage.carry();
    expect(await states(stage, id)).toEqual(['REFUSED', 'REFUSED']);
  });

  test('A-11.1 a withdrawal that crosses an acceptance: the requested side orders them, both agree', async () => {
    const { id } = await send(stage);
    await stage.carry();
    await done(stage.az.desk.assign(COORDINATOR, { case: id, officer: EXECUTING.officer }));
    await move(stage.az, EXECUTING, id, { kind: 'ACCEPT' });
    await move(stage.kz, SIGNATORY, id, { kind: 'WITHDRAW', reason: 'NO_LONGER_NEEDED' });
    await stage.carry();
    expect(await states(stage, id)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
    expect(
      await faultOf(
        stage.az.desk.conclude(EXECUTING, {
          case: id,
          id: uuid(),
          conditions: [],
          grantUntil: stage.clock.at + DAY,
        }),
      ),
    ).toBe('MATCH_MISSING');
  });

  test('A-11.1 a withdrawal that crosses an answer comes too late, and both sides say so', async () => {
    const { id } = await inExecution(stage);
    const { desk } = stage.az;
    await stage.carry();
    await move(stage.kz, SIGNATORY, id, { kind: 'WITHDRAW', reason: 'NO_LONGER_NEEDED' });
    const held = stage.kz.going.splice(0);
    await done(desk.match(EXECUTING, { case: id, n: 1, person: 'one' }));
    await done(desk.note(EXECUTING, id, (sheet) => recordAge(sheet, 1, false)));
    for (const item of ['NAME_CYRILLIC', 'DATE_OF_BIRTH', 'PHOTOGRAPH'] as const) {
      await done(
        desk.note(EXECUTING, id, (sheet) => noteOutcome(sheet, { n: 1, item }, DISCLOSED)),
      );
    }
    await done(
      desk.conclude(EXECUTING, {
        case: id,
        id: uuid(),
        conditions: [],
        grantUntil: stage.clock.at + DAY,
      }),
    );
    stage.kz.going.push(...held);
    await stage.carry();
    expect(await states(stage, id)).toEqual(['ANSWERED', 'ANSWERED']);
    const kept = await stage.kz.rooms.cases.load(id);
    const own = kept?.case.side === 'REQUESTING' ? kept.case.motions.at(-1) : undefined;
    expect(own?.settled).toMatchObject({ as: 'DECLINED', fault: 'NOT_IN_THIS_STATE' });
  });
});

describe('A-11.4 the ledgers', () => {
  test('every move of the chain stands in both by the digest of its record, under its clause', async () => {
    const { id } = await inExecution(stage);
    await conclude(id, { outcomes: ALL });
    const chain = (await stage.az.rooms.cases.load(id))?.case.chain ?? [];
    const recorded = chain.map((one) => digestOf(one));
    const movedIn = (side: Stage['az']) =>
      side.sealed.filter(({ outcome, request }) => outcome === 'MOVED' && request === id);
    expect(movedIn(stage.az).map(({ operation }) => operation)).toEqual(recorded);
    expect(movedIn(stage.az).map(({ clauses }) => clauses[0])).toEqual(['10(3)', '10(1)', '10(3)']);
    expect(movedIn(stage.az).every(({ log }) => log === 'KZ-MIA')).toBe(true);
    // The requesting side has also what it did before anything was sent.
    expect(
      movedIn(stage.kz)
        .map(({ operation }) => operation)
        .slice(2),
    ).toEqual(recorded);
    expect(movedIn(stage.kz).map(({ clauses }) => clauses[0])).toEqual([
      '9(3)',
      '8(1)',
      '10(3)',
      '10(1)',
      '10(3)',
    ]);
    expect(movedIn(stage.kz).every(({ log }) => log === 'AZ-SMS')).toBe(true);
    // Of what was said, and about whom, no entry says anything.
    expect(JSON.stringify(movedIn(stage.az))).not.toMatch(/Образцов|1980|"one"/);
  });

  test('who was looked for stands in the domestic log before he is shown', async () => {
    const { id } = await inExecution(stage);
    const before = stage.az.sealed.length;
    const found = await stage.az.desk.candidates(EXECUTING, { case: id, n: 1 });
    expect(found?.map(({ person }) => person)).toContain('one');
    const [entry, ...more] = stage.az.sealed.slice(before);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ log: 'DOMESTIC', request: id, purpose: 'REQUEST_EXECUTION' });
    expect(entry?.subjects).toHaveLength(found?.length ?? -1);
    expect(JSON.stringify({ ...entry, subjects: [] })).not.toMatch(/Образцов|1980/);
  });
});

describe('A-10.2 conditions', () => {
  test('an item closed until a day is closed in package and grant, and open from that day', async () => {
    const { id } = await inExecution(stage);
    const until = stage.clock.at + 2 * DAY;
    const conditions = [
      { kind: 'CLOSED_UNTIL', until, items: ['DATE_OF_BIRTH'], text: 'До суда.' },
    ] as const;
    await conclude(id, { outcomes: ALL, conditions });
    const kept = await stage.kz.rooms.cases.load(id);
    const { answers } = await openPackage(
      stage,
      (await packageOf(stage.kz, kept?.case.head.id ?? '')) ?? '',
    );
    expect(answers[0]?.answer).not.toContain('1980-02');
    const open = async () =>
      [...((await stage.az.grants.open(PARTNER, asking(id))).subjects[0]?.items ?? [])].sort();
    expect(await open()).toEqual(['NAME_CYRILLIC', 'PHOTOGRAPH']);
    stage.clock.at = until - 1;
    await wakeCases(stage.az.rooms);
    expect(await open()).toEqual(['NAME_CYRILLIC', 'PHOTOGRAPH']);
    stage.clock.at = until;
    await wakeCases(stage.az.rooms);
    expect(await open()).toEqual(['DATE_OF_BIRTH', 'NAME_CYRILLIC', 'PHOTOGRAPH']);
  });
});

describe('A-10.4c protected and not found', () => {
  const GONE = { outcome: 'NOT_AVAILABLE' } as const;
  const NOTHING = { NAME_CYRILLIC: GONE, DATE_OF_BIRTH: GONE, PHOTOGRAPH: GONE };
  const WITHHELD = { outcome: 'WITHHELD_BY_POLICY', reason: 'NOT_FOR_SUBJECT' } as const;
  const closing = {
    ...({ kind: 'CLOSED_UNTIL' } as const),
    ...{ until: NOW + 90 * DAY, text: 'До суда.' },
    items: ['DATE_OF_BIRTH'],
  } as const;
  const uses = { kind: 'NOT_AS_EVIDENCE', until: null, items: ['SEX'], text: 'Нет.' } as const;

  /** Everything that Astana has of the case: the chain's last move, the package, its entries in Baku's ledger. */
  async function leftOf(id: string): Promise<string> {
    const kept = await stage.kz.rooms.cases.load(id);
    const { answers } = await openPackage(
      stage,
      (await packageOf(stage.kz, kept?.case.head.id ?? '')) ?? '',
    );
    const entries = answers.map(({ receipt }) => {
      const { coordinates, subjects, withheld, clauses } = JSON.parse(receipt.entry);
      return { coordinates, subjects, withheld, clauses };
    });
    const move = kept?.case.chain.at(-1)?.motion.move;
    const said = { state: kept?.case.state, move, answers: answers.map(({ answer }) => answer) };
    return JSON.stringify({ ...said, entries }).replaceAll(id, 'the case');
  }
  async function leftBy(weighed: Weighed): Promise<string> {
    const { id } = await inExecution(stage);
    await conclude(id, weighed);
    return leftOf(id);
  }

  /** Who the subject was matched to, what the officer noted, and on what terms. */
  const WEIGHED: Readonly<Record<string, Weighed>> = {
    'a protected person, not available': { person: 'hidden', outcomes: NOTHING },
    'a protected person, disclosed by mistake': { person: 'hidden', outcomes: ALL },
    'a protected person, noted in another order': {
      person: 'hidden',
      outcomes: { PHOTOGRAPH: DISCLOSED, DATE_OF_BIRTH: GONE, NAME_CYRILLIC: DISCLOSED },
    },
    'a protected person, refused in part': {
      person: 'hidden',
      outcomes: { ...ALL, PHOTOGRAPH: REFUSED },
    },
    'a protected person, refused in all': {
      person: 'hidden',
      outcomes: { NAME_CYRILLIC: REFUSED, DATE_OF_BIRTH: REFUSED, PHOTOGRAPH: REFUSED },
    },
    'a protected person, withheld': {
      person: 'hidden',
      outcomes: { ...ALL, PHOTOGRAPH: WITHHELD },
    },
    'a protected person, on conditions': {
      ...{ person: 'hidden', outcomes: ALL },
      conditions: [closing, uses],
    },
    'a national of a third country': { person: 'third', outcomes: ALL },
    'a key that the register no longer has': { person: 'deleted', outcomes: ALL },
    'nobody, refused': { person: null, outcomes: { ...NOTHING, PHOTOGRAPH: REFUSED } },
    'nobody, on conditions': { person: null, outcomes: NOTHING, conditions: [closing] },
  };
  test.each(Object.entries(WEIGHED))('%s: as if nobody was found', async (_, weighed) => {
    const nobody = await leftBy({ person: null, outcomes: NOTHING });
    expect(await leftBy(weighed)).toBe(nobody);
  });

  test('somebody who may be named is told of, on the conditions that bind something', async () => {
    const nobody = await leftBy({ person: null, outcomes: NOTHING });
    const { id } = await inExecution(stage);
    await conclude(id, { outcomes: ALL, conditions: [closing, uses] });
    expect(await leftOf(id)).not.toBe(nobody);
    const move = (await stage.kz.rooms.cases.load(id))?.case.chain.at(-1)?.motion.move;
    expect(move).toMatchObject({ kind: 'ANSWER', conditions: [closing] });
  });

  /** Matched and noted while nothing stood in the way; not concluded. */
  async function noted(person: string) {
    await stage.az.register([wholePerson(person, 'ш')]);
    const { id } = await inExecution(stage);
    await stage.carry();
    const { desk } = stage.az;
    await done(desk.match(EXECUTING, { case: id, n: 1, person }));
    await done(desk.note(EXECUTING, id, (sheet) => recordAge(sheet, 1, false)));
    for (const item of ['NAME_CYRILLIC', 'DATE_OF_BIRTH', 'PHOTOGRAPH'] as const) {
      await done(
        desk.note(EXECUTING, id, (sheet) => noteOutcome(sheet, { n: 1, item }, DISCLOSED)),
      );
    }
    return id;
  }
  const flag = (person: string) =>
    stage.az.register([{ ...wholePerson(person, 'ш'), protected: true }]);
  const ending = (id: string) => ({
    ...{ case: id, id: uuid(), conditions: [] },
    grantUntil: stage.clock.at + 7 * DAY,
  });

  test('flagged between noting and concluding: as if nobody was found', async () => {
    const nobody = await leftBy({ person: null, outcomes: NOTHING });
    const id = await noted('turned');
    await flag('turned');
    await done(stage.az.desk.conclude(EXECUTING, ending(id)));
    await stage.carry();
    expect(await leftOf(id)).toBe(nobody);
  });

  test('flagged while the package is made: nothing is kept, nothing leaves, and the next try tells nothing', async () => {
    const nobody = await leftBy({ person: null, outcomes: NOTHING });
    const id = await noted('turning');
    // Found a moment ago, and under protection when the package is read.
    await flag('turning');
    const late = openDesk({ ...stage.az.rooms, present: async () => new Set([1]) });
    const asked = ending(id);
    await expect(late.conclude(EXECUTING, asked)).rejects.toThrow('UNAVAILABLE');
    expect((await stage.az.rooms.cases.load(id))?.case.state).toBe('IN_EXECUTION');
    expect(stage.az.going).toEqual([]);
    await done(stage.az.desk.conclude(EXECUTING, asked));
    await stage.carry();
    expect(await leftOf(id)).toBe(nobody);
  });

  test('a conclusion asked again after a flag is the one that was made', async () => {
    const id = await noted('later');
    const asked = ending(id);
    await done(stage.az.desk.conclude(EXECUTING, asked));
    await flag('later');
    const again = await done(stage.az.desk.conclude(EXECUTING, asked));
    expect(again.case.chain).toHaveLength(3);
    await stage.carry();
    // What is asked from now on finds nobody.
    const grant = await stage.az.grants.open(PARTNER, asking(id));
    expect(grant.subjects.map(({ n }) => n)).toEqual([1]);
    expect(await stage.az.rooms.present(await requestOf(id))).toEqual(new Set());
  });

  async function requestOf(id: string) {
    const request = await openRequests(stage.az.pools.app).load(id);
    if (request === undefined) throw new Error('no request');
    return request;
  }
});

describe('A-11.1 who is on the case', () => {
  test('to a stranger every way to a case answers as to an unknown id', async () => {
    const { id } = await inExecution(stage);
    const { desk } = stage.az;
    const ways = (at: string) => [
      desk.move(STRANGER, { case: at, id: uuid(), move: { kind: 'ACCEPT' } }),
      desk.assign(STRANGER, { case: at, officer: STRANGER.officer }),
      desk.match(STRANGER, { case: at, n: 1, person: 'one' }),
      desk.note(STRANGER, at, (sheet) => recordAge(sheet, 1, false)),
      desk.conclude(STRANGER, {
        case: at,
        id: uuid(),
        conditions: [],
        grantUntil: stage.clock.at + DAY,
      }),
      desk.sign(STRANGER, { case: at, id: uuid(), jws: 'x', key: stage.head.publicJwk }),
      desk.show(STRANGER, at),
      desk.candidates(STRANGER, { case: at, n: 1 }),
    ];
    expect(await Promise.all(ways(id))).toEqual(await Promise.all(ways(uuid())));
    const page = { box: 'INBOX', states: null, dueBefore: null, after: null, first: 50 } as const;
    expect(await desk.list(STRANGER, page)).toEqual({ files: [], more: false });
  });
});
