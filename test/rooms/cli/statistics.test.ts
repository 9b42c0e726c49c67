/** A-15 What `sorgu statistics` tells, in each language; ids and codes are the same in all of them. */
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../../src/base/index.js';
import { computeTables, releaseTable } from '../../../src/cli/index.js';
import {
  DEFINITIONS,
  type ReleasedTable,
  type StatisticsDesk,
} from '../../../src/statistics/index.js';
import { statisticsWords } from '../../../src/words/index.js';
import { listen } from './desk.js';

const [definition] = DEFINITIONS;
const NAME = { table: definition.id, period: '2025' } as const;
const table: ReleasedTable = {
  ...{ definition, period: NAME.period, threshold: 5, recorded: [] },
  figures: [3, null, null].map((persons) => ({ kind: 'STAY', at: [], persons })),
};

const deskWith = (desk: Partial<StatisticsDesk>) => desk as StatisticsDesk;
const wishes = { ...NAME, recorded: undefined, threshold: 5 };

async function compute(language: Language, desk: Partial<StatisticsDesk>) {
  const voice = { ...listen(), language };
  const code = await computeTables(deskWith(desk), wishes, voice);
  return { code, said: voice.said };
}

describe('A-15 sorgu statistics', () => {
  test.each<[Language, string]>([
    ['en', 'registrations-by-region 2025: 3 cells, 2 hidden; a draft'],
    ['ru', 'registrations-by-region 2025: 3 ячейки, скрыто: 2; проект'],
    ['az', 'registrations-by-region 2025: 3 xana, gizlədilib: 2; layihə'],
    ['kk', 'registrations-by-region 2025: 3 ұяшық, жасырылғаны: 2; жоба'],
  ])('drafts in %s: %s', async (language, line) => {
    const told = await compute(language, { compute: async () => ({ fault: null, table }) });
    expect(told).toEqual({ code: 0, said: [line] });
  });

  test.each(LANGUAGES)('says in %s why a table is refused', async (language) => {
    const told = await compute(language, { compute: async () => ({ fault: 'PERIOD_NOT_ENDED' }) });
    const why = statisticsWords(language).FAULT.PERIOD_NOT_ENDED;
    expect(told).toEqual({
      code: 1,
      said: [`registrations-by-region 2025: PERIOD_NOT_ENDED: ${why}`],
    });
  });

  test.each<[Language, string]>([
    ['en', 'published p-1'],
    ['ru', 'опубликовано: p-1'],
    ['az', 'dərc edildi: p-1'],
    ['kk', 'жарияланды: p-1'],
  ])('publishes in %s: %s', async (language, line) => {
    const voice = { ...listen(), language };
    const desk = deskWith({ release: async () => ({ fault: null, publication: 'p-1' }) });
    const code = await releaseTable(desk, { ...NAME, source: 'https://stat.example' }, voice);
    expect({ code, said: voice.said }).toEqual({ code: 0, said: [line] });
  });
});
