/** The command by which received information leaves for an onward recipient (11(3)). */
import { randomUUID } from 'node:crypto';
import { type Command, Option } from 'commander';
import type { Adding } from './program-exchange.js';
import { UsageFault } from './tools.js';

interface ExportOptions {
  readonly subjects: readonly string[];
  readonly items: readonly string[];
  readonly purpose: string;
  readonly recipient: string;
  readonly recipientName: string;
  readonly out: string;
  readonly id?: string;
  readonly url: string;
  readonly token: string;
  readonly cert?: string;
  readonly certKey?: string;
  readonly ca?: string;
}

/** Adds it to the program. */
export function addExport(program: Command, { tools, voice, run }: Adding): void {
  program
    .command('export')
    .argument('<about>')
    .requiredOption('--subjects <n...>')
    .requiredOption('--items <item...>')
    .requiredOption('--purpose <purpose>')
    .requiredOption('--recipient <code>')
    .requiredOption('--recipient-name <name>')
    .requiredOption('--out <file>')
    .requiredOption('--token <file>')
    .option('--id <uuid>')
    .addOption(new Option('--url <url>').default('http://127.0.0.1:4000'))
    .option('--cert <file>')
    .option('--cert-key <file>')
    .option('--ca <file>')
    .action(
      run((about: string, { subjects, id = randomUUID(), ...options }: ExportOptions) => {
        const { url, token, cert, certKey, ca, ...asked } = options;
        const call = { url, token, cert, certKey, ca };
        return tools.exportReceived(
          { ...asked, about, id, subjects: subjects.map(personNumber), call },
          voice,
        );
      }),
    );
}

function personNumber(text: string): number {
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new UsageFault((say) => say('PERSON_NUMBERS'));
  return Number(text);
}
