/** The words of the commands whose output officers and auditors read. */
import type { Language } from '../base/index.js';
import { type Say, sayIn } from './spoken.js';
import { az } from './terminal/az.js';
import { en } from './terminal/en.js';
import type { TERMINAL_KEYS, TerminalCatalogue } from './terminal/keys.js';
import { kk } from './terminal/kk.js';
import { ru } from './terminal/ru.js';

const CATALOGUES: Readonly<Record<Language, TerminalCatalogue>> = { ru, en, az, kk };

export type TerminalWords = Say<typeof TERMINAL_KEYS>;

/** The words of the terminal in a language. */
export const terminalWords = (language: Language): TerminalWords =>
  sayIn(language, CATALOGUES[language]);
