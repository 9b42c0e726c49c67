/** The head of a letter: the letterhead as exchanged under 9(3), number and day on the left, the addressee on the right. */
import type { Block } from '../blocks.js';
import { imageSize } from '../image-size.js';
import {
  drawArtifact,
  LINE_WIDTH,
  MARGINS,
  PAPER,
  type Setting,
  type Sheet,
  setText,
} from './sheet.js';

type Of<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;

const EMBLEM = { width: 64, height: 64 };
const MIDDLE = PAPER.width / 2 + (MARGINS.left - MARGINS.right) / 2;

/** Draws the letterhead at the top of the first page. */
export function drawLetterhead(
  sheet: Sheet,
  { columns, emblem, contacts }: Of<'LETTERHEAD'>,
): void {
  const { doc } = sheet;
  const isBeside = columns.length === 2;
  const shown = emblem !== null && imageSize(emblem) !== undefined ? emblem : undefined;
  const top = doc.y;
  if (shown !== undefined) drawEmblem(sheet, shown);
  const emblemEnd = shown === undefined ? top : top + EMBLEM.height;
  const names = isBeside ? besideEmblem(columns.length) : [underEmblem()];
  const from = isBeside ? top : emblemEnd + (shown === undefined ? 0 : 6);
  const ends = columns.map((lines, index) => {
    doc.y = from;
    const setting = names[index] ?? underEmblem();
    addPart(sheet, lines.join('\n'), setting);
    return doc.y;
  });
  doc.y = Math.max(emblemEnd, ...ends) + 4;
  if (contacts !== '') addPart(sheet, contacts, { ...underEmblem(), size: 7.5, cut: 'regular' });
  drawDoubleRule(sheet);
}

/** Draws number and day, and beside them to whom the letter goes. */
export function drawReference(sheet: Sheet, { lines, addressee }: Of<'REFERENCE'>): void {
  const { doc } = sheet;
  const half = (LINE_WIDTH - 24) / 2;
  const top = doc.y;
  addPart(sheet, lines.join('\n'), { x: MARGINS.left, width: half, size: 10 });
  const end = doc.y;
  doc.y = top;
  addPart(sheet, addressee, { x: MARGINS.left + half + 24, width: half, size: 11, cut: 'bold' });
  doc.y = Math.max(end, doc.y) + 20;
}

function addPart(sheet: Sheet, text: string, setting: Setting): void {
  const draw = () => setText(sheet, text, setting);
  sheet.root.add(sheet.doc.struct('P', {}, [draw]));
}

// Its own structure says what the letterhead says in words: the emblem is decoration to a reader who cannot see it.
function drawEmblem(sheet: Sheet, emblem: Uint8Array): void {
  const { doc } = sheet;
  const box: [number, number] = [EMBLEM.width, EMBLEM.height];
  drawArtifact(sheet, 'Layout', () => {
    doc.image(Buffer.from(emblem), MIDDLE - EMBLEM.width / 2, doc.y, { fit: box, align: 'center' });
  });
}

const underEmblem = (): Setting => ({
  x: MARGINS.left,
  width: LINE_WIDTH,
  size: 11,
  cut: 'bold',
  align: 'center',
});

function besideEmblem(count: number): readonly Setting[] {
  const width = (LINE_WIDTH - EMBLEM.width - 24) / count;
  const right = MARGINS.left + LINE_WIDTH - width;
  return [MARGINS.left, right].map((x) => ({ ...underEmblem(), x, width, size: 10 }));
}

function drawDoubleRule(sheet: Sheet): void {
  const { doc } = sheet;
  const y = doc.y + 5;
  drawArtifact(sheet, 'Layout', () => {
    for (const [offset, width] of [
      [0, 1.2],
      [2.2, 0.4],
    ] as const) {
      doc.lineWidth(width).moveTo(MARGINS.left, y + offset);
      doc.lineTo(MARGINS.left + LINE_WIDTH, y + offset).stroke();
    }
  });
  doc.y = y + 16;
}
