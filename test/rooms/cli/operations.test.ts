/** `sorgu operations`: hashes as the ledger has them, and whether a list has them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkOperations, hashOperations } from '../../../src/cli/index.js';
import { buildGraphSchema, buildStateSubgraph, hashDocuments } from '../../../src/graph/index.js';
import { operationTools } from '../../../src/main-operations.js';
import type { OperationLists } from '../../../src/safelist/index.js';
import { listen } from './desk.js';

const hash = hashDocuments(buildGraphSchema());
const TEXTS = {
  listed: 'query Listed { subjects(first: 1) { edges { node { sex } } } }',
  literal: '# 2\nquery Listed {\n  subjects(first: 2) { edges { node { sex } } }\n}',
  other: 'query Listed { subjects(first: 1) { edges { node { dateOfBirth } } } }',
  two: 'query A { __typename } query B { __typename }',
  broken: 'query {\n  secret {',
  unknown: '{ secret }',
  fetch:
    'query ($r: [_Any!]!) { _entities(representations: $r) { ... on ExchangeSubject { aze { sex } } } }',
} as const;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sorgu-operations-'));
  for (const [name, text] of Object.entries(TEXTS)) writeFileSync(fileOf(name), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string): string => join(folder, `${name}.graphql`);
const lists: OperationLists = new Map([
  [
    'KZ-MIA',
    {
      step: 'LOG' as const,
      purposes: new Map([['PERSON_DETECTION', new Set([hash(TEXTS.listed).hash])]]),
    },
  ],
]);

describe('hash', () => {
  test('one line a file; other literals, spaces and comments make no other hash', () => {
    const voice = listen();
    const files = ['listed', 'literal', 'other', 'two'].map(fileOf);
    expect(hashOperations(files, hash, voice)).toBe(0);
    const lines = voice.written.join('').trim().split('\n');
    expect(lines).toEqual(
      files.map((file) => expect.stringMatching(new RegExp(`^[0-9a-f]{64}  ${file}$`))),
    );
    expect(new Set(lines.map((line) => line.slice(0, 64))).size).toBe(3);
  });

  test.each([
    ['broken', /SYNTAX at 2:/],
    ['unknown', /VALIDATION at 1:3$/],
  ])('%s is told by its place, and nothing of it', (name, fault) => {
    const voice = listen();
    expect(hashOperations([fileOf('listed'), fileOf(name)], hash, voice)).toBe(1);
    expect(voice.said.join('\n')).toMatch(fault);
    expect(voice.said.join('\n')).not.toContain('secret');
  });

  test('a file that is not there', () => {
    expect(() => hashOperations([fileOf('none')], hash, listen())).toThrow('no such file');
  });
});

describe('hash --subgraph', () => {
  const files = (names: readonly (keyof typeof TEXTS)[]) => names.map(fileOf);

  test('reads documents by the names of this authority’s state', async () => {
    const voice = listen();
    const wishes = { files: files(['fetch']), isSubgraph: true };
    expect(await operationTools.hashOperations(wishes, voice)).toBe(0);
    const { hash: own } = hashDocuments(buildStateSubgraph('AZE').schema)(TEXTS.fetch);
    expect(voice.written).toEqual([`${own}  ${fileOf('fetch')}\n`]);
  });

  test.each([
    ['listed', true],
    ['fetch', false],
  ] as const)('%s is no document of the other schema', async (name, isSubgraph) => {
    const voice = listen();
    expect(await operationTools.hashOperations({ files: files([name]), isSubgraph }, voice)).toBe(
      1,
    );
    expect(voice.said).toEqual([expect.stringContaining('VALIDATION at 1:')]);
  });
});

describe('check', () => {
  const check = (names: readonly string[], on: { authority?: string; purpose?: string } = {}) => {
    const voice = listen();
    const wishes = { authority: 'KZ-MIA', purpose: 'PERSON_DETECTION', ...on };
    const asked = { files: names.map(fileOf), isSubgraph: false, ...wishes };
    const code = checkOperations(asked, { lists, hash }, voice);
    return { code, lines: voice.written.join('').trim().split('\n') };
  };

  test('listed', () => {
    expect(check(['listed', 'literal'])).toEqual({
      code: 0,
      lines: [`LISTED  ${fileOf('listed')}`, `LISTED  ${fileOf('literal')}`],
    });
  });

  test.each([
    { name: 'another operation', names: ['listed', 'other'], told: 'NOT LISTED', on: {} },
    {
      ...{ name: 'for another purpose', names: ['listed'], told: 'NOT LISTED' },
      on: { purpose: 'IDENTITY_ESTABLISHMENT' },
    },
    { name: 'a broken document', names: ['broken'], told: 'SYNTAX', on: {} },
  ])('$name', ({ names, on, told }) => {
    const { code, lines } = check(names, on);
    expect([code, lines.at(-1)?.startsWith(told)]).toEqual([1, true]);
  });

  test.each([
    [{ authority: 'XX-NONE' }, '--authority'],
    [{ authority: 'BE-IO' }, 'SAFELIST has no list'],
    [{ purpose: 'secret' }, '--purpose is one of'],
  ])('wrong usage: %o', (on, told) => {
    expect(() => check(['listed'], on)).toThrow(told);
  });
});
