/** The corpus itself: as large as it must be, every row with its source and date, and apart from the matcher. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parsePerson } from '../../src/register/index.js';
import { corpusText } from './make-names.js';
import { readCorpus } from './names.js';

const corpus = readCorpus();
const fileOf = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');

it('is what its generator makes', () => {
  expect(fileOf('names.tsv')).toBe(corpusText());
});

it('has a thousand pairs and more, each once, each with source and date', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(1_000);
  expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
  for (const { source, madeOn } of corpus) {
    expect(source).not.toBe('');
    expect(madeOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
});

it('pairs two different writings, from every script to every other', () => {
  const scripts = new Set<string>();
  for (const line of fileOf('names.tsv').trimEnd().split('\n').slice(1)) {
    const cells = line.split('\t');
    scripts.add(`${cells[3]} ${cells[8]}`);
    expect([cells[3], cells[4], cells[5]]).not.toEqual([cells[8], cells[9], cells[10]]);
  }
  for (const from of ['ru-Cyrl', 'kk-Cyrl', 'az-Latn', 'az-Cyrl', 'und-Latn']) {
    expect([...scripts].filter((pair) => pair.startsWith(from)).length).toBeGreaterThan(2);
  }
});

it('holds people an import takes', () => {
  const faults = corpus.map(({ registered }) => parsePerson(JSON.stringify(registered)).fault);
  expect(faults.filter((fault) => fault !== undefined)).toEqual([]);
});

it.each(['make-names.ts', 'base-names.ts', 'spelling-rules.ts'])(
  '%s knows nothing of src',
  (file) => {
    expect(fileOf(file)).not.toMatch(/from '[^']*src\//);
  },
);
