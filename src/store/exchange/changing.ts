/**
 * Changes of one thing at a time: it is read, a step runs, and what the step leaves is kept only if nobody changed the
 * thing in between; else it is read and the step run again. So no transaction is open while a step signs or encrypts,
 * and a lost connection leaves nothing half done.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '../../base/index.js';
import { openTurns } from './turns.js';

/** A thing as it was read, with the version that a change of it has to find. */
export interface Found<File> {
  readonly file: File;
  readonly version: number;
}

export interface Changing<File, Left> {
  readonly find: (id: string) => Promise<Found<File> | undefined>;
  /** Keeps all of it, or nothing: false where the thing is no longer as it was found. */
  readonly keep: (found: Found<File> | undefined, left: Left) => Promise<boolean>;
}

/** Changes lost to another process before giving up; within one process none is lost. */
const attempts = 16;
const longestPauseMs = 64;

/** Two processes that change one thing at the same pace must not lose to each other for ever. */
const giveWay = (lost: number): Promise<void> =>
  pause(Math.random() * Math.min(2 ** lost, longestPauseMs));

/** Opens changes of things of one kind; those of one id follow each other. */
export function openChanging<File, Left extends { readonly result: unknown }>({
  find,
  keep,
}: Changing<File, Left>) {
  const turns = openTurns();
  return <L extends Left>(
    id: string,
    step: (found: File | undefined) => L | Promise<L>,
  ): Promise<L['result']> =>
    turns.take(id, async () => {
      for (let lost = 0; lost < attempts; lost += 1) {
        if (lost > 0) await giveWay(lost);
        const found = await find(id);
        const left = await step(found?.file);
        if (await keep(found, left)) return left.result;
      }
      throw new Refusal('UNAVAILABLE', { retryAfter: 1 });
    });
}
