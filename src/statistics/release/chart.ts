/**
 * A chart for people: a bar for each category of the table's first dimension, kind by kind, drawn here as SVG without
 * script or anything from elsewhere. Every label stands in each language; whoever shows it takes the reader's (SVG 1.1,
 * 5.8.2). A hidden number has no bar: a box that is the same for all.
 */
import { LANGUAGES, type Language } from '../../base/index.js';
import { type StatisticsCatalogue, statisticsWords } from '../../words/index.js';
import { TOTAL } from '../dimensions.js';
import { titleOf } from './method.js';
import type { ReleasedTable, ShownFigure } from './released.js';

const WIDTH = 720;
const LABELS = 220;
const LINE = 22;
const TOP = 48;
const LONGEST_BAR = WIDTH - LABELS - 90;
const HIDDEN_BAR = 14;

export function chartOf(table: ReleasedTable): string {
  const bars = barsOf(table);
  const most = Math.max(1, ...bars.map(({ persons }) => persons ?? 0));
  const kinds = [...new Set(bars.map(({ kind }) => kind))];
  let line = 0;
  const drawn = kinds.flatMap((kind) => {
    const head = text({ x: 8, y: TOP + LINE * line, bold: true }, (words) => words.KIND[kind]);
    line += 1;
    const rows = bars
      .filter((bar) => bar.kind === kind)
      .map((bar) => drawBar(bar, { y: TOP + LINE * line++, most }));
    return [head, ...rows];
  });
  const height = TOP + LINE * (line + 1);
  const title = (words: StatisticsCatalogue): string => titleOf(table, words);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="sans-serif" font-size="14">`,
    ...LANGUAGES.map(
      (language) =>
        `<title lang="${language}">${escaped(title(statisticsWords(language)))}</title>`,
    ),
    ...LANGUAGES.map(
      (language) => `<desc lang="${language}">${escaped(described(bars, language))}</desc>`,
    ),
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    text({ x: 8, y: 24, bold: true }, title),
    ...drawn,
    '</svg>\n',
  ].join('\n');
}

/** Cells that stand at a category of the first dimension and the total of every other. */
const barsOf = ({ figures }: ReleasedTable): readonly ShownFigure[] =>
  figures.filter(({ at }) => at.slice(1).every((category) => category === TOTAL));

function drawBar(
  { at: [category = TOTAL], persons }: ShownFigure,
  { y, most }: { readonly y: number; readonly most: number },
): string {
  const width = persons === null ? HIDDEN_BAR : Math.round((persons / most) * LONGEST_BAR);
  const look =
    persons === null ? 'fill="none" stroke="#555" stroke-dasharray="3 2"' : 'fill="#1b5e8c"';
  const value = { x: LABELS + width + 8, y };
  return [
    text({ x: LABELS - 8, y, end: true }, (words) => words.CATEGORY[category]),
    `<rect x="${LABELS}" y="${y - 12}" width="${width}" height="14" ${look}/>`,
    persons === null
      ? text(value, (words) => words.LABEL.HIDDEN_CELL)
      : `<text x="${value.x}" y="${y}">${persons}</text>`,
  ].join('');
}

function described(bars: readonly ShownFigure[], language: Language): string {
  const words = statisticsWords(language);
  return bars
    .map(({ kind, at: [category = TOTAL], persons }) => {
      const number = persons ?? words.LABEL.HIDDEN_CELL;
      return `${words.KIND[kind]}, ${words.CATEGORY[category]}: ${number}`;
    })
    .join('; ');
}

interface Put {
  readonly x: number;
  readonly y: number;
  readonly bold?: boolean;
  readonly end?: boolean;
}

/** One text in every language; English where the reader's is none of ours. */
function text({ x, y, bold, end }: Put, say: (words: StatisticsCatalogue) => string): string {
  const look = `${bold ? ' font-weight="bold"' : ''}${end ? ' text-anchor="end"' : ''}`;
  const inLanguage = (language: Language, choice: string): string =>
    `<text x="${x}" y="${y}"${look}${choice}>${escaped(say(statisticsWords(language)))}</text>`;
  const choices = LANGUAGES.map((language) =>
    inLanguage(language, ` systemLanguage="${language}"`),
  );
  return `<switch>${choices.join('')}${inLanguage('en', '')}</switch>`;
}

const escaped = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
