import { readFileSync } from 'node:fs';
import { type Language, readPeople } from './people.js';

/** What is written by hand in one language: sections of lines. */
export interface Source {
  readonly language: Language;
  readonly people: ReturnType<typeof readPeople>;
  lines(section: string): readonly string[];
  /** The line of a section that begins with that key, without it. */
  entry(section: string, key: string): string;
}

export const LANGUAGES: readonly Language[] = ['az', 'ru', 'kk', 'en'];

const read = (file: string) => readFileSync(new URL(`source/${file}`, import.meta.url), 'utf8');

/** A line `@name` opens a section; `\n` in a line is a new line of the text. */
export function readSource(language: Language): Source {
  const sections = new Map<string, string[]>();
  let current: string[] = [];
  for (const line of read(`${language}.txt`)
    .split('\n')
    .filter((one) => one !== '')) {
    if (line.startsWith('@')) {
      current = sections.get(line.slice(1)) ?? [];
      sections.set(line.slice(1), current);
    } else current.push(line.replaceAll('\\n', '\n'));
  }
  const lines = (section: string) => {
    const found = sections.get(section);
    if (found === undefined) throw new Error(`${language}: no section ${section}`);
    return found;
  };
  const entry = (section: string, key: string) => {
    const found = lines(section).find((line) => line.startsWith(`${key} `));
    if (found === undefined) throw new Error(`${language}: ${section} lacks ${key}`);
    return found.slice(key.length + 1);
  };
  return { language, people: readPeople(read('people.txt')), lines, entry };
}
