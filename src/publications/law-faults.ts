/** What the instruments and the calendar say against a publication that is well formed. */
import type { Day, Instrument, InstrumentStatus } from '../treaty/index.js';
import { isInForce, partyOf } from '../treaty/index.js';
import type { Publication, PublicationFault } from './publication.js';

/** The law a publication is weighed under. */
export interface PublicationLaw {
  readonly instruments: ReadonlyMap<string, Instrument>;
  readonly status: ReadonlyMap<string, InstrumentStatus>;
}

/** Every fault; none where it may be published on the day. */
export function lawFaults(
  publication: Publication,
  { instruments, status }: PublicationLaw,
  today: Day,
): readonly PublicationFault[] {
  const instrument = instruments.get(publication.instrument);
  if (instrument === undefined) return [{ code: 'UNKNOWN_INSTRUMENT', at: 'instrument' }];
  const { kind, clause, publisher } = publication;
  const clauses: readonly string[] = instrument.publications?.[kind] ?? [];
  const standing = status.get(instrument.id) ?? {};
  return [
    ...when(!clauses.includes(clause), { code: 'UNKNOWN_CLAUSE', at: 'clause' }),
    ...when(partyOf(instrument, publisher) === undefined, {
      code: 'UNKNOWN_PUBLISHER',
      at: 'publisher',
    }),
    ...when(!isInForce(instrument, standing, today), {
      code: 'INSTRUMENT_NOT_IN_FORCE',
      at: 'instrument',
    }),
    ...dateFaults(publication, today),
  ];
}

/** Adopted, then made public, then changed; in force from its adoption at the earliest; nothing of it tomorrow. */
function dateFaults(
  { dates: { adopted, inForceFrom, published, changed } }: Publication,
  today: Day,
): readonly PublicationFault[] {
  const isAfter = (one: Day | null, other: Day | null) =>
    one !== null && other !== null && one > other;
  return [
    ...when(isAfter(adopted, published), { code: 'DATES_OUT_OF_ORDER', at: 'dates.published' }),
    ...when(isAfter(published, changed), { code: 'DATES_OUT_OF_ORDER', at: 'dates.changed' }),
    ...when(isAfter(adopted, inForceFrom), { code: 'DATES_OUT_OF_ORDER', at: 'dates.inForceFrom' }),
    ...when(isAfter(published, today), { code: 'DATE_AHEAD', at: 'dates.published' }),
    ...when(isAfter(changed, today), { code: 'DATE_AHEAD', at: 'dates.changed' }),
  ];
}

const when = (holds: boolean, fault: PublicationFault): readonly PublicationFault[] =>
  holds ? [fault] : [];
