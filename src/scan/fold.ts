/**
 * A text as it is read, whoever hid what in it: without what cannot be seen and without marks of layout, entities
 * decoded, letters and digits of any form in one. Each character knows where it came from. Linear in the text, which is
 * attacker-controlled.
 */
import { type FoldedText, Folding } from './folding.js';

export { type FoldedText, placeIn } from './folding.js';

/** Folds a text. */
export function foldText(text: string): FoldedText {
  const folding = new Folding(text.length);
  for (let at = 0; at < text.length; ) at = foldAt(folding, text, folding.addPlain(text, at));
  return folding.done();
}

const AMPERSAND = 0x26;
const LESS = 0x3c;
const LINE = 0x0a;
const SPACE = 0x20;

/** Folds what begins here; gives where the next begins. */
function foldAt(folding: Folding, text: string, at: number): number {
  if (at >= text.length) return at;
  const code = text.charCodeAt(at);
  if (code === AMPERSAND) return foldEntity(folding, text, at);
  if (code === LESS) return foldTag(folding, text, at);
  if (code === LINE) return foldLine(folding, text, at);
  const point = text.codePointAt(at) ?? code;
  const next = at + (point > 0xffff ? 2 : 1);
  folding.add(point, at, next);
  return next;
}

// In an answer to a letter each line begins with marks of quotation.
const QUOTED = /(?:[ \t]{0,3}>){1,9}[ \t]?/y;

function foldLine(folding: Folding, text: string, at: number): number {
  folding.add(LINE, at, at + 1);
  QUOTED.lastIndex = at + 1;
  return QUOTED.test(text) ? QUOTED.lastIndex : at + 1;
}

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,6}));/y;
const ENTITIES: ReadonlyMap<string, number> = new Map([
  ['amp', 0x26],
  ['lt', 0x3c],
  ['gt', 0x3e],
  ['quot', 0x22],
  ['apos', 0x27],
  ['nbsp', 0x20],
  ['ensp', 0x20],
  ['emsp', 0x20],
  ['thinsp', 0x20],
  ['ndash', 0x2d],
  ['mdash', 0x2d],
  ['shy', 0xad],
  ['zwj', 0x200d],
  ['zwnj', 0x200c],
]);

function foldEntity(folding: Folding, text: string, at: number): number {
  ENTITY.lastIndex = at;
  const [whole = '&', decimal, hexadecimal, name = ''] = ENTITY.exec(text) ?? [];
  const point = pointOf(decimal, hexadecimal) ?? ENTITIES.get(name);
  const next = point === undefined ? at + 1 : at + whole.length;
  folding.add(point ?? AMPERSAND, at, next);
  return next;
}

function pointOf(decimal?: string, hexadecimal?: string): number | undefined {
  const point =
    decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number.parseInt(decimal, 10);
  return point <= 0x10ffff ? point : undefined;
}

// Names of elements alone: in a machine readable zone the same character is a filler.
const TAG =
  /<\/?(b|i|u|s|em|strong|span|font|br|wbr|p|td|th|tr|a|div|code|sup|sub|mark|li)(?:\s[^<>]{0,200})?\/?>/iy;
const APART = /^(?:br|p|td|th|tr|div|li)$/i;

function foldTag(folding: Folding, text: string, at: number): number {
  TAG.lastIndex = at;
  const [whole, name = ''] = TAG.exec(text) ?? [];
  if (whole === undefined) {
    folding.add(LESS, at, at + 1);
    return at + 1;
  }
  if (APART.test(name)) folding.add(SPACE, at, at + whole.length);
  return at + whole.length;
}
