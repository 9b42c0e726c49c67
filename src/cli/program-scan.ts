/** The command of the scanner. */
import type { Command } from 'commander';
import { LANGUAGES } from '../base/index.js';
import type { Adding } from './program-exchange.js';
import { scanFile } from './scan.js';
import { UsageFault } from './tools.js';

/** Adds it to the program. */
export function addScan(program: Command, { voice, run }: Omit<Adding, 'tools'>): void {
  program
    .command('scan')
    .description('what would hold a text or a file before it leaves: kinds and places, no values')
    .argument('<file>', 'a text in UTF-8, or a file as it would be attached to a report')
    .option('--language <tag>', `of the words: ${LANGUAGES.join(', ')}`, 'en')
    .action(
      run(async (file: string, { language: tag }: { readonly language: string }) => {
        const language = LANGUAGES.find((known) => known === tag);
        if (language === undefined)
          throw new UsageFault(`--language is one of ${LANGUAGES.join(', ')}`);
        return scanFile({ file, language }, voice);
      }),
    );
}
