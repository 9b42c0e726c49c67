/** A-3.1(1), B-2a A released table: for programs, for people, with its method; and no hidden number in any of it. */
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/base/index.js';
import { publish, readPublication } from '../../../src/publications/index.js';
import {
  cellKey,
  csvOf,
  definitionOf,
  type ReleasedTable,
  releasedOf,
  statisticsPublication,
  tabulate,
} from '../../../src/statistics/index.js';
import { STATISTICS_KEYS, statisticsWords } from '../../../src/words/index.js';
import { PUBLICATION_LAW, TODAY } from '../../support/publications.js';
import { counted } from '../../support/statistics.js';

const KIND = 'TEMPORARY_RESIDENCE';
const HIDDEN = 7351;

function released(id: string): ReleasedTable {
  const definition = definitionOf(id);
  if (definition === undefined) throw new Error(id);
  const counts = [counted(40), counted(HIDDEN, { REGION: 'KARABAKH', AGE: 'Y_GE65' })];
  const table = tabulate(definition, '2025', counts);
  const hidden = table.figures.filter(({ persons }) => persons >= HIDDEN).map(cellKey);
  return releasedOf(table, { threshold: 7, recorded: ['2025-12-31'], hidden: new Set(hidden) });
}

const table = released('permits-by-region');
const release = {
  publisher: 'AZ-SMS',
  source: 'https://stat.example.az/1',
  today: '2026-05-01',
} as const;
const publication = statisticsPublication(table, release);
const attached = (name: string): string =>
  publication.attachments.find((one) => one.name === name)?.content ?? '';

describe('as CSV', () => {
  it('has a line for each cell, ends lines as RFC 4180 asks, and marks what is hidden', () => {
    const lines = csvOf(table).split('\r\n');
    expect(lines[0]).toBe('KIND,REGION,TIME_PERIOD,OBS_VALUE,OBS_FLAG');
    expect(lines).toContain(`${KIND},BAKU,2025,40,`);
    expect(lines).toContain(`${KIND},KARABAKH,2025,,c`);
    expect(lines).toContain('WORK,BAKU,2025,0,');
    expect(lines).toHaveLength(1 + table.figures.length + 1);
    expect(lines.at(-1)).toBe('');
    expect(new Set(lines.slice(0, -1).map((line) => line.split(',').length))).toEqual(new Set([5]));
  });
});

describe('as JSON-stat 2.0', () => {
  const dataset = JSON.parse(attached('table.json'));

  it('has as many values as its dimensions say, hidden ones null with a status', () => {
    const cells = dataset.size.reduce((product: number, size: number) => product * size, 1);
    expect(dataset).toMatchObject({ version: '2.0', class: 'dataset' });
    expect(dataset.id).toEqual(['KIND', 'REGION', 'TIME_PERIOD']);
    expect(dataset.value).toHaveLength(cells);
    const nulls = dataset.value.flatMap((value: unknown, nth: number) =>
      value === null ? [String(nth)] : [],
    );
    expect(Object.keys(dataset.status)).toEqual(nulls);
    expect(new Set(Object.values(dataset.status))).toEqual(new Set(['c']));
  });

  it('finds a cell by its indices in row-major order', () => {
    const { index } = dataset.dimension.REGION.category;
    const at = dataset.dimension.KIND.category.index.indexOf(KIND) * index.length;
    expect(dataset.value[at + index.indexOf('BAKU')]).toBe(40);
  });
});

