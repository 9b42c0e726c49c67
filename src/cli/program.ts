/** The command line: what each command is called, takes and says of itself. The work is handed in. */
import { type Command, CommanderError, Option } from 'commander';
import { type UsageWords, usageWords } from '../words/index.js';
import { languageAsked, languageOption } from './language-option.js';
import { addAudit } from './program-audit.js';
import { addCooperation } from './program-cooperation.js';
import { type Adding, addExchange } from './program-exchange.js';
import { addExport } from './program-export.js';
import { addInstrument } from './program-instrument.js';
import { addInterviews } from './program-interviews.js';
import { addOperations } from './program-operations.js';
import { addPublications } from './program-publications.js';
import { addScan } from './program-scan.js';
import { addStatistics } from './program-statistics.js';
import { SpokenCommand, spokenIn } from './spoken-command.js';
import { CommandFault, type ExitCode, type Tools, UsageFault, type Voice } from './tools.js';
import { calendarDay, wholeNumber } from './values.js';

/** Runs one command line; resolves with its exit code. Never rejects: what goes wrong is told in one line. */
export async function runProgram(
  argv: readonly string[],
  tools: Tools,
  terminal: Voice,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  const chosen = languageAsked(argv);
  const voice = { ...terminal, language: chosen ?? terminal.language };
  const program = openProgram(voice);
  const run =
    <Args extends readonly unknown[]>(work: (...args: Args) => Promise<ExitCode>) =>
    async (...args: Args): Promise<void> => {
      code = await work(...args);
    };
  const adding = { tools, voice, chosen, run };
  addServing(program, adding);
  addRegister(program, adding);
  addPolicy(program, adding);
  addLedger(program, adding);
  addExchange(program, adding);
  addCooperation(program, adding);
  addAudit(program, adding);
  addExport(program, adding);
  addOperations(program, adding);
  addPublications(program, adding);
  addInstrument(program, adding);
  addInterviews(program, adding);
  addStatistics(program, adding);
  addScan(program, adding);
  try {
    await program.parseAsync([...argv]);
    return code;
  } catch (error) {
    return failed(error, voice);
  }
}

function openProgram({ out, say, language }: Voice): Command {
  const spoken = spokenIn(language);
  return new SpokenCommand('sorgu', spoken)
    .addOption(languageOption())
    .showHelpAfterError(spoken.usage('SEE_HELP'))
    .configureOutput({ writeOut: out, writeErr: (text) => say(text.trimEnd()) })
    .addHelpText('after', `\n${spoken.usage('SETTINGS')}`)
    .exitOverride();
}

function addServing(program: Command, { tools, voice, run }: Adding): void {
  program.command('start').action(run(() => tools.start(voice)));
  program.command('serve').action(run(() => tools.serve(voice)));
}

function addRegister(program: Command, { tools, voice, run }: Adding): void {
  program.command('migrate').action(run(() => tools.migrate(voice)));
  program
    .command('import')
    .argument('[file]')
    .option('--delete <file>')
    .action(
      run((file: string | undefined, options: { delete?: string }) =>
        importOrDelete({ file, listed: options.delete }, { tools, voice }),
      ),
    );
  program
    .command('sample')
    .addOption(new Option('--count <n>').argParser(wholeNumber(9)).default(2000))
    .addOption(new Option('--seed <n>').argParser(wholeNumber(9)).default(2019))
    .addOption(new Option('--today <day>').argParser(calendarDay))
    .action(
      run((options: { count: number; seed: number; today?: string }) =>
        tools.sample({ ...options, today: options.today }),
      ),
    );
}

function addPolicy(program: Command, { tools, voice, run }: Adding): void {
  program
    .command('explain')
    .argument('<operation>')
    .requiredOption('--purpose <purpose>')
    .option('--on <day>')
    .action(
      run((operation: string, options: { purpose: string; on?: string }) =>
        tools.explain({ operation, ...options }, voice),
      ),
    );
  program
    .command('ask')
    .argument('<operation>')
    .addOption(new Option('--as <persona>').default('kz-mia-gateway'))
    .option('--purpose <purpose>')
    .addOption(new Option('--url <url>').default('http://127.0.0.1:4000'))
    .addOption(new Option('--subgraph').default(false))
    .action(
      run((operation: string, options: AskOptions) => {
        const { as: persona, purpose, url, subgraph: isSubgraph } = options;
        return tools.ask({ operation, persona, purpose, url, isSubgraph }, voice);
      }),
    );
}

interface AskOptions {
  readonly as: string;
  readonly purpose?: string;
  readonly url: string;
  readonly subgraph: boolean;
}

interface VerifyOptions {
  readonly dump?: string;
  readonly kept?: string;
  readonly receipts?: string;
  readonly key?: string;
}

function addLedger(program: Command, { tools, voice, run }: Adding): void {
  program
    .command('verify-ledger')
    .option('--dump <file>')
    .option('--kept <path>')
    .option('--receipts <file>')
    .option('--key <vkey>')
    .action(
      run((options: VerifyOptions) => {
        const { dump, kept, receipts, key } = options;
        return tools.verifyLedger({ dump, kept, receipts, key }, voice);
      }),
    );
  program
    .command('dump-ledger')
    .argument('<file>')
    .action(run((file: string) => tools.dumpLedger(file, voice)));
  const keys = program.command('keys');
  keys.command('create').action(run(() => tools.createKey(voice)));
  keys.command('show', { isDefault: true }).action(run(() => tools.showKeys(voice)));
  keys
    .command('retire')
    .addOption(new Option('--years <n>').argParser(wholeNumber(9)).default(3))
    .action(run((options: { years: number }) => tools.retireKeys(options, voice)));
}

interface ImportArguments {
  readonly file: string | undefined;
  readonly listed: string | undefined;
}

function importOrDelete(
  { file, listed }: ImportArguments,
  { tools, voice }: Pick<Adding, 'tools' | 'voice'>,
): Promise<ExitCode> {
  if ((file === undefined) === (listed === undefined)) {
    throw new UsageFault((say) => say('FILE_OR_DELETE'));
  }
  return file === undefined
    ? tools.importPeople({ file: listed ?? '', isDelete: true }, voice)
    : tools.importPeople({ file, isDelete: false }, voice);
}

function failed(error: unknown, { say, language }: Voice): ExitCode {
  // Help was asked for; everything else of commander's is wrong usage, already told.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const usage = usageWords(language);
  say(usage('FAULT', { fault: reasonOf(error, usage) }));
  return error instanceof UsageFault ? 2 : 1;
}

function reasonOf(error: unknown, usage: UsageWords): string {
  if (error instanceof CommandFault) return error.told(usage);
  return error instanceof Error ? error.message : usage('FAILED');
}
