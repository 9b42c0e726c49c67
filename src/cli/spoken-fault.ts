/** What commander finds wrong with a command line, in the words of the catalogue: by its code, and what its text quotes. */
import type { UsageWords } from '../words/index.js';

/** As commander reports it. */
export interface Reported {
  readonly message: string;
  /** `commander.unknownOption` and the like. */
  readonly code: string | undefined;
}

type SayTerm = (term: string) => string;
type Told = (usage: UsageWords, quoted: readonly string[], inTerms: SayTerm) => string;

interface Form {
  /** Of its text, in English, with what is quoted in it. */
  readonly text: RegExp;
  readonly told: Told;
}

const FORMS: Readonly<Record<string, Form>> = {
  'commander.missingArgument': {
    text: /^error: missing required argument '(.*)'$/s,
    told: (usage, [name = ''], inTerms) =>
      usage('MISSING_ARGUMENT', { name: inTerms(`<${name}>`).slice(1, -1) }),
  },
  'commander.optionMissingArgument': {
    text: /^error: option '(.*)' argument missing$/s,
    told: (usage, [option = ''], inTerms) =>
      usage('OPTION_VALUE_MISSING', { option: inTerms(option) }),
  },
  'commander.missingMandatoryOptionValue': {
    text: /^error: required option '(.*)' not specified$/s,
    told: (usage, [option = ''], inTerms) => usage('OPTION_MISSING', { option: inTerms(option) }),
  },
  'commander.unknownOption': {
    text: /^error: unknown option '(.*?)'(?:\n\(Did you mean (?:one of )?(.*)\?\))?$/s,
    told: (usage, [option = '', others]) =>
      usage('OPTION_UNKNOWN', { option }) + meant(usage, others),
  },
  'commander.unknownCommand': {
    text: /^error: unknown command '(.*?)'(?:\n\(Did you mean (?:one of )?(.*)\?\))?$/s,
    told: (usage, [command = '', others]) =>
      usage('COMMAND_UNKNOWN', { command }) + meant(usage, others),
  },
  'commander.excessArguments': {
    text: /^error: too many arguments for '(.*)'\. Expected (\d+) arguments? but got (\d+)\.$/s,
    told: (usage, [command = '', expected, given]) =>
      usage('TOO_MANY_ARGUMENTS', { command, expected: Number(expected), given: Number(given) }),
  },
  'commander.invalidArgument': {
    text: /^error: option '(.*?)' argument '(.*)' is invalid\. (.*)$/s,
    told: (usage, [option = '', value = '', why = ''], inTerms) =>
      usage('OPTION_VALUE_INVALID', { option: inTerms(option), value, why: reason(usage, why) }),
  },
};

/** The fault as it is told. What has no form here is told as it came. */
export function spokenFault(
  { message, code }: Reported,
  usage: UsageWords,
  inTerms: SayTerm,
): string {
  const form = code !== undefined && Object.hasOwn(FORMS, code) ? FORMS[code] : undefined;
  const quoted = form?.text.exec(message);
  if (form === undefined || quoted == null) return message;
  return usage('FAULT', { fault: form.told(usage, quoted.slice(1), inTerms) });
}

function meant(usage: UsageWords, others: string | undefined): string {
  if (others === undefined) return '';
  return `\n${usage('DID_YOU_MEAN', { count: others.split(', ').length, others })}`;
}

/** Why a value does not do: our parsers say a key of the catalogue, commander names the choices. */
function reason(usage: UsageWords, why: string): string {
  if (why === 'WHOLE_NUMBER' || why === 'DAY') return usage(why);
  const choices = /^Allowed choices are (.*)\.$/s.exec(why)?.[1];
  return choices === undefined ? why : usage('ONE_OF', { choices });
}
