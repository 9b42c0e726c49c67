export const KINDS = ['DOCUMENT_NUMBER', 'MRZ', 'NAME_AND_BIRTH_DATE'] as const;
export type Kind = (typeof KINDS)[number];

export interface Planted {
  readonly kind: Kind;
  /** UTF-16 units. */
  readonly from: number;
  readonly to: number;
}

// Private-use characters: a letter of no script, so that a text may be broken and quoted before its spans are counted.
const OPEN: Readonly<Record<string, Kind>> = {
  '\ue000': 'DOCUMENT_NUMBER',
  '\ue001': 'MRZ',
  '\ue002': 'NAME_AND_BIRTH_DATE',
};
const CLOSE = '\ue00f';

/** The text with where it is planted told by marks. */
export function marked(kind: Kind, text: string): string {
  const [open = ''] = Object.entries(OPEN).find(([, of]) => of === kind) ?? [];
  return `${open}${text}${CLOSE}`;
}

const A_SPAN = /([\ue000-\ue002])([^\ue000-\ue00f]*)\ue00f/g;

/** The text without marks, and what they told. */
export function unmarked(text: string): { text: string; planted: Planted[] } {
  const planted = [...text.matchAll(A_SPAN)].flatMap((found, index): Planted[] => {
    const [, open = '', inside = ''] = found;
    const kind = OPEN[open];
    // Each span before it had two marks.
    const from = found.index - 2 * index;
    return kind === undefined ? [] : [{ kind, from, to: from + inside.length }];
  });
  const plain = text.replace(A_SPAN, '$2');
  if (/[\ue000-\ue00f]/.test(plain)) throw new RangeError('spans within one another');
  return { text: plain, planted };
}

const length = (line: string): number => line.replace(/[\ue000-\ue00f]/g, '').length;

/** Lines of at most `width`, broken at spaces, as mail does it. */
export function broken(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => {
      const lines = [''];
      for (const word of line.split(' ')) {
        const last = lines[lines.length - 1] ?? '';
        if (last === '') lines[lines.length - 1] = word;
        else if (length(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
        else lines.push(word);
      }
      return lines.join('\n');
    })
    .join('\n');
}

/** The text as it stands quoted in an answer. */
export const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
