/** The end of a letter: who signs it, and the frame that names the signed document and its signature. */
import type { Block } from '../blocks.js';
import { columnsOf, drawRows, rowsHeight } from './pairs.js';
import {
  addText,
  drawArtifact,
  heightOf,
  LINE_WIDTH,
  MARGINS,
  type Setting,
  type Sheet,
} from './sheet.js';

type Of<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;

const PADDING = 10;
const INNER = { x: MARGINS.left + PADDING, width: LINE_WIDTH - 2 * PADDING };
const STAMP_ROWS = columnsOf(
  { types: ['Table', 'TR', 'TH', 'TD'], gap: 2, ruled: false },
  { ...INNER, size: 8, first: 130 },
);
const STAMP_TITLE: Setting = { ...INNER, size: 9, cut: 'bold', align: 'center' };
const STAMP_NOTE: Setting = { ...INNER, size: 7.5 };

const OFFICE: Setting = { x: MARGINS.left, width: 210, size: 11 };
const HAND = { x: MARGINS.left + 225, width: 110 };
const NAME: Setting = {
  x: HAND.x + HAND.width + 15,
  width: LINE_WIDTH - 350,
  size: 11,
  align: 'right',
};
const ABOVE_SIGN_OFF = 18;
const HAND_HEIGHT = 46;
const UNDER_LINE: Setting = { ...HAND, size: 7.5, align: 'center' };

/** Draws the office on the left and the name on the right; between them, for a hand, a line to sign on. */
export function drawSignOff(sheet: Sheet, block: Of<'SIGN_OFF'>): void {
  const { doc } = sheet;
  const { office, name, byHand } = block;
  doc.y += ABOVE_SIGN_OFF;
  const top = doc.y;
  addText(sheet, 'P', { text: office, setting: OFFICE });
  if (byHand !== null) {
    drawSigningLine(sheet, top + 14);
    doc.y = top + 16;
    addText(sheet, 'P', { text: byHand.signature, setting: UNDER_LINE });
    addText(sheet, 'P', { text: byHand.seal, setting: { ...UNDER_LINE, size: 10 } });
  }
  doc.y = top;
  addText(sheet, 'P', { text: name, setting: NAME });
  doc.y = top + signOffHeight(sheet, block) - ABOVE_SIGN_OFF;
}

/** The height a sign-off takes. */
export function signOffHeight(sheet: Sheet, { office, name, byHand }: Of<'SIGN_OFF'>): number {
  const text = Math.max(heightOf(sheet, office, OFFICE), heightOf(sheet, name, NAME));
  return ABOVE_SIGN_OFF + Math.max(text, byHand === null ? 0 : HAND_HEIGHT) + 14;
}

/** The height a stamp takes. */
export function stampHeight(sheet: Sheet, { title, rows, note }: Of<'STAMP'>): number {
  const titleHeight = title === null ? 0 : heightOf(sheet, title, STAMP_TITLE) + 4;
  const inner =
    titleHeight + rowsHeight(sheet, rows, STAMP_ROWS) + heightOf(sheet, note, STAMP_NOTE);
  return inner + 2 * PADDING + 3;
}

/** Draws the frame; it is for the caller to keep it on one page. */
export function drawStamp(sheet: Sheet, block: Of<'STAMP'>): void {
  const { doc } = sheet;
  const { title, rows, note } = block;
  const height = stampHeight(sheet, block);
  const top = doc.y;
  drawArtifact(sheet, 'Layout', () => {
    doc.lineWidth(0.8).roundedRect(MARGINS.left, top, LINE_WIDTH, height, 5).stroke();
  });
  doc.y = top + PADDING;
  if (title !== null) {
    addText(sheet, 'P', { text: title, setting: STAMP_TITLE });
    doc.y += 4;
  }
  drawRows(sheet, { rows, after: 0 }, STAMP_ROWS);
  doc.y += 3;
  addText(sheet, 'P', { text: note, setting: STAMP_NOTE });
  doc.y = top + height;
}

function drawSigningLine(sheet: Sheet, y: number): void {
  drawArtifact(sheet, 'Layout', () => {
    sheet.doc
      .lineWidth(0.6)
      .moveTo(HAND.x, y)
      .lineTo(HAND.x + HAND.width, y)
      .stroke();
  });
}
