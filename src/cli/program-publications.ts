/** The commands of publications: what everybody may read. */
import type { Command } from 'commander';
import type { Adding } from './program-exchange.js';

interface Reasoned {
  readonly reason: string;
}

/** Adds them to the program. */
export function addPublications(program: Command, { tools, voice, run }: Adding): void {
  const publications = program
    .command('publications')
    .description('legislation, its changes, methods, experience: what everybody may read');
  publications
    .command('import')
    .description('publish from a file, one JSON object a line; the same file twice changes nothing')
    .argument('<file>', 'NDJSON file; rejected lines go to <file>.rejected.ndjson')
    .action(run((file: string) => tools.importPublications(file, voice)));
  publications
    .command('list', { isDefault: true })
    .description('what is shown, the newest change first: id, state, kind, title')
    .option('--held', 'those that are held back, and what was found in them', false)
    .action(run((wishes: { readonly held: boolean }) => tools.listPublications(wishes, voice)));
  publications
    .command('release')
    .description('show one that is held back')
    .argument('<id>')
    .requiredOption('--reason <text>')
    .action(
      run((id: string, { reason }: Reasoned) => tools.releasePublication({ id, reason }, voice)),
    );
  publications
    .command('withdraw')
    .description('withdraw one: its address says so and why from then on')
    .argument('<id>')
    .requiredOption('--reason <text>', 'everybody reads it')
    .action(
      run((id: string, { reason }: Reasoned) => tools.withdrawPublication({ id, reason }, voice)),
    );
}
