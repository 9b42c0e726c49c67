/** The commands of the statistical tables. */
import { type Command, InvalidArgumentError } from 'commander';
import type { Adding } from './program-exchange.js';

interface ComputeOptions {
  readonly period: string;
  readonly table?: string;
  readonly recorded?: string;
}

interface NameOptions {
  readonly table: string;
  readonly period: string;
}

/** Adds them to the program. */
export function addStatistics(program: Command, { tools, voice, run }: Adding): void {
  const statistics = program
    .command('statistics')
    .description('yearly and quarterly tables over the register, protected against small cells');
  statistics
    .command('tables', { isDefault: true })
    .description('the tables that are agreed: id, clause, dimensions')
    .action(run(() => tools.listTables(voice)));
  statistics
    .command('compute')
    .description('count what is not counted yet and draft a table, or all of them')
    .requiredOption('--period <period>', 'a year or a quarter: 2025, 2025-Q3')
    .option('--table <id>', 'all of them where it is left out')
    .option('--recorded <day>', 'read the register as it stood at the end of this day', day)
    .action(
      run(({ period, table, recorded }: ComputeOptions) =>
        tools.computeStatistics({ period, table, recorded }, voice),
      ),
    );
  named(statistics.command('show'))
    .description('a draft as it would be published, as CSV')
    .action(run((name: NameOptions) => tools.showStatistics(name, voice)));
  named(statistics.command('release'))
    .description('publish a draft, if it lets no small cell be computed')
    .requiredOption('--source <url>', 'https: where the authority itself makes it public')
    .action(
      run((options: NameOptions & { readonly source: string }) =>
        tools.releaseStatistics(options, voice),
      ),
    );
}

const named = (command: Command): Command =>
  command
    .requiredOption('--table <id>', 'sorgu statistics tables')
    .requiredOption('--period <period>', 'a year or a quarter: 2025, 2025-Q3');

function day(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text))) {
    throw new InvalidArgumentError('a day as YYYY-MM-DD is needed');
  }
  return text;
}
