/**
 * Destruction, looked for: Astana receives answers about marked persons, is read by its officers and backed up in between;
 * then what it holds is taken back or comes to its end, and is destroyed. Afterwards no mark may be found, in any form:
 * not in the memory of a gateway in a process of its own or in what it said (heap.ts), not in the files of its cluster,
 * with all WAL and a log of every statement, not in its own folder, not in any backup,
 * which is restored, started, and asked through the gateway with the clock set back to when the backup was made, nor by
 * decrypting what stands in it with every key that there is today. Baku's register, on a cluster of its own, has them all.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openStage } from '../../rooms/exchange/stage.js';
import { makeDataDir } from '../../support/data-dir.js';
import { type Build, plant } from './builds.js';
import { type AnsweredCase, type PlannedCase, recallCase } from './cases.js';
import { tryHeap } from './heap.js';
import { makeTalkative, openHome } from './homes.js';
import { markedPerson, markPatterns } from './marks.js';
import { faultsOfRecord } from './proofs.js';
import { openScanner } from './scan.js';
import {
  askAfter,
  backUpNow,
  destroyNow,
  endAll,
  fated,
  type Run,
  receiveAll,
  scanHome,
  tryBackup,
} from './steps.js';

export interface DestroyPlan {
  readonly build: Build;
  /** Persons of whom everything is destroyed. */
  readonly subjects: number;
  /** At least 2. */
  readonly backups: number;
  /** Whether the memory of a gateway in a process of its own is looked through too. */
  readonly heap: boolean;
  readonly onStep: (step: string) => void;
}

export interface Destroyed {
  /** Persons whose values were read before, and of whom nothing may be found. */
  readonly destroyed: number;
  /** Persons whose values had not ended, and were read after. */
  readonly survivors: number;
  /** Destroyed values that stood in restored backups, and that no key opened. */
  readonly values: number;
  readonly bytes: number;
  /** What was found, or is otherwise not as it must be. Empty: destroyed. */
  readonly findings: readonly string[];
}

/** Destroys, and looks. */
export async function runDestruction(plan: DestroyPlan): Promise<Destroyed> {
  const root = await makeDataDir();
  const planned = planCases(plan.subjects);
  const people = planned.flatMap((one) => one.people).map((id, at) => markedPerson(id, at));
  const [az, kz] = [await openHome(join(root, 'baku')), await openHome(join(root, 'astana'))];
  for (const home of [az, kz]) await makeTalkative(home);
  const stage = await openStage({ people, homes: { 'AZ-SMS': az, 'KZ-MIA': kz } });
  try {
    await plant(plan.build, stage.kz);
    const patterns = [...markPatterns()];
    const readmissions = { ends: '', stays: '' };
    const found = { cases: [], backups: [], findings: [] };
    const run = { ...{ stage, root, kz, patterns, readmissions }, ...found };
    return await runWhole(
      { ...run, rounds: plan.backups - 1, onStep: plan.onStep },
      { ...plan, planned },
    );
  } finally {
    await stage.close();
    await rm(root, { recursive: true, force: true });
  }
}

const MOST_IN_ONE = 20;

/** Every third request is taken back; of two that stay, one shares its day of end, and so its key, with those. */
function planCases(subjects: number): readonly PlannedCase[] {
  const size = Math.min(MOST_IN_ONE, Math.ceil(subjects / 3));
  const going = Array.from({ length: Math.ceil(subjects / size) }, (_, at): PlannedCase => {
    const numbers = Array.from({ length: size }, (_one, n) => at * size + n);
    const people = numbers.filter((number) => number < subjects).map(String);
    return at % 3 === 0
      ? { fate: 'RECALLED', people, days: 40 }
      : { fate: 'ENDS', people, days: 20 + (at % 5) };
  });
  return [
    { fate: 'STAYS', people: ['stays-1'], days: 40 },
    { fate: 'STAYS', people: ['stays-2'], days: 60 },
    ...going,
  ];
}

interface Planned {
  readonly planned: readonly PlannedCase[];
}

async function runWhole(
  run: Run,
  { build, heap, planned }: Pick<DestroyPlan, 'build' | 'heap'> & Planned,
): Promise<Destroyed> {
  const { stage, cases, findings } = run;
  await receiveAll(run, planned);
  const scan = openScanner(run.patterns);
  let bytes = heap ? await tryHeap(run, build, scan) : 0;
  for (const one of fated(cases, 'RECALLED')) await recallCase(stage, one);
  await destroyNow(run);
  await backUpNow(run);
  endAll(run);
  await destroyNow(run);
  await askAfter(run);
  const gone = cases.filter(({ fate }) => fate !== 'STAYS');
  const shown = gone.slice(0, 3).map(({ id }) => id);
  findings.push(...(await faultsOfRecord(stage.kz, shown)));
  bytes += await scanHome(run, { name: 'today', home: run.kz }, scan);
  let values = 0;
  for (const backup of run.backups) {
    const tried = await tryBackup(run, backup, scan);
    values += tried.values;
    bytes += tried.bytes;
  }
  if (values === 0) findings.push('no backup held anything that was destroyed');
  const survivors = personsOf(fated(cases, 'STAYS'));
  return { destroyed: personsOf(gone), survivors, values, bytes, findings };
}

const personsOf = (cases: readonly AnsweredCase[]): number =>
  cases.reduce((sum, { people }) => sum + people.length, 0);
