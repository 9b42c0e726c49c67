/** What is written like the name of a person: two words with capitals, or one that ends as family names do. */
import { KIND } from './characters.js';
import type { FoldedText } from './fold.js';
import { lettered } from './letters.js';
import { matchesIn } from './matches.js';

/** A stretch of the text with its capitals. */
export function casedText({ lower, kinds }: FoldedText, from: number, to: number): string {
  const end = Math.min(to, lower.length);
  let text = '';
  let done = Math.max(0, from);
  for (let at = done; at < end; at += 1) {
    if (kinds[at] !== KIND.capital) continue;
    text += lower.slice(done, at) + lower.charAt(at).toUpperCase();
    done = at + 1;
  }
  return text + lower.slice(done, end);
}

const WORD =
  "(?:\\p{Lu}[\\p{Ll}'’ʼ]{1,24}(?:-\\p{Lu}?\\p{Ll}{1,24})?|\\p{Lu}{2,24}(?:-\\p{Lu}{2,24})?)";
const INITIAL = '\\p{Lu}\\.';
const PARTICLE =
  '(?:oğlu|qızı|ogly|oglu|gizi|kyzy|uly|оглы|кызы|улы|ұлы|қызы|гызы|van|von|der|de|el|al|bin|ben|ibn)';
const NAME = lettered({
  flags: 'gu',
  source: `(?<![\\p{L}\\p{N}])(?:${WORD}|${INITIAL})(?:(?!\\s*\\n[^\\S\\n]*\\n)[\\s,]{0,3}(?:${WORD}|${INITIAL}|${PARTICLE}(?!\\p{L}))){1,5}`,
});
/** Family names and patronymics of the region, also where nothing is written with a capital. */
const ENDED = lettered(
  /(?<!\p{L})\p{L}{2,24}(?:ov|ova|ev|eva|yev|yeva|ski|sky|skaya|enko|yan|shvili|dze|zad[əe]|oğlu|oglu|qızı|ogly|uly|kyzy|lı|ов|ова|ев|ева|ёв|ский|ская|енко|ян|швили|дзе|оглы|кызы|улы|ұлы|қызы|заде|ович|евич|овна|евна|ин|ина|ұлының|қызының|ова|овым|евым|ову|еву|овой|евой|ова)(?!\p{L})/giu,
);

/** What begins with a capital and is no person: bodies, texts, places, papers. Stems, in small letters. */
const NO_NAME = new RegExp(
  `^(?:${[
    ...[
      'minist',
      'министе?р',
      'nazir',
      'служб',
      'xidmət',
      'қызмет',
      'servic',
      'republ',
      'республ',
      'respubl',
      'agenc',
      'агентств',
      'agentli',
    ],
    ...[
      'convent',
      'конвенц',
      'konvens',
      'agreem',
      'соглаш',
      'saziş',
      'келісім',
      'protocol',
      'протокол',
      'protokol',
      'хаттама',
      'treaty',
      'договор',
      'memorand',
      'меморанд',
    ],
    ...[
      'counc',
      'совет',
      'şura',
      'кеңес',
      'committ',
      'комитет',
      'komitə',
      'european',
      'европей',
      'avropa',
      'еуропа',
      'union',
      'союз',
      'ittifaq',
      'одақ',
      'commission',
      'комисси',
      'komissiya',
    ],
    ...[
      'articl',
      'стать',
      'maddə',
      'бап',
      'passport',
      'паспорт',
      'pasport',
      'төлқұжат',
      'document',
      'документ',
      'sənəd',
      'құжат',
      'border',
      'границ',
      'sərhəd',
      'шекара',
      'state',
      'государ',
      'dövlət',
      'мемлекет',
    ],
    ...[
      'nation',
      'national',
      'convention',
      'directive',
      'regulat',
      'decree',
      'указ',
      'закон',
      'law',
      'qanun',
      'заң',
      'report',
      'отчет',
      'отчёт',
      'hesabat',
      'есеп',
      'annex',
      'приложен',
      'əlavə',
      'қосымша',
      'table',
      'таблиц',
      'cədvəl',
      'кесте',
    ],
    ...[
      'baku',
      'баку',
      'bakı',
      'almaty',
      'алматы',
      'astana',
      'астана',
      'brussel',
      'брюссел',
      'brüssel',
      'geneva',
      'женев',
      'dublin',
      'дублин',
      'schengen',
      'шенген',
      'azerbai',
      'азербайд',
      'azərbay',
      'әзербай',
      'kazakh',
      'казах',
      'qazax',
      'қазақ',
      'belgi',
      'бельг',
      'belçika',
      'istanb',
      'стамбул',
    ],
    ...[
      'date',
      'дата',
      'tarix',
      'күні',
      'name',
      'фио',
      'ф\\.и',
      'soyad',
      'ad',
      'аты',
      'тегі',
      'born',
      'birth',
      'рожд',
      'doğum',
      'туған',
      'dob',
      'full',
    ],
    ...[
      'january',
      'february',
      'march',
      'april',
      'june',
      'july',
      'august',
      'september',
      'october',
      'november',
      'december',
    ],
  ].join('|')})`,
  'u',
);

export interface WrittenName {
  /** In the text that was looked at. */
  readonly from: number;
  readonly to: number;
  /** Ends as family names do, or has initials: a name by itself. */
  readonly isSure: boolean;
  /** Nothing but capitals, as in lists and registers. */
  readonly isInCapitals: boolean;
}

const HAS_INITIAL = /\p{Lu}\./u;
const SMALL = /\p{Ll}/u;

/** Everything in a short text that is written like a name. */
export function namesIn(cased: string, isBirthNamed: boolean): readonly WrittenName[] {
  const capital = matchesIn(cased, NAME).flatMap(({ index, 0: text }) => {
    const words = text.split(/[\s,]+/).filter((word) => !NO_NAME.test(word.toLowerCase()));
    const isSure = words.some((word) => word.search(ENDED) !== -1) || HAS_INITIAL.test(text);
    return words.length < 2
      ? []
      : [{ from: index, to: index + text.length, isSure, isInCapitals: !SMALL.test(text) }];
  });
  // Without capitals a name is looked for only where birth is spoken of.
  if (capital.length > 0 || !isBirthNamed) return capital;
  return matchesIn(cased, ENDED).flatMap(({ index, 0: text }) =>
    NO_NAME.test(text.toLowerCase())
      ? []
      : [{ from: index, to: index + text.length, isSure: true, isInCapitals: false }],
  );
}
