/** B-4 Interviews under the memorandum and cases under the readmission agreement, over HTTP and PostgreSQL. */
import { randomUUID } from 'node:crypto';
import { getNamedType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closePool, openOwner } from '../../src/store/index.js';
import { COORDINATES_OF, ITEMS, loadInstruments } from '../../src/treaty/index.js';
import { everything } from '../support/everything.js';
import { type Reply, type Standing, startGateway, type TestGateway } from '../support/gateway.js';
import {
  type Call,
  dataOf,
  everyStep,
  fileCase,
  HOUR,
  LINK,
  OFFICE,
  openWindows,
  type StepAnswer,
  step,
  VIDEO,
  windowsAt,
} from '../support/interviews.js';
import { NOW, sampleRequest } from '../support/requests.js';
import { emittedSchema } from '../support/selections.js';
import { wholePerson } from '../support/whole-person.js';

const asked = { instrument: 'EU-AZ-2014', purpose: 'READMISSION' } as const;
const readmission = sampleRequest({ ...asked, people: ['one', null] });
const second = sampleRequest({ ...asked, people: ['one'] });
const closed = sampleRequest({ ...asked, people: ['one'], change: { state: 'CLOSED' } });
const ended = sampleRequest({ ...asked, people: ['one'], change: { grantUntil: NOW } });
const memorandum = sampleRequest({
  purpose: 'INTERVIEW_ARRANGEMENT',
  instrument: 'AZ-BE-2019',
  people: ['one'],
});
const execution = sampleRequest({
  purpose: 'REQUEST_EXECUTION',
  instrument: 'EU-AZ-2014',
  people: ['one'],
});
const kazakh = sampleRequest({ purpose: 'PERSON_DETECTION', people: ['one'] });

const clock = {
  at: NOW,
  now() {
    return this.at;
  },
};
let gateway: TestGateway;
let partner: Standing;
let officer: Standing;
let coordinator: Standing;

beforeAll(async () => {
  const requests = [readmission, second, closed, ended, memorandum, execution, kazakh];
  gateway = await startGateway({ people: [wholePerson('one', 'A')], requests, clock });
  const persona = gateway.persona('BE-IO');
  partner = { persona, request: readmission.id, purpose: 'READMISSION' };
  officer = { persona: gateway.persona('AZ-SMS', 'EXECUTING_OFFICER') };
  coordinator = {
    persona: await gateway.callAs({ authority: 'AZ-SMS', role: 'COORDINATOR', officer: 'AZ-1' }),
  };
  await openWindows(gateway, [
    windowsAt(OFFICE, 24, 25, 26, 27, 28, 29),
    windowsAt(VIDEO, 48),
    windowsAt({ ...OFFICE, code: 'astana', offeredTo: 'KZ-MIA' }, 24),
  ]);
  for (const request of [readmission, second]) await act(partner, ['openReadmission', on(request)]);
  await act(officer, ['openReadmission', on(execution)]);
  // Where the purpose opens no case, one that is filed under its request is not told either.
  for (const { id } of [memorandum, kazakh]) await fileCase(gateway, id);
});
afterAll(() => gateway.close());

const on = ({ id }: { readonly id: string }) => ({ request: id, id: randomUUID() });
const act = (as: Standing, call: Call): Promise<StepAnswer> => step(gateway, as, call);
const codesOf = ({ done, faults }: StepAnswer) =>
  done ? ['done'] : faults.map(({ code }) => code);
const book = async (as: Standing, change: object = {}) =>
  codesOf(
    await act(as, ['bookInterview', { ...on(readmission), n: 1, language: 'az', ...change }]),
  );

const SPAN = `from: "${new Date(NOW).toISOString()}", until: "${new Date(NOW + 96 * HOUR).toISOString()}"`;
const WINDOWS = `{ interviewWindows(${SPAN}) { id from until languages channel { code kind place hours contact languages } } }`;
interface Window {
  readonly id: string;
  readonly channel: { readonly code: string };
}
const windows = async (as: Standing): Promise<readonly Window[]> =>
  dataOf<{ interviewWindows: Window[] }>(await gateway.ask(as, { query: WINDOWS }))
    .interviewWindows;
