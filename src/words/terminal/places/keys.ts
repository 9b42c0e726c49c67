/** What stands in angle and square brackets in help. What is not here is written alike in every language. */
import type { Texts } from '../../spoken.js';

export const PLACE_KEYS = {
  options: [],
  command: [],
  file: [],
  files: [],
  day: [],
  purpose: [],
  persona: [],
  person: [],
  path: [],
  label: [],
  text: [],
  code: [],
  reference: [],
  authority: [],
  name: [],
  item: [],
  period: [],
  operation: [],
  about: [],
  request: [],
} as const;

/** One language's texts, as ICU messages. */
export type PlaceCatalogue = Texts<typeof PLACE_KEYS>;
