/**
 * Makes `planted.ndjson` and `clean.ndjson`: `node --import tsx test/corpora/reports/make-reports.ts`. A text is one to
 * four frames of its language; into their open places go sentences, zones or tables with something personal, or
 * sentences that only look like it. Seeded: the same texts every time.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pick, pickWeighted, rolls } from './draw.js';
import { fillInto, type Supply } from './fill.js';
import { LANGUAGES, type Language, readMaterial } from './material.js';
import { Page, type Planted } from './page.js';
import { namesFor } from './people.js';
import { putGeneralTable, putPersonalTable } from './tables.js';

/** A line of the corpus. Offsets count UTF-16 units. */
export interface Report {
  readonly id: string;
  readonly language: Language;
  readonly text: string;
  readonly planted: readonly Planted[];
}

export type Half = 'planted' | 'clean';
const OF_EACH_LANGUAGE = 150;
const SEEDS: Readonly<Record<Half, number>> = { planted: 20_261_128, clean: 20_261_129 };

/** What goes into an open place. */
type Insert = 'documents' | 'mrz' | 'people' | 'personalTable' | 'negatives' | 'generalTable';

const FIRST = [
  ['documents', 50],
  ['mrz', 22],
  ['people', 18],
  ['personalTable', 10],
] as const;
const ALSO = [
  ['documents', 18],
  ['people', 10],
  ['mrz', 4],
  ['negatives', 48],
  ['generalTable', 8],
] as const;
const HARMLESS = [
  ['negatives', 85],
  ['generalTable', 15],
] as const;

/** One half of the corpus, language by language. */
function makeReports(half: Half): readonly Report[] {
  const english = readMaterial('en');
  return LANGUAGES.flatMap((language, at) => {
    const material = readMaterial(language);
    const supply: Supply = {
      roll: rolls(SEEDS[half] + at),
      material,
      names: namesFor(material, english),
    };
    return Array.from({ length: OF_EACH_LANGUAGE }, (_, number) => {
      const page = writeReport(supply, half);
      const id = `${half}-${language}-${String(number + 1).padStart(3, '0')}`;
      const planted = [...page.planted].sort((one, other) => one.from - other.from);
      return { id, language, text: agreed(wrapped(page.text, supply), language), planted };
    });
  });
}

function writeReport(supply: Supply, half: Half): Page {
  const { roll, material } = supply;
  const page = new Page();
  const inserts = insertsFor(supply, half);
  const length = 60 + roll(40) + roll(80);
  const used = new Set<string>();
  while (wordsOf(page.text) < length || inserts.length > 0) {
    const frame = pick(roll, material.frames);
    if (used.has(frame)) continue;
    used.add(frame);
    if (page.text !== '') page.put('\n\n');
    const [before = '', behind = ''] = frame.split('{+} ');
    fillInto(page, before, supply);
    const insert = inserts.shift();
    if (insert !== undefined) putInsert(page, supply, insert);
    fillInto(page, behind, supply);
  }
  return page;
}

/** What a text has in it; the second may come before the first. */
function insertsFor({ roll }: Supply, half: Half): Insert[] {
  const harmless = () => pickWeighted<Insert>(roll, HARMLESS);
  if (half === 'clean') return Array.from({ length: 1 + roll(3) }, harmless);
  const first = pickWeighted<Insert>(roll, FIRST);
  if (roll(5) < 2) return [first];
  const also = pickWeighted<Insert>(roll, ALSO);
  return roll(2) === 0 ? [first, also] : [also, first];
}

/** Puts something into an open place: a sentence in the line, anything longer on lines of its own. */
function putInsert(page: Page, supply: Supply, insert: Insert): void {
  if (insert === 'personalTable' || insert === 'generalTable') {
    page.put('\n\n');
    if (insert === 'personalTable') putPersonalTable(page, supply);
    else putGeneralTable(page, supply);
    page.put('\n\n');
    return;
  }
  const text = pick(supply.roll, supply.material[insert]);
  const ownLines = text.includes('\n') || text.startsWith('{mrz');
  if (ownLines) page.put('\n');
  fillInto(page, text, supply);
  page.put(ownLines ? '\n' : ' ');
}

const wordsOf = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/** In a share of the texts long lines are broken as mail does it: spaces become line ends, so that no offset changes. */
function wrapped(text: string, { roll }: Supply): string {
  if (roll(6) > 0) return text;
  return text.split('\n').map(wrapLine).join('\n');
}

function wrapLine(line: string): string {
  // Tables and zones keep their lines.
  if (/[|\t<«＜]|; .*; /u.test(line)) return line;
  let width = 0;
  return line.replace(/\S+| /g, (part) => {
    width += part.length;
    if (part !== ' ' || width < 70) return part;
    width = 0;
    return '\n';
  });
}

const ENDINGS = ['cu', 'ci', 'ci', 'cü', 'cü', 'ci', 'cı', 'ci', 'ci', 'cu'];
const ENDINGS_OF_TENS = ['ci', 'cu', 'ci', 'cu', 'cı', 'ci', 'cı', 'ci', 'ci', 'cı'];

/** In Azerbaijani the ending of an ordinal agrees with the last word of the number; all have two letters. */
function agreed(text: string, language: Language): string {
  if (language !== 'az') return text;
  return text.replace(/(\d*)(\d)-c[ıiuü](?=\s)/gu, (_, front: string, ones: string) => {
    const endings = ones === '0' ? ENDINGS_OF_TENS : ENDINGS;
    const ending = endings[Number(ones === '0' ? front.slice(-1) : ones)] ?? 'ci';
    return `${front}${ones}-${ending}`;
  });
}

/** One half as the text of its file. */
export const linesOf = (half: Half): string =>
  makeReports(half)
    .map((report) => `${JSON.stringify(report)}\n`)
    .join('');

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const half of ['planted', 'clean'] as const) {
    writeFileSync(new URL(`${half}.ndjson`, import.meta.url), linesOf(half));
  }
}
