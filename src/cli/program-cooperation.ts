/** The commands of cooperation without personal data: activities and contact points (Article 7; memorandum 1, 3 and 5). */
import type { Command } from 'commander';
import type { Adding } from './program-exchange.js';

/** Adds them to the program. */
export function addCooperation(program: Command, { tools, voice, run }: Adding): void {
  program
    .command('activities')
    .command('list')
    .action(run(() => tools.listActivities(voice)));
  program
    .command('contacts')
    .command('list')
    .option('--history')
    .action(
      run(({ history: isHistory = false }: { readonly history?: boolean }) =>
        tools.listContacts({ isHistory }, voice),
      ),
    );
}
