/**
 * Commands whose help, and what is wrong with a command line, are said in a language. Commander hands out both for it:
 * `createHelp` and `error` (its reference, "Custom help" and "Display errors").
 */
import { type Argument, Command, type ErrorOptions, Help, type Option } from 'commander';
import type { Language } from '../base/index.js';
import { type HelpWords, helpWords, type UsageWords, usageWords } from '../words/index.js';
import { spokenFault } from './spoken-fault.js';

/** The words of the command line in one language. */
export interface Spoken {
  readonly help: HelpWords;
  readonly usage: UsageWords;
}

/** The words of a language. */
export const spokenIn = (language: Language): Spoken => ({
  help: helpWords(language),
  usage: usageWords(language),
});

/** A command, and the commands in it, that speak a language. */
export class SpokenCommand extends Command {
  readonly #spoken: Spoken;

  constructor(name: string | undefined, spoken: Spoken) {
    super(name);
    this.#spoken = spoken;
  }

  override createCommand(name?: string): SpokenCommand {
    return new SpokenCommand(name, this.#spoken);
  }

  override createHelp(): Help {
    return Object.assign(new SpokenHelp(this, this.#spoken), this.configureHelp());
  }

  override error(message: string, options: ErrorOptions = {}): never {
    const { usage, help } = this.#spoken;
    const inTerms = (text: string) => termIn(help, text);
    return super.error(spokenFault({ message, code: options.code }, usage, inTerms), options);
  }
}

/** Help of one command. Its layout is commander's, its words are those of the catalogues. */
class SpokenHelp extends Help {
  readonly #command: Command;
  readonly #spoken: Spoken;
  override showGlobalOptions = true;

  constructor(command: Command, spoken: Spoken) {
    super();
    this.#command = command;
    this.#spoken = spoken;
  }

  override styleTitle(title: string): string {
    return TITLES.has(title) ? this.#spoken.usage(TITLES.get(title) ?? 'USAGE') : title;
  }

  override commandUsage(command: Command): string {
    return termIn(this.#spoken.help, super.commandUsage(command));
  }

  override commandDescription(command: Command): string {
    return this.#spoken.help.command(nameOf(command)) ?? command.description();
  }

  override subcommandTerm(command: Command): string {
    return termIn(this.#spoken.help, super.subcommandTerm(command));
  }

  override subcommandDescription(command: Command): string {
    return this.commandDescription(command);
  }

  // Commander shows those that say something of themselves; here their words stand in the catalogue.
  override visibleArguments(command: Command): Argument[] {
    return [...command.registeredArguments];
  }

  override argumentTerm(argument: Argument): string {
    return this.#spoken.help.place(argument.name()) ?? argument.name();
  }

  override argumentDescription(argument: Argument): string {
    return this.#part(`<${argument.name()}>`);
  }

  override optionTerm(option: Option): string {
    return termIn(this.#spoken.help, option.flags);
  }

  override optionDescription(option: Option): string {
    const { usage } = this.#spoken;
    const { argChoices, defaultValue } = option;
    const more = [
      ...(argChoices === undefined ? [] : [usage('CHOICES', { values: quoted(argChoices) })]),
      ...(defaultValue === undefined ? [] : [usage('DEFAULT', { value: quoted([defaultValue]) })]),
    ];
    const text = this.#part(option.long ?? option.flags);
    return more.length === 0 ? text : `${text} (${more.join(', ')})`;
  }

  #part(part: string): string {
    return this.#spoken.help.part(nameOf(this.#command), part) ?? '';
  }
}

const TITLES: ReadonlyMap<
  string,
  'USAGE' | 'ARGUMENTS' | 'OPTIONS' | 'GLOBAL_OPTIONS' | 'COMMANDS'
> = new Map([
  ['Usage:', 'USAGE'],
  ['Arguments:', 'ARGUMENTS'],
  ['Options:', 'OPTIONS'],
  ['Global Options:', 'GLOBAL_OPTIONS'],
  ['Commands:', 'COMMANDS'],
]);

const quoted = (values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join(', ');

/** `publications import`, without the program's own name; `sorgu` for the program. */
function nameOf(command: Command): string {
  const { parent } = command;
  const own = command.name();
  return parent === null || parent.parent === null ? own : `${nameOf(parent)} ${own}`;
}

/** A term with what stands in its brackets said in the language: `--out <file>`, `[options]`. */
const termIn = (help: HelpWords, term: string): string =>
  term.replace(/(?<=[<[])[^<>[\]]+?(?=(?:\.\.\.)?[>\]])/g, (name) => help.place(name) ?? name);
