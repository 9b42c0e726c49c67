/** The scanner held against the corpora: what it finds of what was planted, and what it finds beside. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Finding, inspect } from '../../src/scan/index.js';

interface Planted {
  readonly kind: string;
  readonly from: number;
  readonly to: number;
}

export interface CorpusText {
  readonly id: string;
  readonly language: string;
  readonly text: string;
  readonly planted?: readonly Planted[];
}

const place = (path: string): URL => new URL(path, import.meta.url);

/** The corpora with planted texts: each is one by being there. */
export const CORPORA: readonly string[] = readdirSync(place('.'), { withFileTypes: true })
  .filter((one) => one.isDirectory() && existsSync(place(`${one.name}/planted.ndjson`)))
  .map(({ name }) => name)
  .sort();

const linesOf = (path: string): readonly CorpusText[] =>
  readFileSync(place(path), 'utf8')
    .trim()
    .split('\n')
    .map((line): CorpusText => JSON.parse(line));

/** Reads a corpus. */
export const readCorpus = (name: string) => ({
  planted: linesOf(`${name}/planted.ndjson`),
  clean: linesOf(`${name}/clean.ndjson`),
});

/** The kinds that are planted. */
export const KINDS = ['MRZ', 'DOCUMENT_NUMBER', 'NAME_AND_BIRTH_DATE'] as const;

export interface Score {
  readonly kind: string;
  readonly language: string;
  /** Planted, and of these found. */
  readonly planted: number;
  readonly found: number;
  /** Told, and of these on something planted, of whatever kind. */
  readonly told: number;
  readonly right: number;
}

const meets = (a: Pick<Finding, 'from' | 'to'>, b: Pick<Finding, 'from' | 'to'>): boolean =>
  a.from < b.to && b.from < a.to;

/** Scans every text of a corpus, planted and clean, and counts for each kind and language. */
export function scoreCorpus(name: string): readonly Score[] {
  const { planted, clean } = readCorpus(name);
  const scanned = [...planted, ...clean].map((one) => ({ ...one, findings: inspect(one.text) }));
  const languages = [...new Set(scanned.map(({ language }) => language))].sort();
  return KINDS.flatMap((kind) =>
    languages.map((language): Score => {
      const texts = scanned.filter((one) => one.language === language);
      const pairs = texts.map(({ findings, planted: all = [] }) => {
        const told = findings.filter((one) => one.kind === kind);
        const here = all.filter((one) => one.kind === kind);
        return {
          planted: here.length,
          found: here.filter((one) => told.some((finding) => meets(finding, one))).length,
          told: told.length,
          right: told.filter((finding) => all.some((one) => meets(finding, one))).length,
        };
      });
      const sum = (member: 'planted' | 'found' | 'told' | 'right') =>
        pairs.reduce((total, pair) => total + pair[member], 0);
      return {
        ...{ kind, language, planted: sum('planted'), found: sum('found') },
        ...{ told: sum('told'), right: sum('right') },
      };
    }),
  );
}

/** The scores of one kind in all languages together. */
export function overall(scores: readonly Score[], kind: string) {
  const own = scores.filter((score) => score.kind === kind);
  const sum = (member: 'planted' | 'found' | 'told' | 'right') =>
    own.reduce((total, score) => total + score[member], 0);
  return {
    recall: sum('found') / sum('planted'),
    precision: sum('right') / sum('told'),
    planted: sum('planted'),
  };
}
