/**
 * Words that say what a number is: that of a document or of a person, or that of something else. In Azerbaijani, Russian,
 * Kazakh and English, and what Belgium's papers say; stems, since three of the four decline.
 */
import { KIND } from './characters.js';
import type { FoldedText } from './fold.js';

const OF_DOCUMENTS = [
  // English, and French and Dutch as on Belgian papers.
  ...[
    'passports?',
    'cnic',
    'visa stickers?',
    'identity (?:card|document|no|number)s?',
    'id[- ]?cards?',
    'id (?:no|number|#)',
  ],
  ...['residence (?:permit|card|title)s?', 'travel documents?', 'document (?:no|number|#)'],
  ...['national (?:register|registry|number|id|no)', 'personal (?:no|number|code|identification)'],
  ...['individual identification', 'iin', 'pin(?: code)?', 'fin(?: code)?', 'laissez-passer'],
  ...[
    'visa (?:no|number|sticker|#)',
    'driving licen[cs]e',
    'driver.s licen[cs]e',
    'birth certificate',
  ],
  ...[
    'rijksregister\\p{L}*',
    'num[ée]ro national',
    'registre national',
    'nrn',
    'niss',
    'passeport',
  ],
  // Russian.
  ...['паспорт\\p{L}*', 'загранпаспорт\\p{L}*', 'удостоверени\\p{L}*'],
  ...[
    'вид\\p{L}* на жительство',
    'внж',
    'разрешени\\p{L}* на (?:временн\\p{L}+ |постоянн\\p{L}+ )?(?:проживани|жительств)\\p{L}*',
    'визов\\p{L}+ наклейк\\p{L}*',
    'рвп',
    'иин',
    'фин(?:-?код\\p{L}*)?',
    'пин(?:-?код\\p{L}*)?',
  ],
  ...['сери[яиюей]+', 'документ\\p{L}*:? (?:серии|#|номер|no)', 'личн\\p{L}+ номер\\p{L}*'],
  ...[
    'персональн\\p{L}+ номер\\p{L}*',
    'идентификационн\\p{L}+ номер\\p{L}*',
    'проездн\\p{L}+ документ\\p{L}*',
  ],
  ...[
    'виз\\p{L}* (?:#|номер|серии)',
    'водительск\\p{L}+ удостоверени\\p{L}*',
    'свидетельств\\p{L}+ о рождении',
  ],
  // Azerbaijani.
  ...[
    'pasport\\p{L}*',
    'vəsiqə\\p{L}*',
    'fin[- ]?kod\\p{L}*',
    'seriya\\p{L}*',
    'sənəd\\p{L}*:? (?:nömrə|#|seriya)\\p{L}*',
  ],
  ...[
    'fərdi (?:identifikasiya )?(?:nömrə|kod)\\p{L}*',
    'yaşama(?:q)? icazə\\p{L}*',
    'viza\\p{L}* (?:nömrə\\p{L}*|#)',
  ],
  ...['identifikasiya nömrə\\p{L}*', 'şəxsi nömrə\\p{L}*'],
  // Kazakh.
  ...[
    'төлқұжат\\p{L}*',
    'жеке куәлі[кг]\\p{L}*',
    'куәлі[кг]\\p{L}*',
    'жсн',
    'сәйкестендіру нөмір\\p{L}*',
    'виза жапсырма\\p{L}*',
    'тұру (?:рұқсат|карта)\\p{L}*',
    'ықтиярхат\\p{L}*',
    'құжат\\p{L}*:? (?:нөмір|#|серия)\\p{L}*',
  ],
  ...[
    'сериясы\\p{L}*',
    'жеке сәйкестендіру',
    'жеке нөмір\\p{L}*',
    'виза\\p{L}* (?:нөмір\\p{L}*|#)',
    'тұруға рұқсат\\p{L}*',
  ],
];

