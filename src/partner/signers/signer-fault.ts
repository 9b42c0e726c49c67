/** Why a key cannot be opened or does not sign: one constant sentence each, for the operator's log. */
const SIGNER_FAULTS = {
  KEY_MISSING: 'there is no key file, or it cannot be read',
  KEY_EXISTS: 'a key file cannot be made there',
  KEY_OPEN_TO_OTHERS: 'others may read the key file: chmod 600 it, or make a new key',
  KEY_IS_DEVELOPMENT: 'the key is a development key, which production refuses',
  KEY_FORM: 'the key is of no kind that is used here',
  PIN_UNREADABLE: 'there is no PIN file, it is empty, or others may read it',
  PIN_REFUSED: 'the token refused the PIN; it is not tried again, because tokens lock',
  TOOL_MISSING: 'pkcs11-tool cannot be run',
  TOKEN_TIMEOUT: 'the token did not answer in time',
  TOKEN_REFUSED: 'the token did not do what it was asked',
  TOKEN_SIGNATURE: 'the token gave a signature that is not by its key',
} as const;
export type SignerFaultCode = keyof typeof SIGNER_FAULTS;

/** Thrown by signers. Says nothing of the path, the token or what it wrote. */
export class SignerFault extends Error {
  override readonly name = 'SignerFault';

  constructor(readonly code: SignerFaultCode) {
    super(SIGNER_FAULTS[code]);
  }
}