const anyWindow = async () => (await windows(partner))[0]?.id ?? '';

function selectionOf(name: string): string {
  const type = emittedSchema().getType(name);
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
  const inner = fields.map((field) => {
    const below = getNamedType(field.type);
    return isObjectType(below) ? `${field.name} ${selectionOf(below.name)}` : field.name;
  });
  return `{ ${inner.join(' ')} }`;
}
const CASE = `{ readmissionCase ${selectionOf('ReadmissionCase')} }`;

interface ToldCase {
  readonly bookings: readonly Readonly<Record<string, unknown>>[];
  readonly records: readonly Readonly<Record<string, unknown>>[];
  readonly warnings: readonly { readonly code: string; readonly text: string }[];
  readonly [name: string]: unknown;
}
const caseOf = async (as: Standing): Promise<ToldCase | null> =>
  dataOf<{ readmissionCase: ToldCase | null }>(await gateway.ask(as, { query: CASE }))
    .readmissionCase;
const read = async (as: Standing, request: string): Promise<ToldCase | null> => {
  const query = `{ readmission(request: "${request}") ${selectionOf('ReadmissionCase')} }`;
  return dataOf<{ readmission: ToldCase | null }>(await gateway.ask(as, { query })).readmission;
};

interface Sealed {
  readonly origin: string;
  readonly entry: Readonly<Record<string, unknown>> & {
    readonly subjects: readonly unknown[];
    readonly coordinates: Readonly<Record<string, readonly string[]>>;
  };
}
/** Every entry about a request, log by log. */
async function entriesOf(request: string): Promise<readonly Sealed[]> {
  const owner = openOwner(gateway.urls.owner);
  try {
    const rows = await owner<{ origin: string; leaf: string }[]>`
      select l.origin, e.leaf from ledger.leaf e join ledger.log l using (log_id) order by l.origin, e.seq`;
    return rows
      .map(({ origin, leaf }) => ({ origin, entry: JSON.parse(leaf) as Sealed['entry'] }))
      .filter(({ entry }) => entry.request === request);
  } finally {
    await closePool(owner);
  }
}

describe('B-4b under the memorandum: channels and free windows, and nothing of anybody', () => {
  test('whom they are offered to, and nobody else, with no request at all', async () => {
    const CHANNELS = '{ interviewChannels { code kind place hours contact languages } }';
    const told = async (as: Standing) => {
      const reply = await gateway.ask(as, { query: CHANNELS });
      const { interviewChannels } = dataOf<{ interviewChannels: { code: string }[] }>(reply);
      return [
        interviewChannels.map(({ code }) => code),
        new Set((await windows(as)).map(({ channel }) => channel.code)).size,
      ];
    };
    const { persona } = partner;
    expect(await told({ persona })).toEqual([['brussels', 'video'], 2]);
    expect(await told(officer)).toEqual([['astana', 'brussels', 'video'], 3]);
    // No instrument under which interviews are arranged binds Kazakhstan, whatever was opened for it.
    const nobody = ['KZ-MIA', 'XX-NONE'].map((code) => ({ persona: gateway.persona(code) }));
    const analyst = await gateway.callAs({ authority: 'BE-IO', role: 'REQUESTING_ANALYST' });
    const developer = { persona: gateway.persona('AZ-SMS', 'DEVELOPER') };
    for (const as of [...nobody, { persona: analyst }, developer]) {
      expect(await told(as)).toEqual([[], 0]);
    }
  });

  test('the link of a video interview stands in the booking alone', async () => {
    const video = (await windows(partner)).find(({ channel }) => channel.code === 'video');
    expect((await gateway.ask(partner, { query: WINDOWS })).text).not.toContain(LINK);
    const id = randomUUID();
    expect(await book(partner, { window: video?.id, id, n: 2 })).toEqual(['done']);
    expect(await book(partner, { window: video?.id, id, n: 2 })).toEqual(['done']);
    expect(await book(partner, { window: video?.id, id, n: 1 })).toEqual(['CONFLICT']);
    const told = await caseOf(partner);
    expect(told?.bookings).toMatchObject([
      { id, n: 2, language: 'az', videoLink: LINK, bookedBy: 'BE-IO', cancelledAt: null },
    ]);
    await act(partner, ['cancelInterview', { ...on(readmission), booking: id }]);
  });

  test('a taken window is no longer told to who has no basis, nor that one was taken', async () => {
    const under = { ...partner, request: memorandum.id, purpose: 'INTERVIEW_ARRANGEMENT' };
    const before = await gateway.ask(under, { query: WINDOWS });
    const window = await anyWindow();
    const id = randomUUID();
    expect(await book(partner, { window, id })).toEqual(['done']);
    const taken = await gateway.ask(under, { query: WINDOWS });
    const left = dataOf<{ interviewWindows: Window[] }>(before).interviewWindows;
    expect(taken.json).toEqual({
      data: { interviewWindows: left.filter((one) => one.id !== window) },
    });
    await act(partner, ['cancelInterview', { ...on(readmission), booking: id }]);
    expect((await gateway.ask(under, { query: WINDOWS })).text).toBe(before.text);
  });

  test('a span that is none, or longer than a hundred days, is refused', async () => {
    const spans = [
      ['2026-06-15T00:00:00.000Z', '2026-06-15T00:00:00.000Z'],
      ['2026-06-15T00:00:00.000Z', '2027-06-15T00:00:00.000Z'],
      ['soon', '2026-06-16T00:00:00.000Z'],
    ];
    for (const [from, until] of spans) {
      const query = `{ interviewWindows(from: "${from}", until: "${until}") { id } }`;
      expect((await gateway.ask(partner, { query })).json.errors?.[0]?.extensions.code).toBe(
        'BAD_REQUEST',
      );
    }
  });
});

