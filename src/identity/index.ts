export { type Caller, type Credentials, type Identity, type Role, ROLES } from './caller.js';
