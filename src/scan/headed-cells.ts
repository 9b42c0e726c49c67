/** Numbers in a column whose head names a document: the whole cell is one. */

import type { Finding } from './finding.js';
import { type FoldedText, placeIn } from './fold.js';
import type { Naming } from './naming.js';
import type { Span, Tables } from './table-rows.js';

/** Words in capitals and figures, with what may part them. */
const CELL =
  /^["']?(?:#|NO\.?\s)?\s*([A-Z\d\u0400-\u052f]{1,18}(?:[\s\-.#/]{1,3}[A-Z\d\u0400-\u052f]{1,18}){0,13})["']?\s*$/;
const PART = /[\s\-.#/]+/;
const DATE = /^(?:\d{1,2}[\s./-]\d{1,2}[\s./-]\d{2,4}|(?:19|20)\d\d[\s./-]\d{1,2}[\s./-]\d{1,2})$/;
const THOUSANDS = /^[1-9]\d{0,2}(?:\s\d{3}){1,2}$/;
const LONGEST_CELL = 48;
const LENGTH = { least: 5, most: 20 } as const;
/** Letters in a row where no figure is among them: a series. */
const LONGEST_SERIES = 4;

/** Finds them. */
export function findHeadedCells(
  folded: FoldedText,
  { rows }: Tables,
  naming: Naming,
): readonly Finding[] {
  return rows.flatMap(({ cells, heads }) =>
    cells.flatMap((cell, column): readonly Finding[] => {
      const head = heads[column];
      if (head === undefined || !hasFigure(folded.latin, cell)) return [];
      if (naming.headSays(head) !== 'document') return [];
      const [from, to] = numberIn(folded.latin, cell);
      if (from === to) return [];
      const place = placeIn(folded, from, to);
      return [{ kind: 'DOCUMENT_NUMBER', ...place, weight: 3, why: 'NAMED_AS_SUCH' }];
    }),
  );
}

const hasFigure = (latin: string, [from, to]: Span): boolean =>
  to - from <= LONGEST_CELL && /\d/.test(latin.slice(from, to));

/** The number that a cell is; empty where it is none. */
function numberIn(latin: string, [from, to]: Span): Span {
  const text = latin.slice(from, to);
  const [, written = ''] = CELL.exec(text.trim()) ?? [];
  const nothing: Span = [from, from];
  if (written === '' || DATE.test(written) || THOUSANDS.test(written)) return nothing;
  const parts = written.split(PART);
  const signs = parts.join('');
  const figures = signs.replace(/\D/g, '').length;
  const isOfSeries = parts.every((part) => /\d/.test(part) || part.length <= LONGEST_SERIES);
  const isLong = signs.length >= LENGTH.least && signs.length <= LENGTH.most;
  const hasEnough = figures >= 5 || (signs.length >= 7 && figures >= 1);
  if (!isOfSeries || !isLong || !hasEnough) return nothing;
  const start = from + text.indexOf(written);
  return [start, start + written.length];
}
