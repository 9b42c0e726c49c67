/** The commands of publications: what everybody may read. */
import { type Command, Option } from 'commander';
import type { Adding } from './program-exchange.js';

interface Reasoned {
  readonly reason: string;
}

/** Adds them to the program. */
export function addPublications(program: Command, { tools, voice, run }: Adding): void {
  const publications = program.command('publications');
  publications
    .command('import')
    .argument('<file>')
    .action(run((file: string) => tools.importPublications(file, voice)));
  publications
    .command('list', { isDefault: true })
    .addOption(new Option('--held').default(false))
    .action(run((wishes: { readonly held: boolean }) => tools.listPublications(wishes, voice)));
  publications
    .command('release')
    .argument('<id>')
    .requiredOption('--reason <text>')
    .action(
      run((id: string, { reason }: Reasoned) => tools.releasePublication({ id, reason }, voice)),
    );
  publications
    .command('withdraw')
    .argument('<id>')
    .requiredOption('--reason <text>')
    .action(
      run((id: string, { reason }: Reasoned) => tools.withdrawPublication({ id, reason }, voice)),
    );
}
