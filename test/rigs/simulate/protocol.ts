/** What a simulated gateway runs: the product's pure protocol, and how it is kept and sent. Planted bugs change one part. */
import {
  type Case,
  type Delivery,
  deliver,
  type Message,
  type MotionStep,
  makeMove,
  type Step,
} from '../../../src/requests/index.js';
import type { Random } from './random.js';

export interface Protocol {
  readonly deliver: typeof deliver;
  readonly makeMove: (found: Case, ...rest: Tail<typeof makeMove>) => MotionStep;
  /** Whether state and outbox are committed together. */
  readonly keepsTogether: boolean;
  /** Whether a delivery is answered only once its step is committed. */
  readonly answersAfterKeeping: boolean;
  /** Sendings after which a message is given up. */
  readonly mostSendings: number;
  /** How a message looks when it is sent again. */
  readonly resend: (message: Message, random: Random) => Message;
  /** Which answers let a sender forget its message. */
  readonly isDone: (delivery: Delivery) => boolean;
  /** What a restart finds of what was kept: all of it. */
  readonly losesLastStep: boolean;
  /** What a gateway does on its own while it waits. */
  readonly whileWaiting: (found: Case, now: number) => Step | undefined;
}

type Tail<F> = F extends (first: never, ...rest: infer Rest) => unknown ? Rest : never;

/** The protocol as the product has it. */
export const honest: Protocol = {
  deliver,
  makeMove,
  keepsTogether: true,
  answersAfterKeeping: true,
  mostSendings: Number.POSITIVE_INFINITY,
  resend: (message) => message,
  isDone: (delivery) => delivery !== 'LATER',
  losesLastStep: false,
  whileWaiting: () => undefined,
};
