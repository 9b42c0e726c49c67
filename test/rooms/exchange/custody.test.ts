/** Custody of what was received (11(2), 11(5)): read for its purpose, until its end, then destroyed, whatever ends in between. */
import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { destroyDue, type ExchangeRooms, type Officer } from '../../../src/exchange/index.js';
import { noteOutcome, recordAge } from '../../../src/requests/index.js';
import { closePool, findLost, openEpochKeys, openOwner } from '../../../src/store/index.js';
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
  requestAbout,
  SIGNATORY,
  type Stage,
  uuid,
} from './stage.js';

const { unit } = requestAbout().requesting;
const purpose = 'IDENTITY_ESTABLISHMENT';
const READER: Officer = { ...ANALYST, unit };
const REVIEWER: Officer = { ...SIGNATORY, unit };
const QUERY =
  '{ subjects { edges { node { id dateOfBirth nameCyrillic { surname } photograph { content } } } } }';
const DAYS = 30;

let stage: Stage;
let start: number;
beforeAll(async () => {
  stage = await openStage({ people: [wholePerson('one', '')] });
  start = stage.clock.at;
});
beforeEach(() => {
  stage.clock.at = start;
});
afterAll(() => stage.close());

/** A case of which the name and the date of birth were answered, given for some days. */
async function answered(days = DAYS): Promise<string> {
  const { id } = await inExecution(stage);
  const { desk } = stage.az;
  await done(desk.match(EXECUTING, { case: id, n: 1, person: 'one' }));
  await done(desk.note(EXECUTING, id, (sheet) => recordAge(sheet, 1, false)));
  for (const item of ['NAME_CYRILLIC', 'DATE_OF_BIRTH', 'PHOTOGRAPH'] as const) {
    const refused = { outcome: 'REFUSED', grounds: ['SECURITY'], text: '10(4)' } as const;
    const outcome = item === 'PHOTOGRAPH' ? refused : ({ outcome: 'DISCLOSED' } as const);
    await done(desk.note(EXECUTING, id, (sheet) => noteOutcome(sheet, { n: 1, item }, outcome)));
  }
  const grantUntil = stage.clock.at + days * DAY;
  await done(desk.conclude(EXECUTING, { case: id, id: uuid(), conditions: [], grantUntil }));
  await stage.carry();
  return id;
}

const read = (id: string, officer = READER, stated = purpose) =>
  stage.kz.ask(officer, { request: id, purpose: stated }, QUERY);
