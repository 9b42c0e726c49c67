/** The commands of the operation lists. */
import type { Command } from 'commander';
import type { Adding } from './program-exchange.js';

/** Adds them to the program. */
export function addOperations(program: Command, { tools, voice, run }: Adding): void {
  const operations = program
    .command('operations')
    .description('registered operations: the lists of SAFELIST');
  operations
    .command('hash')
    .description('the hash of each document without its literals, as lists and ledger have it')
    .argument('<files...>', 'GraphQL documents')
    .action(run((files: readonly string[]) => tools.hashOperations(files, voice)));
  operations
    .command('check')
    .description('whether the list of an authority has each of them for a purpose')
    .argument('<files...>', 'GraphQL documents')
    .requiredOption('--authority <code>', 'whose list')
    .requiredOption('--purpose <purpose>', 'for what it asks')
    .action(
      run((files: readonly string[], options: { authority: string; purpose: string }) =>
        tools.checkOperations({ files, ...options }, voice),
      ),
    );
}
