/**
 * Kinds of records: for each field of Person that leads to one, the table and the columns behind the fields of its
 * type, and the row rules. The only place that maps the schema's names to the register's.
 */
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import * as at from '../schema/register.js';
import {
  banInForce,
  noAsylumBody,
  noReception,
  noRefugee,
  notSpent,
  openCountry,
  partyCountry,
  type RowRule,
  travelOrResidence,
} from './rules.js';

export interface Kind {
  /** The type of the schema. */
  readonly type: string;
  readonly table: PgTable;
  readonly fields: Readonly<Record<string, PgColumn>>;
  /** The field that is an Authority, kept as `authority_code` and `authority_name`. */
  readonly body?: string;
  /** The field that is a list in a table of its own. */
  readonly inner?: 'grounds';
  /** The column of person that tells null from []; a record of which there is one at most has none. */
  readonly known?: PgColumn;
  readonly rules: readonly RowRule[];
}

type Columns<Field extends string> = Readonly<Record<Field, PgColumn>>;

const nameFields = (
  table: Columns<'surname' | 'givenName' | 'patronymic' | 'origin' | 'transliteration'>,
) => ({
  surname: table.surname,
  givenName: table.givenName,
  patronymic: table.patronymic,
  origin: table.origin,
  transliteration: table.transliteration,
});

const liabilityFields = (table: Columns<'stage' | 'stagedOn' | 'provision'>) => ({
  stage: table.stage,
  on: table.stagedOn,
  provision: table.provision,
});

const imageFields = (table: Columns<'mediaType' | 'content' | 'takenOn'>) => ({
  mediaType: table.mediaType,
  content: table.content,
  takenOn: table.takenOn,
});

export const KINDS: Readonly<Record<string, Kind>> = {
  nameCyrillic: {
    type: 'PersonName',
    table: at.nameCyrillic,
    fields: nameFields(at.nameCyrillic),
    rules: [],
  },
  nameLatin: {
    type: 'PersonName',
    table: at.nameLatin,
    fields: nameFields(at.nameLatin),
    rules: [],
  },
  otherNames: {
    type: 'PersonName',
    table: at.otherName,
    fields: nameFields(at.otherName),
    known: at.person.otherNamesKnown,
    rules: [],
  },
  citizenships: {
    type: 'Citizenship',
    table: at.citizenship,
    fields: {
      country: at.citizenship.country,
      since: at.citizenship.since,
      until: at.citizenship.until,
    },
    known: at.person.citizenshipsKnown,
    rules: [openCountry, partyCountry],
  },
  citizenshipEvents: {
    type: 'CitizenshipEvent',
    table: at.citizenshipEvent,
    fields: {
      kind: at.citizenshipEvent.kind,
      country: at.citizenshipEvent.country,
      on: at.citizenshipEvent.happenedOn,
    },
    known: at.person.citizenshipEventsKnown,
    rules: [openCountry, partyCountry],
  },
  documents: {
    type: 'IdentityDocument',
    table: at.document,
    fields: {
      series: at.document.series,
      number: at.document.number,
      issuedOn: at.document.issuedOn,
      use: at.document.use,
      kind: at.document.kind,
      expiresOn: at.document.expiresOn,
      placeOfIssue: at.document.placeOfIssue,
    },
    body: 'issuingAuthority',
    known: at.person.documentsKnown,
    rules: [travelOrResidence, noRefugee, noAsylumBody],
  },
  registrations: {
    type: 'Registration',
    table: at.registration,
    fields: {
      kind: at.registration.kind,
      place: at.registration.place,
      registeredOn: at.registration.registeredOn,
      validUntil: at.registration.validUntil,
      deregisteredOn: at.registration.deregisteredOn,
    },
    body: 'authority',
    known: at.person.registrationsKnown,
    rules: [noReception, noAsylumBody],
  },
  permits: {
    type: 'Permit',
    table: at.permit,
    fields: {
      kind: at.permit.kind,
      validFrom: at.permit.validFrom,
      validUntil: at.permit.validUntil,
      indefinite: at.permit.indefinite,
      status: at.permit.status,
    },
    body: 'authority',
    known: at.person.permitsKnown,
    rules: [noAsylumBody],
  },
  workRights: {
    type: 'WorkRight',
    table: at.workRight,
    fields: {
      basis: at.workRight.basis,
      validFrom: at.workRight.validFrom,
      validUntil: at.workRight.validUntil,
      indefinite: at.workRight.indefinite,
    },
    known: at.person.workRightsKnown,
    rules: [],
  },
  entryBans: {
    type: 'EntryBan',
    table: at.entryBan,
    fields: {
      kind: at.entryBan.kind,
      from: at.entryBan.bannedFrom,
      until: at.entryBan.bannedUntil,
      indefinite: at.entryBan.indefinite,
    },
    inner: 'grounds',
    known: at.person.entryBansKnown,
    rules: [banInForce],
  },
  administrativeLiability: {
    type: 'Liability',
    table: at.administrativeLiability,
    fields: liabilityFields(at.administrativeLiability),
    body: 'authority',
    known: at.person.administrativeLiabilityKnown,
    rules: [notSpent, noAsylumBody],
  },
  criminalLiability: {
    type: 'Liability',
    table: at.criminalLiability,
    fields: liabilityFields(at.criminalLiability),
    body: 'authority',
    known: at.person.criminalLiabilityKnown,
    rules: [notSpent, noAsylumBody],
  },
  photograph: {
    type: 'Photograph',
    table: at.photograph,
    fields: imageFields(at.photograph),
    rules: [],
  },
  fingerprintCard: {
    type: 'FingerprintCard',
    table: at.fingerprintCard,
    fields: imageFields(at.fingerprintCard),
    rules: [],
  },
  travelRoute: {
    type: 'TravelLeg',
    table: at.travelLeg,
    fields: {
      country: at.travelLeg.country,
      place: at.travelLeg.place,
      arrivedOn: at.travelLeg.arrivedOn,
      leftOn: at.travelLeg.leftOn,
    },
    known: at.person.travelRouteKnown,
    rules: [openCountry],
  },
};

/** The fields of Person that stand in its own row. */
export const FACTS: Readonly<Record<string, PgColumn>> = {
  sex: at.person.sex,
  civilStatus: at.person.civilStatus,
  dateOfBirth: at.person.dateOfBirth,
  placeOfBirth: at.person.placeOfBirth,
};

/** The grounds of a ban, keyed to it by its ordinal. */
export const GROUNDS = {
  type: 'Ground',
  fields: {
    code: at.entryBanGround.code,
    provision: at.entryBanGround.provision,
    text: at.entryBanGround.text,
  },
} as const;
