export { type Caller, type Credentials, type Identity, ROLES, type Role } from './caller.js';
export {
  DEVELOPMENT_AUDIENCE,
  DEVELOPMENT_ISSUER,
  type DevelopmentIssuer,
  type DevelopmentOptions,
  openDevelopmentIssuer,
} from './development.js';
export { type IdentityOptions, type OpenedIdentity, openIdentity } from './identity.js';
export { KeyFault, type KeySource } from './keys.js';
