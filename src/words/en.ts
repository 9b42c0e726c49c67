import type { Catalogue } from './keys.js';

export const en: Catalogue = {
  METHOD_NOT_ALLOWED: 'This address does not answer this method.',
  UNSUPPORTED_MEDIA_TYPE: 'Send the operation as application/json in UTF-8.',
  NOT_ACCEPTABLE:
    'The answer is available only as application/graphql-response+json or application/json.',
  PAYLOAD_TOO_LARGE: 'The body of the message is larger than allowed.',
  BAD_REQUEST: 'The message is not formed as the gateway expects.',
  UNAUTHENTICATED: 'Present a valid access token.',
  RATE_LIMITED: 'Too many operations in a short time; try again later.',
  TOO_COMPLEX: 'The operation is larger than the limits allow.',
  PURPOSE_REQUIRED:
    'State the request and its purpose in the headers Exchange-Request and Exchange-Purpose.',
  OPERATION_NOT_LISTED: 'This operation is not registered for this purpose.',
  NO_GRANT: 'No information can be provided on this request for this purpose.',
  LEDGER_UNAVAILABLE:
    'This exchange cannot be recorded at the moment, so nothing is released; try again later.',
  UNAVAILABLE: 'The gateway cannot answer at the moment; try again later.',
  INTERNAL: 'The gateway failed; nothing was released.',
  FIELD_WITHHELD: 'This field is not disclosed on this request.',
  REFUSED: 'Assistance was refused in this part on the grounds stated in the refusal document.',
  DESTROYED: 'The data were destroyed when their retention period ended.',
  SYNTAX: 'The document is not valid GraphQL.',
  VALIDATION: 'The document does not fit the schema.',
  VARIABLES: 'The value of a variable does not fit its declared type.',
  OPERATION_NAME: 'The name does not point to exactly one operation of the document.',
  DEPTH: 'The document is nested too deeply.',
  ALIASES: 'The document has too many aliases.',
  DIRECTIVES: 'The document has too many directives.',
  TOKENS: 'The document is too long.',
  COST: 'The operation asks for too much data at once.',
  NOT_IN_INSTRUMENT: 'No clause of the instrument provides for this item.',
  NOT_FOR_PURPOSE: 'This item is not open for this purpose.',
  IN_DISPUTE: 'The Parties disagree on this rule; it is closed until they have settled it.',
  NOT_FOR_SUBJECT: 'This item was not approved for this person.',
};
