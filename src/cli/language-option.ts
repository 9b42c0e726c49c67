/** The language of who reads what a command says: what the command line names, else that of the environment. */
import { Option } from 'commander';
import { LANGUAGES, type Language } from '../base/index.js';

const FLAG = '--language';

/** `--language <code>` of the languages of the catalogues. */
export const languageOption = (): Option => new Option(`${FLAG} <code>`).choices(LANGUAGES);

/**
 * The language that a command line names, read before the commands are made, which speak it from the start. What is none
 * of ours is undefined here, and a fault when the line is parsed.
 */
export function languageAsked(argv: readonly string[]): Language | undefined {
  const asked = argv.flatMap((word, at) => {
    if (word === FLAG) return argv.slice(at + 1, at + 2);
    return word.startsWith(`${FLAG}=`) ? [word.slice(FLAG.length + 1)] : [];
  });
  return LANGUAGES.find((known) => known === asked.at(-1));
}
