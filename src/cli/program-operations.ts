/** The commands of the operation lists. */
import type { Command } from 'commander';
import type { Adding } from './program-exchange.js';
import type { CheckWishes } from './tools.js';

const SUBGRAPH = ['--subgraph', 'they are asked at /subgraph, by a router'] as const;
interface Subgraph {
  readonly subgraph?: boolean;
}

/** Adds them to the program. */
export function addOperations(program: Command, { tools, voice, run }: Adding): void {
  const operations = program
    .command('operations')
    .description('registered operations: the lists of SAFELIST');
  operations
    .command('hash')
    .description('the hash of each document without its literals, as lists and ledger have it')
    .argument('<files...>', 'GraphQL documents')
    .option(...SUBGRAPH)
    .action(
      run((files: readonly string[], { subgraph: isSubgraph = false }: Subgraph) =>
        tools.hashOperations({ files, isSubgraph }, voice),
      ),
    );
  operations
    .command('check')
    .description('whether the list of an authority has each of them for a purpose')
    .argument('<files...>', 'GraphQL documents')
    .option(...SUBGRAPH)
    .requiredOption('--authority <code>', 'whose list')
    .requiredOption('--purpose <purpose>', 'for what it asks')
    .action(
      run(
        (
          files: readonly string[],
          {
            subgraph: isSubgraph = false,
            ...options
          }: Subgraph & Pick<CheckWishes, 'authority' | 'purpose'>,
        ) => tools.checkOperations({ files, isSubgraph, ...options }, voice),
      ),
    );
}
