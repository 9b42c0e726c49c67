/** What beside is looked for: accounts, addresses, telephone numbers, and what is written so that it cannot be read. */
import { KIND } from './characters.js';
import { isIban } from './check-digits.js';
import type { Finding } from './finding.js';
import { type FoldedText, placeIn } from './fold.js';
import { lettered } from './letters.js';
import type { Run } from './runs.js';

/** Characters of an IBAN by country, where it is likely to be met. */
const ACCOUNTS: Readonly<Record<string, number>> = {
  ...{ AZ: 28, KZ: 20, BE: 16, TR: 26, GE: 22, DE: 22, NL: 18, FR: 27, PL: 28, LT: 20, LV: 21 },
  ...{ EE: 20, UA: 29, AE: 23, AT: 20, BG: 22, CY: 28, CZ: 24, ES: 24, GB: 22, GR: 27, HU: 28 },
  ...{ IT: 27, LU: 20, MD: 24, RO: 24, SE: 24, CH: 21, PK: 24, IE: 22, PT: 25, SK: 24, SI: 19 },
};

/** Finds IBANs whose check digits are right. */
export function findAccounts(folded: FoldedText, runs: readonly Run[]): readonly Finding[] {
  // It begins with the letters of its country.
  const headed = runs.filter(({ text, digits }) => digits < text.length);
  return headed.flatMap((run): readonly Finding[] => {
    const end = accountEnd(folded.latin, run);
    if (end === undefined) return [];
    const place = placeIn(folded, run.from, end);
    return [{ kind: 'BANK_ACCOUNT', ...place, weight: 3, why: 'CHECK_DIGITS' }];
  });
}

/** Where the account that begins with a run ends. */
function accountEnd(latin: string, { from, text: head }: Run): number | undefined {
  const length = ACCOUNTS[head.slice(0, 2)];
  if (length === undefined || !/^[A-Z]{2}\d{2}/.test(head)) return undefined;
  let account = '';
  let at = from;
  for (; at < latin.length && account.length < length && at - from < length * 2; at += 1) {
    account += latin.charAt(at).replace(/[\s-]/, '');
  }
  return isIban(account) ? at : undefined;
}

const LOCAL = lettered(/[\p{L}\p{N}._%+-]{1,64}$/u);
const DOMAIN = lettered(/^[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,4}/u);

/** Finds e-mail addresses and telephone numbers. */
export function findContacts(folded: FoldedText): readonly Finding[] {
  const { lower } = folded;
  const places: [number, number][] = [];
  for (let at = lower.indexOf('@'); at !== -1; at = lower.indexOf('@', at + 1)) {
    const local = LOCAL.exec(lower.slice(Math.max(0, at - 64), at));
    const domain = DOMAIN.exec(lower.slice(at + 1, at + 200));
    if (local !== null && domain !== null) {
      places.push([at - local[0].length, at + 1 + domain[0].length]);
    }
  }
  for (const { index, 0: text } of lower.matchAll(/\+\d[\d\s()-]{6,18}\d/g)) {
    places.push([index, index + text.length]);
  }
  return places.map(([start, end]) => ({
    kind: 'CONTACT',
    ...placeIn(folded, start, end),
    weight: 1,
    why: 'FORM',
  }));
}

/** Characters of base64 in a row that no word and no path has. */
const ENCODED_AT_LEAST = 60;
const ALL_KINDS = (1 << KIND.small) | (1 << KIND.capital) | (1 << KIND.digit);

/** Finds stretches of base64: large and small letters and digits, nothing between them. */
export function findEncoded(folded: FoldedText): readonly Finding[] {
  const found: Finding[] = [];
  // None is missed by steps of its least length, and hardly any is looked at.
  for (let at = ENCODED_AT_LEAST - 1; at < folded.length; at += ENCODED_AT_LEAST) {
    if (!isEncoded(folded, at)) continue;
    let start = at;
    let end = at;
    while (isEncoded(folded, start - 1)) start -= 1;
    while (isEncoded(folded, end)) end += 1;
    const isLong = end - start >= ENCODED_AT_LEAST && kindsIn(folded, start, end) === ALL_KINDS;
    if (isLong) {
      const place = placeIn(folded, start, end);
      found.push({ kind: 'ENCODED', ...place, weight: 2, why: 'FORM' });
    }
    // The next step is one from its end.
    at = end - 1;
  }
  return found;
}

function kindsIn({ kinds }: FoldedText, start: number, end: number): number {
  let seen = 0;
  for (let at = start; at < end; at += 1) seen |= 1 << (kinds[at] ?? KIND.other);
  return seen & ALL_KINDS;
}

const LAST_OF_LATIN = 0x5a;

// Other scripts have no base64; a line's end may stand in it.
function isEncoded({ kinds, latin }: FoldedText, at: number): boolean {
  const kind = kinds[at];
  if (kind === KIND.small || kind === KIND.capital || kind === KIND.digit) {
    return latin.charCodeAt(at) <= LAST_OF_LATIN;
  }
  return kind === KIND.line || (kind === KIND.other && '/+'.includes(latin.charAt(at)));
}
