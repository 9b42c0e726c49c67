/** Names in forms, where a label says what they are: `Surname: X`, `Given name: Y`, each on a line or in a cell of its own. */
import type { FoldedText } from './fold.js';
import { lettered } from './letters.js';
import { matchesIn } from './matches.js';
import { casedText, type WrittenName } from './person-names.js';

const LABELS = [
  ...['surname', 'family name', 'last name', 'first name', 'given names?', 'forenames?'],
  ...['full name', 'names?', 'patronymic', "father['’]?s name", 'maiden name', 'alias'],
  ...['name of (?:the )?(?:holder|applicant|person)', 'holder', 'applicant'],
  ...['фамилия', 'имя', 'имена', 'отчество', 'ф\\.?\\s?и\\.?\\s?о\\.?', 'фамилия,?\\s?имя'],
  ...['заявитель', 'владелец', 'soyad[ıi]?', 'ad[ıi]?', 'ata ad[ıi]', 'atas[ıi]n[ıi]n ad[ıi]'],
  ...['tam ad[ıi]?', 's\\.?\\s?a\\.?\\s?a\\.?', 'ad[ıi]?,? soyad[ıi]?', 'ərizəçi', 'şəxs'],
  ...[
    'тегі',
    'аты',
    'аты-жөні',
    'әкесінің аты',
    'есімі',
    'толық аты',
    'өтініш беруші',
    'т\\.?а\\.?ә\\.?',
  ],
  ...['nom', 'pr[ée]noms?', 'naam', 'voornamen?', 'achternaam'],
].join('|');
const LABELLED = lettered({
  flags: 'giu',
  source: `(?:^|[\\n|;,(\\t])[^\\p{L}\\n]{0,8}(?:${LABELS})(?!\\p{L})[^\\n:|\\t]{0,30}(?::|\\||\\t|\\s[–—-]\\s)[ \\t]{0,4}(\\p{L}[\\p{L}'’.\\- ]{1,60})`,
});

/** How far, in characters, the labels stand from the date of birth of a form. */
const BEFORE = 220;
const BEHIND = 160;

const EMPTY_LINE = /\n[^\S\n]*\n/g;

/** The names of the form in which a date stands, from the first to the last; none where no label names one. */
export function labelledName(
  folded: FoldedText,
  date: { readonly from: number; readonly to: number },
  least: number,
): WrittenName | undefined {
  const start = Math.max(least, date.from - BEFORE);
  const before = casedText(folded, start, date.from);
  // An empty line ends a form.
  const block = matchesIn(before, EMPTY_LINE).at(-1)?.index ?? 0;
  const above = namesUnder(before.slice(block), start + block);
  if (above !== undefined) return above;
  const [below = ''] =
    /^(?:[^\n]|\n(?!\s*\n))*/.exec(casedText(folded, date.to, date.to + BEHIND)) ?? [];
  return namesUnder(below, date.to);
}

function namesUnder(text: string, start: number): WrittenName | undefined {
  if (!/[:|\t]|\s[–—-]\s/.test(text)) return undefined;
  const values = matchesIn(text, LABELLED).map(({ index, 0: all, 1: value = '' }) => {
    const from = start + index + all.length - value.length;
    return { from, to: from + value.trimEnd().length };
  });
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return { from: first.from, to: last.to, isSure: true, isInCapitals: false };
}
