/** What the two Parties tell each other before anything is asked (9(3)): names, who signs, letterheads, gateways' keys. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { MessageSigner } from '../../src/base/index.js';
import { createMessageKey, openFileSigner } from '../../src/partner/index.js';
import { type Fact, recordFact } from '../../src/requests/index.js';
import { AUTHORITIES, type AuthorityCode, loadInstruments } from '../../src/treaty/index.js';
import type { DemoGateway } from './gateway.js';

export const LETTERHEAD = '2021-1';

/** The head of an authority, with a key of his or her own that no gateway holds. */
export interface Head {
  readonly officer: string;
  readonly signer: MessageSigner;
}

/** Makes the key of a head. */
export async function makeHead(authority: string, dir: string): Promise<Head> {
  const path = join(dir, `${authority}-head.pem`);
  await createMessageKey(path, 'Ed25519', 'development');
  return { officer: `${authority}-0001`, signer: await openFileSigner(path, 'development') };
}

/** Records at one gateway what both Parties are. */
export async function recordLists(
  at: DemoGateway,
  parties: readonly { readonly gateway: DemoGateway; readonly head: Head }[],
  instruments: readonly string[] = [...loadInstruments().keys()],
): Promise<void> {
  const { standings } = at.exchange;
  for (const { gateway, head } of parties) {
    const { signing, encryption } = gateway.keys;
    await standings.deposit(signing.kid, signing);
    await standings.deposit(encryption.kid, encryption);
    await standings.deposit(head.signer.kid, head.signer.publicJwk);
    const facts = factsOf(gateway, head, instruments);
    const now = Date.now();
    const amendment = { validFrom: 0, recordedAt: now, validUntil: null, note: 'demo' };
    await standings.change(gateway.authority, (standing) =>
      facts.reduce((so_far, fact) => recordFact(so_far, fact, amendment), standing),
    );
  }
}

function factsOf(
  { authority, keys }: DemoGateway,
  { signer }: Head,
  instruments: readonly string[],
): readonly Fact[] {
  const { name } = AUTHORITIES[authority as AuthorityCode];
  const digest = createHash('sha256').update(authority).digest('hex');
  const key = { register: 'MESSAGE_KEY', authority } as const;
  return [
    { register: 'AUTHORITY', authority, name, functions: 'Миграция', coordinates: true },
    {
      register: 'SIGNATORY',
      id: 'head',
      authority,
      name: 'Руководитель (вымышленный)',
      position: 'Руководитель',
      office: 'HEAD',
      authorisedBy: null,
      instruments,
      kid: signer.kid,
    },
    { register: 'LETTERHEAD', authority, version: LETTERHEAD, sha256: digest },
    { ...key, kid: keys.signing.kid, use: 'SIGNATURE' },
    { ...key, kid: keys.encryption.kid, use: 'ENCRYPTION' },
    { register: 'LIST_RECEIVED', authority, digest },
  ];
}