const OF_OTHER_THINGS = [
  ...[
    'serial (?:no|number)',
    'bin',
    'tin',
    'decrees?',
    'orders?',
    'laws?',
    'acts?',
    'regulations?',
    'directives?',
    'decisions?',
    'resolutions?',
    'case',
    'protocols?',
  ],
  ...[
    'forms?',
    'flights?',
    'tel(?:ephone)?',
    'phone',
    'fax',
    'hotline',
    'isbn',
    'issn',
    'oj',
    'articles?',
    'ref(?:erence)?',
    'contract',
    'invoice',
  ],
  ...[
    'tender',
    'budget',
    'account',
    'celex',
    'eur',
    'usd',
    'azn',
    'kzt',
    'vehicles?',
    'plate',
    'iban',
    'http',
    'www',
    'letter',
    'file',
    'doc',
  ],
  ...[
    'бин',
    'инн',
    'заводск\\p{L}+ номер\\p{L}*',
    'приказ\\p{L}*',
    'указ\\p{L}*',
    'закон\\p{L}*',
    'постановлени\\p{L}*',
    'распоряжени\\p{L}*',
    'протокол\\p{L}*',
    'дел[аоуе]',
    'стать\\p{L}*',
    'форм\\p{L}*',
  ],
  ...[
    'рейс\\p{L}*',
    'тел',
    'телефон\\p{L}*',
    'факс\\p{L}*',
    'исх',
    'вх',
    'решени\\p{L}*',
    'договор\\p{L}*',
    'счет\\p{L}*',
    'счёт\\p{L}*',
    'письм\\p{L}*',
    'тенге',
    'манат\\p{L}*',
  ],
  ...[
    'vöen',
    'zavod nömrə\\p{L}*',
    'fərman\\p{L}*',
    'sərəncam\\p{L}*',
    'qərar\\p{L}*',
    'qanun\\p{L}*',
    'əmr\\p{L}*',
    'protokol\\p{L}*',
    'iş #',
    'iş üzrə',
    'forma\\p{L}*',
    'reys\\p{L}*',
    'telefon\\p{L}*',
    'faks\\p{L}*',
    'maddə\\p{L}*',
    'müqavilə\\p{L}*',
    'manat\\p{L}*',
    'məktub\\p{L}*',
  ],
  ...[
    'бсн',
    'зауыт нөмір\\p{L}*',
    'бұйры[қғ]\\p{L}*',
    'заң\\p{L}*',
    'жарлы[қғ]\\p{L}*',
    'қаулы\\p{L}*',
    'өкім\\p{L}*',
    'хаттама\\p{L}*',
    'іс #',
    'нысан\\p{L}*',
    'шешім\\p{L}*',
    'бап\\p{L}*',
    'келісімшарт\\p{L}*',
    'хат\\p{L}*',
    'теңге',
  ],
];

/** A word that says what a number is, where it stands in the folded text. */
export interface NamingWord {
  readonly from: number;
  readonly to: number;
  readonly ofDocument: boolean;
  /** Names a code of letters and digits, as Azerbaijan's is. */
  readonly ofCode: boolean;
  /** What it says when it is all that the head of a column says. */
  readonly ofColumn: boolean;
}

const OF_COLUMN = [
  'documents?(?= ?(?:#|[|;\\t\\n]|$))',
  'документ\\p{L}*',
  'sənəd\\p{L}*',
  'құжат\\p{L}*',
];
const CODE = /^(?:fin|pin|фин|пин|fərdi|идентиф|identif)/u;

const SIEVE_SIZE = 1 << 14;
const HEAD = /^\p{L}{1,3}/u;
const headOf = (stem: string): string => HEAD.exec(stem)?.[0] ?? '';

/** By the first letters of a word, three at most, the stems that begin so: most words are none of them. */
const BY_HEAD: ReadonlyMap<string, RegExp> = (() => {
  const groups = [OF_DOCUMENTS, OF_OTHER_THINGS, OF_COLUMN];
  const heads = new Set(groups.flat().map(headOf));
  const under = (stems: readonly string[], head: string): string =>
    stems.filter((stem) => headOf(stem) === head).join('|') || '(?!)';
  return new Map(
    [...heads].map((head) => {
      const [documents, others, columns] = groups.map((stems) => under(stems, head));
      return [head, new RegExp(`(?:(${documents})|(${columns})|${others})(?!\\p{L})`, 'uy')];
    }),
  );
})();

/** Whether a word may begin as a stem of so many letters does, told as far as a small table can. */
const SIEVES = [2, 3].map((letters) => {
  const sieve = new Uint8Array(SIEVE_SIZE);
  for (const head of BY_HEAD.keys()) {
    if (head.length === letters) sieve[placeOf(head, 0, letters)] = 1;
  }
  return { letters, sieve };
});

function placeOf(lower: string, at: number, letters: number): number {
  let place = 0;
  for (let n = 0; n < letters; n += 1) place = place * 61 + lower.charCodeAt(at + n);
  return place & (SIEVE_SIZE - 1);
}

/** All of them, in the order of the text. */
export function namingWordsIn({ lower, kinds, length }: FoldedText): readonly NamingWord[] {
  const words: NamingWord[] = [];
  let isInWord = false;
  for (let at = 0; at < length; at += 1) {
    const isLetter = kinds[at] === KIND.small || kinds[at] === KIND.capital;
    const isHead = isLetter && !isInWord;
    if (isHead) {
      const word = wordAt(lower, at);
      if (word !== undefined) words.push(word);
    }
    isInWord = isLetter;
  }
  return words;
}

function wordAt(lower: string, from: number): NamingWord | undefined {
  for (const { letters, sieve } of SIEVES) {
    if (sieve[placeOf(lower, from, letters)] !== 1) continue;
    const word = wordUnder(lower, from, letters);
    if (word !== undefined) return word;
  }
  return undefined;
}

function wordUnder(lower: string, from: number, letters: number): NamingWord | undefined {
  const form = BY_HEAD.get(lower.slice(from, from + letters));
  if (form === undefined) return undefined;
  form.lastIndex = from;
  const [word, document, column] = form.exec(lower) ?? [];
  if (word === undefined) return undefined;
  return {
    from,
    to: from + word.length,
    ofDocument: document !== undefined,
    ofCode: CODE.test(word),
    ofColumn: column !== undefined,
  };
}
