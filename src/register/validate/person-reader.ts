/** Every field of an import line with its reader: the one table of what a person of the register may hold. */
import { CODES } from '../codes.js';
import type {
  BodyRecord,
  CitizenshipEventRecord,
  CitizenshipRecord,
  DocumentRecord,
  EntryBanRecord,
  GroundRecord,
  ImageRecord,
  LiabilityRecord,
  NameRecord,
  PermitRecord,
  PersonRecord,
  RegistrationRecord,
  SearchName,
  TravelLegRecord,
  WorkRightRecord,
} from '../person.js';
import { list, record } from './reading.js';
import {
  authorityCode,
  country,
  flag,
  imageContent,
  imageType,
  nameScript,
  oneOf,
  partialDate,
  text,
  truth,
} from './values.js';

const MOST_RECORDS = 500;
const namePart = text(200);
const place = text(500);
const provision = text(500);

const name = record<NameRecord>({
  surname: namePart,
  givenName: namePart,
  patronymic: namePart,
  origin: oneOf(...CODES.NameOrigin),
  transliteration: text(100),
});
const searchName = record<SearchName>(
  { script: nameScript, surname: namePart, givenName: namePart, patronymic: namePart },
  ['script'],
);
const body = record<BodyRecord>({ code: authorityCode, name: text(300) }, ['code']);

const citizenship = record<CitizenshipRecord>({ country, since: partialDate, until: partialDate });
const citizenshipEvent = record<CitizenshipEventRecord>({
  kind: oneOf(...CODES.CitizenshipEventKind),
  country,
  on: partialDate,
});
const document = record<DocumentRecord>({
  series: text(20),
  number: text(40),
  issuedOn: partialDate,
  issuingAuthority: body,
  use: oneOf(...CODES.DocumentUse),
  kind: oneOf(...CODES.DocumentKind),
  expiresOn: partialDate,
  placeOfIssue: place,
  refugee: flag,
});
const registration = record<RegistrationRecord>({
  kind: oneOf(...CODES.RegistrationKind),
  place,
  registeredOn: partialDate,
  validUntil: partialDate,
  deregisteredOn: partialDate,
  authority: body,
  reception: flag,
});
const permit = record<PermitRecord>({
  kind: oneOf(...CODES.PermitKind),
  validFrom: partialDate,
  validUntil: partialDate,
  indefinite: truth,
  status: oneOf(...CODES.PermitStatus),
  authority: body,
});
const workRight = record<WorkRightRecord>({
  basis: oneOf(...CODES.WorkRightBasis),
  validFrom: partialDate,
  validUntil: partialDate,
  indefinite: truth,
});
const ground = record<GroundRecord>({ code: text(60), provision, text: text(4000) });
const entryBan = record<EntryBanRecord>({
  kind: oneOf(...CODES.EntryBanKind),
  from: partialDate,
  until: partialDate,
  indefinite: truth,
  grounds: list(ground, MOST_RECORDS),
});
const liability = record<LiabilityRecord>({
  stage: oneOf(...CODES.LiabilityStage),
  on: partialDate,
  provision,
  authority: body,
  spent: flag,
  expunged: flag,
  juvenile: flag,
});
const image = record<ImageRecord>({
  mediaType: imageType,
  content: imageContent,
  takenOn: partialDate,
});
const travelLeg = record<TravelLegRecord>({
  country,
  place,
  arrivedOn: partialDate,
  leftOn: partialDate,
});

export const readPerson = record<PersonRecord>(
  {
    id: text(100),
    protected: flag,
    nameCyrillic: name,
    nameLatin: name,
    otherNames: list(name, MOST_RECORDS),
    searchNames: list(searchName, MOST_RECORDS),
    sex: oneOf(...CODES.Sex),
    civilStatus: oneOf(...CODES.CivilStatus),
    dateOfBirth: partialDate,
    placeOfBirth: place,
    citizenships: list(citizenship, MOST_RECORDS),
    citizenshipEvents: list(citizenshipEvent, MOST_RECORDS),
    documents: list(document, MOST_RECORDS),
    registrations: list(registration, MOST_RECORDS),
    permits: list(permit, MOST_RECORDS),
    workRights: list(workRight, MOST_RECORDS),
    entryBans: list(entryBan, MOST_RECORDS),
    administrativeLiability: list(liability, MOST_RECORDS),
    criminalLiability: list(liability, MOST_RECORDS),
    photograph: image,
    fingerprintCard: image,
    travelRoute: list(travelLeg, MOST_RECORDS),
  },
  ['id'],
);
