/** The commands of interview windows. */
import type { Command } from 'commander';
import type { Adding } from './program-exchange.js';

/** Adds them to the program. */
export function addInterviews(program: Command, { tools, voice, run }: Adding): void {
  const interviews = program.command('interviews');
  interviews.command('list', { isDefault: true }).action(run(() => tools.listInterviews(voice)));
  interviews
    .command('open')
    .argument('<channels.json>')
    .action(run((file: string) => tools.openInterviews(file, voice)));
  interviews
    .command('withdraw')
    .argument('<id>')
    .action(run((id: string) => tools.withdrawInterview(id, voice)));
}