describe('B-4b one window, one booking', () => {
  test('of many at once, of two requests, exactly one gets it', async () => {
    const window = await anyWindow();
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        book(at % 3 === 0 ? officer : partner, {
          ...on(at % 2 === 0 ? readmission : second),
          window,
        }),
      ),
    );
    const lost = ['WINDOW_NOT_FREE', 'ALREADY_BOOKED'];
    expect(outcomes.flat().filter((outcome) => !lost.includes(outcome))).toEqual(['done']);
    const cases = [readmission, second].map(({ id }) => caseOf({ ...partner, request: id }));
    const [winner, ...others] = (await Promise.all(cases))
      .flatMap((one) => one?.bookings ?? [])
      .filter(({ cancelledAt }) => cancelledAt === null);
    expect(others).toEqual([]);
    expect(winner?.window).toMatchObject({ id: window });
    for (const request of [readmission, second]) {
      await act(officer, ['cancelInterview', { ...on(request), booking: winner?.id }]);
    }
    expect((await windows(partner)).map(({ id }) => id)).toContain(window);
  });

  test('what cannot be booked, and what is said of it', async () => {
    const window = await anyWindow();
    const [foreign] = (await windows(officer)).filter(({ channel }) => channel.code === 'astana');
    const id = randomUUID();
    expect(await book(partner, { window, id })).toEqual(['done']);
    const [free] = await windows(partner);
    const rows: readonly (readonly [object, string])[] = [
      [{ window, n: 2 }, 'WINDOW_NOT_FREE'],
      [{ window: randomUUID(), n: 2 }, 'WINDOW_NOT_FREE'],
      [{ window: 'none', n: 2 }, 'WINDOW_NOT_FREE'],
      [{ window: foreign?.id, n: 2 }, 'WINDOW_NOT_FREE'],
      [{ window: free?.id, n: 1 }, 'ALREADY_BOOKED'],
      [{ window: free?.id, n: 3 }, 'SUBJECT_NOT_IN_REQUEST'],
      [{ window: free?.id, n: 2, language: 'nl' }, 'LANGUAGE_NOT_INTERPRETED'],
      [{ window: free?.id, n: 2, language: 'Dutch' }, 'WRONG_FORM'],
      [{ window: free?.id, n: 2, id: 'x' }, 'WRONG_FORM'],
      [{ window: free?.id, request: execution.id }, 'NO_READMISSION'],
    ];
    for (const [change, code] of rows) {
      expect([change, await book(partner, change)]).toEqual([change, [code]]);
    }
    // Another request's booking is unknown here, and so is one that was never made.
    for (const booking of [id, randomUUID(), 'none']) {
      const call: Call = ['cancelInterview', { ...on(second), booking }];
      expect(codesOf(await act(partner, call))).toEqual(['UNKNOWN_BOOKING']);
    }
    const conclude = async (as: Standing, outcome: string) =>
      codesOf(await act(as, ['recordInterview', { ...on(readmission), booking: id }, { outcome }]));
    expect(await conclude(officer, 'NATIONAL')).toEqual(['INTERVIEW_NOT_BEGUN']);
    clock.at = NOW + 24 * HOUR + 1;
    try {
      const executing = { authority: 'AZ-SMS', role: 'EXECUTING_OFFICER' } as const;
      const later = { persona: await gateway.callAs(executing) };
      const late: Call = ['cancelInterview', { ...on(readmission), booking: id }];
      expect(codesOf(await act(later, late))).toEqual(['INTERVIEW_OVER']);
      expect(await conclude(later, 'DID_NOT_APPEAR')).toEqual(['done']);
      expect(await conclude(later, 'DID_NOT_APPEAR')).toEqual(['done']);
      expect(await conclude(later, 'NATIONAL')).toEqual(['INTERVIEW_OVER']);
    } finally {
      clock.at = NOW;
    }
  });
});

