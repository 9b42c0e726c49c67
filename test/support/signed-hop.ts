/** A query as a router sends it to `/subgraph`: signed by the router of the sample's authority that it speaks for. */
import type { Clock, Ids, MessageSigner } from '../../src/base/index.js';
import { systemIds } from '../../src/base/index.js';
import { routerKeyPath } from '../../src/data-folder.js';
import { type Fields, openFileSigner, signQuery } from '../../src/partner/index.js';

/** The key of an authority's router, as a gateway in development made it. */
export const routerOf = (dataDir: string, authority: string): Promise<MessageSigner> =>
  openFileSigner(routerKeyPath(dataDir, authority), 'development');

export interface UnsignedHop {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface HopSigning {
  readonly signer: MessageSigner;
  readonly clock: Clock;
  /** Seconds for which it is good. */
  readonly life?: number;
  readonly ids?: Ids;
}

/** The headers of the hop with those of its signature. */
export async function signHop(hop: UnsignedHop, signing: HopSigning): Promise<Fields> {
  const { fields } = await signQuery(
    {
      method: 'POST',
      targetUri: hop.url,
      fields: Object.entries(hop.headers),
      body: Buffer.from(hop.body),
    },
    { ids: systemIds, ...signing },
  );
  return fields;
}
