/**
 * Which operations an authority may ask for a purpose, by the hash that the ledger keeps of each: SHA-256 of the document
 * without its literals. Nothing of the register and nothing of a request is looked at.
 */
import { type Notice, Refusal } from '../base/index.js';

/** How a list is rolled out: what does not stand on it is counted, told of beside the answer, or refused. */
export const STEPS = ['LOG', 'WARN', 'ENFORCE'] as const;
export type Step = (typeof STEPS)[number];

/** The operations of one authority. */
export interface OperationList {
  readonly step: Step;
  /** Purpose -> hashes, hexadecimal. For a purpose that is left out there is no operation. */
  readonly purposes: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Authority -> its list. An authority without one is held to none. */
export type OperationLists = ReadonlyMap<string, OperationList>;

/** What is asked, by whom and for what; request and purpose as the headers state them: attacker-controlled. */
export interface AskedOperation {
  readonly caller: { readonly authority: string };
  readonly operation: { readonly hash: string };
  readonly request: string | undefined;
  readonly purpose: string | undefined;
}

export interface Safelist {
  /**
   * Holds an operation against its authority's list: the notice that goes beside the answer, or null. Throws
   * Refusal(OPERATION_NOT_LISTED) where the list is enforced.
   */
  hold(asked: AskedOperation): Notice | null;
}

export interface SafelistOptions {
  readonly lists: OperationLists;
  /** Told of every operation that its list does not have. */
  readonly onUnlisted: (step: Step, hash: string) => void;
}

/** Opens the lists. */
export function openSafelist({ lists, onUnlisted }: SafelistOptions): Safelist {
  return {
    hold(asked) {
      const step = stepAgainst(lists, asked);
      if (step === null) return null;
      onUnlisted(step, asked.operation.hash);
      return noticeAt(step);
    },
  };
}

/** The step of the list that an operation does not stand on, or null where nothing is held against it. */
function stepAgainst(lists: OperationLists, asked: AskedOperation): Step | null {
  const { caller, operation, request, purpose } = asked;
  const list = lists.get(caller.authority);
  // Whoever states no request or no purpose is told of that first.
  if (list === undefined || request === undefined || purpose === undefined) return null;
  return list.purposes.get(purpose)?.has(operation.hash) === true ? null : list.step;
}

function noticeAt(step: Step): Notice | null {
  switch (step) {
    case 'LOG':
      return null;
    case 'WARN':
      return 'OPERATION_NOT_LISTED';
    case 'ENFORCE':
      throw new Refusal('OPERATION_NOT_LISTED');
  }
}
