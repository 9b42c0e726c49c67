/**
 * What is refused before it can be sealed: one JSON line with code and route, and never a word of what was sent. Rate
 * limited, since whoever can fill a log can hide in it; what was left out is counted in the next line.
 */
import { pino } from 'pino';
import type { Clock, ErrorCode } from '../base/index.js';
import type { WitnessRefusal } from '../ledger/index.js';
import type { MailCode } from '../partner/index.js';

/** What either door refuses with. */
type DoorCode = ErrorCode | MailCode | WitnessRefusal;

/** Codes of an operation that never reached the ledger, and those an operator must hear of. */
const LOGGED: ReadonlySet<DoorCode> = new Set<DoorCode>([
  'METHOD_NOT_ALLOWED',
  'UNSUPPORTED_MEDIA_TYPE',
  'NOT_ACCEPTABLE',
  'PAYLOAD_TOO_LARGE',
  'BAD_REQUEST',
  'UNAUTHENTICATED',
  'RATE_LIMITED',
  'TOO_COMPLEX',
  'LEDGER_UNAVAILABLE',
  'UNAVAILABLE',
  'INTERNAL',
  'MESSAGE_NOT_IN_TIME',
  'MESSAGE_REPLAYED',
  'MAIL_REFUSED',
  'MAIL_CONFLICT',
  'TOO_MANY_DECLINED',
  'CHECKPOINT_MALFORMED',
  'LOG_UNKNOWN',
  'CHECKPOINT_NOT_SIGNED',
  'NOT_CONSISTENT',
  'FORKED',
]);

export interface SecurityLog {
  /** Notes a refusal; nothing happens for a code that the ledger records (11(1)). */
  note(code: DoorCode, route: string): void;
}

/** The same, as the operator's own rooms use it. */
export interface OperatorLog extends SecurityLog {
  /**
   * Notes an operation that its list does not have, by the step of the list and its hash (SHA-256 without literals): not
   * whose it was, nor on which request.
   */
  noteUnlisted(step: string, operation: string): void;
}

export interface SecurityLogOptions {
  readonly clock: Clock;
  /** Takes one line, with its line break. */
  readonly write: (line: string) => void;
  /** Lines a minute for each code and route. */
  readonly perMinute?: number;
}

const MINUTE = 60_000;

/** What a line says, and with which others it is limited. */
interface Line {
  readonly key: string;
  readonly facts: object;
}

interface Window {
  readonly since: number;
  written: number;
  leftOut: number;
}

/** Opens the log over a sink. Code and route are of closed lists, so what it keeps is bounded. */
export function openSecurityLog({ clock, write, perMinute = 20 }: SecurityLogOptions): OperatorLog {
  const timestamp = () => `,"time":"${new Date(clock.now()).toISOString()}"`;
  const logger = pino({ base: null, timestamp }, { write });
  const windows = new Map<string, Window>();
  const tell = ({ key, facts }: Line, words: string): void => {
    const [window, leftOut] = current(windows.get(key), clock.now());
    windows.set(key, window);
    if (window.written >= perMinute) {
      window.leftOut += 1;
      return;
    }
    window.written += 1;
    logger.warn({ ...facts, ...(leftOut > 0 ? { leftOut } : {}) }, words);
  };
  return {
    note(code, route) {
      if (LOGGED.has(code)) tell({ key: `${code} ${route}`, facts: { code, route } }, 'refused');
    },
    noteUnlisted(step, operation) {
      const code = 'OPERATION_NOT_LISTED';
      tell({ key: `${code} ${step}`, facts: { code, step, operation } }, 'not listed');
    },
  };
}

/** The window of now, and how many lines the one before it left out. */
function current(window: Window | undefined, now: number): readonly [Window, number] {
  if (window !== undefined && now - window.since < MINUTE) return [window, 0];
  return [{ since: now, written: 0, leftOut: 0 }, window?.leftOut ?? 0];
}
