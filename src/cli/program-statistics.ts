/** The commands of the statistical tables. */
import { type Command, Option } from 'commander';
import type { Adding } from './program-exchange.js';
import { calendarDay } from './values.js';

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
  const statistics = program.command('statistics');
  statistics.command('tables', { isDefault: true }).action(run(() => tools.listTables(voice)));
  statistics
    .command('compute')
    .requiredOption('--period <period>')
    .option('--table <id>')
    .addOption(new Option('--recorded <day>').argParser(calendarDay))
    .action(
      run(({ period, table, recorded }: ComputeOptions) =>
        tools.computeStatistics({ period, table, recorded }, voice),
      ),
    );
  named(statistics.command('show')).action(
    run((name: NameOptions) => tools.showStatistics(name, voice)),
  );
  named(statistics.command('release'))
    .requiredOption('--source <url>')
    .action(
      run((options: NameOptions & { readonly source: string }) =>
        tools.releaseStatistics(options, voice),
      ),
    );
}

const named = (command: Command): Command =>
  command.requiredOption('--table <id>').requiredOption('--period <period>');
