/** The commands of the exchange between gateways: what a signatory and an operator do (Articles 8, 9). */
import type { Command } from 'commander';
import type { Language } from '../base/index.js';
import { languageOption } from './language-option.js';
import { type ExitCode, type SigningKey, type Tools, UsageFault, type Voice } from './tools.js';

/** What commands are added with. */
export interface Adding {
  readonly tools: Tools;
  readonly voice: Voice;
  /** Makes the exit code of the work that of the program. */
  readonly run: <Args extends readonly unknown[]>(
    work: (...args: Args) => Promise<ExitCode>,
  ) => (...args: Args) => Promise<void>;
}

const DOCUMENT = ['<document.json>', 'what `case(id) { document }` of the API gives'] as const;

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
  const receipts = program
    .command('receipts')
    .description('what this gateway holds against the log of a partner');
  receipts
    .command('record')
    .description('record the receipts of what officers were answered live')
    .argument('<file>', 'a value of the header Exchange-Receipt a line')
    .action(run((file: string) => tools.recordReceipts(file, voice)));
  receipts
    .command('list')
    .description('write those of a partner’s log, for `verify-ledger --receipts` there')
    .argument('<authority>', 'the partner')
    .action(run((authority: string) => tools.listReceipts(authority, voice)));
  program
    .command('reconcile')
    .description('pair disclosures with receipts, with every partner; says what has no pair')
    .action(run(() => tools.reconcile(voice)));
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
    .description(
      'sign a request, a provision or a notice as its signatory: prints what signDraft, signProvision or lists send takes',
    )
    .argument('<document.json>', '`document` of the case or provision, or what `lists write` wrote')
    .option('--key <file>', 'the signatory’s own key: PKCS #8 PEM, Ed25519 or P-256')
    .option('--token <label>', 'or the PKCS #11 token it is in, with the three below')
    .option('--module <file>', 'the module of the token’s maker')
    .option('--key-id <hex>', 'the key’s id (CKA_ID) in the token')
    .option('--pin-file <file>', 'holds the PIN; readable by its owner alone')
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
    throw new UsageFault(
      'pass --key, or --token with --module, --key-id (hexadecimal) and --pin-file',
    );
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
    .description('write a request as a letter to be signed by hand (PDF); prints its digest')
    .argument(...DOCUMENT)
    .requiredOption('--out <file>', 'made anew')
    .option('--office <text>', 'the office of who signs', '')
    .option('--name <text>', 'the name of who signs', '')
    .option('--sample <file>', 'the letterhead sample that was exchanged, whose digest is printed')
    .action(
      run((file: string, options: LetterOptions) =>
        tools.letter({ file, ...options, sample: options.sample }, voice),
      ),
    );
}

function addClock(program: Command, { tools, voice, run }: Adding): void {
  program
    .command('clock')
    .description('what is due, late, to be reviewed, or delayed without a word (10(3)): figures')
    .option('--token <file>', 'the token of an officer: lists the cases that exist for him')
    .addOption(languageOption())
    .action(
      run(({ token, language }: { readonly token?: string; readonly language?: Language }) =>
        tools.clock({ token, language }, voice),
      ),
    );
}

function addMail(program: Command, { tools, voice, run }: Adding): void {
  const mail = program
    .command('mail')
    .description('messages that a partner’s gateway did not take');
  mail
    .command('dead', { isDefault: true })
    .description('list those that are not tried any more')
    .action(run(() => tools.listMail(voice)));
  mail
    .command('again')
    .description('have one tried again, from the first attempt')
    .argument('<id>', 'as the list shows it')
    .action(run((id: string) => tools.mailAgain(id, voice)));
}

function addLists(program: Command, { tools, voice, run }: Adding): void {
  const lists = program
    .command('lists')
    .description('what the Parties told of themselves: signatories, letterheads, names, keys');
  lists
    .command('show', { isDefault: true })
    .description('show the digest of each Party’s list and the clock of its 45 days')
    .action(run(() => tools.showLists(voice)));
  lists
    .command('record')
    .description('record what a Party told; prints the digest of its list as it then is')
    .argument('<facts.json>', 'see docs/reference.md')
    .requiredOption('--note <reference>', 'the diplomatic note it came with')
    .action(
      run((file: string, { note }: { note: string }) => tools.recordLists({ file, note }, voice)),
    );
  lists
    .command('write')
    .description('write a notice of this authority’s own change, to be signed with sorgu sign')
    .argument('<facts.json>', 'see docs/reference.md')
    .requiredOption('--to <authority>', 'the authority whose gateway is told')
    .option('--note <reference>', 'the diplomatic note, where there is one')
    .action(
      run((file: string, { to, note = null }: { to: string; note?: string | null }) =>
        tools.writeNotice({ file, to, note }, voice),
      ),
    );
  lists
    .command('send')
    .description('record a signed notice here and send it to the partner’s gateway')
    .argument('<signed.json>', 'what sorgu sign printed')
    .action(run((file: string) => tools.sendNotice(file, voice)));
  lists
    .command('notices')
    .description('list notices sent and received, and whether both sides have the same list')
    .action(run(() => tools.listNotices(voice)));
}
