/** The commands of interview windows. */
import type { Command } from 'commander';
import type { Adding } from './program-exchange.js';

/** Adds them to the program. */
export function addInterviews(program: Command, { tools, voice, run }: Adding): void {
  const interviews = program
    .command('interviews')
    .description('the windows for identification interviews that partners are offered');
  interviews
    .command('list', { isDefault: true })
    .description('list those ahead, free or taken')
    .action(run(() => tools.listInterviews(voice)));
  interviews
    .command('open')
    .description('offer channels and windows; what is open already stays as it is')
    .argument('<channels.json>', 'see docs/reference.md')
    .action(run((file: string) => tools.openInterviews(file, voice)));
  interviews
    .command('withdraw')
    .description('offer a window no longer; what is booked in it stays')
    .argument('<id>', 'as the list shows it')
    .action(run((id: string) => tools.withdrawInterview(id, voice)));
}
