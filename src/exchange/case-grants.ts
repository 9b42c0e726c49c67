/**
 * Grants behind cases: under a case reads who is on it, and of the requesting authority the unit that asked (A-2.1,
 * 11(1)). Kazakhstan's ministry is also the police: what one unit was given is not the whole ministry's.
 */
import { Refusal } from '../base/index.js';
import type { Asker, Grant, Grants, StatedExchange } from '../requests/index.js';
import type { CaseFile } from '../store/index.js';

/** The case of this id, where there is one; the work is the same for any text. */
export type FindCase = (id: string) => Promise<CaseFile | undefined>;

type Narrow = (grant: Grant) => Promise<Grant>;

/** Narrows grants: opens what they open, or answers NO_GRANT as for an unknown request. */
export function guardGrants(grants: Grants, find: FindCase): Grants {
  const guarded = async <T>(
    asker: Asker,
    { request }: StatedExchange,
    through: (narrow: Narrow) => Promise<T>,
  ): Promise<T> => {
    // Looked for whatever comes of it, so that a case that is somebody else's costs what an unknown one does.
    const found = find(request ?? '');
    const ended = found.catch(() => undefined);
    try {
      return await through(async (grant) => {
        const file = await found;
        const reason = file && whyNot(file, grant, asker);
        if (reason !== undefined) throw new Refusal('NO_GRANT', {}, { cause: reason });
        return grant;
      });
    } finally {
      await ended;
    }
  };
  return {
    open: (asker, stated) =>
      guarded(asker, stated, async (narrow) => narrow(await grants.open(asker, stated))),
    use: (asker, stated, work) =>
      guarded(asker, stated, (narrow) =>
        grants.use(asker, stated, async (grant) => work(await narrow(grant))),
      ),
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
