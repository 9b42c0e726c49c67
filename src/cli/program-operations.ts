/** The commands of the operation lists. */
import type { Command } from 'commander';
import type { Adding } from './program-exchange.js';
import type { CheckWishes } from './tools.js';

interface Subgraph {
  readonly subgraph?: boolean;
}

/** Adds them to the program. */
export function addOperations(program: Command, { tools, voice, run }: Adding): void {
  const operations = program.command('operations');
  operations
    .command('hash')
    .argument('<files...>')
    .option('--subgraph')
    .action(
      run((files: readonly string[], { subgraph: isSubgraph = false }: Subgraph) =>
        tools.hashOperations({ files, isSubgraph }, voice),
      ),
    );
  operations
    .command('check')
    .argument('<files...>')
    .option('--subgraph')
    .requiredOption('--authority <code>')
    .requiredOption('--purpose <purpose>')
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
