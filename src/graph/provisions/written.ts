/** A provision as an officer writes it, read into the document that is signed and what its persons are looked for by. */
import type { Json } from '../../base/index.js';
import {
  type Condition,
  type DocumentSubject,
  type ProvisionDocument,
  readProvision,
  readSought,
} from '../../requests/index.js';
import { CONDITIONS } from '../cases/moves/conditions.js';
import type { Acting } from '../cases/moves/row.js';
import { subjectFrom } from '../cases/moves/stated-request.js';
import { MOMENT, type Taking } from '../cases/taking.js';
import type { ProvisionInputFault } from './faults.js';
import { ProvisionInput } from './types.js';

export const WRITTEN: Taking<ProvisionInput> = {
  type: () => ProvisionInput,
  nullable: false,
  // Its form is read with the document that it becomes.
  read: (given) => ({ value: given as ProvisionInput }),
};

type Written =
  | { readonly provision: ProvisionDocument; readonly sought: readonly DocumentSubject[] }
  | { readonly faults: readonly ProvisionInputFault[] };

/** The provision and its persons; the provider is the officer's own authority, the date is now's. */
export function draftFrom(
  given: ProvisionInput,
  id: string,
  { officer, now }: Pick<Acting, 'officer' | 'now'>,
): Written {
  const conditions = CONDITIONS.read(given.conditions, 'document.conditions');
  const keepUntil = MOMENT.read(given.keepUntil, 'document.keepUntil');
  const apart = [conditions, keepUntil].flatMap((one) => ('faults' in one ? one.faults : []));
  if (!('value' in conditions) || !('value' in keepUntil)) return { faults: apart };
  const said = { id, provider: officer.authority, conditions: conditions.value, now };
  const read = readProvision(documentFrom(given, { ...said, keepUntil: keepUntil.value }));
  const persons = readSought(
    given.subjects.map(({ sought }, index) => subjectFrom(sought, index + 1)),
  );
  const faults = [
    ...('faults' in read ? read.faults : []).map(({ code, at }) => ({
      code,
      at: `document.${at}`,
    })),
    ...('faults' in persons ? persons.faults : []).map(({ code, at }) => ({
      code,
      at: `document.subjects${at.replace(/^(\[\d+\])/, '$1.sought')}`,
    })),
  ];
  if (read.document === null || persons.sought === null) return { faults };
  return { provision: read.document, sought: persons.sought };
}

interface Said {
  readonly id: string;
  readonly provider: string;
  readonly conditions: readonly Condition[];
  readonly keepUntil: number;
  readonly now: number;
}

function documentFrom(given: ProvisionInput, { now, conditions, ...said }: Said): Json {
  const { instrument, recipient, purpose, basis, justification, subjects } = given;
  return {
    ...{ v: 1, kind: 'PROVISION', ...said },
    ...{ instrument, recipient, purpose, basis, justification },
    conditions: conditions.map((condition) => ({ ...condition, items: [...condition.items] })),
    subjects: subjects.map(({ items }, index) => ({ n: index + 1, items: [...items] })),
    writtenAt: new Date(now).toISOString(),
  };
}
