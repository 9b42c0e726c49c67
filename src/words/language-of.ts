/** Language negotiation by Accept-Language (RFC 9110 section 12.5.4), over the languages of the catalogues. */
import { LANGUAGES, type Language } from '../base/index.js';

// A header longer than any browser's is not read: its cost would be the caller's to choose.
const LONGEST_HEADER = 1000;
const range = /^([a-z]{1,8})(?:-[a-z0-9]{1,8})*$/;
const weight = /^q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/**
 * The language of ours that the header prefers, or undefined where it names none: `*` leaves the choice to us. Of two
 * with equal weight the first wins. Attacker-controlled; what does not parse is passed over.
 */
export function languageOf(acceptLanguage: string | undefined): Language | undefined {
  if (acceptLanguage === undefined || acceptLanguage.length > LONGEST_HEADER) return undefined;
  const wanted = acceptLanguage.toLowerCase().split(',').map(readRange);
  let best: { readonly language: Language; readonly quality: number } | undefined;
  for (const choice of wanted) {
    if (choice !== undefined && choice.quality > (best?.quality ?? 0)) best = choice;
  }
  return best?.language;
}

function readRange(text: string): { language: Language; quality: number } | undefined {
  const [tag = '', parameter] = text.split(';').map((part) => part.trim());
  const primary = range.exec(tag)?.[1];
  const language = LANGUAGES.find((known) => known === primary);
  const quality = parameter === undefined ? '1' : weight.exec(parameter)?.[1];
  return language === undefined || quality === undefined
    ? undefined
    : { language, quality: Number(quality) };
}
