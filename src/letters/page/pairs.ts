/** Rows of a label and what is said of it, side by side: tables, numbered lists, the lines of a stamp. */
import type { PlacedImage, Row } from '../blocks.js';
import { type ImageSize, imageSize } from '../image-size.js';
import { printable } from '../printable.js';
import {
  drawArtifact,
  heightOf,
  keepTogether,
  LINE_WIDTH,
  MARGINS,
  type Setting,
  type Sheet,
  setText,
  type Tag,
} from './sheet.js';

/** The columns of a list of rows, and the structure types of its parts (ISO 32000-1, 14.8.4). */
export interface Columns {
  readonly label: Setting;
  readonly value: Setting;
  readonly types: readonly [list: string, row: string, label: string, value: string];
  /** Space between rows, in points; a hairline in the middle of it where `ruled`. */
  readonly gap: number;
  readonly ruled: boolean;
}

/** Two columns from x on, the first so wide. */
export function columnsOf(
  form: Pick<Columns, 'types' | 'gap' | 'ruled'>,
  place: {
    readonly x: number;
    readonly width: number;
    readonly size: number;
    readonly first: number;
  },
): Columns {
  const { x, width, size, first } = place;
  const between = 10;
  return {
    ...form,
    label: { x, width: first, size },
    value: { x: x + first + between, width: width - first - between, size },
  };
}

export const TABLE = columnsOf(
  { types: ['Table', 'TR', 'TH', 'TD'], gap: 6, ruled: true },
  { x: MARGINS.left, width: LINE_WIDTH, size: 10, first: 165 },
);
export const NUMBERED = columnsOf(
  { types: ['L', 'LI', 'Lbl', 'LBody'], gap: 3, ruled: false },
  { x: MARGINS.left, width: LINE_WIDTH, size: 10.5, first: 20 },
);

const ABOVE_IMAGE = 3;

/** Rows, and the height of what has to stand on one page with the last of them. */
export interface RowsToDraw {
  readonly rows: readonly Row[];
  readonly after: number;
}

/** Draws rows under the cursor. A row that a page can hold is not parted. */
export function drawRows(sheet: Sheet, { rows, after }: RowsToDraw, columns: Columns): void {
  const list = sheet.doc.struct(columns.types[0]);
  sheet.root.add(list);
  for (const [index, row] of rows.entries()) {
    const isLast = index === rows.length - 1;
    keepTogether(sheet, rowHeight(sheet, row, columns) + (isLast ? after : 0));
    if (columns.ruled && index > 0 && sheet.doc.y > MARGINS.top) drawHairline(sheet, columns);
    drawRow(sheet, list, { row, columns });
  }
  list.end();
}

/** The height of rows, each with the gap after it. */
export function rowsHeight(sheet: Sheet, rows: readonly Row[], columns: Columns): number {
  return rows.reduce((sum, row) => sum + rowHeight(sheet, row, columns), 0);
}

function rowHeight(sheet: Sheet, row: Row, { label, value, gap }: Columns): number {
  const text = row.value === '' ? 0 : heightOf(sheet, row.value, value);
  const image = row.image === undefined ? 0 : imageHeight(sheet, row.image, value);
  return Math.max(heightOf(sheet, row.label, label), text + image) + gap;
}

function drawRow(
  sheet: Sheet,
  list: Tag,
  { row, columns }: { readonly row: Row; readonly columns: Columns },
): void {
  const { doc } = sheet;
  const { label, value, types, gap } = columns;
  const { value: text, image, language } = row;
  const [top, page] = [doc.y, doc.page];
  let labelEnd = top;
  const left = doc.struct(types[2], {}, [
    () => {
      setText(sheet, row.label, label);
      labelEnd = doc.y;
      doc.y = top;
    },
  ]);
  const right = doc.struct(types[3], language === undefined ? {} : { lang: language }, [
    ...(text === '' ? [] : [() => setText(sheet, text, value)]),
    ...(image === undefined ? [] : [imageTag(sheet, image, value)]),
  ]);
  list.add(doc.struct(types[1], {}, [left, right]));
  doc.y = (doc.page === page ? Math.max(labelEnd, doc.y) : doc.y) + gap;
}

function imageHeight(sheet: Sheet, image: PlacedImage, value: Setting): number {
  const size = imageSize(image.content);
  if (size === undefined) return heightOf(sheet, image.otherwise, value);
  return fitIn(size, image, value).height + ABOVE_IMAGE;
}

function imageTag(sheet: Sheet, image: PlacedImage, value: Setting): Tag {
  const { doc } = sheet;
  const size = imageSize(image.content);
  if (size === undefined) {
    return doc.struct('P', {}, [() => setText(sheet, image.otherwise, value)]);
  }
  const { width, height } = fitIn(size, image, value);
  const draw = () => {
    doc.y += ABOVE_IMAGE;
    // Turned as its Exif says, it still fits into the place of the one that is not.
    doc.image(Buffer.from(image.content), value.x, doc.y, { fit: [width, height] });
    doc.y += height;
  };
  return doc.struct('Figure', { alt: printable(image.alt) }, [draw]);
}

/** The largest size within the column and the image's own bound. */
function fitIn(size: ImageSize, { height: most }: PlacedImage, value: Setting): ImageSize {
  const factor = Math.min(value.width / size.width, most / size.height);
  return { width: size.width * factor, height: size.height * factor };
}

function drawHairline(sheet: Sheet, { label, value, gap }: Columns): void {
  const y = sheet.doc.y - gap / 2 - 0.75;
  drawArtifact(sheet, 'Layout', () => {
    sheet.doc.lineWidth(0.4).strokeColor('#b0b0b0');
    sheet.doc
      .moveTo(label.x, y)
      .lineTo(value.x + value.width, y)
      .stroke();
  });
}
