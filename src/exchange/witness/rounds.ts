/** When witnesses are asked: a log that grew, every ten seconds or as soon as a thousand entries wait; and how far behind they are. */
import { claimedCheckpoint, cosignedAt } from '../../ledger/index.js';
import { type SeekOutcome, type SeekRooms, seekCosignature, type WitnessedHere } from './seek.js';

/** Entries and milliseconds. */
const MOST_WAITING = 1_000;
const LONGEST_WAIT = 10_000;

export interface RoundsOptions extends SeekRooms {
  readonly logs: readonly WitnessedHere[];
  /** Told of every question and what came of it. */
  readonly tell: (log: WitnessedHere, outcome: SeekOutcome) => void;
}

/** How far the witnesses are behind: the worst of all logs. */
export interface WitnessLag {
  readonly entries: number;
  /** Milliseconds since the last good answer of a witness that is behind; 0 where none is. */
  readonly time: number;
}

export interface WitnessRounds {
  /** Asks every witness that is due; all of them with `isForced`. Rejects where the ledger cannot be read. */
  round(isForced?: boolean): Promise<void>;
  lag(): Promise<WitnessLag>;
}

interface Progress {
  cosigned: number;
  askedAt: number;
  agreedAt: number;
}

/** Opens the rounds, from what was cosigned before. */
export async function openRounds(options: RoundsOptions): Promise<WitnessRounds> {
  const { logs, reader, clock, tell } = options;
  const kept = await options.keeper.list();
  const progress = new Map<WitnessedHere, Progress>(
    logs.map((log) => {
      const start = { askedAt: Number.NEGATIVE_INFINITY, agreedAt: clock.now() };
      return [log, { cosigned: largestCosigned(kept, log), ...start }];
    }),
  );
  const waiting = async ({ origin }: WitnessedHere, { cosigned }: Progress) =>
    ((await reader.head(origin))?.size ?? 0) - cosigned;
  return {
    async round(isForced = false) {
      for (const [log, at] of progress) {
        const isOld = clock.now() - at.askedAt >= LONGEST_WAIT;
        if (!isForced && !isOld && (await waiting(log, at)) < MOST_WAITING) continue;
        at.askedAt = clock.now();
        const { outcome, cosigned } = await seekCosignature(options, log, at.cosigned);
        at.cosigned = cosigned;
        if (outcome === 'COSIGNED' || outcome === 'CURRENT') at.agreedAt = clock.now();
        tell(log, outcome);
      }
    },
    async lag() {
      const lags = [...progress].map(async ([log, at]): Promise<WitnessLag> => {
        const entries = Math.max(0, await waiting(log, at));
        return { entries, time: entries === 0 ? 0 : clock.now() - at.agreedAt };
      });
      const all = await Promise.all(lags);
      return {
        entries: Math.max(0, ...all.map(({ entries }) => entries)),
        time: Math.max(0, ...all.map(({ time }) => time)),
      };
    },
  };
}

function largestCosigned(notes: readonly string[], { origin, witness }: WitnessedHere): number {
  const sizes = notes.flatMap((note) => {
    const checkpoint = claimedCheckpoint(note);
    const isIts = checkpoint?.origin === origin && cosignedAt(note, witness) !== undefined;
    return isIts ? [checkpoint.size] : [];
  });
  return Math.max(0, ...sizes);
}
