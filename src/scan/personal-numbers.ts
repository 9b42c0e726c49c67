/**
 * The numbers that states give to persons for life, as data: what they are called, and how those that can be told by
 * themselves are told. The states are those of the Parties, of the routes, and the members of the European Union.
 */
import { isBelgianCard, isBelgianNumber, isKazakhNumber, isTurkishNumber } from './check-digits.js';
import {
  isBalticNumber,
  isChineseNumber,
  isEgyptianNumber,
  isFrenchNumber,
  isPolishNumber,
  isRomanianNumber,
  isUzbekNumber,
} from './person-checks.js';

export interface PersonalNumber {
  readonly of: string;
  /** As in `document-words.ts`. */
  readonly words: string;
  /** Figures of a number that shows by its check digits what it is, without a word beside it. */
  readonly figures?: number;
  readonly isOne?: (digits: string) => boolean;
}

export const PERSONAL_NUMBERS: readonly PersonalNumber[] = [
  { of: 'KZ', words: 'iin, иин, жсн', figures: 12, isOne: isKazakhNumber },
  {
    of: 'BE',
    words: 'nrn, niss, insz, rrn, nn (no|#)',
    figures: 11,
    isOne: isBelgianNumber,
  },
  { of: 'BE, card', words: 'eid', figures: 12, isOne: isBelgianCard },
  {
    of: 'TR',
    words: 'tckn, tc no, vatanda[sş]l[iı]k (no|numara)~',
    figures: 11,
    isOne: isTurkishNumber,
  },
  {
    of: 'UZ, KG',
    words: 'pinfl, пинфл, жшшир, jshshir, пин(?=\\s?\\d{14})',
    figures: 14,
    isOne: isUzbekNumber,
  },
  { of: 'PL', words: 'pesel, песель', figures: 11, isOne: isPolishNumber },
  { of: 'RO', words: 'cnp', figures: 13, isOne: isRomanianNumber },
  { of: 'EE, LT', words: 'isikukood~, asmens kodas', figures: 11, isOne: isBalticNumber },
  {
    of: 'FR',
    words: 'nir, num[ée]ro de s[ée]curit[ée] sociale',
    figures: 15,
    isOne: isFrenchNumber,
  },
  { of: 'CN', words: 'resident identity~, shenfenzheng', figures: 18, isOne: isChineseNumber },
  { of: 'EG', words: 'raqam qawmi', figures: 14, isOne: isEgyptianNumber },
  { of: 'IR', words: 'code melli, melli code, kod-e melli, код~ мелли, мелли код~, melli kod~' },
  { of: 'AF', words: 'tazkira~, e-?tazkira~, tazkera~, taskera~, тазкер~' },
  { of: 'PK', words: 'cnic, nicop, snic, nadra' },
  { of: 'BD', words: 'nid, smart nid, brn' },
  { of: 'IN', words: 'aadhaar~, aadhar~, pan (no|#|numbers?|cards?), адхар~, аадха{1,2}р~' },
  { of: 'LK', words: 'nic (no|#|numbers?), nic(?=\\s?[:#\\d])' },
  { of: 'NP', words: 'nagarikta~, citizenship (no|numbers?|certificates?)' },
  { of: 'VN', words: 'cccd, cmnd' },
  { of: 'NG, UK', words: 'nin(?=\\s?[:#\\d(])|nin (no|number), nino, bvn' },
  { of: 'NL', words: 'bsn, burgerservicenummer' },
  { of: 'DE, AT', words: 'steuer-?id~, steueridentifikation~, sozialversicherung~' },
  { of: 'BG', words: 'egn, егн, lnch' },
  { of: 'ES', words: 'dni, nie(?=\\s?[:#\\p{L}]{0,2}\\s?\\d|\\s[xyz])' },
  { of: 'PT', words: 'bilhete de identidade, cart[ãa]o de cidad~' },
  { of: 'IT', words: 'codice fiscale' },
  { of: 'GR', words: 'amka' },
  {
    of: 'SE, NO, DK, FI',
    words: 'personnummer~, cpr, cpr-?n~, hetu, henkil[öo]tunnus~, f[öo]dselsnummer~',
  },
  { of: 'CZ, SK, LV', words: 'rodn[ée] [čc][ií]slo, personas kods' },
  { of: 'IE', words: 'pps (no|number), ppsn' },
  { of: 'HU', words: 'szem[ée]lyi~' },
  { of: 'HR', words: 'oib' },
  { of: 'RS, BA, MK, SI', words: 'jmbg, emšo' },
  { of: 'MD', words: 'idnp' },
  { of: 'AM', words: 'psn, ծհհ, soccard, соцкарт~, hvhh' },
  { of: 'UA', words: 'рнокпп, ипн, унзр, rnokpp' },
  { of: 'GE', words: 'piradi nomeri, пиради номери' },
];
