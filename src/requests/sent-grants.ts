/**
 * Which door a caller's headers lead to: officers who ask for their own authority read what its requests brought, out of
 * custody; everybody else the register. By role alone, before anything is looked for, so that no id tells which it is.
 */
import { Refusal } from '../base/index.js';
import type { Instrument } from '../treaty/index.js';
import type { Asker, Grant } from './grant.js';
import type { Grants, StatedExchange } from './grants.js';
import { asksCustody, type SentRequest, sentGrantFor } from './sent-grant.js';

/** Finds a request that this authority sent, with what may be read of it; the same work for any text. */
export type FindSent = (stated: {
  readonly request: string;
  readonly purpose: string;
  readonly unit: string | null;
}) => Promise<SentRequest | undefined>;

export interface SentGrantsOptions {
  readonly find: FindSent;
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly ownAuthority: string;
}

/** Grants on custody beside those on the register. Nothing of custody is remembered: each question is weighed anew. */
export function withCustody(register: Grants, options: SentGrantsOptions): Grants {
  const { find, instruments, ownAuthority } = options;
  const isCustody = ({ authority, role }: Asker) => authority === ownAuthority && asksCustody(role);
  const open = async (asker: Asker, stated: StatedExchange): Promise<Grant> => {
    const { request, purpose } = stated;
    if (request === undefined || purpose === undefined) throw new Refusal('PURPOSE_REQUIRED');
    const sent = await find({ request, purpose, unit: asker.unit ?? null });
    const result = sentGrantFor({ asker, sent, purpose, instruments, ownAuthority });
    if (result.grant === null) throw new Refusal('NO_GRANT', {}, { cause: result.reason });
    return result.grant;
  };
  return {
    open: (asker, stated) =>
      isCustody(asker) ? open(asker, stated) : register.open(asker, stated),
    async use(asker, stated, work) {
      if (!isCustody(asker)) return register.use(asker, stated, work);
      const grant = await open(asker, stated);
      const done = await work(grant);
      // A withdrawal, a recall or a doubt may have come while it was read: then nothing is told.
      needSame(grant, await open(asker, stated));
      return done;
    },
  };
}

/** Refuses where less is open by now than there was. */
function needSame(before: Grant, now: Grant): void {
  const isOpen = before.subjects.every(({ n, items }) => {
    const open = now.subjects.find((subject) => subject.n === n)?.items;
    return open !== undefined && [...items].every((item) => open.has(item));
  });
  if (!isOpen) throw new Refusal('NO_GRANT', {}, { cause: 'NOT_OPEN' });
}
