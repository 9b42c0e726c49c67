/** What the register keeps about a person, as rows: nationality, papers, permits, bans, liability, journeys. */
import type {
  BodyRecord,
  EntryBanRecord,
  LiabilityRecord,
  PermitRecord,
  PersonRecord,
} from '../../register/index.js';
import type { Rows } from './rows.js';

const body = (record: BodyRecord | null | undefined) => ({
  authorityCode: record?.code,
  authorityName: record?.name,
});

/** Adds the rows of citizenships, their events and journeys. */
export function addNationality(rows: Rows, recordId: bigint, person: PersonRecord): void {
  person.citizenships?.forEach((citizenship, ordinal) => {
    rows.citizenship.add({ recordId, ordinal, ...citizenship });
    rows.citizenshipBelonging.add({ recordId, ordinal, ...citizenship });
  });
  person.citizenshipEvents?.forEach(({ kind, country, on }, ordinal) => {
    rows.citizenshipEvent.add({ recordId, ordinal, kind, country, happenedOn: on });
  });
  person.travelRoute?.forEach((leg, ordinal) => {
    rows.travelLeg.add({ recordId, ordinal, ...leg });
  });
}

/** Adds the rows of documents, registrations, permits and rights to work. */
export function addStay(rows: Rows, recordId: bigint, person: PersonRecord): void {
  person.documents?.forEach(({ issuingAuthority, refugee, ...document }, ordinal) => {
    const issuer = body(issuingAuthority);
    rows.document.add({ recordId, ordinal, ...document, ...issuer, refugee: refugee === true });
  });
  person.registrations?.forEach(({ authority, reception, ...registration }, ordinal) => {
    const keeper = { ...body(authority), reception: reception === true };
    rows.registration.add({ recordId, ordinal, ...registration, ...keeper });
  });
  person.permits?.forEach((permit, ordinal) => {
    rows.permit.add({ recordId, ordinal, ...permitRow(permit) });
  });
  person.workRights?.forEach((right, ordinal) => {
    rows.workRight.add({ recordId, ordinal, ...right });
  });
}

const permitRow = ({ authority, ...permit }: PermitRecord) => ({ ...permit, ...body(authority) });

/** Adds the rows of bans with their grounds, and of liability. */
export function addRestrictions(rows: Rows, recordId: bigint, person: PersonRecord): void {
  person.entryBans?.forEach((ban, ordinal) => {
    addBan(rows, { recordId, ordinal }, ban);
  });
  person.administrativeLiability?.forEach((liability, ordinal) => {
    rows.administrativeLiability.add({ recordId, ordinal, ...liabilityRow(liability) });
  });
  person.criminalLiability?.forEach((liability, ordinal) => {
    rows.criminalLiability.add({ recordId, ordinal, ...liabilityRow(liability) });
  });
}

interface Place {
  readonly recordId: bigint;
  readonly ordinal: number;
}

function addBan(
  rows: Rows,
  place: Place,
  { kind, from, until, indefinite, grounds }: EntryBanRecord,
) {
  const groundsKnown = grounds !== null && grounds !== undefined;
  const term = { bannedFrom: from, bannedUntil: until, indefinite };
  rows.entryBan.add({ ...place, kind, ...term, groundsKnown });
  grounds?.forEach((ground, ordinal) => {
    const { recordId, ordinal: banOrdinal } = place;
    rows.entryBanGround.add({ recordId, banOrdinal, ordinal, ...ground });
  });
}

function liabilityRow({
  stage,
  on,
  provision,
  authority,
  spent,
  expunged,
  juvenile,
}: LiabilityRecord) {
  return {
    stage,
    stagedOn: on,
    provision,
    ...body(authority),
    spent: spent === true,
    expunged: expunged === true,
    juvenile: juvenile === true,
  };
}