describe('as a chart', () => {
  const svg = attached('chart.svg');

  it('runs nothing and loads nothing', () => {
    expect(svg).not.toMatch(/<script|href|\son\w+=|url\(|<foreignObject|<style|@import/i);
    expect(svg.match(/https?:\/\/[^"]+/g)).toEqual(['http://www.w3.org/2000/svg']);
  });

  it('says in every language what it shows', () => {
    for (const language of LANGUAGES) {
      expect(svg).toContain(
        `<title lang="${language}">${statisticsWords(language).SUBJECT.PERMITS}`,
      );
      expect(svg).toContain(`<desc lang="${language}">`);
      expect(svg).toContain(`systemLanguage="${language}"`);
    }
  });

  it('draws every hidden number alike', () => {
    const boxes = svg.match(/<rect x="220"[^>]*stroke-dasharray[^>]*>/g) ?? [];
    expect(boxes.length).toBeGreaterThan(1);
    expect(new Set(boxes.map((box) => box.replace(/y="\d+"/, ''))).size).toBe(1);
  });
});

describe('as a publication', () => {
  it.each(['permits-by-region', 'regular-permits-by-age-and-sex'])(
    '%s is published under its clause',
    (id) => {
      const one = statisticsPublication(released(id), release);
      const read = readPublication(JSON.parse(JSON.stringify(one)));
      expect(read).toEqual({ publication: one });
      const on = { law: PUBLICATION_LAW, now: TODAY, by: 'statistics', current: undefined };
      expect(publish(one, on)).toMatchObject({ outcome: 'NEW', version: { state: 'PUBLISHED' } });
    },
  );

  it('says in every language how it was counted, the threshold, and that numbers are hidden', () => {
    for (const language of LANGUAGES) {
      const { METHOD, LABEL } = statisticsWords(language);
      const told = publication.texts[language];
      expect(told?.summary).toContain(METHOD.COUNTED);
      expect(told?.summary).toContain('7');
      expect(told?.summary).toContain('2025-12-31');
      expect(told?.summary).not.toMatch(/[{}]/);
      expect(told?.text).toContain(LABEL.HIDDEN_CELL);
    }
  });

  it.each([
    ['permits-by-region', ['Region\tPersons', 'Baku\t40', 'Karabakh\tconfidential']],
    [
      'permits-by-age-and-sex',
      [
        'Age\tFemale\tMale\tNot known\tTotal',
        '25 to 44\t40\t0\t0\t40',
        '65 and over\tconfidential\t0\t0\tconfidential',
      ],
    ],
  ])('%s is a table for each kind, whose hidden cells are words', (id, lines) => {
    const { texts } = statisticsPublication(released(id), release);
    const tables = texts.en?.text?.split('\n\n').map((one) => one.split('\n')) ?? [];
    const KINDS = ['temporary residence', 'permanent residence', 'work'];
    expect(tables.map(([caption]) => caption)).toEqual(
      KINDS.map((kind) => `Persons given a permit: ${kind}; 2025`),
    );
    for (const [, columns] of tables) expect(columns).toBe(lines[0]);
    expect(tables[0]).toEqual(expect.arrayContaining(lines));
    const cells = tables.flatMap(([, , ...rows]) =>
      rows.flatMap((row) => row.split('\t').slice(1)),
    );
    expect(cells).toHaveLength(released(id).figures.length);
  });

  it('holds no hidden number anywhere', () => {
    expect(JSON.stringify(publication)).not.toContain(String(HIDDEN));
    expect(JSON.stringify(publication)).not.toContain(String(HIDDEN + 40));
  });
});

describe('words', () => {
  it.each(Object.keys(STATISTICS_KEYS) as (keyof typeof STATISTICS_KEYS)[])(
    '%s: the same places in every language, and a text of its own',
    (list) => {
      const english = statisticsWords('en')[list] as Readonly<Record<string, string>>;
      for (const language of LANGUAGES) {
        const words = statisticsWords(language)[list] as Readonly<Record<string, string>>;
        expect(Object.keys(words).sort()).toEqual([...STATISTICS_KEYS[list]].sort());
        for (const [key, text] of Object.entries(words)) {
          const places = (of: string | undefined) => of?.match(/\{\w+\}/g)?.sort() ?? [];
          expect(places(text)).toEqual(places(english[key]));
          expect(text.trim()).not.toBe('');
        }
      }
    },
  );
});
