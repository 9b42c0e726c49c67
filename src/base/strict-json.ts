/**
 * JSON as I-JSON (RFC 7493) has it: UTF-8 without a byte order mark, no member name twice in one object. Two readers
 * of the same bytes must not see two different messages.
 */
import type { Json } from './canonical-json.js';

/** Nesting beyond this is nobody's message, and recursion over it could exhaust the stack. */
const DEEPEST = 64;
// ignoreBOM keeps the mark in the text, where JSON.parse refuses it.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Parses attacker-controlled bytes; throws a SyntaxError of constant words, with nothing of the input. */
export function parseStrictJson(bytes: Uint8Array): Json {
  const text = decode(bytes);
  const value = parse(text);
  if (isTwiceOrTooDeep(text)) throw new SyntaxError('JSON: a member twice, or nested too deeply');
  return value;
}

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new SyntaxError('JSON: not UTF-8');
  }
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // The engine's message quotes the input.
    throw new SyntaxError('JSON: malformed');
  }
}

/** Over text that is JSON already: a string is a member's name where a colon follows it. */
function isTwiceOrTooDeep(text: string): boolean {
  const open: Set<string>[] = [];
  let last = '';
  for (const part of partsOf(text)) {
    if (part === '{' || part === '[') open.push(new Set());
    else if (part === '}' || part === ']') open.pop();
    else if (part === ':' && isTwice(open.at(-1), last)) return true;
    if (open.length > DEEPEST) return true;
    last = part;
  }
  return false;
}

/** Texts, punctuation and other values in their order. A text is stepped over: a pattern over one of megabytes overflows. */
function* partsOf(text: string): Generator<string> {
  const token = /["{}[\]:,]|[^\s{}[\]:,"]+/g;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    if (found[0] !== '"') yield found[0];
    else {
      const end = endOfText(text, token.lastIndex);
      yield text.slice(found.index, end);
      token.lastIndex = end;
    }
  }
}

/** The place after the quotation mark that ends a text: one that no odd number of backslashes stands before. */
function endOfText(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at + 1;
}

function isEscaped(text: string, at: number): boolean {
  let first = at;
  while (text[first - 1] === '\\') first -= 1;
  return (at - first) % 2 === 1;
}

function isTwice(names: Set<string> | undefined, literal: string): boolean {
  // Parsed where it has escapes, because "a" and "\u0061" are one name.
  const name = literal.includes('\\') ? String(JSON.parse(literal)) : literal.slice(1, -1);
  if (names === undefined || names.has(name)) return true;
  names.add(name);
  return false;
}
