/** The table: each goal, what was measured, whether it is met. Figures are cut, never rounded in our favour. */

import { writeFileSync } from 'node:fs';
import { cpus, release } from 'node:os';
import type { Plan } from './plan.js';
import type { Spread } from './statistics.js';

export interface Line {
  readonly name: string;
  readonly measured: Spread;
  readonly unit: string;
  /** Shown without a goal where there is none. */
  readonly goal?: { readonly at: 'least' | 'most'; readonly value: number };
}

const isMet = ({ goal, measured }: Line): boolean | null => {
  if (goal === undefined) return null;
  return goal.at === 'least' ? measured.median >= goal.value : measured.median <= goal.value;
};

/** Prints the lines as a table. */
export function printTable(lines: readonly Line[]): void {
  const rows = lines.map((line) => {
    const { name, goal, measured, unit } = line;
    const { median, least, most } = measured;
    const met = isMet(line);
    return [
      name,
      goal === undefined ? '' : `${goal.at === 'least' ? '>=' : '<='} ${goal.value}`,
      `${shown(median)} ${unit}`.trim(),
      `${shown(least)} .. ${shown(most)}`,
      met === null ? '' : met ? 'met' : 'NOT MET',
    ];
  });
  const table = [['', 'goal', 'measured', 'rounds from .. to', ''], ...rows];
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(...table.map((row) => row[at]?.length ?? 0)));
  for (const row of table) {
    const cells = row.map((cell, at) => cell.padEnd(widths[at] ?? 0));
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`);
  }
}

// Three digits are what the rounds carry.
const shown = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

/** Writes the lines as JSON, with what they were measured on. */
export function writeJson(path: string, lines: readonly Line[], plan: Plan): void {
  const measuredOn = {
    node: process.version,
    system: `${process.platform} ${release()}`,
    processors: cpus().map(({ model }) => model),
    at: new Date().toISOString(),
  };
  const results = lines.map((line) => ({ ...line, met: isMet(line) }));
  writeFileSync(path, `${JSON.stringify({ plan, measuredOn, results }, null, 2)}\n`);
}
