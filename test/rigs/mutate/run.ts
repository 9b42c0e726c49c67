/**
 * Mutations of logs, and what is said of each: by verification of what stands in the database against the files beside
 * it, then against what others hold: receipts of answers, and the newest checkpoint of each log, as a witness has it.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  describeFinding,
  type LedgerRow,
  parseEntry,
  verifyRows,
} from '../../../src/ledger/index.js';
import { compareRows } from '../../../src/ledger/rows.js';
import { randomOf } from '../../../src/register/sample/random.js';
import { ATTACKS, type Attack, byDatabase, byKey, type Left } from './attacks.js';
import { makeBatches, openEntries, seal, signer, type Written } from './history.js';

export const ATTACKERS = ['database', 'key'] as const;
export type Attacker = (typeof ATTACKERS)[number];

/** One mutation, and who finds it. */
export interface Trial {
  readonly attack: Attack;
  readonly attacker: Attacker;
  readonly before: Written;
  readonly left: Left;
}

/** Makes the mutation of a number: every attack by every attacker in turn. */
export async function mutate(seed: number, number: number): Promise<Trial> {
  const random = randomOf(seed, number);
  const attack = ATTACKS[number % ATTACKS.length] ?? 'edit';
  const attacker = ATTACKERS[Math.floor(number / ATTACKS.length) % ATTACKERS.length] ?? 'key';
  const make = openEntries(`${seed}/${number}`);
  const batches = makeBatches(random, make);
  const before = await seal(batches);
  const by = attacker === 'key' ? byKey : byDatabase;
  const left = await by(attack, { batches, honest: before, random, make });
  if (isDeepStrictEqual(left.rows, before.rows)) throw new Error(`${number}: nothing was changed`);
  return { attack, attacker, before, left };
}

/** What the keeper of the log can find alone. */
export async function findAlone(
  rows: AsyncIterable<LedgerRow> | Iterable<LedgerRow>,
  notes: readonly string[],
) {
  const evidence = { publicKey: signer.publicKey, kept: notes, hasSalts: true };
  return (await verifyRows(rows, evidence)).findings.map(describeFinding);
}

/** What is found once receipts and cosigned checkpoints are compared. */
export async function findTogether({ before, left }: Trial): Promise<readonly string[]> {
  const held = heldOf(before);
  const leaves = new Map(
    left.rows.flatMap((row) =>
      row.kind === 'entry' ? [[Buffer.from(row.leafHash).toString('base64'), row.seq]] : [],
    ),
  );
  const unproven = held.receipts
    .filter(({ leafHash, index }) => leaves.get(leafHash) !== index)
    .map(({ origin, index }) => `RECEIPT ${origin} ${index}`);
  const kept = [...left.notes, ...held.notes];
  return [...(await findAlone(sorted(left.rows), kept)), ...unproven];
}

/** What left the house: a receipt with each answer (refusals have none), and each log's newest checkpoint. */
function heldOf({ receipts, notes }: Written) {
  const newest = new Map(notes.map((note) => [note.slice(0, note.indexOf('\n')), note]));
  const answered = receipts.filter(({ entry }) => parseEntry(entry)?.outcome === 'ANSWERED');
  return {
    receipts: answered,
    notes: [...newest.values(), ...answered.map(({ checkpoint }) => checkpoint)],
  };
}

export const sorted = (rows: readonly LedgerRow[]): readonly LedgerRow[] =>
  [...rows].sort(compareRows);

/** What is said of an honest log: nothing, or it is a false alarm. */
export async function alarmsOf(seed: number, number: number): Promise<readonly string[]> {
  const random = randomOf(seed, number);
  const before = await seal(makeBatches(random, openEntries(`honest ${seed}/${number}`)));
  // In the files notes a second apart stay, and the newest.
  const notes = before.notes.filter((_, at) => at === before.notes.length - 1 || random.chance(50));
  return findTogether({ attack: 'edit', attacker: 'key', before, left: { ...before, notes } });
}

/** Counts for one attack by one attacker. */
export interface Count {
  tried: number;
  foundAlone: number;
  foundTogether: number;
}

export interface Tally {
  readonly counts: ReadonlyMap<string, Count>;
  readonly missed: readonly string[];
  readonly falseAlarms: readonly string[];
}

/** Runs so many mutations and so many honest logs. */
export async function runMutations(plan: {
  seed: number;
  trials: number;
  honest: number;
}): Promise<Tally> {
  const counts = new Map<string, Count>();
  const missed: string[] = [];
  for (let number = 0; number < plan.trials; number += 1) {
    const trial = await mutate(plan.seed, number);
    const name = `${trial.attack}, by ${trial.attacker}`;
    const count = counts.get(name) ?? { tried: 0, foundAlone: 0, foundTogether: 0 };
    counts.set(name, count);
    const alone = await findAlone(sorted(trial.left.rows), trial.left.notes);
    const together = await findTogether(trial);
    count.tried += 1;
    count.foundAlone += alone.length > 0 ? 1 : 0;
    count.foundTogether += together.length > 0 ? 1 : 0;
    if (together.length === 0) missed.push(`${number}: ${name}`);
  }
  const falseAlarms: string[] = [];
  for (let number = 0; number < plan.honest; number += 1) {
    falseAlarms.push(...(await alarmsOf(plan.seed, number)));
  }
  return { counts, missed, falseAlarms };
}
