/** States and their competent authorities (Article 2; memorandum, heading), as the file of an instrument gives them. */
import type { Language } from '../base/index.js';

/** ISO 3166-1 alpha-3, as ICAO Doc 9303-3 extends it. */
export type CountryCode = string;

/** A text in every language of the gateway. */
export type Named = Readonly<Record<Language, string>>;

export interface State {
  readonly country: CountryCode;
  readonly name: Named;
  /** IANA zone of its authorities' seats: its calendar dates what they receive. */
  readonly zone: string;
}

export interface Authority {
  readonly code: string;
  readonly country: CountryCode;
  /** The language in which the gateway speaks to it: the working language of its instrument, or its own. */
  readonly language: Language;
  readonly name: Named;
}
