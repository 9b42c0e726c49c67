/**
 * Why a request whose signature verifies is held for confirmation under 9(5): the lists do not bear it out. Held is not
 * refused, and nothing opens meanwhile.
 */
import { authorityOf } from '../../treaty/index.js';
import type { RequestDocument } from '../document/request-document.js';
import { recordsOf, type SignatoryFact, type Standing } from './facts.js';
import { authorityAt, isRevoked } from './queries.js';
import { holding, isKnown, type Moment, type Recorded, type Timing, timingOf } from './recorded.js';

/** Closed: the words for each stand in the catalogue. */
export const HOLD_REASONS = [
  'NO_LIST_RECEIVED',
  'AUTHORITY_NAME_UNKNOWN',
  'AUTHORITY_NAME_NOT_YET',
  'AUTHORITY_NAME_SUPERSEDED',
  'SIGNATORY_UNKNOWN',
  'SIGNATORY_NOT_YET',
  'SIGNATORY_NO_LONGER',
  'SIGNATORY_KEY_REVOKED',
  'SIGNATORY_NOT_OF_COORDINATOR',
  'SIGNATORY_NOT_FOR_INSTRUMENT',
  'SIGNATORY_NOT_AUTHORISED_BY_HEAD',
  'LETTERHEAD_UNKNOWN',
  'LETTERHEAD_NOT_YET',
  'LETTERHEAD_NO_LONGER',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

type ByTiming = Readonly<Record<Timing, HoldReason | null>>;

const NAME: ByTiming = {
  UNKNOWN: 'AUTHORITY_NAME_UNKNOWN',
  NOT_YET: 'AUTHORITY_NAME_NOT_YET',
  VALID: null,
  NO_LONGER: 'AUTHORITY_NAME_SUPERSEDED',
};
const SIGNATORY: ByTiming = {
  UNKNOWN: 'SIGNATORY_UNKNOWN',
  NOT_YET: 'SIGNATORY_NOT_YET',
  VALID: null,
  NO_LONGER: 'SIGNATORY_NO_LONGER',
};
const LETTERHEAD: ByTiming = {
  UNKNOWN: 'LETTERHEAD_UNKNOWN',
  NOT_YET: 'LETTERHEAD_NOT_YET',
  VALID: null,
  NO_LONGER: 'LETTERHEAD_NO_LONGER',
};

/** What the lists are asked about a document: a name or letterhead that is empty is not, nor an instrument that is null. */
export interface SignedPaper {
  readonly requesting: Pick<RequestDocument['requesting'], 'authority' | 'name'>;
  readonly letterhead: string;
  readonly instrument: string | null;
}

/** A document whose signature verified under the key `kid`. Instants in milliseconds since the epoch. */
export interface SignedRequest {
  readonly document: SignedPaper;
  readonly kid: string;
  readonly signedAt: number;
  readonly decidedAt: number;
}

/** A request signed by hand (9(1)): by whom, an officer says who compared the signature. */
export interface HandSignedRequest extends Omit<SignedRequest, 'kid'> {
  /** The person's id on the list; null where the officer knows nobody of this signature. */
  readonly signatory: string | null;
}

type Signed = Omit<SignedRequest, 'kid'> & {
  readonly isSignatory: (fact: SignatoryFact) => boolean;
};

/** Every reason, none where the lists bear the request out: valid when signed, as recorded when decided. */
export function whyHeld(standing: Standing, signed: SignedRequest): readonly HoldReason[] {
  return reasonsFor(standing, { ...signed, isSignatory: ({ kid }) => kid === signed.kid });
}

/** The same for a signature by hand: a key is nothing to it, the person on the list is. */
export function whyHeldByHand(
  standing: Standing,
  signed: HandSignedRequest,
): readonly HoldReason[] {
  const isSignatory = ({ id }: SignatoryFact): boolean => id === signed.signatory;
  return reasonsFor(standing, { ...signed, isSignatory }).filter(
    (reason) => reason !== 'SIGNATORY_KEY_REVOKED',
  );
}

function reasonsFor(standing: Standing, signed: Signed): readonly HoldReason[] {
  const { document, signedAt, decidedAt } = signed;
  const moment = { validAt: signedAt, knownAt: decidedAt };
  if (!hasList(standing, document.requesting.authority, decidedAt)) return ['NO_LIST_RECEIVED'];
  return [
    ...nameReasons(standing, document, moment),
    ...signatoryReasons(standing, signed, moment),
    ...letterheadReasons(standing, document, moment),
  ];
}

const countryOf = (authority: string): string | undefined => authorityOf(authority)?.country;
const areOfOneParty = (one: string, other: string): boolean =>
  countryOf(one) !== undefined && countryOf(one) === countryOf(other);
const listed = (reason: HoldReason | null): readonly HoldReason[] =>
  reason === null ? [] : [reason];

// The Parties exchange the lists, not their authorities: one list is the Party's.
function hasList(standing: Standing, authority: string, decidedAt: number): boolean {
  return recordsOf(standing, 'LIST_RECEIVED').some(
    (record) => areOfOneParty(record.fact.authority, authority) && isKnown(record, decidedAt),
  );
}

function nameReasons(
  standing: Standing,
  { requesting: { authority, name } }: SignedPaper,
  moment: Moment,
): readonly HoldReason[] {
  // A name left out is not in doubt, it is missing: asked back under 10(1).
  if (name.trim() === '') return [];
  const ofThisName = recordsOf(standing, 'AUTHORITY').filter(
    ({ fact }) => fact.authority === authority && Object.values(fact.name).includes(name),
  );
  return listed(NAME[timingOf(ofThisName, moment)]);
}

function letterheadReasons(
  standing: Standing,
  { requesting: { authority }, letterhead }: SignedPaper,
  moment: Moment,
): readonly HoldReason[] {
  if (letterhead.trim() === '') return [];
  const ofThisVersion = recordsOf(standing, 'LETTERHEAD').filter(
    ({ fact }) =>
      fact.version === letterhead &&
      (fact.authority === authority ||
        isCoordinator(standing, { of: authority, authority: fact.authority }, moment)),
  );
  return listed(LETTERHEAD[timingOf(ofThisVersion, moment)]);
}

function signatoryReasons(
  standing: Standing,
  signed: Signed,
  moment: Moment,
): readonly HoldReason[] {
  const { document, isSignatory, decidedAt } = signed;
  const { authority } = document.requesting;
  const ofThisPerson = recordsOf(standing, 'SIGNATORY').filter(
    ({ fact }) => isSignatory(fact) && areOfOneParty(fact.authority, authority),
  );
  const reason = SIGNATORY[timingOf(ofThisPerson, moment)];
  const isKeyRevoked = ofThisPerson.some(({ fact }) => isRevoked(standing, fact, decidedAt));
  const revoked = listed(isKeyRevoked ? 'SIGNATORY_KEY_REVOKED' : null);
  if (reason !== null) return [reason, ...revoked];
  // One key, or one id, stands for one person. Were it listed for two, the one whom the lists bear out would have signed.
  const told = holding(ofThisPerson, moment).map((record) =>
    entryReasons(standing, record, signed),
  );
  const fewest = told.reduce((best, reasons) => (reasons.length < best.length ? reasons : best));
  return [...revoked, ...fewest];
}

function entryReasons(
  standing: Standing,
  record: Recorded<SignatoryFact>,
  { document, signedAt, decidedAt }: Signed,
): readonly HoldReason[] {
  const moment = { validAt: signedAt, knownAt: decidedAt };
  const { authority, instruments } = record.fact;
  const asked = { of: document.requesting.authority, authority };
  return [
    ...listed(isCoordinator(standing, asked, moment) ? null : 'SIGNATORY_NOT_OF_COORDINATOR'),
    ...listed(isFor(instruments, document.instrument) ? null : 'SIGNATORY_NOT_FOR_INSTRUMENT'),
    ...listed(isAuthorised(standing, record, moment) ? null : 'SIGNATORY_NOT_AUTHORISED_BY_HEAD'),
  ];
}

const isFor = (instruments: readonly string[], instrument: string | null): boolean =>
  instrument === null || instruments.includes(instrument);

// 9(3): the signature is that of the authority that coordinates, also on another authority's request.
function isCoordinator(
  standing: Standing,
  { of, authority }: { readonly of: string; readonly authority: string },
  moment: Moment,
): boolean {
  return (
    areOfOneParty(of, authority) && authorityAt(standing, authority, moment)?.coordinates === true
  );
}

// One hop: the one who authorised was head when the authorisation began. It outlasts the head's own term, as an act of
// the office, until a notice ends it (9(4)).
function isAuthorised(
  standing: Standing,
  { fact, validFrom }: Recorded<SignatoryFact>,
  { knownAt }: Moment,
): boolean {
  if (fact.office !== 'AUTHORISED') return true;
  return holding(recordsOf(standing, 'SIGNATORY'), { validAt: validFrom, knownAt }).some(
    ({ fact: head }) =>
      head.id === fact.authorisedBy && head.office === 'HEAD' && head.authority === fact.authority,
  );
}
