/** The command lines of the exchange: what each is handed, and what is wrong usage (exit code 2, one line, no work). */
import { describe, expect, test } from 'vitest';
import { runProgram, type Tools } from '../../../src/cli/index.js';
import { listen } from './desk.js';

async function run(line: string) {
  const calls: unknown[] = [];
  // Every tool notes what it was handed, without the voice.
  const tools = new Proxy({} as Tools, {
    get:
      (_, name) =>
      async (...args: unknown[]) => {
        calls.push([name, ...args.slice(0, -1)]);
        return 0;
      },
  });
  const voice = listen();
  const argv = ['node', 'sorgu', ...line.split(' ').filter((word) => word !== '')];
  return { code: await runProgram(argv, tools, voice), calls, ...voice };
}

const TOKEN = '--token T --module m.so --pin-file p';

const EXPORT =
  'export r --subjects 1 2 --items SEX PHOTOGRAPH --purpose P --recipient KZ-MOJ --recipient-name Суд --out e.jws';

describe('what a command is handed', () => {
  test.each([
    ['sign d.json --key k.pem', 'sign', { file: 'd.json', key: { file: 'k.pem' } }],
    [
      `sign d.json ${TOKEN} --key-id 0A`,
      'sign',
      { file: 'd.json', key: { token: 'T', module: 'm.so', keyId: '0A', pinFile: 'p' } },
    ],
    [
      'letter d.json --out l.pdf --office O --name N --sample s.png',
      'letter',
      { file: 'd.json', out: 'l.pdf', office: 'O', name: 'N', sample: 's.png' },
    ],
    [
      'letter d.json --out l.pdf',
      'letter',
      { file: 'd.json', out: 'l.pdf', office: '', name: '', sample: undefined },
    ],
    ['keys retire', 'retireKeys', { years: 3 }],
    [
      'audit person r.1 --from 2026-01-01 --until 2026-02-01',
      'audit',
      {
        ...{ question: 'person', out: undefined },
        variables: {
          person: 'r.1',
          span: { from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' },
        },
      },
    ],
    ['audit person r.1', 'audit', { variables: { person: 'r.1', span: null } }],
    ['audit deferrals --url https://az', 'audit', { question: 'due', call: { url: 'https://az' } }],
    [
      'audit decide r --reason x --defer-until 2026-02-01',
      'audit',
      { variables: { decision: 'DEFER', reviewAt: '2026-02-01T00:00:00.000Z' } },
    ],
    ['audit decide r --reason x', 'audit', { variables: { decision: 'TELL', reviewAt: null } }],
    [
      'evidence --request r --out e.txt --token t',
      'audit',
      { question: 'evidence', variables: { request: 'r' }, out: 'e.txt', call: { token: 't' } },
    ],
    [
      `${EXPORT} --id i --token t`,
      'exportReceived',
      {
        ...{ about: 'r', id: 'i', subjects: [1, 2], items: ['SEX', 'PHOTOGRAPH'], out: 'e.jws' },
        ...{ purpose: 'P', recipient: 'KZ-MOJ', recipientName: 'Суд', call: { token: 't' } },
      },
    ],
    [
      'operations hash a.graphql b.graphql',
      'hashOperations',
      { files: ['a.graphql', 'b.graphql'], isSubgraph: false },
    ],
    [
      'operations hash --subgraph a.graphql',
      'hashOperations',
      { files: ['a.graphql'], isSubgraph: true },
    ],
    [
      'operations check a.graphql --subgraph --authority KZ-MIA --purpose P',
      'checkOperations',
      { files: ['a.graphql'], isSubgraph: true, authority: 'KZ-MIA', purpose: 'P' },
    ],
    [
      'operations check a.graphql --authority KZ-MIA --purpose P',
      'checkOperations',
      { files: ['a.graphql'], isSubgraph: false, authority: 'KZ-MIA', purpose: 'P' },
    ],
    ['clock', 'clock', { token: undefined }],
    ['clock --token officer.jwt', 'clock', { token: 'officer.jwt' }],
    ['mail again abc', 'mailAgain', 'abc'],
    ['lists write f.json --to KZ-MIA', 'writeNotice', { file: 'f.json', to: 'KZ-MIA', note: null }],
    ['lists send s.json', 'sendNotice', 's.json'],
    ['lists record f.json --note N-7', 'recordLists', { file: 'f.json', note: 'N-7' }],
  ])('%s', async (line, tool, wishes) => {
    expect(await run(line)).toMatchObject({ code: 0, calls: [[tool, wishes]] });
  });

  test.each([
    ['mail', 'listMail'],
    ['mail dead', 'listMail'],
    ['lists', 'showLists'],
    ['lists show', 'showLists'],
    ['lists notices', 'listNotices'],
    ['keys', 'showKeys'],
    ['keys create', 'createKey'],
  ])('%s', async (line, tool) => {
    expect(await run(line)).toMatchObject({ code: 0, calls: [[tool]] });
  });
});

describe('wrong usage', () => {
  test.each([
    'sign',
    'sign d.json',
    'sign d.json --key',
    `sign d.json --key k.pem ${TOKEN} --key-id 0A`,
    'sign d.json --key k.pem --pin-file p',
    `sign d.json ${TOKEN}`,
    `sign d.json ${TOKEN} --key-id 0`,
    `sign d.json ${TOKEN} --key-id xyz`,
    'letter d.json',
    'letter --out l.pdf',
    'audit person',
    'audit statistics',
    'audit statistics --from 2026-01-01',
    'audit sample --from x --until y',
    'audit decide r',
    'audit decide r --reason x --defer-until soon',
    'evidence',
    EXPORT,
    `${EXPORT.replace('1 2', '1 x')} --token t`,
    'keys retire --years x',
    'mail again',
    'mail nothing',
    'lists record f.json',
    'lists record --note N',
    'lists remove',
  ])('%s', async (line) => {
    const { code, calls, said, written } = await run(line);
    expect({ code, calls, written }).toEqual({ code: 2, calls: [], written: [] });
    expect(said.join('')).toMatch(/^error: /);
  });
});

describe('help', () => {
  test.each(['sign', 'letter', 'mail', 'mail again', 'lists', 'lists record', 'keys create'])(
    '%s --help',
    async (line) => {
      const { code, calls, written } = await run(`${line} --help`);
      expect({ code, calls }).toEqual({ code: 0, calls: [] });
      expect(written.join('')).toContain(`Usage: sorgu ${line}`);
    },
  );
});
