/** The command of the scanner. */
import type { Command } from 'commander';
import type { Adding } from './program-exchange.js';
import { scanFile } from './scan.js';

/** Adds it to the program. */
export function addScan(program: Command, { voice, run }: Omit<Adding, 'tools'>): void {
  program
    .command('scan')
    .argument('<file>')
    .action(run(async (file: string) => scanFile({ file, language: voice.language }, voice)));
}