describe('B-4d, B-8b the memorandum is the basis of nothing about anybody', () => {
  const guarded = ITEMS.flatMap((item) =>
    COORDINATES_OF[item].map((coordinate) => ({ coordinate, item })),
  );
  const withheld = ({ json }: Reply) =>
    (json.errors ?? []).map(({ extensions }) => String(extensions.coordinate)).sort();

  test('every personal coordinate is withheld under it; under readmission exactly its own list opens', async () => {
    const under = { ...partner, request: memorandum.id, purpose: 'INTERVIEW_ARRANGEMENT' };
    const all = guarded.map(({ coordinate }) => coordinate).sort();
    const refused = await gateway.ask(under, { query: everything() });
    expect(withheld(refused)).toEqual(all);
    expect(refused.json.data).toMatchObject({ subjects: { edges: [] } });
    const opens = loadInstruments().get('EU-AZ-2014')?.opens.get('READMISSION');
    expect(withheld(await gateway.ask(partner, { query: everything() }))).toEqual(
      guarded
        .filter(({ item }) => !opens?.has(item))
        .map(({ coordinate }) => coordinate)
        .sort(),
    );
  });

  const type = emittedSchema().getType('ReadmissionCase');
  const fields = isObjectType(type) ? Object.values(type.getFields()) : [];

  test('every field of a case is null under it, asked by itself, and as for an unknown case', async () => {
    expect(fields.length).toBeGreaterThan(12);
    expect(await caseOf(partner)).not.toBeNull();
    const under = { ...partner, request: memorandum.id, purpose: 'INTERVIEW_ARRANGEMENT' };
    for (const { name, type: told } of fields) {
      const below = getNamedType(told);
      const inner = isObjectType(below) ? selectionOf(below.name) : '';
      const { json } = await gateway.ask(under, {
        query: `{ readmissionCase { ${name} ${inner} } }`,
      });
      expect([name, json.data]).toEqual([name, { readmissionCase: null }]);
    }
    expect((await gateway.ask({ persona: partner.persona }, { query: CASE })).status).toBe(400);
    const wrong = { ...partner, request: memorandum.id, purpose: 'READMISSION' };
    expect((await gateway.ask(wrong, { query: CASE })).status).toBe(403);
  });

  test('every mutation hears of it what is heard of an unknown request', async () => {
    const names = Object.values(emittedSchema().getMutationType()?.getFields() ?? {})
      .filter(({ type: told }) => getNamedType(told).name === 'ReadmissionAnswer')
      .map(({ name }) => name);
    expect(
      everyStep('')
        .map(([name]) => name)
        .sort(),
    ).toEqual(names.sort());
    for (const { id } of [memorandum, closed, ended, execution, kazakh, { id: randomUUID() }]) {
      for (const call of everyStep(id, { window: await anyWindow() })) {
        expect([call[0], await act(partner, call)]).toEqual([
          call[0],
          {
            ...{ done: false, number: null, warnings: [] },
            faults: [{ code: 'NO_READMISSION', at: 'request' }],
          },
        ]);
      }
    }
  });

  test.each([
    [
      'REQUEST_EXECUTION of the same instrument',
      () => ({ ...officer, request: execution.id, purpose: 'REQUEST_EXECUTION' }),
    ],
    [
      'another instrument',
      () => ({
        persona: gateway.persona('KZ-MIA'),
        request: kazakh.id,
        purpose: 'PERSON_DETECTION',
      }),
    ],
  ])('under %s there is no case either', async (_, standing) => {
    expect(await caseOf(standing())).toBeNull();
  });
});

