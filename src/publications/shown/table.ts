/**
 * A table in a publication's text, which is plain text wherever else it is read: a paragraph whose first line is the
 * caption, and whose other lines are rows of cells with tabs between. The first row and the first cell of each are headers.
 */
import { element } from './markup.js';

/** The table as markup, or null for a paragraph that is none: attacker-controlled, and then a paragraph like others. */
export function tableIn(paragraph: string): string | null {
  const [caption = '', ...lines] = paragraph.split('\n');
  const [head = [], ...rows] = lines.map((line) => line.split('\t'));
  const isTable = !caption.includes('\t') && head.length > 1 && rows.length > 0;
  if (!isTable || rows.some(({ length }) => length !== head.length)) return null;
  return [
    `<table>${element('caption', {}, caption)}`,
    `<thead>${row(head.map((cell) => header('col', cell)))}</thead>`,
    `<tbody>${rows.map(([name = '', ...cells]) => row([header('row', name), ...cells.map(value)])).join('\n')}</tbody>`,
    '</table>',
  ].join('\n');
}

const row = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>`;
const header = (scope: 'col' | 'row', text: string): string => element('th', { scope }, text);
const value = (text: string): string => element('td', {}, text);
