/** A table for programs as JSON-stat 2.0, with English labels. A hidden value is null and its status is `c`. */
import type { StatisticsCatalogue } from '../../words/index.js';
import { KINDS } from '../definitions.js';
import { CATEGORIES, type Dimension, TOTAL } from '../dimensions.js';
import { titleOf } from './method.js';
import { axesOf, type ReleasedTable } from './released.js';

export function jsonStatOf(table: ReleasedTable, words: StatisticsCatalogue): string {
  const { definition, period, threshold, recorded, figures } = table;
  const axes = axesOf(table);
  const categories = axes.map((axis) => categoriesOf(table, axis));
  const dataset = {
    version: '2.0',
    class: 'dataset',
    label: titleOf(table, words),
    id: [...axes, 'TIME_PERIOD'],
    size: [...categories.map(({ length }) => length), 1],
    role: { time: ['TIME_PERIOD'], ...(axes.includes('REGION') && { geo: ['REGION'] }) },
    dimension: {
      ...Object.fromEntries(
        axes.map((axis, nth) => [axis, dimensionOf(axis, categories[nth] ?? [], words)]),
      ),
      TIME_PERIOD: { category: { index: [period] } },
    },
    value: figures.map(({ persons }) => persons),
    status: Object.fromEntries(
      figures.flatMap(({ persons }, nth) => (persons === null ? [[nth, 'c']] : [])),
    ),
    extension: {
      table: definition.id,
      ...{ instrument: definition.instrument, clause: definition.clause, threshold, recorded },
    },
  };
  return `${JSON.stringify(dataset, null, 1)}\n`;
}

type Axis = 'KIND' | Dimension;

const categoriesOf = ({ definition }: ReleasedTable, axis: Axis): readonly string[] =>
  axis === 'KIND' ? KINDS[definition.subject] : [...CATEGORIES[axis], TOTAL];

function dimensionOf(axis: Axis, categories: readonly string[], words: StatisticsCatalogue) {
  const labels: Readonly<Record<string, string>> = axis === 'KIND' ? words.KIND : words.CATEGORY;
  return {
    label: words.DIMENSION[axis],
    category: {
      index: categories,
      label: Object.fromEntries(categories.map((code) => [code, labels[code] ?? code])),
    },
  };
}
