/** The language of who reads what a command says: left out, it says codes, and English to an operator. */
import { Option } from 'commander';
import { LANGUAGES } from '../base/index.js';

/** `--language <code>` of the languages of the catalogues. */
export const languageOption = (): Option =>
  new Option('--language <code>', 'says in this language what codes mean').choices(LANGUAGES);
