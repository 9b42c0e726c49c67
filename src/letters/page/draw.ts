/** Draws a composed letter, block after block. */
import type { Block, ComposedLetter, Row } from '../blocks.js';
import type { Typeface } from './fonts.js';
import { drawSignOff, drawStamp, signOffHeight, stampHeight } from './foot.js';
import { drawLetterhead, drawReference } from './head.js';
import { drawNotes } from './notes.js';
import { type Columns, drawRows, NUMBERED, rowsHeight, TABLE } from './pairs.js';
import { drawRunning } from './running.js';
import {
  addText,
  closeSheet,
  heightOf,
  keepTogether,
  LINE_WIDTH,
  MARGINS,
  openSheet,
  type Setting,
  type Sheet,
} from './sheet.js';

const WIDE = { x: MARGINS.left, width: LINE_WIDTH };
const BOLD = { ...WIDE, cut: 'bold' } as const;
/** Structure type, setting, and the space around: points. */
const HEADINGS = {
  TITLE: { tag: 'H1', setting: { ...BOLD, size: 13, align: 'center' }, above: 0, below: 12 },
  HEADING: { tag: 'H2', setting: { ...BOLD, size: 11 }, above: 8, below: 5 },
  SUBHEADING: { tag: 'H3', setting: { ...BOLD, size: 10.5 }, above: 6, below: 5 },
} as const;
const PROSE: Setting = { ...WIDE, size: 11, indent: 24 };
/** Points of a text that may not stand alone at the foot of a page: two lines of it. */
const TWO_LINES = 32;
const AFTER_PARAGRAPH = 4;
const AFTER_ROWS = 4;

/** The PDF of a letter. The same letter gives the same bytes. */
export function drawLetter(letter: ComposedLetter, typeface: Typeface): Uint8Array {
  const sheet = openSheet(letter, typeface);
  for (const [index, block] of letter.blocks.entries()) {
    const rest = letter.blocks.slice(index + 1);
    keepTogether(sheet, leadHeight(sheet, [block, ...rest]));
    drawBlock(sheet, block, afterLast(sheet, rest));
  }
  drawRunning(sheet, letter);
  return closeSheet(sheet);
}

/** What has to stand on one page at the beginning of these blocks: a heading with what follows it, a signature whole. */
function leadHeight(sheet: Sheet, [block, ...rest]: readonly Block[]): number {
  switch (block?.kind) {
    case 'TITLE':
    case 'HEADING':
    case 'SUBHEADING':
      return headingHeight(sheet, block) + leadHeight(sheet, rest);
    case 'ROWS':
      return firstHeight(sheet, block.rows, TABLE) + afterOnly(sheet, block.rows, rest);
    case 'LIST':
      return (
        firstHeight(sheet, numbered(block.entries), NUMBERED) +
        afterOnly(sheet, block.entries, rest)
      );
    case 'PROSE': {
      const paragraphs = paragraphsOf(block.text);
      const after = afterOnly(sheet, paragraphs, rest);
      return after === 0 ? TWO_LINES : after + heightOf(sheet, paragraphs.join(''), PROSE);
    }
    case 'SIGN_OFF':
      return signOffHeight(sheet, block) + leadHeight(sheet, rest);
    case 'STAMP':
      return stampHeight(sheet, block);
    case 'LETTERHEAD':
    case 'REFERENCE':
    // Its own drawing keeps its title with what follows.
    case 'NOTES':
    case undefined:
      return 0;
  }
}

const firstHeight = (sheet: Sheet, rows: readonly Row[], columns: Columns): number =>
  rowsHeight(sheet, rows.slice(0, 1), columns);

/** What a block's last part keeps with it: a signature does not stand on a page without a word of what was signed. */
const afterLast = (sheet: Sheet, rest: readonly Block[]): number =>
  rest[0]?.kind === 'SIGN_OFF' ? AFTER_ROWS + leadHeight(sheet, rest) : 0;

/** The same for the first part of a block, which keeps it only where it is the last one too. */
const afterOnly = (sheet: Sheet, parts: readonly unknown[], rest: readonly Block[]): number =>
  parts.length === 1 ? afterLast(sheet, rest) : 0;

function drawBlock(sheet: Sheet, block: Block, after: number): void {
  switch (block.kind) {
    case 'LETTERHEAD':
      drawLetterhead(sheet, block);
      break;
    case 'REFERENCE':
      drawReference(sheet, block);
      break;
    case 'TITLE':
    case 'HEADING':
    case 'SUBHEADING':
      drawHeading(sheet, block);
      break;
    case 'PROSE':
      drawProse(sheet, block.text, after);
      break;
    case 'ROWS':
      drawRows(sheet, { rows: block.rows, after }, TABLE);
      sheet.doc.y += AFTER_ROWS;
      break;
    case 'LIST':
      drawRows(sheet, { rows: numbered(block.entries), after }, NUMBERED);
      break;
    case 'SIGN_OFF':
      drawSignOff(sheet, block);
      break;
    case 'STAMP':
      drawStamp(sheet, block);
      break;
    case 'NOTES':
      drawNotes(sheet, block);
      break;
  }
}

interface Heading {
  readonly kind: keyof typeof HEADINGS;
  readonly text: string;
}

function headingHeight(sheet: Sheet, { kind, text }: Heading): number {
  const { setting, above, below } = HEADINGS[kind];
  return above + heightOf(sheet, text, setting) + below;
}

function drawHeading(sheet: Sheet, { kind, text }: Heading): void {
  const { tag, setting, above, below } = HEADINGS[kind];
  sheet.doc.y += above;
  addText(sheet, tag, { text, setting });
  sheet.doc.y += below;
}

function drawProse(sheet: Sheet, text: string, after: number): void {
  const paragraphs = paragraphsOf(text);
  for (const [index, paragraph] of paragraphs.entries()) {
    const height = heightOf(sheet, paragraph, PROSE) + AFTER_PARAGRAPH;
    if (index === paragraphs.length - 1 && after > 0) keepTogether(sheet, height + after);
    addText(sheet, 'P', { text: paragraph, setting: PROSE });
    sheet.doc.y += AFTER_PARAGRAPH;
  }
}

const paragraphsOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trim() !== '');

const numbered = (entries: readonly string[]) =>
  entries.map((value, index) => ({ label: `${index + 1}.`, value }));
