/** Whether what a step says can be meant: of this holding, within the instrument, and a consent as it was asked for. */
import type { Instrument } from '../../treaty/index.js';
import type { Consent } from '../consents/consent.js';
import { isScope, isWithin, type Scope } from '../consents/scope.js';
import { isThirdParty } from '../consents/third-party.js';
import type { CustodyAct } from './acts.js';
import type { CustodyMessage } from './message.js';

/** Why not. Closed. */
export type ActFault =
  /** Nothing is named, something twice, a person who is not of the document, an item that is not of the instrument. */
  | 'SCOPE_FAULTY'
  | 'PURPOSE_UNKNOWN'
  | 'END_NOT_AHEAD'
  | 'CONTENT_MISSING'
  /** The recipient needs no consent: the instrument lists it (Article 2). */
  | 'NOT_A_THIRD_PARTY'
  /** Another than was asked for, or wider. */
  | 'CONSENT_DIFFERS';

/** What an act is held against. */
export interface ActGround {
  readonly instrument: Pick<Instrument, 'items' | 'purposes' | 'parties'>;
  /** The numbers of the persons in the signed document. */
  readonly subjects: readonly number[];
  readonly now: number;
}

/** The first fault of what an act says; undefined where there is none. */
export function whyNotSaid(act: CustodyAct, ground: ActGround): ActFault | undefined {
  if ('scope' in act && !isOfHolding(act.scope, ground)) return 'SCOPE_FAULTY';
  if ('text' in act && act.text.trim() === '') return 'CONTENT_MISSING';
  if (act.step === 'ASK' && act.kind !== 'RECTIFICATION') return whyNotAsked(act, ground);
  if (act.kind === 'BREACH' && act.step === 'TELL' && act.natures.length === 0) {
    return 'CONTENT_MISSING';
  }
  return undefined;
}

type Asking = Extract<CustodyAct, { purpose: string }>;

function whyNotAsked(act: Asking, { instrument, now }: ActGround): ActFault | undefined {
  if (!instrument.purposes.has(act.purpose)) return 'PURPOSE_UNKNOWN';
  if (act.until <= now) return 'END_NOT_AHEAD';
  const isNeedless = 'recipient' in act && !isThirdParty(instrument, act.recipient.code);
  return isNeedless ? 'NOT_A_THIRD_PARTY' : undefined;
}

const isOfHolding = (scope: Scope, { instrument, subjects }: ActGround): boolean =>
  isScope(scope) &&
  scope.subjects.every((n) => subjects.includes(n)) &&
  scope.items.every((item) => instrument.items[item] !== undefined);

/** Whether a consent answers what was asked: no wider, to the one who asked, and not over already. */
export function answersAsk(
  consent: Consent,
  { act, matter, instrument, about, from, to }: CustodyMessage,
  now: number,
): boolean {
  if (act.step !== 'ASK' || act.kind === 'RECTIFICATION') return false;
  const isIts =
    consent.matter === matter &&
    consent.instrument === instrument &&
    consent.provider === to &&
    consent.holder === from &&
    consent.about.kind === about.kind &&
    consent.about.id === about.id &&
    consent.about.digest === about.digest;
  const isSame =
    consent.kind === `${act.kind}_CONSENT` &&
    consent.purpose === act.purpose &&
    (act.kind === 'PURPOSE_CHANGE' || recipientOf(consent) === act.recipient.code);
  const isNoWider =
    isScope(consent.scope) && isWithin(consent.scope, act.scope) && consent.until <= act.until;
  return isIts && isSame && isNoWider && now < consent.until;
}

const recipientOf = (consent: Consent): string | null =>
  consent.kind === 'ONWARD_TRANSFER_CONSENT' ? consent.recipient.code : null;
