import { readFileSync } from 'node:fs';
import type { Language } from './people.js';

/** Names of what can be written, each with the ways of writing it. */
export type Grammar = ReadonlyMap<string, readonly string[]>;

/** Reads `words/<language>.txt`: a line with `#` opens a name, each further line is a way of writing it. */
export function grammarOf(language: Language): Grammar {
  const text = readFileSync(new URL(`words/${language}.txt`, import.meta.url), 'utf8');
  const grammar = new Map<string, string[]>();
  let open: string[] = [];
  for (const line of text.split('\n').filter((one) => one !== '')) {
    if (line.startsWith('# ')) {
      open = [];
      grammar.set(line.slice(2), open);
    } else open.push(line.replaceAll('\\n', '\n').replaceAll('\\t', '\t'));
  }
  return grammar;
}

/** Calls `fill` for each open place of a way of writing, `{name}` or `{name:argument}`, from left to right. */
export const opened = (way: string, fill: (name: string, argument: string) => string): string =>
  way.replace(/\{([^{}:]+)(?::([^{}]*))?\}/g, (_, name: string, argument: string | undefined) =>
    fill(name, argument ?? ''),
  );
