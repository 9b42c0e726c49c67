/** Callers at a door where what is asked is signed: whom the token names, where their own authority's router asks. */
import { Refusal } from '../base/index.js';
import type { Identity } from './caller.js';

/** Recognises as `identity` does; UNAUTHENTICATED too where the signature is none, or another authority's than the token. */
export const signedCallers = (identity: Identity): Identity => ({
  async recognise(credentials) {
    const caller = await identity.recognise(credentials);
    if (caller.authority !== credentials.signer) throw new Refusal('UNAUTHENTICATED');
    return caller;
  },
});