const ENTITY = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ExchangeSubject { id kaz {
  id dateOfBirth nameCyrillic { surname } photograph { content } } } } }`;
/** The same, as the router of one's own authority asks it. */
const readEntities = (
  id: string,
  named: readonly string[],
  { officer = READER, stated = purpose } = {},
) =>
  stage.kz.askSubgraph(
    officer,
    { request: id, purpose: stated },
    {
      query: ENTITY,
      variables: { r: named.map((one) => ({ __typename: 'ExchangeSubject', id: one })) },
    },
  );
const readEntity = (id: string, officer = READER, stated = purpose) =>
  readEntities(id, [`${id}.1`], { officer, stated });
const codesIn = ({ errors = [] }: Awaited<ReturnType<typeof read>>) =>
  errors.map(({ extensions }) => extensions as { code: string; coordinate?: string });
const refused = { errors: [expect.objectContaining({ extensions: { code: 'NO_GRANT' } })] };

/** What the rows of custody and of the case hold, as the database's owner sees them. */
async function rowsOf(query: string): Promise<readonly Record<string, unknown>[]> {
  const sql = openOwner(stage.kz.urls.owner);
  try {
    return [...(await sql.unsafe(query))];
  } finally {
    await closePool(sql);
  }
}

describe('A-11.2 a request that was sent reads custody', () => {
  test('by the path of any query: what was disclosed, what was not is withheld, its entry in the domestic log', async () => {
    const id = await answered();
    const before = stage.kz.sealed.length;
    const told = await read(id);
    expect(told.data).toEqual({
      subjects: {
        edges: [
          {
            node: {
              id: `${id}.1`,
              dateOfBirth: '1980-02',
              nameCyrillic: { surname: 'Образцов' },
              photograph: null,
            },
          },
        ],
      },
    });
    expect(codesIn(told)).toEqual([
      expect.objectContaining({ code: 'FIELD_WITHHELD', coordinate: 'Person.photograph' }),
    ]);
    const [entry, ...more] = stage.kz.sealed.slice(before);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ log: 'DOMESTIC', outcome: 'ANSWERED', request: id, purpose });
    expect(entry?.subjects[0]?.released).toContain('Person.dateOfBirth');
  });

  test('as a subgraph: the same person by the key that both states know, under the names of this state', async () => {
    const [id, other] = [await answered(), await answered()];
    const plain = await read(id);
    const before = stage.kz.sealed.length;
    const told = await readEntities(id, [`${other}.1`, `${id}.1`, `${id}.2`]);
    const { subjects } = plain.data as { subjects: { edges: readonly { node: object }[] } };
    const person = subjects.edges[0]?.node;
    expect(told.data).toEqual({ _entities: [null, { id: `${id}.1`, kaz: person }, null] });
    expect(codesIn(told)).toEqual([
      {
        ...codesIn(plain)[0],
        coordinate: 'KAZ_Person.photograph',
        paths: [['_entities', 'kaz', 'photograph']],
      },
    ]);
    const [entry, ...more] = stage.kz.sealed.slice(before);
    expect(more).toEqual([]);
    expect(entry).toMatchObject({ log: 'DOMESTIC', outcome: 'ANSWERED', request: id, purpose });
    expect(entry?.subjects).toHaveLength(1);
    expect(entry?.subjects[0]?.released).toContain('Person.dateOfBirth');
    expect(entry?.subjects[0]?.withheld).toContain('Person.photograph');
  });

  const WHO: readonly (readonly [string, Officer, string, boolean])[] = [
    ['the analyst on the case', READER, purpose, true],
    ['the signatory on the case', REVIEWER, purpose, true],
    ['an analyst who is not on it', { ...READER, officer: 'KZ-MIA-0999' }, purpose, false],
    ['another unit', { ...READER, unit: 'Другой комитет' }, purpose, false],
    ['an auditor under his number', { ...READER, role: 'AUDITOR' }, purpose, false],
    ['another purpose of the instrument', READER, 'PERSON_DETECTION', false],
    ['the purpose of who executes', READER, 'REQUEST_EXECUTION', false],
  ];
  test.each(WHO)('%s', async (...[, officer, stated, mayRead]) => {
    const id = await answered();
    for (const ask of [read, readEntity]) {
      const told = await ask(id, officer, stated);
      if (mayRead) expect(JSON.stringify(told.data)).toContain('1980-02');
      else expect(told).toMatchObject(refused);
    }
  });

  test('an unknown request answers as one that is not yours', async () => {
    const stranger = { ...READER, officer: 'KZ-MIA-0999' };
    expect(await read(uuid())).toEqual(await read(await answered(), stranger));
  });

  test('A-9.5 doubt closes it; the end of the exchange does not', async () => {
    const doubted = await answered();
    await move(stage.az, EXECUTING, doubted, { kind: 'ASK_CONFIRMATION', reasons: ['Подпись?'] });
    await stage.carry();
    expect(await read(doubted)).toMatchObject(refused);
    const closed = await answered();
    await move(stage.kz, ANALYST, closed, { kind: 'CLOSE' });
    await stage.carry();
    expect(codesIn(await read(closed)).map(({ code }) => code)).toEqual(['FIELD_WITHHELD']);
  });

  test('A-11.2 with the consent of its provider for another purpose, the items and persons it names', async () => {
    const id = await answered();
    const consent = {
      ...{ provider: 'AZ-SMS', request: id, purpose: 'PERSON_DETECTION', basis: '6' },
      ...{ subjects: [1], items: ['DATE_OF_BIRTH'] as const, givenAt: start, until: start + DAY },
    };
    const { rooms } = stage.kz;
    const { consents } = rooms;
    Object.assign(rooms, { consents: async () => [consent] });
    try {
      const told = await read(id, READER, 'PERSON_DETECTION');
      expect(JSON.stringify(told.data)).toContain('1980-02');
      expect(JSON.stringify(told.data)).not.toContain('Образцов');
      stage.clock.at = start + DAY;
      expect(await read(id, READER, 'PERSON_DETECTION')).toMatchObject(refused);
    } finally {
      Object.assign(rooms, { consents });
    }
  });
});

describe('A-11.5a held until its end', () => {
  test('unreadable from its end on, whatever the job does: DESTROYED where each value stood', async () => {
    const id = await answered();
    stage.clock.at = start + DAYS * DAY - 1;
    expect(codesIn(await read(id)).map(({ code }) => code)).toEqual(['FIELD_WITHHELD']);
    stage.clock.at = start + DAYS * DAY;
    const before = stage.kz.sealed.length;
    const told = await read(id);
    const gone = (field: string) =>
      expect.objectContaining({
        path: ['subjects', 'edges', 0, 'node', field],
        extensions: expect.objectContaining({
          code: 'DESTROYED',
          coordinate: `Person.${field}`,
          clause: '11(5)',
        }),
      });
    expect(told.errors?.slice(1)).toEqual([gone('dateOfBirth'), gone('nameCyrillic')]);
    expect(JSON.stringify(told.data)).not.toContain('1980');
    const entity = await readEntity(id);
    expect(entity.errors?.slice(1)).toMatchObject(
      ['dateOfBirth', 'nameCyrillic'].map((field) => ({
        path: ['_entities', 0, 'kaz', field],
        extensions: { code: 'DESTROYED', coordinate: `KAZ_Person.${field}`, clause: '11(5)' },
      })),
    );
    expect(JSON.stringify(entity.data)).not.toContain('1980');
    const [line] = stage.kz.sealed[before]?.subjects ?? [];
    expect(line?.released).not.toContain('Person.dateOfBirth');
    expect(line?.withheld).toContain('Person.dateOfBirth');
  });

  test('the purpose’s rule ends it where the provider gave it for longer', async () => {
    const id = await answered(4_000);
    const [holding] = await stage.kz.rooms.custody.holdings(id);
    expect(holding?.endsAt).toBe(start + 180 * DAY);
    expect(holding?.limit).toBe(start + 4_000 * DAY);
  });

  const put = (officer: Officer, asked: { id: string; until: number; text?: string }) => {
    const { id: about, until, text = 'Жалоба' } = asked;
    return stage.kz.custody.extend(officer, { about, purpose, until, text });
  };
  const faulty = (fault: string) => ({ holding: null, fault });

  test('its end is put off for a reason, by who may, not past the provider’s time; the entry stands first', async () => {
    const id = await answered(300);
    const later = start + 200 * DAY;
    const stranger: Officer = { ...REVIEWER, officer: 'KZ-MIA-0999' };
    expect(await put(stranger, { id, until: later })).toEqual(faulty('NO_HOLDING'));
    const elsewhere: Officer = { ...REVIEWER, unit: 'Другой комитет' };
    expect(await put(elsewhere, { id, until: later })).toEqual(faulty('NO_HOLDING'));
    expect(await put(READER, { id, until: later })).toEqual(faulty('NOT_THIS_ROLE'));
    expect(await put(REVIEWER, { id, until: later, text: ' ' })).toEqual(faulty('CONTENT_MISSING'));
    expect(await put(REVIEWER, { id, until: start + 301 * DAY })).toEqual(
      faulty('BEYOND_THE_PROVIDERS_TIME'),
    );
    expect(await put(REVIEWER, { id, until: start + 180 * DAY })).toEqual(faulty('END_NOT_LATER'));
    const before = stage.kz.sealed.length;
    expect((await put(REVIEWER, { id, until: later })).holding).not.toBeNull();
    expect(stage.kz.sealed.slice(before).map(({ outcome }) => outcome)).toEqual(['EXTENDED']);
    stage.clock.at = later - 1;
    expect(JSON.stringify((await read(id)).data)).toContain('1980-02');
    stage.clock.at = later;
    expect(await put(REVIEWER, { id, until: later + DAY })).toEqual(faulty('RETENTION_ENDED'));
    expect(codesIn(await read(id)).map(({ code }) => code)).toContain('DESTROYED');
  });

  test('A-11.4 a later end that somebody wrote into the database is not put off either', async () => {
    const id = await answered(300);
    stage.clock.at = start + 180 * DAY;
    await rowsOf(`
      update exchange.holding set ends_at = ends_at + interval '10 days' where case_id = '${id}'`);
    const asked = put(REVIEWER, { id, until: start + 200 * DAY });
    await expect(asked).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(codesIn(await read(id)).map(({ code }) => code)).toContain('DESTROYED');
  });

  test('while the ledger is away no end is put off', async () => {
    const id = await answered(300);
    const { rooms } = stage.kz;
    const { ledger } = rooms;
    const away = async (): Promise<never> => {
      throw new Error('away');
    };
    Object.assign(rooms, { ledger: { ...ledger, seal: away } });
    try {
      await expect(put(REVIEWER, { id, until: start + 200 * DAY })).rejects.toThrow('away');
    } finally {
      Object.assign(rooms, { ledger });
    }
    expect((await rooms.custody.holdings(id))[0]?.endsAt).toBe(start + 180 * DAY);
  });

  test('whatever is put off, whenever the job runs: read before its end alone', async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('put' as const), until: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 0, max: 96 }) }),
      fc.record({ kind: fc.constant('job' as const) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(step, { maxLength: 5 }), ends),
      { numRuns: 6 },
    );
  }, 60_000);

  type Step =
    | { readonly kind: 'put'; readonly until: number }
    | { readonly kind: 'wait'; readonly hours: number }
    | { readonly kind: 'job' };

  /** Held to its end by the rule, given for longer: what is put off, put off again, or too late. */
  async function ends(days: number, steps: readonly Step[]): Promise<void> {
    stage.clock.at = start;
    Object.assign(stage.kz.rooms, { shortenings: [{ purpose, days }] });
    const id = await answered(10);
    Object.assign(stage.kz.rooms, { shortenings: [] });
    let end = start + days * DAY;
    for (const one of steps) {
      end = await taken(one, { id, end });
      expect(await isRead(id)).toBe(stage.clock.at < end);
    }
    stage.clock.at = Math.max(stage.clock.at, end - 1);
    expect(await isRead(id)).toBe(stage.clock.at < end);
    stage.clock.at = Math.max(stage.clock.at, end + 1000);
    expect(await isRead(id)).toBe(false);
  }

  /** Its end after a step. */
  async function taken(one: Step, { id, end }: { id: string; end: number }): Promise<number> {
    switch (one.kind) {
      case 'wait':
        stage.clock.at += one.hours * 3_600_000;
        return end;
      case 'job':
        await destroyDue(stage.kz.rooms);
        return end;
      case 'put': {
        const until = start + one.until * DAY;
        const mayBe = stage.clock.at < end && end < until && one.until <= 10;
        expect((await put(REVIEWER, { id, until })).holding !== null).toBe(mayBe);
        return mayBe ? until : end;
      }
    }
  }

  const isRead = async (id: string) =>
    JSON.stringify((await read(id)).data ?? null).includes('1980-02');
});

describe('A-11.4 as it lies in the database', () => {
  test('neither the package nor a value of it stands there as it came', async () => {
    const id = await answered();
    const jwe = await packageOf(stage.kz, id);
    const sent = (await stage.az.rooms.cases.load(id))?.answer;
    expect(jwe).toBe(sent);
    const rows = await rowsOf(`
      select h.content, v.* from exchange.holding h join exchange.held_value v using (case_id, source, purpose)
      where case_id = '${id}'`);
    expect(rows.length).toBe(3);
    // The request itself names the person: what the other Party said is what may not stand there.
    for (const text of ['1980-02', 'Образцов']) expect(JSON.stringify(rows)).not.toContain(text);
    const cases = await rowsOf('select * from exchange.case_file');
    expect(JSON.stringify([...rows, ...cases])).not.toContain(String(sent));
  });

  const END = `update exchange.held_value set ends_at = ends_at + interval '10 years' where case_id = `;
  const SWAP = `
    update exchange.held_value a set sealed = b.sealed, wrapped = b.wrapped from exchange.held_value b
    where a.case_id = b.case_id and a.item_group = 'DATE_OF_BIRTH' and b.item_group = 'NAME_CYRILLIC' and a.case_id = `;
  test.each([
    ['its end is put off', END],
    ['a value in the place of another', SWAP],
  ])('whoever writes to it: %s, and it opens no more', async (_, statement) => {
    const id = await answered();
    await rowsOf(`${statement} '${id}'`);
    await expect(read(id)).rejects.toThrow('custody: a value is not what was kept');
  });
});

describe('A-11.5b destroyed', () => {
  const destroy = (change: Partial<ExchangeRooms> = {}) =>
    destroyDue({ ...stage.kz.rooms, ...change });
  const keysIn = async () =>
    (await readdir(stage.kz.custodyKeys)).filter((name) => name.endsWith('.key'));
  const epochOf = async (id: string) =>
    (
      await rowsOf(
        `select distinct epoch::text as epoch from exchange.held_value where case_id = '${id}'`,
      )
    ).map(({ epoch }) => String(epoch));

  test('values and keys are gone, what stays is wrapped anew, entry and certificate say the same', async () => {
    const [id, stays] = [await answered(40), await answered(41)];
    // The same day of end, and not the same end.
    await rowsOf('select 1');
    const near = await answered(40);
    stage.clock.at = start + 40 * DAY;
    const [old] = await epochOf(id);
    const before = stage.kz.sealed.length;
    await destroy();
    expect(
      await rowsOf(`select 1 from exchange.held_value where case_id in ('${id}', '${near}')`),
    ).toEqual([]);
    expect(await keysIn()).not.toContain(`${old}.key`);
    expect(await readFile(join(stage.kz.custodyKeys, 'erased'), 'utf8')).toContain(String(old));
    const entry = stage.kz.sealed
      .slice(before)
      .find(({ outcome, request }) => outcome === 'DESTROYED' && request === id);
    expect(entry).toMatchObject({ log: 'AZ-SMS', clauses: ['11(5)'], subjects: [] });
    const [told, ...more] = await stage.kz.rooms.erasures.certificates(id);
    expect(more).toEqual([]);
    const certificate = JSON.parse(
      Buffer.from(told?.certificate.split('.')[1] ?? '', 'base64url').toString(),
    );
    expect(certificate).toMatchObject({
      kind: 'DESTRUCTION',
      case: id,
      provider: 'AZ-SMS',
      recipient: 'KZ-MIA',
    });
    expect(certificate.values.map((one: { group: string }) => one.group).sort()).toEqual([
      'DATE_OF_BIRTH',
      'NAME_CYRILLIC',
      'PACKAGE',
    ]);
    expect(JSON.stringify(certificate)).not.toMatch(/1980|Образцов/);
    expect(codesIn(await read(id)).map(({ code }) => code)).toContain('DESTROYED');
    stage.clock.at = start;
    expect(JSON.stringify((await read(stays)).data)).toContain('1980-02');
  });

  test('one person of a day is taken back; the other of that day is read as before, under another key', async () => {
    const [goes, stays] = [await answered(50), await answered(50)];
    const [holding] = await stage.kz.rooms.custody.holdings(goes);
    if (holding === undefined) throw new Error('nothing held');
    const [old] = await epochOf(stays);
    const groups = ['DATE_OF_BIRTH', 'NAME_CYRILLIC'] as const;
    await stage.kz.rooms.custody.recall(holding, [
      ...groups.map((group) => ({ n: 1, group })),
      { n: 0, group: 'PACKAGE' },
    ]);
    expect(codesIn(await read(goes)).map(({ code }) => code)).toContain('DESTROYED');
    await destroy();
    expect(await epochOf(goes)).toEqual([]);
    expect(await epochOf(stays)).not.toEqual([old]);
    expect(await keysIn()).not.toContain(`${old}.key`);
    expect(JSON.stringify((await read(stays)).data)).toContain('1980-02');
    expect((await stage.kz.rooms.erasures.certificates(goes))[0]?.ground).toBe('RECALLED');
  });

  test('its certificate comes to the provider, who keeps it, acknowledges it and shows it to its auditor', async () => {
    const id = await answered(45);
    stage.clock.at = start + 45 * DAY;
    const before = stage.kz.sealed.length;
    await destroy();
    const entry = stage.kz.sealed
      .slice(before)
      .find(({ outcome, request }) => outcome === 'DESTROYED' && request === id);
    const auditor: Officer = { ...EXECUTING, role: 'AUDITOR', officer: 'AZ-SMS-0900' };
    expect((await stage.az.custody.show(auditor, id))?.file.matters).toEqual([]);
    const at = stage.clock.at;
    // Whatever the time is when it comes.
    stage.clock.at = at + DAY;
    expect((await stage.carry()).length).toBeGreaterThan(0);
    const [matter, ...more] = (await stage.az.custody.show(auditor, id))?.file.matters ?? [];
    expect(more).toEqual([]);
    expect(matter).toMatchObject({ kind: 'DESTRUCTION', state: 'ACKNOWLEDGED', other: 'KZ-MIA' });
    const told = matter?.steps[0]?.message;
    expect(told).toMatchObject({ by: { role: 'GATEWAY' }, about: { kind: 'REQUEST', id } });
    const act = told?.act;
    if (act?.kind !== 'DESTRUCTION' || act.step !== 'TELL') throw new Error('not a certificate');
    expect(act).toMatchObject({
      scope: { subjects: [1], items: ['NAME_CYRILLIC', 'DATE_OF_BIRTH'] },
      ...{ ground: 'RETENTION_ENDED', destroyedAt: at, act: '11(5)' },
    });
    // The log that both keep has it under the same digest.
    expect(act.destruction).toBe(entry?.operation);
    expect(act.commitments).toHaveLength(3);
    expect(stage.az.sealed.filter((one) => one.request === id).at(-1)).toMatchObject({
      log: 'KZ-MIA',
      clauses: ['11(5)'],
    });
    await destroy();
    expect(await stage.carry()).toEqual([]);
  });

  test('a package that tells nothing is certified by what its purpose opens', async () => {
    const id = await answered(46);
    await rowsOf(`delete from exchange.held_value where case_id = '${id}' and n > 0`);
    await rowsOf(`update exchange.holding set content = (content::jsonb || '{"subjects":[]}')::text
      where case_id = '${id}'`);
    stage.clock.at = start + 46 * DAY;
    await destroy();
    const replies = await stage.carry();
    expect(replies.length).toBeGreaterThan(0);
    const [matter] = (await stage.az.rooms.custodyFiles.load(id))?.matters ?? [];
    expect(matter?.state).toBe('ACKNOWLEDGED');
    const act = matter?.steps[0]?.message.act;
    expect(act).toMatchObject({ scope: { subjects: [1] } });
    expect(JSON.stringify(act)).toContain('DATE_OF_BIRTH');
  });

  const STEPS = [
    'sealed',
    'SEALED',
    'rewrap',
    'REWRAPPED',
    'eraseKeys',
    'ERASED',
    'certify',
  ] as const;
  const boom = async (): Promise<never> => {
    throw new Error('ended');
  };
  /** Rooms in which the process ends at a step: before its effect, or once it had it. */
  function ending(at: (typeof STEPS)[number], when: 'before' | 'after'): Partial<ExchangeRooms> {
    const { erasures, ledger } = stage.kz.rooms;
    const through =
      <Given extends readonly unknown[]>(step: (...given: Given) => Promise<unknown>) =>
      async (...given: Given) => {
        if (when === 'after') await step(...given);
        return boom();
      };
    if (at === 'sealed')
      return {
        ledger: {
          seal: through((...given: Parameters<typeof ledger.seal>) => ledger.seal(...given)),
        },
      };
    const note = async (id: string, step: Parameters<typeof erasures.note>[1]) => {
      if (step === at && when === 'before') await boom();
      await erasures.note(id, step);
      if (step === at) await boom();
    };
    const whole = { ...erasures, note };
    switch (at) {
      case 'rewrap':
        return { erasures: { ...whole, rewrap: through(erasures.rewrap) } };
      case 'eraseKeys':
        return { erasures: { ...whole, eraseKeys: through(erasures.eraseKeys) } };
      case 'certify':
        return { erasures: { ...whole, certify: through(erasures.certify) } };
      default:
        return { erasures: whole };
    }
  }
  const CUTS = STEPS.flatMap((step) =>
    (['before', 'after'] as const).map((when) => [when, step] as const),
  );
  test.each(CUTS)('cut off %s %s, it is taken up there and ends whole', async (when, step) => {
    const days = 60 + CUTS.findIndex(([a, b]) => a === when && b === step);
    const [goes, stays] = [await answered(days), await answered(days)];
    const [holding] = await stage.kz.rooms.custody.holdings(goes);
    if (holding === undefined) throw new Error('nothing held');
    const [old] = await epochOf(goes);
    const all = (['DATE_OF_BIRTH', 'NAME_CYRILLIC'] as const).map((group) => ({ n: 1, group }));
    await stage.kz.rooms.custody.recall(holding, [...all, { n: 0, group: 'PACKAGE' }]);
    await expect(destroy(ending(step, when))).rejects.toThrow('ended');
    // Whoever reads meanwhile reads what stays, and nothing of what goes.
    expect(JSON.stringify((await read(stays)).data)).toContain('1980-02');
    expect(JSON.stringify((await read(goes)).data)).not.toContain('1980-02');
    await destroy();
    expect(await epochOf(goes)).toEqual([]);
    expect(await keysIn()).not.toContain(`${old}.key`);
    expect(JSON.stringify((await read(stays)).data)).toContain('1980-02');
    expect(await stage.kz.rooms.erasures.certificates(goes)).toHaveLength(1);
    await stage.carry();
    for (const side of [stage.kz, stage.az]) {
      const matters = (await side.rooms.custodyFiles.load(goes))?.matters ?? [];
      expect(matters.map(({ kind, state }) => [kind, state])).toEqual([
        ['DESTRUCTION', 'ACKNOWLEDGED'],
      ]);
    }
    const entries = stage.kz.sealed.filter(
      ({ outcome, request }) => outcome === 'DESTROYED' && request === goes,
    );
    expect(new Set(entries.map(({ operation }) => operation)).size).toBe(1);
    expect(await stage.kz.rooms.erasures.unfinished()).toBeUndefined();
  });

  test('while the ledger is away nothing is destroyed, and nothing that ended is read', async () => {
    const id = await answered(90);
    stage.clock.at = start + 90 * DAY;
    await expect(destroy({ ledger: { seal: boom } })).rejects.toThrow('ended');
    expect((await epochOf(id)).length).toBe(1);
    expect(codesIn(await read(id)).map(({ code }) => code)).toContain('DESTROYED');
    await destroy();
    expect(await epochOf(id)).toEqual([]);
  });

  test('A-11.4 a key file lost: start-up says which and how much hangs on it; put back, it reads again', async () => {
    const id = await answered(100);
    const [epoch = ''] = await epochOf(id);
    const path = join(stage.kz.custodyKeys, `${epoch}.key`);
    await rename(path, `${path}.away`);
    const { urls, clock } = stage.kz;
    const sql = openOwner(urls.exchange);
    try {
      const ground = { sql, clock, keys: await openEpochKeys(stage.kz.custodyKeys) };
      expect(await findLost(ground)).toEqual([
        { epoch, day: new Date(start + 100 * DAY).toISOString().slice(0, 10), values: 3, cases: 1 },
      ]);
      await rename(`${path}.away`, path);
      expect(await findLost(ground)).toEqual([]);
    } finally {
      await closePool(sql);
    }
    expect(JSON.stringify((await read(id)).data)).toContain('1980-02');
  });
});
