/** Conditions of an answer (10(2)), read. */
import type { Condition } from '../../../requests/index.js';
import type { FaultCode, InputFault } from '../faults.js';
import { type Taking, wrongText } from '../taking.js';
import { ConditionInput } from '../types/condition-input.js';

const MOST = 64;

export const CONDITIONS: Taking<readonly Condition[]> = {
  type: () => [ConditionInput],
  nullable: true,
  read(given, at) {
    const stated = (given ?? []) as readonly ConditionInput[];
    if (stated.length > MOST) return { faults: [{ code: 'TOO_MANY', at }] };
    const faults = stated.flatMap((one, i) => faultsOf(one, `${at}[${i}]`));
    return faults.length === 0 ? { value: stated.map(conditionFrom) } : { faults };
  },
};

function faultsOf({ kind, items, text, until }: ConditionInput, at: string): readonly InputFault[] {
  const said = wrongText(text);
  const closed = wrongUntil(kind, until ?? null);
  return [
    ...(items.length === 0 ? [{ code: 'CONTENT_MISSING' as const, at: `${at}.items` }] : []),
    ...(said === undefined ? [] : [{ code: said, at: `${at}.text` }]),
    ...(closed === undefined ? [] : [{ code: closed, at: `${at}.until` }]),
  ];
}

function wrongUntil(kind: Condition['kind'], until: number | null): FaultCode | undefined {
  if (until === null) return kind === 'CLOSED_UNTIL' ? 'CONTENT_MISSING' : undefined;
  if (kind === 'ON_TERMS') return 'UNKNOWN_MEMBER';
  return Number.isNaN(until) ? 'WRONG_FORM' : undefined;
}

// Nothing was wrong with it: an instant that is needed is there.
function conditionFrom({ kind, items, text, until }: ConditionInput): Condition {
  switch (kind) {
    case 'CLOSED_UNTIL':
      return { kind, items, text, until: until ?? 0 };
    case 'NOT_AS_EVIDENCE':
      return { kind, items, text, until: until ?? null };
    case 'ON_TERMS':
      return { kind, items, text };
  }
}
