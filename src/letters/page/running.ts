/** What stands on every page: whose letter it is, its number, which page of how many. */
import type { ComposedLetter } from '../blocks.js';
import { printable } from '../printable.js';
import { fillPlaces } from '../wording.js';
import { type Doc, drawArtifact, LINE_WIDTH, MARGINS, PAPER, type Sheet } from './sheet.js';

const SIZE = 7.5;
const HEAD = 32;
const FOOT = PAPER.height - 38;

/** Writes head and foot of every page; the first has the letterhead for a head. */
export function drawRunning(sheet: Sheet, letter: ComposedLetter): void {
  const { doc } = sheet;
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(page);
    drawArtifact(sheet, 'Pagination', () => {
      doc.font('regular').fontSize(SIZE).fillColor('#404040').strokeColor('#808080').lineWidth(0.5);
      if (page > 0) drawHead(doc, letter);
      const places = { n: String(page + 1), of: String(count) };
      drawFoot(doc, letter, fillPlaces(letter.page, places));
    });
  }
}

function drawHead(doc: Doc, { authority }: ComposedLetter): void {
  drawLine(doc, { text: shorten(doc, authority, LINE_WIDTH), y: HEAD, part: 0.5 });
  drawRule(doc, HEAD + 14);
}

function drawFoot(doc: Doc, { number }: ComposedLetter, page: string): void {
  drawRule(doc, FOOT - 5);
  const room = LINE_WIDTH - doc.widthOfString(page) - 20;
  drawLine(doc, { text: shorten(doc, number, room), y: FOOT, part: 0 });
  drawLine(doc, { text: page, y: FOOT, part: 1 });
}

/** One line, wherever on the page: `part` of the free width stands left of it. */
function drawLine(
  doc: Doc,
  { text, y, part }: { readonly text: string; readonly y: number; readonly part: number },
): void {
  const line = printable(text);
  const x = MARGINS.left + (LINE_WIDTH - doc.widthOfString(line)) * part;
  doc.text(line, x, y, { lineBreak: false });
}

function drawRule(doc: Doc, y: number): void {
  doc
    .moveTo(MARGINS.left, y)
    .lineTo(MARGINS.left + LINE_WIDTH, y)
    .stroke();
}

function shorten(doc: Doc, text: string, room: number): string {
  const letters = [...printable(text).replaceAll('\n', ' ')];
  if (doc.widthOfString(letters.join('')) <= room) return letters.join('');
  while (letters.length > 0 && doc.widthOfString(`${letters.join('')}…`) > room) letters.pop();
  return `${letters.join('')}…`;
}
