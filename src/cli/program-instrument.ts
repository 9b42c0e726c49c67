/** The commands of the instruments' files. */
import type { Command } from 'commander';
import type { Adding } from './program-exchange.js';

/** Adds them to the program. */
export function addInstrument(program: Command, { tools, voice, run }: Adding): void {
  program
    .command('instrument')
    .description('instruments as data files: docs/adding-an-instrument.md')
    .command('check')
    .description(
      'everything that is missing from a file, or contradicts in it; 1 where something is',
    )
    .argument('<file>', 'JSON of the form schema/instrument.schema.json')
    .option('--language <code>', 'ru, en, az or kk', 'en')
    .action(
      run((file: string, { language }: { readonly language: string }) =>
        tools.checkInstrument({ file, language }, voice),
      ),
    );
}
