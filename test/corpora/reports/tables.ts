/** Tables as they stand in annexes: rows of cells parted by strokes, tabs or semicolons. */

import { asIso, type Day, dayBetween, inFigures } from './dates.js';
import { writeNumber } from './disguise.js';
import { pick, type Roll } from './draw.js';
import { fillInto, type Supply } from './fill.js';
import { numberOf } from './numbers.js';
import type { Page } from './page.js';
import { nameOf } from './people.js';

/** The columns a table may have, in the order of the headings in the material. */
const COLUMNS = ['no', 'name', 'born', 'document', 'route', 'remark', 'count', 'year'] as const;
type Column = (typeof COLUMNS)[number];

const PERSONAL: readonly (readonly Column[])[] = [
  ['no', 'name', 'born', 'document'],
  ['no', 'name', 'born', 'route', 'remark'],
  ['no', 'route', 'document', 'remark'],
  ['name', 'born', 'document', 'route'],
];
const GENERAL: readonly (readonly Column[])[] = [
  ['no', 'route', 'count', 'year'],
  ['route', 'year', 'count', 'remark'],
  ['no', 'year', 'count', 'route'],
];

/** How a table is laid out. */
interface Layout {
  readonly columns: readonly Column[];
  readonly between: string;
  /** Without headings the documents are of forms that their letters show. */
  readonly headings: boolean;
}

/** Writes a table in which every row has something personal. */
export function putPersonalTable(page: Page, supply: Supply): void {
  const { roll } = supply;
  const columns = pick(roll, PERSONAL);
  const headings = columns.includes('born') || roll(2) === 0;
  putTable(page, supply, { columns, between: separator(roll), headings });
}

/** Writes a table of figures. */
export function putGeneralTable(page: Page, supply: Supply): void {
  const { roll } = supply;
  putTable(page, supply, {
    columns: pick(roll, GENERAL),
    between: separator(roll),
    headings: true,
  });
}

const separator = (roll: Roll): string => pick(roll, [' | ', '\t', '; ', ' | ']);

function putTable(page: Page, supply: Supply, layout: Layout): void {
  const { columns, between, headings } = layout;
  if (headings) {
    const heads = columns.map((column) => supply.material.heads[COLUMNS.indexOf(column)]);
    page.put(`${heads.join(between)}\n`);
  }
  const rows = 3 + supply.roll(4);
  const iso = supply.roll(2) === 0;
  const written = (day: Day) => (iso ? asIso(day) : inFigures(supply.roll, day));
  for (let row = 1; row <= rows; row += 1) {
    if (row > 1) page.put('\n');
    putRow(page, supply, { ...layout, row, written });
  }
}

interface Row extends Layout {
  readonly row: number;
  readonly written: (day: Day) => string;
}

/** Writes a row; a name counts together with the birth date in the cell behind it. */
function putRow(
  page: Page,
  supply: Supply,
  { columns, between, headings, row, written }: Row,
): void {
  let name = 0;
  for (const [at, column] of columns.entries()) {
    if (at > 0) page.put(between);
    if (column === 'name') name = page.text.length;
    if (column === 'born') {
      page.put(written(dayBetween(supply.roll, [1958, 2006])));
      page.plantFrom('NAME_AND_BIRTH_DATE', name);
    } else putCell(page, supply, { column, row, headings });
  }
}

interface Cell {
  readonly column: Exclude<Column, 'born'>;
  readonly row: number;
  readonly headings: boolean;
}

function putCell(page: Page, supply: Supply, { column, row, headings }: Cell): void {
  const { roll, material, names } = supply;
  switch (column) {
    case 'no':
      page.put(String(row));
      break;
    case 'name':
      page.put(nameOf(roll, names, pick(roll, ['upper', 'latin', 'comma'])));
      break;
    case 'document':
      page.plant(
        'DOCUMENT_NUMBER',
        writeNumber(roll, numberOf(roll, headings ? 'ANY' : 'BARE'), 'cell'),
      );
      break;
    case 'route':
      page.put(pick(roll, material.routes));
      break;
    case 'remark':
      page.put(pick(roll, material.remarks));
      break;
    case 'count':
      fillInto(page, '{nnn}', supply);
      break;
    case 'year':
      fillInto(page, '{y}', supply);
      break;
  }
}
