/** The file of an instrument with one slip or with many: all of them told at once, none hidden, none invented. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../src/base/index.js';
import { listText } from '../../../src/treaty/check/list-text.js';
import {
  INSTRUMENT_FAULTS,
  INSTRUMENT_SCHEMA,
  instrumentFaults,
  KNOWN,
  loadInstruments,
} from '../../../src/treaty/index.js';
import { INSTRUMENT_KEYS, instrumentWords } from '../../../src/words/index.js';
import { inventedFile, withChange } from '../../support/invented-file.js';

const told = (data: unknown): readonly string[] =>
  instrumentFaults(data, KNOWN).map(({ code, at }) => `${code} ${at}`);

type Place = readonly (string | number)[];
type Slip = readonly [what: string, place: Place, value: unknown, told: readonly string[]];

const OPENS = ['purposes', 0, 'opens'] as const;
const [purpose] = inventedFile().purposes;
const amendment = (change: object) => [
  { reference: 'Protocol 1', signedOn: '2032-01-31', ...change },
];

const SLIPS: readonly Slip[] = [
  ['no member of ours', ['note'], 'x', ['MEMBER_UNKNOWN ']],
  ['the name of a method', ['toString'], 'x', ['MEMBER_UNKNOWN ']],
  ['an id of another form', ['id'], 'agreement', ['ID_FORM id']],
  ['the id of another text', ['id'], 'AZ-KZ-2019', ['ID_TAKEN id']],
  ['a title in three languages', ['title', 'kk'], undefined, ['NAME_MISSING title.kk']],
  ['one Party', ['parties', 1], undefined, ['FORM parties[1]']],
  ['no Parties', ['parties'], [], ['PARTIES_MISSING parties']],
  [
    'a Party twice',
    ['parties', 1, 'country'],
    'XLO',
    ['PARTY_TWICE parties[1].country', 'AUTHORITY_OF_ANOTHER_STATE parties[1].authorities[0]'],
  ],
  [
    'no authority',
    ['parties', 0, 'authorities'],
    [],
    ['AUTHORITIES_MISSING parties[0].authorities'],
  ],
  [
    'an authority nobody gives',
    ['parties', 0, 'authorities', 0],
    'XL-SEA',
    ['AUTHORITY_UNKNOWN parties[0].authorities[0]'],
  ],
  [
    'an authority of another state',
    ['parties', 0, 'authorities', 0],
    'XO-BRD',
    ['AUTHORITY_OF_ANOTHER_STATE parties[0].authorities[0]'],
  ],
  [
    'a state nobody gives',
    ['states'],
    [inventedFile().states?.[1]],
    ['STATE_UNKNOWN parties[0].country'],
  ],
  ['a zone there is not', ['states', 0, 'zone'], 'Loria/Port', ['ZONE_UNKNOWN states[0].zone']],
  [
    'an authority given elsewhere',
    ['authorities', 0, 'code'],
    'AZ-SMS',
    ['GIVEN_TWICE authorities[0]', 'AUTHORITY_UNKNOWN parties[0].authorities[0]'],
  ],
  ['no word on binding force', ['bindingForce'], undefined, ['BINDING_FORCE_MISSING bindingForce']],
  [
    'B-8b a personal item in a text without binding force',
    ['bindingForce'],
    'NONE',
    Object.keys(inventedFile().items).map((item) => `ITEM_WITHOUT_BINDING_FORCE items.${item}`),
  ],
  ['no prevailing language', ['prevailing'], undefined, ['PREVAILING_MISSING prevailing']],
  [
    'a prevailing language that is none of the text',
    ['prevailing'],
    'ru',
    ['PREVAILING_NOT_OF_TEXT prevailing'],
  ],
  [
    'no working language',
    ['workingLanguage'],
    undefined,
    ['WORKING_LANGUAGE_MISSING workingLanguage'],
  ],
  ['no entry into force', ['entryIntoForce'], undefined, ['ENTRY_MISSING entryIntoForce']],
  ['an entry on no day', ['entryIntoForce'], { on: 'DAY' }, ['ENTRY_MISSING entryIntoForce']],
  ['no end', ['terminationMonths'], undefined, ['TERMINATION_MISSING terminationMonths']],
  ['a term without days', ['executionDays'], undefined, ['TERM_WITHOUT_DAYS executionDays']],
  ['a term of no days', ['executionDays'], 0, ['FORM executionDays']],
  ['an item nobody knows', ['items', 'SHOE_SIZE'], ['3(1)'], ['ITEM_UNKNOWN items[7]']],
  [
    'an item without a clause',
    ['items', 'PHOTOGRAPH'],
    [],
    ['ITEM_WITHOUT_CLAUSE items.PHOTOGRAPH'],
  ],
  [
    'a clause that is no number',
    ['items', 'PHOTOGRAPH'],
    ['Article five'],
    ['CLAUSE_FORM items.PHOTOGRAPH[0]'],
  ],
  [
    'a purpose that opens an item nobody knows',
    [...OPENS, 0],
    'SHOE_SIZE',
    ['ITEM_UNKNOWN purposes[0].opens[0]'],
  ],
  [
    'an item that the text has no clause for',
    [...OPENS, 4],
    'SEX',
    ['ITEM_WITHOUT_CLAUSE purposes[0].opens[4]', 'EXECUTION_OPENS_LESS purposes[2].opens'],
  ],
  ['an item twice', [...OPENS, 4], 'DOCUMENT', ['ITEM_TWICE purposes[0].opens[4]']],
  [
    'a place without its registration',
    [...OPENS, 4],
    'REGISTRATION_PLACE',
    ['RECORD_NOT_OPENED purposes[0].opens[4]'],
  ],
  [
    'two rules that contradict',
    ['purposes', 0, 'closes'],
    ['DOCUMENT'],
    ['RULES_CONTRADICT purposes[0].opens[3]'],
  ],
  ['a purpose that stands twice', ['purposes', 3], purpose, ['PURPOSE_TWICE purposes[3].purpose']],
  [
    'a purpose without a clause',
    ['purposes', 0, 'clauses'],
    [],
    ['PURPOSE_WITHOUT_CLAUSE purposes[0].clauses'],
  ],
  [
    'a purpose nobody may state',
    ['purposes', 0, 'statedBy'],
    'everybody',
    ['PURPOSE_NOBODY_MAY_STATE purposes[0].statedBy'],
  ],
  [
    'a purpose in small letters',
    ['purposes', 0, 'purpose'],
    'return',
    ['PURPOSE_FORM purposes[0].purpose'],
  ],
  ['no purpose', ['purposes'], [], ['PURPOSES_MISSING purposes']],
  [
    'nobody who executes',
    ['purposes', 2, 'statedBy'],
    'requesting',
    ['RETENTION_MISSING purposes[2].retentionDays', 'EXECUTION_MISSING purposes'],
  ],
  [
    'who executes sees less',
    ['purposes', 2, 'opens'],
    ['NAME_LATIN'],
    ['EXECUTION_OPENS_LESS purposes[2].opens'],
  ],
  [
    'nothing said of retention',
    ['purposes', 0, 'retentionDays'],
    undefined,
    ['RETENTION_MISSING purposes[0].retentionDays'],
  ],
  [
    'a condition nobody knows',
    ['purposes', 0, 'conditions'],
    { '2': 'A_TICKET' },
    ['CONDITION_UNKNOWN purposes[0].conditions.2'],
  ],
  [
    'a condition of another clause',
    ['purposes', 0, 'conditions'],
    { '9': 'VALID_PERMIT' },
    ['CONDITION_NOT_OF_PURPOSE purposes[0].conditions.9'],
  ],
  [
    'an amendment that ends a purpose there is not',
    ['amendments'],
    amendment({ endsPurposes: ['SHOPPING'] }),
    ['PURPOSE_UNKNOWN amendments[0].endsPurposes[0]'],
  ],
  [
    'an amendment that ends what it words anew',
    ['amendments'],
    amendment({ purposes: [purpose], endsPurposes: [purpose?.purpose] }),
    ['RULES_CONTRADICT amendments[0].endsPurposes[0]'],
  ],
  [
    'an amendment with two wordings of one purpose',
    ['amendments'],
    amendment({ purposes: [purpose, { ...purpose, opens: [] }] }),
    ['PURPOSE_TWICE amendments[0].purposes[1].purpose'],
  ],
  [
    'a title that a terminal obeys',
    ['title', 'en'],
    '\u001b[2JAgreement',
    ['NAME_MISSING title.en'],
  ],
  [
    'a title that turns what follows',
    ['title', 'en'],
    'Agree\u202ement',
    ['NAME_MISSING title.en'],
  ],
  [
    'an amendment signed on no day',
    ['amendments'],
    amendment({ signedOn: '2032-02-30' }),
    ['DAY_FORM amendments[0].signedOn'],
  ],
  [
    'an amendment that takes an item from under a purpose',
    ['amendments'],
    amendment({ items: { DOCUMENT: null } }),
    [
      'ITEM_WITHOUT_CLAUSE amendments[0].purposes[0].opens[3]',
      'ITEM_WITHOUT_CLAUSE amendments[0].purposes[2].opens[3]',
    ],
  ],
];

describe('A-Pre what is missing or contradicts is told with its place', () => {
  test('the invented file lacks nothing', () => {
    expect(told(inventedFile())).toEqual([]);
  });

  test.each(SLIPS)('%s', (...[, place, value, faults]) => {
    expect(told(withChange(inventedFile(), place, value))).toEqual(faults);
  });

  test.each([null, [], 'text', 7, true, undefined])('%j is no file', (data) => {
    expect(told(data)).toEqual(['NOT_A_FILE ']);
  });

  test('all at once: no slip hides another', () => {
    const single = SLIPS.filter(([, place]) =>
      ['prevailing', 'terminationMonths', 'workingLanguage', 'entryIntoForce'].includes(
        String(place[0]),
      ),
    ).filter(([, , value]) => value === undefined);
    const all = [
      ...single,
      ...SLIPS.filter(([what]) => /nobody may state|contradict|without a clause/.test(what)),
    ].reduce<unknown>((file, [, place, value]) => withChange(file, place, value), inventedFile());
    expect(told(all)).toEqual(
      expect.arrayContaining([
        'PREVAILING_MISSING prevailing',
        'TERMINATION_MISSING terminationMonths',
        'WORKING_LANGUAGE_MISSING workingLanguage',
        'ENTRY_MISSING entryIntoForce',
        'PURPOSE_NOBODY_MAY_STATE purposes[0].statedBy',
        'ITEM_WITHOUT_CLAUSE items.PHOTOGRAPH',
      ]),
    );
  });

  test('whatever a file holds, it is judged, and nothing of it is said again', () => {
    const places = fc.constantFrom<Place>(
      ...SLIPS.map(([, place]) => place),
      ['purposes', 0],
      ['parties', 0],
      ['rows'],
      ['amendments', 0, 'items'],
    );
    fc.assert(
      fc.property(places, fc.jsonValue(), (place, value) => {
        const faults = instrumentFaults(withChange(inventedFile(), place, value), KNOWN);
        for (const { code, at } of faults) {
          expect(INSTRUMENT_FAULTS).toContain(code);
          expect(at).toMatch(/^[A-Za-z_$.\d()[\]]*$/);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('A-15 the words of the check', () => {
  test('there is a text for every code, and for no other', () => {
    expect([...INSTRUMENT_KEYS.FILE].sort()).toEqual([...INSTRUMENT_FAULTS].sort());
  });

  test.each(INSTRUMENT_KEYS.FILE)('no language borrows the text of another for %s', (key) => {
    const texts = LANGUAGES.map((language) => instrumentWords(language).FILE[key]);
    expect(new Set(texts).size).toBe(LANGUAGES.length);
    for (const text of texts) expect(text).toMatch(/^\S.*\.$|\.$|[A-Z0-9)]\.$/u);
  });
});

describe('what is made of the folder', () => {
  const folder = new URL('../../../src/treaty/instruments/', import.meta.url);

  test('A-3.2 the list of the files is as npm run emit writes it', async () => {
    const files = readdirSync(folder)
      .filter((file) => file !== 'index.ts')
      .sort();
    const listed = await Promise.all(
      files.map(async (file) => {
        const exported: Readonly<Record<string, unknown>> = await import(
          new URL(file, folder).href
        );
        const [name = ''] = Object.keys(exported);
        return { file, name, data: exported[name] };
      }),
    );
    const text = readFileSync(new URL('index.ts', folder), 'utf8');
    expect(listText(listed)).toEqual({ text });
  });

  test('a file with faults is named, and nothing is listed', () => {
    const data = withChange(inventedFile(), ['prevailing'], undefined);
    const made = listText([{ file: 'xl-xo-2031.json', name: null, data }]);
    expect(made).toEqual({ faults: ['xl-xo-2031.json: PREVAILING_MISSING at prevailing'] });
  });

  test('a JSON file is listed with its unions', () => {
    const made = listText([{ file: 'xl-xo-2031.json', name: null, data: inventedFile() }]);
    expect(made).toHaveProperty('text', expect.stringContaining(`with { type: 'json' }`));
    expect(made).toHaveProperty('text', expect.stringContaining(`'STOWAWAY_RETURN'`));
    expect(made).toHaveProperty('text', expect.stringContaining(`'XL-IMM' | 'XO-BRD'`));
  });

  test('the published form is the one that is checked', () => {
    const published = new URL('../../../schema/instrument.schema.json', import.meta.url);
    expect(readFileSync(published, 'utf8')).toBe(INSTRUMENT_SCHEMA);
  });

  test('every instrument of ours passes', () => {
    for (const instrument of loadInstruments().values()) {
      const data = { ...instrument, purposes: [...instrument.purposes.values()] };
      const { opens: _, ...file } = data;
      const known = { ...KNOWN, instruments: [] };
      const faults = instrumentFaults(file, known).filter(({ code }) => code !== 'GIVEN_TWICE');
      expect(faults).toEqual([]);
    }
  });
});

test('a file of very many faults is judged, and in a time that grows as the file does', () => {
  const data = withChange(
    inventedFile(),
    ['purposes'],
    Array.from({ length: 10_000 }, () => ({ purpose: 1 })),
  );
  expect(told(data).length).toBeGreaterThan(40_000);
});

test('what a file is nested in is not gone into', () => {
  const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`);
  expect(told(withChange(inventedFile(), ['purposes'], deep))).toContain('FORM purposes[0]');
  expect(told(JSON.parse('{"__proto__":{"id":"AZ-KZ-2019"},"constructor":1}'))).toContain(
    'MEMBER_UNKNOWN ',
  );
});

test('A-Final a clause of any rule stands in the texts that are given', () => {
  const data = { ...inventedFile(), publications: { LEGISLATION: ['99'] } };
  const texts = { [data.prevailing]: [['1', 'Words.']] };
  const clauses = (given: object) =>
    told(given).filter((one) => one.startsWith('CLAUSE_NOT_IN_TEXT')).length;
  const without = clauses({ ...inventedFile(), publications: undefined, texts });
  expect(clauses({ ...data, texts })).toBe(without + 1);
});
