export type Kind = 'DOCUMENT_NUMBER' | 'MRZ' | 'NAME_AND_BIRTH_DATE';

export interface Planted {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
}

/** Signs of the private use area stand in the text until it is done, so that wrapping and quoting cannot lose a place. */
const START: Readonly<Record<Kind, string>> = {
  DOCUMENT_NUMBER: '\uE000',
  MRZ: '\uE001',
  NAME_AND_BIRTH_DATE: '\uE002',
};
const END = '\uE003';
export const MARKS = /[\uE000-\uE003]/g;

export function mark(kind: Kind, text: string): string {
  return START[kind] + text + END;
}

/** The text without marks, and what they stood around. */
export function unmark(marked: string): { text: string; planted: Planted[] } {
  const planted: Planted[] = [];
  let text = '';
  let open: { kind: Kind; from: number } | undefined;
  for (const sign of marked) {
    const kind = (Object.keys(START) as Kind[]).find((one) => START[one] === sign);
    if (kind !== undefined) open = { kind, from: text.length };
    else if (sign !== END) text += sign;
    else if (open !== undefined) planted.push({ ...open, to: text.length });
  }
  return { text, planted };
}

function wrapLine(line: string, width: number): string {
  if (/<<|\t| \| | {3}|;.*;.*;/.test(line)) return line;
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && longer.replace(MARKS, '').length > width) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current].join('\n');
}

/** Broken into lines as mail does it; rows of tables and zones are left whole. */
export function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, width))
    .join('\n');
}

/** As an answer quotes it. */
export function quote(text: string): string {
  return text
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
}
