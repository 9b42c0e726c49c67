/** The one body of every refusal: the same bytes are sealed in the ledger and sent to the caller. */
import type { Language, Refusal } from '../base/index.js';
import { say } from './say.js';

/**
 * The body of a refusal, UTF-8: `{"errors":[{"message","locations"?,"extensions":{"code","reason"?}}]}`. Depends on
 * code, detail and language alone, so that refusals of one code are alike byte for byte.
 */
export function refusalBody({ code, detail }: Refusal, language: Language): Uint8Array {
  const { reason, locations } = detail;
  const error = {
    message: say(language, reason ?? code),
    ...(locations === undefined ? {} : { locations: locations.map(place) }),
    extensions: { code, ...(reason === undefined ? {} : { reason }) },
  };
  return new TextEncoder().encode(JSON.stringify({ errors: [error] }));
}

const place = ({ line, column }: { readonly line: number; readonly column: number }) => ({
  line,
  column,
});