describe('A-11.1 for whom there is no case', () => {
  const strangers: readonly (readonly [string, () => Promise<Standing['persona']>])[] = [
    ['a gateway of another State', async () => gateway.persona('KZ-MIA')],
    ['a body that no instrument names', async () => gateway.persona('XX-NONE')],
    ['a developer', async () => gateway.persona('AZ-SMS', 'DEVELOPER')],
    ['an analyst', () => gateway.callAs({ authority: 'AZ-SMS', role: 'REQUESTING_ANALYST' })],
    ['a signatory', () => gateway.callAs({ authority: 'AZ-SMS', role: 'SIGNATORY' })],
    [
      'an officer of the other side',
      () => gateway.callAs({ authority: 'BE-IO', role: 'EXECUTING_OFFICER' }),
    ],
    [
      'a coordinator of another State',
      () => gateway.callAs({ authority: 'KZ-MIA', role: 'COORDINATOR' }),
    ],
  ];
  test.each(strangers)('%s hears of it what is heard of an unknown one', async (_, persona) => {
    const standing = { persona: await persona() };
    const heard = async (id: string) => {
      const told: unknown[] = [];
      for (const call of everyStep(id)) told.push(await act(standing, call));
      const query = `{ readmission(request: "${id}") { request } humanitarianNotes(request: "${id}") { note } }`;
      told.push((await gateway.ask(standing, { query })).text);
      return told;
    };
    const told = await heard(readmission.id);
    expect(told).toEqual(await heard(randomUUID()));
    expect(JSON.stringify(told)).not.toContain(readmission.id);
  });

  test('an auditor reads it and changes nothing; its partner does not read it by role', async () => {
    const auditor = { persona: gateway.persona('AZ-SMS', 'AUDITOR') };
    expect(await read(auditor, readmission.id)).toMatchObject({ request: readmission.id });
    for (const call of everyStep(readmission.id)) {
      expect(codesOf(await act(auditor, call))).toEqual(['NOT_THIS_ROLE']);
    }
    const notes = `{ humanitarianNotes(request: "${readmission.id}") { note } }`;
    expect(dataOf(await gateway.ask(auditor, { query: notes }))).toEqual({ humanitarianNotes: [] });
    expect(await read({ persona: partner.persona }, readmission.id)).toBeNull();
  });
});

