/** What is asked: all that REQUEST_EXECUTION opens under AZ-KZ-2019, of a hundred persons; ten fields of one. */
const NAME = '{ surname givenName patronymic origin transliteration }';
const LIABILITY = '{ stage on provision authority { code name } }';
const IMAGE = '{ mediaType content takenOn }';

export const LIST = `{ subjects(first: 100) { edges { cursor node {
  id nameCyrillic ${NAME} nameLatin ${NAME} sex dateOfBirth placeOfBirth
  citizenships { country since until } isNationalOf(state: "KAZ") citizenshipEvents { kind country on }
  documents { series number issuedOn issuingAuthority { code name } use }
  registrations { kind place registeredOn validUntil deregisteredOn authority { code name } }
  permits { kind validFrom validUntil indefinite status authority { code name } }
  workRights { basis validFrom validUntil indefinite }
  entryBans { kind from until indefinite grounds { code provision text } }
  administrativeLiability ${LIABILITY} criminalLiability ${LIABILITY}
  photograph ${IMAGE} fingerprintCard ${IMAGE}
} } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

export const ONE = `query ($id: ID!) { person(id: $id) {
  id nameLatin { surname givenName } sex dateOfBirth placeOfBirth
  citizenships { country } documents { series number } } }`;

/** The bodies of the requests, as sent; `request` is the one about a single person. */
export const listBody = (): string => JSON.stringify({ query: LIST });
export const oneBody = (request: string): string =>
  JSON.stringify({ query: ONE, variables: { id: `${request}.1` } });
