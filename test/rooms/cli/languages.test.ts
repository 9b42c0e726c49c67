/** A-15 The command line in four languages: help of every command, and what is wrong with a line. */
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/base/index.js';
import { CommandFault, runProgram, type Tools, UsageFault } from '../../../src/cli/index.js';
import { helpWords, type UsageWords, usageWords } from '../../../src/words/index.js';
import { HELP } from './catalogues.js';
import { listen } from './desk.js';

const COMMANDS = Object.keys(HELP.en.commands).filter(
  (name) => name !== 'sorgu' && name !== 'help',
);

async function run(line: string, language: Language = 'en', tools = {} as Tools) {
  const voice = { ...listen(), language };
  const argv = ['node', 'sorgu', ...line.split(' ').filter((word) => word !== '')];
  const code = await runProgram(argv, tools, voice);
  return { code, written: voice.written.join(''), said: voice.said.join('\n') };
}

const bare = (text: string) => text.replace(/\s/g, '');

/** What commander says of itself. */
const ENGLISH =
  /Usage:|Options:|Commands:|Arguments:|default:|choices:|\[options\]|\[command\]|display help|<file>|Settings come/;

describe.each(LANGUAGES)('A-15 help in %s', (language) => {
  const { commands, parts } = HELP[language];
  const usage = usageWords(language);

  test('names every command with what it does', async () => {
    const { code, written } = await run('--help', language);
    expect(code).toBe(0);
    for (const name of COMMANDS.filter((each) => !each.includes(' '))) {
      expect(bare(written), name).toContain(bare(commands[name] ?? '—'));
    }
    for (const text of [commands.sorgu, commands.help, usage('SETTINGS')]) {
      expect(bare(written)).toContain(bare(text ?? '—'));
    }
  });

  test.each(COMMANDS)('sorgu %s --help', async (name) => {
    const { code, written } = await run(`${name} --help`, language);
    expect(code).toBe(0);
    expect(written).toContain(`${usage('USAGE')} sorgu ${name}`);
    expect(bare(written)).toContain(bare(commands[name] ?? '—'));
    if (language !== 'en') expect(written).not.toMatch(ENGLISH);
    // A term, and after it what it means; what goes on below stands further right.
    const terms = written.split('\n').filter((text) => /^ {2}\S/.test(text));
    expect(terms.filter((text) => !/^ {2}\S.*? {2,}\S/.test(text))).toEqual([]);
  });

  test('has no words of an option or an argument that no command takes', async () => {
    const helps = new Map<string, string>();
    for (const name of COMMANDS) {
      helps.set(name, bare((await run(`${name} --help`, language)).written));
    }
    for (const [key, text] of Object.entries(parts)) {
      const [, command = '', part = ''] = /^(?:(.*) )?(\S+)$/.exec(key) ?? [];
      const of = command === '' ? [...helps.values()] : [helps.get(command) ?? ''];
      // Of an argument its place is said, which may be in the language too.
      const has = (help: string) =>
        help.includes(bare(text.replaceAll(/'([{}])'/g, '$1'))) &&
        (part.startsWith('<') || help.includes(part));
      expect(of.some(has), key).toBe(true);
    }
  });
});

interface Wrong {
  readonly line: string;
  /** As commander says it. */
  readonly english: string;
  readonly told: (say: UsageWords, place: (name: string) => string) => string;
}

const meant = (say: UsageWords, ...others: readonly string[]) =>
  `\n${say('DID_YOU_MEAN', { count: others.length, others: others.join(', ') })}`;

