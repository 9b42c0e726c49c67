/**
 * The paper: an A4 PDF 1.7, tagged (ISO 32000-1, 14.8), with subsets of the typeface embedded. Nothing in it comes from
 * a clock or from chance, and nothing is compressed, so that no version of a compressor can change its bytes.
 */
import PDFDocument from 'pdfkit';
import type { ComposedLetter } from '../blocks.js';
import { printable } from '../printable.js';
import type { Cut, Typeface } from './fonts.js';

/** Points. Margins of 25, 15, 20 and 22 mm: room to file it on the left. */
export const PAPER = { width: 595.28, height: 841.89 };
export const MARGINS = { left: 71, right: 42.5, top: 57, bottom: 62 };
export const LINE_WIDTH = PAPER.width - MARGINS.left - MARGINS.right;

export type Doc = PDFKit.PDFDocument;
export type Tag = PDFKit.PDFStructureElement;

export interface Sheet {
  readonly doc: Doc;
  /** The structure element everything hangs from. */
  readonly root: Tag;
}

/** How and where a text is set; x in points from the left edge. */
export interface Setting {
  readonly x: number;
  readonly width: number;
  readonly size: number;
  readonly cut?: Cut;
  readonly align?: 'left' | 'center' | 'right';
  readonly indent?: number;
}

export interface TextLines {
  readonly text: string;
  readonly setting: Setting;
}

/** A blank sheet for a letter. */
export function openSheet(letter: ComposedLetter, typeface: Typeface): Sheet {
  const doc = new PDFDocument({
    size: [PAPER.width, PAPER.height],
    margins: MARGINS,
    pdfVersion: '1.7',
    compress: false,
    bufferPages: true,
    tagged: true,
    lang: letter.language,
    displayTitle: true,
    info: {
      Title: letter.title,
      Creator: 'Sorgu',
      Keywords: `SHA-256 ${letter.digest}`,
      CreationDate: new Date(letter.writtenAt),
    },
  });
  doc.registerFont('regular', Buffer.from(typeface.regular));
  doc.registerFont('bold', Buffer.from(typeface.bold));
  const root = doc.struct('Document');
  doc.addStructure(root);
  return { doc, root };
}

/** The finished file. */
export function closeSheet({ doc, root }: Sheet): Uint8Array {
  root.end();
  doc.end();
  // Everything was written while it was drawn: one read takes it whole.
  const file: Uint8Array = doc.read();
  return file;
}

/** The height a text will take, whole on one page. */
export function heightOf({ doc }: Sheet, text: string, setting: Setting): number {
  const options = optionsOf(setting);
  use(doc, setting);
  return linesOf(text).reduce((sum, line) => sum + doc.heightOfString(line, options), 0);
}

/** Sets a text under the cursor, in the structure element that is open; it flows over to the next page. */
export function setText({ doc }: Sheet, text: string, setting: Setting): void {
  const options = optionsOf(setting);
  use(doc, setting);
  for (const line of linesOf(text)) doc.text(line, setting.x, doc.y, options);
}

/** Sets a text as a structure element of its own. */
export function addText(sheet: Sheet, type: string, lines: TextLines): void {
  const draw = () => setText(sheet, lines.text, lines.setting);
  sheet.root.add(sheet.doc.struct(type, {}, [draw]));
}

/** What is drawn so is no content: lines, frames, running heads. */
export function drawArtifact(
  { doc }: Sheet,
  type: 'Pagination' | 'Layout',
  draw: () => void,
): void {
  doc.markContent('Artifact', { type });
  doc.save();
  draw();
  doc.restore();
  doc.endMarkedContent();
}

/** The room left on this page. */
function roomLeft({ doc }: Sheet): number {
  return PAPER.height - MARGINS.bottom - doc.y;
}

/** Begins a new page unless there is room for so much, or no page would have it. */
export function keepTogether(sheet: Sheet, height: number): void {
  const full = PAPER.height - MARGINS.bottom - MARGINS.top;
  if (roomLeft(sheet) < Math.min(height, full) && sheet.doc.y > MARGINS.top) sheet.doc.addPage();
}

const use = (doc: Doc, { size, cut = 'regular' }: Setting): Doc => doc.font(cut).fontSize(size);

const optionsOf = ({ width, align = 'left', indent = 0 }: Setting) => ({
  width,
  align,
  indent,
  lineGap: 1.5,
});

// One by one: a line break inside a text would count as a letter when its line is centred. An empty line keeps its height.
const linesOf = (text: string): readonly string[] =>
  printable(text)
    .split('\n')
    .map((line) => (line === '' ? ' ' : line));
