/**
 * Reads back what a letter's PDF says (ISO 32000-1): the text of each page by way of each font's ToUnicode map, where
 * each piece of it stands, and the document information. It knows the uncompressed files of the letters room alone.
 */

/** A piece of text set in one go. */
export interface Piece {
  readonly text: string;
  /** Points from the left and from the bottom of the page, of the start of the base line; spaces at the end do not count. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Glyphs that the font does not have. */
  readonly missing: number;
}

export interface ReadPdf {
  readonly pages: readonly (readonly Piece[])[];
  readonly info: ReadonlyMap<string, string>;
  /** Structure types in the order of the file, and the alternate texts. */
  readonly tags: readonly string[];
  readonly alts: readonly string[];
  readonly images: number;
  /** Everything but the streams: names, strings, numbers. */
  readonly source: string;
}

interface Font {
  readonly unicode: readonly string[];
  readonly widths: readonly number[];
}

/** Reads a file of the letters room; throws for one that has not its form. */
export function readPdf(file: Uint8Array): ReadPdf {
  const objects = objectsOf(Buffer.from(file).toString('latin1'));
  const all = [...objects.values()];
  const fonts = fontsOf(objects);
  const pages = all.filter((object) => /^<<\n\/Type \/Page\n/.test(object));
  const heads = all.map((object) => object.replace(/stream\n[\s\S]*$/, ''));
  return {
    pages: pages.map((page) => piecesOf(objectAt(objects, page, 'Contents'), fonts)),
    info: infoOf(objects),
    tags: heads.flatMap((head) => [...head.matchAll(/\/S \/(\w+)/g)].map(([, tag = '']) => tag)),
    alts: heads.flatMap((head) =>
      [...head.matchAll(/\/Alt \(((?:[^\\)]|\\[\s\S])*)\)/g)].map(([, alt = '']) => stringOf(alt)),
    ),
    images: heads.filter((head) => head.includes('/Subtype /Image')).length,
    source: heads.join('\n'),
  };
}

/** The text of some pieces, with one space between one and the next, as a reader joins lines. */
export function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text }) => text.trim())
    .join(' ')
    .replace(/\s+/g, ' ');
}

/** What stands on some pages but their running heads and feet. */
export const bodyOf = (pages: ReadPdf['pages']): readonly Piece[] =>
  pages.flatMap((pieces) => pieces.filter(({ y }) => y > 45 && y < 795));

/** The text of all pages. */
export const wholeText = ({ pages }: ReadPdf): string => textOf(pages.flat());

function objectsOf(source: string): ReadonlyMap<string, string> {
  const table = source.slice(Number(/startxref\n(\d+)/.exec(source)?.[1]));
  const offsets = [...table.matchAll(/^(\d{10}) 00000 n $/gm)].map(([, at]) => Number(at));
  const ends = [...offsets, source.length - table.length].sort((a, b) => a - b);
  return new Map(
    offsets.map((at, index) => {
      const end = ends[ends.indexOf(at) + 1];
      return [String(index + 1), source.slice(at, end).replace(/^\d+ 0 obj\n/, '')];
    }),
  );
}

function objectAt(objects: ReadonlyMap<string, string>, holder: string, name: string): string {
  const object = objects.get(new RegExp(`/${name} (\\d+) 0 R`).exec(holder)?.[1] ?? '');
  if (object === undefined) throw new Error(`no ${name}`);
  return object;
}

function fontsOf(objects: ReadonlyMap<string, string>): ReadonlyMap<string, Font> {
  const fonts = new Map<string, Font>();
  for (const resources of objects.values()) {
    const listed = /\/Font <<\n([^>]*)>>/.exec(resources)?.[1] ?? '';
    for (const [entry, name = ''] of listed.matchAll(/\/(F\d+) \d+ 0 R/g)) {
      const font = objectAt(objects, entry, name);
      const cid = objects.get(/\/DescendantFonts \[(\d+) 0 R\]/.exec(font)?.[1] ?? '') ?? '';
      const widths = /\/W \[0 \[([^\]]*)\]\]/.exec(cid)?.[1] ?? '';
      const unicode = unicodeOf(objectAt(objects, font, 'ToUnicode'));
      fonts.set(name, { unicode, widths: widths.split(' ').map(Number) });
    }
  }
  return fonts;
}

function unicodeOf(map: string): readonly string[] {
  const ranges = [...map.matchAll(/^<\w+> <\w+> \[(.*)\]$/gm)].map(([, range = '']) => range);
  return ranges.flatMap((range) =>
    [...range.matchAll(/<([^>]*)>/g)].map(([, codes = '']) =>
      String.fromCharCode(...codes.split(' ').map((code) => Number.parseInt(code, 16))),
    ),
  );
}

function piecesOf(content: string, fonts: ReadonlyMap<string, Font>): readonly Piece[] {
  return [...content.matchAll(/BT\n([\s\S]*?)\nET/g)].map(([, body = '']) => {
    const [, x, y] = /1 0 0 1 (\S+) (\S+) Tm/.exec(body) ?? [];
    const [, name = '', size] = /\/(F\d+) (\S+) Tf/.exec(body) ?? [];
    const font = fonts.get(name) ?? { unicode: [], widths: [] };
    const glyphs = [...body.matchAll(/<(\w*)>/g)].flatMap(([, hex = '']) =>
      (hex.match(/.{4}/g) ?? []).map((glyph) => Number.parseInt(glyph, 16)),
    );
    const text = glyphs.map((glyph) => font.unicode[glyph] ?? '').join('');
    const seen = glyphs.slice(0, glyphs.length - (text.length - text.trimEnd().length));
    const units = seen.reduce((sum, glyph) => sum + (font.widths[glyph] ?? 0), 0);
    return {
      text,
      x: Number(x),
      y: Number(y),
      width: (units * Number(size)) / 1000,
      missing: glyphs.filter((glyph) => glyph === 0).length,
    };
  });
}

function infoOf(objects: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const holder = [...objects.values()].find((object) => /^<<\n\/Producer /.test(object)) ?? '';
  return new Map(
    [...holder.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', at = '']) => {
      const text = /^\(([\s\S]*)\)/.exec(objects.get(at) ?? '')?.[1] ?? '';
      return [name, stringOf(text)];
    }),
  );
}

/** A literal string: with a byte order mark UTF-16BE, else as it is. */
function stringOf(literal: string): string {
  const plain = literal.replace(/\\([\s\S])/g, '$1');
  if (!plain.startsWith('\xfe\xff')) return plain;
  return Buffer.from(plain.slice(2), 'latin1').swap16().toString('utf16le');
}
