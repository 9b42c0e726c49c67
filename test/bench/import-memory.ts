/** Whether an import's memory stays flat: the peak of a process that loads 10,000 people, and of one with 1,000,000. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { Line } from './report.js';
import { openStage } from './stage.js';

const FEW = 10_000;
const MANY = 1_000_000;

/** Imports both, one after the other, each into a database and from a process of its own. */
export async function measureImportMemory(say: (text: string) => void): Promise<readonly Line[]> {
  const stage = await openStage();
  const peakOf = async (people: number): Promise<number> => {
    const { owner } = await stage.makeDatabase('memory');
    const child = fork(new URL('import-child.ts', import.meta.url), [owner, String(people)], {
      execArgv: ['--import', 'tsx'],
    });
    const [peak]: number[] = await once(child, 'message');
    await once(child, 'exit');
    await stage.dropDatabase('memory');
    say(`${people} people: ${Math.ceil((peak ?? 0) / 1024)} MiB at most`);
    return peak ?? Number.NaN;
  };
  try {
    const ratio = (await peakOf(MANY)) / (await peakOf(FEW));
    const measured = { median: ratio, least: ratio, most: ratio };
    const name = 'import: peak memory, 1,000,000 / 10,000 people';
    return [{ name, measured, unit: 'x', goal: { at: 'most', value: 1.2 } }];
  } finally {
    await stage.close();
  }
}