describe('B-4c voluntary return and humanitarian notes', () => {
  const say = async (given: object) => {
    const call: Call = ['recordVoluntaryReturn', { ...on(second), ...given }];
    const { done, warnings, faults } = await act(partner, call);
    const codes = warnings.map(({ code }) => code);
    return [
      done,
      codes.filter((code) => /NOTICE|VOLUNTARY/.test(code)),
      faults.map(({ code }) => code),
    ];
  };
  test.each<[string, object, boolean, readonly string[], readonly string[]]>([
    [
      'no offer and no reason: warned, not blocked',
      { offered: false },
      true,
      ['VOLUNTARY_RETURN_NOT_RECORDED'],
      [],
    ],
    ['no offer, with its reason', { offered: false, reason: 'In detention.' }, true, [], []],
    [
      'an offer without day and language',
      { offered: true },
      true,
      ['NOTICE_DAY_NOT_STATED', 'NOTICE_LANGUAGE_NOT_STATED'],
      [],
    ],
    ['a whole notice', { offered: true, on: '2026-06-15', language: 'az' }, true, [], []],
    [
      'a notice of tomorrow',
      { offered: true, on: '2026-06-16', language: 'az' },
      false,
      [],
      ['DAY_IN_FUTURE'],
    ],
    ['a day that is none', { offered: true, on: '2026-02-30' }, false, [], ['WRONG_FORM']],
    ['a language that is none', { offered: true, language: 'und' }, false, [], ['WRONG_FORM']],
  ])('%s', async (...[, given, done, warnings, faults]) => {
    expect(await say(given)).toEqual([done, warnings, faults]);
    // A booking is never held up by what is not recorded.
    const window = await anyWindow();
    const id = randomUUID();
    expect(await book(partner, { ...on(second), id, window })).toEqual(['done']);
    await act(partner, ['cancelInterview', { ...on(second), booking: id }]);
  });

  test('the warning is told in the language of who asks', async () => {
    for (const [language, word] of [
      ['ru', 'Сроки'],
      ['az', 'Müddətlər'],
      ['kk', 'Мерзімдер'],
      ['en', 'No clock'],
    ]) {
      const headers = { 'accept-language': String(language) };
      const { json } = await gateway.ask(partner, { query: CASE }, headers);
      expect(JSON.stringify(json.data)).toContain(word);
    }
  });

  test('a humanitarian note is read by the authority that wrote it, and leaves no trace for the other', async () => {
    const before = await gateway.ask(partner, { query: CASE });
    const logs = async () => (await entriesOf(readmission.id)).map(({ origin }) => origin);
    const ofPartner = (origins: readonly string[]) =>
      origins.filter((one) => one.endsWith('/BE-IO')).length;
    const size = ofPartner(await logs());
    const note = 'He cares for a sick parent.';
    const call: Call = ['writeHumanitarianNote', { ...on(readmission), note }];
    expect(codesOf(await act(partner, call))).toEqual(['NOT_THIS_ROLE']);
    expect(codesOf(await act(officer, call))).toEqual(['done']);
    expect(codesOf(await act(officer, call))).toEqual(['done']);
    expect(codesOf(await act(officer, [call[0], { ...call[1], note: 'Other.' }]))).toEqual([
      'CONFLICT',
    ]);
    const query = `{ humanitarianNotes(request: "${readmission.id}") { note officer } }`;
    for (const as of [officer, coordinator]) {
      expect(dataOf(await gateway.ask(as, { query }))).toEqual({
        humanitarianNotes: [{ note, officer: expect.stringContaining('AZ-SMS') }],
      });
    }
    expect(dataOf(await gateway.ask({ persona: partner.persona }, { query }))).toEqual({
      humanitarianNotes: [],
    });
    expect(ofPartner(await logs())).toBe(size);
    expect((await gateway.ask(partner, { query: CASE })).text).toBe(before.text);
  });
});

