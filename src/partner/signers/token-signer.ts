/**
 * A signatory's own key in a PKCS #11 token. A key on P-256 signs documents of any length, because their digest is
 * made here. Ed25519 must see the whole message, and `pkcs11-tool` hands over at most 1,024 bytes at once: what is
 * longer is refused by most modules, and so by us. Signatories are given P-256 keys.
 */
import { createPublicKey, hash } from 'node:crypto';
import type { MessageAlgorithm, MessageSigner, PublicJwk } from '../../base/index.js';
import {
  isSignature,
  publicJwkOf,
  readVerificationKey,
  type VerificationKey,
} from '../jose/verification-key.js';
import { readSecret } from './secret-file.js';
import { SignerFault } from './signer-fault.js';
import { runTokenTool, type TokenTool } from './token-tool.js';

export interface TokenOptions extends TokenTool {
  /** The key's CKA_ID in hexadecimal. */
  readonly keyId: string;
  readonly pin: { readonly value: string } | { readonly file: string };
}

const PIN_FAULTS = { missing: 'PIN_UNREADABLE', openToOthers: 'PIN_UNREADABLE' } as const;
const MECHANISMS: Readonly<Record<MessageAlgorithm, string>> = { EdDSA: 'EDDSA', ES256: 'ECDSA' };
const probe = Buffer.from('sorgu: does this token sign?');

/** Opens a token's key: reads the public half and signs once to see that it works. Rejects with a SignerFault. */
export async function openTokenSigner(options: TokenOptions): Promise<MessageSigner> {
  const pin = await readPin(options);
  const publicJwk = await readPublicJwk(options, pin);
  const signer = signerOf({ options, pin, publicJwk, key: verificationKeyOf(publicJwk) });
  await signer.sign(probe);
  return signer;
}

async function readPin({ pin }: TokenOptions): Promise<string> {
  const text = 'value' in pin ? pin.value : await readSecret(pin.file, PIN_FAULTS);
  const value = text.replace(/\r?\n$/, '');
  if (value === '') throw new SignerFault('PIN_UNREADABLE');
  return value;
}

// Some tokens show the public key only to who has logged in.
async function readPublicJwk(options: TokenOptions, pin: string): Promise<PublicJwk> {
  const args = ['--read-object', '--type', 'pubkey', '--id', options.keyId];
  const written = await runTokenTool(options, { arguments: args, pin });
  const jwk = parsePublicKey(written);
  if (jwk === undefined) throw new SignerFault('KEY_FORM');
  return jwk;
}

// Written as DER, for Edwards curves as PEM.
function parsePublicKey(written: Buffer): PublicJwk | undefined {
  const isPem = written.subarray(0, 10).toString('latin1') === '-----BEGIN';
  try {
    const key = isPem
      ? written.toString('latin1')
      : ({ key: written, format: 'der', type: 'spki' } as const);
    return publicJwkOf(createPublicKey(key));
  } catch {
    return undefined;
  }
}

function verificationKeyOf(publicJwk: PublicJwk): VerificationKey {
  const read = readVerificationKey(publicJwk);
  if ('fault' in read) throw new SignerFault('KEY_FORM');
  return read.key;
}

interface OpenedToken {
  readonly options: TokenOptions;
  readonly pin: string;
  readonly publicJwk: PublicJwk;
  readonly key: VerificationKey;
}

function signerOf({ options, pin, publicJwk, key }: OpenedToken): MessageSigner {
  const { kid, alg } = publicJwk;
  let isLocked = false;
  let last: Promise<unknown> = Promise.resolve();
  const sign = async (message: Uint8Array): Promise<Uint8Array> => {
    if (isLocked) throw new SignerFault('PIN_REFUSED');
    const signature = await signOnce({ options, pin, alg }, message).catch((error: unknown) => {
      isLocked = error instanceof SignerFault && error.code === 'PIN_REFUSED';
      throw error;
    });
    if (!isSignature(key, message, signature)) throw new SignerFault('TOKEN_SIGNATURE');
    return signature;
  };
  return {
    kid,
    alg,
    publicJwk,
    // One call at a time: a card has one session, and after a refused PIN none may follow.
    sign(message) {
      const next = last.then(() => sign(message));
      last = next.catch(() => undefined);
      return next;
    },
  };
}

async function signOnce(
  { options, pin, alg }: Pick<OpenedToken, 'options' | 'pin'> & { readonly alg: MessageAlgorithm },
  message: Uint8Array,
): Promise<Uint8Array> {
  const input = alg === 'ES256' ? hash('sha256', message, 'buffer') : message;
  const args = ['--sign', '--mechanism', MECHANISMS[alg], '--id', options.keyId];
  const format = alg === 'ES256' ? ['--signature-format', 'rs'] : [];
  const written = await runTokenTool(options, { arguments: [...args, ...format], input, pin });
  return new Uint8Array(written);
}
