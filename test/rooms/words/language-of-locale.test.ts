/** The language of a terminal, as its environment names it (POSIX, XBD 8.2). */
import { expect, test } from 'vitest';
import { languageOfLocale } from '../../../src/words/index.js';

test.each([
  [{}, 'en'],
  [{ LANG: 'ru_RU.UTF-8' }, 'ru'],
  [{ LANG: 'kk' }, 'kk'],
  [{ LANG: 'az_AZ@latin' }, 'az'],
  [{ LC_MESSAGES: 'kk_KZ.UTF-8', LANG: 'ru_RU.UTF-8' }, 'kk'],
  [{ LC_ALL: 'az_AZ', LC_MESSAGES: 'kk_KZ', LANG: 'ru_RU' }, 'az'],
  // Set, and none of ours: what stands behind it is not asked.
  [{ LC_ALL: 'C', LANG: 'ru_RU' }, 'en'],
  [{ LC_ALL: 'C.UTF-8' }, 'en'],
  [{ LC_ALL: 'POSIX' }, 'en'],
  [{ LC_ALL: 'de_DE.UTF-8', LANG: 'ru_RU' }, 'en'],
  // Empty is not set.
  [{ LC_ALL: '', LC_MESSAGES: '', LANG: 'ru_RU' }, 'ru'],
  [{ LANG: 'rus' }, 'en'],
  [{ LANG: '__proto__' }, 'en'],
])('%j: %s', (environment, language) => {
  expect(languageOfLocale(environment)).toBe(language);
});
