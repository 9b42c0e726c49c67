/** The command by which received information leaves for an onward recipient (11(3)). */
import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
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
    .description(
      'write held data for an onward recipient, signed, with the conditions that bind it',
    )
    .argument('<about>', 'the request or the provision by which it was received')
    .requiredOption('--subjects <n...>', 'their numbers in the signed document')
    .requiredOption('--items <item...>', 'what leaves')
    .requiredOption('--purpose <purpose>', 'what the recipient gets it for')
    .requiredOption('--recipient <code>', 'the code of the body that gets it')
    .requiredOption('--recipient-name <name>')
    .requiredOption('--out <file>', 'made anew')
    .requiredOption('--token <file>', 'holds the token of an officer who is on it')
    .option('--id <uuid>', 'of a transfer that was made, to write its file again')
    .option('--url <url>', 'where the gateway answers', 'http://127.0.0.1:4000')
    .option('--cert <file>', 'the client certificate that the token is bound to')
    .option('--cert-key <file>', 'its key')
    .option('--ca <file>', 'who signed the gateway’s certificate')
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
  if (!/^[1-9]\d{0,4}$/.test(text))
    throw new UsageFault('--subjects takes numbers of persons: 1 2');
  return Number(text);
}
