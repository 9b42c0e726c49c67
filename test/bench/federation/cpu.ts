/** Processor time of other processes, from /proc; elsewhere than on Linux there is none to tell. */
import { readFileSync } from 'node:fs';

/** Milliseconds of one tick (USER_HZ is 100 on every Linux). */
const TICK = 10;

/** Milliseconds that a process has used so far, user and system; NaN where it cannot be known. */
export function usedBy(pid: number): number {
  try {
    // The name of the program may hold blanks and brackets; what follows it does not.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  } catch {
    return Number.NaN;
  }
}
