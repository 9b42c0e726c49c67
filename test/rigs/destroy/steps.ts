/** The steps of a run, each of which writes down what is not as it must be. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE_STATUS } from '../../../src/development/index.js';
import { destroyDue } from '../../../src/exchange/index.js';
import { astanaPlan, DAY, openSide, packageOf, type Stage } from '../../rooms/exchange/stage.js';
import { type AnsweredCase, answerCase, marksIn, type PlannedCase } from './cases.js';
import { backUp, type OwnHome, restore } from './homes.js';
import { decryptAll, lookInto, scanRows } from './look.js';
import { formsOf, type Pattern } from './marks.js';
import { readCase } from './read-case.js';
import { fileReadmission, readmissionPatterns, readReadmission } from './readmission.js';
import { type Scanner, scanFolder } from './scan.js';

interface Backup {
  readonly name: string;
  readonly folder: string;
  readonly at: number;
  /** What Astana held when it was made. */
  readonly cases: readonly AnsweredCase[];
}

/** A run as it stands. */
export interface Run {
  readonly stage: Stage;
  readonly root: string;
  readonly kz: OwnHome;
  readonly rounds: number;
  readonly cases: AnsweredCase[];
  readonly patterns: Pattern[];
  readonly backups: Backup[];
  /** Requests of two readmission cases. */
  readonly readmissions: { ends: string; stays: string };
  readonly findings: string[];
  readonly onStep: (step: string) => void;
}

const HOUR = 3_600_000;

export const fated = (cases: readonly AnsweredCase[], fate: AnsweredCase['fate']) =>
  cases.filter((one) => one.fate === fate);

/** In rounds: requests are answered, officers read all that is held, and the whole is backed up. */
export async function receiveAll(run: Run, planned: readonly PlannedCase[]): Promise<void> {
  const { stage, patterns, readmissions, findings } = run;
  patterns.push(...readmissionPatterns());
  readmissions.ends = await fileReadmission(stage.kz, 20);
  readmissions.stays = await fileReadmission(stage.kz, 60);
  if ((await readReadmission(stage.kz, readmissions.ends)) < 2)
    findings.push('a case was not read');
  const share = Math.ceil(planned.length / run.rounds);
  for (let round = 0; round < run.rounds; round += 1) {
    for (const one of planned.slice(round * share, (round + 1) * share)) await receive(run, one);
    run.stage.clock.at += HOUR;
    await backUpNow(run);
  }
}

async function receive({ stage, cases, patterns, findings }: Run, planned: PlannedCase) {
  const answered = await answerCase(stage, planned);
  cases.push(answered);
  const packed = await packageOf(stage.kz, answered.id);
  if (packed === null) findings.push('a package was not held');
  // Whoever finds it opens it with the gateway's key, which lives on. The middle of it is ciphertext.
  else patterns.push(...formsOf('PACKAGE', packed.slice(packed.length / 2).slice(0, 40)));
  const marks = marksIn(await readCase(stage.kz, answered));
  // By three ways: a query, the package as it came, the desk of custody.
  if (marks.some((times) => times < 3 * planned.people.length)) findings.push('not all was read');
}

export async function backUpNow({ stage, root, kz, cases, backups, onStep }: Run): Promise<void> {
  const name = `backup ${backups.length + 1}`;
  onStep(name);
  const folder = join(root, `backup-${backups.length + 1}`);
  await backUp(kz, folder);
  backups.push({ name, folder, at: stage.clock.at, cases: [...cases] });
}

/** To a day on which all that ends has ended. */
export function endAll({ stage }: Run): void {
  stage.clock.at += 30 * DAY;
}

export async function destroyNow({ stage, onStep }: Run): Promise<void> {
  onStep('destroying');
  await destroyDue(stage.kz.rooms);
  await stage.carry();
}

/** What is destroyed is told as such, with a certificate that Baku has; what stays is read. */
export async function askAfter({ stage, cases, readmissions, findings }: Run): Promise<void> {
  const { ends, stays } = readmissions;
  if ((await readReadmission(stage.kz, ends)) > 0) findings.push('today: a case was read');
  if ((await readReadmission(stage.kz, stays)) < 2)
    findings.push('today: a case that stays was not');
  for (const one of cases) {
    const told = await readCase(stage.kz, one);
    const why = one.fate === 'STAYS' ? whyNotWhole(told) : whyNotGone(told);
    if (why !== undefined) findings.push(`today: ${why}`);
    const isCertified = one.fate === 'STAYS' || (await hasCertificate(stage, one));
    if (!isCertified) findings.push('the provider has no certificate');
  }
}

const whyNotWhole = (told: string): string | undefined =>
  marksIn(told).some((times) => times < 3) ? 'what stays was not read' : undefined;

function whyNotGone(told: string): string | undefined {
  if (marksIn(told).some((times) => times > 0)) return 'read through the gateway';
  return told.includes('"DESTROYED"') ? undefined : 'not told as destroyed';
}

async function hasCertificate({ az }: Stage, { id }: AnsweredCase): Promise<boolean> {
  const matters = (await az.rooms.custodyFiles.load(id))?.matters ?? [];
  return matters.some(({ kind, state }) => kind === 'DESTRUCTION' && state === 'ACKNOWLEDGED');
}

/** Looks through the rows, then the files as they are on disk; how many bytes. */
export async function scanHome(
  { findings, onStep }: Run,
  { name, home }: { readonly name: string; readonly home: OwnHome },
  scan: Scanner,
): Promise<number> {
  onStep(`scanning ${name}`);
  const rows = await lookInto(home, async (sql) => {
    await sql`checkpoint`;
    return scanRows(sql, scan);
  });
  const { bytes, found } = await scanFolder(home.base, scan);
  // What was searched is the log of every statement (makeTalkative), not an empty one.
  const log = await readFile(join(home.base, 'postgres', 'postgres.log'), 'utf8');
  if (!log.includes('exchange.held_value')) findings.push(`${name}: PostgreSQL's log is empty`);
  findings.push(...[...rows, ...found].map((line) => `${name}: ${line}`));
  return bytes;
}

/** Restores a backup and tries to read from it what was destroyed since, in every way; it is removed with the run. */
export async function tryBackup(
  run: Run,
  { name, folder, at, cases }: Backup,
  scan: Scanner,
): Promise<{ readonly values: number; readonly bytes: number }> {
  const { findings, kz, readmissions } = run;
  const home = await restore(folder, kz);
  // As it was then: by its own clock nothing has ended.
  const clock = { now: () => at };
  const side = await openSide({ ...astanaPlan, clock, status: SAMPLE_STATUS, home });
  try {
    for (const one of cases) {
      const marks = marksIn(await readCase(side, one));
      if (one.days === 60 && marks.some((times) => times < 3)) {
        findings.push(`${name}: what stays was not read`);
      }
      if (one.fate !== 'STAYS' && marks.some((times) => times > 0)) {
        findings.push(`${name}: read through the gateway`);
      }
    }
    const { ends, stays } = readmissions;
    if ((await readReadmission(side, ends)) > 0) findings.push(`${name}: a case was read`);
    if ((await readReadmission(side, stays)) < 2) findings.push(`${name}: a case was not read`);
    const gone = cases.filter(({ fate }) => fate !== 'STAYS').map(({ id }) => id);
    gone.push(ends);
    const tried = await lookInto(home, (sql) => decryptAll(sql, home.dataDir, gone));
    if (tried.opened > 0) findings.push(`${name}: ${tried.opened} values opened`);
    const bytes = await scanHome(run, { name, home }, scan);
    return { values: tried.values, bytes };
  } finally {
    await side.close();
  }
}
