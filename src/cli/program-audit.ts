/** The commands of the auditor: the bench, bundles of evidence, what a person is told. */
import { type Command, InvalidArgumentError } from 'commander';
import type { Language } from '../base/index.js';
import { spanOf } from './audit.js';
import { languageOption } from './language-option.js';
import type { Adding } from './program-exchange.js';
import { type AuditCall, type AuditQuestion, UsageFault } from './tools.js';

interface CallOptions {
  readonly url: string;
  readonly token?: string;
  readonly cert?: string;
  readonly certKey?: string;
  readonly ca?: string;
  readonly out?: string;
  readonly language?: Language;
}

interface SpanOptions extends CallOptions {
  readonly from?: string;
  readonly until?: string;
}

/** Adds them to the program. */
export function addAudit(program: Command, adding: Adding): void {
  const bench = program
    .command('audit')
    .description(
      'the auditor’s bench: asks a running gateway, where each look stands in the ledger',
    );
  const ask = askWith(adding);
  const { run } = adding;
  gateway(spanned(bench.command('person')))
    .description('who saw a person, in the last year unless a span is named')
    .argument('<person>', 'a subject <request>.<n>, or the register’s own key')
    .action(
      run((person: string, options: SpanOptions) =>
        ask('person', { person, span: spanIn(options) ?? null }, options),
      ),
    );
  gateway(bench.command('request'))
    .description('every entry that names a request')
    .argument('<request>')
    .action(run((request: string, options: CallOptions) => ask('request', { request }, options)));
  gateway(spanned(bench.command('statistics')))
    .description(
      'by purpose and item; who is far above the peers; asked again under another purpose',
    )
    .action(run((options: SpanOptions) => ask('statistics', { span: needSpan(options) }, options)));
  gateway(spanned(bench.command('sample')))
    .description('answers drawn at random, with the justification of each request')
    .option('--count <n>', 'how many, at most 100', wholeNumber, 10)
    .option('--seed <text>', 'draws the same again; drawn and told where it is left out')
    .action(
      run((options: SpanOptions & { readonly count: number; readonly seed?: string }) => {
        const { count, seed = null } = options;
        return ask('sample', { span: needSpan(options), count, seed }, options);
      }),
    );
  addReports(bench, adding);
  gateway(program.command('evidence'))
    .description('the evidence bundle of a request: verifier/verify-evidence.mjs verifies it')
    .requiredOption('--request <id>')
    .option('--out <file>', 'made anew; the terminal where it is left out')
    .action(
      run((options: CallOptions & { readonly request: string }) =>
        ask('evidence', { request: options.request }, options),
      ),
    );
}

function addReports(bench: Command, adding: Adding): void {
  const ask = askWith(adding);
  const { run } = adding;
  gateway(bench.command('report'))
    .description('what a person is told of who got their data, without what is deferred (11(1))')
    .argument('<person>', 'a subject <request>.<n>, or the register’s own key')
    .option('--out <file>', 'made anew; the terminal where it is left out')
    .action(run((person: string, options: CallOptions) => ask('report', { person }, options)));
  gateway(bench.command('deferrals'))
    .description('deferrals whose review is due: until they are decided, no report is given')
    .action(run((options: CallOptions) => ask('due', {}, options)));
  gateway(bench.command('decide'))
    .description('decide what of a request is told to whom it is about (11(1))')
    .argument('<request>')
    .requiredOption('--reason <text>')
    .option('--defer-until <day>', 'left out, it is told from now on')
    .action(
      run((request: string, options: CallOptions & { reason: string; deferUntil?: string }) => {
        const { reason, deferUntil } = options;
        const reviewAt = deferUntil === undefined ? null : instant(deferUntil);
        const decision = reviewAt === null ? 'TELL' : 'DEFER';
        return ask('decide', { request, decision, reason, reviewAt }, options);
      }),
    );
}

const gateway = (command: Command): Command =>
  command
    .option('--url <url>', 'where the gateway answers', 'http://127.0.0.1:4000')
    .option('--token <file>', 'holds the auditor’s token; left out, the development persona’s')
    .option('--cert <file>', 'the client certificate that the token is bound to')
    .option('--cert-key <file>', 'its key')
    .option('--ca <file>', 'who signed the gateway’s certificate')
    .addOption(languageOption());

const spanned = (command: Command): Command =>
  command
    .option('--from <day>', 'YYYY-MM-DD or an instant')
    .option('--until <day>', 'the first that is no longer in the span');

function askWith({ tools, voice }: Adding) {
  return (
    question: AuditQuestion,
    variables: Readonly<Record<string, unknown>>,
    options: CallOptions,
  ) => {
    const { url, token, cert, certKey, ca, out, language } = options;
    const call: AuditCall = { url, token, cert, certKey, ca };
    return tools.audit({ question, variables, call, out, language }, voice);
  };
}

const spanIn = ({ from, until }: SpanOptions): object | undefined => spanOf(from, until);

function needSpan(options: SpanOptions): object {
  const span = spanIn(options);
  if (span === undefined) throw new UsageFault('pass --from and --until');
  return span;
}

function instant(text: string): string {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new UsageFault('a day as YYYY-MM-DD, or an instant, is needed');
  return new Date(at).toISOString();
}

function wholeNumber(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError('a whole number is needed');
  return Number(text);
}
