/** Texts with places, as ICU MessageFormat writes them: counts take the plural form that their language has for them. */
import { IntlMessageFormat } from 'intl-messageformat';
import type { Language } from '../base/index.js';

/** What goes into the places of a text, by name. */
export type Values = Readonly<Record<string, string | number>>;

/** A text made ready to be filled. */
export type Message = (values: Values) => string;

/**
 * Makes a text ready. Tags are letters like any other: what is written here is never markup.
 *
 * @throws SyntaxError for a text that is no ICU message.
 */
export function messageOf(language: Language, text: string): Message {
  const format = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
  return (values) => String(format.format({ ...values }));
}
