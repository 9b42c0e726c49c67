export { type Caller, type Credentials, type Identity, ROLES } from './caller.js';
export {
  DEVELOPMENT_ISSUER,
  type DevelopmentIssuer,
  openDevelopmentIssuer,
} from './development.js';
export { type IdentityOptions, openIdentity } from './identity.js';
export { KeyFault } from './keys.js';
export { schemaRightsIn } from './schema-rights.js';
export { signedCallers } from './signed-callers.js';
