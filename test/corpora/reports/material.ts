/** What is written by hand in `source`: the sections of one language, each a list of texts with places to fill. */
import { readFileSync } from 'node:fs';

export const LANGUAGES = ['az', 'ru', 'kk', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const SECTIONS = [
  'frames',
  'documents',
  'mrz',
  'people',
  'negatives',
  'names',
  'officials',
  'places',
  'routes',
  'heads',
  'remarks',
] as const;
type Section = (typeof SECTIONS)[number];

/** The sections of a language. `heads` has one entry for each column a table may have. */
export type Material = Readonly<Record<Section, readonly string[]>> & {
  readonly language: Language;
};

/** Reads one language. Lists of short entries stand line by line, longer texts are parted by `--`. */
export function readMaterial(language: Language): Material {
  const text = readFileSync(new URL(`source/${language}.txt`, import.meta.url), 'utf8');
  const found = new Map<string, readonly string[]>();
  for (const part of text.split(/^## /m).slice(1)) {
    const end = part.indexOf('\n');
    found.set(part.slice(0, end), entriesOf(part.slice(end + 1).trimEnd()));
  }
  const sections = Object.fromEntries(
    SECTIONS.map((section) => [section, found.get(section) ?? []]),
  ) as Record<Section, readonly string[]>;
  return { language, ...sections, heads: sections.heads.flatMap((line) => line.split('|')) };
}

const entriesOf = (text: string): readonly string[] =>
  text.includes('\n--\n') ? text.split('\n--\n') : text.split('\n');
