/** The provider's consents to another purpose (11(2)), as reading out of custody takes them. */
import {
  type PurposeConsent,
  type StandingConsent,
  standingConsents,
} from '../../custody/index.js';
import type { Instrument } from '../../treaty/index.js';
import type { ExchangeRooms } from '../rooms.js';

type ConsentRooms = Pick<ExchangeRooms, 'custodyFiles' | 'head' | 'instruments'>;

/** Opens the look-up of the consents about one request. */
export function openConsents({
  custodyFiles,
  head,
  instruments,
}: ConsentRooms): ExchangeRooms['consents'] {
  return async (request) => {
    const file = await custodyFiles.load(request);
    const instrument = file && instruments.get(file.instrument);
    return (file === undefined ? [] : standingConsents(file)).flatMap((held) =>
      held.consent.holder === head.ownAuthority ? toUse(held, instrument) : [],
    );
  };
}

// It counts from when it was given and had come: neither a later one nor one dated back cures an act.
function toUse(
  { consent, keptAt, withdrawnAt }: StandingConsent,
  instrument: Instrument | undefined,
): readonly PurposeConsent[] {
  const { kind, provider, about, purpose, scope, until, givenAt } = consent;
  const [basis] = instrument?.purposes.get(purpose)?.clauses ?? [];
  if (kind !== 'PURPOSE_CHANGE_CONSENT' || about.kind !== 'REQUEST' || basis === undefined)
    return [];
  if (withdrawnAt !== null) return [];
  return [
    {
      ...{ provider, request: about.id, purpose, basis, until },
      ...{ subjects: scope.subjects, items: scope.items },
      givenAt: Math.max(Date.parse(givenAt), keptAt),
    },
  ];
}
