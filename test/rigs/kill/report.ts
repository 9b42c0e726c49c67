/** What the rig says at its end: one line per step at which gateways died. */
import { STEPS } from './order.js';
import type { Trial } from './trial.js';
import type { Fault } from './weigh.js';

export interface WeighedTrial extends Trial {
  /** One for each answer. */
  readonly faults: readonly (Fault | undefined)[];
}

export interface FaultCounts {
  readonly withoutEntry: number;
  /** Entries about other bytes, twofold entries, receipts that do not check, answers of another status. */
  readonly otherwise: number;
  readonly startsFailed: number;
  /** Gateways that did not die where they were told to: the rig's own fault. */
  readonly survived: number;
}

/** Counts the faults of some trials. */
export function countFaults(trials: readonly WeighedTrial[]): FaultCounts {
  const faults = trials.flatMap((trial) => trial.faults).filter((fault) => fault !== undefined);
  const withoutEntry = faults.filter((fault) => fault === 'no entry').length;
  return {
    withoutEntry,
    otherwise: faults.length - withoutEntry,
    startsFailed: trials.filter(({ startFault }) => startFault !== undefined).length,
    survived: trials.filter(({ died, startFault }) => !died && startFault === undefined).length,
  };
}

const HEADS = [
  'died at',
  'trials',
  'starts failed',
  'survived',
  'answers',
  'refusals',
  'without entry',
  'other faults',
];

/** The table, with a line for all. */
export function formatReport(trials: readonly WeighedTrial[]): string {
  const lines = STEPS.map((step) =>
    lineOf(
      step,
      trials.filter((trial) => trial.step === step),
    ),
  );
  const all = lineOf('all', trials);
  return [HEADS, ...lines, all].map((cells) => `${cells.map(pad).join('')}\n`).join('');
}

function lineOf(name: string, trials: readonly WeighedTrial[]): readonly string[] {
  const { startsFailed, survived, withoutEntry, otherwise } = countFaults(trials);
  const statuses = trials.flatMap(({ received }) => received.map(({ status }) => status));
  const refused = statuses.filter((status) => status === 403).length;
  const figures = [
    trials.length,
    startsFailed,
    survived,
    statuses.filter((status) => status === 200).length,
    refused,
    withoutEntry,
    otherwise,
  ];
  return [name, ...figures.map(String)];
}

const pad = (cell: string): string => cell.padEnd(15);
