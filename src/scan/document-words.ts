/**
 * Words that say what a number is: that of a document or of a person, or that of something else. In Azerbaijani, Russian,
 * Kazakh and English, and what Belgium's papers say; stems, since three of the four decline.
 */

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
  ...[
    'паспорт\\p{L}*',
    'загранпаспорт\\p{L}*',
    'удостоверени\\p{L}*',
  ],
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

const WORDS = new RegExp(
  `(?<![\\p{L}])(?:(${OF_DOCUMENTS.join('|')})|(?:${OF_OTHER_THINGS.join('|')}))(?![\\p{L}])`,
  'gu',
);

export interface NamingWord {
  readonly ofDocument: boolean;
  /** Names a code of letters and digits, as Azerbaijan's is. */
  readonly ofCode: boolean;
  /** What stands between the word and the number. */
  readonly between: string;
}

/** Characters in which a word is looked for. */
const REACH = 72;
const CODE = /^(?:fin|pin|фин|пин|fərdi|идентиф|identif)/u;

/** The word nearest before a place that says what a number is; undefined where there is none. */
export function wordBefore(lower: string, place: number): NamingWord | undefined {
  const start = Math.max(0, place - REACH);
  const before = lower.slice(start, place);
  let found: RegExpExecArray | undefined;
  for (const match of before.matchAll(WORDS)) found = match;
  if (found === undefined) return undefined;
  const [word, document] = found;
  return {
    ofDocument: document !== undefined,
    ofCode: CODE.test(word),
    between: before.slice(found.index + word.length),
  };
}

/** Whether the head of a column names a document. */
export const headsDocuments = (lower: string): boolean =>
  /^\s*(?:documents?|документ\p{L}*|sənəd\p{L}*|құжат\p{L}*)\s*(?:#|$)/u.test(lower) || namesDocument(lower);

function namesDocument(lower: string): boolean {
  for (const [, document] of lower.matchAll(WORDS)) if (document !== undefined) return true;
  return false;
}

/** Characters behind a number in which Azerbaijani and Kazakh say what it is a number of. */
const REACH_BEHIND = 44;
const UP_TO_WORD = /^[\s,("«–-]{0,3}(?:\p{L}{1,16}\s{1,2}){0,3}$/u;

/** Whether a document is named right behind a number: `№ 038244331 жеке куәлік`, `... nömrəli pasport`. */
export function isNamedBehind(lower: string, place: number): boolean {
  const behind = lower.slice(place, place + REACH_BEHIND);
  for (const match of behind.matchAll(WORDS)) {
    return match[1] !== undefined && UP_TO_WORD.test(behind.slice(0, match.index));
  }
  return false;
}
