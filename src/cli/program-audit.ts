/** The commands of the auditor: the bench, bundles of evidence, what a person is told. */
import { type Command, Option } from 'commander';
import { spanOf } from './audit.js';
import type { Adding } from './program-exchange.js';
import { type AuditCall, type AuditQuestion, UsageFault } from './tools.js';
import { wholeNumber } from './values.js';

interface CallOptions {
  readonly url: string;
  readonly token?: string;
  readonly cert?: string;
  readonly certKey?: string;
  readonly ca?: string;
  readonly out?: string;
}

interface SpanOptions extends CallOptions {
  readonly from?: string;
  readonly until?: string;
}

/** Adds them to the program. */
export function addAudit(program: Command, adding: Adding): void {
  const bench = program.command('audit');
  const ask = askWith(adding);
  const { run } = adding;
  gateway(spanned(bench.command('person')))
    .argument('<person>')
    .action(
      run((person: string, options: SpanOptions) =>
        ask('person', { person, span: spanIn(options) ?? null }, options),
      ),
    );
  gateway(bench.command('request'))
    .argument('<request>')
    .action(run((request: string, options: CallOptions) => ask('request', { request }, options)));
  gateway(spanned(bench.command('statistics'))).action(
    run((options: SpanOptions) => ask('statistics', { span: needSpan(options) }, options)),
  );
  gateway(spanned(bench.command('sample')))
    .addOption(new Option('--count <n>').argParser(wholeNumber(3)).default(10))
    .option('--seed <text>')
    .action(
      run((options: SpanOptions & { readonly count: number; readonly seed?: string }) => {
        const { count, seed = null } = options;
        return ask('sample', { span: needSpan(options), count, seed }, options);
      }),
    );
  addReports(bench, adding);
  gateway(program.command('evidence'))
    .requiredOption('--request <id>')
    .option('--out <file>')
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
    .argument('<person>')
    .option('--out <file>')
    .action(run((person: string, options: CallOptions) => ask('report', { person }, options)));
  gateway(bench.command('deferrals')).action(
    run((options: CallOptions) => ask('due', {}, options)),
  );
  gateway(bench.command('decide'))
    .argument('<request>')
    .requiredOption('--reason <text>')
    .option('--defer-until <day>')
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
    .addOption(new Option('--url <url>').default('http://127.0.0.1:4000'))
    .option('--token <file>')
    .option('--cert <file>')
    .option('--cert-key <file>')
    .option('--ca <file>');

const spanned = (command: Command): Command =>
  command.option('--from <day>').option('--until <day>');

function askWith({ tools, voice, chosen: language }: Adding) {
  return (
    question: AuditQuestion,
    variables: Readonly<Record<string, unknown>>,
    options: CallOptions,
  ) => {
    const { url, token, cert, certKey, ca, out } = options;
    const call: AuditCall = { url, token, cert, certKey, ca };
    return tools.audit({ question, variables, call, out, language }, voice);
  };
}

const spanIn = ({ from, until }: SpanOptions): object | undefined => spanOf(from, until);

function needSpan(options: SpanOptions): object {
  const span = spanIn(options);
  if (span === undefined) throw new UsageFault((say) => say('SPAN_MISSING'));
  return span;
}

function instant(text: string): string {
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new UsageFault((say) => say('INSTANT_FORM'));
  return new Date(at).toISOString();
}
