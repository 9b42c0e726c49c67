/** The commands of cooperation without personal data: activities and contact points (Article 7; memorandum 1, 3 and 5). */
import type { Command } from 'commander';
import type { Adding } from './program-exchange.js';

/** Adds them to the program. */
export function addCooperation(program: Command, { tools, voice, run }: Adding): void {
  program
    .command('activities')
    .description('trainings, working groups, projects with other authorities')
    .command('list')
    .description('list those in which this authority takes part, the newest first')
    .action(run(() => tools.listActivities(voice)));
  program
    .command('contacts')
    .description('contact points for communication and monitoring')
    .command('list')
    .description('list those that hold now')
    .option('--history', 'every version, with when it held and when it was known')
    .action(
      run(({ history: isHistory = false }: { readonly history?: boolean }) =>
        tools.listContacts({ isHistory }, voice),
      ),
    );
}
