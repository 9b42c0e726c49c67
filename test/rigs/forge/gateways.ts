/**
 * Two gateways of the forge: one that sends, whose signed documents travel in signed messages, and one that receives,
 * with its memory of nonces and documents. `Taken` is what leads to work; everything else is a fault.
 */
import { generateKeyPairSync, hash } from 'node:crypto';
import type { Ids, MessageSigner } from '../../../src/base/index.js';
import {
  type HttpRequest,
  type HttpSignatureFault,
  type JwsFault,
  signJws,
  signRequest,
  verifyJws,
  verifyRequest,
} from '../../../src/partner/index.js';
import {
  clockAt,
  countingIds,
  ed25519Key,
  finder,
  signerOf,
  verificationKey,
} from '../../rooms/partner/workbench.js';

export const TYP = 'sorgu-request+jws';
export const ADDRESS = 'https://gateway.mia.example/messages';
/** Seconds: what was sent so long ago is good no longer, whatever the clocks. */
export const LONG_AGO = -600;

/** Who may sign: the gateway for messages, a signatory for documents, each with a key of either kind. */
export interface Keys {
  readonly gateways: readonly [MessageSigner, MessageSigner];
  readonly signatories: readonly [MessageSigner, MessageSigner];
  /** The forger's own: known to nobody. */
  readonly strangers: readonly [MessageSigner, MessageSigner];
}

const p256 = () => signerOf(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);

export const makeKeys = (seed: number): Keys => ({
  gateways: [signerOf(ed25519Key(seed * 3)), p256()],
  signatories: [signerOf(ed25519Key(seed * 3 + 1)), p256()],
  strangers: [signerOf(ed25519Key(seed * 3 + 2)), p256()],
});

/** A message as it was on the wire. */
export interface Sent {
  readonly request: HttpRequest;
  readonly jws: string;
  readonly gateway: MessageSigner;
  readonly signatory: MessageSigner;
}

export interface Sender {
  readonly keys: Keys;
  /** Signs a new document and the message that carries it, `seconds` from now. */
  send(kind: 0 | 1, seconds?: number): Promise<Sent>;
  /** Signs a message of the gateway's own around whatever text. */
  carry(jws: string, gateway: MessageSigner, seconds?: number): Promise<HttpRequest>;
}

export function openSender(keys: Keys): Sender {
  const ids: Ids = countingIds();
  let number = 0;
  const carry = (jws: string, signer: MessageSigner, seconds = 0) =>
    signRequest(
      {
        method: 'POST',
        targetUri: ADDRESS,
        fields: [
          ['Host', 'gateway.mia.example'],
          ['Content-Type', 'application/jose'],
        ],
        body: Buffer.from(jws),
      },
      { signer, clock: clockAt(seconds), ids },
    );
  return {
    keys,
    carry,
    async send(kind, seconds = 0) {
      number += 1;
      const [gateway, signatory] = [keys.gateways[kind], keys.signatories[kind]];
      const document = Buffer.from(JSON.stringify({ id: `request ${number}`, text: 'сұрау' }));
      const jws = await signJws(document, TYP, signatory);
      return { request: await carry(jws, gateway, seconds), jws, gateway, signatory };
    },
  };
}

export type Fault = HttpSignatureFault | JwsFault | 'DOCUMENT_KNOWN';

export interface Receiver {
  /** 'TAKEN' where the message would lead to work, else why it does not. */
  receive(request: HttpRequest): Promise<'TAKEN' | Fault>;
}

/** Opens a receiver. One without memory is there to see that the forge notices. */
export function openReceiver(keys: Keys, hasMemory: boolean): Receiver {
  const findGateway = finder(...keys.gateways.map(({ publicJwk }) => verificationKey(publicJwk)));
  const findSignatory = finder(
    ...keys.signatories.map(({ publicJwk }) => verificationKey(publicJwk)),
  );
  const nonces = new Set<string>();
  const documents = new Set<string>();
  const remember = async (memory: Set<string>, mark: string): Promise<boolean> => {
    const isNew = !memory.has(mark);
    memory.add(mark);
    return isNew || !hasMemory;
  };
  return {
    async receive(request) {
      const message = await verifyRequest(request, {
        clock: clockAt(0),
        find: findGateway,
        remember: ({ keyid, nonce }) => remember(nonces, `${keyid} ${nonce}`),
      });
      if ('fault' in message) return message.fault;
      const jws = await verifyJws(Buffer.from(request.body).toString('latin1'), {
        typ: TYP,
        find: findSignatory,
      });
      if ('fault' in jws) return jws.fault;
      const isNew = await remember(documents, hash('sha256', jws.payload));
      return isNew ? 'TAKEN' : 'DOCUMENT_KNOWN';
    },
  };
}
