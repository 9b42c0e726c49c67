/** The words of the command line: what it tells, what it says of itself, and what is wrong with one. */
import type { Language } from '../base/index.js';
import { messageOf } from './message.js';
import { type Say, sayIn } from './spoken.js';
import { az } from './terminal/az.js';
import { az as azCommands } from './terminal/commands/az.js';
import { en as enCommands } from './terminal/commands/en.js';
import { kk as kkCommands } from './terminal/commands/kk.js';
import { ru as ruCommands } from './terminal/commands/ru.js';
import { en } from './terminal/en.js';
import type { TERMINAL_KEYS, TerminalCatalogue } from './terminal/keys.js';
import { kk } from './terminal/kk.js';
import { az as azLines } from './terminal/lines/az.js';
import { en as enLines } from './terminal/lines/en.js';
import type { LINE_KEYS, LineCatalogue } from './terminal/lines/keys.js';
import { kk as kkLines } from './terminal/lines/kk.js';
import { ru as ruLines } from './terminal/lines/ru.js';
import { az as azParts } from './terminal/parts/az.js';
import { en as enParts } from './terminal/parts/en.js';
import { kk as kkParts } from './terminal/parts/kk.js';
import { ru as ruParts } from './terminal/parts/ru.js';
import { az as azPlaces } from './terminal/places/az.js';
import { en as enPlaces } from './terminal/places/en.js';
import { kk as kkPlaces } from './terminal/places/kk.js';
import { ru as ruPlaces } from './terminal/places/ru.js';
import { ru } from './terminal/ru.js';
import { az as azUsage } from './terminal/usage/az.js';
import { en as enUsage } from './terminal/usage/en.js';
import type { USAGE_KEYS, UsageCatalogue } from './terminal/usage/keys.js';
import { kk as kkUsage } from './terminal/usage/kk.js';
import { ru as ruUsage } from './terminal/usage/ru.js';

const CATALOGUES: Readonly<Record<Language, TerminalCatalogue>> = { ru, en, az, kk };
const USAGE: Readonly<Record<Language, UsageCatalogue>> = {
  ...{ ru: ruUsage, en: enUsage, az: azUsage, kk: kkUsage },
};
const LINES: Readonly<Record<Language, LineCatalogue>> = {
  ...{ ru: ruLines, en: enLines, az: azLines, kk: kkLines },
};
const HELP = {
  ru: { commands: ruCommands, parts: ruParts, places: ruPlaces },
  en: { commands: enCommands, parts: enParts, places: enPlaces },
  az: { commands: azCommands, parts: azParts, places: azPlaces },
  kk: { commands: kkCommands, parts: kkParts, places: kkPlaces },
};

export type TerminalWords = Say<typeof TERMINAL_KEYS>;
export type LineWords = Say<typeof LINE_KEYS>;
export type UsageWords = Say<typeof USAGE_KEYS>;

/** What the commands tell officers and auditors, in a language. */
export const terminalWords = (language: Language): TerminalWords =>
  sayIn(language, CATALOGUES[language]);

/** What the commands tell operators and officers beside what was asked for, in a language. */
export const lineWords = (language: Language): LineWords => sayIn(language, LINES[language]);

/** How help is laid out, and what is wrong with a command line, in a language. */
export const usageWords = (language: Language): UsageWords => sayIn(language, USAGE[language]);

/** What help says of commands and of what they take. What the catalogue does not know is undefined. */
export interface HelpWords {
  /** `publications import`; of the program itself `sorgu`. */
  readonly command: (name: string) => string | undefined;
  /** `--source` or `<file>` of a command: its own words, else those of every command. */
  readonly part: (command: string, part: string) => string | undefined;
  /** `file`, as it stands in `<file>`. */
  readonly place: (name: string) => string | undefined;
}

/** What help says in a language. */
export function helpWords(language: Language): HelpWords {
  const { commands, parts, places } = HELP[language];
  const textOf = (texts: Readonly<Record<string, string>>, key: string): string | undefined => {
    const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
    return text === undefined ? undefined : messageOf(language, text)({});
  };
  return {
    command: (name) => textOf(commands, name),
    part: (command, part) => textOf(parts, `${command} ${part}`) ?? textOf(parts, part),
    place: (name) => textOf(places, name),
  };
}
