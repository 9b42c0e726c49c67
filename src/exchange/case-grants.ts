/**
 * Grants behind cases: under a case reads who is on it, and of the requesting authority the unit that asked (A-2.1,
 * 11(1)). Kazakhstan's ministry is also the police: what one unit was given is not the whole ministry's.
 */
import { Refusal } from '../base/index.js';
import type { Asker, Grant, Grants } from '../requests/index.js';
import type { CaseFile } from '../store/index.js';

/** The case of this id, where there is one; the work is the same for any text. */
export type FindCase = (id: string) => Promise<CaseFile | undefined>;

/** Narrows grants: opens what they open, or answers NO_GRANT as for an unknown request. */
export function guardGrants(grants: Grants, find: FindCase): Grants {
  return {
    async open(asker, stated) {
      // Looked for whatever comes of it, so that a case that is somebody else's costs what an unknown one does.
      const [opened, file] = await Promise.allSettled([
        grants.open(asker, stated),
        find(stated.request ?? ''),
      ]);
      if (opened.status === 'rejected') throw opened.reason;
      if (file.status === 'rejected') throw file.reason;
      const reason = file.value && whyNot(file.value, opened.value, asker);
      if (reason !== undefined) throw new Refusal('NO_GRANT', {}, { cause: reason });
      return opened.value;
    },
  };
}

function whyNot(
  { officers, unit }: CaseFile,
  { statedBy }: Grant,
  asker: Asker,
): 'NOT_ON_THE_CASE' | 'NOT_THIS_UNIT' | undefined {
  if (statedBy === 'requested') {
    return officers.includes(asker.officer ?? '') ? undefined : 'NOT_ON_THE_CASE';
  }
  return unit === null || unit === asker.unit ? undefined : 'NOT_THIS_UNIT';
}
