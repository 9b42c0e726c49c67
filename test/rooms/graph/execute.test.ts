import { describe, expect, test } from 'vitest';
import { LANGUAGES, Refusal } from '../../../src/base/index.js';
import { ITEMS } from '../../../src/treaty/index.js';
import { EVERY_FIELD } from '../../cases/full-list.js';
import {
  ask,
  expectData,
  expectWithheld,
  grantOf,
  openTestGraph,
  REQUEST,
} from '../../support/graph-exchange.js';
import { wholePerson } from '../../support/whole-person.js';

const one = await openTestGraph();
const id = `${REQUEST}.1`;
const person = (fields: string, n = 1): string => `{ person(id: "${REQUEST}.${n}") { ${fields} } }`;

describe('what is open is answered', () => {
  test('facts, records and lists, in the order of the document', async () => {
    const asked = await ask(
      one,
      person(
        'sex id b: dateOfBirth nameLatin { surname } documents { number issuingAuthority { code name } }',
      ),
    );
    expectWithheld(asked, []);
    expectData(asked, {
      person: {
        sex: 'MALE',
        id,
        b: '1980-02',
        nameLatin: { surname: 'ObraztsovA' },
        documents: [
          { number: 'C0000A', issuingAuthority: { code: 'XX-NOWHERE', name: 'Office A' } },
        ],
      },
    });
    expect(asked.extensions).toEqual({
      exchange: { request: REQUEST, instrument: 'AZ-KZ-2019', purpose: 'PERSON_DETECTION' },
    });
    expect(asked.text.startsWith('{"data":')).toBe(true);
  });

  test('every field of the schema under REQUEST_EXECUTION, but what the instrument lacks', async () => {
    const asked = await ask(one, person(EVERY_FIELD), grantOf({ purpose: 'REQUEST_EXECUTION' }));
    expectWithheld(asked, [
      'Person.otherNames',
      'Person.civilStatus',
      'IdentityDocument.kind',
      'IdentityDocument.expiresOn',
      'IdentityDocument.placeOfIssue',
      'Person.travelRoute',
    ]);
    expect(asked.text).toContain('"grounds":[{"code":"G1","provision":"1","text":"Ground A"}]');
  });

  test('nothing known answers null without an error, known to be none answers []', async () => {
    const asked = await ask(
      one,
      person('sex permits { kind } documents { number } photograph { content }'),
      grantOf({ purpose: 'REQUEST_EXECUTION', people: ['bare'] }),
    );
    expectWithheld(asked, []);
    expectData(asked, { person: { sex: null, permits: null, documents: [], photograph: null } });
  });

  test.each(LANGUAGES.map((language) => [language]))(
    'a body has its name in %s',
    async (language) => {
      const names = await ask(
        one,
        `{ instruments { parties { authorities { code name(language: "${language}") } } } }`,
        null,
      );
      expect(names.text).not.toContain('"name":null');
    },
  );

  test('a body has no name in a language that is not kept', async () => {
    const names = await ask(
      one,
      '{ instruments { parties { authorities { name(language: "xx") } } } }',
      null,
    );
    expect(names.text).not.toMatch(/"name":"/);
  });
});

describe('what is withheld', () => {
  test('answers null and one error for the coordinate, with its places, never for rows', async () => {
    const asked = await ask(
      one,
      '{ subjects { edges { node { a: sex civilStatus b: civilStatus } } } }',
      grantOf({ people: ['one', 'two'] }),
    );
    expectWithheld(asked, ['Person.civilStatus']);
    expect(asked.errors[0]).toEqual({
      message: 'This field is not disclosed on this request.',
      locations: [
        { line: 1, column: 36 },
        { line: 1, column: 48 },
      ],
      extensions: {
        code: 'FIELD_WITHHELD',
        coordinate: 'Person.civilStatus',
        item: 'CIVIL_STATUS',
        instrument: 'AZ-KZ-2019',
        purpose: 'PERSON_DETECTION',
        clause: null,
        paths: [
          ['subjects', 'edges', 'node', 'civilStatus'],
          ['subjects', 'edges', 'node', 'b'],
        ],
      },
    });
    const row = { a: 'MALE', civilStatus: null, b: null };
    expectData(asked, { subjects: { edges: [{ node: row }, { node: row }] } });
  });

  test('names the clause that would be its basis', async () => {
    const asked = await ask(
      one,
      person('documents { number } criminalLiability { stage } entryBans { grounds { code } }'),
    );
    expectWithheld(asked, ['Person.criminalLiability', 'Person.entryBans', 'EntryBan.grounds']);
    expect(asked.errors.map(({ extensions }) => extensions.clause)).toEqual([
      '6(8)',
      '6(11)',
      '5(2)',
    ]);
  });

  test('is told below a withheld parent, and when nobody is reached', async () => {
    for (const n of [1, 9]) {
      const asked = await ask(one, person('entryBans { kind grounds { text } }', n));
      expectWithheld(asked, ['Person.entryBans', 'EntryBan.grounds']);
    }
  });

  test('for one subject only is told once, and the others are answered', async () => {
    const grant = grantOf({ people: ['one', ['two', ['SEX']], ['two', ['NAME_LATIN']]] });
    const asked = await ask(
      one,
      '{ subjects { edges { node { sex nameLatin { surname } } } } }',
      grant,
    );
    expectWithheld(asked, ['Person.sex', 'Person.nameLatin']);
    expectData(asked, {
      subjects: {
        edges: [
          { node: { sex: 'MALE', nameLatin: { surname: 'ObraztsovA' } } },
          { node: { sex: 'MALE', nameLatin: null } },
          { node: { sex: null, nameLatin: { surname: 'ObraztsovB' } } },
        ],
      },
    });
  });

  test('is asked of no reader, and nothing below it', async () => {
    const { register } = one;
    const given = register.given.length;
    await ask(
      one,
      person(
        'nameLatin { surname } nameCyrillic { givenName } civilStatus entryBans { kind grounds { text } }',
      ),
      grantOf({ purpose: 'READMISSION', instrument: 'EU-AZ-2014' }),
    );
    expect([...(register.opened.at(-1)?.asked ?? [])].sort()).toEqual([
      'Person.civilStatus',
      'Person.nameLatin',
      'PersonName.surname',
    ]);
    expect(register.given.slice(given)).toEqual(['Person.nameLatin', 'Person.civilStatus']);
  });

  test('stays withheld from a reader that gives everything', async () => {
    const generous = await openTestGraph(undefined, { openHanded: true });
    const document = person(
      'sex civilStatus documents { kind number } registrations { kind place }',
    );
    const asked = await ask(
      generous,
      document,
      grantOf({ people: [['one', ['SEX', 'DOCUMENT', 'REGISTRATION']]] }),
    );
    expectData(asked, {
      person: {
        sex: 'MALE',
        civilStatus: null,
        documents: [{ kind: null, number: 'C0000A' }],
        registrations: [{ kind: 'STAY', place: null }],
      },
    });
  });

  test('B-8b: under AZ-BE-2019 everything personal, subjects are empty, and the register is not opened', async () => {
    const grant = grantOf({ instrument: 'AZ-BE-2019', purpose: 'INTERVIEW_ARRANGEMENT' });
    const before = one.register.opened.length;
    const asked = await ask(
      one,
      `{ subjects { edges { node { ${EVERY_FIELD} } } } person(id: "${id}") { sex } }`,
      grant,
    );
    expectData(asked, { subjects: { edges: [] }, person: null });
    expect(new Set(asked.errors.map(({ extensions }) => extensions.item)).size).toBe(ITEMS.length);
    expect([one.register.opened.length, asked.journal]).toEqual([before, []]);
  });
});

const unknown = await ask(one, person('id sex', 7));

describe('persons of the grant', () => {
  test.each([
    ['another request', '7f1f6f0a-6a0e-4b0a-9c0d-0d8f5a2f8a12.1'],
    ['no request', '1'],
    ['a number written otherwise', `${REQUEST}.01`],
    ['a number and more', `${REQUEST}.1 `],
    ['number 0', `${REQUEST}.0`],
    ['a negative number', `${REQUEST}.-1`],
    ['a great number', `${REQUEST}.99999999999999999999`],
    ['the register key', 'one'],
    ['nothing', ''],
  ])('an id of %s answers as an unknown one', async (_name, other) => {
    const asked = await ask(one, `{ person(id: ${JSON.stringify(other)}) { id sex } }`);
    expect(asked.text).toBe(unknown.text);
    expect(asked.journal).toEqual([]);
  });

  test('a protected person answers as an unknown one', async () => {
    const asked = await ask(one, person('id sex civilStatus'), grantOf({ people: ['hidden'] }));
    const nobody = await ask(one, person('id sex civilStatus'), grantOf({ people: ['nobody'] }));
    expect(asked.text).toBe(nobody.text);
  });

  test('pages of them, by cursors that hold the number alone', async () => {
    const many = await openTestGraph(Array.from({ length: 30 }, (_, at) => wholePerson(`p${at}`)));
    const grant = grantOf({ people: Array.from({ length: 30 }, (_, at) => `p${at}`) });
    const page = async (args: string) => {
      const { data } = await ask(
        many,
        `{ subjects${args} { edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
        grant,
      );
      return data as {
        subjects: {
          edges: { cursor: string; node: { id: string } }[];
          pageInfo: Record<string, unknown>;
        };
      };
    };
    const first = (await page('')).subjects;
    expect([
      first.edges.length,
      first.pageInfo.hasNextPage,
      first.pageInfo.hasPreviousPage,
    ]).toEqual([25, true, false]);
    expect(Buffer.from(first.edges[24]?.cursor ?? '', 'base64url').toString()).toBe('subject:25');
    const rest = (await page(`(first: 100, after: "${first.pageInfo.endCursor}")`)).subjects;
    expect(rest.edges.map(({ node }) => node.id)).toEqual(
      [26, 27, 28, 29, 30].map((n) => `${REQUEST}.${n}`),
    );
    expect([rest.pageInfo.hasNextPage, rest.pageInfo.hasPreviousPage]).toEqual([false, true]);
    const none = (await page(`(first: null, after: "${rest.pageInfo.endCursor}")`)).subjects;
    expect(none).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: true, startCursor: null, endCursor: null },
    });
  });
});

describe('the journal', () => {
  test('is precise for each root field and each subject, and sorted', async () => {
    const grant = grantOf({ people: ['one', ['two', ['SEX']]] });
    const asked = await ask(
      one,
      `{ a: person(id: "${REQUEST}.1") { sex civilStatus } b: person(id: "${REQUEST}.2") { id nameLatin { surname } } c: person(id: "${REQUEST}.2") { placeOfBirth sex } d: person(id: "x") { dateOfBirth } }`,
      grant,
    );
    expect(asked.journal.map(({ released, withheld }) => ({ released, withheld }))).toEqual([
      { released: ['Person.sex', 'Query.person'], withheld: ['Person.civilStatus'] },
      {
        released: ['Person.id', 'Person.sex', 'Query.person'],
        withheld: ['Person.nameLatin', 'Person.placeOfBirth'],
      },
    ]);
    expect(asked.journal.every(({ key }) => key.length === 32)).toBe(true);
  });

  test('counts whoever stands on the page, with what holds it together', async () => {
    const asked = await ask(
      one,
      '{ subjects(first: 1) { pageInfo { hasNextPage } } }',
      grantOf({ people: ['one', 'two'] }),
    );
    expect(asked.journal.map(({ released }) => released)).toEqual([
      ['PageInfo.hasNextPage', 'Query.subjects', 'SubjectConnection.pageInfo'],
    ]);
  });
});

describe('whole or nothing', () => {
  const broken = (failure: Error) => openTestGraph(undefined, { failure });
  const document = person('id sex nameLatin { surname }');

  test('an inner error is INTERNAL, and its words stay inside', async () => {
    const failure = new Error('relation person: C0000A');
    const graph = await broken(failure);
    const refused = await ask(graph, document).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ code: 'INTERNAL', message: 'INTERNAL', detail: {} });
    expect(graph.alarms).toEqual([failure]);
  });

  test('a store that is away is UNAVAILABLE', async () => {
    const graph = await broken(new Refusal('UNAVAILABLE', { retryAfter: 5 }));
    await expect(ask(graph, document)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      detail: { retryAfter: 5 },
    });
    expect(graph.alarms).toEqual([]);
  });

  test('a value that does not fit its type is INTERNAL', async () => {
    const graph = await openTestGraph([{ ...wholePerson('one'), dateOfBirth: '1980-13' }]);
    await expect(ask(graph, person('dateOfBirth'))).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(graph.alarms).toHaveLength(1);
  });

  test('a guarded operation is not executed without a grant', async () => {
    await expect(ask(one, document, null)).rejects.toMatchObject({ code: 'PURPOSE_REQUIRED' });
  });

  test.each(['made by hand', 'of another operation'])('nor under verdicts %s', async (which) => {
    const { graph, alarms } = await openTestGraph();
    const grant = grantOf();
    const operation = graph.prepare({ query: document }, { mayIntrospect: false });
    const other = graph.prepare({ query: person('id') }, { mayIntrospect: false });
    const judgement = which === 'made by hand' ? { withheld: [] } : await graph.judge(other, grant);
    const asked = graph.execute({
      operation,
      grant,
      judgement,
      authority: 'KZ-MIA',
      language: 'en',
    });
    await expect(asked).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(alarms).toHaveLength(1);
  });

  test('many at once answer as one does', async () => {
    const alone = await ask(one, document);
    const together = await Promise.all(Array.from({ length: 20 }, () => ask(one, document)));
    expect(together.every(({ text }) => text === alone.text)).toBe(true);
  });
});

describe('instruments', () => {
  test('say who, what for, by which clause, and since when', async () => {
    const asked = await ask(
      one,
      '{ instruments { id confirmed bindingForce languages prevailing inForceFrom inForceUntil purposes items { item purpose clauses } } }',
      null,
    );
    const { instruments } = asked.data as { instruments: Record<string, unknown>[] };
    expect(
      instruments.map(({ id, confirmed, bindingForce }) => [id, confirmed, bindingForce]),
    ).toEqual([
      ['AZ-BE-2019', true, 'NONE'],
      ['AZ-KZ-2019', true, 'TREATY'],
      ['EU-AZ-2014', false, 'TREATY'],
    ]);
    const [memorandum, agreement] = instruments;
    expect(agreement?.items).toContainEqual({
      item: 'DOCUMENT',
      purpose: 'PERSON_DETECTION',
      clauses: ['5(1)(4)', '6(6)'],
    });
    expect(memorandum?.items).toEqual([]);
    expect([agreement?.inForceFrom, memorandum?.inForceFrom]).toEqual([null, '2019-11-13']);
    expect(asked.text).not.toContain('"extensions"');
  });
});