/** One for each code of commander's, and its suggestions. */
const WRONG: readonly Wrong[] = [
  {
    line: 'nothing-like-it',
    english: "unknown command 'nothing-like-it'",
    told: (say) => say('COMMAND_UNKNOWN', { command: 'nothing-like-it' }),
  },
  {
    line: 'clck',
    english: "unknown command 'clck'\n(Did you mean clock?)",
    told: (say) => say('COMMAND_UNKNOWN', { command: 'clck' }) + meant(say, 'clock'),
  },
  {
    line: 'mail nothing',
    english: "too many arguments for 'dead'. Expected 0 arguments but got 1.",
    told: (say) => say('TOO_MANY_ARGUMENTS', { command: 'dead', expected: 0, given: 1 }),
  },
  {
    line: 'mail again a b',
    english: "too many arguments for 'again'. Expected 1 argument but got 2.",
    told: (say) => say('TOO_MANY_ARGUMENTS', { command: 'again', expected: 1, given: 2 }),
  },
  {
    line: 'scan',
    english: "missing required argument 'file'",
    told: (say, place) => say('MISSING_ARGUMENT', { name: place('file') }),
  },
  {
    line: 'clock --surely-none',
    english: "unknown option '--surely-none'",
    told: (say) => say('OPTION_UNKNOWN', { option: '--surely-none' }),
  },
  {
    line: 'sign d.json --kez k',
    english: "unknown option '--kez'\n(Did you mean --key?)",
    told: (say) => say('OPTION_UNKNOWN', { option: '--kez' }) + meant(say, '--key'),
  },
  {
    line: 'statistics release --table t --source s',
    english: "required option '--period <period>' not specified",
    told: (say, place) => say('OPTION_MISSING', { option: `--period <${place('period')}>` }),
  },
  {
    line: 'explain x --on',
    english: "option '--on <day>' argument missing",
    told: (say, place) => say('OPTION_VALUE_MISSING', { option: `--on <${place('day')}>` }),
  },
  {
    line: "keys retire --years a'b",
    english: "option '--years <n>' argument 'a'b' is invalid. a whole number is needed",
    told: (say) =>
      say('OPTION_VALUE_INVALID', {
        ...{ option: '--years <n>', value: "a'b", why: say('WHOLE_NUMBER') },
      }),
  },
  {
    line: 'sample --today soon',
    english: "option '--today <day>' argument 'soon' is invalid. a day as YYYY-MM-DD is needed",
    told: (say, place) =>
      say('OPTION_VALUE_INVALID', {
        ...{ option: `--today <${place('day')}>`, value: 'soon', why: say('DAY') },
      }),
  },
  {
    line: 'clock --language fr',
    english:
      "option '--language <code>' argument 'fr' is invalid. Allowed choices are ru, en, az, kk.",
    told: (say, place) =>
      say('OPTION_VALUE_INVALID', {
        option: `--language <${place('code')}>`,
        ...{ value: 'fr', why: say('ONE_OF', { choices: 'ru, en, az, kk' }) },
      }),
  },
];

/** Ours, as far as a line alone is wrong. */
const OURS: readonly (readonly [line: string, key: Parameters<UsageWords>[0]])[] = [
  ['import', 'FILE_OR_DELETE'],
  ['import a --delete b', 'FILE_OR_DELETE'],
  ['sign d.json', 'SIGNING_KEY'],
  ['audit statistics', 'SPAN_MISSING'],
  ['audit sample --from x --until y', 'SPAN_FORM'],
  ['audit decide r --reason x --defer-until soon', 'INSTANT_FORM'],
  [
    'export r --subjects x --items SEX --purpose P --recipient R --recipient-name N --out o --token t',
    'PERSON_NUMBERS',
  ],
];

describe.each(LANGUAGES)('A-15 what is wrong with a line, in %s', (language) => {
  const usage = usageWords(language);
  const help = helpWords(language);
  const place = (name: string) => help.place(name) ?? name;

  test.each(WRONG)('$line', async ({ line, english, told }) => {
    const { code, written, said } = await run(line, language);
    expect({ code, written }).toEqual({ code: 2, written: '' });
    expect(said).toBe(`${usage('FAULT', { fault: told(usage, place) })}\n${usage('SEE_HELP')}`);
    if (language === 'en')
      expect(said).toBe(`error: ${english}\n(sorgu --help lists the commands)`);
  });

  test.each(OURS)('%s', async (line, key) => {
    const say = usage as (key: string) => string;
    const { code, said } = await run(line, language);
    expect({ code, said }).toEqual({ code: 2, said: usage('FAULT', { fault: say(key) }) });
  });

  test.each([
    [2, new UsageFault((say) => say('SETTING_MISSING', { setting: 'DATABASE_URL' }))],
    [1, new CommandFault((say) => say('SETTING_MISSING', { setting: 'DATABASE_URL' }))],
  ])('ends with %i, and says why, where the work finds it', async (expected, fault) => {
    const serve = async () => {
      throw fault;
    };
    const { code, said } = await run('serve', language, { serve } as Partial<Tools> as Tools);
    const setting = usage('SETTING_MISSING', { setting: 'DATABASE_URL' });
    expect({ code, said }).toEqual({ code: expected, said: usage('FAULT', { fault: setting }) });
  });

  test('has its language from the line before the environment', async () => {
    for (const line of [`--language ${language} clck`, `clck --language=${language}`]) {
      const { said } = await run(line, language === 'kk' ? 'ru' : 'kk');
      expect(said).toContain(usage('COMMAND_UNKNOWN', { command: 'clck' }));
    }
  });
});

test('a language that is none of ours leaves that of the environment', async () => {
  const { code, said } = await run('clock --language fr', 'ru');
  expect(code).toBe(2);
  expect(said).toContain('Допустимо одно из');
});
