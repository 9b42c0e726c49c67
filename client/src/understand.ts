/** From the bytes of an answer to what it says, held against the operation's outline and what was stated. */
import { readClosed } from './closed-places.js';
import type { Closed } from './guarded.js';
import type { Stated } from './heads.js';
import { Malformed } from './malformed.js';
import { type Exchange, type Failed, failed, type Refused } from './outcome.js';
import type { Outline } from './outline.js';
import type { Sent } from './post.js';
import { readAnswer, type Told } from './read-answer.js';
import { surface } from './surface.js';

/** An answer that is one to this operation, its receipt not yet looked at. */
export interface Understood {
  readonly outcome: 'understood';
  readonly data: unknown;
  readonly withheld: readonly Closed[];
  readonly exchange: Exchange | null;
  /** It tells of persons, so it has a receipt or is not handed on. */
  readonly isSealed: boolean;
}

interface Asked extends Pick<Stated, 'request' | 'purpose'> {
  readonly outline: Outline;
}

/** Reads an answer. */
export function understand(sent: Sent, asked: Asked): Understood | Refused | Failed {
  try {
    const answer = readAnswer(sent);
    return 'outcome' in answer ? answer : weigh(answer, asked);
  } catch (error) {
    if (error instanceof Malformed) return failed('ANSWER_MALFORMED');
    throw error;
  }
}

function weigh({ data, errors, exchange }: Told, asked: Asked): Understood | Failed {
  const { outline, request, purpose } = asked;
  const isSealed = Object.keys(outline).some((key) => Object.hasOwn(data, key));
  const isOfThis = exchange?.request === request && exchange?.purpose === purpose;
  if ((isSealed || exchange !== null) && !isOfThis) return failed('ANSWER_OF_ANOTHER_REQUEST');
  const places = readClosed(errors, { outline, exchange });
  const { withheld } = places;
  return {
    outcome: 'understood',
    data: surface(data, outline, places),
    ...{ withheld, exchange, isSealed },
  };
}
