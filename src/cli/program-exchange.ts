/** The commands of the exchange between gateways: what a signatory and an operator do (Articles 8, 9). */
import { type Command, Option } from 'commander';
import type { Language } from '../base/index.js';
import { type ExitCode, type SigningKey, type Tools, UsageFault, type Voice } from './tools.js';

/** What commands are added with. */
export interface Adding {
  readonly tools: Tools;
  readonly voice: Voice;
  /** The language that the command line names. */
  readonly chosen: Language | undefined;
  /** Makes the exit code of the work that of the program. */
  readonly run: <Args extends readonly unknown[]>(
    work: (...args: Args) => Promise<ExitCode>,
  ) => (...args: Args) => Promise<void>;
}

/** Adds them to the program. */
export function addExchange(program: Command, adding: Adding): void {
  addSigning(program, adding);
  addLetter(program, adding);
  addClock(program, adding);
  addMail(program, adding);
  addLists(program, adding);
  addReceipts(program, adding);
}

function addReceipts(program: Command, { tools, voice, run }: Adding): void {
  const receipts = program.command('receipts');
  receipts
    .command('record')
    .argument('<file>')
    .action(run((file: string) => tools.recordReceipts(file, voice)));
  receipts
    .command('list')
    .argument('<authority>')
    .action(run((authority: string) => tools.listReceipts(authority, voice)));
  program.command('reconcile').action(run(() => tools.reconcile(voice)));
}

interface KeyOptions {
  readonly key?: string;
  readonly token?: string;
  readonly module?: string;
  readonly keyId?: string;
  readonly pinFile?: string;
}

function addSigning(program: Command, { tools, voice, run }: Adding): void {
  program
    .command('sign')
    .argument('<document.json>')
    .option('--key <file>')
    .option('--token <label>')
    .option('--module <file>')
    .option('--key-id <hex>')
    .option('--pin-file <file>')
    .action(
      run((file: string, options: KeyOptions) =>
        tools.sign({ file, key: signingKey(options) }, voice),
      ),
    );
}

function signingKey({ key, token, module, keyId, pinFile }: KeyOptions): SigningKey {
  const ofToken = [token, module, keyId, pinFile];
  if (key !== undefined && ofToken.every((option) => option === undefined)) return { file: key };
  const isWhole =
    token !== undefined && module !== undefined && keyId !== undefined && pinFile !== undefined;
  if (key !== undefined || !isWhole || !/^(?:[\da-f]{2})+$/i.test(keyId)) {
    throw new UsageFault((say) => say('SIGNING_KEY'));
  }
  return { token, module, keyId, pinFile };
}

interface LetterOptions {
  readonly out: string;
  readonly office: string;
  readonly name: string;
  readonly sample?: string;
}

function addLetter(program: Command, { tools, voice, run }: Adding): void {
  program
    .command('letter')
    .argument('<document.json>')
    .requiredOption('--out <file>')
    .addOption(new Option('--office <text>').default(''))
    .addOption(new Option('--name <text>').default(''))
    .option('--sample <file>')
    .action(
      run((file: string, options: LetterOptions) =>
        tools.letter({ file, ...options, sample: options.sample }, voice),
      ),
    );
}

function addClock(program: Command, { tools, voice, chosen: language, run }: Adding): void {
  program
    .command('clock')
    .option('--token <file>')
    .action(
      run(({ token }: { readonly token?: string }) => tools.clock({ token, language }, voice)),
    );
}

function addMail(program: Command, { tools, voice, run }: Adding): void {
  const mail = program.command('mail');
  mail.command('dead', { isDefault: true }).action(run(() => tools.listMail(voice)));
  mail
    .command('again')
    .argument('<id>')
    .action(run((id: string) => tools.mailAgain(id, voice)));
}

function addLists(program: Command, { tools, voice, run }: Adding): void {
  const lists = program.command('lists');
  lists.command('show', { isDefault: true }).action(run(() => tools.showLists(voice)));
  lists
    .command('record')
    .argument('<facts.json>')
    .requiredOption('--note <reference>')
    .action(
      run((file: string, { note }: { note: string }) => tools.recordLists({ file, note }, voice)),
    );
  lists
    .command('write')
    .argument('<facts.json>')
    .requiredOption('--to <authority>')
    .option('--note <reference>')
    .action(
      run((file: string, { to, note = null }: { to: string; note?: string | null }) =>
        tools.writeNotice({ file, to, note }, voice),
      ),
    );
  lists
    .command('send')
    .argument('<signed.json>')
    .action(run((file: string) => tools.sendNotice(file, voice)));
  lists.command('notices').action(run(() => tools.listNotices(voice)));
}
