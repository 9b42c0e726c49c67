/** The language of a process by the names that POSIX has for it (XBD 8.2): LC_ALL, then LC_MESSAGES, then LANG. */
import { LANGUAGES, type Language } from '../base/index.js';

const NAMES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/** The language of ours that an environment names; English where it names another, `C`, or none. `ru_RU.UTF-8` is ru. */
export function languageOfLocale(
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  const locale = NAMES.map((name) => environment[name]).find(
    (value) => value !== undefined && value !== '',
  );
  const named = /^[a-z]+/.exec(locale ?? '')?.[0];
  return LANGUAGES.find((known) => known === named) ?? 'en';
}