describe('B-4d the written record of both sides', () => {
  const write = async (as: Standing, given: object, enums: object) =>
    act(as, ['writeReadmissionRecord', { ...on(readmission), ...given }, enums]);
  test('numbered, dated, from one to the other, confirmed by both; corrections and the report on use', async () => {
    const letter = await write(partner, { text: 'When will you answer?' }, { kind: 'LETTER' });
    const correction = await write(
      officer,
      { text: 'The day and the month were exchanged.', n: 1 },
      { kind: 'CORRECTION', item: 'DATE_OF_BIRTH' },
    );
    const question = await write(
      officer,
      { text: 'What did you use it for?', due: '2026-06-16' },
      { kind: 'USE_QUESTION' },
    );
    expect([letter, correction, question].map(({ number }) => number)).toEqual([1, 2, 3]);
    const confirm = async (as: Standing, number: number) =>
      codesOf(await act(as, ['confirmReadmissionRecord', { ...on(readmission), number }]));
    expect(await confirm(partner, 1)).toEqual(['OWN_RECORD']);
    expect(await confirm(officer, 1)).toEqual(['done']);
    expect(await confirm(partner, 9)).toEqual(['UNKNOWN_RECORD']);
    clock.at = NOW + 48 * HOUR;
    try {
      const late = await read(
        { persona: await gateway.callAs({ authority: 'AZ-SMS', role: 'COORDINATOR' }) },
        readmission.id,
      );
      expect(late?.warnings.map(({ code }) => code)).toContain('USE_REPORT_OVERDUE');
    } finally {
      clock.at = NOW;
    }
    const report = await write(
      partner,
      { text: 'To prepare his return alone.', answers: 3 },
      { kind: 'USE_REPORT' },
    );
    expect(report).toMatchObject({ done: true, number: 4 });
    const told = await caseOf(partner);
    expect(told?.records).toMatchObject([
      {
        number: 1,
        kind: 'LETTER',
        from: 'REQUESTING',
        by: 'BE-IO',
        confirmedAt: new Date(NOW).toISOString(),
      },
      {
        number: 2,
        kind: 'CORRECTION',
        from: 'REQUESTED',
        by: 'AZ-SMS',
        n: 1,
        item: 'DATE_OF_BIRTH',
        confirmedAt: null,
      },
      { number: 3, kind: 'USE_QUESTION', use: 'ANSWERED', due: '2026-06-16' },
      { number: 4, kind: 'USE_REPORT', answers: 3, use: null },
    ]);
    // Both sides read the same, each in its language.
    const own = await read(officer, readmission.id);
    expect({ ...own, warnings: [] }).toEqual({ ...told, warnings: [] });
  });
});

describe('A-11.4 what stands in the ledger', () => {
  test('each step in the log of the other side, each reading with the person whose case it is', async () => {
    await caseOf(partner);
    await read(officer, readmission.id);
    const entries = await entriesOf(readmission.id);
    const inLog = (name: string) => entries.filter(({ origin }) => origin.endsWith(`/${name}`));
    const steps = inLog('BE-IO').filter(({ entry }) => entry.outcome === 'MOVED');
    expect(steps.length).toBeGreaterThan(8);
    for (const { entry } of steps) {
      expect(entry).toMatchObject({
        instrument: 'EU-AZ-2014',
        purpose: 'READMISSION',
        subjects: [],
      });
    }
    const reads = [
      ...inLog('BE-IO').filter(({ entry }) => entry.coordinates.Query?.includes('readmissionCase')),
      ...inLog('DOMESTIC').filter(({ entry }) => entry.coordinates.Query?.includes('readmission')),
    ];
    expect(reads.length).toBeGreaterThanOrEqual(2);
    expect(reads.every(({ entry }) => entry.subjects.length === 1)).toBe(true);
    const text = JSON.stringify(entries);
    for (const said of ['sick parent', 'When will you', 'Brussels', LINK])
      expect(text).not.toContain(said);
  });
});

describe('A-11.5a until when a case is kept', () => {
  const endOf = async () =>
    Date.parse(String((await caseOf({ ...partner, request: second.id }))?.endsAt));
  const DAYS = 24 * HOUR;
  test('said to both sides; from its closing the shorter; put off by the coordinator alone', async () => {
    expect(await endOf()).toBe(NOW + 1_095 * DAYS);
    const close: Call = ['recordReadmissionEvent', on(second), { event: 'CLOSED' }];
    expect(codesOf(await act(partner, close))).toEqual(['NOT_THIS_ROLE']);
    expect(codesOf(await act(officer, close))).toEqual(['done']);
    expect(await endOf()).toBe(NOW + 365 * DAYS);
    const until = new Date(NOW + 400 * DAYS).toISOString();
    const putOff: Call = ['extendReadmission', { ...on(second), until, reason: 'A complaint.' }];
    expect(codesOf(await act(officer, putOff))).toEqual(['NOT_THIS_ROLE']);
    expect(codesOf(await act(coordinator, putOff))).toEqual(['done']);
    expect(await endOf()).toBe(NOW + 400 * DAYS);
    const window = await anyWindow();
    expect(await book(partner, { ...on(second), window })).toEqual(['CASE_CLOSED']);
  });
});
