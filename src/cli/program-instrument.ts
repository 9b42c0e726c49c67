/** The commands of the instruments' files. */
import type { Command } from 'commander';
import type { Adding } from './program-exchange.js';

/** Adds them to the program. */
export function addInstrument(program: Command, { tools, voice, run }: Adding): void {
  program
    .command('instrument')
    .command('check')
    .argument('<file>')
    .action(
      run((file: string) => tools.checkInstrument({ file, language: voice.language }, voice)),
    );
}
