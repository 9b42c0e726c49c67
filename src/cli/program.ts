/** The command line: what each command is called, takes and says of itself. The work is handed in. */
import { Command, CommanderError, InvalidArgumentError } from 'commander';
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
import { type ExitCode, type Tools, UsageFault, type Voice } from './tools.js';

/** Runs one command line; resolves with its exit code. Never rejects: what goes wrong is told in one line. */
export async function runProgram(
  argv: readonly string[],
  tools: Tools,
  voice: Voice,
): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = openProgram(voice);
  const run =
    <Args extends readonly unknown[]>(work: (...args: Args) => Promise<ExitCode>) =>
    async (...args: Args): Promise<void> => {
      code = await work(...args);
    };
  addServing(program, { tools, voice, run });
  addRegister(program, { tools, voice, run });
  addPolicy(program, { tools, voice, run });
  addLedger(program, { tools, voice, run });
  addExchange(program, { tools, voice, run });
  addCooperation(program, { tools, voice, run });
  addAudit(program, { tools, voice, run });
  addExport(program, { tools, voice, run });
  addOperations(program, { tools, voice, run });
  addPublications(program, { tools, voice, run });
  addInstrument(program, { tools, voice, run });
  addInterviews(program, { tools, voice, run });
  addStatistics(program, { tools, voice, run });
  addScan(program, { voice, run });
  try {
    await program.parseAsync([...argv]);
    return code;
  } catch (error) {
    return failed(error, voice);
  }
}

function openProgram({ out, say }: Voice): Command {
  return new Command('sorgu')
    .description('GraphQL data-exchange gateway with field-level authorization')
    .showHelpAfterError('(sorgu --help lists the commands)')
    .configureOutput({ writeOut: out, writeErr: (text) => say(text.trimEnd()) })
    .addHelpText('after', '\nSettings come from the environment: see docs/reference.md.')
    .exitOverride();
}

function addServing(program: Command, { tools, voice, run }: Adding): void {
  program
    .command('start')
    .description('try it: bundled PostgreSQL, sample register, development mode (npm start)')
    .action(run(() => tools.start(voice)));
  program
    .command('serve')
    .description('serve; in production unless SORGU_MODE says otherwise')
    .action(run(() => tools.serve(voice)));
}

function addRegister(program: Command, { tools, voice, run }: Adding): void {
  program
    .command('migrate')
    .description('bring the database to the newest form')
    .action(run(() => tools.migrate(voice)));
  program
    .command('import')
    .description('load people into the register, one JSON object a line')
    .argument('[file]', 'NDJSON file; rejected lines go to <file>.rejected.ndjson')
    .option('--delete <file>', 'remove the people whose ids this file lists, one a line')
    .action(
      run((file: string | undefined, options: { delete?: string }) =>
        importOrDelete({ file, listed: options.delete }, { tools, voice }),
      ),
    );
  program
    .command('sample')
    .description('write invented people as import lines')
    .option('--count <n>', 'how many', wholeNumber, 2000)
    .option('--seed <n>', 'the same seed and day give the same people', wholeNumber, 2019)
    .option('--today <day>', 'YYYY-MM-DD on which their dates rest', calendarDay)
    .action(
      run((options: { count: number; seed: number; today?: string }) =>
        tools.sample({ ...options, today: options.today }),
      ),
    );
}

function addPolicy(program: Command, { tools, voice, run }: Adding): void {
  program
    .command('explain')
    .description('what a purpose opens of an operation, by which clause; touches no register')
    .argument('<operation>', 'GraphQL text')
    .requiredOption('--purpose <purpose>', 'a purpose of an instrument')
    .option('--on <day>', 'as it was decided on a past day (YYYY-MM-DD), by what was recorded then')
    .action(
      run((operation: string, options: { purpose: string; on?: string }) =>
        tools.explain({ operation, ...options }, voice),
      ),
    );
  program
    .command('ask')
    .description('ask a gateway in development mode as one of its personas')
    .argument('<operation>', 'GraphQL text')
    .option('--as <persona>', 'who asks', 'kz-mia-gateway')
    .option('--purpose <purpose>', 'for which purpose; on the first request that states it')
    .option('--url <url>', 'where the gateway answers', 'http://127.0.0.1:4000')
    .option('--subgraph', "as the router of the persona's authority asks, at /subgraph", false)
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
    .description('recompute the whole ledger and say where it was changed')
    .option('--dump <file>', 'verify a dump offline instead of the database')
    .option('--kept <path>', 'folder or file of checkpoints kept elsewhere')
    .option('--receipts <file>', 'receipts that others hold: of a partner, or of who supervises')
    .option('--key <vkey>', 'verifier key of a log; the own key where it is left out')
    .action(
      run((options: VerifyOptions) => {
        const { dump, kept, receipts, key } = options;
        return tools.verifyLedger({ dump, kept, receipts, key }, voice);
      }),
    );
  program
    .command('dump-ledger')
    .description('write the ledger as one file, for an auditor to verify offline')
    .argument('<file>', 'made anew')
    .action(run((file: string) => tools.dumpLedger(file, voice)));
  const keys = program
    .command('keys')
    .description('the keys of the ledger’s checkpoints and of messages');
  keys
    .command('create')
    .description('make those that are missing')
    .action(run(() => tools.createKey(voice)));
  keys
    .command('show', { isDefault: true })
    .description('show the verifier key of every log, and the public keys of messages')
    .action(run(() => tools.showKeys(voice)));
  keys
    .command('retire')
    .description('destroy the tag keys of subjects of whom nothing was disclosed for years')
    .option('--years <n>', 'how long keys are kept, 3 at least', wholeNumber, 3)
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
    throw new UsageFault('pass a file to load, or --delete with a file of ids');
  }
  return file === undefined
    ? tools.importPeople({ file: listed ?? '', isDelete: true }, voice)
    : tools.importPeople({ file, isDelete: false }, voice);
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('a whole number is needed');
  return Number(text);
}

function calendarDay(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError('a day as YYYY-MM-DD is needed');
  }
  return text;
}

function failed(error: unknown, { say }: Voice): ExitCode {
  if (error instanceof CommanderError) {
    // Help and version were asked for; everything else of commander's is wrong usage, already told.
    return error.exitCode === 0 ? 0 : 2;
  }
  say(`error: ${error instanceof Error ? error.message : 'failed'}`);
  return error instanceof UsageFault ? 2 : 1;
}
