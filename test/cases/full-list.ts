/** A page of 100 persons with every field and every list: what the limits must let through and the bench measures. */
const NAME = '{ surname givenName patronymic origin transliteration }';
const LIABILITY = '{ stage on provision authority { code name } }';
const IMAGE = '{ mediaType content takenOn }';

export const EVERY_FIELD = `id nameCyrillic ${NAME} nameLatin ${NAME} otherNames ${NAME} sex civilStatus
  dateOfBirth placeOfBirth citizenships { country since until } isNationalOf(state: "KAZ")
  citizenshipEvents { kind country on }
  documents { series number issuedOn issuingAuthority { code name } use kind expiresOn placeOfIssue }
  registrations { kind place registeredOn validUntil deregisteredOn authority { code name } }
  permits { kind validFrom validUntil indefinite status authority { code name } }
  workRights { basis validFrom validUntil indefinite }
  entryBans { kind from until indefinite grounds { code provision text } }
  administrativeLiability ${LIABILITY} criminalLiability ${LIABILITY}
  photograph ${IMAGE} fingerprintCard ${IMAGE}
  travelRoute { country place arrivedOn leftOn }`;

export const FULL_LIST = `{ subjects(first: 100) { edges { cursor node { ${EVERY_FIELD} } }
  pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
