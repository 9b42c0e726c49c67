/**
 * Which consents about one holding still stand (11(2), 11(3)). The matter in which a consent was given says whether it was
 * withdrawn, so that nothing has to be marked, and a consent that comes after its withdrawal never counts. Pure.
 */

import { consentDigest } from '../consents/consent.js';
import type { StandingConsent } from '../consents/consent-for.js';
import type { CustodyFile } from './custody-file.js';

type Given = Pick<CustodyFile, 'consents' | 'matters'>;

/** Every consent that came, with when it was withdrawn. */
export const standingConsents = (file: Given): readonly StandingConsent[] =>
  file.consents.map((held) => ({ ...held, withdrawnAt: withdrawnAt(file, held.consent.matter) }));

function withdrawnAt({ matters }: Given, id: string): number | null {
  const steps = matters.find((matter) => matter.id === id)?.steps ?? [];
  return steps.find(({ message }) => message.act.step === 'WITHDRAW')?.keptAt ?? null;
}

/** The instant of what is done now: never before a withdrawal that has come, whatever the clock says. */
export const actingAt = (file: Given, now: number): number =>
  Math.max(now, ...standingConsents(file).map((one) => one.withdrawnAt ?? now));

/** Whether what stands on a consent goes on no more; `digest` as a transfer names it. */
export const isWithdrawn = (file: Given, digest: string | null): boolean =>
  standingConsents(file).some(
    ({ consent, withdrawnAt: at }) => at !== null && consentDigest(consent) === digest,
  );
