/**
 * Whether an act on received information is covered by its provider's consent (11(2), 11(3)): at the instant of the act,
 * for these subjects and items, this purpose and this recipient. A consent counts from when it was given and had come:
 * neither a later one nor one that was dated back cures an act. A withdrawal ends it from when it came.
 */
import type { Item } from '../../treaty/index.js';
import type { Consent } from './consent.js';
import type { About, Scope } from './scope.js';

/** A consent as its holder has it. */
export interface HeldConsent {
  readonly consent: Consent;
  /** When this gateway kept it, by its own clock; milliseconds since the epoch. */
  readonly keptAt: number;
}

/** A consent as it stands. */
export interface StandingConsent extends HeldConsent {
  /** When its withdrawal came, by this gateway's clock; null where none did. */
  readonly withdrawnAt: number | null;
}

/** What somebody wants to do, and when. */
export interface Act {
  readonly kind: 'USE' | 'TRANSFER';
  readonly provider: string;
  /** The authority that does it. */
  readonly holder: string;
  readonly about: About;
  readonly scope: Scope;
  readonly purpose: string;
  /** The code of the body that gets it; null of a use. */
  readonly recipient: string | null;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

/** Why no consent covers an act: in the words of the consent that comes nearest. Closed, the farthest first. */
export const CONSENT_FAULTS = [
  'CONSENT_MISSING',
  'CONSENT_FOR_OTHER_RECIPIENT',
  'CONSENT_FOR_OTHER_PURPOSE',
  'CONSENT_FOR_OTHER_SUBJECTS',
  'CONSENT_FOR_OTHER_ITEMS',
  'CONSENT_AFTER_ACT',
  'CONSENT_WITHDRAWN',
  'CONSENT_ENDED',
] as const;
export type ConsentFault = (typeof CONSENT_FAULTS)[number];

export type ConsentAnswer =
  | { readonly covered: true; readonly consent: StandingConsent }
  | { readonly covered: false; readonly code: ConsentFault };

/** The consent that covers all of an act, or why none does. Two consents are not added up: each states its own limits. */
export function consentFor(held: readonly StandingConsent[], act: Act): ConsentAnswer {
  const faults = held.map((one) => faultOf(one, act));
  const covering = held[faults.indexOf(undefined)];
  if (covering !== undefined) return { covered: true, consent: covering };
  const nearest = Math.max(0, ...faults.map((code) => (code ? CONSENT_FAULTS.indexOf(code) : 0)));
  return { covered: false, code: CONSENT_FAULTS[nearest] ?? 'CONSENT_MISSING' };
}

/** First instant from which a consent counts. */
const countsFrom = ({ consent, keptAt }: HeldConsent): number =>
  Math.max(Date.parse(consent.givenAt), keptAt);

function faultOf(held: StandingConsent, act: Act): ConsentFault | undefined {
  const { consent, withdrawnAt } = held;
  const { scope, purpose, until } = consent;
  if (!isOfKind(consent, act) || !isAbout(consent, act)) return 'CONSENT_MISSING';
  if (recipientOf(consent) !== act.recipient) return 'CONSENT_FOR_OTHER_RECIPIENT';
  if (purpose !== act.purpose) return 'CONSENT_FOR_OTHER_PURPOSE';
  if (!isAmong(act.scope.subjects, scope.subjects)) return 'CONSENT_FOR_OTHER_SUBJECTS';
  if (!isAmong<Item>(act.scope.items, scope.items)) return 'CONSENT_FOR_OTHER_ITEMS';
  if (act.at < countsFrom(held)) return 'CONSENT_AFTER_ACT';
  if (withdrawnAt !== null && act.at >= withdrawnAt) return 'CONSENT_WITHDRAWN';
  return act.at < until ? undefined : 'CONSENT_ENDED';
}

const isOfKind = ({ kind }: Consent, act: Act): boolean =>
  kind === (act.kind === 'USE' ? 'PURPOSE_CHANGE_CONSENT' : 'ONWARD_TRANSFER_CONSENT');

const isAbout = ({ provider, holder, about }: Consent, act: Act): boolean =>
  provider === act.provider &&
  holder === act.holder &&
  about.kind === act.about.kind &&
  about.id === act.about.id &&
  about.digest === act.about.digest;

const recipientOf = (consent: Consent): string | null =>
  consent.kind === 'ONWARD_TRANSFER_CONSENT' ? consent.recipient.code : null;

const isAmong = <T>(wanted: readonly T[], given: readonly T[]): boolean =>
  wanted.length > 0 && wanted.every((one) => given.includes(one));
