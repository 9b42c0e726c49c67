/** The facts of the registers as a partner sends them (JSON Schema). */
import { compileCheck } from '../document/check-message.js';
import { DIGEST, EMAIL, line, NAME_CODE, prose, TELEPHONE, THUMBPRINT } from '../document/forms.js';
import {
  anyOf,
  exactly,
  listOf,
  oneOf,
  only,
  orNull,
  type SchemaOf,
  saying,
} from '../document/message-schema.js';
import type {
  AuthorityFact,
  ContactPointFact,
  LetterheadFact,
  MessageKeyFact,
  RevocationFact,
  SignatoryFact,
  ToldFact,
} from './facts.js';

const ID = line(64);
const NAME = line(400);
const KID = saying('JWK thumbprint, RFC 7638 with SHA-256', THUMBPRINT);

const AUTHORITY = exactly<AuthorityFact>({
  register: only('AUTHORITY'),
  authority: NAME_CODE,
  name: exactly<AuthorityFact['name']>({ ru: NAME, en: NAME, az: NAME, kk: NAME }),
  functions: prose(4000),
  coordinates: saying('9(3): its head signs requests', { type: 'boolean' }),
});
const SIGNATORY = exactly<SignatoryFact>({
  register: only('SIGNATORY'),
  id: ID,
  authority: NAME_CODE,
  name: NAME,
  position: NAME,
  office: oneOf(['HEAD', 'DEPUTY', 'AUTHORISED']),
  authorisedBy: orNull(ID),
  instruments: listOf(NAME_CODE, 32),
  kid: KID,
});
const LETTERHEAD = exactly<LetterheadFact>({
  register: only('LETTERHEAD'),
  authority: NAME_CODE,
  version: line(64),
  sha256: saying('of the bytes of the sample', DIGEST),
});
const CONTACT_POINT = exactly<ContactPointFact>({
  register: only('CONTACT_POINT'),
  id: ID,
  authority: NAME_CODE,
  name: saying('of the office, never of a person', NAME),
  unit: orNull(line(64)),
  address: NAME,
  telephone: orNull(TELEPHONE),
  email: orNull(EMAIL),
  duties: listOf(oneOf(['COMMUNICATION', 'MONITORING']), 2),
});
const MESSAGE_KEY = exactly<MessageKeyFact>({
  register: only('MESSAGE_KEY'),
  authority: NAME_CODE,
  kid: KID,
  use: oneOf(['SIGNATURE', 'ENCRYPTION']),
});
const REVOCATION = exactly<RevocationFact>({
  register: only('REVOCATION'),
  authority: NAME_CODE,
  kid: KID,
});

const telephoneFaults = compileCheck(TELEPHONE);
const mailboxFaults = compileCheck(EMAIL);
export const isTelephone = (text: string): boolean => telephoneFaults(text).length === 0;
export const isMailbox = (text: string): boolean => mailboxFaults(text).length === 0;

/** Any fact a Party may tell. */
export const TOLD_FACT: SchemaOf<ToldFact> = anyOf<ToldFact>(
  AUTHORITY,
  SIGNATORY,
  LETTERHEAD,
  CONTACT_POINT,
  MESSAGE_KEY,
  REVOCATION,
);
