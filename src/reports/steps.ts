/**
 * The steps of a report, each bound to the one before and to the version it is about. Consents are read off them: nothing
 * else says who consented, and each step stands in the ledger by its digest.
 */
import { digestOf } from './document.js';

/** WRITE: a version, as it was scanned. CLEAR: reasons for its findings. PERMIT: it may be passed on to a body. */
export type ReportMove = 'WRITE' | 'CLEAR' | 'CONSENT' | 'WITHDRAW' | 'PERMIT';

/** Who made a step. */
export type ReportMover = {
  readonly authority: string;
  readonly role: string;
  /** Service number. */
  readonly officer: string;
  /** The gateway that asked on the officer's behalf. */
  readonly gateway: string | null;
};

export type ReportStep = {
  readonly report: string;
  readonly move: ReportMove;
  readonly version: number;
  /** Of the version. */
  readonly digest: string;
  /** WRITE: digest of the verdict; CLEAR: of the reasons; PERMIT: the body. */
  readonly about: string | null;
  readonly by: ReportMover;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The authorities in whose logs it stands; none for the originator's own log alone. */
  readonly told: readonly string[];
  /** Digest of the step before. */
  readonly before: string | null;
};

/** What stands in the ledger for a step. */
export const stepDigest = (step: ReportStep): string => digestOf(step);

/** Whether each step follows the one before. */
export const areChained = (steps: readonly ReportStep[]): boolean =>
  steps.every((step, at) => {
    const before = steps[at - 1];
    return step.before === (before === undefined ? null : stepDigest(before));
  });

export interface Consents {
  /** The originator's; without it there is no offer. */
  readonly offered: ReportStep | null;
  /** Of each recipient that answered the offer which stands now, the last answer. */
  readonly answers: ReadonlyMap<string, ReportStep>;
  /** The originator offered this version once, and took it back. */
  readonly isWithdrawn: boolean;
}

/**
 * The consents that hold now. A new version ends all of them; so does the originator's withdrawal: a new offer needs new
 * answers.
 */
export function consentsIn(steps: readonly ReportStep[], originator: string): Consents {
  let offered: ReportStep | null = null;
  let isWithdrawn = false;
  const answers = new Map<string, ReportStep>();
  for (const step of steps) {
    const isOwn = step.by.authority === originator;
    if (step.move === 'WRITE' || (isOwn && (step.move === 'WITHDRAW' || step.move === 'CONSENT'))) {
      offered = step.move === 'CONSENT' ? step : null;
      isWithdrawn = step.move === 'WITHDRAW';
      answers.clear();
    } else if (step.move === 'CONSENT' || step.move === 'WITHDRAW') {
      answers.set(step.by.authority, step);
    }
  }
  return { offered, answers, isWithdrawn };
}
