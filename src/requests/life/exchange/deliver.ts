/** The door of the protocol: one message, or one motion of one's own, taken into a case. Pure, and idempotent. */
import type { Motion } from '../moves.js';
import type { Case, CaseHead, RequestedCase, RequestingCase } from './case.js';
import { digestOf } from './chain.js';
import { moveRequesting, takeDeclined, takeRecord } from './follow.js';
import type { Message, MotionStep, Step } from './messages.js';
import { again, moveRequested, openReceived, takeInput } from './sequence.js';

/** The gateway that took a message, and when: milliseconds since the epoch. */
export interface Arrival {
  readonly gateway: string;
  readonly now: number;
}

/**
 * Takes a message of the other side into the case of its id (`caseOf`), or opens one for a request. The message is
 * verified: signed by the other side of this very case, and of the shape that its schema allows.
 */
export function deliver(
  found: Case | undefined,
  message: Message,
  arrival: Arrival,
): Step<Case | undefined> {
  if (found === undefined) return deliverFirst(message, arrival);
  return found.side === 'REQUESTED'
    ? toRequested(found, message, arrival)
    : toRequesting(found, message);
}

/** Makes a move of one's own officer in a case that exists. */
export function makeMove(found: Case, motion: Motion, now: number): MotionStep {
  return found.side === 'REQUESTED'
    ? moveRequested(found, motion, now)
    : moveRequesting(found, motion, now);
}

function deliverFirst(message: Message, { gateway, now }: Arrival): Step<Case | undefined> {
  // Whatever else comes first was overtaken on its way, or belongs to nobody: nothing is kept for a case unknown.
  if (message.kind !== 'REQUEST') return { case: undefined, outgoing: [], delivery: 'LATER' };
  const by = { side: 'REQUESTED', role: 'GATEWAY', officer: gateway } as const;
  return openReceived(message.head, { by, receivedAt: now, channel: 'ELECTRONIC' }, now);
}

function toRequested(found: RequestedCase, message: Message, { now }: Arrival): Step {
  switch (message.kind) {
    case 'REQUEST':
      return sameRequest(found, message.head);
    case 'INPUT':
      return takeInput(found, message.motion, now);
    case 'REPORT': {
      const isKnown = found.reported !== null;
      return {
        case: isKnown ? found : { ...found, reported: message.found },
        outgoing: [],
        delivery: isKnown ? 'DUPLICATE' : 'TAKEN',
      };
    }
    case 'RECORD':
    case 'DECLINED':
      return { case: found, outgoing: [], delivery: 'MISDIRECTED' };
  }
}

function sameRequest(found: RequestedCase, head: CaseHead): Step {
  const receipt = found.taken.find(({ id }) => id === found.head.id);
  if (receipt === undefined || digestOf(head) !== digestOf(found.head)) {
    return { case: found, outgoing: [], delivery: 'CONFLICT' };
  }
  return again(found, receipt, receipt.digest);
}

function toRequesting(found: RequestingCase, message: Message): Step {
  switch (message.kind) {
    case 'RECORD':
      return takeRecord(found, message.record);
    case 'DECLINED':
      return takeDeclined(found, message);
    case 'REQUEST':
    case 'INPUT':
    case 'REPORT':
      return { case: found, outgoing: [], delivery: 'MISDIRECTED' };
  }
}
