/** The words of the gateway, in the language of the one who asks (Article 15: Russian is used in cooperation). */
import type { Language } from '../base/index.js';
import { az } from './az.js';
import { en } from './en.js';
import type { Catalogue, MessageKey } from './keys.js';
import { kk } from './kk.js';
import { ru } from './ru.js';

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { ru, en, az, kk };

/** The text of a key in a language. Constant, so that nothing sent can come back in it. */
export function say(language: Language, key: MessageKey): string {
  return CATALOGUES[language][key];
}
