/** The notes after the end of a letter, small: what the clauses say that it names. */
import type { Block } from '../blocks.js';
import { columnsOf, drawRows } from './pairs.js';
import {
  addText,
  heightOf,
  keepTogether,
  LINE_WIDTH,
  MARGINS,
  type Setting,
  type Sheet,
} from './sheet.js';

type Notes = Extract<Block, { readonly kind: 'NOTES' }>;

const WIDE = { x: MARGINS.left, width: LINE_WIDTH };
const TITLE: Setting = { ...WIDE, size: 9, cut: 'bold' };
const REMARK: Setting = { ...WIDE, size: 8 };
const ROWS = columnsOf(
  { types: ['Table', 'TR', 'TH', 'TD'], gap: 3, ruled: false },
  { ...WIDE, size: 8, first: 130 },
);
const ABOVE = 14;
const BETWEEN = 3;

/** Draws them under the cursor; they flow over to the next page, and their title stays with what follows it. */
export function drawNotes(sheet: Sheet, { title, remark, rows }: Notes): void {
  const lead = heightOf(sheet, title, TITLE) + heightOf(sheet, remark, REMARK) + 2 * BETWEEN;
  sheet.doc.y += ABOVE;
  keepTogether(sheet, lead + heightOf(sheet, rows[0]?.value ?? '', ROWS.value));
  addText(sheet, 'H2', { text: title, setting: TITLE });
  sheet.doc.y += BETWEEN;
  addText(sheet, 'P', { text: remark, setting: REMARK });
  sheet.doc.y += BETWEEN;
  if (rows.length > 0) drawRows(sheet, { rows, after: 0 }, ROWS);
}
