/** One person of the file as rows of every table, ready for COPY. */
import { adultFrom } from '../../register/index.js';
import type * as tables from '../schema/register.js';
import type { ReadPerson } from './batches.js';
import type { RowOf } from './copy-text.js';
import { addIdentity } from './identity-rows.js';
import { addNationality, addRestrictions, addStay } from './record-rows.js';
import type { Rows } from './rows.js';
import { addSearchKeys } from './search-rows.js';

/** A person's record: its number, and when it was recorded. */
export interface NewRecord extends ReadPerson {
  readonly recordId: bigint;
  readonly recordedFrom: Date;
}

/** Adds a person's rows to the texts of their tables. */
export function addPerson(rows: Rows, record: NewRecord): void {
  const { recordId, person } = record;
  rows.person.add(personRow(record));
  addIdentity(rows, recordId, person);
  addNationality(rows, recordId, person);
  addStay(rows, recordId, person);
  addRestrictions(rows, recordId, person);
  addSearchKeys(rows, recordId, person);
}

function personRow({
  recordId,
  recordedFrom,
  digest,
  person,
}: NewRecord): RowOf<typeof tables.person> {
  const { dateOfBirth } = person;
  return {
    recordId,
    personKey: person.id,
    recordedFrom,
    recordedUntil: null,
    digest,
    protected: person.protected === true,
    sex: person.sex,
    civilStatus: person.civilStatus,
    dateOfBirth,
    placeOfBirth: person.placeOfBirth,
    adultOn: isKnown(dateOfBirth) ? adultFrom(dateOfBirth) : null,
    otherNamesKnown: isKnown(person.otherNames),
    citizenshipsKnown: isKnown(person.citizenships),
    citizenshipBelongingKnown: isKnown(person.citizenships),
    citizenshipEventsKnown: isKnown(person.citizenshipEvents),
    documentsKnown: isKnown(person.documents),
    registrationsKnown: isKnown(person.registrations),
    permitsKnown: isKnown(person.permits),
    workRightsKnown: isKnown(person.workRights),
    entryBansKnown: isKnown(person.entryBans),
    administrativeLiabilityKnown: isKnown(person.administrativeLiability),
    criminalLiabilityKnown: isKnown(person.criminalLiability),
    travelRouteKnown: isKnown(person.travelRoute),
  };
}

const isKnown = <T>(value: T | null | undefined): value is T =>
  value !== null && value !== undefined;
